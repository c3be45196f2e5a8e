"""How are the looks of the platform's people into an organization kept?"""

from __future__ import annotations

from datetime import datetime

from recado.foundation.database import Row, Transaction
from recado.organizations.models import Grant, GrantId, UserId

ADD_GRANT = """
insert into access_grants (organization_id, id, user_id, user_name, reason, minutes) values ($1, $2, $3, $4, $5, $6)
returning organization_id, id, user_id, user_name, reason, minutes, requested_at, approved_at, approved_by, expires_at, ended_at
"""


async def add(tx: Transaction, grant: GrantId, *, user: UserId, user_name: str, reason: str, minutes: int) -> Grant:
    """Store a request."""
    row = await tx.fetchrow(ADD_GRANT, tx.organization_id, grant, user, user_name, reason, minutes)
    assert row is not None  # noqa: S101  # an insert with `returning` gives one row or raises
    return _grant(row)


LIST_GRANTS = """
select organization_id, id, user_id, user_name, reason, minutes, requested_at, approved_at, approved_by, expires_at, ended_at
from access_grants where organization_id = $1 order by id desc limit 200
"""


async def list_recent(tx: Transaction) -> list[Grant]:
    """Return the grants of the organization at hand, the newest first."""
    return [_grant(row) for row in await tx.fetch(LIST_GRANTS, tx.organization_id)]


LOCK_GRANT = """
select organization_id, id, user_id, user_name, reason, minutes, requested_at, approved_at, approved_by, expires_at, ended_at
from access_grants where organization_id = $1 and id = $2 for no key update
"""


async def lock(tx: Transaction, grant: GrantId) -> Grant | None:
    """Return a grant of the organization at hand, locked."""
    row = await tx.fetchrow(LOCK_GRANT, tx.organization_id, grant)
    return None if row is None else _grant(row)


APPROVE_GRANT = """
update access_grants set approved_at = $3, approved_by = $4, expires_at = $5 where organization_id = $1 and id = $2
"""


async def approve(tx: Transaction, grant: GrantId, *, at: datetime, by: UserId, expires_at: datetime) -> None:
    """Open the grant until `expires_at`."""
    await tx.execute(APPROVE_GRANT, tx.organization_id, grant, at, by, expires_at)


END_GRANT = "update access_grants set ended_at = $3 where organization_id = $1 and id = $2"


async def end(tx: Transaction, grant: GrantId, *, at: datetime) -> None:
    """Close the grant."""
    await tx.execute(END_GRANT, tx.organization_id, grant, at)


LIST_OWN_GRANTS = "select * from list_own_grants($1)"


async def list_own(tx: Transaction, user: UserId) -> list[tuple[Grant, str]]:
    """Return the grants somebody of the platform asked for, with the name of each organization, the newest first."""
    return [(_grant(row), row["organization_name"]) for row in await tx.fetch(LIST_OWN_GRANTS, user)]


def _grant(row: Row) -> Grant:
    return Grant(
        id=row["id"],
        organization=row["organization_id"],
        user=row["user_id"],
        user_name=row["user_name"],
        reason=row["reason"],
        minutes=row["minutes"],
        requested_at=row["requested_at"],
        approved_at=row["approved_at"],
        approved_by=row["approved_by"],
        expires_at=row["expires_at"],
        ended_at=row["ended_at"],
    )
