"""Where do the figures of all processes come together?

In one small table. A process adds what it has counted every few seconds, and only if it has counted something; any process
that is asked reads the sums of all. A process that is killed takes its last few seconds of figures along, never a message.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import time

from recado.foundation.database import Database, Transaction
from recado.foundation.measures import Measures, Total

PERIOD_S = 5.0
_LONGEST_S = 60.0
"""An idle process writes its CPU seconds once a minute and nothing else."""
_log = logging.getLogger(__name__)

# In one order, so that two processes never wait for each other in a circle.
ADD = """
insert into metric_totals as m (name, labels, total, counted, buckets)
select n.name, n.labels, n.total, n.counted, n.buckets::bigint[]
from unnest($1::text[], $2::text[], $3::float8[], $4::bigint[], $5::text[]) as n(name, labels, total, counted, buckets)
order by n.name, n.labels
on conflict (name, labels) do update
set total = m.total + excluded.total, counted = m.counted + excluded.counted,
    buckets = case when cardinality(m.buckets) = cardinality(excluded.buckets)
        then array(select mine + theirs from unnest(m.buckets, excluded.buckets) with ordinality as b(mine, theirs, place)
                   order by place)
        else excluded.buckets end
"""

READ = "select name, labels, total, counted, buckets from metric_totals order by name, labels"


async def add(database: Database, measures: Measures) -> int:
    """Add what was counted since the last time to the sums of all processes; return how many sums that moved.

    What fails is given back and goes with the next round. The commit does not wait for the disk: these are figures.
    """
    taken = measures.take()
    if not taken:
        return 0
    try:
        async with database.transaction(None) as tx:
            await tx.execute("set local synchronous_commit = off")
            await tx.execute(
                ADD,
                [one.name for one in taken],
                [one.label for one in taken],
                [one.total for one in taken],
                [one.counted for one in taken],
                ["{" + ",".join(str(count) for count in one.buckets) + "}" for one in taken],
            )
    except BaseException:
        measures.give_back(taken)
        raise
    return len(taken)


async def read(tx: Transaction) -> list[Total]:
    """Return the sums of all processes."""
    return [
        Total(row["name"], row["labels"], row["total"], row["counted"], tuple(row["buckets"]))
        for row in await tx.fetch(READ)
    ]


async def keep_adding(database: Database, measures: Measures, stop: asyncio.Event, *, process: str) -> None:
    """Add this process's figures every few seconds until `stop`, and its last ones then."""
    spent, written = time.process_time(), time.monotonic()
    while not stop.is_set():
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(stop.wait(), PERIOD_S)
        if not measures and time.monotonic() - written < _LONGEST_S and not stop.is_set():
            continue
        now = time.process_time()
        measures.count("recado_cpu_seconds", now - spent, f"process={process}")
        spent, written = now, time.monotonic()
        try:
            await add(database, measures)
        except Exception as error:
            _log.warning("figures were not written down and are kept: %s", type(error).__name__)
