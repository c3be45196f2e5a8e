"""Do reports say what happened: first response, resolution, volumes, containment, backlog, by span, person and team?"""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from statistics import median
from types import SimpleNamespace
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import psycopg
import pytest

from recado.conversations.api import reports as routes
from recado.conversations.rules.measuring import response
from recado.conversations.rules.periods import Period
from recado.conversations.service import measuring
from recado.conversations.service.measuring import LATE, catch_up
from recado.foundation.identifiers import OrganizationId, lowest_id, new_id
from recado.organizations.models import Role
from tests.support.access import Browser, Office, office
from tests.support.postgres import Clone

SP = ZoneInfo("America/Sao_Paulo")
NOW = datetime(2026, 11, 20, 15, tzinfo=SP)


@dataclass(slots=True)
class Shop:
    """An organization whose past is written straight into its tables."""

    house: Office
    ana: Browser
    id: OrganizationId
    db: psycopg.Connection[Any]
    people: dict[str, UUID]
    channel: UUID

    def conversation(self, opened: datetime, *, closed: datetime | None = None, closer: str = "") -> UUID:
        contact, id_ = new_id(), _id_at(opened)
        self.db.execute("insert into contacts (organization_id, id) values (%s, %s)", (self.id, contact))
        self.db.execute(
            """insert into conversations (organization_id, id, channel_id, contact_id, state, opened_at, last_message_at,
               archived_at, state_since) values (%s, %s, %s, %s, %s, %s, %s, %s, %s)""",
            (self.id, id_, self.channel, contact, "archived" if closed else "active", opened, opened, closed, closed or opened),
        )  # fmt: skip
        if closed:
            self.move(id_, closed, "archived", closer)
        return id_

    def move(self, conversation: UUID, at: datetime, became: str, by: str = "") -> None:
        self.db.execute(
            """insert into conversation_moves (organization_id, id, conversation_id, was, became, actor, actor_id, reason, at)
               values (%s, %s, %s, 'active', %s, %s, %s, '', %s)""",
            (self.id, _id_at(at), conversation, became, "person" if by else "flow", self.people.get(by), at),
        )

    def say(
        self, conversation: UUID, at: datetime, author: str, *, by: str = "", said: datetime | None = None, **more: str
    ) -> None:
        direction = more.get("direction") or ("in" if author == "contact" else "out")
        self.db.execute(
            """insert into messages (organization_id, id, conversation_id, channel_id, direction, type, text, author,
               author_id, status, status_rank, sent_at, created_at)
               values (%s, %s, %s, %s, %s, %s, 'x', %s, %s, %s, 0, %s, %s)""",
            (
                self.id, _id_at(at), conversation, self.channel, direction, more.get("type", "text"), author,
                self.people.get(by), more.get("status", "sent"), said, at,
            ),
        )  # fmt: skip
        self.db.execute(
            "update conversations set last_message_at = greatest(last_message_at, %s) where id = %s", (at, conversation)
        )

    async def report(self, **query: str) -> dict[str, Any]:
        answer = await self.ana.get("/analytics/conversations", params=query)
        assert answer.status_code == 200, answer.text
        found: dict[str, Any] = answer.json()
        return found


def _id_at(at: datetime) -> UUID:
    return UUID(int=lowest_id(at).int | (new_id().int & (2**80 - 1)))


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=SP)


@pytest.fixture
async def shop(database: Clone) -> Any:
    async with office(database, routers=[routes.router]) as house:
        house.app.state.ports = SimpleNamespace(clock=lambda: NOW, adapters={})
        id_ = await house.organization("loja")
        people = {}
        for name, role in (("ana", Role.ORG_ADMIN), ("bia", Role.AGENT), ("caio", Role.AGENT)):
            people[name] = (await house.person(f"{name}@loja.test", {id_: role})).id
        with psycopg.connect(database.owner_dsn, autocommit=True) as db:
            channel = new_id()
            db.execute(
                """insert into channels (organization_id, id, adapter, name, external_id, secrets, verify_token_hash)
                   values (%s, %s, 'whatsapp_cloud', 'C', '1', '', '')""",
                (id_, channel),
            )
            ana = await house.signed_in("ana@loja.test")
            yield Shop(house, ana, id_, db, {name: UUID(str(one)) for name, one in people.items()}, channel)


