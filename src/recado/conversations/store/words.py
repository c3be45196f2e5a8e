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

TEXTS = "select id, conversation_id, text from messages where organization_id = $1 and id = any($2) and text <> ''"

_PERSON = """
select c.id as conversation_id, ct.name, ct.given_name, ct.fields,
       array(select a.value from contact_addresses a
             where a.organization_id = $1 and a.contact_id = ct.id and a.kind = 'phone') as phones,
       array(select a.value from contact_addresses a
             where a.organization_id = $1 and a.contact_id = ct.id and a.kind = 'email') as emails
from conversations c join contacts ct on ct.organization_id = c.organization_id and ct.id = c.contact_id
"""
PEOPLE = f"{_PERSON} where c.organization_id = $1 and c.id = any($2)"
CONVERSATIONS_OF = "select id from conversations where organization_id = $1 and contact_id = any($2)"

# Sorted by the caller: two workers that index one organization (one what is new, one what was there) meet in one order.
KEEP_TEXT = """
insert into message_words (organization_id, word, conversation_id, message_id)
select $1, * from unnest($2::text[], $3::uuid[], $4::uuid[])
on conflict (organization_id, word, conversation_id) do update set message_id = excluded.message_id
where message_words.message_id is null or message_words.message_id < excluded.message_id
"""
KEEP_PERSON = """
insert into message_words (organization_id, word, conversation_id, of_person)
select $1, *, true from unnest($2::text[], $3::uuid[])
on conflict (organization_id, word, conversation_id) do update set of_person = true where not message_words.of_person
"""
# What only the person's former name said goes; what a message says too stays, as the message's.
DROP_PERSON = """
delete from message_words
where organization_id = $1 and conversation_id = any($2) and of_person and message_id is null
"""
LEAVE_PERSON = """
update message_words set of_person = false where organization_id = $1 and conversation_id = any($2) and of_person
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
    """Return id, conversation and text of messages."""
    return await tx.fetch(TEXTS, tx.organization_id, messages)


async def people(tx: Transaction, conversations: Sequence[UUID]) -> list[Row]:
    """Return conversation, names, fields, phones and e-mails of the people they are with."""
    return await tx.fetch(PEOPLE, tx.organization_id, conversations)


async def conversations_of(tx: Transaction, contacts: Sequence[UUID]) -> list[UUID]:
    """Return the conversations with these people."""
    return [row["id"] for row in await tx.fetch(CONVERSATIONS_OF, tx.organization_id, contacts)]


async def keep_text(tx: Transaction, terms: Sequence[tuple[str, UUID, UUID]]) -> None:
    """Let conversations be found by (term, conversation, newest message that holds it)."""
    if terms:
        await tx.execute(KEEP_TEXT, tx.organization_id, *(list(column) for column in zip(*terms, strict=True)))


async def keep_people(tx: Transaction, terms: Sequence[tuple[str, UUID]], conversations: Sequence[UUID]) -> None:
    """Let conversations be found by (term, conversation) of the person, and by nothing else of the person any more."""
    await tx.execute(DROP_PERSON, tx.organization_id, conversations)
    await tx.execute(LEAVE_PERSON, tx.organization_id, conversations)
    if terms:
        await tx.execute(KEEP_PERSON, tx.organization_id, *(list(column) for column in zip(*terms, strict=True)))


TAKE_BACKFILL = """
select kind, after_id from word_backfills where organization_id = $1 and done_at is null
order by kind for update skip locked limit 1
"""
OLD_TEXTS = """
select id, conversation_id, text from messages where organization_id = $1 and id > $2 order by id limit $3
"""
OLD_PEOPLE = "select id from conversations where organization_id = $1 and id > $2 order by id limit $3"
MOVE_BACKFILL = """
update word_backfills set after_id = coalesce($3, after_id), done_at = case when $3::uuid is null then now() end
where organization_id = $1 and kind = $2
"""


async def take_backfill(tx: Transaction) -> Row | None:
    """Lock and return what is to be read again and how far that has come; None where nothing is."""
    return await tx.fetchrow(TAKE_BACKFILL, tx.organization_id)


async def old_texts(tx: Transaction, after: UUID, limit: int) -> list[Row]:
    """Return the messages after one, the oldest first."""
    return await tx.fetch(OLD_TEXTS, tx.organization_id, after, limit)


async def old_conversations(tx: Transaction, after: UUID, limit: int) -> list[UUID]:
    """Return the conversations after one, the oldest first."""
    return [row["id"] for row in await tx.fetch(OLD_PEOPLE, tx.organization_id, after, limit)]


async def move_backfill(tx: Transaction, kind: str, after: UUID | None) -> None:
    """Write down how far a backfill has come; None ends it."""
    await tx.execute(MOVE_BACKFILL, tx.organization_id, kind, after)
