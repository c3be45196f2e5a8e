"""Are accounts asked about by one worker in turn, and does everybody learn what was said? (CHN 6)"""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from typing import Any

import pytest
from aiohttp import web

from recado.app.checks import PERIOD_S, Checks
from tests.pipeline.house import House, Organization
from tests.pipeline.wire import somebody

TOKEN_INVALID = (401, {"error": {"message": "expired", "type": "OAuthException", "code": 190}})


@dataclass(slots=True)
class Accounts:
    """A provider that is asked about its numbers and may answer what a test says."""

    url: str = ""
    asked: list[str] = field(default_factory=list)
    answers: dict[str, tuple[int, dict[str, Any]]] = field(default_factory=dict)
    pause: asyncio.Event = field(default_factory=asyncio.Event)
    at_once: int = 0
    most_at_once: int = 0

    async def tell(self, request: web.Request) -> web.Response:
        number = request.match_info["number"]
        self.asked.append(number)
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        await asyncio.wait_for(self.pause.wait(), 10)
        self.at_once -= 1
        status, body = self.answers.get(number, (200, {"id": number, "display_phone_number": "+55 11 4000-0001"}))
        return web.json_response(body, status=status)

    async def take(self, request: web.Request) -> web.Response:
        status, body = self.answers.get(request.match_info["number"], (200, {"messages": [{"id": "wamid.OK"}]}))
        return web.json_response(body, status=status)


@pytest.fixture
async def accounts() -> AsyncIterator[Accounts]:
    told = Accounts()
    told.pause.set()
    app = web.Application()
    app.router.add_get("/{version}/{number}", told.tell)
    app.router.add_post("/{version}/{number}/messages", told.take)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.2)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    told.url = f"http://127.0.0.1:{runner.addresses[0][1]}/v25.0"
    yield told
    await runner.cleanup()


def checks_of(house: House, number: int | None = None) -> Checks:
    return Checks(house.worker, house.built.ports, house.built.wakes.number if number is None else number)


async def state_of(clinic: Organization) -> tuple[str, str, bool]:
    """State, reason, and whether it was checked within the last minute."""
    found = await clinic.house.rows(
        "select state, state_reason, coalesce(last_checked_at > now() - interval '1 minute', false)"
        " from channels where id = %s",
        clinic.channel,
    )
    return found[0]


async def long_ago(clinic: Organization, seconds: float = 3_600) -> None:
    await clinic.house.rows(
        "update channels set last_checked_at = now() - make_interval(secs => %s) where id = %s", seconds, clinic.channel
    )


async def told_facts(clinic: Organization) -> list[tuple[str, dict[str, Any]]]:
    rows = await clinic.house.rows(
        "select name, data from facts where organization_id = %s and name like 'whatsapp:%%' order by seq", clinic.id
    )
    return [(name, data if isinstance(data, dict) else json.loads(data)) for name, data in rows]


async def nothing_waits(house: House) -> bool:
    return not await house.rows("select state from outbox")


async def test_an_account_that_works_is_asked_about_once_a_period(house: House, accounts: Accounts) -> None:
    clinic = await house.organization(graph_url=accounts.url)
    checks = checks_of(house)
    assert await checks.run_once() == 0
    assert await checks.run_once() == 0
    assert accounts.asked == [clinic.account]
    assert await state_of(clinic) == ("connected", "", True)
    assert await told_facts(clinic) == [], "nothing changed, so nobody is told"
    await long_ago(clinic, PERIOD_S * 0.89)
    await checks.run_once()
    assert len(accounts.asked) == 1
    await long_ago(clinic, PERIOD_S * 1.11)
    await checks.run_once()
    assert len(accounts.asked) == 2
    assert await state_of(clinic) == ("connected", "", True)