def a_week(shop: Shop) -> None:
    """Four conversations: answered by Bia, by Caio outside of hours, by the bot alone, and one still open."""
    first = shop.conversation(at(16, 9), closed=at(16, 11), closer="bia")
    shop.say(first, at(16, 9), "contact")
    shop.say(first, at(16, 9, 1), "flow")
    shop.move(first, at(16, 9, 5), "waiting")
    shop.say(first, at(16, 9, 10), "person", by="bia", status="failed")
    shop.say(first, at(16, 9, 15), "person", by="bia")
    second = shop.conversation(at(17, 17), closed=at(18, 10), closer="caio")
    shop.say(second, at(17, 17), "contact")
    shop.say(second, at(18, 9), "person", by="caio")
    shop.say(second, at(18, 9, 1), "system", direction="system")
    third = shop.conversation(at(18, 12), closed=at(18, 12, 30))
    shop.say(third, at(18, 12), "contact")
    shop.say(third, at(18, 12, 1), "flow")
    fourth = shop.conversation(at(19, 8))
    shop.say(fourth, at(19, 8), "contact")


async def test_the_figures_are_those_of_what_happened(shop: Shop) -> None:
    a_week(shop)
    week = [[{"opens": "08:00", "closes": "18:00"}]] * 5 + [[]] * 2
    put = await shop.ana.request("PUT", "/organization/hours", json={"week": week, "national_holidays": False})
    assert put.status_code == 200
    found = await shop.report(**{"from": "2026-11-16", "to": "2026-11-20"})
    totals = found["totals"]
    waits = [600.0, 16 * 3600.0]
    assert totals["first_response"]["count"] == 2
    assert totals["first_response"]["median_s"] == median(waits)
    # An hour of the evening and an hour of the morning: 17-18 and 8-9.
    assert totals["first_response"]["open_median_s"] == median([600.0, 7200.0])
    assert totals["first_response"]["p90_s"] == pytest.approx(600 + 0.9 * (16 * 3600 - 600))
    assert totals["resolution"]["median_s"] == median([7200.0, 17 * 3600.0, 1800.0])
    assert (totals["opened"], totals["closed"], totals["contained"]) == (4, 3, 1)
    assert totals["containment"] == pytest.approx(1 / 3)
    assert (totals["messages_in"], totals["messages_out"], totals["messages_by_people"]) == (4, 5, 3)
    days = {one["key"]: one["figures"] for one in found["items"]}
    assert [days[f"2026-11-{day}"]["backlog"] for day in range(16, 21)] == [0, 1, 0, 1, 1]
    assert [days[f"2026-11-{day}"]["closed"] for day in range(16, 21)] == [1, 0, 2, 0, 0]
    for name in ("messages_in", "messages_out", "opened", "closed"):
        assert sum(one[name] for one in days.values()) == totals[name]
    assert found["before"]["closed"] == 0
    assert (found["before_from"], found["before_to"]) == ("2026-11-11", "2026-11-15")


async def test_by_person_team_and_hour(shop: Shop) -> None:
    a_week(shop)
    await shop.ana.post("/teams", {"name": "Vendas", "member_ids": [str(shop.people["bia"]), str(shop.people["caio"])]})
    span = {"from": "2026-11-16", "to": "2026-11-20"}
    people = {one["label"]: one["figures"] for one in (await shop.report(**span, group="person"))["items"]}
    assert people.keys() == {"bia", "caio"}
    assert people["bia"]["first_response"]["median_s"] == 600
    assert (people["bia"]["closed"], people["bia"]["messages_out"], people["bia"]["opened"]) == (1, 2, None)
    (team,) = (await shop.report(**span, group="team"))["items"]
    assert (team["label"], team["figures"]["closed"], team["figures"]["first_response"]["count"]) == ("Vendas", 2, 2)
    hours = (await shop.report(**span, group="hour"))["items"]
    assert len(hours) == 24
    assert [one["figures"]["messages_in"] for one in hours if one["figures"]["messages_in"]] == [1, 1, 1, 1]
    months = (await shop.report(**{"from": "2026-10-01", "to": "2026-11-30"}, group="month"))["items"]
    assert [(one["label"], one["figures"]["closed"]) for one in months] == [("10/2026", 0), ("11/2026", 3)]


