"""How may somebody of the platform look into an organization: asked with a reason, allowed by it, ended by the clock?"""

from __future__ import annotations

from datetime import datetime, timedelta

from recado.foundation.database import Transaction
from recado.foundation.errors import NotFound
from recado.foundation.identifiers import new_id
from recado.organizations.errors import GrantNotOpen
from recado.organizations.models import Grant, GrantId, GrantState, Scope
from recado.organizations.service.audit_trail import audit
from recado.organizations.store import grants as store
from recado.organizations.store import organizations as organization_store
from recado.organizations.store import sessions as session_store


async def request_grant(tx: Transaction, scope: Scope, *, slug: str, reason: str, minutes: int) -> Grant:
    """Ask the organization with this short name; nothing opens before it says yes. Raises `NotFound`."""
    organization = await organization_store.find_by_slug(tx, slug)
    if organization is None:
        raise NotFound
    await tx.enter(organization)
    grant = await store.add(
        tx, GrantId(new_id()), user=scope.user, user_name=scope.actor.name, reason=reason, minutes=minutes
    )
    await audit(tx, scope.actor, "grants.requested", subject=("grant", grant.id), detail={"minutes": minutes})
    return grant


async def list_grants(tx: Transaction) -> list[Grant]:
    """Return what was asked of the organization at hand, the newest first."""
    return await store.list_recent(tx)


async def list_own_grants(tx: Transaction, scope: Scope) -> list[tuple[Grant, str]]:
    """Return what the caller asked for, with the organizations' names."""
    return await store.list_own(tx, scope.user)


async def approve_grant(tx: Transaction, scope: Scope, grant: GrantId, *, now: datetime) -> Grant:
    """Let the platform's person in from now on for the minutes they asked for; raise `NotFound` or `GrantNotOpen`."""
    found = await _locked(tx, grant)
    if found.state(now) is not GrantState.REQUESTED:
        raise GrantNotOpen
    await store.approve(tx, grant, at=now, by=scope.user, expires_at=now + timedelta(minutes=found.minutes))
    await audit(tx, scope, "grants.approved", subject=("grant", grant), detail={"minutes": found.minutes})
    return await _locked(tx, grant)


async def end_grant(tx: Transaction, scope: Scope, grant: GrantId, *, now: datetime) -> Grant:
    """Refuse or end a grant of the organization at hand; the platform's sessions there end with it."""
    found = await _locked(tx, grant)
    if found.state(now) is GrantState.ENDED:
        raise GrantNotOpen
    await store.end(tx, grant, at=now)
    await session_store.end_here(tx, found.user, reason="grant_ended")
    await audit(tx, scope, "grants.ended", subject=("grant", grant))
    return await _locked(tx, grant)


async def end_own_grant(tx: Transaction, scope: Scope, grant: GrantId, *, now: datetime) -> Grant:
    """Give a grant back; raise `NotFound` where the caller did not ask for it."""
    mine = {one.id: one for one, _name in await store.list_own(tx, scope.user)}
    if grant not in mine:
        raise NotFound
    await tx.enter(mine[grant].organization)
    return await end_grant(tx, scope, grant, now=now)


async def note_grant_use(tx: Transaction, scope: Scope, operation: str) -> None:
    """Write down what somebody of the platform looked at, so that the organization can read it."""
    await audit(tx, scope, "grants.used", subject=("grant", str(scope.grant)), detail={"operation": operation})


async def _locked(tx: Transaction, grant: GrantId) -> Grant:
    found = await store.lock(tx, grant)
    if found is None:
        raise NotFound
    return found
