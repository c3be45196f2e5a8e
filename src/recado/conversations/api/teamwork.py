"""How is work shared: whose is a conversation, who looks at it, who is at the desk?"""

from __future__ import annotations

from uuid import UUID

from fastapi import APIRouter, Request

from recado.conversations.api.context import PortsOf, actor_of, shown, viewer_of
from recado.conversations.schemas import conversations as shapes
from recado.conversations.schemas import teamwork as team_shapes
from recado.conversations.schemas.teamwork_wording import assignment, desk
from recado.conversations.service import duties, presence, teamwork, verbs
from recado.conversations.service.presence import Board, Doing, Glance
from recado.conversations.store import teamwork as store
from recado.conversations.teamwork_models import Rule
from recado.organizations.access import AccessOf, Caller
from recado.organizations.service import audit

router = APIRouter(tags=["teamwork"])


@router.post("/conversations/{ref}/assign", operation_id="conversations.assign")
async def assign(
    ref: str, body: team_shapes.AssignInput, scope: Caller, access: AccessOf, ports: PortsOf
) -> shapes.ConversationOutput:
    """Give a conversation to a person, a team or nobody; 409 `taken_by_other` says who took it meanwhile."""
    async with access.database.transaction(scope.organization) as tx:
        id_ = await verbs.find(tx, ref)
        await teamwork.give(
            tx, id_, ports, actor_of(scope), viewer_of(scope), member=body.member_id, team=body.team_id,
            seen=body.seen_assignee_id, note=body.note,
        )  # fmt: skip
        # Who gave it away may not see it any more, and still learns that it worked.
        return await shown(tx, id_, ports, scope, given_away=True)


@router.get("/conversations/{ref}/assignments", operation_id="conversations.assignments")
async def list_assignments(ref: str, scope: Caller, access: AccessOf, ports: PortsOf) -> team_shapes.AssignmentsOutput:
    """List through whose hands a conversation went."""
    async with access.database.transaction(scope.organization) as tx:
        id_ = await verbs.find_seen(tx, ref, viewer_of(scope))
        rows = await store.list_assignments(tx, id_)
    return team_shapes.AssignmentsOutput(items=[assignment(row) for row in rows])


@router.post("/conversations/{ref}/assignments/seen", operation_id="conversations.see_assignments", status_code=204)
async def see_assignments(ref: str, scope: Caller, access: AccessOf) -> None:
    """Say that the caller has read what was said to them when they were given the conversation."""
    async with access.database.transaction(scope.organization) as tx:
        id_ = await verbs.find_seen(tx, ref, viewer_of(scope))
        await store.see_assignments(tx, id_, scope.actor.id)


@router.post("/conversations/{ref}/presence", operation_id="conversations.tell_presence", status_code=204)
async def tell_presence(
    ref: str, body: team_shapes.GlanceInput, request: Request, scope: Caller, access: AccessOf
) -> None:
    """Say that the caller looks at a conversation, types in it, or has left; it is told to colleagues and stored nowhere."""
    if scope.actor.id is None:
        return
    async with access.database.transaction(scope.organization) as tx:
        id_ = await verbs.find_seen(tx, ref, viewer_of(scope))
        tx.wake(presence.topic(scope.organization, Glance(id_, scope.actor.id, Doing(body.doing))))


@router.get("/conversations/{ref}/presence", operation_id="conversations.presence")
async def read_presence(ref: str, request: Request, scope: Caller, access: AccessOf) -> team_shapes.GlancesOutput:
    """List who looks at a conversation or types in it right now, but the caller."""
    async with access.database.transaction(scope.organization) as tx:
        id_ = await verbs.find_seen(tx, ref, viewer_of(scope))
    board: Board = request.app.state.presence
    found = [one for one in board.who(scope.organization, id_) if one.member != scope.actor.id]
    return team_shapes.GlancesOutput(
        items=[team_shapes.GlanceOutput(member_id=one.member, doing=one.doing) for one in found]
    )


@router.get("/desk", operation_id="desk.read")
async def read_desk(scope: Caller, access: AccessOf, ports: PortsOf) -> team_shapes.DeskOutput:
    """Tell who works here, who is there now, how much each has at hand, and how teams find a person."""
    async with access.database.transaction(scope.organization) as tx:
        return desk(await store.people(tx), await store.teams(tx), scope.actor.id, ports.clock())


@router.put("/desk/me", operation_id="desk.set_available", status_code=204)
async def set_available(body: team_shapes.AvailableInput, scope: Caller, access: AccessOf, ports: PortsOf) -> None:
    """Say whether one takes what comes."""
    async with access.database.transaction(scope.organization) as tx:
        await duties.set_available(tx, scope.user, available=body.available, at=ports.clock())


@router.put("/desk/people/{member_id}", operation_id="desk.set_cap", status_code=204)
async def set_cap(member_id: UUID, body: team_shapes.CapInput, scope: Caller, access: AccessOf) -> None:
    """Say how many open conversations a rule gives somebody at most."""
    async with access.database.transaction(scope.organization) as tx:
        await duties.set_cap(tx, member_id, body.cap)
        await audit(tx, scope, "desk.cap_set", subject=("member", member_id), detail={"cap": body.cap})


@router.put("/desk/teams/{team_id}", operation_id="desk.set_rule", status_code=204)
async def set_rule(team_id: UUID, body: team_shapes.RuleInput, scope: Caller, access: AccessOf) -> None:
    """Say how a team's conversations find a person: off, round_robin or least_loaded."""
    async with access.database.transaction(scope.organization) as tx:
        await duties.set_rule(tx, team_id, Rule(body.assignment))
        await audit(tx, scope, "desk.rule_set", subject=("team", team_id), detail={"assignment": body.assignment})
