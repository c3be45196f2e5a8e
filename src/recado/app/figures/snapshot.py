"""Who asks the database how things stand, when a thousand may ask at once? One of them, and the others read its answer."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Final

from recado.app import figures_store
from recado.app.figures_store import Figures
from recado.foundation.clock import monotonic
from recado.foundation.database import Database, Transaction

LANES_KEPT_S: Final = 2.0
DESK_KEPT_S: Final = 60.0
"""A whole day of messages is counted for it: once a minute, and only if somebody asks."""

Query = Callable[[Transaction], Awaitable[Figures]]


@dataclass(slots=True)
class Remembered:
    """One query, asked again after `kept_s`. Nothing is asked while nobody wants to know."""

    database: Database
    query: Query
    kept_s: float
    _found: Figures = field(default_factory=dict)
    _until: float = 0.0
    _lock: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def get(self) -> Figures:
        """Return the figures, at most `kept_s` old; raise what the database raised."""
        if monotonic() < self._until:
            return self._found
        async with self._lock:
            if monotonic() >= self._until:
                async with self.database.transaction(None) as tx:
                    self._found = await self.query(tx)
                self._until = monotonic() + self.kept_s
            return self._found


@dataclass(frozen=True, slots=True)
class Snapshot:
    """How things stand, as role recado_app sees it."""

    lanes: Remembered
    desk: Remembered


def snapshot_of(
    database: Database, *, lanes_kept_s: float = LANES_KEPT_S, desk_kept_s: float = DESK_KEPT_S
) -> Snapshot:
    """Return the snapshot that health and metrics share in one process."""
    return Snapshot(
        Remembered(database, figures_store.lanes, lanes_kept_s), Remembered(database, figures_store.desk, desk_kept_s)
    )
