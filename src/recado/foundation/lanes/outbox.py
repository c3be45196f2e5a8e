"""Which messages leave next, and what is written down about each attempt before and after it?"""

from __future__ import annotations

import asyncio
import logging
import math
from collections import Counter
from collections.abc import Awaitable, Callable, Iterable, Sequence
from datetime import timedelta
from typing import Final
from uuid import UUID

import asyncpg

from recado.foundation.clock import monotonic
from recado.foundation.database import UNKNOWN_COMMIT, Database, DatabaseBusy, Row, Transaction
from recado.foundation.failpoints import failpoint
from recado.foundation.identifiers import OrganizationId
from recado.foundation.lanes.fairness import Walk, allowances
from recado.foundation.lanes.hold import Hold, Renewals
from recado.foundation.lanes.inbox import backoff
from recado.foundation.lanes.models import Attempt, Drop, End, Finished, Go, Later, NewOutgoing, Outgoing, Park, Verdict

CLAIM_LIMIT: Final = 64
IN_FLIGHT: Final = 256
"""Calls under way in one process: at 150 ms each that is 1,700 messages a second."""
FAILURES: Final = 5
_SHORTEST_REST_S, _LONGEST_REST_S = 0.02, 1.0
_BROKEN_S: Final = 10.0
_PASSING = (*UNKNOWN_COMMIT, DatabaseBusy, asyncpg.DeadlockDetectedError, asyncpg.SerializationError)
"""What says nothing about the rows at hand: the same again may go well."""

_log = logging.getLogger(__name__)

ENQUEUE = """
insert into outbox (organization_id, id, conversation_id, channel_id, lane, class, recipient, body, token, heard_at, state)
select $1, *, 'queued'
from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::smallint[], $6::text[], $7::text[], $8::text[], $9::text[],
            $10::timestamptz[])
"""

# Only the oldest row of a conversation: its order is the order of its messages. `skip locked` re-reads a row that changed
# under the lock, so one that another worker has just dispatched no longer fits the condition and is left alone.
_MAY_LEAVE = """
o.state = 'queued' and o.not_before <= now()
      and not exists (
        select from outbox e
        where e.organization_id = o.organization_id and e.conversation_id = o.conversation_id and e.seq < o.seq
          and e.state in ('queued', 'dispatching', 'parked')
      )
    order by o.lane, o.not_before, o.seq
"""
_CLAIMED = """o.organization_id, o.id, o.conversation_id, o.channel_id, o.lane, o.class, o.recipient, o.body, o.token,
       o.attempt, o.failures, o.resent, o.paced, o.queued_at, o.heard_at"""

# A walk over distinct organizations after $5, then the first rows of each: whoever has ten thousand waiting delays nobody.
# One gets $4 rows at most, or what $3 allows it; where several wait they share the claim. Four each at least: of some all
# rows may be put off or wait for one that is parked, and those who can send must not crawl for their sake.
CLAIM = f"""
with recursive waiting(organization_id, place) as (
    (select organization_id, 1 from outbox where state = 'queued' and organization_id > $5 order by organization_id limit 1)
    union all
    select (select o.organization_id from outbox o where o.state = 'queued' and o.organization_id > w.organization_id
            order by o.organization_id limit 1), w.place + 1
    from waiting w where w.organization_id is not null and w.place < $1
), share as (
    select w.organization_id, least(coalesce(u.allowance, $4), greatest($1 / w.waiting, 4)) as most
    from (select organization_id, count(*) over () as waiting from waiting where organization_id is not null) w
    left join unnest($2::uuid[], $3::int[]) as u(organization_id, allowance) on u.organization_id = w.organization_id
)
select {_CLAIMED}, (select organization_id from waiting where place = $1) as walked_to
from share s left join lateral (
    select * from outbox o where o.organization_id = s.organization_id and {_MAY_LEAVE} limit s.most
    for no key update of o skip locked
) o on true
order by o.id is null, o.lane, o.not_before, o.seq
limit $1
"""  # noqa: S608 - joined of constants

CLAIM_OF = f"""
select {_CLAIMED}, null::uuid as walked_to from outbox o
where o.organization_id = $2 and {_MAY_LEAVE} limit $1 for no key update of o skip locked
"""  # noqa: S608 - joined of constants

PUT_OFF_BROKEN = """
update outbox set not_before = now() + $3 where organization_id = $1 and id = any($2) and state = 'queued'
"""

