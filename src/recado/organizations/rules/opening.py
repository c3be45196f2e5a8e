"""When is an organization open, and how much of a span of time was it open?

Hours are people's: minutes of a local day in the organization's zone. A day of its own comes before a holiday, a holiday
before the week. Who never said anything is always open.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from itertools import pairwise
from typing import Final
from zoneinfo import ZoneInfo

from holidays.countries.brazil import Brazil

from recado.organizations.errors import BadSetting
from recado.organizations.models import Hours, OwnDay

DAY: Final = 24 * 60
STATES: Final = tuple(sorted(one for one in Brazil.subdivisions if len(one) == 2))  # noqa: PLR2004  # not cities
"""The two letters of each Brazilian state (library `holidays`, which knows some cities too)."""
MOST_SPANS: Final = 6
_LOOK_AHEAD: Final = 400
"""Days: a year and a little; who opens never in that time does not open."""
_ALWAYS: Final[Hours] = ((0, DAY),)


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """Everything that decides when an organization is open. `week` None: nobody set it, always open."""

    zone: ZoneInfo
    week: tuple[Hours, ...] | None = None
    national: bool = False
    state: str = ""
    own: tuple[OwnDay, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class DayPlan:
    """The hours of one day, and the name of what makes it differ from the week, if anything does."""

    hours: Hours
    name: str = ""


@dataclass(frozen=True, slots=True)
class Opening:
    """Is it open at a moment, why, and until when? `reason`: always, week, own_day, holiday, outside_hours.

    `changes_at` is when that ends (closing, or the next opening); None where it never does within a year.
    """

    open: bool
    reason: str
    name: str
    changes_at: datetime | None


def check_hours(hours: Sequence[Sequence[int]]) -> Hours:
    """The spans in order; `BadSetting` where one is empty, leaves the day, overlaps, or they are too many."""
    found = tuple(sorted((int(begin), int(end)) for begin, end in hours))
    if len(found) > MOST_SPANS or any(not 0 <= begin < end <= DAY for begin, end in found):
        raise BadSetting(field="hours")
    if any(later[0] < earlier[1] for earlier, later in pairwise(found)):
        raise BadSetting(field="hours")
    return found


def check_state(state: str) -> str:
    """The two letters of a Brazilian state, or nothing; raises `BadSetting`."""
    if state and state not in STATES:
        raise BadSetting(field="holiday_state")
    return state


def plan_of(calendar: Calendar, day: date) -> DayPlan:
    """The hours of a day, with the name of what it is where it is something."""
    return _own_plan(calendar, day) or _holiday_plan(calendar, day) or DayPlan(_usual(calendar, day))


def opening_at(calendar: Calendar, now: datetime) -> Opening:
    """Say whether it is open at `now`, why, and when that changes."""
    local = now.astimezone(calendar.zone)
    plan = plan_of(calendar, local.date())
    if calendar.week is None and not plan.name:
        return Opening(True, "always", "", _next_closing(calendar, now))
    if any(begin <= now < end for begin, end in _moments(calendar, local.date())):
        return Opening(True, "own_day" if plan.name else "week", plan.name, _next_closing(calendar, now))
    own = _own_plan(calendar, local.date()) is not None
    closed_by = "own_day" if own else "holiday"
    reason = closed_by if plan.name and not plan.hours else "outside_hours"
    return Opening(False, reason, plan.name, _next_opening(calendar, now))


def open_seconds(calendar: Calendar, begin: datetime, end: datetime) -> int:
    """How many seconds between two moments the organization was open; 0 where the second comes first."""
    if end <= begin:
        return 0
    if calendar.week is None and not (calendar.own or calendar.national or calendar.state):
        return int((end - begin).total_seconds())
    total = timedelta(0)
    day, last = begin.astimezone(calendar.zone).date(), end.astimezone(calendar.zone).date()
    while day <= last:
        for opens, closes in _moments(calendar, day):
            total += max(timedelta(0), min(closes, end) - max(opens, begin))
        day += timedelta(days=1)
    return int(total.total_seconds())


def holidays_of(calendar: Calendar, year: int) -> list[tuple[date, str]]:
    """The holidays that the organization keeps in a year, in order, days of its own not among them."""
    return sorted(_holidays(calendar.national, calendar.state, year).items())


def _own_plan(calendar: Calendar, day: date) -> DayPlan | None:
    exact = next((one for one in calendar.own if one.day == day and not one.every_year), None)
    yearly = next(
        (one for one in calendar.own if one.every_year and (one.day.month, one.day.day) == (day.month, day.day)), None
    )
    found = exact or yearly
    return DayPlan(found.hours, found.name) if found else None


def _holiday_plan(calendar: Calendar, day: date) -> DayPlan | None:
    name = _holidays(calendar.national, calendar.state, day.year).get(day)
    return DayPlan((), name) if name else None


def _usual(calendar: Calendar, day: date) -> Hours:
    return _ALWAYS if calendar.week is None else calendar.week[day.weekday()]


@lru_cache(maxsize=512)
def _holidays(national: bool, state: str, year: int) -> dict[date, str]:
    """National holidays, those of a state, or both; the library gives a state's only together with the nation's."""
    if not national and not state:
        return {}
    nation = dict(Brazil(years=year, language="pt_BR"))
    if not state:
        return nation
    both = dict(Brazil(years=year, subdiv=state, language="pt_BR"))
    return both if national else {day: name for day, name in both.items() if day not in nation}


def _moments(calendar: Calendar, day: date) -> Iterator[tuple[datetime, datetime]]:
    """The open spans of a day as moments: a night when the clock changes has them shorter or longer by itself."""
    for begin, end in plan_of(calendar, day).hours:
        yield _moment(calendar.zone, day, begin), _moment(calendar.zone, day, end)


def _moment(zone: ZoneInfo, day: date, minute: int) -> datetime:
    shifted = day + timedelta(days=1) if minute == DAY else day
    wall = datetime.combine(shifted, time((minute % DAY) // 60, minute % 60), tzinfo=zone)
    return wall.astimezone(UTC)


def _next_opening(calendar: Calendar, now: datetime) -> datetime | None:
    day = now.astimezone(calendar.zone).date()
    for ahead in range(_LOOK_AHEAD):
        for opens, _ in _moments(calendar, day + timedelta(days=ahead)):
            if opens > now:
                return opens
    return None


def _next_closing(calendar: Calendar, now: datetime) -> datetime | None:
    """The end of the span at hand; spans that touch at midnight are one."""
    day, until = now.astimezone(calendar.zone).date(), now
    for ahead in range(-1, _LOOK_AHEAD):
        for opens, closes in _moments(calendar, day + timedelta(days=ahead)):
            if opens <= until < closes:
                until = closes
            elif opens > until:
                return until
        if ahead > 0 and until < _moment(calendar.zone, day + timedelta(days=ahead), 0):
            return until
    return None
