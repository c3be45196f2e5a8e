"""How does a person say what a doubtful message wants?"""

from __future__ import annotations

from uuid import UUID

from recado.conversations.rules import understanding as rules
from recado.conversations.service.understanding import tell
from recado.conversations.store import understanding_doubts as store
from recado.conversations.understanding_errors import DoubtDecided, DoubtNotFound, UnknownLabel
from recado.foundation.database import Row, Transaction


async def label(tx: Transaction, id_: UUID, label_: str, by: UUID | None) -> Row:
    """Label a doubt; a label that was given before is replaced. Raises `UnknownLabel`, `DoubtNotFound`, `DoubtDecided`
    where it was skipped meanwhile."""
    if not rules.is_label(label_):
        raise UnknownLabel(label=label_[:60])
    return await _decide(tx, id_, "labelled", label_, by, then={"open", "labelled"})


async def skip(tx: Transaction, id_: UUID, by: UUID | None) -> Row:
    """Leave a doubt without a label, for good; raises `DoubtNotFound`, `DoubtDecided`."""
    return await _decide(tx, id_, "skipped", "", by, then={"open", "skipped"})


async def reopen(tx: Transaction, id_: UUID, by: UUID | None) -> Row:
    """Put a doubt back among those that wait; raises `DoubtNotFound`."""
    return await _decide(tx, id_, "open", "", by, then={"open", "labelled", "skipped"})


async def _decide(tx: Transaction, id_: UUID, state: str, label_: str, by: UUID | None, *, then: set[str]) -> Row:
    found = await store.lock(tx, id_)
    if found is None:
        raise DoubtNotFound
    if found["state"] not in then:
        raise DoubtDecided(label=found["label"])
    await store.decide(tx, id_, state, label_, by)
    await tell(tx, "doubts")
    decided = await store.lock(tx, id_)
    if decided is None:
        raise DoubtNotFound
    return decided
