"""What is understood of a time?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Kind(StrEnum):
    """The four answers to "when?"."""

    INSTANT = "instant"
    INTERVAL = "interval"
    DURATION = "duration"
    NONE = "none"


class Grain(StrEnum):
    """How exactly it was said."""

    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class When:
    """A time as it was said: an instant has `value`, an interval `start` and `end` (None: open), a duration an ISO 8601
    `duration`. `spans` are its places in the text, `repeats` an iCalendar rule where it comes again and again."""

    kind: Kind
    value: datetime | None = None
    start: datetime | None = None
    end: datetime | None = None
    duration: str = ""
    grain: Grain | None = None
    spans: tuple[tuple[int, int], ...] = ()
    repeats: str = ""

    def to_json(self) -> dict[str, str | None]:
        """Return the shape of the evaluation files: kind and what belongs to it, times as ISO 8601 with offset."""
        out: dict[str, str | None] = {"kind": self.kind.value}
        if self.kind is Kind.INSTANT and self.value is not None:
            out["value"] = self.value.isoformat()
        elif self.kind is Kind.INTERVAL:
            out["start"] = self.start.isoformat() if self.start else None
            out["end"] = self.end.isoformat() if self.end else None
        elif self.kind is Kind.DURATION:
            out["duration"] = self.duration
        if self.grain is not None and self.kind in {Kind.INSTANT, Kind.INTERVAL}:
            out["grain"] = self.grain.value
        return out


NO_TIME = When(Kind.NONE)
