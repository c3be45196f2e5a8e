"""How do things stand right now, over all organizations: depths, ages and states, as numbers alone?"""

from __future__ import annotations

from collections.abc import Mapping

from recado.foundation.database import Row, Transaction
from recado.foundation.lanes.sweep import WORKER_LOCK_CLASS

Figures = Mapping[tuple[str, str], float]
"""A value by name and label."""

COUNT_LANES = "select name, label, value from count_lanes()"
COUNT_DESK = "select name, label, value from count_desk()"

# Only our own processes are named: another programme on the same database may call itself anything.
COUNT_CONNECTIONS = """
select case when application_name like 'recado-%' then application_name else 'other' end as label, count(*)::float8 as value
from pg_stat_activity where datname = current_database() and usename like 'recado\\_%' group by 1
"""

COUNT_WORKERS = """
select count(distinct objid)::float8 as value from pg_locks
where locktype = 'advisory' and classid = $1 and granted
  and database = (select oid from pg_database where datname = current_database())
"""


async def lanes(tx: Transaction) -> Figures:
    """Return what waits in the lanes and queues, the connections, and the workers that live. Cheap: only pending rows."""
    found = _figures(await tx.fetch(COUNT_LANES))
    found |= {
        ("database_connections", str(row["label"])): float(row["value"]) for row in await tx.fetch(COUNT_CONNECTIONS)
    }
    found["workers", ""] = float(await tx.fetchval(COUNT_WORKERS, WORKER_LOCK_CLASS))
    return found


async def desk(tx: Transaction) -> Figures:
    """Return the figures of the desk. They count the day's messages, so they are asked for once a minute at most."""
    return _figures(await tx.fetch(COUNT_DESK))


def _figures(rows: list[Row]) -> dict[tuple[str, str], float]:
    return {(row["name"], row["label"]): row["value"] for row in rows}
