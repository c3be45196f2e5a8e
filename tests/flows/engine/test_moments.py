"""Is the moment that was meant found, over clock changes, ends of months and the ends of the calendar?"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recado.flows.engine.moments import DAYS, SECONDS, WEEKDAYS, after, next_time, on_day, read_clock, within_hours

PAULISTA = ZoneInfo("America/Sao_Paulo")
ZONES = [
    ZoneInfo(name) for name in ("America/Sao_Paulo", "America/New_York", "America/Santiago", "Europe/Lisbon", "UTC")
]
EARLIEST, LATEST = (datetime(year, 1, 1, tzinfo=UTC).replace(tzinfo=None) for year in (1990, 2090))
_MOMENTS = st.builds(
    lambda naive, zone: naive.replace(tzinfo=UTC).astimezone(zone),
    st.datetimes(EARLIEST, LATEST), st.sampled_from(ZONES),
)  # fmt: skip
_CLOCKS = st.times().map(lambda clock: clock.replace(second=0, microsecond=0))


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("21:30", time(21, 30)), ("9h", time(9)), ("9h30", time(9, 30)), (" 9:05 ", time(9, 5)), ("às 14 horas", time(14)),
        ("14", time(14)), ("0:00", time(0)), ("23h59min", time(23, 59)), ("8.30", time(8, 30)), ("24:00", None), ("9:60", None),
        ("cedo", None), ("", None), ("9:5", None), ("-1", None), ("9" * 50, None),
    ],
)  # fmt: skip
def test_clocks(text: str, clock: time | None) -> None:
    assert read_clock(text) == clock


@given(now=_MOMENTS, amount=st.integers(1, 400), unit=st.sampled_from([*DAYS, "months"]))
def test_days_weeks_and_months_keep_the_time_of_day(now: datetime, amount: int, unit: str) -> None:
    then = after(now, amount, unit)
    assert then is not None
    assert then > now
    local, wall = then.astimezone(now.tzinfo), now.replace(tzinfo=None).time()
    # A clock that leaps over the time lands behind it by the leap, an hour wherever clocks leap today.
    moved = datetime.combine(local.date(), local.time()) - datetime.combine(local.date(), wall)
    assert moved in (timedelta(0), timedelta(hours=1))


@given(now=_MOMENTS, amount=st.floats(0.1, 10_000), unit=st.sampled_from(list(SECONDS)))
def test_hours_are_lengths_of_time(now: datetime, amount: float, unit: str) -> None:
    then = after(now, amount, unit)
    assert then is not None
    assert abs((then - now.astimezone(UTC)) - timedelta(seconds=amount * SECONDS[unit])) < timedelta(milliseconds=1)


@given(now=_MOMENTS, clock=_CLOCKS, weekdays=st.sets(st.sampled_from(WEEKDAYS), max_size=3))
def test_the_next_time_is_ahead_within_nine_days_and_on_its_day(now: datetime, clock: time, weekdays: set[str]) -> None:
    then = next_time(now, clock, weekdays)
    assert then is not None
    assert now < then <= now + timedelta(days=8, hours=2)
    named = on_day(then.astimezone(now.tzinfo).date(), clock, now.tzinfo)
    leapt = on_day(then.astimezone(now.tzinfo).date() - timedelta(days=1), clock, now.tzinfo)
    assert then in (named, leapt)


@given(moment=_MOMENTS, earliest=st.one_of(st.none(), _CLOCKS), latest=st.one_of(st.none(), _CLOCKS))
def test_hours_are_kept_and_nothing_goes_back(moment: datetime, earliest: time | None, latest: time | None) -> None:
    then = within_hours(moment, moment.tzinfo, earliest, latest)
    assert then >= moment
    assert then - moment <= timedelta(days=1, hours=2)
    assert within_hours(then, moment.tzinfo, earliest, latest) == then or then == moment


def test_hours_that_span_midnight() -> None:
    night = (time(22), time(6))
    late = datetime(2026, 11, 21, 23, tzinfo=PAULISTA)
    noon = datetime(2026, 11, 21, 12, tzinfo=PAULISTA)
    assert within_hours(late, PAULISTA, *night) == late
    assert within_hours(noon, PAULISTA, *night) == datetime(2026, 11, 21, 22, tzinfo=PAULISTA)


def test_the_ends_of_the_calendar() -> None:
    last = datetime(9999, 12, 30, 12, tzinfo=PAULISTA)
    assert on_day(date(9999, 12, 31), time(23), PAULISTA) is None
    assert next_time(last, time(9), ["friday"]) is not None
    assert next_time(last.replace(day=31), time(9)) is None
    for unit in (*SECONDS, *DAYS, "months"):
        assert after(last, 10**9, unit) is None