MARK_DISPATCHING = """
update outbox set state = 'dispatching', attempt = outbox.attempt + 1, worker = $3, dispatched_at = now()
from unnest($1::uuid[], $2::uuid[]) as go(organization_id, id)
where outbox.organization_id = go.organization_id and outbox.id = go.id
"""

MARK_OTHERWISE = """
update outbox set state = other.state, not_before = now() + other.wait, paced = other.paced
from unnest($1::uuid[], $2::uuid[], $3::text[], $4::interval[], $5::bool[]) as other(organization_id, id, state, wait, paced)
where outbox.organization_id = other.organization_id and outbox.id = other.id
"""

DELETE_ROWS = """
delete from outbox using unnest($1::uuid[], $2::uuid[]) as gone(organization_id, id)
where outbox.organization_id = gone.organization_id and outbox.id = gone.id
"""

# Every later write compares the attempt: a worker that was stopped and wakes late changes nothing.
FINISH = """
delete from outbox using unnest($1::uuid[], $2::uuid[], $3::smallint[]) as done(organization_id, id, attempt)
where outbox.organization_id = done.organization_id and outbox.id = done.id and outbox.attempt = done.attempt
  and outbox.state in ('dispatching', 'unconfirmed')
returning outbox.id
"""

# One that was unconfirmed meanwhile let the next of its conversation go first: it leaves late, flagged like any other. One
# whose hold was over keeps its place in the pacing: it has not used it.
REQUEUE = """
update outbox set state = again.state, failures = outbox.failures + again.failed,
    paced = again.state = 'queued' and again.failed = 0,
    resent = outbox.resent or outbox.state = 'unconfirmed',
    unconfirmed_at = case when again.state = 'unconfirmed' then now() end, not_before = now() + again.wait
from unnest($1::uuid[], $2::uuid[], $3::smallint[], $4::text[], $5::smallint[], $6::interval[])
     as again(organization_id, id, attempt, state, failed, wait)
where outbox.organization_id = again.organization_id and outbox.id = again.id and outbox.attempt = again.attempt
  and outbox.state in ('dispatching', 'unconfirmed')
returning outbox.id
"""

Gate = Callable[[Transaction, Sequence[Outgoing]], Awaitable[Sequence[Verdict]]]
"""Decides, for rows of one organization and in the transaction that marks them, which may leave."""
Deliver = Callable[[Outgoing, Hold], Awaitable[Attempt]]
"""Makes one attempt, outside any transaction; never raises for what the other side does. Asks the hold before it calls out."""
Settle = Callable[[Transaction, Sequence[Finished]], Awaitable[None]]
"""Records what became of rows of one organization, in the transaction that takes them off the lane."""


async def enqueue(tx: Transaction, rows: Sequence[NewOutgoing]) -> None:
    """Put messages of the organization at hand on the lane; they leave after this transaction has committed."""
    if not rows:
        return
    await tx.execute(
        ENQUEUE, tx.organization_id,
        [row.id for row in rows], [row.conversation for row in rows], [row.channel for row in rows],
        [int(row.lane) for row in rows], [row.klass for row in rows], [row.recipient for row in rows],
        [row.body for row in rows], [row.token for row in rows], [row.heard_at for row in rows],
    )  # fmt: skip
    tx.wake("outbox")


