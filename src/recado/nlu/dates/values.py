"""What do the parts of a time stand for, before it is known which time they make together?"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from recado.nlu.models import Grain

ONE_DAY = timedelta(days=1)


class Nothing:
    """What looks like part of a time and is none."""


class Named(StrEnum):
    """By what a day was named where that leaves its week, month or year open."""

    WEEKDAY = "weekday"
    DAY = "day"
    DATE = "date"
    MONTH = "month"
    NEAR = "near"
    FIXED = ""


@dataclass(frozen=True, slots=True)
class Days:
    """Days that somebody named, `[first, end)`; one day where `grain` is day and `end` the next.

    `named` says by what, `parts` the figures of it (a day and a month), so that "de 10 a 15" can look them up together;
    `weekday` is set where a day of the week was said, `repeats` is an iCalendar rule, `other` the first day of the reading that
    not everybody shares.
    """

    first: date
    end: date
    grain: Grain = Grain.DAY
    weekday: int | None = None
    named: Named = Named.FIXED
    parts: tuple[int, ...] = ()
    repeats: str = ""
    other: date | None = None

    @property
    def single(self) -> bool:
        """Whether one day is meant."""
        return self.grain is Grain.DAY and self.end - self.first == ONE_DAY

    def moved_to(self, first: date) -> Days:
        """Return the same length of days from another first one."""
        return replace(self, first=first, end=first + (self.end - self.first), other=None)


def one_day(
    day: date,
    *,
    weekday: int | None = None,
    named: Named = Named.FIXED,
    parts: tuple[int, ...] = (),
    repeats: str = "",
    other: date | None = None,
) -> Days:
    """Return one whole day."""
    return Days(day, day + ONE_DAY, Grain.DAY, weekday, named, parts, repeats, other)


class Side(StrEnum):
    """Which side of a limit is meant."""

    BEFORE = "before"
    UNTIL = "until"
    SINCE = "since"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class Clock:
    """An hour as it was said: not yet of which half of the day.

    `minute` is negative where minutes were counted down ("20 pras 8"), `exact` says that minutes were named at all, `fixed`
    that the hour is that of a 24-hour clock ("meio-dia"), `part` is the part of the day beside it ("" for none).
    """

    hour: int
    minute: int = 0
    second: int = 0
    exact: bool = False
    part: str = ""
    fixed: bool = False
    led: bool = False
    """Whether "às" stood before it, which also joins two hours to a range."""

    @property
    def grain(self) -> Grain:
        """How exactly it was said."""
        return Grain.MINUTE if self.exact else Grain.HOUR


@dataclass(frozen=True, slots=True)
class Hours:
    """Two hours as they were said, `[first, last)`."""

    first: Clock
    last: Clock


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the day: its hours `[first, end)`."""

    name: str
    first: int
    end: int
    repeats: bool = False


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time: whole months, and seconds beside them; `finest` is the smallest unit that was named."""

    months: int = 0
    seconds: float = 0
    finest: Grain = Grain.DAY
    business: bool = False

    @property
    def days(self) -> int:
        """The whole days in its seconds."""
        return int(self.seconds // 86_400)

    def plus(self, other: Length) -> Length:
        """Return both together."""
        return Length(
            self.months + other.months, self.seconds + other.seconds, other.finest, self.business or other.business
        )


@dataclass(frozen=True, slots=True)
class Every:
    """What comes again and again without a day of its own: an iCalendar rule, and the length from one to the next."""

    rule: str
    length: Length


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of time on the calendar, `[start, end)`; a side that is None is open."""

    start: datetime | None
    end: datetime | None
    grain: Grain


@dataclass(frozen=True, slots=True)
class Time:
    """What a time is made of, wherever in the sentence its parts stand."""

    days: Days | None = None
    clock: Clock | None = None
    hours: Hours | None = None
    part: Part | None = None
    moment: datetime | None = None
    stretch: Stretch | None = None
    side: Side | None = None
    without: tuple[str, ...] = ()
    """Days taken out: dates, or days of the week as iCalendar names them."""
    until: Time | None = None
    """Where the range ends of which this is the beginning."""
    every: Every | None = None
    length: Length | None = None
    past: bool = False
    denied: bool = False
    """Whether somebody says no to its limit: "não consigo antes das 18h"."""
    places: tuple[tuple[int, int], ...] = ()

    @property
    def of_day(self) -> bool:
        """Whether it says anything of the hour."""
        return self.clock is not None or self.hours is not None or self.part is not None

    @property
    def fixed(self) -> bool:
        """Whether nothing can be added to it."""
        return self.moment is not None or self.stretch is not None or self.until is not None
