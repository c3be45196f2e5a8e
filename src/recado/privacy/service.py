"""What is done about consent?"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from uuid import UUID

from recado.contacts.models import ContactId
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
