"""What becomes of sends whose end nobody has written down?"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import Enum, auto
from functools import partial
from uuid import UUID

from recado.foundation.database import Database, Transaction
from recado.foundation.failpoints import failpoint
from recado.foundation.identifiers import OrganizationId
from recado.foundation.lanes.hold import TAKEN_OVER_AFTER_S
from recado.foundation.rounds import in_each

WORKER_LOCK_CLASS = 7225
"""First key of the advisory lock that a living worker holds; its number is the second. The lock dies with its connection."""

# A dispatching row has lost its worker when the lock is gone, or when even a living worker has held it too long. A lock can go
# with its connection while the worker lives: only when its request can no longer leave may the next of its conversation.
_HERE = (
    "locktype = 'advisory' and granted and database = (select oid from pg_database where datname = current_database())"
)
_ALIVE = f"exists (select from pg_locks l where l.{_HERE} and l.classid = $2 and l.objid = outbox.worker::oid)"
_STALE = f"""state = 'dispatching' and dispatched_at < now() - $3::interval
  and (dispatched_at < now() - $1::interval
       or not {_ALIVE})"""
FIND_STALE = f"select distinct organization_id from outbox where {_STALE}"  # noqa: S608 - joined of constants
LOSE_STALE = f"""
update outbox set state = 'unconfirmed', unconfirmed_at = now(), worker = case when {_ALIVE} then worker end
where organization_id = $4 and {_STALE}
returning id
"""  # noqa: S608 - joined of constants

# The wait begins when the loss is noticed, not when the call was made: while the database was away no status could be taken
# in, and a live worker still holds answers that it is about to write down.
FIND_UNCONFIRMED = """
select distinct organization_id from outbox where state = 'unconfirmed' and unconfirmed_at < now() - $1::interval
"""
LOCK_UNCONFIRMED = """
select id, class, resent, worker is null as orphaned, attempt from outbox
where organization_id = $2 and state = 'unconfirmed' and unconfirmed_at < now() - $1::interval
order by id limit 500
for no key update skip locked
"""

SEND_ONCE_MORE = """
update outbox set state = 'queued', resent = true, not_before = now()
where organization_id = $1 and id = any($2) and state = 'unconfirmed'
"""

SET_ASIDE = "delete from outbox where organization_id = $1 and id = any($2) and state = 'unconfirmed'"


# The lock dies with its worker's connection, so whoever is first among the living is so only as long as it lives.
FIRST_WORKER = f"select min(objid::bigint) from pg_locks where {_HERE} and classid = $1"  # noqa: S608 - joined of constants


async def is_first_worker(tx: Transaction, number: int) -> bool:
    """Is this the living worker with the lowest number? For small rounds that one worker does for all."""
    return bool(number) and await tx.fetchval(FIRST_WORKER, WORKER_LOCK_CLASS) == number


class Fate(Enum):
    """What is done with an unconfirmed row."""

    SETTLED = auto()
    """Something proved that it was accepted or refused."""
    ONCE_MORE = auto()
    """It is sent again, flagged as a possible duplicate."""
    GIVEN_UP = auto()
    """It is never sent again; it stays visible as unconfirmed."""


@dataclass(frozen=True, slots=True)
class Unconfirmed:
    """A row whose end is not known; the rest is what its rule needs. `orphaned`: its worker died with it under way."""

    id: UUID
    klass: str
    resent: bool
    orphaned: bool = False
    attempt: int = 1


Tell = Callable[[Transaction, Sequence[UUID]], Awaitable[None]]
"""Marks messages of one organization as unconfirmed."""
Resolve = Callable[[Transaction, Sequence[Unconfirmed]], Awaitable[Sequence[Fate]]]
"""Decides, by evidence and then by the rule of the class, what is done with each row of one organization."""


class Sweeper:
    """Finds sends without an end; any number of workers may run it."""

    def __init__(self, database: Database, *, tell: Tell, resolve: Resolve, lease_s: float, wait_s: float) -> None:
        self._database = database
        self._tell = tell
        self._resolve = resolve
        self._lease = timedelta(seconds=lease_s)
        self._wait = timedelta(seconds=wait_s)

    async def run_once(self) -> int:
        """Mark what has lost its worker, settle what has waited long enough; return how many rows changed."""
        losing = self._lease, WORKER_LOCK_CLASS, timedelta(seconds=TAKEN_OVER_AFTER_S)
        lost = await in_each(await self._where(FIND_STALE, *losing), partial(self._lose, losing), what="lost sends")
        waited = await self._where(FIND_UNCONFIRMED, self._wait)
        return lost + await in_each(waited, self._settle, what="unconfirmed sends")

    async def _where(self, query: str, *values: object) -> list[OrganizationId]:
        async with self._database.transaction(None) as tx:
            return sorted(OrganizationId(row["organization_id"]) for row in await tx.fetch(query, *values))

    async def _lose(self, losing: Sequence[object], organization: OrganizationId) -> int:
        async with self._database.transaction(organization) as tx:
            lost = sorted(row["id"] for row in await tx.fetch(LOSE_STALE, *losing, organization))
            if lost:
                await self._tell(tx, lost)
                tx.wake("outbox")
            failpoint("sweep.before_commit")
        return len(lost)

    async def _settle(self, organization: OrganizationId) -> int:
        async with self._database.transaction(organization) as tx:
            found = await tx.fetch(LOCK_UNCONFIRMED, self._wait, organization)
            rows = [
                Unconfirmed(row["id"], row["class"], row["resent"], row["orphaned"], row["attempt"]) for row in found
            ]
            if rows:
                fates = list(zip(rows, await self._resolve(tx, rows), strict=True))
                await tx.execute(
                    SEND_ONCE_MORE, organization, [row.id for row, fate in fates if fate is Fate.ONCE_MORE]
                )
                await tx.execute(SET_ASIDE, organization, [row.id for row, fate in fates if fate is not Fate.ONCE_MORE])
                tx.wake("outbox")
            failpoint("sweep.before_resolve_commit")
        return len(rows)
