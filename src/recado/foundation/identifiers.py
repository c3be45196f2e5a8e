"""Where do new ids come from, and what are the ids that every layer shares called?"""

from __future__ import annotations

import os
import time
from datetime import datetime
from typing import NewType
from uuid import UUID

OrganizationId = NewType("OrganizationId", UUID)

_VERSION_7 = 0x7 << 76
_VARIANT = 0x2 << 62


def new_id() -> UUID:
    """Return a UUIDv7 (RFC 9562): 48 bits of Unix milliseconds, 12 bits of sequence, 62 random bits.

    Ids of one process rise strictly, also within a millisecond and when the clock steps back, so that the lines of a thread
    sort by id in the order in which they were written.
    """
    tick = _ticks.next()
    low = int.from_bytes(os.urandom(8), "big") & 0x3FFF_FFFF_FFFF_FFFF
    return UUID(int=((tick >> 12) << 80) | _VERSION_7 | ((tick & 0xFFF) << 64) | _VARIANT | low)


def new_ids(count: int) -> list[UUID]:
    """Return `count` ids in rising order."""
    return [new_id() for _ in range(count)]


def lowest_id(at: datetime) -> UUID:
    """Return the lowest id that could have been made at `at`: a span of time is a range of ids."""
    return UUID(int=max(0, int(at.timestamp() * 1000)) << 80)


class _Ticks:
    """Milliseconds with twelve bits below them, never twice the same."""

    def __init__(self) -> None:
        self._last = 0

    def next(self) -> int:
        self._last = max(self._last + 1, (time.time_ns() // 1_000_000) << 12)
        return self._last


_ticks = _Ticks()
