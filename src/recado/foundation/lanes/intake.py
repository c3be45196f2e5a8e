"""How is a webhook made durable before it is answered, many at a time?"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence

import asyncpg

from recado.foundation.database import Database
from recado.foundation.failpoints import failpoint
from recado.foundation.lanes.models import Delivery, partition_of

_MOST_AT_ONCE = 256

# One statement is one transaction: no BEGIN, no COMMIT, one round trip, one flush of the log for all of them.
STORE_DELIVERIES = """
with kept as (
    insert into deliveries (organization_id, id, channel_id, raw, problem)
    select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::bytea[], $5::text[])
)
insert into inbox (organization_id, partition, channel_id, chat, key, kind, payload, delivery_id)
select * from unnest($6::uuid[], $7::smallint[], $8::uuid[], $9::text[], $10::text[], $11::text[], $12::text[], $13::uuid[])
on conflict do nothing
"""


class Intake:
    """Stores deliveries; those that arrive while one commit is under way share the next one."""

    def __init__(self, database: Database, on_stored: Callable[[], None]) -> None:
        self._database = database
        self._on_stored = on_stored
        self._waiting: list[tuple[Delivery, asyncio.Future[None]]] = []
        self._flusher: asyncio.Task[None] | None = None

    async def store(self, delivery: Delivery) -> None:
        """Return once `delivery` is durable; raise what the database raised where that is not known to be so."""
        stored: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append((delivery, stored))
        if self._flusher is None or self._flusher.done():
            self._flusher = asyncio.create_task(self._flush())
        await stored

    async def _flush(self) -> None:
        while self._waiting:
            batch, self._waiting = self._waiting[:_MOST_AT_ONCE], self._waiting[_MOST_AT_ONCE:]
            await self._store_all(batch)

    async def _store_all(self, batch: Sequence[tuple[Delivery, asyncio.Future[None]]]) -> None:
        try:
            failpoint("webhook.before_commit")
            await self._insert([delivery for delivery, _ in batch])
        except asyncpg.DataError as error:
            # One delivery that PostgreSQL cannot hold must not turn its neighbours away.
            if len(batch) == 1:
                _settle(batch, error)
                return
            for pair in batch:
                await self._store_all([pair])
            return
        except Exception as error:
            _settle(batch, error)
            return
        failpoint("webhook.after_commit")
        _settle(batch, None)
        self._on_stored()

    async def _insert(self, deliveries: Sequence[Delivery]) -> None:
        rows = [(delivery, item) for delivery in deliveries for item in delivery.inputs]
        await self._database.execute_alone(
            STORE_DELIVERIES,
            [delivery.organization for delivery in deliveries],
            [delivery.id for delivery in deliveries],
            [delivery.channel for delivery in deliveries],
            [delivery.raw for delivery in deliveries],
            [delivery.problem for delivery in deliveries],
            [delivery.organization for delivery, _ in rows],
            [partition_of(delivery.organization, delivery.channel, item.chat) for delivery, item in rows],
            [delivery.channel for delivery, _ in rows],
            [item.chat for _, item in rows],
            [item.key for _, item in rows],
            [item.kind for _, item in rows],
            [item.payload for _, item in rows],
            [delivery.id for delivery, _ in rows],
        )


def _settle(batch: Sequence[tuple[Delivery, asyncio.Future[None]]], error: Exception | None) -> None:
    for _, stored in batch:
        if stored.done():
            continue
        if error is None:
            stored.set_result(None)
        else:
            stored.set_exception(error)
