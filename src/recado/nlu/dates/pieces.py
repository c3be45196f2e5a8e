"""What does a sentence say about days and hours, before it is known which ones they are?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from recado.nlu.models import Grain

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Context:
    """What days are reckoned from: the organization's local date, and whether the sentence tells of the past."""

    today: date
    past: bool = False


@dataclass(frozen=True, slots=True)
class Days:
    """Days that somebody named, `[first, end)`, at a place of the text; one day where `grain` is day and `end` the next."""

    first: date
    end: date
    grain: Grain
    at: tuple[int, int]
    weekday: int | None = None
    repeats: str = ""

    @property
    def single(self) -> bool:
        return self.grain is Grain.DAY and self.end - self.first == ONE_DAY


class Side(StrEnum):
    """Which side of a limit is meant."""

    BEFORE = "before"
    UNTIL = "until"
    SINCE = "since"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class Clock:
    """An hour that somebody named, as it was said: not yet of which half of the day.

    `minute` is negative where minutes were counted down ("20 pras 8"), `exact` says that minutes were named at all, `fixed`
    that the hour is that of a 24-hour clock ("meio-dia"), `part` is the part of the day beside it ("" for none).
    """

    hour: int
    minute: int
    exact: bool
    part: str
    at: tuple[int, int]
    fixed: bool = False
    side: Side | None = None

    @property
    def grain(self) -> Grain:
        return Grain.MINUTE if self.exact else Grain.HOUR


def one_day(day: date, at: tuple[int, int], *, weekday: int | None = None, repeats: str = "") -> Days:
    """Return one whole day."""
    return Days(day, day + ONE_DAY, Grain.DAY, at, weekday, repeats)
