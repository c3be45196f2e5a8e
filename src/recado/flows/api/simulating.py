"""How is a flow tried out beside the canvas?"""

from __future__ import annotations

from uuid import UUID

from fastapi import APIRouter

from recado.flows.api.context import LibraryOf
from recado.flows.models import FlowId
from recado.flows.schemas import simulating as shapes
from recado.flows.schemas import trying
from recado.flows.schemas.base import LARGEST_BODY
from recado.flows.service import simulating
from recado.flows.service.editing import get_draft
from recado.organizations.access import AccessOf, Caller
from recado.organizations.service import get_organization

router = APIRouter(tags=["flows"], max_body_size=LARGEST_BODY)


@router.post("/flows/{flow_id}/simulate", operation_id="flows.simulate")
async def simulate(
    flow_id: UUID, body: shapes.SimulateInput, scope: Caller, access: AccessOf, library: LibraryOf
) -> shapes.SimulatedOutput:
    """Run one turn on the draft: nothing is stored or sent. 422 `flow_unreadable`, `session_refused`, `input_refused`."""
    async with access.database.transaction(scope.organization) as tx:
        draft = await get_draft(tx, FlowId(flow_id))
        zone = (await get_organization(tx)).time_zone
        stage = await simulating.stage(tx, library, draft, body.definition)
    arrived = trying.arrived(body, now=access.clock(), zone=zone)
    return trying.shown(simulating.turn(stage, body.session, arrived), stage.flow.id, arrived.moment)
