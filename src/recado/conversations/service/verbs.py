"""What do people do at the desk?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from uuid import UUID

from msgspec import structs

from recado.channels import service as channels
from recado.channels.adapter import Adapter, MessageRefused
from recado.channels.models import OutgoingMessage, Recipient
from recado.channels.template_models import TemplateValues
from recado.conversations import events
from recado.conversations.errors import (
    ChannelUnavailable,
    ConversationArchived,
    ConversationNotFound,
    NothingToSend,
    OptedOut,
    TakenByOther,
    TextTooLong,
    WindowClosed,
)
from recado.conversations.models import (
    Actor,
    Answerer,
    Conversation,
    ConversationId,
    Handoff,
    MessageId,
    State,
)
from recado.conversations.service import media
from recado.conversations.service.desk import Desk, Place
from recado.conversations.service.ports import Ports
from recado.conversations.service.saving import save
from recado.conversations.service.seeing import sees
from recado.conversations.service.template_messages import worded
from recado.conversations.store import reading
from recado.conversations.store import threads as store
from recado.conversations.store import verbs as verbs_store
from recado.foundation import jobs
from recado.foundation.database import Transaction
from recado.foundation.facts import Fact
from recado.foundation.identifiers import new_id
from recado.foundation.phone import match_key, with_country

TELL_READ = "conversations.tell_read"
Viewer = UUID | None
"""Whose conversations may be seen beside nobody's; None for those who see all."""


async def find(tx: Transaction, ref: str) -> ConversationId:
    """Return the conversation of an id, or the latest one with the person of a phone in any form."""
    try:
        return ConversationId(UUID(ref))
    except ValueError:
        found = await reading.find_by_phone(tx, match_key(with_country(ref))) if ref else None
    if found is None:
        raise ConversationNotFound
    return found


async def find_seen(tx: Transaction, ref: str, viewer: Viewer) -> ConversationId:
    """Return the conversation of `ref` if the viewer may see it; raise `ConversationNotFound`."""
    id_ = await find(tx, ref)
    row = await reading.read_conversation(tx, id_)
    if row is None or not await sees(tx, viewer, assignee=row["assignee_id"], team=row["team_id"]):
        raise ConversationNotFound
    return id_


async def lay(tx: Transaction, id_: ConversationId, ports: Ports, viewer: Viewer) -> tuple[Desk, Conversation]:
    """Lock a conversation and put it on a desk; raise `ConversationNotFound` where there is none that may be seen."""
    locked = await store.lock(tx, [id_])
    if not locked or not await sees(tx, viewer, assignee=locked[0].assignee, team=locked[0].team):
        raise ConversationNotFound
    conversation = locked[0]
    desk = Desk(ports.clock(), ports.token)
    window, opted_out, _ = await _surroundings(tx, conversation, ports.adapters)
    desk.lay(conversation, Place(window, opted_out))
    return desk, conversation


async def take(tx: Transaction, id_: ConversationId, ports: Ports, actor: Actor, viewer: Viewer) -> None:
    """Let `actor` answer from now on; raise `TakenByOther` where a colleague does already."""
    desk, conversation = await lay(tx, id_, ports, None)
    refuse_archived(conversation)
    await refuse_taken(tx, conversation, actor)
    if not await sees(tx, viewer, assignee=conversation.assignee, team=conversation.team):
        raise ConversationNotFound
    desk.take(id_, actor)
    await save(tx, desk)


async def hand_back(tx: Transaction, id_: ConversationId, ports: Ports, actor: Actor, viewer: Viewer) -> None:
    """Let the bot answer again."""
    desk, conversation = await lay(tx, id_, ports, viewer)
    refuse_archived(conversation)
    desk.hand_back(id_, actor)
    await save(tx, desk)


async def close(tx: Transaction, id_: ConversationId, ports: Ports, actor: Actor, viewer: Viewer) -> None:
    """Archive the conversation; repeating it changes nothing."""
    desk, _ = await lay(tx, id_, ports, viewer)
    if desk.move(id_, State.ARCHIVED, actor, "closed"):
        desk.tell(id_, "archived", actor)
    await save(tx, desk)


async def wait(tx: Transaction, id_: ConversationId, ports: Ports, actor: Actor, viewer: Viewer) -> None:
    """Put the conversation among those that wait for a person."""
    desk, conversation = await lay(tx, id_, ports, viewer)
    refuse_archived(conversation)
    if desk.move(id_, State.WAITING, actor, "put_to_wait"):
        desk.put(replace(desk.conversations[id_], answerer=Answerer.PERSON, bot_silent_since=desk.now))
        desk.handoffs.append(Handoff(id_, "put_to_wait"))
        desk.facts.append(Fact(events.HANDOFF_OPENED, id_))
        desk.tell(id_, "waiting", actor)
    await save(tx, desk)


