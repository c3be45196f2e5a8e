"""What do the screens of the desk read?"""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from recado.conversations.models import ConversationId
from recado.foundation.database import Row, Transaction

_SHOWN = """
c.id, c.state, c.state_reason, c.state_since, c.answerer, c.assignee_id, mb.name as assignee_name,
c.team_id, te.name as team_name, c.contact_id,
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
left join teams te on te.organization_id = c.organization_id and te.id = c.team_id
left join handoffs h on h.organization_id = c.organization_id and h.conversation_id = c.id and h.state in ('open', 'taken')
"""


SHOW_CONVERSATIONS = f"""
select {_SHOWN} from unnest($2::uuid[]) with ordinality as page(id, place)
join conversations c on c.organization_id = $1 and c.id = page.id {_FROM} order by page.place
"""


async def show_conversations(tx: Transaction, ids: Sequence[UUID]) -> list[Row]:
    """Return these conversations as lists show them, in their order; those that do not exist are left out."""
    return await tx.fetch(SHOW_CONVERSATIONS, tx.organization_id, list(ids)) if ids else []


COUNT_BY_STATE = """
select state, sum(n)::bigint as n from conversation_tallies
where organization_id = $1 and (
    $2::uuid is null or assignee_id = $2
    or (assignee_id is null and (team_id is null or team_id in (
        select tm.team_id from team_members tm where tm.organization_id = $1 and tm.member_id = $2))))
group by state
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


LIST_LATER = f"""
with recursive chain(id, previous_id) as (
    select c.id, c.previous_id from conversations c where c.organization_id = $1 and c.id = $2
    union all
    select c.id, c.previous_id from chain join conversations c on c.organization_id = $1 and c.id = chain.previous_id
), page as (
    select m.* from chain cross join lateral (
        select * from messages where organization_id = $1 and conversation_id = chain.id and id >= $3 order by id limit $4
    ) m order by m.id limit $4
)
select {_LINE} from page m {_LINE_FROM} order by m.id
"""


async def list_later(tx: Transaction, conversation: ConversationId, since: UUID, limit: int) -> list[Row]:
    """Return the oldest lines of a thread from `since` on, that one among them, oldest first."""
    return await tx.fetch(LIST_LATER, tx.organization_id, conversation, since, limit)


# A person may react to what stands in an earlier conversation of the thread; what could not be sent never happened.
REACTIONS = """
select m.content ->> 'about' as about, m.text as emoji, m.author
from conversations c
join conversations thread on thread.organization_id = c.organization_id and thread.contact_id = c.contact_id
    and thread.channel_id = c.channel_id
join messages m on m.organization_id = thread.organization_id and m.conversation_id = thread.id
where c.organization_id = $1 and c.id = $2 and m.type = 'reaction' and m.status <> 'failed'
  and m.content ->> 'about' = any($3) order by m.id
"""


async def reactions(tx: Transaction, conversation: ConversationId, provider_ids: Sequence[str]) -> list[Row]:
    """Return reactions to messages of a thread, oldest first; an empty emoji takes the one before back."""
    return await tx.fetch(REACTIONS, tx.organization_id, conversation, provider_ids)
