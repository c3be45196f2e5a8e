"""What do the screens of the desk read?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from recado.conversations.models import ConversationId
from recado.foundation.database import Row, Transaction

_SHOWN = """
c.id, c.state, c.state_reason, c.state_since, c.answerer, c.assignee_id, mb.name as assignee_name, c.contact_id,
coalesce(nullif(ct.name, ''), nullif(ct.given_name, ''), '') as contact_name, c.reply_wa_id, ct.opted_out_at,
c.channel_id, ch.name as channel_name, ch.adapter, ch.number, c.bot_id, c.unread, c.last_message_preview,
c.last_message_direction, c.last_message_at, c.waiting_since, c.opened_at, c.archived_at, c.previous_id, c.last_inbound_at,
h.id as handoff_id, h.state as handoff_state, h.reason as handoff_reason, h.priority as handoff_priority,
h.opened_at as handoff_opened_at
"""
_FROM = """
join contacts ct on ct.organization_id = c.organization_id and ct.id = c.contact_id
join channels ch on ch.organization_id = c.organization_id and ch.id = c.channel_id
left join members mb on mb.organization_id = c.organization_id and mb.id = c.assignee_id
left join handoffs h on h.organization_id = c.organization_id and h.conversation_id = c.id and h.state in ('open', 'taken')
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which conversations a list shows. `viewer` limits it to that person's and nobody's."""

    state: str | None = None
    assignee: UUID | None = None
    unassigned: bool = False
    viewer: UUID | None = None
    words: tuple[str, ...] = ()
    before: tuple[datetime, UUID] | None = None
    limit: int = 30


# The page is chosen on narrow index rows first, and only what it shows is joined.
LIST_CONVERSATIONS = f"""
with page as (
    select c.* from conversations c
    where c.organization_id = $1
      and ($2::text is null or c.state = $2)
      and ($3::uuid is null or c.assignee_id = $3)
      and (not $4::bool or c.assignee_id is null)
      and ($5::uuid is null or c.assignee_id is null or c.assignee_id = $5)
      and ($6::timestamptz is null or (c.last_message_at, c.id) < ($6, $7::uuid))
    order by c.last_message_at desc, c.id desc limit $8
)
select {_SHOWN} from page c {_FROM} order by c.last_message_at desc, c.id desc
"""

# Each word, or the beginning of the last one, stands in the conversation, its contact's name or number.
SEARCH_CONVERSATIONS = f"""
with found as (
    select w.conversation_id from message_words w
    join unnest($9::text[], $10::text[]) as sought(least, most) on w.word >= sought.least and w.word < sought.most
    where w.organization_id = $1
    group by w.conversation_id having count(distinct sought.least) = cardinality($9::text[])
), page as (
    select c.* from conversations c join found f on f.conversation_id = c.id
    where c.organization_id = $1
      and ($2::text is null or c.state = $2)
      and ($3::uuid is null or c.assignee_id = $3)
      and (not $4::bool or c.assignee_id is null)
      and ($5::uuid is null or c.assignee_id is null or c.assignee_id = $5)
      and ($6::timestamptz is null or (c.last_message_at, c.id) < ($6, $7::uuid))
    order by c.last_message_at desc, c.id desc limit $8
)
select {_SHOWN} from page c {_FROM} order by c.last_message_at desc, c.id desc
"""


async def list_conversations(tx: Transaction, wanted: Wanted) -> list[Row]:
    """Return one page, the newest message first."""
    at, id_ = wanted.before or (None, None)
    values = (
        tx.organization_id, wanted.state, wanted.assignee, wanted.unassigned, wanted.viewer, at, id_, wanted.limit,
    )  # fmt: skip
    if not wanted.words:
        return await tx.fetch(LIST_CONVERSATIONS, *values)
    least = list(wanted.words)
    most = [word + "\x01" for word in wanted.words[:-1]] + [wanted.words[-1] + "\U0010ffff"]
    return await tx.fetch(SEARCH_CONVERSATIONS, *values, least, most)


COUNT_BY_STATE = """
select state, sum(n)::bigint as n from conversation_tallies
where organization_id = $1 and ($2::uuid is null or assignee_id is null or assignee_id = $2) group by state
"""


async def count_by_state(tx: Transaction, viewer: UUID | None) -> dict[str, int]:
    """Return how many conversations are in each state."""
    found = {row["state"]: row["n"] for row in await tx.fetch(COUNT_BY_STATE, tx.organization_id, viewer)}
    return {state: found.get(state, 0) for state in ("active", "waiting", "archived")}


READ_CONVERSATION = f"select {_SHOWN} from conversations c {_FROM} where c.organization_id = $1 and c.id = $2"


async def read_conversation(tx: Transaction, id_: ConversationId) -> Row | None:
    """Return one conversation as screens show it."""
    return await tx.fetchrow(READ_CONVERSATION, tx.organization_id, id_)


FIND_BY_PHONE = """
select c.id from contact_addresses a
join conversations c on c.organization_id = a.organization_id and c.contact_id = a.contact_id
where a.organization_id = $1 and a.kind = 'phone' and a.match_key = $2 order by c.id desc limit 1
"""


async def find_by_phone(tx: Transaction, match_key: str) -> ConversationId | None:
    """Return the latest conversation with the person of a phone."""
    found: ConversationId | None = await tx.fetchval(FIND_BY_PHONE, tx.organization_id, match_key)
    return found


_LINE = """
m.id, m.conversation_id, m.direction, m.type, m.subtype, m.text, m.content, m.author, m.author_id, mb.name as author_name,
m.status, m.failure, m.provider_id, m.reply_to, m.sent_at, m.created_at,
q.id as quoted_id, q.text as quoted_text, q.type as quoted_type, q.author as quoted_author,
(select jsonb_agg(jsonb_build_object('id', f.id, 'provider_id', f.provider_id, 'mime_type', f.mime_type,
        'filename', f.filename, 'size', f.size, 'voice', f.voice, 'state', f.state, 'failure', f.failure) order by f.id)
 from media f where f.organization_id = m.organization_id and f.message_id = m.id) as media
