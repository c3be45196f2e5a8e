"""Which inputs are handled next, by whom, and what happens to one that cannot be?"""

from __future__ import annotations

import asyncio
import contextlib
import random
from collections import Counter
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import asyncpg

from recado.foundation.database import UNKNOWN_COMMIT, Database, DatabaseBusy, Row, Transaction
from recado.foundation.failpoints import failpoint
from recado.foundation.identifiers import OrganizationId, new_id
from recado.foundation.lanes.models import Input

TURNS_A_BATCH = 64
"""More whole turns in one transaction gain nothing: 8 gave 1,427/s, 64 gave 2,553/s, and 128 the same."""
ROWS_A_BATCH = 256
"""Statuses cost a tenth of a turn, so more of them fit."""
ATTEMPTS = 3
_CONFLICT_TRIES = 5
_CONFLICTS = (asyncpg.DeadlockDetectedError, asyncpg.SerializationError, asyncpg.UniqueViolationError)
"""What two workers that meet do to each other: a moment later the second sees what the first has written."""
_LOOKS_PAST = 4
_TURNS = frozenset({"message", "flow_timer", "flow_answer", "flow_bubble", "flow_start"})
"""Kinds of inputs that cost a whole turn."""

# In order of seq, for its index: without it the planner may take a full partition for a reason to read the whole table.
CLAIM_PARTITIONS = """
select p.id from inbox_partitions p
cross join lateral (
    select 1 from inbox i where i.partition = p.id and i.ready_at <= now() order by i.seq limit 1
) waiting
order by random()
limit $1
for no key update of p skip locked
"""

# A second statement, whose snapshot is younger than the lock: one statement would read rows already handled.
READ_INPUTS = """
select i.organization_id, i.partition, i.seq, i.channel_id, i.chat, i.key, i.kind, i.payload, i.attempts,
       nullif(i.ready_at, '-infinity') as ready_at, i.received_at, i.delivery_id
from unnest($1::smallint[]) as p(id)
cross join lateral (select * from inbox where partition = p.id order by seq limit $2) i
order by i.seq
"""

# Where one organization fills the batch, the others are looked up one by one: a walk over distinct organizations.
READ_INPUTS_FAIRLY = """
with recursive waiting(organization_id) as (
    (select organization_id from inbox order by organization_id limit 1)
    union all
    select (select i.organization_id from inbox i where i.organization_id > w.organization_id
            order by i.organization_id limit 1)
    from waiting w where w.organization_id is not null
)
select i.organization_id, i.partition, i.seq, i.channel_id, i.chat, i.key, i.kind, i.payload, i.attempts,
       nullif(i.ready_at, '-infinity') as ready_at, i.received_at, i.delivery_id
from waiting w
cross join unnest($1::smallint[]) as p(id)
cross join lateral (
    select * from inbox where organization_id = w.organization_id and partition = p.id order by seq limit $2
) i
where w.organization_id is not null
order by i.seq
"""

# Both ends of the key's index: where they are one organization, there is nobody to be fair to.
ONE_WAITS = """
select (select organization_id from inbox order by organization_id limit 1)
     = (select organization_id from inbox order by organization_id desc limit 1)
"""

# Where chats must wait, their rows may stand before all others of a partition: the same reading, past them.
_PAST = """partition = p.id and not exists (
        select from unnest($3::uuid[], $4::text[]) as held(organization_id, chat)
        where held.organization_id = inbox.organization_id and held.chat = inbox.chat
    ) order by"""
READ_INPUTS_PAST = READ_INPUTS.replace("partition = p.id order by", _PAST)
READ_INPUTS_FAIRLY_PAST = READ_INPUTS_FAIRLY.replace("partition = p.id order by", _PAST)

# By key, row by row: statistics of a queue are out of date as soon as they are taken, and a join planned for one row
# compares each of ten thousand with each of a batch.
DELETE_INPUTS = """
delete from inbox where ctid = any (array(
    select i.at from unnest($1::uuid[], $2::smallint[], $3::bigint[]) as done(organization_id, partition, seq)
    cross join lateral (
        select ctid as at from inbox
        where organization_id = done.organization_id and partition = done.partition and seq = done.seq offset 0
    ) i
))
"""

LOCK_PARTITION = "select id from inbox_partitions where id = $1 for no key update"

BEGIN_ATTEMPT = """
update inbox set attempts = attempts + 1 where organization_id = $1 and partition = $2 and seq = $3 returning attempts
"""

TAKE_BACK_ATTEMPT = """
update inbox set attempts = attempts - 1 where organization_id = $1 and partition = $2 and seq = $3 and attempts = $4
"""

READ_ATTEMPTS = "select attempts from inbox where organization_id = $1 and partition = $2 and seq = $3"

PUT_OFF = "update inbox set ready_at = now() + $4 where organization_id = $1 and partition = $2 and seq = $3"

BURY = """
with dead as (delete from inbox where organization_id = $1 and partition = $2 and seq = $3 returning *)
insert into dead_letters (organization_id, id, kind, channel_id, summary, cause, payload, attempts)
select organization_id, $4, kind, channel_id, chat || ' ' || key, $5, payload, attempts from dead
"""

