"""How is one job begun, run and judged?"""

from __future__ import annotations

import asyncio
import logging
import random
from dataclasses import dataclass, field
from datetime import timedelta
from uuid import UUID

from pgqueuer.core.executors import AbstractEntrypointExecutor
from pgqueuer.domain.errors import RetryRequested
from pgqueuer.domain.models import Context, Job

from recado.foundation.database import Database
from recado.foundation.failpoints import failpoint
from recado.foundation.jobs import queue
from recado.foundation.jobs.models import Count, Envelope, JobHandler, RetryLater, open_envelope
from recado.foundation.jobs.rules import Again, Dead, after_error, may_begin

_UNWRITTEN_WAIT_S = 5.0
_log = logging.getLogger(__name__)


class _Stopped(Exception):
    """The process is ending; the job goes back to the queue."""


@dataclass(slots=True)
class Workplace:
    """What the jobs of one connection to the queue share. `running` are their handlers, to be cut when it ends."""

    database: Database
    holder: UUID
    time_limit_s: float
    running: set[asyncio.Task[None]] = field(default_factory=set)
    _waiting: dict[int, asyncio.Future[Count | None]] = field(default_factory=dict)
    _writing: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def begin(self, job: int) -> Count | None:
        """Commit one more beginning of `job`; None where another process holds it by now.

        Beginnings that come while a commit is under way share the next one.
        """
        counted: asyncio.Future[Count | None] = asyncio.get_running_loop().create_future()
        self._waiting[job] = counted
        async with self._writing:
            if not counted.done():
                await self._write()
        return counted.result()

    async def _write(self) -> None:
        jobs, self._waiting = self._waiting, {}
        counts: dict[int, Count] = {}
        failure: Exception | None = None
        try:
            counts = await queue.begin_attempts(self.database, list(jobs), self.holder)
        except Exception as error:
            failure = error
        for id_, counted in jobs.items():
            if failure is not None:
                counted.set_exception(failure)
            else:
                counted.set_result(counts.get(id_))

    def cut(self) -> None:
        """Cancel every handler; each job goes back to the queue."""
        for task in self.running:
            task.cancel()


@dataclass
class RecadoExecutor(AbstractEntrypointExecutor):
    """PgQueuer's way in. `RetryRequested` is its word for "again"; to return is its word for "done with"."""

    workplace: Workplace
    handler: JobHandler

    async def execute(self, job: Job, context: Context) -> None:
        """Run the job once and say what follows."""
        envelope = open_envelope(job.payload)  # a row that cannot be read is held: no organization could be told
        try:
            count = await self.workplace.begin(job.id)
        except Exception as error:
            raise _again(_UNWRITTEN_WAIT_S) from error
        if count is None:
            return
        failpoint("jobs.begun")
        verdict = may_begin(count) or await self._try(job, envelope, count)
        failpoint("jobs.ended")
        if isinstance(verdict, Dead):
            await self._bury(job, envelope, count, verdict)
        elif verdict is not None:
            if verdict.planned:
                await self._note_wait(job, count)
            raise _again(verdict.wait_s)

    async def _try(self, job: Job, envelope: Envelope, count: Count) -> Again | Dead | None:
        try:
            await self._handle(envelope)
        except _Stopped:
            return Again(0.0, planned=True)
        except Exception as error:
            verdict = after_error(error, count, random.random())  # noqa: S311 - spreads load, guards nothing
            planned = isinstance(error, RetryLater)
            _log.log(
                logging.INFO if planned else logging.WARNING,
                "job %s", "dead" if isinstance(verdict, Dead) else "put off",
                exc_info=None if planned else error,
                extra={
                    "task": job.entrypoint, "job": str(envelope.id), "organization": str(envelope.organization),
                    "attempt": count.attempts,
                },
            )  # fmt: skip
            return verdict
        return None

    async def _handle(self, envelope: Envelope) -> None:
        """Await the handler as a task of its own, so that cutting it is not taken for cutting the queue."""
        task = asyncio.ensure_future(self._limited(envelope))
        self.workplace.running.add(task)
        try:
            await asyncio.wait((task,))
        except asyncio.CancelledError:
            task.cancel()
            raise
        finally:
            self.workplace.running.discard(task)
        if task.cancelled():
            raise _Stopped
        task.result()

    async def _limited(self, envelope: Envelope) -> None:
        async with asyncio.timeout(self.workplace.time_limit_s):
            await self.handler(self.workplace.database, envelope.organization, envelope.data)

    async def _bury(self, job: Job, envelope: Envelope, count: Count, verdict: Dead) -> None:
        try:
            await queue.bury(
                self.workplace.database, job.id, self.workplace.holder, task=job.entrypoint, envelope=envelope,
                cause=verdict.cause, attempts=count.attempts,
            )  # fmt: skip
        except Exception as error:
            # Its count says already that it may not begin again, so the next beginning only tries to bury it.
            raise _again(_UNWRITTEN_WAIT_S) from error

    async def _note_wait(self, job: Job, count: Count) -> None:
        try:
            await queue.note_wait(self.workplace.database, job.id, count.attempts)
        except Exception as error:
            _log.warning("a planned wait counts as a failure: %s", type(error).__name__)


def _again(wait_s: float) -> RetryRequested:
    return RetryRequested(delay=timedelta(seconds=wait_s))
