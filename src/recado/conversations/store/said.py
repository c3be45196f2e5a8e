"""What have we said last?"""

from __future__ import annotations

from recado.conversations.models import ConversationId
from recado.foundation.database import Transaction

# Ids are in the order in which things were said; what failed was never heard.
SINCE_THEY_WROTE = """
select text from messages
where organization_id = $1 and conversation_id = $2 and direction = 'out' and status <> 'failed' and text <> ''
  and id > coalesce((select id from messages where organization_id = $1 and conversation_id = $2 and direction = 'in'
                     order by id desc limit 1), '00000000-0000-0000-0000-000000000000'::uuid)
order by id desc limit $3
"""


async def since_they_wrote(tx: Transaction, conversation: ConversationId, limit: int) -> list[str]:
    """Return at most `limit` texts that were sent since the person wrote last, the latest first."""
    rows = await tx.fetch(SINCE_THEY_WROTE, tx.organization_id, conversation, limit)
    return [row["text"] for row in rows]
