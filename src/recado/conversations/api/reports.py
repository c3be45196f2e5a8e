"""How are the reports about conversations read?"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Annotated, Literal
from zoneinfo import ZoneInfo

from fastapi import APIRouter, Query, Response

from recado.conversations.api.context import PortsOf
from recado.conversations.errors import BadPeriod
from recado.conversations.rules.periods import LONGEST_DAYS, Period
from recado.conversations.schemas import reports as shapes
from recado.conversations.service import reports
from recado.conversations.service.ports import Ports
from recado.conversations.service.reports import Report
from recado.conversations.store.policy import read_policy
from recado.foundation.database import Transaction
from recado.organizations.access import Access, AccessOf, Caller
from recado.organizations.models import Scope

router = APIRouter(tags=["analytics"])
_USUAL = timedelta(days=6)

First = Annotated[date | None, Query(alias="from", description="The first local day; by default six days before `to`.")]
Last = Annotated[date | None, Query(alias="to", description="The last local day, itself included; by default today.")]
Group = Literal["day", "week", "month", "hour", "person", "team"]


@router.get("/analytics/conversations", operation_id="analytics.conversations", response_model_by_alias=True)
async def read(
    scope: Caller, access: AccessOf, ports: PortsOf, first: First = None, last: Last = None, group: Group = "day"
) -> shapes.ReportOutput:
    """Read volumes, first response and resolution times, containment and backlog of a time, in parts, and against the
    time before it. 422 `bad_period` where it ends before it begins or is longer than 400 days."""
    return shapes.report(await _report(scope, access, ports, first, last, group))


@router.get(
    "/analytics/conversations.csv",
    operation_id="analytics.conversations_csv",
    response_class=Response,
    responses={200: {"content": {"text/csv": {}}, "description": "One line a part, and the total."}},
)
async def read_table(
    scope: Caller, access: AccessOf, ports: PortsOf, first: First = None, last: Last = None, group: Group = "day"
) -> Response:
    """The same figures as a table for spreadsheets: semicolons, UTF-8."""
    found = await _report(scope, access, ports, first, last, group)
    name = f"relatorio-{found.period.first}-{found.period.last}-{group}.csv"
    return Response(
        shapes.table(found).encode(),
        media_type="text/csv; charset=utf-8",
        headers={"content-disposition": f'attachment; filename="{name}"', "cache-control": "no-store"},
    )


async def _report(
    scope: Scope, access: Access, ports: Ports, first: date | None, last: date | None, group: str
) -> Report:
    async with access.database.transaction(scope.organization) as tx:
        return await reports.read_report(tx, await period_of(tx, ports, first, last), group, now=ports.clock())


async def period_of(tx: Transaction, ports: Ports, first: date | None, last: date | None) -> Period:
    """Return the local days that a caller means; raise `BadPeriod`."""
    policy, _ = await read_policy(tx)
    zone = ZoneInfo(policy.time_zone)
    end = last or ports.clock().astimezone(zone).date()
    period = Period(first or end - _USUAL, end, zone)
    if not 1 <= period.days <= LONGEST_DAYS or not 2000 <= period.first.year <= 2200:  # noqa: PLR2004
        raise BadPeriod(longest_days=LONGEST_DAYS)
    return period