class OutboxWorker:
    """Dispatches rows and records how each ended. It alone tries again; nothing below it does."""

    def __init__(self, database: Database, *, number: int, gate: Gate, deliver: Deliver, settle: Settle) -> None:
        self._database = database
        self._number = number
        self._gate = gate
        self._deliver = deliver
        self._settle = settle
        self._ended: list[Finished] = []
        self._recorder: asyncio.Task[None] | None = None
        self._flying: set[asyncio.Task[None]] = set()
        self._calls_of: Counter[OrganizationId] = Counter()
        self._walk = Walk()
        self._renewals = Renewals(database)
        self._due = math.inf

    def idle_s(self) -> float:
        """How long to rest when nothing may leave now: until the first row that was put off, at most a second."""
        rest = self._due - monotonic()
        self._due = math.inf
        return min(max(rest, _SHORTEST_REST_S), _LONGEST_REST_S)

    @property
    def in_flight(self) -> int:
        """How many calls are under way."""
        return len(self._flying)

    async def run_once(self) -> int:
        """Dispatch what may leave now and return how many rows were looked at; the calls go on in the background."""
        room = min(CLAIM_LIMIT, IN_FLIGHT - len(self._flying))
        if room <= 0:
            await asyncio.wait(self._flying, return_when=asyncio.FIRST_COMPLETED)
            return 1
        rows: list[Outgoing] = []
        allowed = allowances(self._calls_of, IN_FLIGHT)
        each = list(allowed.of), list(allowed.of.values()), allowed.others
        try:
            walked_to = await self._dispatch(rows, CLAIM, room, *each, self._walk.after)
            return max(len(rows), int(self._walk.went(walked_to, len(rows))))
        except _PASSING:
            raise
        except Exception:
            _log.exception("rows of several organizations could not be judged together")
        for organization, group in _by_organization(rows):
            await self._dispatch_apart(organization, [row.id for row in group], room)
        return len(rows)

    async def _dispatch(self, rows: list[Outgoing], claim: str, *values: object) -> UUID | None:
        """Claim into `rows`, mark what may leave, and let it leave; return how far the walk went that did not reach the end."""
        claimed_at = monotonic()
        async with self._database.transaction(None) as tx:
            found = await tx.fetch(claim, *values)
            walked_to = found[0]["walked_to"] if found else None
            rows.extend(_outgoing(row) for row in found if row["id"] is not None)
            if not rows:
                return walked_to
            leaving = await self._judge(tx, rows)
            failpoint("send.before_dispatching_commit")
        failpoint("send.after_dispatching_commit")
        for row in leaving:
            self._calls_of[row.organization] += 1
            task = asyncio.create_task(self._send(row, claimed_at))
            self._flying.add(task)
            task.add_done_callback(self._flying.discard)
        return walked_to

    async def _dispatch_apart(self, organization: OrganizationId, ids: list[UUID], room: int) -> None:
        """Dispatch rows of one organization; where they cannot be judged they step aside, and nobody else waits."""
        try:
            await self._dispatch([], CLAIM_OF, room, organization)
        except _PASSING:
            raise
        except Exception:
            _log.exception("rows could not be judged", extra={"organization": str(organization)})
            async with self._database.transaction(organization) as tx:
                await tx.execute(PUT_OFF_BROKEN, organization, ids, timedelta(seconds=_BROKEN_S))

    async def drain(self, seconds: float) -> None:
        """Wait for calls under way and for their records, at most `seconds`."""
        pending = [*self._flying, *([self._recorder] if self._recorder else [])]
        if pending:
            await asyncio.wait(pending, timeout=seconds)
        if self._recorder and not self._recorder.done():
            await asyncio.wait([self._recorder], timeout=seconds)

    async def _judge(self, tx: Transaction, rows: Sequence[Outgoing]) -> list[Outgoing]:
        leaving: list[Outgoing] = []
        gone: list[Outgoing] = []
        others: list[tuple[Outgoing, str, timedelta, bool]] = []
        for organization, group in _by_organization(rows):
            await tx.enter(organization)
            for row, verdict in zip(group, await self._gate(tx, group), strict=True):
                match verdict:
                    case Go():
                        leaving.append(row)
                    case Drop():
                        gone.append(row)
                    case Park():
                        others.append((row, "parked", timedelta(), False))
                    case Later(wait_s=wait, reserved=reserved):
                        others.append((row, "queued", timedelta(seconds=wait), reserved))
                        self._due = min(self._due, monotonic() + wait)
        if leaving:
            places = [row.organization for row in leaving], [row.id for row in leaving]
            await tx.execute(MARK_DISPATCHING, *places, self._number)
        if gone:
            await tx.execute(DELETE_ROWS, [row.organization for row in gone], [row.id for row in gone])
        if others:
            await tx.execute(
                MARK_OTHERWISE,
                [row.organization for row, _, _, _ in others], [row.id for row, _, _, _ in others],
                [state for _, state, _, _ in others], [wait for _, _, wait, _ in others],
                [reserved for _, _, _, reserved in others],
            )  # fmt: skip
        return [_next_attempt(row) for row in leaving]

    async def _send(self, row: Outgoing, claimed_at: float) -> None:
        failpoint("send.before_call")
        try:
            attempt = await self._deliver(row, Hold(self._renewals, row, claimed_at))
        except Exception:
            _log.exception("a delivery raised; whether it left is not known")
            attempt = Attempt(End.UNKNOWN)
        finally:
            self._let_go(row.organization)
        failpoint("send.after_response")
        self._record(Finished(row, attempt, exhausted=_is_exhausted(row, attempt)))

    def _let_go(self, organization: OrganizationId) -> None:
        self._calls_of[organization] -= 1
        if not self._calls_of[organization]:
            del self._calls_of[organization]

    def _record(self, finished: Finished) -> None:
        self._ended.append(finished)
        if self._recorder is None or self._recorder.done():
            self._recorder = asyncio.create_task(self._record_all())

    async def _record_all(self) -> None:
        while self._ended:
            batch, self._ended = self._ended, []
            try:
                await self._record_together(batch)
            except _PASSING:
                self._ended = batch + self._ended
                await asyncio.sleep(0.25)
            except Exception:
                _log.exception("the ends of %s sends could not be written down together", len(batch))
                await self._record_apart(batch)

    async def _record_together(self, batch: Sequence[Finished]) -> None:
        async with self._database.transaction(None) as tx:
            await self._write(tx, batch)
            failpoint("send.before_record_commit")
        failpoint("send.after_record_commit")

    async def _record_apart(self, batch: Sequence[Finished]) -> None:
        """Write each end alone; one that cannot be written is as good as not known, and the others do not wait for it."""
        for one in batch:
            try:
                await self._record_together([one])
            except _PASSING:
                self._ended.append(one)
                await asyncio.sleep(0.25)
            except Exception:
                _log.exception("the end of a send could not be written down")
                if one.attempt.end is not End.UNKNOWN:
                    self._ended.append(Finished(one.row, Attempt(End.UNKNOWN)))

    async def _write(self, tx: Transaction, batch: Sequence[Finished]) -> None:
        final = [one for one in batch if one.exhausted or one.attempt.end in (End.ACCEPTED, End.FAILED)]
        back = [one for one in batch if not one.exhausted and one.attempt.end not in (End.ACCEPTED, End.FAILED)]
        known: set[UUID] = set()
        if final:
            known |= {row["id"] for row in await tx.fetch(FINISH, *_places(final))}
        if back:
            states = [_STATES[one.attempt.end] for one in back]
            failed = [int(one.attempt.end == End.AGAIN) for one in back]
            rows = await tx.fetch(REQUEUE, *_places(back), states, failed, [_wait(one) for one in back])
            known |= {row["id"] for row in rows}
        for organization, group in _by_organization_finished([one for one in batch if one.row.id in known]):
            await tx.enter(organization)
            await self._settle(tx, group)
        tx.wake("outbox")


