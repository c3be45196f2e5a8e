"""What becomes of a person's deals when two people turn out to be one, or two again?"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from recado.contacts.models import ContactId, Happening, Moved
from recado.foundation.database import Transaction
from recado.leads.store import people as store


class DealsOfPeople:
    """The deals' part in merges and timelines (`contacts.models.Holder`)."""

    name = "leads"
    tables: tuple[str, ...] = ("deals",)

    async def move(self, tx: Transaction, *, gone: ContactId, kept: ContactId, at: datetime) -> Sequence[Moved]:
        """Let every deal with `gone` be one with `kept`."""
        return [Moved("deal", str(id_)) for id_ in await store.move(tx, of=gone, to=kept)]

    async def put_back(self, tx: Transaction, moved: Sequence[Moved], *, gone: ContactId, kept: ContactId) -> None:
        """Give the deals back."""
        await store.put_back(tx, [UUID(one.reference) for one in moved], of=kept, to=gone)

    async def happenings(self, tx: Transaction, contact: ContactId, before: UUID | None, limit: int) -> list[Happening]:
        """Return the deals with a person, the newest first."""
        return [
            Happening(
                id=row["id"], at=row["created_at"], kind="deal", text=row["title"],
                detail={"value_cents": row["value_cents"], "closed": row["closed_at"] is not None},
            )
            for row in await store.list_deals(tx, contact, before, limit)
        ]  # fmt: skip
