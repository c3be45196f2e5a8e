"""Which moment is "in three days", "at 21:30", "on Tuesday at 9h" or "the day before", in the zone of the organization?

Seconds, minutes and hours are lengths of time. Days, weeks and months keep the time of day, whatever clocks do in
between. A time that a clock leaps over is the moment it leaps to; of one that comes twice the first is taken.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Collection
from datetime import UTC, date, datetime, time, timedelta, tzinfo

_CLOCK = re.compile(r"\s*(?:[àa]s\s+)?(\d{1,2})\s*(?:[:h.]\s*(\d{2})?)?\s*(?:min|hs?|horas?)?\s*", re.IGNORECASE)
_MONTHS_A_YEAR = 12
_HOURS, _MINUTES = 24, 60

SECONDS = {"seconds": 1, "minutes": 60, "hours": 3_600}
DAYS = {"days": 1, "weeks": 7}
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def read_clock(text: str) -> time | None:
    """A time of day: `21:30`, `9h`, `9h30`, `às 14 horas`; None where it is none."""
    found = _CLOCK.fullmatch(text[:40])
    if found is None:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    return time(hour, minute) if hour < _HOURS and minute < _MINUTES else None


def after(now: datetime, amount: float, unit: str) -> datetime | None:
    """The moment `amount` units (seconds, minutes, hours, days, weeks, months) after `now`, in UTC.

    The last day of a month stands in for a day that it does not have. None past what a calendar holds.
    """
    try:
        if unit in SECONDS:
            return now.astimezone(UTC) + timedelta(seconds=amount * SECONDS[unit])
        whole = int(amount)
        day = _months_later(now.date(), whole) if unit == "months" else now.date() + timedelta(days=whole * DAYS[unit])
        moment = _at(day, now.time(), now.tzinfo)
        if moment is None:
            return None
        # Half a day is twelve hours; half a month nobody means, and fifteen days say so themselves.
        rest = 0.0 if unit == "months" else (amount - whole) * DAYS[unit]
        return moment + timedelta(days=rest)
    except (OverflowError, ValueError):
        return None


def next_time(now: datetime, clock: time, weekdays: Collection[str] = ()) -> datetime | None:
    """The next moment after `now` at that time of day, on one of the weekdays if any are named, in UTC."""
    for ahead in range(9):
        day = _days_later(now.date(), ahead)
        if day is None:
            return None
        moment = _at(day, clock, now.tzinfo)
        if moment is None:
            return None
        if moment > now and _is_on(day, weekdays):
            return moment
    return None


def on_day(day: date, clock: time, zone: tzinfo | None, weekdays: Collection[str] = ()) -> datetime | None:
    """That time of that day, or of the first day from it on that is one of the weekdays, in UTC."""
    for ahead in range(7):
        later = _days_later(day, ahead)
        if later is not None and _is_on(later, weekdays):
            return _at(later, clock, zone)
    return None


def within_hours(moment: datetime, zone: tzinfo | None, earliest: time | None, latest: time | None) -> datetime:
    """The moment itself where its time of day is from `earliest` to before `latest`, else the next `earliest`, in UTC.

    Without `earliest` the hours begin at midnight, without `latest` they end there; they may span it (22h to 6h).
    """
    if earliest is None and latest is None:
        return moment
    begins, ends = earliest or time(0), latest or time(0)
    local = moment.astimezone(zone)
    clock = local.time()
    ends_at_midnight = ends == time(0)
    if ends_at_midnight or begins < ends:
        is_within = begins <= clock and (ends_at_midnight or clock < ends)
    else:
        is_within = clock >= begins or clock < ends
    if is_within or begins == ends:
        return moment
    return next_time(local, begins) or moment


def _months_later(day: date, months: int) -> date:
    years, month = divmod(day.month - 1 + months, _MONTHS_A_YEAR)
    year = day.year + years
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _days_later(day: date, days: int) -> date | None:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def _is_on(day: date, weekdays: Collection[str]) -> bool:
    return not weekdays or WEEKDAYS[day.weekday()] in weekdays


def _at(day: date, clock: time, zone: tzinfo | None) -> datetime | None:
    try:
        # `fold` stays 0: before a leap Python counts with the old offset, which lands just as far behind the leap.
        return datetime.combine(day, clock.replace(fold=0, tzinfo=None), tzinfo=zone).astimezone(UTC)
    except OverflowError:  # The last day that a datetime knows has no evening west of Greenwich.
        return None
