"""How do conversations follow a person into a merge and out of it, and what of them stands in the person's timeline?"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from recado.contacts.models import ContactId
from recado.conversations.models import ConversationId
from recado.foundation.database import Row, Transaction

LOCK_OF_PEOPLE = """
select id, channel_id, contact_id, state, state_reason, state_since, waiting_since, archived_at, unread, last_message_at
from conversations where organization_id = $1 and contact_id = any($2) order by id for no key update
"""


async def lock_of_people(tx: Transaction, people: Sequence[ContactId]) -> list[Row]:
    """Lock every conversation of these people, open or not."""
    return await tx.fetch(LOCK_OF_PEOPLE, tx.organization_id, list(people))


ARCHIVE = """
with was as (
    select id, state from conversations where organization_id = $1 and id = any($2) and state <> 'archived'
), moved as (
    insert into conversation_moves (organization_id, id, conversation_id, was, became, actor, reason, at)
    select $1, n.move_id, was.id, was.state, 'archived', 'system', 'merged', $4
    from unnest($2::uuid[], $3::uuid[]) as n(id, move_id) join was on was.id = n.id
)
update conversations c set state = 'archived', state_reason = 'merged', state_since = $4, archived_at = $4,
    waiting_since = null, unread = 0
from was where c.organization_id = $1 and c.id = was.id
"""


async def archive(tx: Transaction, ids: Sequence[ConversationId], moves: Sequence[UUID], at: datetime) -> None:
    """Archive conversations because another one of the same person goes on; `moves` are ids for their records."""
    await tx.execute(ARCHIVE, tx.organization_id, ids, moves, at)


REOPEN = """
update conversations c set state = n.state, state_reason = n.reason, state_since = n.since, waiting_since = n.waiting,
    archived_at = null, unread = n.unread
from unnest($2::uuid[], $3::text[], $4::text[], $5::timestamptz[], $6::timestamptz[], $7::integer[])
    as n(id, state, reason, since, waiting, unread)
where c.organization_id = $1 and c.id = n.id and c.state = 'archived' and c.state_reason = 'merged'
  and not exists (select from conversations o where o.organization_id = $1 and o.channel_id = c.channel_id
                  and o.contact_id = c.contact_id and o.state <> 'archived' and o.id <> c.id)
"""


async def reopen(
    tx: Transaction, found: Sequence[tuple[UUID, str, str, datetime | None, datetime | None, int]]
) -> None:
    """Bring back conversations that a merge archived: (id, state, reason, since, waiting since, unread)."""
    columns = [list(column) for column in zip(*found, strict=True)]
    if columns:
        await tx.execute(REOPEN, tx.organization_id, *columns)


END_HANDOFFS = """
with was as (
    select id, state from handoffs where organization_id = $1 and conversation_id = any($2) and state in ('open', 'taken')
)
update handoffs h set state = 'resolved', resolved_at = $3 from was where h.organization_id = $1 and h.id = was.id
returning h.id, was.state as was
"""


async def end_handoffs(tx: Transaction, conversations: Sequence[UUID], at: datetime) -> list[Row]:
    """Resolve what is open in conversations that a merge archived; return each (id, was)."""
    return await tx.fetch(END_HANDOFFS, tx.organization_id, conversations, at) if conversations else []


REOPEN_HANDOFFS = """
update handoffs h set state = n.state, resolved_at = null from unnest($2::uuid[], $3::text[]) as n(id, state), conversations c
where h.organization_id = $1 and h.id = n.id and h.state = 'resolved'
  and c.organization_id = $1 and c.id = h.conversation_id and c.state <> 'archived'
  and not exists (select from handoffs o where o.organization_id = $1 and o.conversation_id = h.conversation_id
                  and o.state in ('open', 'taken'))
"""


async def reopen_handoffs(tx: Transaction, ended: Sequence[tuple[UUID, str]]) -> None:
    """Open again what a merge resolved: (id, state)."""
    if ended:
        await tx.execute(REOPEN_HANDOFFS, tx.organization_id, [one[0] for one in ended], [one[1] for one in ended])


GIVE = "update conversations set contact_id = $3 where organization_id = $1 and id = any($2) and contact_id = $4"


async def give(tx: Transaction, ids: Sequence[UUID], *, to: ContactId, of: ContactId) -> None:
    """Let conversations of one person be another's."""
    await tx.execute(GIVE, tx.organization_id, ids, to, of)


MOVE_TASKS = """
update viva_handoff_tasks set contact_id = $3 where organization_id = $1 and contact_id = $2 returning id
"""


async def move_tasks(tx: Transaction, *, of: ContactId, to: ContactId) -> list[UUID]:
    """Let what Viviane was asked to send to one person be another's; return which."""
    return [row["id"] for row in await tx.fetch(MOVE_TASKS, tx.organization_id, of, to)]


RETURN_TASKS = """
update viva_handoff_tasks set contact_id = $3 where organization_id = $1 and contact_id = $2 and id = any($4)
"""


async def return_tasks(tx: Transaction, ids: Sequence[UUID], *, of: ContactId, to: ContactId) -> None:
    """Give back what Viviane was asked to send."""
    await tx.execute(RETURN_TASKS, tx.organization_id, of, to, ids)


# The newest lines of each conversation first, and of those the newest of all: somebody with two hundred conversations costs
# two hundred look-ups.
LIST_HAPPENINGS = """
select m.* from conversations c cross join lateral (
    (select x.id, coalesce(x.sent_at, x.created_at) as at, 'message' as kind, x.direction, x.type, x.author, x.status,
            left(x.text, 280) as text, x.conversation_id, '' as was, '' as became, '' as reason
     from messages x where x.organization_id = $1 and x.conversation_id = c.id and x.direction in ('in', 'out')
       and ($3::uuid is null or x.id < $3) order by x.id desc limit $4)
    union all
    (select v.id, v.at, 'state', '', '', v.actor, '', '', v.conversation_id, v.was, v.became, v.reason
     from conversation_moves v where v.organization_id = $1 and v.conversation_id = c.id
       and ($3::uuid is null or v.id < $3) order by v.id desc limit $4)
) m where c.organization_id = $1 and c.contact_id = $2 order by m.id desc limit $4
"""


async def list_happenings(tx: Transaction, contact: ContactId, before: UUID | None, limit: int) -> list[Row]:
    """Return messages and moves of a person's conversations before `before`, the newest first."""
    return await tx.fetch(LIST_HAPPENINGS, tx.organization_id, contact, before, limit)


STRAYED = """
select exists (select from contacts where organization_id = $1 and id = any($2) and merged_into is not null)
"""


async def strayed(tx: Transaction, people: Sequence[ContactId]) -> bool:
    """Tell whether somebody of these has been merged into another person."""
    found: bool = await tx.fetchval(STRAYED, tx.organization_id, people)
    return found
