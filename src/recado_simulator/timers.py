"""What is still to happen later, and how does it end when the simulator does?"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine
from typing import Any

_log = logging.getLogger("recado_simulator")


class Timers:
    """Later calls and background tasks, all of which end together."""

    def __init__(self) -> None:
        self._tasks: set[asyncio.Task[Any]] = set()
        self._handles: set[asyncio.TimerHandle] = set()
        self._closed = False

    def later(self, seconds: float, act: Callable[[], None]) -> None:
        if self._closed:
            return
        if seconds <= 0:
            act()
            return
        handle: asyncio.TimerHandle

        def run() -> None:
            self._handles.discard(handle)
            act()

        handle = asyncio.get_running_loop().call_later(seconds, run)
        self._handles.add(handle)

    def spawn(self, work: Coroutine[Any, Any, None]) -> None:
        if self._closed:
            work.close()
            return
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._finished)

    def cancel_later(self) -> None:
        for handle in self._handles:
            handle.cancel()
        self._handles.clear()

    async def close(self) -> None:
        self._closed = True
        self.cancel_later()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def _finished(self, task: asyncio.Task[Any]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            _log.error("a background task failed", exc_info=error)
