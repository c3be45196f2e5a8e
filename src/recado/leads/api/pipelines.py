"""How are pipelines, stages and reasons set up?"""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query

from recado.leads.models import Color, PipelineId, ReasonId, StageId, StageKind
from recado.leads.schemas import pipelines as shapes
from recado.leads.schemas.base import LARGEST_BODY
from recado.leads.service import pipelines
from recado.organizations.access import AccessOf, Caller

router = APIRouter(tags=["pipelines"], max_body_size=LARGEST_BODY)


@router.get("/pipelines", operation_id="pipelines.list")
async def list_pipelines(scope: Caller, access: AccessOf) -> shapes.PipelinesOutput:
    """List the pipelines with their stages."""
    async with access.database.transaction(scope.organization) as tx:
        found = await pipelines.list_pipelines(tx)
    return shapes.PipelinesOutput(items=[shapes.pipeline(one) for one in found])


@router.post("/pipelines", operation_id="pipelines.create", status_code=201)
async def create(body: shapes.PipelineInput, scope: Caller, access: AccessOf) -> shapes.PipelineOutput:
    """Make a pipeline; the first one brings reasons with it. 409 `name_taken`, `last_stage_of_kind`."""
    async with access.database.transaction(scope.organization) as tx:
        made = await pipelines.create_pipeline(tx, scope, name=body.name, stages=shapes.first_stages(body))
    return shapes.pipeline(made)


@router.patch("/pipelines/{pipeline_id}", operation_id="pipelines.rename")
async def rename(
    pipeline_id: UUID, body: shapes.PipelineChange, scope: Caller, access: AccessOf
) -> shapes.PipelineOutput:
    """Call a pipeline something else; 409 `name_taken`."""
    async with access.database.transaction(scope.organization) as tx:
        return shapes.pipeline(await pipelines.rename_pipeline(tx, scope, PipelineId(pipeline_id), body.name))


@router.delete("/pipelines/{pipeline_id}", operation_id="pipelines.remove", status_code=204)
async def remove(pipeline_id: UUID, scope: Caller, access: AccessOf) -> None:
    """Put an empty pipeline away; 409 `pipeline_has_deals`."""
    async with access.database.transaction(scope.organization) as tx:
        await pipelines.remove_pipeline(tx, scope, PipelineId(pipeline_id))


@router.post("/pipelines/{pipeline_id}/stages", operation_id="pipelines.add_stage", status_code=201)
async def add_stage(
    pipeline_id: UUID, body: shapes.StageInput, scope: Caller, access: AccessOf
) -> shapes.PipelineOutput:
    """Add a stage and return the pipeline."""
    async with access.database.transaction(scope.organization) as tx:
        changed = await pipelines.add_stage(
            tx, scope, PipelineId(pipeline_id), name=body.name, kind=StageKind(body.kind), color=Color(body.color),
            position=body.position,
        )  # fmt: skip
    return shapes.pipeline(changed)


@router.patch("/stages/{stage_id}", operation_id="pipelines.change_stage")
async def change_stage(
    stage_id: UUID, body: shapes.StageChange, scope: Caller, access: AccessOf
) -> shapes.PipelineOutput:
    """Rename, colour or move a stage, and return the pipeline."""
    color = None if body.color is None else Color(body.color)
    async with access.database.transaction(scope.organization) as tx:
        changed = await pipelines.change_stage(
            tx, scope, StageId(stage_id), name=body.name, color=color, position=body.position
        )
    return shapes.pipeline(changed)


@router.delete("/stages/{stage_id}", operation_id="pipelines.remove_stage")
async def remove_stage(
    stage_id: UUID, scope: Caller, access: AccessOf, move_to: Annotated[UUID | None, Query()] = None
) -> shapes.PipelineOutput:
    """Take a stage away; 409 `stage_has_deals` with their `count` asks where they go, 409 `last_stage_of_kind`."""
    target = None if move_to is None else StageId(move_to)
    async with access.database.transaction(scope.organization) as tx:
        return shapes.pipeline(await pipelines.remove_stage(tx, scope, StageId(stage_id), move_to=target))


@router.get("/deal-reasons", operation_id="pipelines.reasons")
async def list_reasons(scope: Caller, access: AccessOf) -> shapes.ReasonsOutput:
    """List the reasons for winning and losing."""
    async with access.database.transaction(scope.organization) as tx:
        found = await pipelines.list_reasons(tx)
    return shapes.ReasonsOutput(items=[shapes.reason(one) for one in found])


@router.post("/deal-reasons", operation_id="pipelines.add_reason", status_code=201)
async def add_reason(body: shapes.ReasonInput, scope: Caller, access: AccessOf) -> shapes.ReasonOutput:
    """Put a reason on the list; 409 `name_taken`."""
    async with access.database.transaction(scope.organization) as tx:
        return shapes.reason(await pipelines.add_reason(tx, scope, kind=StageKind(body.kind), name=body.name))


@router.delete("/deal-reasons/{reason_id}", operation_id="pipelines.remove_reason", status_code=204)
async def remove_reason(reason_id: UUID, scope: Caller, access: AccessOf) -> None:
    """Take a reason off the list; deals that have it keep it."""
    async with access.database.transaction(scope.organization) as tx:
        await pipelines.remove_reason(tx, scope, ReasonId(reason_id))
