"""Does what a connection sends arrive at all?"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from recado.conversations.store import acknowledgements as store
from recado.foundation.database import Transaction
from recado.foundation.identifiers import lowest_id

AFTER: Final = timedelta(seconds=60)
"""WhatsApp takes a message within a second; one that has no tick after a minute will hardly get one."""
LOOKED_BACK: Final = timedelta(minutes=15)
ENOUGH: Final = 3


async def missing_acknowledgements(tx: Transaction, channel: UUID, now: datetime) -> str:
    """Return `sends_failing` or `acks_missing` where each of the last three messages failed or has no tick, else "".

    A gateway takes messages with a 201 that WhatsApp then refuses one and all, while what people write still comes in.
    """
    found = await store.last_statuses(tx, channel, lowest_id(now - LOOKED_BACK), lowest_id(now - AFTER), ENOUGH)
    if len(found) < ENOUGH:
        return ""
    if all(one == "failed" for one in found):
        return "sends_failing"
    return "acks_missing" if all(one in ("accepted", "failed") for one in found) else ""
