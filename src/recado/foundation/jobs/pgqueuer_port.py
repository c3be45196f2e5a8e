"""How does PgQueuer reach the database here: under names of ours, and only for jobs that its process still holds?"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec
from pgqueuer.adapters.drivers.asyncpg import AsyncpgDriver
from pgqueuer.adapters.persistence.qb import QueryBuilderEnvironment, QueryQueueBuilder, QuerySchedulerBuilder
from pgqueuer.adapters.persistence.queries import Queries
from pgqueuer.domain.models import Job, TracebackRecord
from pgqueuer.domain.settings import DBSettings
from pgqueuer.domain.types import JOB_STATUS, Channel
from pgqueuer.ports.driver import NotifyCallback

CHANNEL = Channel("ch_pgqueuer")

# PgQueuer finishes a job by its id alone. A process that was stopped past its lease would so remove a job that another
# one runs by now; here both statements ask who holds it. Nothing is kept of errors: what they say may be personal.
FINISH = """
with told as (select * from unnest($1::bigint[], $2::text[], $3::uuid[]) as n(id, status, holder)),
     gone as (
        delete from pgqueuer p using told
        where p.id = told.id and p.queue_manager_id = told.holder and p.status = 'picked'
          and told.status not in ('failed', 'canceled')
        returning p.id, told.status, p.entrypoint, p.priority),
     forgotten as (delete from job_attempts a using gone where a.job_id = gone.id),
     kept as (
        -- Held where it failed in a way that nobody foresaw; back in the queue where its process was ending.
        update pgqueuer p
        set status = (case when told.status = 'failed' then 'failed' else 'queued' end)::pgqueuer_status,
            updated = now(), queue_manager_id = null
        from told
        where p.id = told.id and p.queue_manager_id = told.holder and p.status = 'picked'
          and told.status in ('failed', 'canceled')
        returning p.id, told.status, p.entrypoint, p.priority)
insert into pgqueuer_log (job_id, status, entrypoint, priority)
select id, status::pgqueuer_status, entrypoint, priority from gone
union all select id, status::pgqueuer_status, entrypoint, priority from kept
"""

PUT_OFF = """
update pgqueuer set status = 'queued', execute_after = now() + $3, attempts = attempts + 1, updated = now(),
                    queue_manager_id = null
where id = $1 and queue_manager_id = $2 and status = 'picked'
"""


class FencedQueries(Queries):
    """PgQueuer's statements, with the two that end an attempt replaced by ours."""

    async def log_jobs(self, job_status: list[tuple[Job, JOB_STATUS, TracebackRecord | None]]) -> None:
        await self.driver.execute(
            FINISH,
            [job.id for job, _, _ in job_status],
            [status for _, status, _ in job_status],
            [job.queue_manager_id for job, _, _ in job_status],
        )

    async def retry_job(self, job: Job, delay: timedelta, traceback_record: TracebackRecord | None) -> None:
        await self.driver.execute(PUT_OFF, job.id, job.queue_manager_id, delay)


class NudgedDriver(AsyncpgDriver):
    """A connection whose listener can also be told from inside this process that there is work."""

    def __init__(self, connection: Any) -> None:
        super().__init__(connection)
        self._listener: NotifyCallback | None = None

    async def add_listener(self, channel: str, callback: NotifyCallback) -> None:
        await super().add_listener(channel, callback)
        self._listener = callback

    def nudge(self) -> None:
        """Let PgQueuer look into the queue now instead of at its next poll."""
        if self._listener is not None:
            event = {
                "channel": CHANNEL, "operation": "insert", "sent_at": datetime.now(UTC), "table": "pgqueuer",
                "type": "table_changed_event",
            }  # fmt: skip
            self._listener(msgspec.json.encode(event).decode())


def queries_on(driver: NudgedDriver) -> FencedQueries:
    """Return PgQueuer's queries over `driver`, named as the migration names things."""
    settings = fixed_settings()
    return FencedQueries(
        driver,
        qbe=QueryBuilderEnvironment(settings),
        qbq=QueryQueueBuilder(settings),
        qbs=QuerySchedulerBuilder(settings),
    )


def fixed_settings() -> DBSettings:
    """Return PgQueuer's settings, none of them from the environment: it would take a variable `CHANNEL` for its own."""
    return DBSettings(
        prefix="",
        db_schema=None,
        channel=CHANNEL,
        function="fn_pgqueuer_changed",
        statistics_table="pgqueuer_statistics",
        queue_status_type="pgqueuer_status",
        queue_table="pgqueuer",
        queue_table_log="pgqueuer_log",
        trigger="tg_pgqueuer_changed",
        schedules_table="pgqueuer_schedules",
    )
