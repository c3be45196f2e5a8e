"""How are people invited into an organization, listed, changed and disabled?"""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query

from recado.organizations.access import AccessOf, Caller
from recado.organizations.models import InvitationId, Role, UserId
from recado.organizations.schemas import organizations as shapes
from recado.organizations.schemas.base import LARGEST_BODY
from recado.organizations.service import members

router = APIRouter(tags=["members"], max_body_size=LARGEST_BODY)


@router.get("/members", operation_id="members.list")
async def list_members(
    scope: Caller,
    access: AccessOf,
    cursor: Annotated[UUID | None, Query()] = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 100,
) -> shapes.MembersOutput:
    """List the people of the organization at hand, active and disabled."""
    after = None if cursor is None else UserId(cursor)
    async with access.database.transaction(scope.organization) as tx:
        found = await members.list_members(tx, after=after, limit=limit + 1)
    more = len(found) > limit
    page = found[:limit]
    return shapes.MembersOutput(
        items=[shapes.member(one) for one in page], next_cursor=str(page[-1].id) if more else None
    )


@router.patch("/members/{member_id}", operation_id="members.change")
async def change(member_id: UUID, body: shapes.MemberInput, scope: Caller, access: AccessOf) -> shapes.MemberOutput:
    """Change a member's role, disable or enable them; 409 `last_admin`. Disabling ends their sessions here."""
    role = None if body.role is None else Role(body.role)
    async with access.database.transaction(scope.organization) as tx:
        changed = await members.change_member(tx, scope, UserId(member_id), role=role, active=body.active)
    access.checks.forget()
    return shapes.member(changed)


@router.get("/members/invitations", operation_id="members.list_invitations")
async def list_invitations(scope: Caller, access: AccessOf) -> shapes.InvitationsOutput:
    """List the open invitations."""
    async with access.database.transaction(scope.organization) as tx:
        found = await members.list_invitations(tx)
    return shapes.InvitationsOutput(items=[shapes.invitation(one) for one in found])


@router.post("/members/invitations", operation_id="members.invite", status_code=201)
async def invite(body: shapes.InviteInput, scope: Caller, access: AccessOf) -> shapes.InvitedOutput:
    """Invite somebody: the link is shown once, works once, for seven days; 409 `already_member`, 422 `bad_email`."""
    async with access.database.transaction(scope.organization) as tx:
        invitation, token = await members.invite(tx, scope, email=body.email, role=Role(body.role), now=access.clock())
    # After '#', so that no server writes the token into a log; and from the configured address, not the Host header.
    return shapes.InvitedOutput(invitation=shapes.invitation(invitation), link=f"{access.public_url}/convite#{token}")


@router.delete("/members/invitations/{invitation_id}", operation_id="members.withdraw_invitation", status_code=204)
async def withdraw(invitation_id: UUID, scope: Caller, access: AccessOf) -> None:
    """Withdraw an open invitation."""
    async with access.database.transaction(scope.organization) as tx:
        await members.withdraw_invitation(tx, scope, InvitationId(invitation_id))