async def test_the_table_says_the_same_and_no_name_is_a_formula(shop: Shop) -> None:
    a_week(shop)
    shop.db.execute("update members set name = '=cmd()|bia' where id = %s", (shop.people["bia"],))
    span = {"from": "2026-11-16", "to": "2026-11-20", "group": "person"}
    answer = await shop.ana.get("/analytics/conversations.csv", params=span)
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    rows = list(csv.reader(io.StringIO(answer.text.removeprefix("\ufeff")), delimiter=";"))
    assert [row[0] for row in rows] == ["Pessoa", "'=cmd()|bia", "caio", "Total"]
    head = dict(zip(rows[0], rows[-1], strict=True))
    found = await shop.report(**span)
    assert head["Recebidas"] == str(found["totals"]["messages_in"])
    assert head["Contenção"] == "0,3333"
    assert head["1ª resposta mediana (s)"] == f"{found['totals']['first_response']['median_s']:g}"


async def test_what_is_measured_twice_or_later_is_counted_once(shop: Shop) -> None:
    a_week(shop)
    before = await shop.report(**{"from": "2026-11-16", "to": "2026-11-20"})
    again = await shop.report(**{"from": "2026-11-16", "to": "2026-11-20"})
    assert {**before, "measured_until": ""} == {**again, "measured_until": ""}
    # A line that a repaired connection brings now counts on the day on which it was said.
    late = shop.conversation(NOW - timedelta(minutes=5))
    shop.say(late, NOW - timedelta(minutes=1), "contact", said=at(12, 10))
    async with shop.house.database.transaction(shop.id) as tx:
        await catch_up(tx, NOW, LATE)  # as a worker does now and then: it was committed long after its moment
    found = await shop.report(**{"from": "2026-11-10", "to": "2026-11-20"})
    days = {one["key"]: one["figures"] for one in found["items"]}
    assert days["2026-11-12"]["messages_in"] == 1
    assert days["2026-11-20"]["opened"] == 1


async def test_many_conversations_are_measured_a_page_at_a_time(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(measuring, "AT_ONCE", 3)
    for number in range(20):
        # Seven of them at one moment: a page that ends in their midst must leave none out.
        moment = at(16, 9) if number < 7 else at(16, 9, number)
        shop.say(shop.conversation(moment), moment, "contact")
    more = True
    while more:
        async with shop.house.database.transaction(shop.id) as tx:
            more = await catch_up(tx, NOW)
    assert (await shop.report(**{"from": "2026-11-16", "to": "2026-11-16"}))["totals"]["opened"] == 20


async def test_who_may_not_and_what_means_nothing(shop: Shop) -> None:
    bia = await shop.house.signed_in("bia@loja.test")
    assert (await bia.get("/analytics/conversations")).status_code == 403
    for query in ({"from": "2026-11-20", "to": "2026-11-19"}, {"from": "2020-01-01"}):
        answer = await shop.ana.get("/analytics/conversations", params=query)
        assert (answer.status_code, answer.json()["code"]) == (422, "bad_period")
    other = await shop.house.organization("outra")
    await shop.house.person("eva@outra.test", {other: Role.ORG_ADMIN})
    a_week(shop)
    eva = await shop.house.signed_in("eva@outra.test")
    found = (await eva.get("/analytics/conversations", params={"from": "2026-11-16"})).json()
    assert (found["totals"]["messages_in"], found["totals"]["opened"]) == (0, 0)


def test_nobody_waited_where_a_person_wrote_first() -> None:
    begin = datetime(2026, 11, 16, 9, tzinfo=UTC)

    def seconds(one: datetime, other: datetime) -> int:
        return int((other - one).total_seconds())

    later = begin + timedelta(minutes=5)
    assert response(later, None, begin, seconds) is None
    assert response(begin, None, None, seconds) is None
    took = response(begin, begin + timedelta(minutes=9), later, seconds)
    assert took is not None
    assert took.clock_s == 300  # it began to wait after it was answered: the customer's first line counts


def test_periods_compare_months_with_months() -> None:
    november = Period(date(2026, 11, 1), date(2026, 11, 30), SP)
    assert (november.before().first, november.before().last) == (date(2026, 10, 1), date(2026, 10, 31))
    week = Period(date(2026, 11, 16), date(2026, 11, 22), SP)
    assert (week.before().first, week.before().last) == (date(2026, 11, 9), date(2026, 11, 15))
    assert Period(date(2026, 11, 18), date(2026, 11, 24), SP).starts("week") == [date(2026, 11, 18), date(2026, 11, 23)]
