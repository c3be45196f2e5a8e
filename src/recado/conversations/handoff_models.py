"""What is a transbordo as a task: by when is it to be taken, who is told, and what was asked of Viviane?"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID

from recado.contacts.models import ContactId
from recado.conversations.models import ConversationId


class LeadClass(StrEnum):
    """How promising a person is; it decides how soon somebody is to answer."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
    UNRATED = "unrated"


class NoticeKind(StrEnum):
    """What colleagues are told: somebody waits, or has waited past the target."""

    OPENED = "opened"
    LATE = "late"


class Medium(StrEnum):
    """How a colleague is reached outside the dashboard."""

    EMAIL = "email"
    WHATSAPP = "whatsapp"


@dataclass(frozen=True, slots=True)
class Targets:
    """Within which time somebody is to take a transbordo, and after which nobody is looked for any more."""

    high: timedelta = timedelta(minutes=5)
    medium: timedelta = timedelta(minutes=15)
    low: timedelta = timedelta(minutes=60)
    unrated: timedelta = timedelta(minutes=30)
    expires_after: timedelta = timedelta(hours=72)


@dataclass(frozen=True, slots=True)
class HandoffSettings:
    """What an organization has set: targets, and whom to tell by which way. Numbers are digits with country code."""

    targets: Targets = field(default_factory=Targets)
    email_recipients: tuple[str, ...] = ()
    whatsapp_recipients: tuple[str, ...] = ()
    late_email_recipients: tuple[str, ...] = ()
    late_whatsapp_recipients: tuple[str, ...] = ()
    channel: UUID | None = None
    template_name: str = ""
    template_language: str = "pt_BR"


@dataclass(frozen=True, slots=True)
class Due:
    """The two moments of a transbordo: taken by then, given up by then."""

    due_at: datetime
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class NewHandoff:
    """A transbordo that is about to be opened."""

    id: UUID
    conversation: ConversationId
    reason: str
    priority: str
    team: str
    summary: str
    lead_class: LeadClass
    due: Due


@dataclass(frozen=True, slots=True)
class NewNotice:
    """One colleague who is to be told something of one transbordo."""

    id: UUID
    handoff: UUID
    kind: NoticeKind
    medium: Medium
    recipient: str


@dataclass(frozen=True, slots=True)
class Notice:
    """A notice with what its text says: who waits, why, since when and until when."""

    id: UUID
    kind: NoticeKind
    medium: Medium
    recipient: str
    state: str
    attempts: int
    message: UUID | None
    handoff_state: str
    conversation: UUID
    person: str
    reason: str
    priority: str
    opened_at: datetime
    due_at: datetime
    organization: str
    time_zone: str


@dataclass(frozen=True, slots=True)
class Delegation:
    """What somebody asked Viviane to write to a person. `template` is in the provider's shape, None for free text."""

    id: UUID
    contact: ContactId
    conversation: ConversationId | None
    channel: UUID | None
    text: str
    template: dict[str, Any] | None
    state: str
    attempts: int


@dataclass(frozen=True, slots=True)
class Refused:
    """Why something cannot be sent now: a stable code, and a detail where there is one."""

    code: str
    detail: str = ""
