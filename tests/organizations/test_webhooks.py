"""Is an address told of every fact it wants, at least once, signed, again when it fails, and never inside our networks?"""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from aiohttp import web

from recado.foundation import facts
from recado.foundation.database import Database
from recado.foundation.egress.client import open_egress
from recado.foundation.egress.models import Failure, FailureCode, Response
from recado.foundation.egress.policy import Policy
from recado.foundation.egress.signatures import is_signed
from recado.foundation.egress.urls import read_origin
from recado.foundation.facts import Fact
from recado.foundation.identifiers import OrganizationId
from recado.organizations.models import Role
from recado.organizations.rules.webhooks import MOST_ATTEMPTS, Delivered, GivenUp, Later, after_attempt
from recado.organizations.service.telling import DELIVER
from recado.organizations.tasks.webhooks import DeliverWebhook, WebhookRounds, forget_deliveries
from tests.support.access import Browser, Office
from tests.support.jobs import connected, rows, running
from tests.support.told import all_told

OPENED, RECEIVED = "conversations.conversation_opened", "conversations.message_received"
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


@dataclass(slots=True)
class Receiver:
    """A server of somebody else's on loopback: keeps what it is told and answers what a test wants."""

    url: str = ""
    status: int = 200
    told: list[tuple[dict[str, str], bytes]] = field(default_factory=list)

    async def take(self, request: web.Request) -> web.Response:
        self.told.append(({name.lower(): value for name, value in request.headers.items()}, await request.read()))
        return web.Response(status=self.status)

    def types(self) -> list[str]:
        return [json.loads(body)["type"] for _, body in self.told]


@pytest.fixture
async def receiver() -> AsyncIterator[Receiver]:
    found = Receiver()
    app = web.Application()
    app.router.add_post("/avisos", found.take)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    found.url = f"http://127.0.0.1:{runner.addresses[0][1]}/avisos"
    yield found
    await runner.cleanup()


@dataclass(slots=True)
class Desk:
    """An administrator, a worker whose clock a test moves, and the receiver."""

    house: Office
    ana: Browser
    clinic: OrganizationId
    worker: Database
    receiver: Receiver
    deliver: DeliverWebhook
    rounds: WebhookRounds
    ahead: list[timedelta]

    async def subscribe(self, **more: Any) -> dict[str, Any]:
        body = {"name": "ERP", "url": self.receiver.url, "facts": [OPENED], **more}
        answer = await self.ana.post("/webhooks", body)
        assert answer.status_code == 201, answer.text
        found: dict[str, Any] = answer.json()
        return found

    async def happens(self, *names: str) -> None:
        async with self.house.database.transaction(self.clinic) as tx:
            await facts.publish(tx, [Fact(name, None, {"contact_id": "c-1"}) for name in names])

    async def work(self) -> None:
        """Turn the round until nothing is queued and every job is done."""
        await all_told(self.house.clone.owner_dsn)
        self.rounds.hear(f"facts/{self.clinic}")
        async with running(self.worker, self.house.clone, {DELIVER: self.deliver}):
            while await self.rounds.run_once() or self.waiting():
                await asyncio.sleep(0.02)

    def waiting(self) -> int:
        return int(rows(self.house.clone, "select count(*) from pgqueuer where status in ('queued', 'picked')")[0][0])

    async def deliveries(self, id_: str) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = (await self.ana.get(f"/webhooks/{id_}/deliveries")).json()["items"]
        return found


@pytest.fixture
async def desk(house: Office, receiver: Receiver) -> AsyncIterator[Desk]:
    clinic = await house.organization("clinica")
    await house.person("ana@clinica.test", {clinic: Role.ORG_ADMIN})
    ahead = [timedelta()]

    def clock() -> datetime:
        return datetime.now(UTC) + ahead[0]

    policy = Policy(exceptions=frozenset({read_origin(receiver.url.removesuffix("/avisos"))}))
    house.app.state.told_facts = {OPENED: "Uma conversa começou", RECEIVED: "Uma mensagem chegou"}
    house.app.state.way_out_policy = policy
    egress = open_egress(policy, clock=clock)
    async with connected(house.clone.worker_dsn) as worker:
        deliver = DeliverWebhook(egress, clock, house.clone.key)
        ana = await house.signed_in("ana@clinica.test")
        yield Desk(house, ana, clinic, worker, receiver, deliver, WebhookRounds(worker, clock), ahead)
    await egress.close()


