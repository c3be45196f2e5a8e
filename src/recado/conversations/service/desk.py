"""What lies on the desk in one transaction: conversations under lock, every verb on them, and one saving of it all?

The verbs decide in memory; `save` writes everything with one statement per table, whether one conversation is on the desk or
sixty-four. Nothing here waits for the database but `save`.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from recado.channels.models import OutgoingMessage, Recipient
from recado.conversations import events
from recado.conversations.csat_models import Answered
from recado.conversations.models import (
    Actor,
    Answerer,
    Author,
    Conversation,
    ConversationId,
    Handoff,
    Message,
    MessageId,
    Move,
    NewMedia,
    State,
    Status,
)
from recado.conversations.rules import handling as rules
from recado.conversations.rules.wording import content_of, preview_of
from recado.foundation.database import Transaction
from recado.foundation.facts import Fact
from recado.foundation.identifiers import new_id
from recado.foundation.lanes.models import Lane, NewOutgoing

_AUTHORS = {"flow": Author.FLOW, "agent": Author.AGENT, "person": Author.PERSON, "system": Author.SYSTEM}


@dataclass(frozen=True, slots=True)
class Place:
    """What the desk knows about the surroundings of a conversation: may free text go there at all?"""

    window_hours: int | None
    opted_out: bool


@dataclass(slots=True)
class Desk:
    """Conversations at hand. `token` makes the mark that a provider sends back with a status."""

    now: datetime
    token: Any
    conversations: dict[ConversationId, Conversation] = field(default_factory=dict)
    places: dict[ConversationId, Place] = field(default_factory=dict)
    heard_at: dict[ConversationId, datetime] = field(default_factory=dict)
    """When the message that is being answered was accepted, for the figure of how long answers take."""
    opened: set[ConversationId] = field(default_factory=set)
    changed: set[ConversationId] = field(default_factory=set)
    messages: list[Message] = field(default_factory=list)
    media: list[NewMedia] = field(default_factory=list)
    outgoing: list[NewOutgoing] = field(default_factory=list)
    refused: list[tuple[MessageId, str]] = field(default_factory=list)
    moves: list[Move] = field(default_factory=list)
    handoffs: list[Handoff] = field(default_factory=list)
    handoffs_ended: list[tuple[ConversationId, str, UUID | None]] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)
    answered: dict[ConversationId, Answered] = field(default_factory=dict)
    """Conversations in which what has just arrived says how somebody liked it: no flow hears that."""
    afterwards: list[Callable[[Transaction], Awaitable[None]]] = field(default_factory=list)
    """What the turn's listener writes itself, once the conversations and messages it refers to are there."""

    def lay(self, conversation: Conversation, place: Place, *, is_new: bool = False) -> None:
        """Put a locked or a new conversation on the desk."""
        self.conversations[conversation.id] = conversation
        self.places[conversation.id] = place
        if is_new:
            self.opened.add(conversation.id)
            self.facts.append(Fact(events.CONVERSATION_OPENED, conversation.id))

    def put(self, conversation: Conversation) -> None:
        """Replace a conversation by its changed self."""
        if self.conversations[conversation.id] is not conversation:
            self.conversations[conversation.id] = conversation
            self.changed.add(conversation.id)

    def receive(self, message: Message, media: Iterable[NewMedia] = ()) -> None:
        """Let a message that has arrived stand in its thread."""
        self.messages.append(message)
        self.media.extend(media)
        self.facts.append(Fact(events.MESSAGE_RECEIVED, message.conversation, {"message_id": str(message.id)}))

    def say(
        self,
        conversation_id: ConversationId,
        message: OutgoingMessage,
        actor: Actor,
        *,
        lane: Lane = Lane.REPLY,
        klass: str = "reply",
        content: Mapping[str, Any] | None = None,
        message_id: MessageId | None = None,
    ) -> MessageId:
        """Queue `message`; where a rule forbids it, it stands in the thread as failed with the reason and never leaves."""
        conversation = self.conversations[conversation_id]
        id_ = message_id or MessageId(new_id())
        refusal = self.refusal(conversation, message)
        preview = preview_of(message)
        held = {**content_of(message), **(content or {})}
        self.messages.append(
            Message(
                id_,
                conversation_id,
                conversation.channel,
                "out",
                _type_of(message),
                _AUTHORS[actor.kind],
                Status.FAILED if refusal else Status.QUEUED,
                self.now,
                text=message.text if message.reaction is None else message.reaction,
                content=held or None,
                author_id=actor.id,
                reply_to=message.reply_to,
            )
        )
        self.put(rules.after_outbound(conversation, preview, self.now))
        if refusal:
            self.refused.append((id_, refusal))
        else:
            self.outgoing.append(self._row(conversation, id_, message, lane, klass))
        self.facts.append(Fact(events.MESSAGE_QUEUED, conversation_id, {"message_id": str(id_)}))
        return id_

    def note(self, conversation_id: ConversationId, text: str, actor: Actor) -> Message:
        """Write something that only colleagues see."""
        conversation = self.conversations[conversation_id]
        note = Message(
            MessageId(new_id()), conversation_id, conversation.channel, "note", "text", Author.PERSON, Status.RECEIVED,
            self.now, text=text, author_id=actor.id,
        )  # fmt: skip
        self.messages.append(note)
        self.facts.append(Fact(events.NOTE_ADDED, conversation_id, {"message_id": str(note.id)}))
        return note

    def tell(self, conversation_id: ConversationId, code: str, actor: Actor, **data: Any) -> None:
        """Write a line of the system's own into the thread: `code` is worded by the dashboard."""
        conversation = self.conversations[conversation_id]
        self.messages.append(
            Message(
                MessageId(new_id()),
                conversation_id,
                conversation.channel,
                "system",
                "event",
                Author.SYSTEM,
                Status.RECEIVED,
                self.now,
                subtype=code,
                content={"actor": actor.name, **data} if data or actor.name else None,
                author_id=actor.id,
            )
        )

    def move(self, conversation_id: ConversationId, became: State, actor: Actor, reason: str) -> bool:
        """Change the state, and keep who did it and why; False where it is that already."""
        conversation = self.conversations[conversation_id]
        if conversation.state is became:
            return False
        step = {State.ACTIVE: rules.active, State.WAITING: rules.waiting, State.ARCHIVED: rules.archived}[became]
        self.put(step(conversation, reason, self.now))
        self.moves.append(Move(conversation_id, conversation.state, became, actor.kind, reason, actor.id))
        self.facts.append(Fact(events.STATE_CHANGED, conversation_id, {"state": became.value}))
        if became is State.ARCHIVED:
            self.handoffs_ended.append((conversation_id, "resolved", actor.id))
        return True

    def hand_to_human(self, handoff: Handoff, actor: Actor) -> None:
        """Ask for a person: the conversation waits, and the bot keeps silent until it is handed back."""
        conversation = self.conversations[handoff.conversation]
        self.put(replace(conversation, answerer=Answerer.PERSON, bot_silent_since=self.now))
        self.move(handoff.conversation, State.WAITING, actor, handoff.reason)
        self.handoffs.append(handoff)
        self.tell(handoff.conversation, "handoff_opened", actor, reason=handoff.reason, summary=handoff.summary)
        self.facts.append(Fact(events.HANDOFF_OPENED, handoff.conversation))
        self.facts.append(Fact(events.ANSWERER_CHANGED, handoff.conversation, {"answerer": "person"}))

    def take(self, conversation_id: ConversationId, actor: Actor) -> None:
        """Let a person answer from now on."""
        conversation = self.conversations[conversation_id]
        is_theirs = conversation.assignee == actor.id and conversation.answerer is Answerer.PERSON
        # What was given to somebody waits until they take it: then its transbordo is taken too.
        if is_theirs and conversation.state is not State.WAITING:
            return
        self.put(replace(conversation, answerer=Answerer.PERSON, assignee=actor.id, bot_silent_since=self.now))
        self.move(conversation_id, State.ACTIVE, actor, "taken")
        self.handoffs_ended.append((conversation_id, "taken", actor.id))
        self.tell(conversation_id, "taken", actor)
        self.facts.append(Fact(events.ANSWERER_CHANGED, conversation_id, {"answerer": "person"}))

    def let_bot_return(self, conversation_id: ConversationId) -> None:
        """Let the bot answer again because the person at the desk has gone quiet; nobody is looked for any more."""
        self.put(rules.returned(self.conversations[conversation_id]))
        self.move(conversation_id, State.ACTIVE, Actor("system"), "bot_returned")
        self.handoffs_ended.append((conversation_id, "returned", None))
        self.facts.append(Fact(events.ANSWERER_CHANGED, conversation_id, {"answerer": "flow"}))

    def answered_by_phone(self, conversation_id: ConversationId) -> None:
        """Nobody waits any more where somebody has answered from the business's own phone."""
        if self.conversations[conversation_id].state is State.WAITING:
            self.move(conversation_id, State.ACTIVE, Actor("phone"), "answered_by_phone")
            self.handoffs_ended.append((conversation_id, "taken", None))
        self.facts.append(Fact(events.ANSWERER_CHANGED, conversation_id, {"answerer": "person"}))

    def end_handoff(self, conversation_id: ConversationId, end: str, actor: Actor) -> None:
        """Let a transbordo be `resolved` or `expired`; where it was resolved, nobody waits any more."""
        self.handoffs_ended.append((conversation_id, end, actor.id))
        if end == "resolved":
            self.move(conversation_id, State.ACTIVE, actor, "handoff_resolved")
        self.tell(conversation_id, f"handoff_{end}", actor)
        self.facts.append(Fact(events.HANDOFF_CHANGED, conversation_id))

    def hand_back(self, conversation_id: ConversationId, actor: Actor) -> None:
        """Let the bot answer again."""
        conversation = self.conversations[conversation_id]
        self.put(replace(conversation, answerer=Answerer.FLOW, assignee=None, bot_silent_since=None))
        self.move(conversation_id, State.ACTIVE, actor, "handed_back")
        self.handoffs_ended.append((conversation_id, "resolved", actor.id))
        self.tell(conversation_id, "handed_back", actor)
        self.facts.append(Fact(events.ANSWERER_CHANGED, conversation_id, {"answerer": "flow"}))

    def refusal(self, conversation: Conversation, message: OutgoingMessage) -> str:
        """Return the code of the rule that keeps `message` from leaving now; empty where none does."""
        place = self.places[conversation.id]
        if place.opted_out:
            return "opted_out"
        if message.template is None and not rules.window_is_open(
            conversation.last_inbound_at, place.window_hours, self.now
        ):
            return "window_closed"
        return ""

    def _row(
        self, conversation: Conversation, id_: MessageId, message: OutgoingMessage, lane: Lane, klass: str
    ) -> NewOutgoing:
        recipient = Recipient(conversation.reply_wa_id, conversation.reply_bsuid)
        return NewOutgoing(
            id_, conversation.id, conversation.channel, lane, klass, msgspec.json.encode(recipient).decode(),
            msgspec.json.encode(message).decode(), self.token(id_), self.heard_at.get(conversation.id),
        )  # fmt: skip


def _type_of(message: OutgoingMessage) -> str:
    if message.template is not None:
        return "template"
    if message.reaction is not None:
        return "reaction"
    if message.sections or message.buttons or message.interactive is not None:
        return "interactive"
    if message.media is not None:
        return message.media.type
    if message.location is not None:
        return "location"
    return "contacts" if message.contacts else "text"
