"""How is kept what is often said?"""

from __future__ import annotations

from uuid import UUID

from recado.conversations.models import ConversationId
from recado.foundation.database import Row, Transaction

_SHOWN = "q.id, q.owner_id, q.shortcut, q.title, q.text, q.uses, q.last_used_at, q.changed_at"

LIST = f"""
select {_SHOWN} from quick_replies q
where q.organization_id = $1 and (q.owner_id is null or q.owner_id = $2) order by q.uses desc, q.shortcut, q.id limit 1000
"""


async def list_all(tx: Transaction, member: UUID | None) -> list[Row]:
    """Return the organization's and the person's own, the most used first."""
    return await tx.fetch(LIST, tx.organization_id, member)


GET = f"""
select {_SHOWN} from quick_replies q
where q.organization_id = $1 and q.id = $2 and (q.owner_id is null or q.owner_id = $3) for no key update
"""


async def lock(tx: Transaction, id_: UUID, member: UUID | None) -> Row | None:
    """Lock and return one that the person may use."""
    return await tx.fetchrow(GET, tx.organization_id, id_, member)


COUNT = "select count(*) from quick_replies where organization_id = $1 and owner_id is not distinct from $2"


async def count(tx: Transaction, owner: UUID | None) -> int:
    """Return how many an owner has."""
    return int(await tx.fetchval(COUNT, tx.organization_id, owner))


ADD = """
insert into quick_replies (organization_id, id, owner_id, shortcut, title, text) values ($1, $2, $3, $4, $5, $6)
on conflict (organization_id, owner_id, shortcut) do nothing
"""


async def add(tx: Transaction, id_: UUID, owner: UUID | None, *, shortcut: str, title: str, text: str) -> bool:
    """Store one; False where the owner has another with that shortcut."""
    return await tx.execute(ADD, tx.organization_id, id_, owner, shortcut, title, text) == "INSERT 0 1"


CHANGE = """
update quick_replies q set shortcut = $3, title = $4, text = $5, changed_at = now()
where q.organization_id = $1 and q.id = $2 and not exists (
    select from quick_replies o
    where o.organization_id = $1 and o.owner_id is not distinct from q.owner_id and o.shortcut = $3 and o.id <> q.id)
"""


async def change(tx: Transaction, id_: UUID, *, shortcut: str, title: str, text: str) -> bool:
    """Write one anew; False where its owner has another with that shortcut."""
    return await tx.execute(CHANGE, tx.organization_id, id_, shortcut, title, text) == "UPDATE 1"


REMOVE = "delete from quick_replies where organization_id = $1 and id = $2"


async def remove(tx: Transaction, id_: UUID) -> None:
    """Take one away."""
    await tx.execute(REMOVE, tx.organization_id, id_)


USED = "update quick_replies set uses = uses + 1, last_used_at = now() where organization_id = $1 and id = $2"


async def note_use(tx: Transaction, id_: UUID) -> None:
    """Count one use."""
    await tx.execute(USED, tx.organization_id, id_)


FILLED_IN = """
select coalesce(nullif(ct.name, ''), nullif(ct.given_name, ''), '') as contact_name, c.reply_wa_id,
       o.name as organization_name, o.time_zone
from conversations c
join contacts ct on ct.organization_id = c.organization_id and ct.id = c.contact_id
join organizations o on o.id = c.organization_id
where c.organization_id = $1 and c.id = $2
"""


async def surroundings(tx: Transaction, conversation: ConversationId) -> Row | None:
    """Return what the variables of a text stand for in a conversation."""
    return await tx.fetchrow(FILLED_IN, tx.organization_id, conversation)
