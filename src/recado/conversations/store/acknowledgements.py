"""How far have the last messages of a channel come?"""

from __future__ import annotations

from uuid import UUID

from recado.foundation.database import Transaction

# A span of ids is a span of time; what had no call to the provider yet says nothing about it.
LAST_STATUSES = """
select status from messages
where organization_id = $1 and id >= $3 and id < $4 and channel_id = $2 and direction = 'out'
  and status in ('accepted', 'sent', 'delivered', 'read', 'played', 'failed') and provider_id is not null
order by id desc limit $5
"""


async def last_statuses(tx: Transaction, channel: UUID, since: UUID, until: UUID, most: int) -> list[str]:
    """Return the statuses of the latest messages that a provider took between two moments, the latest first."""
    rows = await tx.fetch(LAST_STATUSES, tx.organization_id, channel, since, until, most)
    return [row["status"] for row in rows]
