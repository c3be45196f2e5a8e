"""How are kept filters, drafts, and what lists can be narrowed to stored and read?"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from recado.conversations.models import ConversationId
from recado.foundation.database import Row, Transaction

_VIEW = """
select v.id, v.name, v.filter, v.shared, v.owner_id, coalesce(m.name, '') as owner_name from conversation_views v
left join members m on m.organization_id = v.organization_id and m.id = v.owner_id
"""
# Two index ranges and no `or`: an organization's shared ones, and the caller's own.
LIST_VIEWS = f"""
select * from ({_VIEW} where v.organization_id = $1 and v.owner_id = $2
union {_VIEW} where v.organization_id = $1 and v.shared) seen order by lower(name), id limit $3
"""
READ_VIEW = f"{_VIEW} where v.organization_id = $1 and v.id = $2"
COUNT_VIEWS = "select count(*) from conversation_views where organization_id = $1 and owner_id = $2"
ADD_VIEW = """
insert into conversation_views (organization_id, id, owner_id, name, filter, shared) values ($1, $2, $3, $4, $5::jsonb, $6)
"""
CHANGE_VIEW = """
update conversation_views set name = $3, filter = $4::jsonb, shared = $5 where organization_id = $1 and id = $2
"""
REMOVE_VIEW = "delete from conversation_views where organization_id = $1 and id = $2"


async def list_views(tx: Transaction, member: UUID | None, limit: int) -> list[Row]:
    """Return somebody's own views and the shared ones, by name."""
    return await tx.fetch(LIST_VIEWS, tx.organization_id, member, limit)


async def read_view(tx: Transaction, id_: UUID) -> Row | None:
    """Return one view, whosever it is."""
    return await tx.fetchrow(READ_VIEW, tx.organization_id, id_)


async def count_views(tx: Transaction, member: UUID) -> int:
    """Return how many views somebody has."""
    return int(await tx.fetchval(COUNT_VIEWS, tx.organization_id, member))


async def add_view(tx: Transaction, id_: UUID, owner: UUID, *, name: str, filter_: str, shared: bool) -> None:
    """Keep a filter, given as JSON."""
    await tx.execute(ADD_VIEW, tx.organization_id, id_, owner, name, filter_, shared)


async def change_view(tx: Transaction, id_: UUID, *, name: str, filter_: str, shared: bool) -> None:
    """Replace what a view says."""
    await tx.execute(CHANGE_VIEW, tx.organization_id, id_, name, filter_, shared)


async def remove_view(tx: Transaction, id_: UUID) -> None:
    """Forget a view."""
    await tx.execute(REMOVE_VIEW, tx.organization_id, id_)


# The highest revision stays: of two writings that overtake each other on the way, the one that was typed last.
KEEP_DRAFT = """
insert into conversation_drafts (organization_id, member_id, conversation_id, text, reply_to, revision)
values ($1, $2, $3, $4, $5, $6)
on conflict (organization_id, member_id, conversation_id) do update
set text = excluded.text, reply_to = excluded.reply_to, revision = excluded.revision, updated_at = now()
where conversation_drafts.revision < excluded.revision
"""
READ_DRAFT = """
select text, reply_to, revision from conversation_drafts
where organization_id = $1 and member_id = $2 and conversation_id = $3
"""
LIST_DRAFTS = """
select conversation_id from conversation_drafts
where organization_id = $1 and member_id = $2 and text <> '' order by updated_at desc limit $3
"""


async def keep_draft(tx: Transaction, member: UUID, id_: ConversationId, **draft: Any) -> None:
    """Keep `text`, `reply_to` and `revision` unless a later revision is there."""
    await tx.execute(
        KEEP_DRAFT, tx.organization_id, member, id_, draft["text"], draft["reply_to"], draft["revision"]
    )  # fmt: skip


async def read_draft(tx: Transaction, member: UUID, id_: ConversationId) -> Row | None:
    """Return text, reply and revision of somebody's draft."""
    return await tx.fetchrow(READ_DRAFT, tx.organization_id, member, id_)


async def list_drafts(tx: Transaction, member: UUID, limit: int) -> list[UUID]:
    """Return where somebody has begun to write, the latest first."""
    return [row["conversation_id"] for row in await tx.fetch(LIST_DRAFTS, tx.organization_id, member, limit)]


CHOICES = """
(select 'member' as kind, id, name from members where organization_id = $1 and state = 'active' order by name limit 200)
union all (select 'team', id, name from teams where organization_id = $1 order by name limit 200)
union all (select 'channel', id, name from channels where organization_id = $1 order by name limit 200)
union all (select 'tag', id, name from tags where organization_id = $1 order by key limit 500)
"""


async def choices(tx: Transaction) -> list[Row]:
    """Return kind, id and name of everything lists can be narrowed to."""
    return await tx.fetch(CHOICES, tx.organization_id)


TAKE_KEY = """
insert into bulk_acts (organization_id, key) values ($1, $2) on conflict (organization_id, key) do nothing returning key
"""
KNOWN_RESULTS = "select results from bulk_acts where organization_id = $1 and key = $2"
KEEP_RESULTS = "update bulk_acts set results = $3::jsonb where organization_id = $1 and key = $2"
# A browser repeats within minutes; a day is for one that slept.
FORGET_ACTS = "delete from bulk_acts where organization_id = $1 and at < now() - interval '1 day'"


async def take_key(tx: Transaction, key: str) -> bool:
    """Tell whether this request is the first under its key; another one at this moment waits for the first."""
    return await tx.fetchval(TAKE_KEY, tx.organization_id, key) is not None


async def known_results(tx: Transaction, key: str) -> str | None:
    """Return what the first request under a key was answered, as JSON."""
    found: str | None = await tx.fetchval(KNOWN_RESULTS, tx.organization_id, key)
    return found


async def keep_results(tx: Transaction, key: str, results: str) -> None:
    """Remember what a request was answered, and forget what nobody will repeat."""
    await tx.execute(KEEP_RESULTS, tx.organization_id, key, results)
    await tx.execute(FORGET_ACTS, tx.organization_id)
