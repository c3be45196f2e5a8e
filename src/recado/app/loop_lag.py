"""Was the event loop held up, so that everything else in this process had to wait?"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from typing import Final

from recado.foundation.clock import monotonic
from recado.foundation.measures import Measures

EVERY_S: Final = 0.25
WARN_S: Final = 0.2
COUNT_S: Final = 0.01
"""Less is the ordinary jitter of a busy machine; leaving it out keeps an idle process from having anything to write."""
_log = logging.getLogger("recado.loop")


async def watch_loop(measures: Measures, stop: asyncio.Event, *, process: str) -> None:
    """Sleep again and again until `stop`, and note by how much the loop woke us too late; warn above 200 ms."""
    label = f"process={process}"
    while not stop.is_set():
        due = monotonic() + EVERY_S
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(stop.wait(), EVERY_S)
        lag = monotonic() - due
        if lag >= COUNT_S:
            measures.observe("recado_loop_lag", lag, label)
        if lag > WARN_S:
            _log.warning("the event loop was held up for %.0f ms", lag * 1000)
