"""How is what people ask of Viviane kept, counted and listed?"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

import msgspec

from recado.contacts.models import ContactId
from recado.conversations.handoff_models import Delegation, Refused
from recado.foundation.database import Row, Transaction

# The same key gives the same task, however often a browser repeats its request.
INSERT_DELEGATION = """
insert into viva_handoff_tasks (organization_id, id, contact_id, conversation_id, requested_by, requested_by_name, text, template,
                                key, created_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
on conflict (organization_id, key) where key is not null do nothing
returning id
"""


async def insert(
    tx: Transaction, task: Delegation, *, by: tuple[UUID | None, str], key: str | None, now: datetime
) -> bool:
    """Store a task; False where its key has made one already."""
    template = None if task.template is None else msgspec.json.encode(task.template).decode()
    made = await tx.fetchval(
        INSERT_DELEGATION, tx.organization_id, task.id, task.contact, task.conversation, by[0], by[1], task.text, template,
        key, now,
    )  # fmt: skip
    return made is not None


FIND_BY_KEY = "select id from viva_handoff_tasks where organization_id = $1 and key = $2"


async def find_by_key(tx: Transaction, key: str) -> UUID | None:
    """Return the task that a key has made."""
    found: UUID | None = await tx.fetchval(FIND_BY_KEY, tx.organization_id, key)
    return found


LOCK_DELEGATION = """
select t.id, t.contact_id, t.conversation_id, c.channel_id, t.text, t.template, t.state, t.attempts
from viva_handoff_tasks t
left join conversations c on c.organization_id = t.organization_id and c.id = t.conversation_id
where t.organization_id = $1 and t.id = $2 for no key update of t
"""


async def lock(tx: Transaction, id_: UUID) -> Delegation | None:
    """Return a task, locked."""
    row = await tx.fetchrow(LOCK_DELEGATION, tx.organization_id, id_)
    if row is None:
        return None
    template = msgspec.json.decode(row["template"]) if row["template"] else None
    return Delegation(
        row["id"], row["contact_id"], row["conversation_id"], row["channel_id"], row["text"], template, row["state"],
        row["attempts"],
    )  # fmt: skip


ON_ITS_WAY = """
update viva_handoff_tasks set state = 'pending', failure_code = '', failure_detail = '', attempts = attempts + 1, message_id = $3,
                              conversation_id = $4, receipt = '', settled_at = null
where organization_id = $1 and id = $2
"""


async def on_its_way(tx: Transaction, id_: UUID, *, message: UUID, conversation: UUID) -> None:
    """Write down which message carries the task."""
    await tx.execute(ON_ITS_WAY, tx.organization_id, id_, message, conversation)


REFUSED = """
update viva_handoff_tasks set state = 'failed', failure_code = $3, failure_detail = $4, attempts = attempts + 1, settled_at = $5
where organization_id = $1 and id = $2
"""


async def refused(tx: Transaction, id_: UUID, why: Refused, now: datetime) -> None:
    """Write down why the task cannot be done now."""
    await tx.execute(REFUSED, tx.organization_id, id_, why.code, why.detail, now)


_LISTED = """
t.id, t.contact_id, t.conversation_id, t.requested_by, t.requested_by_name, t.text, t.template, t.state, t.failure_code,
t.failure_detail, t.attempts, t.message_id, t.receipt, t.created_at, t.settled_at, m.status as message_status,
coalesce(nullif(ct.name, ''), nullif(ct.given_name, ''), '') as contact_name, coalesce(c.reply_wa_id, '') as reply_wa_id
"""
_JOINED = """
join contacts ct on ct.organization_id = t.organization_id and ct.id = t.contact_id
left join conversations c on c.organization_id = t.organization_id and c.id = t.conversation_id
left join messages m on m.organization_id = t.organization_id and m.id = t.message_id
"""

LIST_DELEGATIONS = f"""
select {_LISTED} from viva_handoff_tasks t {_JOINED}
where t.organization_id = $1 and ($2::timestamptz is null or (t.created_at, t.id) < ($2, $3::uuid))
order by t.created_at desc, t.id desc limit $4
"""

# A statement of its own: "any state, or this one" would be planned for any, and a few failures looked for among thousands.
LIST_DELEGATIONS_IN = f"""
select {_LISTED} from viva_handoff_tasks t {_JOINED}
where t.organization_id = $1 and t.state = $5 and ($2::timestamptz is null or (t.created_at, t.id) < ($2, $3::uuid))
order by t.created_at desc, t.id desc limit $4
"""


async def list_tasks(
    tx: Transaction, *, state: str | None, before: tuple[datetime, UUID] | None, limit: int
) -> list[Row]:
    """Return one page, the newest first."""
    at, id_ = before or (None, None)
    if state is None:
        return await tx.fetch(LIST_DELEGATIONS, tx.organization_id, at, id_, limit)
    return await tx.fetch(LIST_DELEGATIONS_IN, tx.organization_id, at, id_, limit, state)


READ_DELEGATION = f"select {_LISTED} from viva_handoff_tasks t {_JOINED} where t.organization_id = $1 and t.id = $2"


async def read(tx: Transaction, id_: UUID) -> Row | None:
    """Return one task as lists show it."""
    return await tx.fetchrow(READ_DELEGATION, tx.organization_id, id_)


COUNT_DELEGATIONS = """
select count(*) filter (where t.state = 'pending') as pending, count(*) filter (where t.state = 'sent') as sent,
       count(*) filter (where t.state = 'failed') as failed, count(*) as total
from viva_handoff_tasks t where t.organization_id = $1
"""


async def count(tx: Transaction) -> Row:
    """Return how many tasks there are in each state, and in all: one reading, so that the parts make the whole."""
    row = await tx.fetchrow(COUNT_DELEGATIONS, tx.organization_id)
    assert row is not None  # noqa: S101 - an aggregate always has one row
    return row


LATEST_PLACE = """
select c.id, c.channel_id from conversations c
where c.organization_id = $1 and c.contact_id = $2 order by (c.state <> 'archived') desc, c.id desc limit 1
"""


async def latest_place(tx: Transaction, contact: ContactId) -> Row | None:
    """Return the conversation (id, channel) in which a person was last met, an open one before all others."""
    return await tx.fetchrow(LATEST_PLACE, tx.organization_id, contact)


FIRST_CHANNEL = """
select id from channels where organization_id = $1 order by (state = 'connected') desc, is_fallback desc, id limit 1
"""


async def first_channel(tx: Transaction) -> UUID | None:
    """Return the number to write from to somebody who was never met in a conversation."""
    found: UUID | None = await tx.fetchval(FIRST_CHANNEL, tx.organization_id)
    return found


PHONE_OF = """
select value from contact_addresses where organization_id = $1 and contact_id = $2 and kind = 'phone'
order by last_seen_at desc limit 1
"""


async def phone_of(tx: Transaction, contact: ContactId) -> str:
    """Return the form of the person's number that was seen last; empty where none is known."""
    return str(await tx.fetchval(PHONE_OF, tx.organization_id, contact) or "")
