"""How does an organization come to be, and change its settings?"""

from __future__ import annotations

from dataclasses import replace

from recado.foundation.database import Transaction
from recado.foundation.errors import NotFound
from recado.foundation.identifiers import OrganizationId, new_id
from recado.organizations.errors import SlugTaken
from recado.organizations.models import SYSTEM, Organization, Scope
from recado.organizations.rules.organizations import check_bot_returns, check_consent, check_slug, check_time_zone
from recado.organizations.service.audit_trail import audit
from recado.organizations.store import organizations as store


async def create_organization(
    tx: Transaction,
    *,
    name: str,
    slug: str,
    time_zone: str = "America/Sao_Paulo",
    solution: str = "",
    consent: str = "on_reply",
) -> OrganizationId:
    """Store an organization and go on inside it; raise `SlugTaken` or `BadSetting`."""
    check_slug(slug)
    check_time_zone(time_zone)
    check_consent(consent)
    organization = OrganizationId(new_id())
    await tx.enter(organization)
    if not await store.insert(tx, name=name, slug=slug, time_zone=time_zone, solution=solution, consent=consent):
        raise SlugTaken
    await audit(tx, SYSTEM, "organization.created", subject=("organization", organization))
    return organization


async def find_organization(tx: Transaction, slug: str) -> OrganizationId | None:
    """Return the organization with this short name."""
    return await store.find_by_slug(tx, slug)


async def get_organization(tx: Transaction) -> Organization:
    """Return the organization at hand."""
    organization = await store.get(tx)
    if organization is None:
        raise NotFound
    return organization


async def change_organization(tx: Transaction, scope: Scope, changed: Organization) -> Organization:
    """Write the settings (name, zone, consent, return of the bot) and say in the audit trail which of them changed."""
    check_time_zone(changed.time_zone)
    check_consent(changed.consent)
    check_bot_returns(changed.bot_returns_after_minutes)
    before = await get_organization(tx)
    wanted = replace(
        before,
        name=changed.name,
        time_zone=changed.time_zone,
        consent=changed.consent,
        bot_returns_after_minutes=changed.bot_returns_after_minutes,
    )
    fields = [
        field
        for field in ("name", "time_zone", "consent", "bot_returns_after_minutes")
        if getattr(before, field) != getattr(wanted, field)
    ]
    if fields:
        await store.update(tx, wanted)
        await audit(tx, scope, "organization.changed", subject=("organization", before.id), detail={"fields": fields})
    return wanted
