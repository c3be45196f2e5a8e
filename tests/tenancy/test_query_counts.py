"""Does a list of many take as many statements as a list of few? (product CRM, `bench/api.py` has the times)"""

from __future__ import annotations

import contextlib
from collections import Counter
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import asyncpg
import pytest

from recado.foundation.database import Transaction
from tests.support.postgres import Clone
from tests.tenancy.matrix import MATRIX
from tests.tenancy.slots import Route, routes
from tests.tenancy.world import World, world

MORE = 12
"""Rows that every table gets on top of the few that it has."""
MOST = 16
"""Statements of one reading, those that find out who asks among them."""
NOT_READ = {"live.follow": "a stream", "metrics.read": "figures of the installation, not of an organization"}
OK = range(200, 300)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """Every statement that goes through a transaction, and how often."""
    found: Counter[str] = Counter()

    def counting(inner: Callable[..., Awaitable[Any]]) -> Callable[..., Awaitable[Any]]:
        async def count(self: Transaction, query: str, *values: Any) -> Any:
            found[query] += 1
            return await inner(self, query, *values)

        return count

    for name in ("fetch", "fetchrow", "fetchval", "execute"):
        monkeypatch.setattr(Transaction, name, counting(getattr(Transaction, name)))
    return found


async def statements(found: World, route: Route, asked: Counter[str]) -> Counter[str]:
    """Which statements it takes to read `route` as its rightful owner, with what is kept in memory there already."""
    may = MATRIX[route.operation].may
    who = found.who["c_admin" if "admin" in may else next(iter(may))]
    request = route.request(await MATRIX[route.operation].make(found, found.c, who))
    await found.ask(who, request)
    asked.clear()
    answer = await found.ask(who, request)
    assert answer.status in OK, f"{route.operation}: {answer.status} {answer.body[:200]!r}"
    # Who asks is looked up anew every few seconds, whatever is read.
    return Counter({query: times for query, times in asked.items() if "check_session" not in query})


async def grow(found: World) -> None:
    """Give every table more rows; those of which there can be one alone stay as they are."""
    for _ in range(MORE):
        for table in found.seeder.tables():
            if table != "organizations":
                with contextlib.suppress(asyncpg.UniqueViolationError, asyncpg.CheckViolationError):
                    await found.seeder.insert(found.c, table)


@pytest.mark.slow
async def test_what_is_read_takes_as_many_statements_with_many_rows_as_with_few(
    database: Clone, tmp_path: Path, asked: Counter[str]
) -> None:
    async with world(database, tmp_path) as found:
        reading = [
            route
            for route in routes(found.app.openapi())
            if route.method == "GET" and route.operation not in NOT_READ and MATRIX[route.operation].may
        ]
        few = {route.operation: await statements(found, route, asked) for route in reading}
        await grow(found)
        many = {route.operation: await statements(found, route, asked) for route in reading}
    grown = {
        name: [query.split("\n")[0][:100] for query in many[name] - few[name]]
        for name in few
        if many[name].total() > few[name].total()
    }
    assert grown == {}
    # A report measures what has happened since the last one before it adds up.
    least = {name: count.total() for name, count in many.items() if not name.startswith("analytics.")}
    assert {name: total for name, total in least.items() if total > MOST} == {}
    assert max(count.total() for count in few.values()) > 1, "something was counted"
