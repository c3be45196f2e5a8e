"""What time is it for the provider, after someone has turned the clock forward?"""

from __future__ import annotations

import time
from datetime import UTC, datetime


class Clock:
    """Wall time plus an offset that can only be set on purpose; windows, media and buckets all read this one."""

    def __init__(self) -> None:
        self.offset_s = 0.0

    def now(self) -> float:
        """Seconds since 1970, as the simulated provider sees them."""
        return time.time() + self.offset_s

    def steady(self) -> float:
        """Seconds that never run backwards by themselves, moved along with the offset."""
        return time.monotonic() + self.offset_s

    def advance(self, seconds: float) -> None:
        self.offset_s += seconds


def iso(at: float) -> str:
    """2026-11-20T12:00:00.123Z"""
    return datetime.fromtimestamp(at, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
