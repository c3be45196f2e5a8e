"""How do hours and days look on the wire? Times of day are `HH:MM`, `24:00` being the end of the day."""

from __future__ import annotations

import datetime as dt
from typing import Annotated
from uuid import UUID

from pydantic import Field, StringConstraints

from recado.organizations.models import Hours, OwnDay
from recado.organizations.rules import opening as rules
from recado.organizations.rules.opening import Calendar, DayPlan, Opening
from recado.organizations.schemas.base import Input, Name, Output

TimeOfDay = Annotated[str, StringConstraints(pattern=r"^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$")]
HolidayState = Annotated[str, StringConstraints(pattern=r"^([A-Z]{2})?$")]


class SpanInput(Input):
    """From when until when; the end is the first minute outside."""

    opens: TimeOfDay
    closes: TimeOfDay


class SpanOutput(Output):
    """From when until when; the end is the first minute outside."""

    opens: str
    closes: str


DayInput = Annotated[tuple[SpanInput, ...], Field(max_length=rules.MOST_SPANS)]


class HoursInput(Input):
    """The seven days, Monday first, each with its spans; null: always open."""

    week: Annotated[list[DayInput], Field(min_length=7, max_length=7)] | None
    national_holidays: bool = True
    holiday_state: HolidayState = ""


class OwnDayInput(Input):
    """A day that differs: without spans it is closed. A day of the same date gives way to it."""

    day: dt.date
    name: Name
    every_year: bool = False
    hours: DayInput = ()


class OwnDayOutput(Output):
    """A day that differs."""

    id: UUID
    day: dt.date
    name: str
    every_year: bool
    hours: list[SpanOutput]


class HolidayOutput(Output):
    """A holiday that the organization keeps."""

    day: dt.date
    name: str


class OpeningOutput(Output):
    """Is it open now, why, and when does that change (null: never within a year)?

    `reason`: always, week, own_day, holiday, outside_hours; `name` that of the day, where it has one.
    """

    open: bool
    reason: str
    name: str
    changes_at: dt.datetime | None


class TodayOutput(Output):
    """The hours of one day, with the name of what makes it differ from the week."""

    day: dt.date
    name: str
    hours: list[SpanOutput]


class HoursOutput(Output):
    """The week (null: always open), days of its own, the holidays of this year and the next, and how it stands now."""

    week: list[list[SpanOutput]] | None
    national_holidays: bool
    holiday_state: str
    states: list[str]
    time_zone: str
    days: list[OwnDayOutput]
    holidays: list[HolidayOutput]
    now: OpeningOutput
    coming: list[TodayOutput]


def spans(day: tuple[SpanInput, ...]) -> list[tuple[int, int]]:
    """Minutes of each span."""
    return [(_minute(one.opens), _minute(one.closes)) for one in day]


def own_day(body: OwnDayInput) -> OwnDay:
    """The day that a caller describes."""
    return OwnDay(body.day, body.name, tuple(spans(body.hours)), body.every_year)


def hours(calendar: Calendar, days: list[tuple[UUID, OwnDay]], now: dt.datetime) -> HoursOutput:
    """Word everything about an organization's hours, as at `now`."""
    today = now.astimezone(calendar.zone).date()
    listed = [
        one
        for year in (today.year, today.year + 1)
        for one in rules.holidays_of(calendar, year)
        if today <= one[0] < today + dt.timedelta(days=366)
    ]
    week = [today + dt.timedelta(days=ahead) for ahead in range(7)]
    return HoursOutput(
        week=None if calendar.week is None else [_spans(day) for day in calendar.week],
        national_holidays=calendar.national,
        holiday_state=calendar.state,
        states=list(rules.STATES),
        time_zone=str(calendar.zone),
        days=[_own(id_, one) for id_, one in days],
        holidays=[HolidayOutput(day=day, name=name) for day, name in listed],
        now=opening(rules.opening_at(calendar, now)),
        coming=[_today(day, rules.plan_of(calendar, day)) for day in week],
    )


def opening(found: Opening) -> OpeningOutput:
    """Word how it stands."""
    return OpeningOutput(open=found.open, reason=found.reason, name=found.name, changes_at=found.changes_at)


def _today(day: dt.date, plan: DayPlan) -> TodayOutput:
    return TodayOutput(day=day, name=plan.name, hours=_spans(plan.hours))


def _own(id_: UUID, one: OwnDay) -> OwnDayOutput:
    return OwnDayOutput(id=id_, day=one.day, name=one.name, every_year=one.every_year, hours=_spans(one.hours))


def _spans(found: Hours) -> list[SpanOutput]:
    return [SpanOutput(opens=_clock(begin), closes=_clock(end)) for begin, end in found]


def _clock(minute: int) -> str:
    return f"{minute // 60:02d}:{minute % 60:02d}"


def _minute(text: str) -> int:
    return int(text[:2]) * 60 + int(text[3:])
