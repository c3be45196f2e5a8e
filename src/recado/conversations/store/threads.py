"""How are conversations and their messages written, many at a time?"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any
from uuid import UUID

import msgspec

from recado.contacts.models import ContactId
from recado.conversations.models import (
    RANKS,
    Answerer,
    Conversation,
    ConversationId,
    Message,
    MessageId,
    Move,
    NewMedia,
    State,
)
from recado.foundation.database import Row, Transaction
from recado.foundation.identifiers import new_ids

_COLUMNS = """
c.id, c.channel_id, c.contact_id, c.state, c.state_reason, c.state_since, c.answerer, c.opened_at, c.last_message_at,
c.reply_wa_id, c.reply_bsuid, c.assignee_id, c.bot_id, c.bot_silent_since, c.last_inbound_at, c.last_message_preview,
c.last_message_direction, c.waiting_since, c.unread, c.processed_since, c.processed_count, c.abuse_told, c.previous_id,
c.archived_at, c.team_id
"""

# Sorted by id, and not `for update`: foreign-key checks of other transactions take `for key share` on these rows, collide
# with the stronger lock, and deadlock.
LOCK_OPEN = f"""
select {_COLUMNS} from conversations c
join unnest($2::uuid[], $3::uuid[]) as wanted(channel_id, contact_id)
  on c.channel_id = wanted.channel_id and c.contact_id = wanted.contact_id
where c.organization_id = $1 and c.state <> 'archived'
order by c.id for no key update of c
"""


async def lock_open(tx: Transaction, pairs: Collection[tuple[UUID, ContactId]]) -> list[Conversation]:
    """Lock and return the open conversation of each (channel, contact) that has one."""
    channels, contacts = [channel for channel, _ in pairs], [contact for _, contact in pairs]
    return [conversation(row) for row in await tx.fetch(LOCK_OPEN, tx.organization_id, channels, contacts)]


LOCK = f"""
select {_COLUMNS} from conversations c where c.organization_id = $1 and c.id = any($2)
order by c.id for no key update
"""


async def lock(tx: Transaction, ids: Collection[ConversationId]) -> list[Conversation]:
    """Lock and return conversations by id."""
    return [conversation(row) for row in await tx.fetch(LOCK, tx.organization_id, list(ids))]


LOCK_OF_CONTACTS = f"""
select {_COLUMNS} from conversations c
where c.organization_id = $1 and c.contact_id = any($2) and c.state <> 'archived'
order by c.id for no key update
"""


async def lock_of_contacts(tx: Transaction, contacts: Collection[ContactId]) -> list[Conversation]:
    """Lock and return the open conversations of these people, on every channel."""
    return [conversation(row) for row in await tx.fetch(LOCK_OF_CONTACTS, tx.organization_id, list(contacts))]


LATEST_ARCHIVED = f"""
select distinct on (c.channel_id, c.contact_id) {_COLUMNS} from conversations c
join unnest($2::uuid[], $3::uuid[]) as wanted(channel_id, contact_id)
  on c.channel_id = wanted.channel_id and c.contact_id = wanted.contact_id
where c.organization_id = $1 order by c.channel_id, c.contact_id, c.id desc
"""


async def latest_archived(
    tx: Transaction, pairs: Collection[tuple[UUID, ContactId]]
) -> dict[tuple[UUID, ContactId], Conversation]:
    """Return the newest conversation of each (channel, contact) that has had one."""
    rows = await tx.fetch(LATEST_ARCHIVED, tx.organization_id, [pair[0] for pair in pairs], [pair[1] for pair in pairs])
    return {(row["channel_id"], row["contact_id"]): conversation(row) for row in rows}


KNOWN_PROVIDER_IDS = """
select wanted.channel_id, wanted.provider_id from unnest($2::uuid[], $3::text[]) as wanted(channel_id, provider_id)
where exists (
    select from messages m
    where m.organization_id = $1 and m.channel_id = wanted.channel_id and m.provider_id = wanted.provider_id offset 0
)
"""


async def known_provider_ids(tx: Transaction, ids: Collection[tuple[UUID, str]]) -> set[tuple[UUID, str]]:
    """Return which (channel, provider id) stand in a thread already."""
    rows = await tx.fetch(KNOWN_PROVIDER_IDS, tx.organization_id, [one[0] for one in ids], [one[1] for one in ids])
    return {(row["channel_id"], row["provider_id"]) for row in rows}


INSERT_CONVERSATIONS = """
insert into conversations (organization_id, id, channel_id, contact_id, state, opened_at, previous_id)
select $1, *  from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::timestamptz[], $7::uuid[])
"""


async def insert_conversations(tx: Transaction, opened: Sequence[Conversation]) -> None:
    """Store new conversations; `update_conversations` writes the rest of them."""
    if opened:
        await tx.execute(
            INSERT_CONVERSATIONS, tx.organization_id, [one.id for one in opened], [one.channel for one in opened],
            [one.contact for one in opened], [one.state.value for one in opened], [one.opened_at for one in opened],
            [one.previous for one in opened],
        )  # fmt: skip


UPDATE_CONVERSATIONS = """
update conversations c set
    state = n.state, state_reason = n.state_reason, state_since = n.state_since, answerer = n.answerer,
    last_message_at = n.last_message_at, reply_wa_id = n.reply_wa_id, reply_bsuid = n.reply_bsuid,
    assignee_id = n.assignee_id, bot_id = n.bot_id, bot_silent_since = n.bot_silent_since,
    last_inbound_at = n.last_inbound_at, last_message_preview = n.preview, last_message_direction = n.direction,
    waiting_since = n.waiting_since, unread = n.unread, processed_since = n.processed_since,
    processed_count = n.processed_count, abuse_told = n.abuse_told, archived_at = n.archived_at,
    team_id = n.team_id