async def test_what_is_wanted_is_told_once_signed_and_nothing_else(desk: Desk) -> None:
    await desk.happens(OPENED)  # before anybody listened
    await all_told(desk.house.clone.owner_dsn)
    made = await desk.subscribe()
    await desk.happens(RECEIVED, OPENED)
    await desk.work()
    await desk.work()
    assert desk.receiver.types() == [OPENED]
    headers, body = desk.receiver.told[0]
    stamp = int(headers["webhook-timestamp"])
    assert is_signed(headers, body, secrets=[made["secret"]], now=stamp)
    assert json.loads(body)["data"] == {"organization_id": str(desk.clinic), "contact_id": "c-1"}
    (one,) = await desk.deliveries(made["webhook"]["id"])
    assert (one["state"], one["attempts"], one["last_status"], one["id"]) == (
        "delivered",
        1,
        200,
        headers["webhook-id"],
    )
    assert made["secret"] not in (await desk.ana.get("/webhooks")).text
    dump = str(rows(desk.house.clone, "select t::text from webhook_subscriptions t"))
    assert made["secret"].encode().hex() not in dump


async def test_it_is_told_again_under_the_same_id_until_it_is_taken(desk: Desk) -> None:
    made = await desk.subscribe()
    desk.receiver.status = 503
    await desk.happens(OPENED)
    await desk.work()
    (one,) = await desk.deliveries(made["webhook"]["id"])
    assert (one["state"], one["attempts"], one["last_status"]) == ("pending", 1, 503)
    assert (await desk.ana.get("/webhooks")).json()["items"][0]["failing_since"] is not None
    desk.ahead[0] += timedelta(seconds=10)
    desk.receiver.status = 204
    await desk.work()
    ids = {headers["webhook-id"] for headers, _ in desk.receiver.told}
    assert (len(desk.receiver.told), len(ids)) == (2, 1)
    assert desk.receiver.told[0][1] == desk.receiver.told[1][1]
    assert (await desk.ana.get("/webhooks")).json()["items"][0]["failing_since"] is None
    # A button tells it once more.
    answer = await desk.ana.post(f"/webhooks/{made['webhook']['id']}/deliveries/{one['id']}/resend")
    assert answer.status_code == 202, answer.text
    await desk.work()
    assert len(desk.receiver.told) == 3


async def test_one_that_keeps_failing_is_told_nothing_more_and_what_it_missed_when_it_is_back(desk: Desk) -> None:
    made = await desk.subscribe()
    id_ = made["webhook"]["id"]
    desk.receiver.status = 500
    await desk.happens(OPENED)
    for _ in range(MOST_ATTEMPTS):
        await desk.work()
        desk.ahead[0] += timedelta(hours=13)
    (webhook,) = (await desk.ana.get("/webhooks")).json()["items"]
    assert (webhook["state"], webhook["state_reason"]) == ("disabled", "failing")
    assert [one["state"] for one in await desk.deliveries(id_)] == ["failed"]
    named = rows(desk.house.clone, "select name from facts where name = 'organizations.webhook_disabled'")
    assert len(named) == 1
    assert "webhooks.disabled" in (await desk.ana.get("/audit")).text
    await desk.ana.post(f"/webhooks/{id_}/test")
    await desk.work()
    assert len(desk.receiver.told) == MOST_ATTEMPTS
    desk.receiver.status = 200
    changed = await desk.ana.patch(f"/webhooks/{id_}", {"active": True})
    assert (changed.json()["state"], changed.json()["failing_since"]) == ("active", None)
    await desk.work()
    assert desk.receiver.types()[-1] == "webhooks.test"


