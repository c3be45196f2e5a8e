"""Into which spans does a report fall apart, and with which time is it compared?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from typing import Final
from zoneinfo import ZoneInfo

LONGEST_DAYS: Final = 400
GROUPS: Final = ("day", "week", "month", "hour", "person", "team")


@dataclass(frozen=True, slots=True)
class Period:
    """From the first to the last local day, both of it."""

    first: date
    last: date
    zone: ZoneInfo

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1

    def before(self) -> Period:
        """As many days right before it; whole months are compared with whole months."""
        following = self.last + timedelta(days=1)
        if self.first.day == 1 and following.day == 1:
            months = (following.year - self.first.year) * 12 + following.month - self.first.month
            return Period(_months_back(self.first, months), self.first - timedelta(days=1), self.zone)
        return Period(self.first - timedelta(days=self.days), self.first - timedelta(days=1), self.zone)

    def starts(self, group: str) -> list[date]:
        """The first days of its spans; the first span may be cut off at its beginning."""
        every = [self.first + timedelta(days=ahead) for ahead in range(self.days)]
        if group == "day":
            return every
        if group == "week":
            return [day for day in every if day.weekday() == 0 or day == self.first]
        if group == "month":
            return [day for day in every if day.day == 1 or day == self.first]
        return [self.first]

    def bounds(self, group: str) -> list[datetime]:
        """Where its spans begin, and the end, as moments."""
        return [_midnight(day, self.zone) for day in [*self.starts(group), self.last + timedelta(days=1)]]


def spans(bounds: list[datetime]) -> list[tuple[datetime, datetime]]:
    """The spans between bounds."""
    return list(pairwise(bounds))


def _midnight(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time(), tzinfo=zone)


def _months_back(first: date, months: int) -> date:
    count = first.year * 12 + first.month - 1 - months
    return date(count // 12, count % 12 + 1, 1)
