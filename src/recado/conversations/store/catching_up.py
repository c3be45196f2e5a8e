"""What of the things a provider holds is here already?"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from recado.foundation.database import Row, Transaction

KNOWN_MESSAGES = """
select m.provider_id, m.status from unnest($3::text[]) as wanted(id)
cross join lateral (
    select provider_id, status from messages
    where organization_id = $1 and channel_id = $2 and provider_id = wanted.id offset 0
) m
"""


async def known_messages(tx: Transaction, channel: UUID, ids: Sequence[str]) -> dict[str, str]:
    """Return the status of each of these messages of a channel that stands in a thread."""
    rows = await tx.fetch(KNOWN_MESSAGES, tx.organization_id, channel, list(ids))
    return {row["provider_id"]: row["status"] for row in rows}


UNCONFIRMED = """
select m.id, m.text, m.created_at, c.reply_wa_id, c.reply_bsuid
from messages m join conversations c on c.organization_id = m.organization_id and c.id = m.conversation_id
where m.organization_id = $1 and m.id >= $3 and m.channel_id = $2 and m.direction = 'out' and m.status = 'unconfirmed'
  and m.text <> ''
order by m.id
"""


async def unconfirmed(tx: Transaction, channel: UUID, since: UUID) -> list[Row]:
    """Return messages of a channel that left and were not answered, the oldest first, with where their person is reached."""
    return await tx.fetch(UNCONFIRMED, tx.organization_id, channel, since)


WAITING_INPUTS = """
select i.key from unnest($3::text[], $4::text[]) as wanted(chat, key)
cross join lateral (
    select key from inbox
    where organization_id = $1 and channel_id = $2 and chat = wanted.chat and key = wanted.key offset 0
) i
"""


async def waiting_inputs(tx: Transaction, channel: UUID, inputs: Sequence[tuple[str, str]]) -> set[str]:
    """Return the keys of these (chat, key) that wait in the inbox."""
    chats, keys = [chat for chat, _ in inputs], [key for _, key in inputs]
    return {row["key"] for row in await tx.fetch(WAITING_INPUTS, tx.organization_id, channel, chats, keys)}


HEARD_SINCE = """
select exists(
    select from deliveries where organization_id = $1 and received_at > $3 and channel_id = $2 limit 1)
"""


async def heard_since(tx: Transaction, channel: UUID, at: datetime) -> bool:
    """Has a webhook come for this channel since a moment?"""
    return bool(await tx.fetchval(HEARD_SINCE, tx.organization_id, channel, at))


READ_CLOCK = "select now()"


async def clock(tx: Transaction) -> datetime:
    """Return the moment of this transaction, by the clock that dates deliveries."""
    found: datetime = await tx.fetchval(READ_CLOCK)
    return found
