"""Does a process that lives say so, whatever became of the connection on which it said it before?"""

from __future__ import annotations

import asyncio

import psycopg

from recado.foundation.lanes.sweep import WORKER_LOCK_CLASS
from recado.foundation.live import Wakes
from tests.support.postgres import Clone

NUMBER = 4711
HOLDERS = """
select count(*) from pg_locks l join pg_stat_activity a on a.pid = l.pid
where l.locktype = 'advisory' and l.objid = %s and a.application_name = 'tests-wakes'
"""


async def test_the_lock_is_taken_once_the_session_before_has_let_it_go(database: Clone) -> None:
    """A half-open connection: the server still holds the old session when the process comes back."""
    async with await psycopg.AsyncConnection.connect(database.owner_dsn, autocommit=True) as ghost:
        await ghost.execute("select pg_advisory_lock(%s, %s)", (WORKER_LOCK_CLASS, NUMBER))
        wakes = Wakes(database.worker_dsn, name="tests", alive=(WORKER_LOCK_CLASS, NUMBER))
        await wakes.start()

        async def holders() -> int:
            row = await (await ghost.execute(HOLDERS, (NUMBER,))).fetchone()
            assert row is not None
            return int(row[0])

        assert wakes.connected
        assert await holders() == 0
        await ghost.execute("select pg_advisory_unlock_all()")
        async with asyncio.timeout(10):
            while not await holders():
                await asyncio.sleep(0.05)
        await wakes.close()