_STATES = {End.AGAIN: "queued", End.STALE: "queued", End.UNKNOWN: "unconfirmed", End.PARKED: "parked"}


def _is_exhausted(row: Outgoing, attempt: Attempt) -> bool:
    most = FAILURES if attempt.most is None else min(FAILURES, attempt.most)
    return attempt.end == End.AGAIN and row.failures + 1 >= most


def _wait(one: Finished) -> timedelta:
    if one.attempt.end != End.AGAIN:
        return timedelta()
    return backoff(one.row.failures + 1) if one.attempt.wait_s is None else timedelta(seconds=one.attempt.wait_s)


def _places(batch: Sequence[Finished]) -> tuple[list[OrganizationId], list[UUID], list[int]]:
    return (
        [one.row.organization for one in batch],
        [one.row.id for one in batch],
        [one.row.attempt for one in batch],
    )


def _by_organization(rows: Iterable[Outgoing]) -> list[tuple[OrganizationId, list[Outgoing]]]:
    groups: dict[OrganizationId, list[Outgoing]] = {}
    for row in rows:
        groups.setdefault(row.organization, []).append(row)
    return sorted(groups.items())


def _by_organization_finished(batch: Iterable[Finished]) -> list[tuple[OrganizationId, list[Finished]]]:
    groups: dict[OrganizationId, list[Finished]] = {}
    for one in batch:
        groups.setdefault(one.row.organization, []).append(one)
    return sorted(groups.items())


def _next_attempt(row: Outgoing) -> Outgoing:
    return Outgoing(
        row.organization, row.id, row.conversation, row.channel, row.lane, row.klass, row.recipient, row.body, row.token,
        row.attempt + 1, row.failures, row.resent, row.paced, row.queued_at, row.heard_at,
    )  # fmt: skip


def _outgoing(row: Row) -> Outgoing:
    return Outgoing(
        OrganizationId(row["organization_id"]), row["id"], row["conversation_id"], row["channel_id"], row["lane"],
        row["class"], row["recipient"], row["body"], row["token"], row["attempt"], row["failures"], row["resent"],
        row["paced"], row["queued_at"], row["heard_at"],
    )  # fmt: skip
