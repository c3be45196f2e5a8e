"""How does the house write to somebody of its own accord, whether or not a conversation with them is open?"""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import UUID

from recado.channels import service as channels
from recado.channels.adapter import MessageRefused
from recado.channels.models import OutgoingMessage, Recipient, TemplateCall
from recado.channels.views import ChannelView
from recado.contacts import service as contacts
from recado.contacts.models import Contact, ContactId, Seen
from recado.conversations.handoff_models import Refused
from recado.conversations.models import Actor, Answerer, Conversation, ConversationId, MessageId, State
from recado.conversations.rules import handling as rules
from recado.conversations.service.desk import Desk, Place
from recado.conversations.service.ports import Ports
from recado.conversations.service.saving import save
from recado.conversations.store import threads as store
from recado.foundation.database import Transaction
from recado.foundation.identifiers import new_id


@dataclass(frozen=True, slots=True)
class Whom:
    """A person by an address or by their id, and the number to write from."""

    person: Seen | ContactId
    channel: UUID
    phone: str = ""
    """Where they are reached if no conversation says it better."""


@dataclass(frozen=True, slots=True)
class Written:
    """The message on its way, and the conversation it stands in."""

    message: MessageId
    conversation: ConversationId


async def write(
    tx: Transaction, whom: Whom, ports: Ports, *, text: str, template: TemplateCall | None, persona: str
) -> Written | Refused:
    """Queue a message in the person's open conversation, or in a new one; say why where it cannot go.

    Free text where the window is open, else the template. Who answers in the conversation stays who it was.
    """
    contact = await _person(tx, whom.person)
    if contact is None:
        return Refused("contact_unknown")
    view = (await channels.views(tx, [whom.channel], ports.adapters)).get(whom.channel)
    if view is None:
        return Refused("channel_unavailable")
    desk = Desk(ports.clock(), ports.token)
    place = Place(view.window_hours, contact.opted_out_at is not None)
    conversation = await _conversation(tx, desk, contact, view, whom, place)
    message = OutgoingMessage(text=text)
    refusal = desk.refusal(conversation, message)
    if (refusal == "window_closed" or not text) and template is not None:
        message = OutgoingMessage(template=template)
        refusal = desk.refusal(conversation, message)
    if refused := _refused(conversation, message, view, ports, refusal):
        return refused
    id_ = desk.say(conversation.id, message, Actor("agent"), content={"persona": persona})
    await save(tx, desk)
    return Written(id_, conversation.id)


async def _person(tx: Transaction, person: Seen | ContactId) -> Contact | None:
    if isinstance(person, Seen):
        return (await contacts.recognise(tx, [person]))[0]
    return (await contacts.read(tx, [person])).get(person)


async def _conversation(
    tx: Transaction, desk: Desk, contact: Contact, view: ChannelView, whom: Whom, place: Place
) -> Conversation:
    """Lay the open conversation with the person on the desk, or a new one that follows the last."""
    pair = (view.id, contact.id)
    if found := await store.lock_open(tx, [pair]):
        desk.lay(found[0], place)
        return found[0]
    opened = Conversation(
        id=ConversationId(new_id()), channel=view.id, contact=contact.id, state=State.ACTIVE, state_reason="written_to",
        state_since=desk.now, answerer=Answerer.FLOW, opened_at=desk.now, last_message_at=desk.now,
        reply_wa_id=whom.person.phone if isinstance(whom.person, Seen) else whom.phone,
    )  # fmt: skip
    before = (await store.latest_archived(tx, [pair])).get(pair)
    if before is not None:
        # The window is the person's: what they wrote before it was archived still opens it.
        opened = replace(
            rules.following(opened, before), last_inbound_at=before.last_inbound_at, reply_wa_id=before.reply_wa_id,
            reply_bsuid=before.reply_bsuid,
        )  # fmt: skip
    desk.lay(opened, place, is_new=True)
    return opened


def _refused(
    conversation: Conversation, message: OutgoingMessage, view: ChannelView, ports: Ports, refusal: str
) -> Refused | None:
    if refusal:
        return Refused(refusal)
    if view.state == "disconnected":
        return Refused("channel_unavailable")
    if not (conversation.reply_wa_id or conversation.reply_bsuid):
        return Refused("no_address")
    adapter = ports.adapters.get(view.adapter)
    if adapter is None:
        return Refused("channel_unavailable")
    if len(message.text) > adapter.manifest.limits.text:
        return Refused("text_too_long", str(adapter.manifest.limits.text))
    try:
        adapter.write(message, Recipient(conversation.reply_wa_id, conversation.reply_bsuid), "")
    except MessageRefused as refused:
        return Refused("message_refused", str(refused.field))
    return None
