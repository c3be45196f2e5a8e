"""What happens when people write: their message stands in a thread, and somebody or something answers?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from recado.channels import service as channels
from recado.channels.models import InboundMessage, MessageType
from recado.channels.views import ChannelView
from recado.contacts import service as contacts
from recado.contacts.models import Contact, ContactId, Seen
from recado.conversations.models import (
    Answerer,
    Author,
    Conversation,
    ConversationId,
    Message,
    MessageId,
    State,
    Status,
)
from recado.conversations.rules import csat as csat_rules
from recado.conversations.rules import handling as rules
from recado.conversations.rules.wording import content_of_arrival, preview_of_arrival
from recado.conversations.service import csat
from recado.conversations.service.answering import Arrived, answer
from recado.conversations.service.completing import complete, media_of
from recado.conversations.service.desk import Desk, Place
from recado.conversations.service.ports import Ports
from recado.conversations.service.saving import save
from recado.conversations.service.template_messages import name_templates
from recado.conversations.store import threads as store
from recado.conversations.store.afterthoughts import Change, change_messages
from recado.foundation.database import Transaction
from recado.foundation.identifiers import new_id
from recado.foundation.lanes.models import Input

_AFTERTHOUGHTS = {MessageType.EDIT, MessageType.REVOKE}


@dataclass(frozen=True, slots=True)
class _Known:
    """An arrival whose channel and person are known."""

    channel: ChannelView
    message: InboundMessage
    contact: Contact
    heard_at: datetime


async def receive(tx: Transaction, arrivals: Sequence[tuple[Input, InboundMessage]], ports: Ports) -> None:
    """Take in messages of one organization. A repeat of one that stands in a thread already changes nothing.

    Messages of one person go one after another: each wave holds at most one of a conversation.
    """
    fresh, repeats = await _without_repeats(tx, arrivals)
    if fresh:
        await _receive_fresh(tx, fresh, ports)
    # A repeat with a key of its own brings what the message that stands in the thread only announced.
    if brought := [(item.channel, message) for item, message in repeats if message.key and message.media is not None]:
        await complete(tx, brought)


async def _receive_fresh(tx: Transaction, fresh: Sequence[tuple[Input, InboundMessage]], ports: Ports) -> None:
    views = await channels.views(tx, {item.channel for item, _ in fresh}, ports.adapters)
    people = await contacts.recognise(tx, [_seen(message) for _, message in fresh])
    waiting = [
        _Known(views[item.channel], message, person, item.received_at)
        for (item, message), person in zip(fresh, people, strict=True)
    ]
    tx.count("messages_received", sum(1 for known in waiting if not known.message.echo))
    edits = {
        (known.channel.id, known.message.about, known.contact.id): known.message.text
        for known in waiting
        if known.message.type is MessageType.EDIT
    }
    current = {person.id: person for person in people}
    while waiting:
        wave, waiting = _next_wave(waiting)
        wave = [replace(known, contact=current[known.contact.id]) for known in wave]
        for person in await _run_wave(tx, wave, edits, ports):
            current[person.id] = person


async def _run_wave(
    tx: Transaction, wave: Sequence[_Known], edits: Mapping[tuple[UUID, str, ContactId], str], ports: Ports
) -> list[Contact]:
    """Let at most one message of each conversation stand, and have them answered.

    One that was edited before its turn stands as it was written and is answered as it is meant.
    """
    desk = Desk(ports.clock(), ports.token)
    await _lay_open(tx, desk, wave)
    by_pair = {(one.channel, one.contact): one.id for one in desk.conversations.values()}
    arrived = [_stand(desk, by_pair[known.channel.id, known.contact.id], known) for known in wave]
    changed = await answer(tx, desk, [_as_meant(one, edits) for one in arrived], ports)
    await name_templates(tx, desk, ports)
    await save(tx, desk)
    afterthoughts = [_change(one) for one in arrived if one.message.type in _AFTERTHOUGHTS and one.message.about]
    if afterthoughts:
        await change_messages(tx, afterthoughts)
    return changed


async def _without_repeats(
    tx: Transaction, arrivals: Sequence[tuple[Input, InboundMessage]]
) -> tuple[list[tuple[Input, InboundMessage]], list[tuple[Input, InboundMessage]]]:
    """Divide arrivals into those that stand in no thread yet and those that do."""
    wanted = {(item.channel, message.provider_id) for item, message in arrivals}
    known = await store.known_provider_ids(tx, wanted)
    fresh: list[tuple[Input, InboundMessage]] = []
    repeats: list[tuple[Input, InboundMessage]] = []
    for item, message in arrivals:
        is_known = (item.channel, message.provider_id) in known
        known.add((item.channel, message.provider_id))
        (repeats if is_known else fresh).append((item, message))
    return fresh, repeats


def _next_wave(waiting: Sequence[_Known]) -> tuple[list[_Known], list[_Known]]:
    wave: list[_Known] = []
    later: list[_Known] = []
    taken: set[tuple[UUID, UUID]] = set()
    for known in waiting:
        pair = (known.channel.id, known.contact.id)
        (later if pair in taken else wave).append(known)
        taken.add(pair)
    return wave, later


async def _lay_open(tx: Transaction, desk: Desk, wave: Sequence[_Known]) -> None:
    """Lock the open conversations of the wave, and open one for each person who has none."""
    pairs = {(known.channel.id, known.contact.id): known for known in wave}
    tapping = {pair: known.message for pair, known in pairs.items() if csat_rules.tapped(known.message) is not None}
    for found in await store.lock_open(tx, pairs.keys()):
        known = pairs.pop((found.channel, found.contact))
        desk.lay(found, _place(known))
    previous = await store.latest_archived(tx, pairs.keys()) if pairs else {}
    if tapping or previous:
        await _lay_answered(tx, desk, wave, pairs, previous)
    for (channel, contact), known in pairs.items():
        opened = Conversation(
            id=ConversationId(new_id()), channel=channel, contact=contact, state=State.ACTIVE, state_reason="opened",
            state_since=desk.now, answerer=Answerer.FLOW, opened_at=desk.now, last_message_at=desk.now,
            reply_wa_id=known.message.sender.wa_id, reply_bsuid=known.message.sender.bsuid,
        )  # fmt: skip
        if (before := previous.get((channel, contact))) is not None:
            opened = rules.following(opened, before)
        desk.lay(opened, _place(known), is_new=True)


async def _lay_answered(
    tx: Transaction,
    desk: Desk,
    wave: Sequence[_Known],
    pairs: dict[tuple[UUID, ContactId], _Known],
    previous: Mapping[tuple[UUID, ContactId], Conversation],
) -> None:
    """Find who only says how they liked it. Where nothing else is open, that stands in the conversation it is about, and
    opens none."""
    said = {(known.channel.id, known.contact.id): known.message for known in wave}
    found = await csat.answers(tx, said, previous, desk.now)
    about = {one.survey.conversation: pair for pair, one in found.items() if pair in pairs}
    for conversation in await store.lock(tx, about.keys()) if about else ():
        known = pairs.pop(about[conversation.id])
        desk.lay(conversation, _place(known))
    standing = {(one.channel, one.contact): one.id for one in desk.conversations.values()}
    desk.answered = {standing[pair]: one for pair, one in found.items() if pair in standing}


def _stand(desk: Desk, conversation_id: ConversationId, known: _Known) -> Arrived:
    """Let the message stand in its thread."""
    message = known.message
    direction = "out" if message.echo else "system" if message.type is MessageType.SYSTEM else "in"
    line = Message(
        MessageId(new_id()), conversation_id, known.channel.id, direction, message.type.value,
        Author.PHONE if message.echo else Author.CONTACT, Status.SENT if message.echo else Status.RECEIVED, desk.now,
        text=message.text, subtype=message.subtype, content=content_of_arrival(message) or None,
        provider_id=message.provider_id, reply_to=message.reply_to, sent_at=message.sent_at,
    )  # fmt: skip
    desk.receive(line, media_of(line.id, line.channel, message))
    desk.heard_at[conversation_id] = known.heard_at
    before = desk.conversations[conversation_id]
    desk.put(rules.after_inbound(before, message, preview_of_arrival(message), desk.now))
    phone = message.sender.wa_id or before.reply_wa_id
    return Arrived(conversation_id, line.id, known.channel, known.contact, phone, message)


def _as_meant(one: Arrived, edits: Mapping[tuple[UUID, str, ContactId], str]) -> Arrived:
    text = edits.get((one.channel.id, one.message.provider_id, one.contact.id))
    return one if text is None else replace(one, message=replace(one.message, text=text))


def _change(one: Arrived) -> Change:
    message = one.message
    is_revoked = message.type is MessageType.REVOKE
    return Change(one.channel.id, one.contact.id, message.about, message.echo, is_revoked, message.text)


def _place(known: _Known) -> Place:
    return Place(known.channel.window_hours, known.contact.opted_out_at is not None)


def _seen(message: InboundMessage) -> Seen:
    sender = message.sender
    if sender.bsuid.endswith("@lid"):
        return Seen(sender.wa_id, "", sender.parent_bsuid, sender.name, sender.username, lid=sender.bsuid)
    return Seen(sender.wa_id, sender.bsuid, sender.parent_bsuid, sender.name, sender.username)
