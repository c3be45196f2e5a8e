"""Which date is meant by a name, seen from a day?"""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from recado.nlu.dates.pieces import Context

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


def on_weekday(context: Context, weekday: int) -> date:
    """Return the next such day after today; told of the past, the latest one before it."""
    if context.past:
        back = (context.today.weekday() - weekday) % WEEK or WEEK
        return context.today - timedelta(days=back)
    ahead = (weekday - context.today.weekday()) % WEEK or WEEK
    return context.today + timedelta(days=ahead)


def on_day(context: Context, number: int) -> date | None:
    """Return the next date of that number (today included), skipping months without it; in the past, the latest one."""
    step = -1 if context.past else 1
    for months in range(_HORIZON):
        month = first_of_month(context.today, step * months)
        found = safe_date(month.year, month.month, number)
        if found is None:
            continue
        if (found < context.today) if context.past else (found >= context.today):
            return found
    return None


def on_date(context: Context, number: int, month: int) -> date | None:
    """Return the next such date, the reference day included; in the past, the latest one before it."""
    step = -1 if context.past else 1
    for years in range(9):  # from one 29 February to the next there are at most eight years
        found = safe_date(context.today.year + step * years, month, number)
        if found is None:
            continue
        if (found < context.today) if context.past else (found >= context.today):
            return found
    return None


def month_named(context: Context, month: int) -> date:
    """Return the first day of the next month of that name; the one under way counts as past only by its name."""
    year = context.today.year
    if context.past:
        return date(year if month < context.today.month else year - 1, month, 1)
    return date(year if month > context.today.month else year + 1, month, 1)


def safe_date(year: int, month: int, day: int) -> date | None:
    """Return the date, or None where the calendar has none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None
