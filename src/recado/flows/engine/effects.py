"""What can a turn want done in the world?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from msgspec import Struct

from recado.channels.models import OutgoingMessage
from recado.flows.engine.values import Value


class Priority(StrEnum):
    """How soon a person should look."""

    LOW = "low"
    NORMAL = "normal"
    HIGH = "high"
    URGENT = "urgent"


class Say(Struct, frozen=True, gc=False):
    """Send this to the person, after what was said before it. `node` is who said it."""

    message: OutgoingMessage
    node: str = ""


@dataclass(frozen=True, slots=True)
class SetContactField:
    """Remember a value with the contact: `name`, `email`, or a custom field."""

    field: str
    value: Value


@dataclass(frozen=True, slots=True)
class TagContact:
    """Put a tag on the contact."""

    tag: str


@dataclass(frozen=True, slots=True)
class UntagContact:
    """Take a tag off the contact, if it is there."""

    tag: str


@dataclass(frozen=True, slots=True)
class PlaceDeal:
    """Begin the person's deal in a pipeline, or move the open one to a stage; both by the names on the board.

    `moves`: to `stage`, with `reason` where that loses it; `creates`: where there is none. `value_cents` is whole centavos.
    """

    pipeline: str
    stage: str = ""
    title: str = ""
    value_cents: int = 0
    reason: str = ""
    moves: bool = False
    creates: bool = False
    node: str = ""


@dataclass(frozen=True, slots=True)
class HandToHuman:
    """Open a transbordo. `reason` is text for the attendant, or one of the codes below; `team` may be empty.

    Codes: `asked_for_person`, `question_given_up`, `flow_failed`.
    """

    reason: str
    priority: Priority = Priority.NORMAL
    team: str = ""
    summary: str = ""
    """What the flow learned, for the attendant to read first."""


@dataclass(frozen=True, slots=True)
class EndConversation:
    """Archive the conversation."""

    reason: str = ""


@dataclass(frozen=True, slots=True)
class StartTimer:
    """Give `Timer(key)` back to this session at that moment, unless something else ends the wait."""

    key: str
    at: datetime


Effect = Say | SetContactField | TagContact | UntagContact | PlaceDeal | HandToHuman | EndConversation | StartTimer
