"""Does a stream of events carry anything of another organization, and does it end when the right to hear ends? (T21)"""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from recado.foundation import facts
from recado.foundation.facts import Fact
from recado.foundation.identifiers import OrganizationId
from tests.support.postgres import Clone
from tests.tenancy.asking import Answer, Request
from tests.tenancy.world import World, world

pytestmark = pytest.mark.slow
WITHIN_S = 10.0


async def publish(found: World, organization: OrganizationId, name: str) -> None:
    async with found.office.database.transaction(organization) as tx:
        await facts.publish(tx, [Fact(name)])


def stream_of_a(found: World) -> Request:
    return Request("GET", f"/api/v1/live/org/{found.a.id}", headers=(("last-event-id", ""),))


async def test_t21_a_stream_tells_what_happened_here_and_nothing_of_elsewhere(database: Clone, tmp_path: Path) -> None:
    async with world(database, tmp_path) as found:
        listening = asyncio.create_task(found.ask(found.who["admin"], stream_of_a(found), listen_s=2.5))
        await asyncio.sleep(0.3)
        for number in range(5):
            await publish(found, found.b.id, f"{found.b.mark}.happened{number}")
            await publish(found, found.a.id, f"{found.a.mark}.happened{number}")
        answer = await asyncio.wait_for(listening, WITHIN_S + 10)
    events = [line for line in answer.text().splitlines() if line.startswith("event: ")]
    told = answer.body.decode()
    assert [f"event: {found.a.mark}.happened{number}" in told for number in range(5)] == [True] * 5, events
    assert found.b.mark not in told
    assert str(found.b.id) not in told


async def test_t21_a_stream_ends_within_two_seconds_of_the_right_to_hear(database: Clone, tmp_path: Path) -> None:
    async with world(database, tmp_path) as found:
        leaving = await found.person("agent", found.a)
        listening = asyncio.create_task(found.ask(leaving, stream_of_a(found), listen_s=30.0))
        await asyncio.sleep(0.3)
        out = Request("PATCH", f"/api/v1/members/{leaving.id}", json={"active": False})
        assert (await found.ask(found.who["admin"], out)).status == 200
        began = asyncio.get_running_loop().time()
        answer: Answer = await asyncio.wait_for(listening, WITHIN_S)
        took = asyncio.get_running_loop().time() - began
        await publish(found, found.a.id, "too.late")
    assert b"event: signed-out" in answer.body
    assert b"too.late" not in answer.body
    assert took < 4.0, "two seconds, and the patience of a busy machine"
