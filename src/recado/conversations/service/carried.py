"""How do delegations and notices learn what became of the messages that carry them?"""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from recado.conversations import events
from recado.conversations.store import carried as store
from recado.foundation import facts
from recado.foundation.database import Transaction
from recado.foundation.facts import Fact


async def follow(tx: Transaction, messages: Sequence[UUID]) -> None:
    """Let everything that these messages carry be in the state of its message, and say so."""
    if not messages:
        return
    rows = await store.follow(tx, messages)
    await facts.publish(
        tx,
        [
            Fact(events.DELEGATION_CHANGED, row["conversation_id"], {"task_id": str(row["id"]), "state": row["state"]})
            for row in rows
        ],
    )
