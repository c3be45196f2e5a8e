"""Is an organization open when its people say so: week, holidays of nation and state, days of its own, zones, midnights?"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recado.organizations.errors import BadSetting
from recado.organizations.models import Hours, OwnDay, Role
from recado.organizations.rules.opening import (
    Calendar,
    check_hours,
    check_state,
    open_seconds,
    opening_at,
    plan_of,
)
from tests.support.access import Browser, Office

SP = ZoneInfo("America/Sao_Paulo")
OFFICE: Hours = ((480, 720), (780, 1080))  # 08:00-12:00, 13:00-18:00
WEEK = (OFFICE,) * 5 + (((480, 720),), ())
CALENDAR = Calendar(zone=SP, week=WEEK, national=True, state="SP")


def at(text: str, zone: ZoneInfo = SP) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=zone)


@pytest.mark.parametrize(
    ("now", "open_", "reason", "changes"),
    [
        ("2026-11-23T08:00", True, "week", "2026-11-23T12:00"),
        ("2026-11-23T07:59", False, "outside_hours", "2026-11-23T08:00"),
        ("2026-11-23T12:00", False, "outside_hours", "2026-11-23T13:00"),
        ("2026-11-20T10:00", False, "holiday", "2026-11-21T08:00"),  # Consciência Negra, a Friday
        ("2026-07-09T10:00", False, "holiday", "2026-07-10T08:00"),  # of the state of São Paulo alone
        ("2026-11-22T10:00", False, "outside_hours", "2026-11-23T08:00"),  # Sunday
        ("2026-12-24T18:00", False, "outside_hours", "2026-12-26T08:00"),  # over Christmas to Saturday
    ],
)
def test_open_now_and_until_when(now: str, open_: bool, reason: str, changes: str) -> None:
    found = opening_at(CALENDAR, at(now))
    assert (found.open, found.reason, found.changes_at) == (open_, reason, at(changes))


def test_the_state_decides_and_a_day_of_its_own_comes_first() -> None:
    rio = Calendar(zone=SP, week=WEEK, national=True, state="RJ")
    assert opening_at(rio, at("2026-07-09T10:00")).open
    own = OwnDay(date(2020, 12, 25), "Plantão", ((540, 600),), every_year=True)
    duty = Calendar(zone=SP, week=WEEK, national=True, own=(own,))
    found = opening_at(duty, at("2026-12-25T09:30"))
    assert (found.open, found.reason, found.name) == (True, "own_day", "Plantão")
    closed = Calendar(zone=SP, week=WEEK, own=(OwnDay(date(2026, 11, 23), "Mudança", ()),))
    assert opening_at(closed, at("2026-11-23T10:00")).name == "Mudança"
    assert plan_of(closed, date(2027, 11, 23)).hours == OFFICE


def test_who_never_said_anything_is_always_open_and_spans_meet_at_midnight() -> None:
    always = opening_at(Calendar(zone=SP), at("2026-12-25T03:00"))
    assert (always.open, always.reason, always.changes_at) == (True, "always", None)
    night = Calendar(zone=SP, week=(((0, 120), (1200, 1440)),) * 7)
    assert opening_at(night, at("2026-11-23T22:00")).changes_at == at("2026-11-24T02:00")
    round_the_clock = Calendar(zone=SP, week=(((0, 1440),),) * 7)
    assert opening_at(round_the_clock, at("2026-11-23T22:00")).changes_at is None
    never = opening_at(Calendar(zone=SP, week=((),) * 7), at("2026-11-23T22:00"))
    assert (never.open, never.changes_at) == (False, None)


def test_seconds_are_counted_while_it_was_open() -> None:
    assert open_seconds(CALENDAR, at("2026-11-23T11:50"), at("2026-11-23T13:10")) == 20 * 60
    # Thursday evening to Monday morning: Friday is a holiday, Saturday has four hours.
    assert open_seconds(CALENDAR, at("2026-11-19T17:00"), at("2026-11-23T09:00")) == (1 + 4 + 1) * 3600
    assert open_seconds(CALENDAR, at("2026-11-23T10:00"), at("2026-11-23T09:00")) == 0
    assert open_seconds(Calendar(zone=SP), at("2026-11-22T10:00"), at("2026-11-22T11:00")) == 3600
    # When the clock goes forward a night has an hour less.
    berlin = Calendar(zone=ZoneInfo("Europe/Berlin"), week=(((0, 1440),),) * 7)
    day = at("2026-03-29T00:00", berlin.zone)
    assert open_seconds(berlin, day, at("2026-03-30T00:00", berlin.zone)) == 23 * 3600


@given(st.integers(0, 60 * 24 * 40), st.integers(0, 60 * 24 * 10))
def test_a_span_is_the_sum_of_its_halves(start: int, length: int) -> None:
    begin = datetime(2026, 11, 1, tzinfo=UTC) + timedelta(minutes=start)
    middle, end = begin + timedelta(minutes=length // 3), begin + timedelta(minutes=length)
    halves = open_seconds(CALENDAR, begin, middle) + open_seconds(CALENDAR, middle, end)
    assert open_seconds(CALENDAR, begin, end) == halves <= length * 60


@pytest.mark.parametrize("hours", [[[600, 600]], [[700, 600]], [[0, 1441]], [[-1, 5]], [[480, 720], [719, 800]]])
def test_hours_that_mean_nothing_are_refused(hours: list[list[int]]) -> None:
    with pytest.raises(BadSetting):
        check_hours(hours)
    with pytest.raises(BadSetting):
        check_state("XX")


async def admin_of(house: Office) -> Browser:
    found = await house.organization("clinica")
    await house.person("ana@clinica.test", {found: Role.ORG_ADMIN})
    return await house.signed_in("ana@clinica.test")


async def test_the_screen_sets_and_reads_it(house: Office) -> None:
    ana = await admin_of(house)
    first: dict[str, Any] = (await ana.get("/organization/hours")).json()
    assert (first["week"], first["now"]["open"], first["now"]["reason"]) == (None, True, "always")
    assert len(first["states"]) == 27
    day = [{"opens": "08:00", "closes": "12:00"}, {"opens": "13:00", "closes": "24:00"}]
    answer = await ana.request(
        "PUT", "/organization/hours", json={"week": [day] * 6 + [[]], "national_holidays": True, "holiday_state": "SP"}
    )
    assert answer.status_code == 200, answer.text
    found = answer.json()
    assert found["week"][0] == day
    assert found["week"][6] == []
    assert "Revolução Constitucionalista" in {one["name"] for one in found["holidays"]}
    own = await ana.post("/organization/days", {"day": "2026-12-24", "name": "Véspera", "hours": []})
    assert [(one["day"], one["hours"]) for one in own.json()["days"]] == [("2026-12-24", [])]
    again = await ana.post("/organization/days", {"day": "2026-12-24", "name": "Meio dia", "hours": day[:1]})
    assert [one["name"] for one in again.json()["days"]] == ["Meio dia"]
    assert (await ana.delete(f"/organization/days/{again.json()['days'][0]['id']}")).status_code == 204
    assert (await ana.get("/organization/hours")).json()["days"] == []
    acts = [one["action"] for one in (await ana.get("/audit")).json()["items"]]
    assert acts[:4] == [
        "organization.day_removed", "organization.day_kept", "organization.day_kept", "organization.hours_changed",
    ]  # fmt: skip


async def test_what_means_nothing_is_refused(house: Office) -> None:
    ana = await admin_of(house)

    async def put(**body: Any) -> int:
        return (await ana.request("PUT", "/organization/hours", json=body)).status_code

    overlapping = [{"opens": "08:00", "closes": "12:00"}, {"opens": "11:00", "closes": "13:00"}]
    assert await put(week=[overlapping] + [[]] * 6) == 422
    assert await put(week=[[]] * 6) == 422
    assert await put(week=[[{"opens": "8:00", "closes": "12:00"}]] + [[]] * 6) == 422
    assert await put(week=[[]] * 7, holiday_state="XX") == 422
    assert (await ana.get("/organization/hours")).json()["week"] is None
