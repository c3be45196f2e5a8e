"""What do people's acts at the desk read and write beside the desk itself?"""

from __future__ import annotations

from uuid import UUID

from recado.contacts.models import ContactId
from recado.conversations.errors import MessageNotFound
from recado.conversations.models import ConversationId, MessageId
from recado.foundation.database import Row, Transaction

SENT_UNDER = "select message_id from sent_keys where organization_id = $1 and key = $2"


async def sent_under(tx: Transaction, key: str) -> MessageId | None:
    """Return the message that this key has made already."""
    found: MessageId | None = await tx.fetchval(SENT_UNDER, tx.organization_id, key)
    return found


KEEP_KEY = "insert into sent_keys (organization_id, key, message_id) values ($1, $2, $3)"


async def keep_key(tx: Transaction, key: str, message: MessageId) -> None:
    """Remember which message a key made; the conversation's lock keeps two of the same from racing."""
    await tx.execute(KEEP_KEY, tx.organization_id, key, message)


# A thread shows the person's earlier conversations too, and what stands there is answered like the rest.
IN_THREAD = """
select m.provider_id, m.direction, m.type, m.created_at, coalesce(m.content ->> 'revoked' = 'true', false) as revoked
from messages m
join conversations its on its.organization_id = m.organization_id and its.id = m.conversation_id
join conversations c on c.organization_id = m.organization_id and c.id = $2
    and c.contact_id = its.contact_id and c.channel_id = its.channel_id
where m.organization_id = $1 and m.id = $3 and m.provider_id is not null
"""


async def in_thread(tx: Transaction, conversation: ConversationId, message: UUID) -> Row:
    """Return what the provider knows of a message of this thread; raise `MessageNotFound`."""
    found = await tx.fetchrow(IN_THREAD, tx.organization_id, conversation, message)
    if found is None:
        raise MessageNotFound
    return found


async def provider_id_of(tx: Transaction, conversation: ConversationId, message: UUID) -> str:
    """Return the provider's id of a message of this thread; raise `MessageNotFound`."""
    return str((await in_thread(tx, conversation, message))["provider_id"])


IS_OPTED_OUT = "select opted_out_at is not null from contacts where organization_id = $1 and id = $2"


async def is_opted_out(tx: Transaction, contact: ContactId) -> bool:
    """Tell whether a person wants nothing more."""
    return bool(await tx.fetchval(IS_OPTED_OUT, tx.organization_id, contact))


MEMBER_NAME = "select name from members where organization_id = $1 and id = $2"


async def member_name(tx: Transaction, member: UUID | None) -> str:
    """Return the name of a colleague."""
    return str(await tx.fetchval(MEMBER_NAME, tx.organization_id, member) or "")


LATEST_INBOUND = """
select channel_id, provider_id from messages
where organization_id = $1 and conversation_id = $2 and direction = 'in' and provider_id is not null
order by id desc limit 1
"""


async def latest_inbound(tx: Transaction, conversation: UUID) -> tuple[UUID, str] | None:
    """Return channel and provider id of the newest message that a person wrote."""
    row = await tx.fetchrow(LATEST_INBOUND, tx.organization_id, conversation)
    return (row["channel_id"], row["provider_id"]) if row else None
