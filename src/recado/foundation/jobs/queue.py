"""How do jobs get into the queue, and what is kept of those that can never be done?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

import msgspec

from recado.foundation.database import Database, Transaction
from recado.foundation.identifiers import OrganizationId, new_id, new_ids
from recado.foundation.jobs.models import Count, Envelope
from recado.foundation.jobs.rules import LONGEST_WAIT_S

TOPIC = "jobs"
"""Woken after the commit of a transaction that deferred something due at once."""

# No dedupe key, ever: it matches jobs that run already, and what happened since they began would be lost with it.
DEFER = """
insert into pgqueuer (priority, entrypoint, payload, execute_after, status)
select 0, $1, n.payload, now() + $3, 'queued' from unnest($2::bytea[]) as n(payload)
"""


async def defer(tx: Transaction, task: str, data: Mapping[str, Any], run_after_s: float = 0.0) -> UUID:
    """Queue `task` (`module.verb`) in this transaction for the organization at hand; return our id of the job.

    `data` holds ids, never what a person said. Raises `ValueError` where `run_after_s` is above 900.
    """
    return (await defer_many(tx, task, [data], run_after_s))[0]


async def defer_many(
    tx: Transaction, task: str, items: Sequence[Mapping[str, Any]], run_after_s: float = 0.0
) -> list[UUID]:
    """Queue one job for each of `items`, in one statement; see `defer`."""
    if not 0 <= run_after_s <= LONGEST_WAIT_S:
        raise ValueError("nothing is deferred past 15 minutes: keep a row with its due moment instead")
    if not items:
        return []
    ids = new_ids(len(items))
    payloads = [
        Envelope(id_, tx.organization_id, item).encode() for id_, item in zip(ids, items, strict=True)
    ]  # fmt: skip
    await tx.execute(DEFER, task, payloads, timedelta(seconds=run_after_s))
    if not run_after_s:
        tx.wake(TOPIC)
    return ids


async def put_back(tx: Transaction, payload: str) -> UUID:
    """Queue the job of a dead letter of kind `job` anew, its attempts forgotten; return its new id.

    `payload` is the letter's own. Raises `ValueError` where it cannot be read.
    """
    letter = msgspec.json.decode(payload, type=_Letter)
    return await defer(tx, letter.task, letter.data)


class _Letter(msgspec.Struct):
    task: str
    data: dict[str, Any]


# Only who still holds the job may count: a process that was stopped past its lease comes too late.
BEGIN_ATTEMPTS = """
insert into job_attempts (job_id, attempts)
select p.id, 1 from pgqueuer p
where p.id = any($1::bigint[]) and p.queue_manager_id = $2 and p.status = 'picked' order by p.id
on conflict (job_id) do update set attempts = least(job_attempts.attempts + 1, 32000), begun_at = now()
returning job_id, attempts, waits
"""


async def begin_attempts(database: Database, jobs: Sequence[int], holder: UUID) -> dict[int, Count]:
    """Count one more beginning for each of `jobs` that `holder` holds, and commit it."""
    async with database.transaction(None) as tx:
        rows = await tx.fetch(BEGIN_ATTEMPTS, sorted(jobs), holder)
    return {row["job_id"]: Count(row["attempts"], row["waits"]) for row in rows}


NOTE_WAIT = "update job_attempts set waits = least(waits + 1, 32000) where job_id = $1 and attempts = $2"


async def note_wait(database: Database, job: int, attempt: int) -> None:
    """Write down that attempt number `attempt` ended as planned."""
    await database.execute_alone(NOTE_WAIT, job, attempt)


# One statement: a job is in the queue or among the dead, never in both and never in neither.
BURY = """
with gone as (delete from pgqueuer where id = $2 and queue_manager_id = $3 returning id),
     forgotten as (delete from job_attempts a using gone where a.job_id = gone.id)
insert into dead_letters (organization_id, id, kind, channel_id, conversation_id, summary, cause, payload, attempts)
select $1, $4, 'job', $5, $6, $7, $8, $9, $10 from gone
"""


async def bury(
    database: Database, job: int, holder: UUID, *, task: str, envelope: Envelope, cause: str, attempts: int
) -> None:
    """Move a job that `holder` holds to the dead letters of its organization."""
    payload = msgspec.json.encode({"task": task, "id": envelope.id, "data": envelope.data}).decode()
    async with database.transaction(OrganizationId(envelope.organization)) as tx:
        await tx.execute(
            BURY, tx.organization_id, job, holder, new_id(), _id_in(envelope, "channel_id"),
            _id_in(envelope, "conversation_id"), task, cause, payload, attempts,
        )  # fmt: skip


def _id_in(envelope: Envelope, key: str) -> UUID | None:
    try:
        return UUID(str(envelope.data[key]))
    except (KeyError, ValueError):
        return None


PRUNE_LOG = """
delete from pgqueuer_log where id = any(array(
    select id from pgqueuer_log where created < now() - interval '1 hour' order by created limit 5000))
"""
# A beginning is counted while its job is in the queue; what is older and belongs to none was left by a killed process.
PRUNE_ATTEMPTS = """
delete from job_attempts a where a.begun_at < now() - interval '1 hour'
  and not exists (select from pgqueuer p where p.id = a.job_id)
"""
# Held jobs are those of which even the death could not be written; their next beginning tries that again.
RELEASE_HELD = """
update pgqueuer set status = 'queued', queue_manager_id = null, execute_after = now(), updated = now()
where status = 'failed' and updated < now() - interval '1 hour'
"""


async def prune(database: Database) -> int:
    """Forget what the queue wrote about jobs an hour ago, in small steps; return how many lines of its log went."""
    total = 0
    while gone := int((await database.execute_alone(PRUNE_LOG)).rpartition(" ")[2]):
        total += gone
    await database.execute_alone(PRUNE_ATTEMPTS)
    await database.execute_alone(RELEASE_HELD)
    return total