"""
_LINE_FROM = """
left join members mb on mb.organization_id = m.organization_id and mb.id = m.author_id
left join messages q on q.organization_id = m.organization_id and q.channel_id = m.channel_id
                    and q.provider_id = nullif(m.reply_to, '') and q.provider_id is not null
"""

# A thread shows what came before in the same person's archived conversations too: the newest lines of all of them. First only
# as many of them are read as it takes to fill a page; the last line of that is the oldest that the page can hold, and the
# whole chain is asked for what is not older: somebody with two hundred archived conversations costs two hundred look-ups, not
# two hundred pages.
LIST_MESSAGES = f"""
with recursive chain(id, previous_id, missing) as (
    select c.id, c.previous_id, $4::int from conversations c where c.organization_id = $1 and c.id = $2
    union all
    select c.id, c.previous_id, case when chain.missing > 0 then chain.missing - (
        select count(*) from (
            select from messages m where m.organization_id = $1 and m.conversation_id = chain.id
              and ($3::uuid is null or m.id < $3) limit chain.missing) lines
        )::int else 0 end
    from chain join conversations c on c.organization_id = $1 and c.id = chain.previous_id
), near as (
    select m.id from chain cross join lateral (
        select id from messages where organization_id = $1 and conversation_id = chain.id and ($3::uuid is null or id < $3)
        order by id desc limit $4
    ) m where chain.missing > 0 order by m.id desc limit $4
), page as (
    select m.* from chain cross join lateral (
        select * from messages where organization_id = $1 and conversation_id = chain.id and ($3::uuid is null or id < $3)
          and id >= coalesce((select id from near order by id desc offset $4 - 1), '00000000-0000-0000-0000-000000000000')
        order by id desc limit $4
    ) m order by m.id desc limit $4
)
select {_LINE} from page m {_LINE_FROM} order by m.id
"""


async def list_messages(tx: Transaction, conversation: ConversationId, before: UUID | None, limit: int) -> list[Row]:
    """Return the newest lines of a thread before `before`, oldest first."""
    return await tx.fetch(LIST_MESSAGES, tx.organization_id, conversation, before, limit)


READ_MESSAGES = f"""
select {_LINE} from messages m {_LINE_FROM}
where m.organization_id = $1 and m.conversation_id = $2 and m.id = any($3) order by m.id
"""


async def read_messages(tx: Transaction, conversation: ConversationId, ids: Sequence[UUID]) -> list[Row]:
    """Return lines of one conversation by id."""
    return await tx.fetch(READ_MESSAGES, tx.organization_id, conversation, ids)


REACTIONS = """
select content ->> 'about' as about, text as emoji, author from messages
where organization_id = $1 and conversation_id = $2 and type = 'reaction' and content ->> 'about' = any($3) order by id
"""


async def reactions(tx: Transaction, conversation: ConversationId, provider_ids: Sequence[str]) -> list[Row]:
    """Return reactions to messages, oldest first; an empty emoji takes the one before back."""
    return await tx.fetch(REACTIONS, tx.organization_id, conversation, provider_ids)
