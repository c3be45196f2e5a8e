"""When may readers of facts be asked what they have heard?

Facts are read only behind the oldest transaction of the whole server: in a test run, another test's too.
"""

from __future__ import annotations

import asyncio
import time

import psycopg

WAITING = """
select exists (select from facts where xid >= pg_snapshot_xmin(pg_current_snapshot())::text::bigint)
"""


async def all_told(dsn: str, *, seconds: float = 60.0) -> None:
    """Return once every fact of the database that `dsn` names, as its owner, can be read."""
    limit = time.monotonic() + seconds
    async with await psycopg.AsyncConnection.connect(dsn, autocommit=True) as db:
        while (row := await (await db.execute(WAITING)).fetchone()) and row[0]:
            assert time.monotonic() < limit, "somebody's transaction never ends"
            await asyncio.sleep(0.02)
