"""How does a page of a list say where the next one begins?"""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID


def write_cursor(at: datetime, id_: UUID) -> str:
    """Return an opaque mark: microseconds since 1970 and the id."""
    return f"{int(at.timestamp() * 1_000_000)}.{id_.hex}"


def read_cursor(text: str) -> tuple[datetime, UUID] | None:
    """Read what `write_cursor` wrote; None, the beginning of the list, for anything else."""
    moment, _, hexadecimal = text.partition(".")
    try:
        return datetime.fromtimestamp(int(moment) / 1_000_000, UTC), UUID(hex=hexadecimal)
    except (ValueError, OverflowError, OSError):
        return None