async def test_gone_is_believed_at_once_and_a_new_secret_signs_beside_the_old(desk: Desk) -> None:
    made = await desk.subscribe()
    id_ = made["webhook"]["id"]
    turned = (await desk.ana.post(f"/webhooks/{id_}/rotate", {})).json()
    await desk.happens(OPENED)
    await desk.work()
    headers, body = desk.receiver.told[0]
    for secret in (made["secret"], turned["secret"]):
        assert is_signed(headers, body, secrets=[secret], now=int(headers["webhook-timestamp"]))
    desk.receiver.status = 410
    await desk.happens(OPENED)
    await desk.work()
    assert (await desk.ana.get("/webhooks")).json()["items"][0]["state_reason"] == "gone"


@pytest.mark.parametrize(
    "url", ["http://exemplo.com.br/x", "https://10.0.0.1/x", "https://localhost/x", "https://a@b.com/x", "javascript:1"]
)
async def test_addresses_inside_our_networks_are_refused(desk: Desk, url: str) -> None:
    answer = await desk.ana.post("/webhooks", {"name": "x", "url": url, "facts": [OPENED]})
    assert (answer.status_code, answer.json()["code"]) == (422, "bad_webhook")


async def test_names_facts_and_numbers_are_kept_to(desk: Desk) -> None:
    made = await desk.subscribe()
    taken = await desk.ana.post("/webhooks", {"name": "ERP", "url": desk.receiver.url, "facts": [OPENED]})
    assert (taken.status_code, taken.json()["code"]) == (409, "name_taken")
    unknown = await desk.ana.post("/webhooks", {"name": "b", "url": desk.receiver.url, "facts": ["users.all"]})
    assert (unknown.status_code, unknown.json()["code"]) == (422, "bad_webhook")
    assert (await desk.ana.delete(f"/webhooks/{made['webhook']['id']}")).status_code == 204
    assert rows(desk.house.clone, "select 1 from fact_cursors where listener = 'organizations.tell_webhooks'") == []
    await desk.happens(OPENED)
    await desk.work()
    assert desk.receiver.told == []


async def test_a_paused_one_waits_and_old_deliveries_are_forgotten(desk: Desk) -> None:
    made = await desk.subscribe()
    id_ = made["webhook"]["id"]
    await desk.ana.post(f"/webhooks/{id_}/test")
    assert (await desk.ana.patch(f"/webhooks/{id_}", {"active": False})).json()["state"] == "paused"
    await desk.work()
    assert desk.receiver.told == []
    await desk.ana.patch(f"/webhooks/{id_}", {"active": True})
    await desk.work()
    assert desk.receiver.types() == ["webhooks.test"]
    assert await forget_deliveries(desk.worker, desk.clinic, datetime.now(UTC)) == 0
    assert await forget_deliveries(desk.worker, desk.clinic, datetime.now(UTC) + timedelta(days=31)) == 1


@pytest.mark.parametrize(
    ("answer", "attempts", "since", "decided"),
    [
        (Response(204, {}, b""), 1, None, Delivered()),
        (Response(302, {}, b""), 1, None, Later(NOW + timedelta(seconds=5))),
        (Response(410, {}, b""), 1, None, GivenUp("gone")),
        (Failure(FailureCode.TIMEOUT), 2, NOW, Later(NOW + timedelta(seconds=30))),
        (Failure(FailureCode.TIMEOUT), MOST_ATTEMPTS, NOW - timedelta(hours=2), GivenUp("")),
        (Failure(FailureCode.TIMEOUT), MOST_ATTEMPTS, NOW - timedelta(hours=25), GivenUp("failing")),
    ],
)
def test_what_follows_an_attempt(
    answer: Response | Failure, attempts: int, since: datetime | None, decided: Delivered | Later | GivenUp
) -> None:
    assert after_attempt(answer, attempts=attempts, now=NOW, failing_since=since, chance=0.0) == decided
