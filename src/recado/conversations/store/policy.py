"""What has the organization set that decides who answers?"""

from __future__ import annotations

import msgspec

from recado.conversations.models import ConversationId, Policy
from recado.foundation.database import Transaction

READ_POLICY = """
select name, time_zone, consent, bot_returns_after_minutes, settings from organizations where id = $1
"""


async def read_policy(tx: Transaction) -> tuple[Policy, str]:
    """Return the organization's settings, and its name as people know it."""
    row = await tx.fetchrow(READ_POLICY, tx.organization_id)
    if row is None:
        raise LookupError("the organization of this transaction does not exist")
    settings = msgspec.json.decode(row["settings"]) if row["settings"] != "{}" else {}
    return Policy(
        row["time_zone"],
        row["consent"],
        row["bot_returns_after_minutes"],
        int(settings.get("messages_a_minute", 5)),
        int(settings.get("stale_after_minutes", 10)),
    ), row["name"]


FIRST_SAID = """
select text from messages where organization_id = $1 and conversation_id = $2 and direction = 'in' order by id limit 1
"""


async def first_said(tx: Transaction, conversation: ConversationId) -> str:
    """Return what the person wrote first in this conversation: it waited for their consent."""
    return str(await tx.fetchval(FIRST_SAID, tx.organization_id, conversation) or "")
