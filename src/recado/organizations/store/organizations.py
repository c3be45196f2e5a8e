"""How are organizations kept?"""

from __future__ import annotations

from recado.foundation.database import Row, Transaction
from recado.foundation.identifiers import OrganizationId
from recado.organizations.models import Organization

FIND_ORGANIZATION_BY_SLUG = "select find_organization($1)"


async def find_by_slug(tx: Transaction, slug: str) -> OrganizationId | None:
    """Return the id behind a short name, whichever organization is at hand."""
    found: OrganizationId | None = await tx.fetchval(FIND_ORGANIZATION_BY_SLUG, slug)
    return found


INSERT_ORGANIZATION = """
insert into organizations (id, name, slug, time_zone, solution, consent) values ($1, $2, $3, $4, $5, $6)
on conflict (slug) do nothing
"""


async def insert(tx: Transaction, *, name: str, slug: str, time_zone: str, solution: str, consent: str) -> bool:
    """Store the organization at hand; False where its short name is taken."""
    tag = await tx.execute(INSERT_ORGANIZATION, tx.organization_id, name, slug, time_zone, solution, consent)
    return tag == "INSERT 0 1"


GET_ORGANIZATION = """
select id, name, slug, time_zone, solution, consent, bot_returns_after_minutes, created_at from organizations where id = $1
"""


async def get(tx: Transaction) -> Organization | None:
    """Return the organization at hand."""
    row = await tx.fetchrow(GET_ORGANIZATION, tx.organization_id)
    return None if row is None else _organization(row)


UPDATE_ORGANIZATION = """
update organizations set name = $2, time_zone = $3, consent = $4, bot_returns_after_minutes = $5 where id = $1
"""


async def update(tx: Transaction, organization: Organization) -> None:
    """Write the settings of the organization at hand."""
    await tx.execute(
        UPDATE_ORGANIZATION,
        tx.organization_id,
        organization.name,
        organization.time_zone,
        organization.consent,
        organization.bot_returns_after_minutes,
    )


def _organization(row: Row) -> Organization:
    return Organization(**dict(row))
