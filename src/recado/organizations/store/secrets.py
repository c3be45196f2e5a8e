"""How are an organization's secrets kept? Sealed; nothing here opens them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from recado.foundation.database import Row, Transaction
from recado.organizations.models import KeptSecret, SecretId, UserId

COUNT = "select count(*) from secrets where organization_id = $1"


async def count(tx: Transaction) -> int:
    """How many secrets the organization has."""
    return int(await tx.fetchval(COUNT, tx.organization_id))


KEEP = """
insert into secrets (organization_id, id, name, origins, sealed, created_by) values ($1, $2, $3, $4, $5, $6)
on conflict (organization_id, name) do nothing
returning id, name, origins, created_at, rotated_at, previous_until
"""


async def add(
    tx: Transaction, id_: SecretId, *, name: str, origins: Sequence[str], sealed: bytes, created_by: UserId | None
) -> KeptSecret | None:
    """Store a secret; None where the name is taken."""
    row = await tx.fetchrow(KEEP, tx.organization_id, id_, name, list(origins), sealed, created_by)
    return None if row is None else _secret(row)


LIST = """
select id, name, origins, created_at, rotated_at, previous_until from secrets
where organization_id = $1 order by name limit 200
"""


async def list_all(tx: Transaction) -> list[KeptSecret]:
    """Return the organization's secrets by name."""
    return [_secret(row) for row in await tx.fetch(LIST, tx.organization_id)]


ROTATE = """
update secrets set
    previous = case when $5::timestamptz is null then null else sealed end,
    previous_until = $5, sealed = $3, origins = coalesce($4, origins), rotated_at = now()
where organization_id = $1 and id = $2
returning id, name, origins, created_at, rotated_at, previous_until
"""


async def rotate(
    tx: Transaction, id_: SecretId, *, sealed: bytes, origins: Sequence[str] | None, previous_until: datetime | None
) -> KeptSecret | None:
    """Put a new value in the old one's place; None where there is no such secret."""
    given = None if origins is None else list(origins)
    row = await tx.fetchrow(ROTATE, tx.organization_id, id_, sealed, given, previous_until)
    return None if row is None else _secret(row)


REMOVE = "delete from secrets where organization_id = $1 and id = $2 returning name"


async def remove(tx: Transaction, id_: SecretId) -> str | None:
    """Delete a secret and return its name; None where there is no such one."""
    found = await tx.fetchval(REMOVE, tx.organization_id, id_)
    return None if found is None else str(found)


SEALED = """
select id, name, origins, sealed, case when previous_until > now() then previous end as previous
from secrets where organization_id = $1 and name = any($2::text[])
"""


async def sealed(tx: Transaction, names: Collection[str]) -> list[Row]:
    """The secrets of these names as they are kept."""
    return await tx.fetch(SEALED, tx.organization_id, sorted(names))


def _secret(row: Row) -> KeptSecret:
    return KeptSecret(
        id=SecretId(row["id"]),
        name=row["name"],
        origins=tuple(row["origins"]),
        created_at=row["created_at"],
        rotated_at=row["rotated_at"],
        previous_until=row["previous_until"],
    )
