"""Does a flow that waits go on once, whenever the worker that should see to it is killed? (`kill -9`, real processes)"""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from tests.pipeline.house import House, Organization
from tests.pipeline.stranger import asking, serving
from tests.pipeline.wire import Person, somebody

ROOT = Path(__file__).resolve().parents[2]
PEOPLE = 6
SOON: dict[str, Any] = {
    "format": 1,
    "id": "logo",
    "name": "Logo",
    "entry": "start",
    "variables": {"x": {"label": "Texto"}},
    "nodes": {
        "start": {"type": "start", "exits": {"next": "pause"}},
        "pause": {"type": "wait", "options": {"amount": 1, "unit": "seconds"}, "exits": {"next": "ask"}},
        "ask": {"type": "question", "options": {"text": "E aí?", "kind": "text", "variable": "x"}},
    },
}


@contextlib.asynccontextmanager
async def worker(house: House, folder: Path, **settings: str) -> AsyncIterator[subprocess.Popen[bytes]]:
    """A worker process on the house's database."""
    told = {
        **os.environ, "DATABASE_URL": house.clone.owner_dsn, "RECADO_MASTER_KEY": "7e57" * 16, "PYTHONPATH": str(ROOT / "src"),
        "RECADO_HOME": str(folder), "RECADO_PUBLIC_URL": "http://recado.test", **settings,
    }  # fmt: skip
    with (folder / "worker.log").open("ab") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "recado.app.worker"], env=told, cwd=folder, stdout=log, stderr=log
        )
    try:
        yield process
    finally:
        process.kill()
        await asyncio.to_thread(process.wait)


async def ends(process: subprocess.Popen[bytes]) -> int:
    return await asyncio.to_thread(process.wait, 60)


async def all_told(clinic: Organization, people: list[Person], count: int, seconds: float = 60) -> None:
    limit = time.monotonic() + seconds
    while not all(len(clinic.told(person)) >= count for person in people):
        assert time.monotonic() < limit, [clinic.told(person) for person in people]
        await asyncio.sleep(0.1)


@pytest.mark.slow
@pytest.mark.parametrize(
    "where",
    [
        "timers.before_commit",
        *(pytest.param(one, marks=pytest.mark.nightly) for one in ("timers.after_commit", "desk.before_commit")),
    ],
)
async def test_a_worker_that_is_killed_fires_every_timer_once(house: House, tmp_path: Path, where: str) -> None:
    clinic, people = await house.organization(flow=SOON), [somebody() for _ in range(PEOPLE)]
    for person in people:
        await clinic.hears(person, "oi", settle=False)
    await house.settle()
    await asyncio.sleep(1)
    async with worker(house, tmp_path, FAILPOINT=f"{where}:kill") as first:
        assert await ends(first) == -signal.SIGKILL
    async with worker(house, tmp_path):
        await all_told(clinic, people, 1)
        await asyncio.sleep(1)
    assert [clinic.told(person) for person in people] == [["E aí?"]] * PEOPLE
    rows = await house.rows(
        "select turn_id, count(*) from turns where organization_id = %s group by 1 order by 1", clinic.id
    )
    assert rows == [(1, PEOPLE), (2, PEOPLE)]
    assert await house.rows("select count(*) from timers where organization_id = %s", clinic.id) == [(0,)]


@pytest.mark.nightly
@pytest.mark.parametrize(
    ("method", "where", "asked", "says"),
    [("get", "asks.called", 2, "Achei Rex"), ("post", "asks.called", 1, "Não deu")],
)
async def test_a_worker_that_is_killed_in_a_call_repeats_only_what_does_no_harm(
    house: House, tmp_path: Path, method: str, where: str, asked: int, says: str
) -> None:
    async with serving() as stranger:
        clinic, ana = await house.organization(flow=asking(stranger.base, method=method)), somebody()
        await clinic.hears(ana, "oi")
        async with worker(house, tmp_path, FAILPOINT=f"{where}:kill", RECADO_EGRESS_EXCEPTIONS=stranger.base) as first:
            assert await ends(first) == -signal.SIGKILL
        async with worker(house, tmp_path, RECADO_EGRESS_EXCEPTIONS=stranger.base):
            await all_told(clinic, [ana], 2)
        assert clinic.told(ana) == [says, "Mais?"]
        assert len(stranger.asked) == asked
