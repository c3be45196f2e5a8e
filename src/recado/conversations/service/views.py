"""Which filters does somebody keep, and who may change them?"""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from recado.conversations.inbox_errors import NotYourView, TooManyViews, ViewNotFound
from recado.conversations.store import views as store
from recado.foundation.database import Row, Transaction
from recado.foundation.identifiers import new_id

MOST = 30


@dataclass(frozen=True, slots=True)
class Owner:
    """Who asks: their id, and whether they see (and so may share and mend) everything."""

    id: UUID
    sees_all: bool


async def add(tx: Transaction, owner: Owner, *, name: str, filter_: str, shared: bool) -> UUID:
    """Keep a filter. Raises `TooManyViews`, and `NotYourView` where somebody may not share."""
    if shared and not owner.sees_all:
        raise NotYourView
    if await store.count_views(tx, owner.id) >= MOST:
        raise TooManyViews(limit=MOST)
    id_ = new_id()
    await store.add_view(tx, id_, owner.id, name=name, filter_=filter_, shared=shared)
    return id_


async def change(tx: Transaction, owner: Owner, id_: UUID, *, name: str, filter_: str, shared: bool) -> None:
    """Replace a filter that is the caller's to change; raises `ViewNotFound`, `NotYourView`."""
    row = await _own(tx, owner, id_)
    if shared and not owner.sees_all and not row["shared"]:
        raise NotYourView
    await store.change_view(tx, id_, name=name, filter_=filter_, shared=shared)


async def remove(tx: Transaction, owner: Owner, id_: UUID) -> None:
    """Forget a filter; raises `ViewNotFound`, `NotYourView`."""
    await _own(tx, owner, id_)
    await store.remove_view(tx, id_)


async def _own(tx: Transaction, owner: Owner, id_: UUID) -> Row:
    row = await store.read_view(tx, id_)
    if row is None or (row["owner_id"] != owner.id and not row["shared"]):
        raise ViewNotFound
    if row["owner_id"] != owner.id and not owner.sees_all:
        raise NotYourView
    return row
