"""Does health say one true word about each dependency, to anybody, and nothing else?"""

from __future__ import annotations

import httpx
import pytest

from recado.app.health import channels_state, queue_state
from tests.pipeline.house import House


async def look(house: House, path: str) -> tuple[int, dict[str, object]]:
    for one in (house.api.state.snapshot.lanes,):
        one._until = 0.0
    transport = httpx.ASGITransport(app=house.api, client=("203.0.113.9", 1))
    async with httpx.AsyncClient(transport=transport, base_url="http://recado.example") as http:
        answer = await http.get(path)
    return answer.status_code, answer.json()


async def test_everything_is_well(house: House) -> None:
    await house.organization()
    assert await look(house, "/health") == (200, {"status": "ok"})
    assert await look(house, "/ready") == (200, {"status": "ready"})
    for name in ("database", "queue", "redis", "supabase"):
        assert await look(house, f"/health/{name}") == (200, {"status": "ok", "dependency": name})
    assert await look(house, "/health/whatsapp") == (
        200,
        {"status": "ok", "dependency": "whatsapp", "states": ["connected"]},
    )
    status, body = await look(house, "/health/kafka")
    assert (status, body["code"]) == (404, "not_found")


async def test_channels_in_trouble_are_told_without_saying_whose(house: House) -> None:
    first, second = await house.organization(), await house.organization()
    await house.rows("update channels set state = 'attention' where organization_id = %s", first.id)
    told = {"status": "degraded", "dependency": "whatsapp", "states": ["attention", "connected"]}
    assert await look(house, "/health/whatsapp") == (200, told)
    await house.rows("update channels set state = 'attention' where organization_id = %s", second.id)
    assert (await look(house, "/health/whatsapp"))[0] == 503


async def test_a_database_that_does_not_answer(house: House) -> None:
    await house.api.state.database.close()
    assert await look(house, "/health") == (200, {"status": "ok"})
    assert await look(house, "/ready") == (503, {"status": "unavailable"})
    for name in ("database", "queue", "redis", "supabase", "whatsapp"):
        assert await look(house, f"/health/{name}") == (503, {"status": "unavailable", "dependency": name})


@pytest.mark.parametrize(
    ("figures", "state"),
    [
        ({("workers", ""): 1.0}, "ok"),
        ({("workers", ""): 1.0, ("inbox_age", ""): 59.0, ("outbox_age", "2"): 9_000.0}, "ok"),
        ({("workers", ""): 1.0, ("inbox_age", ""): 61.0}, "degraded"),
        ({("workers", ""): 1.0, ("outbox_age", "0"): 61.0}, "degraded"),
        ({("workers", ""): 0.0}, "unavailable"),
        ({}, "unavailable"),
    ],
)
def test_the_queue_is_judged(figures: dict[tuple[str, str], float], state: str) -> None:
    assert queue_state(figures) == state


@pytest.mark.parametrize(
    ("states", "state"),
    [
        ([], "ok"),
        (["disconnected"], "ok"),
        (["connected", "disconnected"], "ok"),
        (["attention", "connected"], "degraded"),
        (["attention", "disconnected"], "unavailable"),
    ],
)
def test_channels_are_judged(states: list[str], state: str) -> None:
    assert channels_state(states) == state
