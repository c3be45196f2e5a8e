"""How is kept who was called by name, and whether they know?"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from recado.conversations.models import Message
from recado.foundation.database import Row, Transaction
from recado.foundation.identifiers import new_ids

ADD = """
insert into mentions (organization_id, id, member_id, conversation_id, message_id, by_id, at)
select $1, n.id, n.member, $4, $5, $6, $7 from unnest($2::uuid[], $3::uuid[]) as n(id, member)
"""


async def add(tx: Transaction, message: Message, members: Sequence[UUID]) -> None:
    """Keep whom a note calls."""
    await tx.execute(
        ADD, tx.organization_id, new_ids(len(members)), list(members), message.conversation, message.id, message.author_id,
        message.created_at,
    )  # fmt: skip


# What was taken from somebody's sight since is not told to them any more: `seen` is null for who sees all.
LIST = """
select n.id, n.conversation_id, n.message_id, n.by_id, b.name as by_name, n.at, n.read_at, m.text,
       coalesce(nullif(ct.name, ''), nullif(ct.given_name, ''), '') as contact_name, c.reply_wa_id
from mentions n
join messages m on m.organization_id = $1 and m.id = n.message_id
join conversations c on c.organization_id = $1 and c.id = n.conversation_id
join contacts ct on ct.organization_id = $1 and ct.id = c.contact_id
left join members b on b.organization_id = $1 and b.id = n.by_id
where n.organization_id = $1 and n.member_id = $2 and (
    $3::uuid is null or c.assignee_id = $3
    or (c.assignee_id is null and (c.team_id is null or exists (
        select from team_members tm where tm.organization_id = $1 and tm.team_id = c.team_id and tm.member_id = $3))))
  and ($4::uuid is null or n.id < $4)
order by n.id desc limit $5
"""


async def list_page(
    tx: Transaction, member: UUID, viewer: UUID | None, *, before: UUID | None, limit: int
) -> list[Row]:
    """Return where somebody was called, the newest first."""
    return await tx.fetch(LIST, tx.organization_id, member, viewer, before, limit)


COUNT_UNREAD = """
select count(*) from (
    select from mentions where organization_id = $1 and member_id = $2 and read_at is null limit 100) few
"""


async def count_unread(tx: Transaction, member: UUID) -> int:
    """Return how often somebody was called and has not looked, at most 100."""
    return int(await tx.fetchval(COUNT_UNREAD, tx.organization_id, member))


MARK_READ = """
update mentions set read_at = $3
where organization_id = $1 and member_id = $2 and read_at is null and ($4::uuid is null or conversation_id = $4)
"""


async def mark_read(tx: Transaction, member: UUID, at: datetime, conversation: UUID | None) -> None:
    """Note that somebody has seen where they were called: in one conversation, or everywhere."""
    await tx.execute(MARK_READ, tx.organization_id, member, at, conversation)
