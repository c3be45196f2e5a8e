"""What time is it? The one place that asks, so that a test can answer."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], datetime]


def system_clock() -> datetime:
    """Return the present moment as an aware datetime in UTC."""
    return datetime.now(UTC)


def monotonic() -> float:
    """Return seconds that only rise, for timeouts and leases; a corrected wall clock does not move them."""
    return time.monotonic()
