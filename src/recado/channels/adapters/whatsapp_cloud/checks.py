"""Does a part of a message keep its limit?"""

from __future__ import annotations

from collections.abc import Sequence

from recado.channels.adapter import MessageRefused


def length(text: str) -> int:
    """Count as Meta does: most emoji are two."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def short(text: str, limit: int, field: str) -> str:
    """Return `text` if it keeps `limit`."""
    if length(text) > limit:
        raise MessageRefused("too_long", field=field, limit=limit)
    return text


def required(text: str, limit: int, field: str) -> str:
    """Return `text` if it says something and keeps `limit`."""
    if not text.strip():
        raise MessageRefused("missing", field=field)
    return short(text, limit, field)


def between(count: int, least: int, most: int, field: str) -> None:
    """Refuse too few and too many."""
    if count < least:
        raise MessageRefused("missing", field=field, limit=least)
    if count > most:
        raise MessageRefused("too_many", field=field, limit=most)


def unique(values: Sequence[str], field: str) -> None:
    """Refuse what stands twice."""
    if len(set(values)) != len(values):
        raise MessageRefused("duplicate", field=field)
