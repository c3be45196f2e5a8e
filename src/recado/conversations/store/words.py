"""How are the words kept under which conversations are found?"""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from recado.foundation.database import Row, Transaction
from recado.foundation.facts import Cursor

# Whoever holds the cursor reads on; another worker goes past. The row is made on the first reading.
TAKE_CURSOR = """
select xid, seq from fact_cursors where organization_id = $1 and listener = $2 for update skip locked
"""
MAKE_CURSOR = """
insert into fact_cursors (organization_id, listener) values ($1, $2) on conflict do nothing
"""
MOVE_CURSOR = "update fact_cursors set xid = $3, seq = $4 where organization_id = $1 and listener = $2"

TEXTS = "select conversation_id, text from messages where organization_id = $1 and id = any($2) and text <> ''"

PEOPLE = """
select c.id as conversation_id, ct.name || ' ' || ct.given_name as text,
       (select string_agg(a.value || ' ' || a.match_key, ' ') from contact_addresses a
        where a.organization_id = $1 and a.contact_id = ct.id and a.kind = 'phone') as phones
from conversations c join contacts ct on ct.organization_id = c.organization_id and ct.id = c.contact_id
where c.organization_id = $1 and c.id = any($2)
"""

INSERT_WORDS = """
insert into message_words (organization_id, word, conversation_id)
select $1, * from unnest($2::text[], $3::uuid[]) on conflict do nothing
"""


async def take_cursor(tx: Transaction, listener: str) -> Cursor | None:
    """Lock and return how far a listener has read; None where another worker holds it, or it was just made."""
    row = await tx.fetchrow(TAKE_CURSOR, tx.organization_id, listener)
    if row is None:
        await tx.execute(MAKE_CURSOR, tx.organization_id, listener)
        return None
    return Cursor(row["xid"], row["seq"])


async def move_cursor(tx: Transaction, listener: str, cursor: Cursor) -> None:
    """Write down how far a listener has read."""
    await tx.execute(MOVE_CURSOR, tx.organization_id, listener, cursor.xid, cursor.seq)


async def texts(tx: Transaction, messages: Sequence[UUID]) -> list[Row]:
    """Return conversation and text of messages."""
    return await tx.fetch(TEXTS, tx.organization_id, messages)


async def people(tx: Transaction, conversations: Sequence[UUID]) -> list[Row]:
    """Return conversation, names and phones of the people they are with."""
    return await tx.fetch(PEOPLE, tx.organization_id, conversations)


async def insert(tx: Transaction, pairs: Sequence[tuple[str, UUID]]) -> None:
    """Let conversations be found under words."""
    if pairs:
        await tx.execute(INSERT_WORDS, tx.organization_id, [one[0] for one in pairs], [one[1] for one in pairs])
