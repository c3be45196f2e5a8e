"""Can anybody tell a thing of another organization from one that does not exist, by the words or by the time? (T20)"""

from __future__ import annotations

import time
from pathlib import Path
from uuid import UUID

import pytest

from recado.foundation.identifiers import new_id
from tests.organizations.test_sign_in import mann_whitney_z
from tests.support.postgres import Clone
from tests.tenancy.asking import Request
from tests.tenancy.world import World, world

PAIRS = 250
LIMIT = 3.3
"""Of a standard normal: beyond it two samples of one distribution fall once in a thousand times."""


async def times_and_bodies(
    found: World, path: str, foreign: UUID
) -> tuple[dict[str, list[float]], set[tuple[int, bytes]]]:
    """Ask for the foreign id and for a random one in turn, and return how long each took and what was answered."""
    times: dict[str, list[float]] = {"foreign": [], "random": []}
    bodies = set()
    for round_ in range(PAIRS):
        for kind in ("foreign", "random") if round_ % 2 else ("random", "foreign"):
            id_ = foreign if kind == "foreign" else new_id()
            began = time.perf_counter()
            answer = await found.ask(found.who["admin"], Request("GET", path.format(id_)))
            times[kind].append(time.perf_counter() - began)
            bodies.add((answer.status, answer.body))
    return times, bodies


@pytest.mark.slow
@pytest.mark.parametrize("path", ["/api/v1/conversations/{}", "/api/v1/media/{}"])
async def test_t20_a_foreign_id_and_a_random_one_look_and_take_the_same(
    database: Clone, tmp_path: Path, path: str
) -> None:
    async with world(database, tmp_path) as found:
        table = "media" if "media" in path else "conversations"
        # A pause of the machine may fall on one side; a difference of the product falls on it each time.
        for _ in range(3):
            times, bodies = await times_and_bodies(found, path, found.b[table]["id"])
            assert len(bodies) == 1
            assert next(iter(bodies))[0] == 404
            if abs(mann_whitney_z(times["foreign"], times["random"])) < LIMIT:
                return
    pytest.fail("a foreign id and a random one can be told apart by the time their refusal takes")
