"""How does somebody of the platform ask for a look into an organization, and how does it say yes or no?"""

from __future__ import annotations

from uuid import UUID

from fastapi import APIRouter

from recado.organizations.access import AccessOf, Caller
from recado.organizations.models import GrantId
from recado.organizations.schemas import organizations as shapes
from recado.organizations.schemas.base import LARGEST_BODY
from recado.organizations.service import grants

router = APIRouter(tags=["grants"], max_body_size=LARGEST_BODY)


@router.get("/grants", operation_id="grants.list")
async def list_grants(scope: Caller, access: AccessOf) -> shapes.GrantsOutput:
    """List who of the platform asked to look into the organization at hand, and why."""
    async with access.database.transaction(scope.organization) as tx:
        found = await grants.list_grants(tx)
    return shapes.GrantsOutput(items=[shapes.grant(one, access.clock()) for one in found])


@router.post("/grants/{grant_id}/approve", operation_id="grants.approve")
async def approve(grant_id: UUID, scope: Caller, access: AccessOf) -> shapes.GrantOutput:
    """Let them in, from now on, for the minutes they asked for; 409 `grant_not_open`."""
    now = access.clock()
    async with access.database.transaction(scope.organization) as tx:
        return shapes.grant(await grants.approve_grant(tx, scope, GrantId(grant_id), now=now), now)


@router.delete("/grants/{grant_id}", operation_id="grants.end")
async def end(grant_id: UUID, scope: Caller, access: AccessOf) -> shapes.GrantOutput:
    """Refuse a look or end one; whoever looks is out within a second."""
    now = access.clock()
    async with access.database.transaction(scope.organization) as tx:
        ended = await grants.end_grant(tx, scope, GrantId(grant_id), now=now)
    access.checks.forget()
    return shapes.grant(ended, now)


@router.get("/platform/grants", operation_id="platform.list_grants")
async def list_own(scope: Caller, access: AccessOf) -> shapes.OwnGrantsOutput:
    """List the looks that the caller asked for."""
    async with access.database.transaction(None) as tx:
        found = await grants.list_own_grants(tx, scope)
    now = access.clock()
    return shapes.OwnGrantsOutput(items=[shapes.own_grant(one, name, now) for one, name in found])


@router.post("/platform/grants", operation_id="platform.request_grant", status_code=201)
async def request_grant(body: shapes.GrantInput, scope: Caller, access: AccessOf) -> shapes.GrantOutput:
    """Ask an organization, with a reason that it reads, for a look of 5 minutes to 8 hours."""
    async with access.database.transaction(None) as tx:
        made = await grants.request_grant(tx, scope, slug=body.organization, reason=body.reason, minutes=body.minutes)
    return shapes.grant(made, access.clock())


@router.delete("/platform/grants/{grant_id}", operation_id="platform.end_grant")
async def end_own(grant_id: UUID, scope: Caller, access: AccessOf) -> shapes.GrantOutput:
    """Give a look back before its time."""
    now = access.clock()
    async with access.database.transaction(None) as tx:
        ended = await grants.end_own_grant(tx, scope, GrantId(grant_id), now=now)
    access.checks.forget()
    return shapes.grant(ended, now)