async def test_a_broken_account_is_told_and_comes_back_with_its_messages(house: House, accounts: Accounts) -> None:
    clinic = await house.organization(graph_url=accounts.url)
    accounts.answers[clinic.account] = TOKEN_INVALID
    checks = checks_of(house)
    await checks.run_once()
    assert await state_of(clinic) == ("attention", "token_invalid", True)
    about = {
        "connection_id": str(clinic.channel), "state": "attention", "reason": "token_invalid", "shouldReconnect": True,
    }  # fmt: skip
    assert await told_facts(clinic) == [("whatsapp:status", about), ("whatsapp:disconnected", about)]
    ana = somebody()
    await clinic.hears(ana, "oi")
    assert ("parked",) in await house.rows("select state from outbox")

    await long_ago(clinic, PERIOD_S / 5 * 1.11)  # one that needs attention is asked five times as often
    await checks.run_once()
    assert len(await told_facts(clinic)) == 2, "the same trouble is told once"
    del accounts.answers[clinic.account]
    await long_ago(clinic)
    await checks.run_once()
    assert await state_of(clinic) == ("connected", "", True)
    well = {"connection_id": str(clinic.channel), "state": "connected", "reason": "", "shouldReconnect": False}
    assert (await told_facts(clinic))[2:] == [("whatsapp:status", well)]
    await house.until(lambda: nothing_waits(house), sweeps=True)
    counted = {(one.name, one.label): one.total for one in house.built.measures.take()}
    assert counted["recado_channel_checks", "outcome=token_invalid"] == 2
    assert counted["recado_channel_reconnects", "outcome=failed"] == 1
    assert counted["recado_channel_reconnects", "outcome=succeeded"] == 1


async def test_a_provider_that_is_down_says_nothing_about_the_account(house: House, accounts: Accounts) -> None:
    clinic = await house.organization(graph_url=accounts.url)
    accounts.answers[clinic.account] = (503, {})
    await checks_of(house).run_once()
    assert await state_of(clinic) == ("connected", "", True)
    assert await told_facts(clinic) == []


async def test_a_channel_out_of_service_is_left_alone(house: House, accounts: Accounts) -> None:
    clinic = await house.organization(graph_url=accounts.url)
    await clinic.api("POST", f"/channels/{clinic.channel}/disconnect")
    assert [name for name, _ in await told_facts(clinic)] == ["whatsapp:status", "whatsapp:disconnected"]
    assert (await told_facts(clinic))[0][1]["shouldReconnect"] is False
    await checks_of(house).run_once()
    assert accounts.asked == []

    await clinic.api("POST", f"/channels/{clinic.channel}/connect")
    assert await state_of(clinic) == ("connected", "", True)
    await long_ago(clinic)
    accounts.pause.clear()
    asking = asyncio.create_task(checks_of(house).run_once())
    while not accounts.at_once:
        await asyncio.sleep(0.01)
    await clinic.api("POST", f"/channels/{clinic.channel}/disconnect")  # while the provider still thinks
    accounts.pause.set()
    await asking
    assert (await state_of(clinic))[0] == "disconnected"


async def test_one_worker_asks_and_the_next_takes_over_when_it_dies(house: House, accounts: Accounts) -> None:
    clinic = await house.organization(graph_url=accounts.url)
    own = house.built.wakes.number
    async with house.worker.transaction(None) as tx:
        await tx.fetchval("select pg_advisory_xact_lock(7225, $1)", 0)  # a worker with a lower number lives
        await checks_of(house).run_once()
        assert accounts.asked == []
    await checks_of(house, own + 1).run_once()
    assert accounts.asked == []
    await checks_of(house).run_once()
    assert accounts.asked == [clinic.account]


async def test_many_are_asked_at_once_and_one_that_cannot_be_stops_no_other(house: House, accounts: Accounts) -> None:
    clinics = [await house.organization(graph_url=accounts.url) for _ in range(12)]
    await house.rows("update channels set secrets = '\\x00' where id = %s", clinics[3].channel)
    accounts.pause.clear()
    asking = asyncio.create_task(checks_of(house).run_once())
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(5):
            while accounts.at_once < 8:
                await asyncio.sleep(0.01)
    accounts.pause.set()
    await asking
    assert accounts.most_at_once == 8
    assert sorted(accounts.asked) == sorted(one.account for one in clinics if one is not clinics[3])
    assert all([(await state_of(one))[2] for one in clinics]), "one that cannot be asked waits its turn like the others"


async def test_a_number_of_nobody_is_no_worker(house: House, accounts: Accounts) -> None:
    await house.organization(graph_url=accounts.url)
    await replace(checks_of(house), number=0).run_once()
    assert accounts.asked == []
