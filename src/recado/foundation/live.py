"""How do processes wake each other without any data-writing transaction paying for it?

A NOTIFY inside a transaction that writes serialises every commit of the database (11,120 against 2,638 commits a second).
So each process tells others after its commit, at most once in 3 ms, over a connection of its own on which a commit does not
wait for the disk. A lost wake costs one poll.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Callable
from typing import Any

import asyncpg

from recado.foundation.database import UNKNOWN_COMMIT

_CHANNEL = "recado"
_COALESCE_S = 0.003
_LARGEST_PAYLOAD = 7_500
_LOCK_AGAIN_S = 1.0
_FIRST_RETRY_S, _LONGEST_RETRY_S = 0.1, 5.0
_log = logging.getLogger(__name__)


class Wakes:
    """Topics that this process can wake and wait for; also holds the advisory lock that says that it is alive."""

    def __init__(self, dsn: str, *, name: str, alive: tuple[int, int] | None = None) -> None:
        self._dsn = dsn
        self._name = name
        self._alive = alive
        self._events: dict[str, set[asyncio.Event]] = {}
        self._listeners: list[Callable[[str], None]] = []
        self._pending: set[str] = set()
        self._something = asyncio.Event()
        self._task: asyncio.Task[None] | None = None
        self.connected = False
        self.on_loss: Callable[[], None] = lambda: None
        """Called whenever the connection was lost and is looked for again."""

    @property
    def number(self) -> int:
        """The number under which this process is known to be alive; 0 where it claims none."""
        return self._alive[1] if self._alive else 0

    async def start(self) -> None:
        """Connect, and keep the connection for as long as the process lives."""
        ready = asyncio.Event()
        self._task = asyncio.create_task(self._keep_connected(ready))
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(ready.wait(), 5)

    async def close(self) -> None:
        """Let the connection go."""
        if self._task:
            self._task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._task

    def waiter(self, *topics: str) -> asyncio.Event:
        """Return an event that is set whenever one of `topics` is woken; the waiter clears it itself."""
        event = asyncio.Event()
        for topic in topics:
            self._events.setdefault(topic, set()).add(event)
        return event

    def forget(self, event: asyncio.Event) -> None:
        """Stop setting `event`."""
        for topic, events in list(self._events.items()):
            events.discard(event)
            if not events:
                del self._events[topic]

    def listen(self, hear: Callable[[str], None]) -> None:
        """Call `hear` with every topic that is woken, here or elsewhere."""
        self._listeners.append(hear)

    def wake(self, topics: frozenset[str]) -> None:
        """Wake whoever waits for `topics`, here at once and in other processes within a few milliseconds."""
        for topic in topics:
            self._set(topic)
        self._pending |= topics
        self._something.set()

    def _set(self, topic: str) -> None:
        for hear in self._listeners:
            hear(topic)
        for event in self._events.get(topic, ()):
            event.set()

    def _heard(self, _connection: object, _pid: int, _channel: str, payload: object) -> None:
        for topic in str(payload).split(","):
            self._set(topic)

    async def _keep_connected(self, ready: asyncio.Event) -> None:
        wait = _FIRST_RETRY_S
        while True:
            try:
                connection = await asyncpg.connect(
                    self._dsn, timeout=5, command_timeout=10,
                    server_settings={
                        "application_name": f"{self._name}-wakes", "synchronous_commit": "off",
                        # A machine that is gone must not seem alive for the two hours of the system's own keepalive.
                        "tcp_keepalives_idle": "10", "tcp_user_timeout": "20000",
                    },
                )  # fmt: skip
            except (*UNKNOWN_COMMIT, asyncpg.PostgresError, TimeoutError) as error:
                _log.warning("wakes: no connection: %s", type(error).__name__)
                await asyncio.sleep(wait)
                wait = min(wait * 2, _LONGEST_RETRY_S)
                continue
            wait = _FIRST_RETRY_S
            try:
                await self._serve(connection, ready)
            except (*UNKNOWN_COMMIT, asyncpg.PostgresError, TimeoutError) as error:
                _log.warning("wakes: connection lost: %s", type(error).__name__)
                await asyncio.sleep(wait)
            finally:
                self.connected = False
                connection.terminate()
            self.on_loss()

    async def _serve(self, connection: Any, ready: asyncio.Event) -> None:
        lost: asyncio.Future[None] = asyncio.get_running_loop().create_future()

        def note_loss(_connection: object) -> None:
            if not lost.done():
                lost.set_result(None)

        connection.add_termination_listener(note_loss)
        is_locked = await self._say_alive(connection)
        await connection.add_listener(_CHANNEL, self._heard)
        self.connected = True
        ready.set()
        for topic in self._events:
            self._set(topic)  # what was said while nobody listened
        while not lost.done():
            waiting = asyncio.create_task(self._something.wait())
            pause = None if is_locked else _LOCK_AGAIN_S
            try:
                await asyncio.wait((waiting, lost), timeout=pause, return_when=asyncio.FIRST_COMPLETED)
            finally:
                waiting.cancel()
            if lost.done():
                return
            is_locked = is_locked or await self._say_alive(connection)
            await asyncio.sleep(_COALESCE_S)
            self._something.clear()
            topics, self._pending = self._pending, set()
            for payload in _payloads(sorted(topics)):
                await connection.execute("select pg_notify($1, $2)", _CHANNEL, payload)

    async def _say_alive(self, connection: Any) -> bool:
        """Take the lock; False where the session before this one still holds it, which the lease covers for a moment."""
        if self._alive is None:
            return True
        return bool(await connection.fetchval("select pg_try_advisory_lock($1, $2)", *self._alive))


def _payloads(topics: list[str]) -> list[str]:
    """Join topics into payloads that PostgreSQL carries (fewer than 8,000 bytes)."""
    payloads: list[list[str]] = [[]]
    size = 0
    for topic in topics:
        size += len(topic) + 1
        if size > _LARGEST_PAYLOAD:
            payloads.append([])
            size = len(topic) + 1
        payloads[-1].append(topic)
    return [",".join(some) for some in payloads if some]
