"""Which stretch of time is `26h`, and which moment `21:30`, `amanhã 9h` or `segunda 08:00`?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from recado.flows.engine import moments
from recado.flows.engine.folding import fold

_UNITS = {
    "s": "seconds", "seg": "seconds", "segundo": "seconds", "segundos": "seconds", "second": "seconds",
    "seconds": "seconds", "m": "minutes", "min": "minutes", "minuto": "minutes", "minutos": "minutes",
    "minute": "minutes", "minutes": "minutes", "h": "hours", "hs": "hours", "hora": "hours", "horas": "hours",
    "hour": "hours", "hours": "hours", "d": "days", "dia": "days", "dias": "days", "day": "days", "days": "days",
    "sem": "weeks", "semana": "weeks", "semanas": "weeks", "w": "weeks", "week": "weeks", "weeks": "weeks",
    "mes": "months", "meses": "months", "month": "months", "months": "months",
}  # fmt: skip
_PART = re.compile(r"(\d{1,6}(?:[.,]\d{1,3})?)\s*([a-z]+)?\s*(?:,|e\b|and\b)?\s*")
_WEEKDAYS = {
    **{day[:3]: day for day in moments.WEEKDAYS}, **{day: day for day in moments.WEEKDAYS},
    "segunda": "monday", "terca": "tuesday", "quarta": "wednesday", "quinta": "thursday", "sexta": "friday",
    "sabado": "saturday", "domingo": "sunday",
}  # fmt: skip
_DAY = re.compile(r"(?:(\d{4})-(\d{1,2})-(\d{1,2})|(\d{1,2})/(\d{1,2})(?:/(\d{4}))?)[t ]?\s*(.*)")
_FEBRUARY_29 = 8
"""Years in which a 29 February comes round at the latest."""


class TimeUnreadable(ValueError):
    """A text is no stretch of time, or no moment."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of time in its units, largest first or as written."""

    parts: tuple[tuple[float, str], ...]

    def after(self, now: datetime) -> datetime:
        """The moment that much later, in the zone of `now`. Raises TimeUnreadable past what a calendar holds."""
        for amount, unit in self.parts:
            later = moments.after(now, amount, unit)
            if later is None:
                raise TimeUnreadable("past the calendar")
            now = later.astimezone(now.tzinfo)
        return now


@dataclass(frozen=True, slots=True)
class Moment:
    """The next time that fits: a time of day, perhaps on a weekday, on a day from now, or on a date."""

    clock: time
    weekday: str = ""
    ahead: int | None = None
    """Days from today: 1 is tomorrow."""
    day: tuple[int | None, int, int] | None = None
    """Year (None: the next), month, day."""

    def after(self, now: datetime) -> datetime:
        """That moment, in the zone of `now`. Raises TimeUnreadable where it does not come any more."""
        found = self._next(now)
        if found is None or found <= now:
            raise TimeUnreadable("it is past")
        return found.astimezone(now.tzinfo)

    def _next(self, now: datetime) -> datetime | None:
        if self.ahead is not None:
            return moments.on_day(now.date() + timedelta(days=self.ahead), self.clock, now.tzinfo)
        if self.day is None:
            return moments.next_time(now, self.clock, (self.weekday,) if self.weekday else ())
        year, month, day = self.day
        years = (year,) if year else range(now.year, now.year + _FEBRUARY_29 + 1)
        found = (moments.on_day(on, self.clock, now.tzinfo) for one in years if (on := _date(one, month, day)))
        return next((moment for moment in found if moment and moment > now), None)


def read_span(text: str) -> Span:
    """`26h`, `90 min`, `2 dias`, `1d 2h`, `1h30`, `3 meses`. Raises TimeUnreadable."""
    left, parts = fold(text[:100]), list[tuple[float, str]]()
    while left:
        found = _PART.match(left)
        if found is None:
            raise TimeUnreadable(text[:60])
        # `1h30`: minutes are what hours leave unsaid.
        unit = _UNITS.get(found[2] or ("min" if parts and parts[-1][1] == "hours" else ""))
        if unit is None:
            raise TimeUnreadable(text[:60])
        parts.append((float(found[1].replace(",", ".")), unit))
        left = left[found.end() :]
    if not parts:
        raise TimeUnreadable(text[:60])
    return Span(tuple(parts))


def read_moment(text: str) -> Moment:
    """`21:30`, `amanhã 9h`, `segunda 08:00`, `25/12 9h`, `2026-12-25 09:00`. Raises TimeUnreadable."""
    folded = fold(text[:60])
    clock = moments.read_clock(folded)
    if clock is not None:
        return Moment(clock)
    dated = _DAY.fullmatch(folded)
    if dated is not None:
        return Moment(_clock(dated[7], text), day=_day(dated, text))
    word, _, rest = folded.partition(" ")
    word = word.removesuffix("-feira").removesuffix(",")
    if word in ("amanha", "tomorrow"):
        return Moment(_clock(rest, text), ahead=1)
    if word in ("hoje", "today"):
        return Moment(_clock(rest, text), ahead=0)
    if word in _WEEKDAYS:
        return Moment(_clock(rest, text), weekday=_WEEKDAYS[word])
    raise TimeUnreadable(text[:60])


def read_start(text: str) -> datetime:
    """A moment without zone: `2026-11-23 14:00`, `23/11/2026 14h`; an ISO moment may bring its own. Raises
    TimeUnreadable."""
    try:
        return datetime.fromisoformat(text.strip())
    except ValueError:
        pass
    moment = read_moment(text)
    if moment.day is None or moment.day[0] is None:
        raise TimeUnreadable(text[:60])
    return datetime.combine(date(*(part or 0 for part in moment.day)), moment.clock)


def span_in_words(gap: timedelta) -> str:
    """A stretch as `read_span` reads it: `26h`, `2 dias`, `1h 30min`."""
    seconds = round(gap.total_seconds())
    parts = []
    for size, unit in ((3_600, "h"), (60, "min"), (1, "s")):
        count, seconds = divmod(seconds, size)
        if count:
            parts.append(f"{count}{unit}")
    return " ".join(parts) or "0s"


def _clock(text: str, whole: str) -> time:
    clock = moments.read_clock(text)
    if clock is None:
        raise TimeUnreadable(whole[:60])
    return clock


def _day(found: re.Match[str], text: str) -> tuple[int | None, int, int]:
    year, month, day = (found[1], found[2], found[3]) if found[1] else (found[6], found[5], found[4])
    # Some year has this day: a leap year stands for an unknown one.
    if _date(int(year or 2024), int(month), int(day)) is None:
        raise TimeUnreadable(text[:60])
    return (int(year) if year else None), int(month), int(day)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
