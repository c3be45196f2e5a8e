"""Who shares work at the desk, and how does it change hands?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from recado.conversations.models import ConversationId

PRESENT_FOR = timedelta(seconds=75)
"""An open live stream says so every half minute; one that was lost is given the time to come back."""


class Rule(StrEnum):
    """How a team's conversations find a person by themselves."""

    OFF = "off"
    ROUND_ROBIN = "round_robin"
    LEAST_LOADED = "least_loaded"


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody of the team. `at_hand` counts their conversations that are not archived."""

    member: UUID
    name: str
    available: bool
    cap: int
    at_hand: int
    seen_at: datetime | None
    given_at: datetime | None

    def is_present(self, now: datetime) -> bool:
        """Tell whether they are at the desk."""
        return self.available and self.seen_at is not None and now - self.seen_at < PRESENT_FOR


@dataclass(frozen=True, slots=True)
class Chosen:
    """This one. `reason` is the rule; `at_hand` what they had before."""

    member: UUID
    name: str
    reason: str
    at_hand: int


@dataclass(frozen=True, slots=True)
class Nobody:
    """No one can take it now: `off`, `empty_team`, `nobody_present` or `all_full`."""

    reason: str


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody who can be called by name."""

    id: UUID
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """To whom a conversation goes; neither person nor team means to nobody."""

    member: UUID | None = None
    member_name: str = ""
    team: UUID | None = None
    team_name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment:
    """One change of hands. `actor` is person, rule or system."""

    conversation: ConversationId
    member: UUID | None
    team: UUID | None
    actor: str
    actor_id: UUID | None
    actor_name: str
    reason: str
    note: str
    at: datetime
