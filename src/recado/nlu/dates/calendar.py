"""Which date is meant by a name, seen from a day?"""

from __future__ import annotations

import calendar
from datetime import date, timedelta

WEEK = 7
_MONTHS = 12
_HORIZON = 60


def add_months(day: date, months: int) -> date:
    """Return the same day of another month, cut to the last of a shorter one."""
    index = day.year * _MONTHS + day.month - 1 + months
    year, month = divmod(index, _MONTHS)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def first_of_month(day: date, months: int = 0) -> date:
    """Return the first day of the month that lies `months` ahead."""
    return add_months(day.replace(day=1), months)


def monday(day: date, weeks: int = 0) -> date:
    """Return the Monday of the week that lies `weeks` ahead."""
    return day - timedelta(days=day.weekday()) + timedelta(days=WEEK * weeks)


def on_weekday(today: date, weekday: int, *, past: bool = False) -> date:
    """Return the next such day after today; told of the past, the latest one before it."""
    if past:
        return today - timedelta(days=(today.weekday() - weekday) % WEEK or WEEK)
    return today + timedelta(days=(weekday - today.weekday()) % WEEK or WEEK)


def on_day(today: date, number: int, *, past: bool = False) -> date | None:
    """Return the next date of that number (today included), skipping months without it; in the past, the latest one."""
    step = -1 if past else 1
    for months in range(_HORIZON):
        month = first_of_month(today, step * months)
        found = safe_date(month.year, month.month, number)
        if found is not None and ((found < today) if past else (found >= today)):
            return found
    return None


def on_date(today: date, number: int, month: int, *, past: bool = False) -> date | None:
    """Return the next such date, today included; in the past, the latest one before it."""
    step = -1 if past else 1
    for years in range(9):  # from one 29 February to the next there are at most eight years
        found = safe_date(today.year + step * years, month, number)
        if found is not None and ((found < today) if past else (found >= today)):
            return found
    return None


def latest_date(day: date, number: int, month: int) -> date | None:
    """Return the latest such date up to and including `day`."""
    return on_date(day + timedelta(days=1), number, month, past=True)


def month_named(today: date, month: int, *, past: bool = False) -> date:
    """Return the first day of the next month of that name; told of the past, of the latest, which may be under way."""
    year = today.year
    if past:
        return date(year if month <= today.month else year - 1, month, 1)
    return date(year if month > today.month else year + 1, month, 1)


def safe_date(year: int, month: int, day: int) -> date | None:
    """Return the date, or None where the calendar has none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def nth_weekday(year: int, month: int, weekday: int, count: int) -> date:
    """Return the `count`th such weekday of a month."""
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % WEEK + WEEK * (count - 1))


def last_weekday(year: int, month: int, weekday: int) -> date:
    """Return the last such weekday of a month."""
    last = date(year, month, calendar.monthrange(year, month)[1])
    return last - timedelta(days=(last.weekday() - weekday) % WEEK)


def easter(year: int) -> date:
    """Return Easter Sunday (the anonymous Gregorian computus, Nature, 1876)."""
    century, of_century = divmod(year, 100)
    leaps, rest = divmod(century, 4)
    golden = year % 19
    moon = (19 * golden + century - leaps - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    sunday = (32 + 2 * rest + 2 * (of_century // 4) - moon - of_century % 4) % 7
    late = (golden + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)
