"""What are a pipeline, a stage and a deal?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NewType
from uuid import UUID

from recado.contacts.models import ContactId
from recado.conversations.models import ConversationId

PipelineId = NewType("PipelineId", UUID)
StageId = NewType("StageId", UUID)
ReasonId = NewType("ReasonId", UUID)
DealId = NewType("DealId", UUID)


class StageKind(StrEnum):
    """What standing in a stage means: the business is open, won or lost."""

    OPEN = "open"
    WON = "won"
    LOST = "lost"


class Color(StrEnum):
    """By which of the dashboard's colours a stage is known."""

    GREY = "grey"
    BLUE = "blue"
    GREEN = "green"
    AMBER = "amber"
    RED = "red"


@dataclass(frozen=True, slots=True)
class Stage:
    """One column of a pipeline. `position` counts from 0 within it."""

    id: StageId
    pipeline: PipelineId
    name: str
    kind: StageKind
    color: Color
    position: int


@dataclass(frozen=True, slots=True)
class Pipeline:
    """A way that businesses go, with its stages in order."""

    id: PipelineId
    name: str
    stages: tuple[Stage, ...]


@dataclass(frozen=True, slots=True)
class Reason:
    """Why businesses are won or lost."""

    id: ReasonId
    kind: StageKind
    name: str


@dataclass(frozen=True, slots=True)
class Mover:
    """Who acts: `person`, `key`, `flow`, `automation` or `system`, with the id where there is one."""

    kind: str
    id: UUID | None = None


FLOW = Mover("flow")


@dataclass(frozen=True, slots=True, kw_only=True)
class Deal:
    """One business with one person. Money is whole centavos; `rank` tells its place in its stage."""

    id: DealId
    pipeline: PipelineId
    stage: StageId
    kind: StageKind
    contact: ContactId
    contact_name: str
    phone: str
    conversation: ConversationId | None
    title: str
    value_cents: int
    currency: str
    origin: str
    owner: UUID | None
    owner_name: str
    expected_on: date | None
    rank: str
    revision: int
    reason: ReasonId | None
    reason_name: str
    reason_note: str
    last_key: str
    created_at: datetime
    stage_since: datetime
    closed_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewDeal:
    """A business to begin. Without a stage it enters the first open one of its pipeline."""

    pipeline: PipelineId
    stage: StageId | None = None
    contact: ContactId | None = None
    phone: str = ""
    name: str = ""
    conversation: str = ""
    title: str = ""
    value_cents: int = 0
    origin: str = ""
    owner: UUID | None = None
    expected_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing:
    """Why a business is won or lost, from the organization's list, in words, or both."""

    reason: ReasonId | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Move:
    """One line of a deal's history; `was` is empty for the entry. Names are those of today."""

    at: datetime
    was: str
    became: str
    actor: str
    actor_name: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Which deals are meant. `viewer` limits them to that person's and nobody's; the span is of their entry, end excluded."""

    viewer: UUID | None = None
    owner: UUID | None = None
    unowned: bool = False
    origin_key: str | None = None
    since: datetime | None = None
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """A stage on the board: how many deals and centavos stand in it, and the first of them."""

    stage: Stage
    count: int
    value_cents: int
    deals: tuple[Deal, ...]


@dataclass(frozen=True, slots=True)
class Counted:
    """How many deals of a cohort came as far as a place, and stand there now. `furthest` is the last open stage that each
    was in; `won` of them were won."""

    furthest: StageId | None
    deals: int
    won: int


@dataclass(frozen=True, slots=True)
class Step:
    """An open stage in the conversion: how many came so far or further, and which share of all and of the stage before."""

    stage: Stage
    reached: int
    standing: int
    of_entered: float | None
    of_previous: float | None


@dataclass(frozen=True, slots=True)
class Group:
    """Deals that share an origin or a reason: how many entered, were won and lost, and what was won, in centavos."""

    name: str
    entered: int
    won: int
    lost: int
    won_cents: int

    @property
    def conversion(self) -> float | None:
        """The share that was won; None where nobody entered."""
        return self.won / self.entered if self.entered else None


@dataclass(frozen=True, slots=True)
class Conversion:
    """What became of the deals that entered a pipeline in a span: the whole, step by step, by origin, and why they were lost."""

    whole: Group
    steps: tuple[Step, ...]
    origins: tuple[Group, ...]
    losses: tuple[tuple[str, int], ...]
