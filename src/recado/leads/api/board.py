"""How is a pipeline looked at: as a board, as figures, as a sheet?"""

from __future__ import annotations

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Query, Response

from recado.leads.api.context import AskedOf
from recado.leads.models import PipelineId, StageId
from recado.leads.schemas import board as shapes
from recado.leads.schemas import sheets
from recado.leads.schemas.deals import DealsOutput, deal
from recado.leads.service import board
from recado.leads.service.pipelines import get_pipeline
from recado.organizations.access import AccessOf, Caller
from recado.organizations.service import audit

router = APIRouter(tags=["pipelines"])
Limit = Annotated[int, Query(ge=1, le=100)]
_SHEETS: dict[int | str, dict[str, Any]] = {200: {"description": "A sheet", "content": {"text/csv": {}}}}


@router.get("/pipelines/{pipeline_id}/board", operation_id="pipelines.board")
async def read_board(
    pipeline_id: UUID, scope: Caller, access: AccessOf, asked: AskedOf, limit: Limit = 20
) -> shapes.BoardOutput:
    """Read each stage's totals and its first deals, and the origins there are."""
    async with access.database.transaction(scope.organization) as tx:
        meant = await asked.meant(tx, scope)
        found, columns, origins = await board.read_board(tx, PipelineId(pipeline_id), meant, limit=limit)
    return shapes.board(found, columns, origins, limit)


@router.get("/stages/{stage_id}/deals", operation_id="pipelines.stage_deals")
async def read_stage(
    stage_id: UUID,
    scope: Caller,
    access: AccessOf,
    asked: AskedOf,
    cursor: Annotated[str, Query(max_length=400)] = "",
    limit: Limit = 30,
) -> DealsOutput:
    """Read on in one stage."""
    async with access.database.transaction(scope.organization) as tx:
        meant = await asked.meant(tx, scope)
        found = await board.read_stage(tx, StageId(stage_id), meant, after=shapes.read_place(cursor), limit=limit)
    return DealsOutput(items=[deal(one) for one in found], next_cursor=shapes.next_place(found, limit))


@router.get("/pipelines/{pipeline_id}/conversion", operation_id="pipelines.conversion")
async def read_conversion(
    pipeline_id: UUID, scope: Caller, access: AccessOf, asked: AskedOf
) -> shapes.ConversionOutput:
    """Count what became of the deals that entered in the period: by stage, by origin, and why they were lost."""
    async with access.database.transaction(scope.organization) as tx:
        _, found = await board.read_conversion(tx, PipelineId(pipeline_id), await asked.meant(tx, scope))
    return shapes.conversion(found)


@router.get(
    "/pipelines/{pipeline_id}/conversion.csv", operation_id="pipelines.conversion_sheet", response_class=Response,
    responses=_SHEETS,
)  # fmt: skip
async def conversion_sheet(pipeline_id: UUID, scope: Caller, access: AccessOf, asked: AskedOf) -> Response:
    """Return the conversion as a sheet; the same figures."""
    async with access.database.transaction(scope.organization) as tx:
        _, found = await board.read_conversion(tx, PipelineId(pipeline_id), await asked.meant(tx, scope))
    return _file("conversao.csv", sheets.conversion(found))


@router.get(
    "/pipelines/{pipeline_id}/deals.csv",
    operation_id="pipelines.deals_sheet",
    response_class=Response,
    responses=_SHEETS,
)
async def deals_sheet(pipeline_id: UUID, scope: Caller, access: AccessOf, asked: AskedOf) -> Response:
    """Return every deal that the filter means as a sheet."""
    id_ = PipelineId(pipeline_id)
    async with access.database.transaction(scope.organization) as tx:
        meant = await asked.meant(tx, scope)
        pipeline = await get_pipeline(tx, id_)
        found = [one async for one in board.sheet(tx, id_, meant)]
        zone = await board.time_zone(tx)
        await audit(tx, scope, "leads.exported", subject=("pipeline", id_), detail={"deals": len(found)})
    stages = {stage.id: stage.name for stage in pipeline.stages}
    return _file("negocios.csv", sheets.deals(found, stages, zone))


def _file(name: str, content: bytes) -> Response:
    headers = {"content-disposition": f'attachment; filename="{name}"', "cache-control": "no-store"}
    return Response(content, media_type=sheets.CSV, headers=headers)
