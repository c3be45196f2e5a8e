"""How is asking about satisfaction set up, and what did people say?"""

from __future__ import annotations

from fastapi import APIRouter, Response

from recado.conversations.api.context import PortsOf
from recado.conversations.api.reports import First, Last, period_of
from recado.conversations.schemas import csat as shapes
from recado.conversations.service import csat
from recado.organizations.access import AccessOf, Caller

router = APIRouter(tags=["csat"])


@router.get("/csat/settings", operation_id="csat.read_settings")
async def read_settings(scope: Caller, access: AccessOf) -> shapes.CsatSettingsOutput:
    """Read whether and how people are asked once their conversation is archived."""
    async with access.database.transaction(scope.organization) as tx:
        return shapes.settings(await csat.read_settings(tx))


@router.put("/csat/settings", operation_id="csat.change_settings")
async def change_settings(
    body: shapes.CsatSettingsInput, scope: Caller, access: AccessOf
) -> shapes.CsatSettingsOutput:  # fmt: skip
    """Set whether and how people are asked: inside the window only, once a conversation and never too often."""
    async with access.database.transaction(scope.organization) as tx:
        return shapes.settings(await csat.change_settings(tx, scope, shapes.settings_of(body)))


@router.get("/analytics/csat", operation_id="analytics.csat", response_model_by_alias=True)
async def read_report(
    scope: Caller, access: AccessOf, ports: PortsOf, first: First = None, last: Last = None
) -> shapes.CsatReportOutput:
    """Read what people thought of conversations about which they were asked in a time: scores, by person and team, and the
    latest comments. 422 `bad_period`."""
    async with access.database.transaction(scope.organization) as tx:
        period = await period_of(tx, ports, first, last)
        return shapes.report(period, await csat.read_report(tx, period))


@router.get(
    "/analytics/csat.csv",
    operation_id="analytics.csat_csv",
    response_class=Response,
    responses={200: {"content": {"text/csv": {}}, "description": "One line a person and a team, and the total."}},
)
async def read_table(
    scope: Caller, access: AccessOf, ports: PortsOf, first: First = None, last: Last = None
) -> Response:  # fmt: skip
    """The same scores as a table for spreadsheets: semicolons, UTF-8. 422 `bad_period`."""
    async with access.database.transaction(scope.organization) as tx:
        period = await period_of(tx, ports, first, last)
        text = shapes.table(await csat.read_report(tx, period))
    name = f"satisfacao-{period.first}-{period.last}.csv"
    headers = {"content-disposition": f'attachment; filename="{name}"', "cache-control": "no-store"}
    return Response(text.encode(), media_type="text/csv; charset=utf-8", headers=headers)