from unnest(
    $2::uuid[], $3::text[], $4::text[], $5::timestamptz[], $6::text[], $7::timestamptz[], $8::text[], $9::text[],
    $10::uuid[], $11::uuid[], $12::timestamptz[], $13::timestamptz[], $14::text[], $15::text[], $16::timestamptz[],
    $17::int[], $18::timestamptz[], $19::int[], $20::bool[], $21::timestamptz[], $22::uuid[]
) as n(id, state, state_reason, state_since, answerer, last_message_at, reply_wa_id, reply_bsuid, assignee_id, bot_id,
       bot_silent_since, last_inbound_at, preview, direction, waiting_since, unread, processed_since, processed_count,
       abuse_told, archived_at, team_id)
where c.organization_id = $1 and c.id = any ($2) and c.id = n.id
"""


async def update_conversations(tx: Transaction, changed: Sequence[Conversation]) -> None:
    """Write conversations as they are now; the caller holds their locks."""
    if changed:
        columns = zip(*(_written(one) for one in changed), strict=True)
        await tx.execute(UPDATE_CONVERSATIONS, tx.organization_id, *(list(column) for column in columns))


INSERT_MESSAGES = """
insert into messages (organization_id, id, conversation_id, channel_id, direction, type, subtype, text, content, author,
                      author_id, status, status_rank, provider_id, reply_to, sent_at, created_at, failure)
select $1, * from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::text[], $8::text[], $9::jsonb[],
    $10::text[], $11::uuid[], $12::text[], $13::smallint[], $14::text[], $15::text[], $16::timestamptz[],
    $17::timestamptz[], $18::jsonb[])
"""


async def insert_messages(tx: Transaction, messages: Sequence[Message], refused: dict[MessageId, str]) -> None:
    """Let messages stand in their threads; `refused` tells why some never leave."""
    if messages:
        columns = zip(*(_line(one, refused.get(one.id)) for one in messages), strict=True)
        await tx.execute(INSERT_MESSAGES, tx.organization_id, *(list(column) for column in columns))


INSERT_MEDIA = """
insert into media (organization_id, id, message_id, channel_id, provider_id, mime_type, filename, sha256, voice, state, failure)
select $1, id, message, channel, provider, mime, filename, sha256, voice,
       case when failure = '' then 'pending' else 'failed' end, failure
from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::text[], $8::text[], $9::bool[], $10::text[])
     as n(id, message, channel, provider, mime, filename, sha256, voice, failure)
"""


async def insert_media(tx: Transaction, media: Sequence[NewMedia]) -> None:
    """Remember media that is still with the provider."""
    if media:
        await tx.execute(
            INSERT_MEDIA, tx.organization_id, [one.id for one in media], [one.message for one in media],
            [one.channel for one in media], [one.provider_id for one in media], [one.mime_type for one in media],
            [one.filename for one in media], [one.sha256 for one in media], [one.voice for one in media],
            [one.failure for one in media],
        )  # fmt: skip


INSERT_MOVES = """
insert into conversation_moves (organization_id, id, conversation_id, was, became, actor, actor_id, reason)
select $1, * from unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::uuid[], $8::text[])
"""


async def insert_moves(tx: Transaction, moves: Sequence[Move]) -> None:
    """Keep who changed a state, and why."""
    if moves:
        await tx.execute(
            INSERT_MOVES, tx.organization_id, new_ids(len(moves)), [one.conversation for one in moves],
            [one.was.value for one in moves], [one.became.value for one in moves], [one.actor for one in moves],
            [one.actor_id for one in moves], [one.reason for one in moves],
        )  # fmt: skip


def conversation(row: Row) -> Conversation:
    """Read a row of `_COLUMNS`."""
    return Conversation(
        id=row["id"], channel=row["channel_id"], contact=row["contact_id"], state=State(row["state"]),
        state_reason=row["state_reason"], state_since=row["state_since"], answerer=Answerer(row["answerer"]),
        opened_at=row["opened_at"], last_message_at=row["last_message_at"], reply_wa_id=row["reply_wa_id"],
        reply_bsuid=row["reply_bsuid"], assignee=row["assignee_id"], bot=row["bot_id"],
        bot_silent_since=row["bot_silent_since"], last_inbound_at=row["last_inbound_at"],
        last_message_preview=row["last_message_preview"], last_message_direction=row["last_message_direction"],
        waiting_since=row["waiting_since"], unread=row["unread"], processed_since=row["processed_since"],
        processed_count=row["processed_count"], abuse_told=row["abuse_told"], previous=row["previous_id"],
        archived_at=row["archived_at"], team=row["team_id"],
    )  # fmt: skip


def _written(one: Conversation) -> tuple[Any, ...]:
    return (
        one.id, one.state.value, one.state_reason, one.state_since, one.answerer.value, one.last_message_at,
        one.reply_wa_id, one.reply_bsuid, one.assignee, one.bot, one.bot_silent_since, one.last_inbound_at,
        one.last_message_preview, one.last_message_direction, one.waiting_since, one.unread, one.processed_since,
        one.processed_count, one.abuse_told, one.archived_at, one.team,
    )  # fmt: skip


def _line(one: Message, refusal: str | None) -> tuple[Any, ...]:
    return (
        one.id, one.conversation, one.channel, one.direction, one.type, one.subtype, one.text,
        msgspec.json.encode(one.content).decode() if one.content else None, one.author.value, one.author_id,
        one.status.value, RANKS[one.status], one.provider_id, one.reply_to, one.sent_at, one.created_at,
        msgspec.json.encode({"code": refusal}).decode() if refusal else None,
    )  # fmt: skip
