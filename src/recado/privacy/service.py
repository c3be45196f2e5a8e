"""What is done about consent?"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

from recado.contacts.models import ContactId, Happening, Moved
from recado.foundation.database import Transaction
from recado.privacy import store
from recado.privacy.models import ConsentState
from recado.privacy.rules import may_process, read_consent, read_wish

__all__ = ["consent_states", "may_process", "read_consent", "read_wish", "record"]

SERVICE = "service"
"""Purpose: answering what the person asks."""


async def consent_states(tx: Transaction, contacts: Collection[ContactId]) -> dict[ContactId, ConsentState]:
    """Return how each contact last answered for being served; absent ones were never asked."""
    return await store.latest(tx, contacts, SERVICE) if contacts else {}


async def record(tx: Transaction, steps: Sequence[tuple[ContactId, ConsentState, UUID | None]]) -> None:
    """Write down each step, with the message that proves it."""
    await store.insert(tx, SERVICE, steps)


class ConsentsOfPeople:
    """The consents' part in merges and timelines (`contacts.models.Holder`): the last answer of either counts."""

    name = "privacy"
    tables: tuple[str, ...] = ("consents",)

    async def move(self, tx: Transaction, *, gone: ContactId, kept: ContactId, at: datetime) -> Sequence[Moved]:
        """Let every answer of `gone` be one of `kept`."""
        return [Moved("consent", str(id_)) for id_ in await store.move(tx, of=gone, to=kept)]

    async def put_back(self, tx: Transaction, moved: Sequence[Moved], *, gone: ContactId, kept: ContactId) -> None:
        """Give the answers back."""
        await store.put_back(tx, [UUID(one.reference) for one in moved], of=kept, to=gone)

    async def happenings(self, tx: Transaction, contact: ContactId, before: UUID | None, limit: int) -> list[Happening]:
        """Return what was asked and answered, the newest first."""
        return [
            Happening(
                id=row["id"], at=row["at"], kind="consent", detail={"state": row["state"], "purpose": row["purpose"]}
            )
            for row in await store.list_steps(tx, contact, before, limit)
        ]
