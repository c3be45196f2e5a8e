"""What is an automation, and what is kept of each time it heard something?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any, Literal, NewType
from uuid import UUID

from msgspec import Struct

from recado.automations.actions import Action

AutomationId = NewType("AutomationId", UUID)
RunId = NewType("RunId", UUID)
Value = str | int | float | bool | list[str] | None
"""What a field of a situation holds, or what it is compared with."""


class State(StrEnum):
    """At the screen: *rascunho*, *ligada*, *desligada*."""

    DRAFT = "draft"
    ON = "on"
    OFF = "off"


class RunState(StrEnum):
    """What became of one time that an automation heard something."""

    WAITING = "waiting"
    RAN = "ran"
    SKIPPED = "skipped"
    FAILED = "failed"


class Hours(StrEnum):
    """When an automation acts, by the organization's opening hours."""

    ALWAYS = "always"
    OPEN = "open"
    CLOSED = "closed"
    NEXT_OPENING = "next_opening"
    """Outside the hours it waits until the next opening."""


class Test(Struct, frozen=True, tag="test", tag_field="kind"):
    """One comparison: the field of the situation, how, and with what. A list means: with any of these."""

    field: str
    op: str
    value: Value = None


class Group(Struct, frozen=True, tag="group", tag_field="kind"):
    """Comparisons that hold together: all of them, any of them, or none of them. An empty group holds."""

    join: Literal["all", "any", "none"] = "all"
    tests: tuple[Test | Group, ...] = ()


class Rule(Struct, frozen=True):
    """Everything that an automation says beside its triggers. `0` means: no limit of that kind."""

    conditions: Group = Group()
    actions: tuple[Action, ...] = ()
    wait_minutes: int = 0
    hours: Hours = Hours.ALWAYS
    per_hour: int = 5
    """How often it acts for one conversation in an hour."""
    again_after_minutes: int = 0
    """How long it leaves a conversation alone after it has acted there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Automation:
    """A rule in service or being drawn. `position` tells which one goes first where several hear the same fact."""

    id: AutomationId
    name: str
    state: State
    position: int
    triggers: tuple[str, ...]
    rule: Rule
    revision: int
    enabled_at: datetime | None
    changed_by_name: str
    changed_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """What became of an automation's runs lately."""

    ran: int = 0
    skipped: int = 0
    failed: int = 0
    waiting: int = 0
    last_ran_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Heard:
    """A fact as an automation hears it. `depth` automations stand behind it: `chain`."""

    seq: int
    name: str
    at: datetime
    conversation: UUID | None
    data: Mapping[str, Any]
    depth: int = 0
    chain: tuple[UUID, ...] = ()


@dataclass(frozen=True, slots=True)
class Situation:
    """What was seen when an automation looked: values by field, and the names of the ids among them.

    A field that is absent cannot be known here: there is no deal, say.
    """

    now: datetime
    conversation: UUID | None = None
    contact: UUID | None = None
    deal: UUID | None = None
    subject: UUID | None = None
    values: Mapping[str, Value] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)


class Seen(Struct, frozen=True, tag="test", tag_field="kind"):
    """How one comparison came out. `known` is false where the situation has no such field; `shown` words ids."""

    field: str
    op: str
    value: Value
    held: bool
    seen: Value = None
    known: bool = True
    shown: str = ""


class SeenGroup(Struct, frozen=True, tag="group", tag_field="kind"):
    """How a group came out."""

    join: str
    held: bool
    tests: tuple[Seen | SeenGroup, ...] = ()


class Outcome(Struct, frozen=True):
    """What became of one action: `done`, or `refused` with the code of the rule that said no."""

    do: str
    state: Literal["done", "refused"]
    code: str = ""
    about: dict[str, Any] = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One time that an automation heard something. `reason` says why it did not act, or not wholly."""

    id: RunId
    automation: AutomationId
    revision: int
    heard: Heard
    state: RunState
    reason: str
    due_at: datetime
    attempts: int
    subject: UUID | None
    contact_name: str
    trace: SeenGroup | None
    outcomes: tuple[Outcome, ...]
    created_at: datetime
    finished_at: datetime | None


@dataclass(frozen=True, slots=True)
class Opening:
    """Whether the organization is open, and when that changes; None where it never does within a year."""

    open: bool
    changes_at: datetime | None


@dataclass(frozen=True, slots=True)
class Past:
    """How much has been done lately: by this automation for this subject, and by all of them."""

    own_in_hour: int = 0
    all_in_hour: int = 0
    last_ran_at: datetime | None = None
