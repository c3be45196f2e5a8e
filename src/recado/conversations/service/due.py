"""What happens when something is due in a conversation that is no message: a moment has come, the outside has answered?"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from uuid import UUID

import msgspec

from recado.channels import service as channels
from recado.contacts import service as contacts
from recado.conversations.events import InputDue
from recado.conversations.models import Answer, Answerer, Conversation, ConversationId
from recado.conversations.rules import handling as rules
from recado.conversations.service.desk import Desk, Place
from recado.conversations.service.ports import Ports
from recado.conversations.service.saving import save
from recado.conversations.service.template_messages import name_templates
from recado.conversations.store import threads as store
from recado.conversations.store.policy import read_policy
from recado.foundation.database import Transaction
from recado.foundation.lanes.models import NewInput
from recado.privacy import service as privacy
from recado.privacy.models import ConsentSetting, ConsentState


class Reference(msgspec.Struct, frozen=True):
    """The payload of such an input: its conversation, and the id under which its listener knows it."""

    conversation: UUID
    id: UUID


_reference = msgspec.json.Decoder(Reference)


def read(payload: str) -> Reference:
    """Read what `input_of` wrote."""
    return _reference.decode(payload)


def input_of(kind: str, chat: str, conversation: UUID, reference: UUID) -> NewInput:
    """Return the inbox row that gives `reference` back to its listener, once, in the order of its chat."""
    payload = msgspec.json.encode(Reference(conversation, reference)).decode()
    return NewInput(chat or str(conversation), f"{kind}:{reference}", kind, payload)


async def give_back(tx: Transaction, items: Sequence[tuple[str, Reference]], ports: Ports) -> None:
    """Hand each (kind, reference) to the listener of its kind under the lock of its conversation, in their order."""
    waiting = list(items)
    while waiting:
        taken: set[UUID] = set()
        wave: list[tuple[str, Reference]] = []
        later: list[tuple[str, Reference]] = []
        for kind, reference in waiting:
            (later if reference.conversation in taken else wave).append((kind, reference))
            taken.add(reference.conversation)
        await _run_wave(tx, wave, ports)
        waiting = later


async def _run_wave(tx: Transaction, wave: Sequence[tuple[str, Reference]], ports: Ports) -> None:
    desk = Desk(ports.clock(), ports.token)
    found = {one.id: one for one in await store.lock(tx, [_id(reference) for _, reference in wave])}
    due = await _decide(tx, desk, [(kind, one) for kind, one in wave if one.conversation in found], found, ports)
    for kind, listener in ports.on_due.items():
        if mine := [one for one in due if one.kind == kind]:
            await listener(tx, desk, mine)
    await name_templates(tx, desk, ports)
    await save(tx, desk)


async def _decide(
    tx: Transaction,
    desk: Desk,
    wave: Sequence[tuple[str, Reference]],
    found: dict[ConversationId, Conversation],
    ports: Ports,
) -> list[InputDue]:
    """Lay the conversations on the desk and say of each whether a machine may go on there."""
    conversations: Collection[Conversation] = found.values()
    people = await contacts.read(tx, {one.contact for one in conversations})
    views = await channels.views(tx, {one.channel for one in conversations}, ports.adapters)
    policy, _ = await read_policy(tx)
    consents = await privacy.consent_states(tx, people.keys())
    due: list[InputDue] = []
    for kind, reference in wave:
        conversation = found[_id(reference)]
        contact, view = people[conversation.contact], views[conversation.channel]
        opted_out = contact.opted_out_at is not None
        desk.lay(conversation, Place(view.window_hours, opted_out))
        consent = privacy.may_process(
            ConsentSetting(policy.consent), consents.get(contact.id, ConsentState.UNASKED)
        )  # fmt: skip
        decided = rules.going_on(conversation, policy, consent, desk.now, opted_out=opted_out)
        if isinstance(decided, Answer):
            _let_machine_go_on(desk, conversation)
        due.append(
            InputDue(
                conversation.id, kind, reference.id, contact, conversation.reply_wa_id, desk.now, policy.time_zone,
                view.default_bot, decided,
            )
        )  # fmt: skip
    return due


def _let_machine_go_on(desk: Desk, conversation: Conversation) -> None:
    if conversation.answerer is Answerer.PERSON:
        desk.let_bot_return(conversation.id)


def _id(reference: Reference) -> ConversationId:
    return ConversationId(reference.conversation)
