"""Which deals are there with a person?"""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from recado.contacts.models import ContactId
from recado.foundation.database import Row, Transaction

MOVE_DEALS = "update deals set contact_id = $3 where organization_id = $1 and contact_id = $2 returning id"


async def move(tx: Transaction, *, of: ContactId, to: ContactId) -> list[UUID]:
    """Let every deal with one person be another's; return which."""
    return [row["id"] for row in await tx.fetch(MOVE_DEALS, tx.organization_id, of, to)]


RETURN_DEALS = "update deals set contact_id = $3 where organization_id = $1 and contact_id = $2 and id = any($4)"


async def put_back(tx: Transaction, ids: Sequence[UUID], *, of: ContactId, to: ContactId) -> None:
    """Give deals back."""
    await tx.execute(RETURN_DEALS, tx.organization_id, of, to, ids)


LIST_DEALS_OF_PERSON = """
select id, created_at, title, value_cents, closed_at from deals
where organization_id = $1 and contact_id = $2 and ($3::uuid is null or id < $3) order by id desc limit $4
"""


async def list_deals(tx: Transaction, contact: ContactId, before: UUID | None, limit: int) -> list[Row]:
    """Return deals with a person before `before`, the newest first."""
    return await tx.fetch(LIST_DEALS_OF_PERSON, tx.organization_id, contact, before, limit)
