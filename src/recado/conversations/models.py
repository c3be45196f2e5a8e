"""What is a conversation, and what stands in it?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any, NewType
from uuid import UUID

from recado.contacts.models import ContactId

ConversationId = NewType("ConversationId", UUID)
MessageId = NewType("MessageId", UUID)


class State(StrEnum):
    """At the screen: *ativa*, *aguardando* (a person is needed), *arquivada*."""

    ACTIVE = "active"
    WAITING = "waiting"
    ARCHIVED = "archived"


class Answerer(StrEnum):
    """Who answers now."""

    FLOW = "flow"
    AGENT = "agent"
    PERSON = "person"


class Author(StrEnum):
    """Who wrote a message. `phone` is the business itself, from its own phone."""

    CONTACT = "contact"
    FLOW = "flow"
    AGENT = "agent"
    PERSON = "person"
    PHONE = "phone"
    SYSTEM = "system"


class Status(StrEnum):
    """How far a message has come; see `rules.RANKS` for the order."""

    RECEIVED = "received"
    QUEUED = "queued"
    UNCONFIRMED = "unconfirmed"
    ACCEPTED = "accepted"
    SENT = "sent"
    FAILED = "failed"
    DELIVERED = "delivered"
    READ = "read"
    PLAYED = "played"


RANKS = {
    Status.RECEIVED: 0,
    Status.QUEUED: 10,
    Status.UNCONFIRMED: 25,
    Status.ACCEPTED: 30,
    Status.SENT: 40,
    Status.FAILED: 45,
    Status.DELIVERED: 50,
    Status.READ: 60,
    Status.PLAYED: 70,
}
"""A status only moves forward. `failed` counts only from before `delivered`; a message that was delivered after all was."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far one message has come, by the furthest of the statuses at hand."""

    message: UUID
    provider_id: str
    status: Status
    failure: dict[str, Any] | None

    @property
    def rank(self) -> int:
        """Where it stands in the order."""
        return RANKS[self.status]


@dataclass(frozen=True, slots=True)
class Conversation:
    """A thread with one person on one channel. Times are aware; `reply_*` is where an answer goes."""

    id: ConversationId
    channel: UUID
    contact: ContactId
    state: State
    state_reason: str
    state_since: datetime
    answerer: Answerer
    opened_at: datetime
    last_message_at: datetime
    reply_wa_id: str = ""
    reply_bsuid: str = ""
    assignee: UUID | None = None
    bot: UUID | None = None
    bot_silent_since: datetime | None = None
    last_inbound_at: datetime | None = None
    last_message_preview: str = ""
    last_message_direction: str = "in"
    waiting_since: datetime | None = None
    unread: int = 0
    processed_since: datetime | None = None
    processed_count: int = 0
    abuse_told: bool = False
    previous: ConversationId | None = None
    archived_at: datetime | None = None
    team: UUID | None = None


@dataclass(frozen=True, slots=True)
class Message:
    """A line of a thread. `direction` is in, out, note or system; `content` holds what `text` does not."""

    id: MessageId
    conversation: ConversationId
    channel: UUID
    direction: str
    type: str
    author: Author
    status: Status
    created_at: datetime
    text: str = ""
    subtype: str = ""
    content: Mapping[str, Any] | None = None
    author_id: UUID | None = None
    provider_id: str | None = None
    reply_to: str = ""
    sent_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class NewMedia:
    """Bytes that belong to a message and are still with the provider, or (`storage_key`) already here."""

    id: UUID
    message: MessageId
    channel: UUID
    provider_id: str
    mime_type: str
    filename: str
    sha256: str
    voice: bool
    failure: str = ""


@dataclass(frozen=True, slots=True)
class Move:
    """A change of state, with who made it and why."""

    conversation: ConversationId
    was: State
    became: State
    actor: str
    reason: str
    actor_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Policy:
    """What an organization has set that decides who answers; see the columns of `organizations`."""

    time_zone: str
    consent: str
    bot_returns_after_minutes: int | None
    messages_a_minute: int = 5
    stale_after_minutes: int = 10


@dataclass(frozen=True, slots=True)
class Answer:
    """A machine answers this message."""

    reason: str


@dataclass(frozen=True, slots=True)
class Silence:
    """No machine answers. `reason` says why; `needs_person` that somebody must be told."""

    reason: str
    needs_person: bool = False


@dataclass(frozen=True, slots=True)
class AskConsent:
    """The notice goes out, and nothing else."""


@dataclass(frozen=True, slots=True)
class Courtesy:
    """One fixed sentence of the platform's own goes out, by its code, and no flow runs."""

    code: str
    needs_person: bool = False


Handling = Answer | Silence | AskConsent | Courtesy


@dataclass(frozen=True, slots=True)
class Actor:
    """Who does something at the desk: `flow`, `person`, `system` …, with the id where there is one."""

    kind: str
    id: UUID | None = None
    name: str = ""


SYSTEM = Actor("system")
FLOW = Actor("flow")


@dataclass(frozen=True, slots=True)
class Handoff:
    """A transbordo: a person is asked for. `priority` is low, normal or high."""

    conversation: ConversationId
    reason: str
    priority: str = "normal"
    team: str = ""
    summary: str = field(default="")
