"""How are automations written, switched, ordered, and their log read?"""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query

from recado.automations.models import AutomationId, State
from recado.automations.schemas import automations as shapes
from recado.automations.schemas.base import LARGEST_BODY
from recado.automations.schemas.rules import rule_of
from recado.automations.service import editing
from recado.organizations.access import AccessOf, Caller

router = APIRouter(prefix="/automations", tags=["automations"], max_body_size=LARGEST_BODY)


@router.get("", operation_id="automations.list")
async def list_automations(scope: Caller, access: AccessOf) -> shapes.AutomationsOutput:
    """List the automations in their order, with what became of their runs in the last seven days."""
    async with access.database.transaction(scope.organization) as tx:
        found = await editing.list_automations(tx, access.clock())
    return shapes.AutomationsOutput(items=[shapes.listed(one, tally) for one, tally in found])


@router.post("", operation_id="automations.create", status_code=201)
async def create(body: shapes.AutomationInput, scope: Caller, access: AccessOf) -> shapes.AutomationOutput:
    """Write a draft; 422 `bad_rule` says where and why, 409 `name_taken`."""
    async with access.database.transaction(scope.organization) as tx:
        made = await editing.create(tx, scope, name=body.name, triggers=body.triggers, rule=rule_of(body.rule))
    return shapes.automation(made)


@router.put("/order", operation_id="automations.order", status_code=204)
async def order(body: shapes.OrderInput, scope: Caller, access: AccessOf) -> None:
    """Let automations that hear the same fact go in this order."""
    async with access.database.transaction(scope.organization) as tx:
        await editing.order(tx, scope, body.ids)


@router.get("/{automation_id}", operation_id="automations.read")
async def read(automation_id: UUID, scope: Caller, access: AccessOf) -> shapes.AutomationOutput:
    """Read one."""
    async with access.database.transaction(scope.organization) as tx:
        return shapes.automation(await editing.get(tx, AutomationId(automation_id)))


@router.put("/{automation_id}", operation_id="automations.change")
async def change(
    automation_id: UUID, body: shapes.AutomationChange, scope: Caller, access: AccessOf
) -> shapes.AutomationOutput:
    """Write one anew; 409 `automation_changed` where a colleague was faster, 422 `bad_rule`."""
    async with access.database.transaction(scope.organization) as tx:
        changed = await editing.change(
            tx, scope, AutomationId(automation_id), name=body.name, triggers=body.triggers, rule=rule_of(body.rule),
            revision=body.revision, now=access.clock(),
        )  # fmt: skip
    return shapes.automation(changed)


@router.put("/{automation_id}/state", operation_id="automations.switch")
async def switch(
    automation_id: UUID, body: shapes.ServiceInput, scope: Caller, access: AccessOf
) -> shapes.AutomationOutput:
    """Put one into service or out of it; it hears what happens from now on. 422 `bad_rule` where it could not work."""
    async with access.database.transaction(scope.organization) as tx:
        switched = await editing.switch(tx, scope, AutomationId(automation_id), State(body.state), access.clock())
    return shapes.automation(switched)


@router.delete("/{automation_id}", operation_id="automations.remove", status_code=204)
async def remove(automation_id: UUID, scope: Caller, access: AccessOf) -> None:
    """Take one away with its log."""
    async with access.database.transaction(scope.organization) as tx:
        await editing.remove(tx, scope, AutomationId(automation_id))


@router.get("/{automation_id}/runs", operation_id="automations.runs")
async def list_runs(
    automation_id: UUID,
    scope: Caller,
    access: AccessOf,
    state: shapes.RunWord | None = None,
    cursor: Annotated[UUID | None, Query()] = None,
    limit: Annotated[int, Query(ge=1, le=100)] = 30,
) -> shapes.RunsOutput:
    """Read the log: each fact that it heard, what was seen of each condition, and what became of each action."""
    async with access.database.transaction(scope.organization) as tx:
        found = await editing.list_runs(
            tx, AutomationId(automation_id), state=state or "", before=cursor, limit=limit + 1
        )
    more = len(found) > limit
    return shapes.RunsOutput(
        items=[shapes.run(one) for one in found[:limit]], next_cursor=str(found[limit - 1].id) if more else None
    )
