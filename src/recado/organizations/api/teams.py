"""How are teams listed, made and changed?"""

from __future__ import annotations

from uuid import UUID

from fastapi import APIRouter

from recado.organizations.access import AccessOf, Caller
from recado.organizations.models import TeamId, UserId
from recado.organizations.schemas import organizations as shapes
from recado.organizations.schemas.base import LARGEST_BODY
from recado.organizations.service import members

router = APIRouter(tags=["teams"], max_body_size=LARGEST_BODY)


@router.get("/teams", operation_id="teams.list")
async def list_teams(scope: Caller, access: AccessOf) -> shapes.TeamsOutput:
    """List the teams of the organization at hand."""
    async with access.database.transaction(scope.organization) as tx:
        found = await members.list_teams(tx)
    return shapes.TeamsOutput(items=[shapes.team(one) for one in found])


@router.post("/teams", operation_id="teams.create", status_code=201)
async def create(body: shapes.TeamInput, scope: Caller, access: AccessOf) -> shapes.TeamOutput:
    """Make a team; 409 `name_taken`, 404 where one of the people is no active member."""
    people = [UserId(one) for one in body.member_ids]
    async with access.database.transaction(scope.organization) as tx:
        made = await members.create_team(tx, scope, name=body.name, members=people)
    access.checks.forget()
    return shapes.team(made)


@router.patch("/teams/{team_id}", operation_id="teams.change")
async def change(team_id: UUID, body: shapes.TeamChangeInput, scope: Caller, access: AccessOf) -> shapes.TeamOutput:
    """Rename a team or set who is in it."""
    people = None if body.member_ids is None else [UserId(one) for one in body.member_ids]
    async with access.database.transaction(scope.organization) as tx:
        changed = await members.change_team(tx, scope, TeamId(team_id), name=body.name, members=people)
    access.checks.forget()
    return shapes.team(changed)


@router.delete("/teams/{team_id}", operation_id="teams.remove", status_code=204)
async def remove(team_id: UUID, scope: Caller, access: AccessOf) -> None:
    """Remove a team; its people stay."""
    async with access.database.transaction(scope.organization) as tx:
        await members.remove_team(tx, scope, TeamId(team_id))
    access.checks.forget()
