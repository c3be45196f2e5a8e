"""How does a worker process keep doing jobs, whatever happens to its connection?

One PgQueuer per process, on a connection of its own. It polls: its trigger is not installed, because a NOTIFY inside a
transaction that writes serialises every commit. What this installation itself defers wakes it at once through `wake`.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import random
from collections.abc import AsyncIterator, Mapping
from datetime import timedelta
from typing import Any

import asyncpg
from pgqueuer.core.executors import EntrypointExecutorParameters
from pgqueuer.core.qm import QueueManager

from recado.foundation.clock import monotonic
from recado.foundation.database import Database
from recado.foundation.jobs.executor import RecadoExecutor, Workplace
from recado.foundation.jobs.models import JobHandler
from recado.foundation.jobs.pgqueuer_port import CHANNEL, NudgedDriver, queries_on

HEARTBEAT = timedelta(seconds=6)
"""A job that has shown no life for so long is taken over."""
DEQUEUE = timedelta(seconds=2)
MOST_AT_ONCE = 40
_BATCH = 10
_NUDGES_S = 0.05
_FIRST_RESTART_S, _LONGEST_RESTART_S, _SETTLED_S = 0.5, 30.0, 60.0
_CUT_S = 5.0
_log = logging.getLogger(__name__)


class JobRunner:
    """Runs the jobs for which it has a handler; jobs of other tasks wait for a worker that has one."""

    def __init__(
        self,
        database: Database,
        handlers: Mapping[str, JobHandler],
        *,
        dsn: str,
        name: str = "recado-jobs",
        wake: asyncio.Event | None = None,
        at_once: Mapping[str, int] | None = None,
        time_limit_s: float = 600.0,
        grace_s: float = 10.0,
    ) -> None:
        """`database` serves the handlers; `dsn`, of the workers' role, the queue's own connection, shown as `name`.

        A handler is cut after `time_limit_s`; at the end of the process it gets `grace_s`, then its job goes back.
        `wake` is an event such as `Wakes.waiter("jobs")` gives. `at_once` names tasks of which all workers together run
        only so many, so that a thousand pictures leave room for everything else.
        """
        self._database = database
        self._handlers = handlers
        self._dsn = dsn
        self._name = name
        self._wake = wake or asyncio.Event()
        self._at_once = at_once or {}
        self._time_limit_s = time_limit_s
        self._grace_s = grace_s

    async def run(self, stop: asyncio.Event) -> None:
        """Do jobs until `stop`; begin anew, ever more slowly, whenever the queue breaks off."""
        wait = _FIRST_RESTART_S
        while not stop.is_set():
            began = monotonic()
            try:
                await self._serve(stop)
            except Exception as error:
                # Whatever it was: without its queue this process would look alive and do nothing.
                _log.warning("jobs: queue broke off, begins again: %s", type(error).__name__)
            if stop.is_set():
                return
            if monotonic() - began > _SETTLED_S:
                wait = _FIRST_RESTART_S
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(stop.wait(), wait * (0.5 + random.random() / 2))  # noqa: S311 - spreads restarts
            wait = min(wait * 2, _LONGEST_RESTART_S)

    async def _serve(self, stop: asyncio.Event) -> None:
        async with self._connection() as connection:
            driver = NudgedDriver(connection)
            manager = QueueManager(queries_on(driver), channel=CHANNEL)
            workplace = Workplace(self._database, manager.queue_manager_id, self._time_limit_s)
            for task, handler in self._handlers.items():
                parameters = EntrypointExecutorParameters(self._at_once.get(task, 0), _never_called, on_failure="hold")
                manager.register_executor(task, RecadoExecutor(parameters, workplace, handler))
            lost = asyncio.Event()
            connection.add_termination_listener(lambda _: lost.set())
            running = asyncio.create_task(_run(manager))
            others = [asyncio.create_task(work) for work in (stop.wait(), lost.wait(), self._nudge(driver))]
            try:
                await asyncio.wait((running, *others), return_when=asyncio.FIRST_COMPLETED)
            finally:
                for other in others:
                    other.cancel()
                # Without its connection it can show no sign of life: others take its jobs over, so it lets go of them.
                grace_s = 0.0 if lost.is_set() else self._grace_s
                await _wind_up(running, manager, workplace, grace_s)

    @contextlib.asynccontextmanager
    async def _connection(self) -> AsyncIterator[Any]:
        settings = {"application_name": self._name, "jit": "off", "tcp_user_timeout": "20000"}
        connection = await asyncpg.connect(self._dsn, timeout=10, command_timeout=10, server_settings=settings)
        try:
            yield connection
        finally:
            connection.terminate()

    async def _nudge(self, driver: NudgedDriver) -> None:
        while True:
            await self._wake.wait()
            self._wake.clear()
            driver.nudge()
            await asyncio.sleep(_NUDGES_S)


async def _run(manager: QueueManager) -> None:
    await manager.run(
        dequeue_timeout=DEQUEUE,
        batch_size=_BATCH,
        max_concurrent_tasks=MOST_AT_ONCE,
        shutdown_on_listener_failure=True,
        heartbeat_timeout=HEARTBEAT,
        log_aggregation_interval=timedelta(0),  # nobody reads statistics; the log is pruned instead
    )


async def _wind_up(running: asyncio.Task[None], manager: QueueManager, workplace: Workplace, grace_s: float) -> None:
    """Take no more jobs, let those under way end or go back, and raise what broke the queue."""
    manager.shutdown.set()
    for wait_s in (grace_s, _CUT_S):
        if running.done():
            break
        await asyncio.wait((running,), timeout=wait_s)
        workplace.cut()
    if not running.done():
        running.cancel()
        await asyncio.wait((running,), timeout=_CUT_S)
    if running.done() and not running.cancelled():
        running.result()


async def _never_called(*_: object) -> None:
    """PgQueuer wants a function beside the executor, which calls a handler of ours instead."""
