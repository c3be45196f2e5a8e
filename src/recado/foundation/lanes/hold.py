"""May a claimed row still leave, or has somebody taken it over meanwhile?"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Final
from uuid import UUID

import asyncpg

from recado.foundation.clock import monotonic
from recado.foundation.database import UNKNOWN_COMMIT, Database, DatabaseBusy
from recado.foundation.lanes.models import Outgoing

TAKEN_OVER_AFTER_S: Final = 5.0
"""A row whose worker's lock is gone may be taken over so long after it was marked; before that its request may still leave."""
LEAVES_WITHIN_S: Final = 4.0
"""A request leaves so long after its row was marked or renewed, or not at all. A second less than the above: between the last
look at the clock and the first byte lies no `await`, but a machine that is short of processor. Long enough that such a
machine still sends, instead of renewing for ever."""
_RENEWS_AFTER_S: Final = 2.0

# The attempt and the state say whether it is still ours: whoever takes a row over changes one of them.
RENEW = """
update outbox set dispatched_at = now()
from unnest($1::uuid[], $2::uuid[], $3::smallint[]) as held(organization_id, id, attempt)
where outbox.organization_id = held.organization_id and outbox.id = held.id and outbox.attempt = held.attempt
  and outbox.state = 'dispatching'
returning outbox.id
"""


class Renewals:
    """Renews what its worker holds; all that ask while one statement is under way share the next one."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._waiting: list[tuple[Outgoing, asyncio.Future[bool]]] = []
        self._flusher: asyncio.Task[None] | None = None

    async def ask(self, row: Outgoing) -> bool:
        """Return whether `row` is still ours; False too where nobody knows, for what has not left can be sent again."""
        told: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        self._waiting.append((row, told))
        if self._flusher is None or self._flusher.done():
            self._flusher = asyncio.create_task(self._flush())
        return await told

    async def _flush(self) -> None:
        while self._waiting:
            batch, self._waiting = self._waiting, []
            ours = await self._renew([row for row, _ in batch])
            for row, told in batch:
                if not told.done():
                    told.set_result(row.id in ours)

    async def _renew(self, rows: Sequence[Outgoing]) -> set[UUID]:
        places = [row.organization for row in rows], [row.id for row in rows], [row.attempt for row in rows]
        try:
            async with self._database.transaction(None) as tx:
                return {row["id"] for row in await tx.fetch(RENEW, *places)}
        except (*UNKNOWN_COMMIT, DatabaseBusy, asyncpg.PostgresError):
            return set()


class Hold:
    """One worker's hold on a row that it has marked as `dispatching`.

    A row whose worker seems dead becomes unconfirmed, and the next of its conversation goes. Were the worker only slow, or its
    lock lost with a connection, its own request would leave after its successor, unflagged. So none leaves on an old claim.
    """

    def __init__(self, renewals: Renewals, row: Outgoing, claimed_at: float) -> None:
        self._renewals = renewals
        self._row = row
        self._claimed_at = claimed_at

    async def leave_by(self) -> float | None:
        """Return until when the request may leave, on the monotonic clock; None where the row is no longer ours.

        A young claim costs nothing; an old one (a long upload, a stopped process) is renewed first.
        """
        if monotonic() - self._claimed_at > _RENEWS_AFTER_S:
            renewed_at = monotonic()
            if not await self._renewals.ask(self._row):
                return None
            self._claimed_at = renewed_at
        return self._claimed_at + LEAVES_WITHIN_S