async def mark_read(tx: Transaction, id_: ConversationId, ports: Ports, viewer: Viewer) -> None:
    """Say that somebody has seen what the person wrote."""
    desk, conversation = await lay(tx, id_, ports, viewer)
    if conversation.unread:
        desk.put(replace(conversation, unread=0))
        desk.facts.append(Fact(events.READ, id_))
        await save(tx, desk)
        await jobs.defer(tx, TELL_READ, {"conversation_id": str(id_)})


async def send(
    tx: Transaction,
    id_: ConversationId,
    ports: Ports,
    actor: Actor,
    viewer: Viewer,
    *,
    message: OutgoingMessage,
    values: TemplateValues | None = None,
    media_id: UUID | None = None,
    reply_to: UUID | None = None,
    key: str = "",
) -> MessageId:
    """Queue a person's message; the same `key` gives the same message, however often it is asked for.

    `values` fill the message's template in, with an upload as its header. Whoever writes takes the conversation. Raises
    `WindowClosed`, `OptedOut`, `ConversationArchived`, `TakenByOther`, `NothingToSend`, `TextTooLong`,
    `ChannelUnavailable`, `MediaNotUsable`, `TemplateRefused`, `TemplatesUnsupported`.
    """
    desk, conversation = await lay(tx, id_, ports, viewer)
    key = f"{actor.id}:{id_}:{key}" if key else ""
    if key and (known := await verbs_store.sent_under(tx, key)) is not None:
        return known
    if not message.text.strip() and media_id is None and message.template is None:
        raise NothingToSend
    refuse_archived(conversation)
    await refuse_taken(tx, conversation, actor)
    message_id = MessageId(new_id())
    upload = None
    if media_id is not None:
        upload, outgoing_media = await media.take_upload(tx, media_id, by=actor.id)
        message = structs.replace(message, media=outgoing_media)
    if reply_to is not None:
        message = structs.replace(message, reply_to=await verbs_store.provider_id_of(tx, conversation.id, reply_to))
    message, content = await worded(tx, conversation, message, values, ports)
    await refuse_what_cannot_leave(tx, desk, conversation, message, ports)
    desk.take(id_, actor)
    desk.put(replace(desk.conversations[id_], unread=0, bot_silent_since=desk.now))
    desk.say(id_, message, actor, message_id=message_id, content=content)
    await save(tx, desk)
    if upload is not None:
        await media.attach(tx, upload, message=message_id, channel=conversation.channel)
    if key:
        await verbs_store.keep_key(tx, key, message_id)
    return message_id


async def refuse_what_cannot_leave(
    tx: Transaction, desk: Desk, conversation: Conversation, message: OutgoingMessage, ports: Ports
) -> None:
    """Raise for what would not reach the person: `OptedOut`, `ChannelUnavailable`, `WindowClosed`, `TextTooLong`."""
    window, opted_out, state = await _surroundings(tx, conversation, ports.adapters)
    if opted_out:
        raise OptedOut
    if state == "disconnected":
        raise ChannelUnavailable
    refusal = desk.refusal(conversation, message)
    if refusal == "window_closed":
        closed = conversation.last_inbound_at
        raise WindowClosed(hours=window, last_inbound_at=closed.isoformat() if closed else None)
    adapter = ports.adapters.get(
        (await channels.views(tx, [conversation.channel], ports.adapters))[conversation.channel].adapter
    )
    if adapter is None:
        raise ChannelUnavailable
    if len(message.text) > adapter.manifest.limits.text:
        raise TextTooLong(limit=adapter.manifest.limits.text)
    if message.media is None:
        try:
            adapter.write(message, Recipient(conversation.reply_wa_id, conversation.reply_bsuid), "")
        except MessageRefused as refused:
            raise TextTooLong(limit=refused.limit, field=refused.field) from refused


async def _surroundings(
    tx: Transaction, conversation: Conversation, adapters: Mapping[str, Adapter]
) -> tuple[int | None, bool, str]:
    view = (await channels.views(tx, [conversation.channel], adapters))[conversation.channel]
    return view.window_hours, await verbs_store.is_opted_out(tx, conversation.contact), view.state


async def refuse_taken(tx: Transaction, conversation: Conversation, actor: Actor) -> None:
    """Raise `TakenByOther` where a colleague answers."""
    if conversation.answerer is Answerer.PERSON and conversation.assignee not in (None, actor.id):
        raise TakenByOther(name=await verbs_store.member_name(tx, conversation.assignee))


def refuse_archived(conversation: Conversation) -> None:
    """Raise `ConversationArchived` for what is closed."""
    if conversation.state is State.ARCHIVED:
        raise ConversationArchived
