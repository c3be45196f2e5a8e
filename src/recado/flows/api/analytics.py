"""What did a flow do in the last days?"""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query

from recado.flows.api.context import LibraryOf
from recado.flows.models import FlowId
from recado.flows.schemas import analytics as shapes
from recado.flows.service import analytics
from recado.flows.service.editing import get_draft
from recado.organizations.access import AccessOf, Caller

router = APIRouter(prefix="/flows/{flow_id}", tags=["flows"])
_BATCHES = 4
"""Whoever looks brings the sums up to date, but does not wait for a backlog: the hourly round counts that."""


@router.get("/analytics", operation_id="flows.analytics")
async def read(
    flow_id: UUID,
    scope: Caller,
    access: AccessOf,
    library: LibraryOf,
    days: Annotated[int, Query(ge=1, le=366)] = 30,
) -> shapes.AnalyticsOutput:
    """Count starts, completions, where people stop and how long they take, over the last days and today."""
    now = access.clock()
    async with access.database.transaction(scope.organization) as tx:
        draft = await get_draft(tx, FlowId(flow_id))
    await analytics.catch_up(access.database, scope.organization, now, batches=_BATCHES)
    async with access.database.transaction(scope.organization) as tx:
        found = await analytics.read(tx, library.types, draft, days=days, now=now)
    return shapes.analytics(found, days)
