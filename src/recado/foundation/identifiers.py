"""Where do new ids come from, and what are the ids that every layer shares called?"""

from __future__ import annotations

import os
import time
from typing import NewType
from uuid import UUID

OrganizationId = NewType("OrganizationId", UUID)

_VERSION_7 = 0x7 << 76
_VARIANT = 0x2 << 62


def new_id() -> UUID:
    """Return a UUIDv7 (RFC 9562): 48 bits of Unix milliseconds, then 74 random bits, so that keys arrive nearly sorted."""
    milliseconds = time.time_ns() // 1_000_000
    noise = int.from_bytes(os.urandom(10), "big")
    high = (noise >> 68) & 0xFFF
    low = noise & 0x3FFF_FFFF_FFFF_FFFF
    return UUID(int=(milliseconds << 80) | _VERSION_7 | (high << 64) | _VARIANT | low)


def new_ids(count: int) -> list[UUID]:
    """Return `count` ids in rising order, though they share a millisecond: those of one batch sort as they were made."""
    milliseconds = time.time_ns() // 1_000_000
    noise = int.from_bytes(os.urandom(8), "big")
    first = noise & 0x7FF
    ids = []
    for index in range(count):
        step = first + index
        stamp = ((milliseconds + (step >> 12)) << 80) | _VERSION_7 | ((step & 0xFFF) << 64) | _VARIANT
        ids.append(UUID(int=stamp | (int.from_bytes(os.urandom(8), "big") & 0x3FFF_FFFF_FFFF_FFFF)))
    return ids
