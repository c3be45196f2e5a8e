"""When did it happen, by the provider's clock?"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

_MILLISECONDS = 10**12  # as seconds this is the year 33658
_DIGITS = 19  # nanoseconds; more is no time, and int() of a long text is slow
_LAST = 253_402_300_799  # 9999-12-31T23:59:59Z


def moment(value: Any) -> datetime | None:
    """Unix seconds or milliseconds, as text or number, to an aware moment in UTC; None where it is no such thing.

    Meta writes seconds as text; account events write a number, and milliseconds have been seen in messages.
    """
    if type(value) is str:
        value = value.strip()
        if not (value.isascii() and value.isdigit() and len(value) <= _DIGITS):
            return None
        seconds: float = int(value)
    elif type(value) is int or type(value) is float:
        seconds = value
    else:
        return None
    while seconds >= _MILLISECONDS:
        seconds = seconds / 1000
    if 0 < seconds <= _LAST:
        return datetime.fromtimestamp(seconds, UTC)
    return None