Chat = tuple[OrganizationId, str]
Handler = Callable[[Transaction, Sequence[Input]], Awaitable[None]]
"""Handles inputs of one organization, in their order, inside the transaction it is given."""


@dataclass(frozen=True, slots=True)
class Share:
    """How many partitions one worker may lock at once; with several workers less than all."""

    partitions: int = 64


class Crashed(RuntimeError):
    """Whenever this input was run, the process that ran it was never heard of again."""


class InboxWorker:
    """Runs inputs: a batch in one transaction, and one by one where the batch fails.

    The first batch of a process goes one by one too: if one of its inputs killed the process before this one, its attempts
    are counted now, and it cannot kill one process after another for ever.
    """

    def __init__(
        self, database: Database, handler: Handler, *, share: Share, on_dead: Callable[[Input, Exception], None]
    ) -> None:
        self._database = database
        self._handler = handler
        self._share = share
        self._on_dead = on_dead
        self._is_careful = True

    async def run_once(self) -> int:
        """Handle one batch and return how many inputs it held; 0 where nothing waits or others hold it."""
        if self._is_careful:
            return await self._run_carefully()
        batch: list[Input] = []
        for attempt in range(_CONFLICT_TRIES):
            try:
                async with self._database.transaction(None) as tx:
                    batch = await self._claim(tx)
                    if not batch:
                        return 0
                    failpoint("turn.claimed")
                    await self._handle(tx, batch)
                    failpoint("turn.before_commit")
                failpoint("turn.after_commit")
                return len(batch)
            except (asyncpg.DeadlockDetectedError, asyncpg.SerializationError):
                await _wait_a_moment(attempt)
            except UNKNOWN_COMMIT:
                raise
            except Exception:
                break
        await self._run_singly(batch)
        return len(batch)

    async def _run_carefully(self) -> int:
        async with self._database.transaction(None) as tx:
            batch = await self._claim(tx)
        await self._run_singly(batch)
        self._is_careful = not batch
        return len(batch)

    async def _claim(self, tx: Transaction) -> list[Input]:
        partitions = [row["id"] for row in await tx.fetch(CLAIM_PARTITIONS, self._share.partitions)]
        if not partitions:
            return []
        each = max(4, ROWS_A_BATCH // len(partitions))
        found = await self._read(tx, partitions, each, frozenset())
        now = await tx.fetchval("select now()") if any(item.ready_at for item in found) else None
        held: frozenset[Chat] = frozenset()
        for _ in range(_LOOKS_PAST):
            more = _held(found, now) - held
            if not more:
                break
            held |= more
            found = await self._read(tx, partitions, each, held)
        return choose(found, now)

    async def _read(self, tx: Transaction, partitions: list[int], each: int, held: frozenset[Chat]) -> list[Input]:
        """Read `each` rows of every partition, or of every organization in it where one could fill the batch."""
        past = ([organization for organization, _ in held], [chat for _, chat in held]) if held else ()
        found = [
            _input(row) for row in await tx.fetch(READ_INPUTS_PAST if held else READ_INPUTS, partitions, each, *past)
        ]
        if len(found) < TURNS_A_BATCH or not _is_cut(found, each) or await tx.fetchval(ONE_WAITS):
            return found
        fairly = READ_INPUTS_FAIRLY_PAST if held else READ_INPUTS_FAIRLY
        return [_input(row) for row in await tx.fetch(fairly, partitions, each, *past)]

    async def _handle(self, tx: Transaction, batch: Sequence[Input]) -> None:
        for organization, inputs in _by_organization(batch):
            await tx.enter(organization)
            await self._handler(tx, inputs)
        await tx.execute(
            DELETE_INPUTS,
            [item.organization for item in batch],
            [item.partition for item in batch],
            [item.seq for item in batch],
        )

    async def _run_singly(self, batch: Iterable[Input]) -> None:
        stuck: set[Chat] = set()
        for item in batch:
            chat = (item.organization, item.chat)
            if chat not in stuck and not await self._run_one(item):
                stuck.add(chat)

    async def _run_one(self, item: Input) -> bool:
        """Run one input; False where it failed and its chat must wait for it."""
        place = (item.organization, item.partition, item.seq)
        async with self._database.transaction(None) as tx:
            await tx.fetchval(LOCK_PARTITION, item.partition)
            attempts = await tx.fetchval(BEGIN_ATTEMPT, *place)
        if attempts is None:
            return True  # another worker has handled it meanwhile
        if attempts > ATTEMPTS:
            return await self._put_off(item, attempts, Crashed("the process ended in each attempt"))
        failpoint("turn.attempt_counted")
        for again in range(_CONFLICT_TRIES):
            try:
                return await self._run_attempt(item, attempts)
            except (*UNKNOWN_COMMIT, DatabaseBusy):
                await self._take_back(item, attempts)
                raise
            except Exception as error:
                if not isinstance(error, _CONFLICTS) or again == _CONFLICT_TRIES - 1:
                    return await self._put_off(item, attempts, error)
                await _wait_a_moment(again)
        return False

    async def _run_attempt(self, item: Input, attempts: int) -> bool:
        async with self._database.transaction(None) as tx:
            await tx.fetchval(LOCK_PARTITION, item.partition)
            still = await tx.fetchval(READ_ATTEMPTS, item.organization, item.partition, item.seq)
            if still == attempts:
                await self._handle(tx, [item])
        # Counted by somebody else meanwhile: it is in their hands, and what follows in its chat waits for it.
        return still in (None, attempts)

    async def _take_back(self, item: Input, attempts: int) -> None:
        """Count no attempt that the server broke off: three of them would bury an innocent input."""
        with contextlib.suppress(*UNKNOWN_COMMIT, DatabaseBusy, asyncpg.PostgresError):
            async with self._database.transaction(None) as tx:
                await tx.execute(TAKE_BACK_ATTEMPT, item.organization, item.partition, item.seq, attempts)

    async def _put_off(self, item: Input, attempts: int, error: Exception) -> bool:
        place = (item.organization, item.partition, item.seq)
        dead = attempts >= ATTEMPTS
        async with self._database.transaction(item.organization) as tx:
            if dead:
                await tx.execute(BURY, *place, new_id(), f"{type(error).__name__}: {error}"[:2000])
            else:
                await tx.execute(PUT_OFF, *place, backoff(attempts))
            failpoint("turn.before_put_off_commit")
        if dead:
            self._on_dead(item, error)
        return dead


def choose(found: Sequence[Input], now: datetime | None) -> list[Input]:
    """Pick a batch: in order, at most 64 turns and 256 rows, a chat only as far as its first input that is not ready.

    Organizations take turns, so that several which send much leave room for all others, and one gets at most half of the
    batch as long as others wait.
    """
    most = ROWS_A_BATCH if len({item.organization for item in found}) == 1 else ROWS_A_BATCH // 2
    most_turns = TURNS_A_BATCH if most == ROWS_A_BATCH else TURNS_A_BATCH // 2
    blocked: set[Chat] = set()
    rows: dict[OrganizationId, int] = {}
    turns: dict[OrganizationId, int] = {}
    chosen: list[Input] = []
    for item in _in_rounds(found):
        chat = (item.organization, item.chat)
        is_turn = item.kind in _TURNS
        not_ready = item.ready_at is not None and now is not None and item.ready_at > now
        full = rows.get(item.organization, 0) >= most or (is_turn and turns.get(item.organization, 0) >= most_turns)
        if not_ready or full or chat in blocked:
            blocked.add(chat)
            continue
        chosen.append(item)
        rows[item.organization] = rows.get(item.organization, 0) + 1
        turns[item.organization] = turns.get(item.organization, 0) + is_turn
        if sum(turns.values()) >= TURNS_A_BATCH or len(chosen) >= ROWS_A_BATCH:
            break
    return chosen


def backoff(attempts: int) -> timedelta:
    """Return how long to wait after `attempts` failures: 1, 2, 4 … seconds, at most a minute, with jitter of a half."""
    return timedelta(seconds=min(60.0, 2.0 ** (attempts - 1)) * random.uniform(0.75, 1.25))  # noqa: S311 - jitter


async def _wait_a_moment(attempt: int) -> None:
    await asyncio.sleep(random.uniform(0, 0.02 * 2**attempt))  # noqa: S311 - jitter, not a secret


def _held(found: Sequence[Input], now: datetime | None) -> frozenset[Chat]:
    """Return the chats that wait for an input which is not ready."""
    return frozenset(
        (item.organization, item.chat)
        for item in found
        if item.ready_at is not None and now is not None and item.ready_at > now
    )


def _is_cut(found: Sequence[Input], each: int) -> bool:
    """Is there a partition of which more may wait than was read?"""
    return max(Counter(item.partition for item in found).values(), default=0) >= each


def _in_rounds(found: Sequence[Input]) -> list[Input]:
    """Order by turns of the organizations: the first of each, then the second of each; each keeps its own order."""
    seen: Counter[OrganizationId] = Counter()
    rounds: list[tuple[int, int]] = []
    for at, item in enumerate(found):
        seen[item.organization] += 1
        rounds.append((seen[item.organization], at))
    return [found[at] for _, at in sorted(rounds)]


def _by_organization(batch: Sequence[Input]) -> list[tuple[OrganizationId, list[Input]]]:
    """Group in the order of organization ids: two batches that meet lock in one order."""
    groups: dict[OrganizationId, list[Input]] = {}
    for item in batch:
        groups.setdefault(item.organization, []).append(item)
    return sorted(groups.items())


def _input(row: Row) -> Input:
    return Input(
        OrganizationId(row["organization_id"]), row["partition"], row["seq"], row["channel_id"], row["chat"], row["key"],
        row["kind"], row["payload"], row["attempts"], row["ready_at"], row["received_at"], row["delivery_id"],
    )  # fmt: skip
