"""What do flows add to a person's timeline?"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from recado.contacts.models import ContactId, Happening, Moved
from recado.flows.store import people as store
from recado.foundation.database import Transaction


class FlowsOfPeople:
    """Sessions belong to conversations and follow them; nothing of them moves (`contacts.models.Holder`)."""

    name = "flows"
    tables: tuple[str, ...] = ()

    async def move(self, tx: Transaction, *, gone: ContactId, kept: ContactId, at: datetime) -> Sequence[Moved]:
        """Move nothing."""
        return ()

    async def put_back(self, tx: Transaction, moved: Sequence[Moved], *, gone: ContactId, kept: ContactId) -> None:
        """Put nothing back."""

    async def happenings(self, tx: Transaction, contact: ContactId, before: UUID | None, limit: int) -> list[Happening]:
        """Return the flows that a person has begun, the newest first."""
        return [
            Happening(
                id=row["id"], at=row["started_at"], kind="flow", text=row["name"], conversation=row["conversation_id"],
                detail={"status": row["status"], "flow_id": str(row["flow_id"])},
            )
            for row in await store.list_sessions(tx, contact, before, limit)
        ]  # fmt: skip
