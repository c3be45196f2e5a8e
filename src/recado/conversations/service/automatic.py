"""What does the house do in a conversation by itself, on an organization's own rules?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from recado.channels.models import OutgoingMessage
from recado.channels.template_models import TemplateValues
from recado.conversations.errors import ConversationArchived, SaidAlready
from recado.conversations.inbox_errors import AlreadyWaiting
from recado.conversations.models import Actor, Answerer, ConversationId, Handoff, MessageId, State
from recado.conversations.service import verbs
from recado.conversations.service.ports import Ports
from recado.conversations.service.saving import save
from recado.conversations.service.template_messages import worded
from recado.conversations.store import said
from recado.foundation.database import Transaction
from recado.nlu.policies import RECENT, content_hash


async def say(
    tx: Transaction,
    id_: ConversationId,
    ports: Ports,
    actor: Actor,
    *,
    message: OutgoingMessage,
    values: TemplateValues | None = None,
    about: Mapping[str, Any],
) -> MessageId:
    """Queue a message without taking the conversation; `about` is kept with it. What must not leave is refused, not queued.

    Raises `ConversationArchived`, `OptedOut`, `WindowClosed`, `ChannelUnavailable`, `TextTooLong`, `TemplateRefused`, and
    `SaidAlready` where one of the last five messages said the same and the person has not written since.
    """
    desk, conversation = await verbs.lay(tx, id_, ports, None)
    if conversation.state is State.ARCHIVED:
        raise ConversationArchived
    message, content = await worded(tx, conversation, message, values, ports)
    if message.template is None and message.text:
        await _refuse_repetition(tx, id_, message.text)
    await verbs.refuse_what_cannot_leave(tx, desk, conversation, message, ports)
    message_id = desk.say(id_, message, actor, content={**(content or {}), **about})
    await save(tx, desk)
    return message_id


async def _refuse_repetition(tx: Transaction, id_: ConversationId, text: str) -> None:
    # An author's words stay theirs: they are not worded anew as a model's would be, but nobody hears them twice in a row.
    heard = {content_hash(one) for one in await said.since_they_wrote(tx, id_, RECENT)}
    if content_hash(text) in heard:
        raise SaidAlready


async def open_handoff(
    tx: Transaction, id_: ConversationId, ports: Ports, actor: Actor, *, reason: str, priority: str, team: str
) -> None:
    """Ask for a person; raise `ConversationArchived`, or `AlreadyWaiting` where one is asked for already."""
    desk, conversation = await verbs.lay(tx, id_, ports, None)
    if conversation.state is State.ARCHIVED:
        raise ConversationArchived
    if conversation.state is State.WAITING and conversation.answerer is Answerer.PERSON:
        raise AlreadyWaiting
    desk.hand_to_human(Handoff(id_, reason, priority, team), actor)
    await save(tx, desk)
