"""How does what reports add up come to be: one row a conversation, and counts of messages by quarter of an hour?

Everything here is made anew from conversations, messages and moves; made twice, it is the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import datetime, timedelta
from uuid import UUID

from recado.foundation.database import Row, Transaction
from recado.foundation.identifiers import lowest_id

_CLOCKS_DIFFER = timedelta(minutes=1)

MAKE_PROGRESS = "insert into report_progress (organization_id) values ($1) on conflict do nothing"
TAKE_PROGRESS = "select measured_until from report_progress where organization_id = $1 for update skip locked"
READ_PROGRESS = "select measured_until from report_progress where organization_id = $1"
MOVE_PROGRESS = "update report_progress set measured_until = $2 where organization_id = $1"
# Where nothing was measured yet: the oldest that there is.
BEGINNING = """
select least(
    (select last_message_at from conversations where organization_id = $1 order by last_message_at, id limit 1),
    (select created_at from messages where organization_id = $1 order by id limit 1))
"""


async def take_progress(tx: Transaction) -> tuple[bool, datetime | None]:
    """Lock how far was measured: (whether it is ours, until when); None: nothing was measured yet."""
    row = await tx.fetchrow(TAKE_PROGRESS, tx.organization_id)
    if row is None:
        await tx.execute(MAKE_PROGRESS, tx.organization_id)
        row = await tx.fetchrow(TAKE_PROGRESS, tx.organization_id)
    return (False, None) if row is None else (True, row["measured_until"])


async def read_progress(tx: Transaction) -> datetime | None:
    """Until when was measured."""
    found: datetime | None = await tx.fetchval(READ_PROGRESS, tx.organization_id)
    return found


async def move_progress(tx: Transaction, until: datetime) -> None:
    """Write down until when was measured."""
    await tx.execute(MOVE_PROGRESS, tx.organization_id, until)


async def beginning(tx: Transaction) -> datetime | None:
    """The moment of the oldest thing to be measured; None where there is nothing."""
    found: datetime | None = await tx.fetchval(BEGINNING, tx.organization_id)
    return found


TOUCHED = """
select id, last_message_at as at from conversations
where organization_id = $1 and (last_message_at, id) > ($2::timestamptz, $3::uuid) and last_message_at < $4
order by last_message_at, id limit $5
"""
MOVED = """
select distinct conversation_id as id from conversation_moves where organization_id = $1 and id >= $2 and id < $3
"""


async def touched(tx: Transaction, after: tuple[datetime, UUID], until: datetime, limit: int) -> list[Row]:
    """Return conversations (id, at) in which something was last said behind a place and before `until`, oldest first."""
    return await tx.fetch(TOUCHED, tx.organization_id, *after, until, limit)


async def moved(tx: Transaction, since: datetime, until: datetime) -> list[UUID]:
    """Return conversations that changed their state in a span."""
    rows = await tx.fetch(MOVED, tx.organization_id, first_id(since), first_id(until, ahead=True))
    return [row["id"] for row in rows]


# What a conversation tells about itself. A first answer is the first message of a person that was not refused; reactions,
# notes and system lines answer nothing.
LIVES = """
select c.id, c.channel_id, c.opened_at, case when c.state = 'archived' then c.archived_at end as closed_at,
       heard.at as heard_at, waited.at as waited_at, answered.at as answered_at, answered.author_id as responder_id,
       closing.actor_id as closer_id
from unnest($2::uuid[]) as wanted(id)
join conversations c on c.organization_id = $1 and c.id = wanted.id
left join lateral (
    select least(m.sent_at, m.created_at) as at from messages m
    where m.organization_id = $1 and m.conversation_id = c.id and m.direction = 'in' and m.type <> 'reaction'
    order by m.id limit 1) heard on true
left join lateral (
    select v.at from conversation_moves v
    where v.organization_id = $1 and v.conversation_id = c.id and v.became = 'waiting' order by v.id limit 1) waited on true
