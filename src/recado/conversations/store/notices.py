"""Whom were colleagues told of a transbordo, by which way, and how did that end?"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

from recado.conversations.handoff_models import Medium, NewNotice, Notice, NoticeKind
from recado.foundation.database import Row, Transaction

INSERT_NOTICES = """
insert into handoff_notices (organization_id, id, handoff_id, kind, medium, recipient)
select $1, * from unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[])
on conflict (organization_id, handoff_id, kind, medium, recipient) do nothing
returning id
"""


async def insert_notices(tx: Transaction, notices: Sequence[NewNotice]) -> list[UUID]:
    """Keep who is to be told; return those that were not there yet."""
    rows = await tx.fetch(
        INSERT_NOTICES, tx.organization_id, [one.id for one in notices], [one.handoff for one in notices],
        [one.kind.value for one in notices], [one.medium.value for one in notices], [one.recipient for one in notices],
    )  # fmt: skip
    return [row["id"] for row in rows]


READ_NOTICE = """
select n.id, n.kind, n.medium, n.recipient, n.state, n.attempts, n.message_id, h.state as handoff_state,
       h.conversation_id, h.reason, h.priority, h.opened_at, h.due_at, o.name as organization, o.time_zone,
       coalesce(nullif(ct.name, ''), nullif(ct.given_name, ''), '') as person
from handoff_notices n
join handoffs h on h.organization_id = n.organization_id and h.id = n.handoff_id
join conversations c on c.organization_id = h.organization_id and c.id = h.conversation_id
join contacts ct on ct.organization_id = c.organization_id and ct.id = c.contact_id
join organizations o on o.id = n.organization_id
where n.organization_id = $1 and n.id = $2 for no key update of n
"""


async def read_notice(tx: Transaction, id_: UUID) -> Notice | None:
    """Return a notice with what its text says, locked."""
    row = await tx.fetchrow(READ_NOTICE, tx.organization_id, id_)
    if row is None:
        return None
    return Notice(
        row["id"], NoticeKind(row["kind"]), Medium(row["medium"]), row["recipient"], row["state"], row["attempts"],
        row["message_id"], row["handoff_state"], row["conversation_id"], row["person"], row["reason"], row["priority"],
        row["opened_at"], row["due_at"], row["organization"], row["time_zone"],
    )  # fmt: skip


SETTLE_NOTICE = """
update handoff_notices set state = $3, reason = $4, attempts = attempts + $5, message_id = coalesce($6, message_id),
                           settled_at = case when $3 = 'pending' then null else $7::timestamptz end
where organization_id = $1 and id = $2
"""


async def settle_notice(
    tx: Transaction, id_: UUID, *, state: str, reason: str, tried: int, message: UUID | None, now: datetime
) -> None:
    """Write how it ended, or (`pending`) why it has not yet."""
    await tx.execute(SETTLE_NOTICE, tx.organization_id, id_, state, reason[:500], tried, message, now)


NOTICES_OF = """
select n.handoff_id, n.kind, n.medium, n.recipient, n.state, n.reason, n.created_at, n.settled_at from handoff_notices n
where n.organization_id = $1 and n.handoff_id = any($2) order by n.id
"""


async def notices_of(tx: Transaction, handoffs: Collection[UUID]) -> list[Row]:
    """Return who was told of these transbordos."""
    return await tx.fetch(NOTICES_OF, tx.organization_id, list(handoffs)) if handoffs else []


TEMPLATE = """
select components, status from templates
where organization_id = $1 and channel_id = $2 and name = $3 and language = $4
"""


async def template(tx: Transaction, channel: UUID, name: str, language: str) -> Row | None:
    """Return what is known of a template of a channel."""
    return await tx.fetchrow(TEMPLATE, tx.organization_id, channel, name, language)
