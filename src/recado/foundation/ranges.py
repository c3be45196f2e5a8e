"""Which bytes of a file does a request ask for?"""

from __future__ import annotations

import re
from typing import Final

# One range, digits of bounded length, nothing that could be read in two ways: the time to read it grows with its length
# alone. Servers have been stopped by headers with a thousand ranges or clever spaces.
_RANGE: Final = re.compile(r"bytes=([0-9]{0,18})-([0-9]{0,18})", re.ASCII)
_LONGEST: Final = 50


class NotSatisfiable(Exception):
    """The range begins behind the end of the file."""


def read_range(header: str | None, size: int) -> tuple[int, int] | None:
    """Return start and stop (exclusive) of the one range asked for; None where the whole file is meant (RFC 9110, 14.2).

    What is not exactly one range of bytes is treated as if it were not there. Raises `NotSatisfiable`.
    """
    found = _RANGE.fullmatch(header) if header is not None and len(header) <= _LONGEST else None
    if found is None or found.group(1) == found.group(2) == "":
        return None
    first, last = found.groups()
    if first == "":
        length = int(last)
        if length == 0 or size == 0:
            raise NotSatisfiable
        return max(size - length, 0), size
    start = int(first)
    if last and int(last) < start:
        return None
    if start >= size:
        raise NotSatisfiable
    return start, min(int(last) + 1, size) if last else size
