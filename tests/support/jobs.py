"""What do tests of jobs need: an organization, a look into the queue, and a runner for as long as a test lasts?"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable, Mapping
from typing import Any

import psycopg

from recado.foundation.database import Database
from recado.foundation.identifiers import OrganizationId, new_id
from recado.foundation.jobs.models import JobHandler
from recado.foundation.jobs.runner import JobRunner
from tests.support.postgres import Clone


def add_organization(clone: Clone, slug: str = "clinica") -> OrganizationId:
    """Insert an organization and return its id."""
    id_ = new_id()
    with psycopg.connect(clone.owner_dsn, autocommit=True) as connection:
        connection.execute("insert into organizations (id, name, slug) values (%s, %s, %s)", (id_, slug, slug))
    return OrganizationId(id_)


def rows(clone: Clone, query: str, *values: Any) -> list[tuple[Any, ...]]:
    """Run `query` as the superuser, who sees every organization."""
    with psycopg.connect(clone.owner_dsn, autocommit=True) as connection:
        return connection.execute(query, values).fetchall()


def change(clone: Clone, statement: str, *values: Any) -> None:
    """Run `statement` as the superuser."""
    with psycopg.connect(clone.owner_dsn, autocommit=True) as connection:
        connection.execute(statement, values)


@contextlib.asynccontextmanager
async def connected(dsn: str, size: int = 5) -> AsyncIterator[Database]:
    database = await Database.connect(dsn, size=size, name="tests")
    try:
        yield database
    finally:
        await database.close()


@contextlib.asynccontextmanager
async def running(
    database: Database, clone: Clone, handlers: Mapping[str, JobHandler], *, hasten: bool = True, **options: Any
) -> AsyncIterator[asyncio.Event]:
    """Run a `JobRunner` meanwhile; yields the event that stops it. With `hasten` it is woken ten times a second."""
    stop = asyncio.Event()
    wake = options.setdefault("wake", asyncio.Event())
    runner = asyncio.create_task(JobRunner(database, handlers, dsn=clone.worker_dsn, **options).run(stop))
    waker = asyncio.create_task(_keep_waking(wake)) if hasten else None
    try:
        yield stop
    finally:
        stop.set()
        if waker is not None:
            waker.cancel()
        await asyncio.wait_for(runner, 30)


async def _keep_waking(wake: asyncio.Event) -> None:
    while True:
        wake.set()
        await asyncio.sleep(0.1)


async def until(condition: Callable[[], object], within_s: float = 15.0) -> None:
    """Wait until `condition` holds; fail after `within_s`."""
    async with asyncio.timeout(within_s):
        while not await asyncio.to_thread(condition):
            await asyncio.sleep(0.05)
