"""What is found, and what of it tells best why?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from recado.conversations.finding_models import Sought
from recado.conversations.rules.finding import Piece, covered, snippet, terms_of_text
from recado.conversations.store import choosing, reading
from recado.conversations.store import finding as store
from recado.conversations.store.choosing import Place, Wanted
from recado.foundation.database import Row, Transaction


@dataclass(frozen=True, slots=True)
class Hit:
    """Why a conversation was found: by its person (no message), or by what a message says, in pieces."""

    message: UUID | None
    at: datetime | None
    author: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """One page of conversations with the best hit of each, and where the next page begins."""

    rows: list[Row]
    hits: dict[UUID, Hit]
    next: Place | None


async def find(tx: Transaction, wanted: Wanted) -> Found:
    """Return one page of the conversations that hold everything sought, the newest message first."""
    chosen = await choosing.choose(tx, wanted)
    rows = await reading.show_conversations(tx, chosen.ids)
    if not rows or not wanted.sought:
        return Found(rows, {}, chosen.next)
    listed = await store.hits(tx, chosen.ids, wanted.sought)
    texts = await store.messages(tx, sorted({row["message_id"] for row in listed if row["message_id"] is not None}))
    hits = {}
    for row in rows:
        own = [hit for hit in listed if hit["conversation_id"] == row["id"]]
        hits[row["id"]] = _best(own, texts, row["contact_name"], wanted.sought)
    return Found(rows, hits, chosen.next)


def _best(own: Sequence[Row], texts: dict[UUID, Row], name: str, sought: Sequence[Sought]) -> Hit:
    """Choose the message that holds most of what was sought, the newest of equals; the person where they hold it all."""
    of_person = covered({hit["word"] for hit in own if hit["of_person"]}, sought)
    best: tuple[int, UUID] | None = None
    for id_ in {hit["message_id"] for hit in own if hit["message_id"] in texts}:
        rank = covered(terms_of_text(texts[id_]["text"]), sought), id_
        best = max(rank, best or rank)
    if best is None or of_person == len(sought) or of_person > best[0]:
        return Hit(None, None, "contact", snippet(name, sought))
    line = texts[best[1]]
    return Hit(best[1], line["created_at"], line["author"], snippet(line["text"], sought))
