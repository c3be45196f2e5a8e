"""Does every SQL constant fit the migrated schema, and may the roles that come to it run it?

Preparing finds a misspelt column; only planning for execution asks for rights, so each is explained with nulls, as every role
whose processes can come to the function that uses it.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterator

import asyncpg
import pytest

from tests.architecture.sources import Source, example, product
from tests.support.postgres import Clone
from tests.tenancy.reachability import Graph, by_role

STATEMENT = re.compile(r"^\s*(?:--[^\n]*\n\s*)*(?:select|insert|update|delete|with)\b", re.IGNORECASE)

BY_OTHERS = {
    "recado.foundation.database_probe.REVISION": "the owner, before anything is migrated",
    "recado.foundation.embedded_postgres.cluster.DATABASE_COUNT": "the superuser of the embedded server",
}
"""Constants that no login role runs, and who does."""

OFFERED: dict[str, str] = {}
"""Constants behind a service without a door, which recado_app will run."""

THROUGH_ANOTHER_POOL = {
    "recado.channels.store.QUARANTINE": "recado_intake",
    "recado.foundation.lanes.retention.LIST_ORGANIZATIONS": "recado_worker",
}
"""Constants that the API's code runs through a pool of another role, which it opens for them alone."""


def sources() -> list[Source]:
    return [source for source in product() if source.module.startswith("recado.")]


def entrances(found: list[Source]) -> dict[str, list[str]]:
    """Return the modules in which a process of each role begins to work."""
    modules = [source.module for source in found]

    def rooms(name: str) -> list[str]:
        return [module for module in modules if module.split(".")[2:3] == [name]]

    return {
        "recado_app": [
            *rooms("api"), "recado.organizations.access", "recado.app.live_stream", "recado.app.system",
            "recado.app.health", "recado.app.cli.replay", "recado.app.cli.people", "recado.app.figures", "recado.app.web",
            "recado.app.demo", "recado.channels.webhooks", "recado.app.first_channel",
        ],
        "recado_worker": [*rooms("tasks"), "recado.app.worker", "recado.app.housekeeping"],
        "recado_intake": ["recado.foundation.lanes.intake"],
    }  # fmt: skip


def constants(found: list[Source]) -> Iterator[tuple[str, str]]:
    """Return every module-level constant that holds a statement, with its dotted name."""
    for source in found:
        if not source.module.endswith("__main__"):
            for name, value in vars(importlib.import_module(source.module)).items():
                if (
                    name.isupper()
                    and isinstance(value, str)
                    and STATEMENT.match(value)
                    and f"\n{name} = " in source.text
                ):
                    yield f"{source.module}.{name}", value


async def test_every_constant_can_be_run_by_the_roles_that_come_to_it(module_database: Clone) -> None:
    found = sources()
    reached = by_role(Graph(found), entrances(found))
    every = dict(constants(found))
    for name in BY_OTHERS:
        del every[name]
    assert len(every) > 200
    unreached = {name for name in every if not any(name in one for one in reached.values())}
    assert unreached == OFFERED.keys(), "SQL that nothing runs"
    reached["recado_app"] = reached["recado_app"] - THROUGH_ANOTHER_POOL.keys() | OFFERED.keys()
    for name, role in THROUGH_ANOTHER_POOL.items():
        assert name in every
        reached[role].add(name)
    refused = []
    for role in entrances(found):
        connection = await asyncpg.connect(module_database.as_role(role))
        for name in sorted(reached[role] & every.keys()):
            if (why := await refusal(connection, every[name])) is not None:
                refused.append(f"{name} as {role}: {why}")
        await connection.close()
    assert refused == []


async def refusal(connection: asyncpg.Connection, query: str) -> str | None:
    """Plan the statement as it would be run; return why it cannot be."""
    transaction = connection.transaction()
    await transaction.start()
    try:
        statement = await connection.prepare(query)
        await statement.explain(*[None] * len(statement.get_parameters()))
    except asyncpg.PostgresError as error:
        return f"{type(error).__name__}: {error}"
    finally:
        await transaction.rollback()
    return None


@pytest.mark.parametrize(
    "query",
    [
        "select nme from contacts",
        "select id from contcts",
        "select id from contacts where id = $1::text",
        "delete from members where organization_id = $1",  # members are disabled, never removed
        "select id from users",
        "insert into contacts (organization_id) values ($1",
    ],
)
async def test_the_test_sees_a_statement_that_cannot_run(module_database: Clone, query: str) -> None:
    connection = await asyncpg.connect(module_database.app_dsn)
    assert await refusal(connection, query) is not None
    assert await refusal(connection, "select id from contacts where organization_id = $1") is None
    await connection.close()


SMALL_PRODUCT = {
    "recado.a.api": "from recado.a import service\nasync def route():\n    await service.act()\n",
    "recado.a.service": "from recado.a import store\nfrom recado.a.b import Runner\ndef act():\n    Runner\n    store.find()\n",
    "recado.a.store": "ONE = 'select 1'\nTWO = 'select 2'\ndef find():\n    return ONE\ndef lose():\n    return TWO\n",
    "recado.a.b": "from recado.a.c import Runner\n",
    "recado.a.c": "from recado.a.store import lose as leave\nclass Runner:\n    def run(self):\n        leave()\n",
    "recado.a.tasks": "from recado.a.store import ONE\ndef job():\n    return ONE\n",
}


def test_reachability_follows_names_through_modules() -> None:
    graph = Graph([example(text, module) for module, text in SMALL_PRODUCT.items()])
    reached = by_role(graph, {"app": ["recado.a.api"], "worker": ["recado.a.tasks"], "none": ["recado.a.b"]})
    assert {"recado.a.store.ONE", "recado.a.store.TWO", "recado.a.c.Runner"} <= reached["app"]
    assert reached["worker"] == {"recado.a.tasks.job", "recado.a.store.ONE"}
    assert reached["none"] == set()