left join lateral (
    select least(m.sent_at, m.created_at) as at, case when m.author = 'person' then m.author_id end as author_id
    from messages m
    where m.organization_id = $1 and m.conversation_id = c.id and m.direction = 'out'
      and m.author in ('person', 'phone') and m.status <> 'failed' and m.type <> 'reaction'
    order by m.id limit 1) answered on true
left join lateral (
    select case when v.actor = 'person' then v.actor_id end as actor_id from conversation_moves v
    where v.organization_id = $1 and v.conversation_id = c.id and v.became = 'archived' order by v.id desc limit 1)
    closing on true
"""


async def lives(tx: Transaction, conversations: Sequence[UUID]) -> list[Row]:
    """Return when each conversation was opened, heard from, in need, answered by a person, and closed."""
    return await tx.fetch(LIVES, tx.organization_id, list(conversations))


@dataclass(frozen=True, slots=True)
class Measured:
    """One conversation as reports know it; the columns of its row, times in seconds."""

    conversation_id: UUID
    channel_id: UUID
    opened_at: datetime
    heard: bool
    needed_person: bool
    responded_at: datetime | None
    responder_id: UUID | None
    response_s: int | None
    response_open_s: int | None
    closed_at: datetime | None
    closer_id: UUID | None
    resolution_s: int | None
    resolution_open_s: int | None


KEEP = """
insert into conversation_measures (organization_id, conversation_id, channel_id, opened_at, heard, needed_person, responded_at,
    responder_id, response_s, response_open_s, closed_at, closer_id, resolution_s, resolution_open_s)
select $1, n.* from unnest($2::uuid[], $3::uuid[], $4::timestamptz[], $5::boolean[], $6::boolean[], $7::timestamptz[],
    $8::uuid[], $9::integer[], $10::integer[], $11::timestamptz[], $12::uuid[], $13::integer[], $14::integer[]) n
on conflict (organization_id, conversation_id) do update set
    heard = excluded.heard, needed_person = excluded.needed_person, responded_at = excluded.responded_at,
    responder_id = excluded.responder_id, response_s = excluded.response_s, response_open_s = excluded.response_open_s,
    closed_at = excluded.closed_at, closer_id = excluded.closer_id, resolution_s = excluded.resolution_s,
    resolution_open_s = excluded.resolution_open_s
"""


async def keep(tx: Transaction, measured: Sequence[Measured]) -> None:
    """Write what conversations were measured to be; what was measured before gives way."""
    if measured:
        columns = [[getattr(one, field.name) for one in measured] for field in fields(Measured)]
        await tx.execute(KEEP, tx.organization_id, *columns)


FORGET_VOLUMES = "delete from message_volumes where organization_id = $1 and written >= $2 and written < $3"
# Counted by the hour of writing, so that an hour can be counted anew, and shown by the moment at which it was said.
COUNT_VOLUMES = """
insert into message_volumes (organization_id, written, said, direction, author, author_id, n)
select $1, date_bin('1 hour', created_at, '2000-01-01 00:00:00+00'), quarter_of(least(sent_at, created_at)), direction, author,
       case when author = 'person' then author_id end, count(*)
from messages
where organization_id = $1 and direction in ('in', 'out') and id >= $4 and id < $5
  and created_at >= $2 and created_at < $3
group by 2, 3, 4, 5, 6
"""


async def count_volumes(tx: Transaction, since: datetime, until: datetime) -> None:
    """Count anew the messages that were written in a span of whole hours."""
    await tx.execute(FORGET_VOLUMES, tx.organization_id, since, until)
    await tx.execute(COUNT_VOLUMES, tx.organization_id, since, until, first_id(since), first_id(until, ahead=True))


def first_id(at: datetime, *, ahead: bool = False) -> UUID:
    """The lowest id that could have been made at `at`, less (or, `ahead`, more) a minute for clocks that differ."""
    return lowest_id(at + (_CLOCKS_DIFFER if ahead else -_CLOCKS_DIFFER))
