"""Which tasks does a message carry, and how do they learn what became of it?"""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from recado.foundation.database import Row, Transaction

# The state of what a message carries is that of the message: nobody writes it twice, so the two never part.
FOLLOW_DELEGATIONS = """
update viva_handoff_tasks t set
    state = case when m.status = 'failed' then 'failed' when m.status_rank >= 30 then 'sent' else 'pending' end,
    failure_code = case when m.status = 'failed' then coalesce(m.failure ->> 'code', 'unknown') else '' end,
    failure_detail = case when m.status = 'failed'
        then left(trim(coalesce(m.failure ->> 'title', '') || ' ' || coalesce(m.failure ->> 'details', '')), 500) else '' end,
    receipt = coalesce(m.provider_id, ''),
    settled_at = case when m.status = 'failed' or m.status_rank >= 30 then coalesce(t.settled_at, now()) end
from messages m
where t.organization_id = $1 and t.message_id = any($2) and m.organization_id = $1 and m.id = any($2) and m.id = t.message_id
returning t.id, t.conversation_id, t.state
"""

FOLLOW_NOTICES = """
update handoff_notices n set
    state = case when m.status = 'failed' then 'failed' when m.status_rank >= 30 then 'sent' else 'pending' end,
    reason = case when m.status = 'failed' then coalesce(m.failure ->> 'code', 'unknown') else '' end,
    settled_at = case when m.status = 'failed' or m.status_rank >= 30 then coalesce(n.settled_at, now()) end
from messages m
where n.organization_id = $1 and n.message_id = any($2) and m.organization_id = $1 and m.id = any($2) and m.id = n.message_id
"""


async def follow(tx: Transaction, messages: Sequence[UUID]) -> list[Row]:
    """Let tasks be what has become of the messages that carry them; return the delegations that were looked at."""
    await tx.execute(FOLLOW_NOTICES, tx.organization_id, messages)
    return await tx.fetch(FOLLOW_DELEGATIONS, tx.organization_id, messages)
