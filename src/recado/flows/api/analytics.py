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
    # Whoever looks brings the sums up to date but waits for no backlog: the hourly round counts that.
    await analytics.catch_up(access.database, scope.organization, now, patience_s=analytics.PATIENCE_S)
    async with access.database.transaction(scope.organization) as tx:
        found = await analytics.read(tx, library.types, draft, days=days, now=now)
    return shapes.analytics(found, days)
