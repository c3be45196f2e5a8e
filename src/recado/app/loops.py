"""How does a worker keep doing small things again and again, whatever happens to one round?"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import random
from collections.abc import Awaitable, Callable

_log = logging.getLogger("recado.worker")
_FIRST_PAUSE_S, _LONGEST_PAUSE_S = 0.05, 5.0

Round = Callable[[], Awaitable[int]]
"""Does one portion of work and returns how much there was; 0 means: wait until woken."""


async def keep_doing(
    name: str, round_: Round, *, stop: asyncio.Event, wake: asyncio.Event | None, idle_s: float | Callable[[], float]
) -> None:
    """Do rounds until `stop`: at once while there is work, else when woken, at the latest after `idle_s`.

    A round that raises is logged and the next one waits a little longer each time, at most 5 s.
    """
    pause = _FIRST_PAUSE_S
    while not stop.is_set():
        if wake is not None:
            wake.clear()
        try:
            done = await round_()
            pause = _FIRST_PAUSE_S
        except asyncio.CancelledError:
            raise
        except Exception as error:
            _log.warning("%s: a round failed: %s", name, type(error).__name__, exc_info=error)
            await _rest(stop, None, pause * random.uniform(0.5, 1.5))  # noqa: S311 - jitter
            pause = min(pause * 2, _LONGEST_PAUSE_S)
            continue
        if not done:
            await _rest(stop, wake, idle_s() if callable(idle_s) else idle_s)


async def _rest(stop: asyncio.Event, wake: asyncio.Event | None, seconds: float) -> None:
    events = [stop.wait(), *([wake.wait()] if wake is not None else [])]
    tasks = [asyncio.ensure_future(event) for event in events]
    try:
        await asyncio.wait(tasks, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in tasks:
            task.cancel()
        for task in tasks:
            with contextlib.suppress(asyncio.CancelledError):
                await task
