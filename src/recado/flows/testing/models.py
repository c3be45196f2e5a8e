"""What is a time-travel case: what a person does, what the bot must answer, and how the time passes?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

from recado.flows.engine.patterns import Pattern
from recado.flows.engine.values import Value
from recado.flows.testing.times import Moment, Span


@dataclass(frozen=True, slots=True)
class Says:
    """The person writes."""

    text: str


@dataclass(frozen=True, slots=True)
class Taps:
    """The person taps a button or a row: its title, its id, or its number from 1."""

    choice: str


@dataclass(frozen=True, slots=True)
class Sends:
    """The person sends something else than text; `text` is a caption, or what a recording says."""

    type: str
    text: str = ""
    media: Mapping[str, Value] | None = None
    location: Mapping[str, Value] | None = None


@dataclass(frozen=True, slots=True)
class Begins:
    """The flow begins although nobody wrote: a campaign, or an operator."""


@dataclass(frozen=True, slots=True)
class HandedBack:
    """The attendant gives the conversation back to the bot."""


@dataclass(frozen=True, slots=True)
class After:
    """Time passes; timers fire in their order."""

    span: Span


@dataclass(frozen=True, slots=True)
class At:
    """Time passes until the next moment that this means."""

    moment: Moment


@dataclass(frozen=True, slots=True)
class Reply:
    """What an address of the outside answers: to a node, an address (`*` for any rest), a method; empty matches all.

    The value is the one an ask's answer carries; with a delay it comes while time passes, and the person may write
    meanwhile. The last reply that fits is given again; earlier ones once.
    """

    ok: bool
    value: Mapping[str, Value]
    node: str = ""
    url: str = ""
    method: str = ""
    delay: Span | None = None


@dataclass(frozen=True, slots=True)
class Replies:
    """From here on the outside answers so."""

    replies: tuple[Reply, ...]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What one message of the bot must be. All that is given must fit; `any_of` needs one that does."""

    text: str | None = None
    contains: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()
    pattern: Pattern | None = None
    any_of: tuple[Wanted, ...] = ()
    choices: tuple[str, ...] | None = None
    media: str = ""
    template: str = ""


@dataclass(frozen=True, slots=True)
class Expects:
    """The next messages of the bot, in their order."""

    wanted: tuple[Wanted, ...]


@dataclass(frozen=True, slots=True)
class ExpectsNothing:
    """The bot says nothing since the person last did something, or time last passed."""


@dataclass(frozen=True, slots=True)
class ExpectsMore:
    """Whatever else the bot says here is of no matter."""


@dataclass(frozen=True, slots=True)
class Holds:
    """Variables of the session, or what is known of the contact."""

    of: str
    values: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Tagged:
    """Tags that the contact has by now."""

    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HandsOver:
    """A person of the team was called (or was not); parts of why and where, as text."""

    expected: bool
    wanted: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Ends:
    """The flow is over (or is not); `archived` that the conversation was archived."""

    expected: bool
    archived: bool | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """What the last request to the outside was: method, address, and a part of its body."""

    wanted: Mapping[str, str]


Act = Says | Taps | Sends | Begins | HandedBack | After | At
"""What makes something happen; what was said before can be expected no longer."""
Check = Expects | ExpectsNothing | ExpectsMore | Holds | Tagged | HandsOver | Ends | Asked
Meaning = Act | Check | Replies
ACTS = (Says, Taps, Sends, Begins, HandedBack, After, At)


@dataclass(frozen=True, slots=True)
class Step:
    """One line of a script: as it is written, and what it means. `line` is that of the text, 0 where there is none."""

    verb: str
    value: Any
    meaning: Meaning
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Person:
    """Who talks with the bot."""

    name: str = "Ana Souza"
    phone: str = "5511987654321"
    email: str = ""
    id: str = "00000000-0000-7000-8000-000000000001"
    custom: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Case:
    """One case. Without a zone of its own `starts_at` is a time of the organization's. `arms` decides splits: node to arm."""

    name: str
    script: tuple[Step, ...]
    description: str = ""
    starts_at: datetime = datetime(2026, 11, 23, 10, 0)  # noqa: DTZ001 - read in the zone of the case
    zone: str = ""
    contact: Person = Person()
    variables: Mapping[str, Value] = field(default_factory=dict)
    replies: tuple[Reply, ...] = ()
    arms: Mapping[str, str] = field(default_factory=dict)
    trigger: tuple[Literal["message", "keyword", "campaign", "manual"], str] = ("message", "")
    head: Mapping[str, Any] = field(default_factory=dict)
    """The keys before the script as they are written."""
    line: int = field(default=0, compare=False)
