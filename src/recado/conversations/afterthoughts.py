"""What did a person change about what they had written?"""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from recado.foundation.database import Transaction

# What stood there before is kept: the thread says "editada" and can show both.
CHANGE_MESSAGES = """
update messages m set
    text = case when n.revoked then m.text else n.text end,
    content = coalesce(m.content, '{}'::jsonb)
        || case when n.revoked then jsonb_build_object('revoked', true)
                else jsonb_build_object('edited', true, 'first_text', coalesce(m.content -> 'first_text', to_jsonb(m.text))) end
from unnest($2::uuid[], $3::text[], $4::bool[], $5::text[]) as n(channel_id, provider_id, revoked, text)
where m.organization_id = $1 and m.channel_id = n.channel_id and m.provider_id = n.provider_id
"""


async def change_messages(tx: Transaction, changes: Sequence[tuple[UUID, str, bool, str]]) -> None:
    """Apply (channel, provider id of the message, revoked?, new text) to messages that stand in a thread."""
    columns = [list(column) for column in zip(*changes, strict=True)]
    await tx.execute(CHANGE_MESSAGES, tx.organization_id, *columns)
