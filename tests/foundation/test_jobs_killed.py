"""What becomes of a job whose process is killed, or stopped past its lease?"""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

import pytest

from recado.foundation.database import Database
from recado.foundation.identifiers import OrganizationId
from recado.foundation.jobs import defer, rules
from tests.support.jobs import add_organization, change, connected, rows, running, until
from tests.support.postgres import Clone

WORKER = Path(__file__).with_name("job_worker.py")
SOURCES = Path(__file__).parents[2] / "src"


@contextmanager
def worker_process(clone: Clone, mode: str) -> Iterator[subprocess.Popen[str]]:
    environment = {**os.environ, "PYTHONPATH": str(SOURCES)}
    process = subprocess.Popen(
        [sys.executable, str(WORKER), clone.worker_dsn, mode], stdout=subprocess.PIPE, text=True, env=environment
    )
    try:
        yield process
    finally:
        process.kill()
        process.wait()


async def said(process: subprocess.Popen[str]) -> str:
    stream: IO[str] | None = process.stdout
    assert stream is not None
    return (await asyncio.wait_for(asyncio.to_thread(stream.readline), 20)).strip()


async def test_a_job_of_a_killed_process_is_begun_again_and_counted_twice(database: Clone) -> None:
    organization = add_organization(database)
    seen: list[Mapping[str, Any]] = []
    counted: list[tuple[Any, ...]] = []

    async def note(_database: Database, _organization: OrganizationId, data: Mapping[str, Any]) -> None:
        counted.extend(await asyncio.to_thread(rows, database, "select attempts, waits from job_attempts"))
        seen.append(data)

    async with connected(database.worker_dsn) as worker:
        async with worker.transaction(organization) as tx:
            await defer(tx, "tests.slow", {"n": 7})
        with worker_process(database, "hang") as process:
            assert await said(process) == "begun 7"
            process.send_signal(signal.SIGKILL)
            process.wait()
        async with running(worker, database, {"tests.slow": note}):
            await until(lambda: seen, within_s=12)
            await until(lambda: not rows(database, "select * from pgqueuer"))
    assert seen == [{"n": 7}]
    assert counted == [(2, 0)]
    assert rows(database, "select * from dead_letters") == []


@pytest.mark.nightly
async def test_a_job_that_kills_its_process_every_time_ends_as_a_dead_letter(database: Clone) -> None:
    organization = add_organization(database)
    async with connected(database.worker_dsn) as worker:
        async with worker.transaction(organization) as tx:
            await defer(tx, "tests.slow", {"n": 1})
        for _ in range(rules.MOST_FAILURES):
            with worker_process(database, "hang") as process:
                assert await said(process) == "begun 1"
                process.send_signal(signal.SIGKILL)
                process.wait()
            change(database, "update pgqueuer set heartbeat = now() - interval '7 seconds'")
        seen: list[object] = []

        async def never(_database: Database, _organization: OrganizationId, data: Mapping[str, Any]) -> None:
            seen.append(data)

        async with running(worker, database, {"tests.slow": never}):
            await until(lambda: rows(database, "select 1 from dead_letters"))
    assert seen == []
    assert rows(database, "select cause, attempts from dead_letters") == [("process_died", rules.MOST_FAILURES + 1)]
    assert rows(database, "select * from pgqueuer") == []


@pytest.mark.nightly
async def test_a_worker_that_wakes_past_its_lease_does_not_touch_a_job_that_another_runs(database: Clone) -> None:
    organization = add_organization(database)
    release, begun = asyncio.Event(), asyncio.Event()

    async def slow(_database: Database, _organization: OrganizationId, _data: Mapping[str, Any]) -> None:
        begun.set()
        await release.wait()

    async with connected(database.worker_dsn) as worker:
        async with worker.transaction(organization) as tx:
            await defer(tx, "tests.slow", {"n": 3})
        with worker_process(database, "late") as process:
            assert await said(process) == "begun 3"
            process.send_signal(signal.SIGSTOP)
            async with running(worker, database, {"tests.slow": slow}):
                await asyncio.wait_for(begun.wait(), 15)
                process.send_signal(signal.SIGCONT)
                assert await said(process) == "ended 3"
                await asyncio.sleep(1.0)
                ((status, attempts),) = rows(
                    database, "select status::text, a.attempts from pgqueuer join job_attempts a on job_id = id"
                )
                assert (status, attempts) == ("picked", 2)
                release.set()
                await until(lambda: not rows(database, "select * from pgqueuer"))
