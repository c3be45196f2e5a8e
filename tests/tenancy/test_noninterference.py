"""Do the figures and lists of an organization stay as they are, whatever another one has? (G17: nobody can even notice)"""

from __future__ import annotations

import contextlib
import re
from pathlib import Path

import asyncpg
import psycopg
import pytest

from tests.support.postgres import Clone
from tests.tenancy.asking import Request
from tests.tenancy.catalogue import tenant_tables
from tests.tenancy.forgetting import forget_filters
from tests.tenancy.mutants import opened
from tests.tenancy.slots import routes
from tests.tenancy.world import World, world

MORE = 3
_NOW = re.compile(rb'"measured_until":"[^"]+"')
"""The clock's own reading, which nobody's rows change."""


async def read_everything(found: World, *, audit_first: bool = False) -> dict[str, bytes]:
    """Return what A's administrator reads at every operation that names nothing.

    Reading a whole list as a file leaves a line in the audit: that is read last, or first, so that only B comes between.
    """
    answers = {}
    for route in sorted(
        routes(found.app.openapi()), key=lambda one: one.operation.startswith("audit.") is not audit_first
    ):
        if route.method == "GET" and "{" not in route.path and route.operation != "platform.list_grants":
            body = (await found.ask(found.who["admin"], Request("GET", route.path))).body
            answers[route.operation] = _NOW.sub(b"", body)
    return answers


async def grow(found: World) -> None:
    """Give B more rows in every table that takes more: conversations, messages, dead letters, people, keys, facts."""
    grown = set()
    for _ in range(MORE):
        for table in found.seeder.tables():
            # A few hold one row in their parent, which has it already.
            with contextlib.suppress(asyncpg.UniqueViolationError):
                if table == "members":
                    await found.seeder.insert(
                        found.b, "members", id=(await found.seeder.insert(found.b, "users"))["id"]
                    )
                elif table == "conversations":
                    await found.conversation(found.b, state="waiting")
                else:
                    await found.seeder.insert(found.b, table)
                grown.add(table)
    assert len(grown) > 30


@pytest.mark.slow
async def test_g17_nothing_that_a_reads_changes_when_b_grows(database: Clone, tmp_path: Path) -> None:
    async with world(database, tmp_path) as found:
        before = await read_everything(found)
        await grow(found)
        after = await read_everything(found, audit_first=True)
    assert len(before) >= 20
    assert {name: (before[name], body) for name, body in after.items() if body != before[name]} == {}


@pytest.mark.slow
async def test_the_test_sees_counts(database: Clone, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With both walls down, figures that hold no word of anybody's must change all the same."""
    forget_filters(monkeypatch)
    async with world(database, tmp_path) as found:
        with psycopg.connect(database.owner_dsn, autocommit=True) as db:
            for table in tenant_tables(db):
                db.execute(opened(table).break_it)
        before = await read_everything(found)
        await grow(found)
        after = await read_everything(found)
    changed = {name for name, body in after.items() if body != before[name]}
    assert {"overview.read", "overview.funnel", "conversations.list", "members.list", "dead_letters.list"} <= changed
