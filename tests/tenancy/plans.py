"""How would PostgreSQL run a statement of a role, and how many rows does it look at?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from psycopg import sql

from tests.tenancy.catalogue import Connection

Plan = Mapping[str, Any]


def nodes(plan: Plan) -> Iterator[Plan]:
    """Return a plan and everything below it."""
    yield plan
    for inner in plan.get("Plans", ()):
        yield from nodes(inner)


def generic_plan(db: Connection, query: str) -> Plan:
    """Return the plan that serves every value: what a statement comes to that is prepared once and run for long."""
    db.execute("set local plan_cache_mode = force_generic_plan")
    db.execute(b"prepare asked as " + query.encode())
    try:
        row = db.execute(
            "select cardinality(parameter_types) from pg_prepared_statements where name = 'asked'"
        ).fetchone()
        nulls = ", ".join(["null"] * (row[0] if row else 0))
        found = db.execute(f"explain (format json) execute asked {f'({nulls})' if nulls else ''}").fetchone()
    finally:
        db.execute("deallocate asked")
    assert found is not None
    plan: Plan = found[0][0]["Plan"]
    return plan


def read_whole(plan: Plan, tables: frozenset[str]) -> list[str]:
    """Return which of the tables a plan reads from end to end."""
    return [
        node["Relation Name"]
        for node in nodes(plan)
        if node["Node Type"] == "Seq Scan" and node["Relation Name"] in tables
    ]


def rows_looked_at(db: Connection, query: str, values: Sequence[Any], *, times: int) -> Counter[str]:
    """Run a statement several times as a prepared one, and return the most rows of each table that a run looked at.

    After five runs the server may settle on the plan that serves every value, as it does on a connection of a pool.
    """
    db.execute(b"prepare asked as " + query.encode())
    listed = sql.SQL(", ").join(sql.Literal(value) for value in values)
    ask = sql.SQL("explain (analyze, format json) execute asked ({})").format(listed)
    looked = Counter[str]()
    for _ in range(times):
        with db.transaction(force_rollback=True):
            found = db.execute(ask).fetchone()
        assert found is not None
        looked |= _looked_at(found[0][0]["Plan"])
    return looked


def _looked_at(plan: Plan) -> Counter[str]:
    looked = Counter[str]()
    for node in nodes(plan):
        if "Scan" in node["Node Type"] and "Relation Name" in node:
            removed = node.get("Rows Removed by Filter", 0) + node.get("Rows Removed by Index Recheck", 0)
            looked[node["Relation Name"]] += round((node["Actual Rows"] + removed) * node["Actual Loops"])
    return looked
