"""Which lines of a thread make a page, and what lies before and after it?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from recado.conversations.models import ConversationId
from recado.conversations.store import reading
from recado.foundation.database import Row, Transaction


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines, oldest first; `older` and `newer` name the line from which to go on, None where there is nothing more."""

    rows: Sequence[Row]
    older: UUID | None = None
    newer: UUID | None = None


async def before(tx: Transaction, id_: ConversationId, line: UUID | None, limit: int) -> Lines:
    """Return the newest lines before `line`, or the newest of all."""
    rows = await reading.list_messages(tx, id_, line, limit)
    return Lines(rows, rows[0]["id"] if len(rows) == limit else None)


async def after(tx: Transaction, id_: ConversationId, line: UUID, limit: int) -> Lines:
    """Return the oldest lines after `line`."""
    found = await reading.list_later(tx, id_, line, limit + 2)
    later = [row for row in found if row["id"] != line]
    rows = later[:limit]
    return Lines(rows, newer=rows[-1]["id"] if len(later) > limit else None)


async def around(tx: Transaction, id_: ConversationId, line: UUID, limit: int) -> Lines:
    """Return `line` with as many lines before it as after."""
    half = max(1, limit // 2)
    older = await reading.list_messages(tx, id_, line, half)
    later = await reading.list_later(tx, id_, line, half + 1)
    rows = [*older, *later[:half]]
    return Lines(rows, rows[0]["id"] if len(older) == half else None, rows[-1]["id"] if len(later) > half else None)
