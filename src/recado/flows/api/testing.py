"""How are the cases beside a flow read, written and run?"""

from __future__ import annotations

import asyncio
from uuid import UUID

from fastapi import APIRouter

from recado.flows.api.context import LibraryOf
from recado.flows.models import FlowId
from recado.flows.schemas import testing as shapes
from recado.flows.schemas import trying
from recado.flows.schemas.base import LARGEST_BODY
from recado.flows.service import testing
from recado.flows.service.editing import get_draft
from recado.flows.service.simulating import Stage, stage
from recado.flows.testing.writing import step_in_words
from recado.organizations.access import AccessOf, Caller
from recado.organizations.service import get_organization

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
    """Run cases on the engine under a clock of their own; nothing is stored, sent or called. 422 `cases_unreadable` with line
    and sentence, `flow_unreadable`."""
    stage, text, zone = await _staged(FlowId(flow_id), body.definition, body.text, scope, access, library)
    report = await asyncio.to_thread(testing.run, stage.flows, text, zone=zone)
    return shapes.tests_run(report, stage.flow.id)


@router.post("/tests/record", operation_id="flows.record_test")
async def record(
    flow_id: UUID, body: shapes.RecordTestInput, scope: Caller, access: AccessOf, library: LibraryOf
) -> shapes.RecordedOutput:
    """Make a case of a conversation with the simulator; nothing is saved. 422 `cases_unreadable`, `flow_unreadable`."""
    stage, text, zone = await _staged(FlowId(flow_id), body.definition, body.text, scope, access, library)
    exchanges = [one.model_dump(mode="json") for one in body.exchanges]
    written, case = await asyncio.to_thread(
        testing.with_recorded, stage.flows, text, exchanges, name=body.name, contact=trying.person(body.contact), zone=zone
    )  # fmt: skip
    return shapes.RecordedOutput(text=written, name=case.name, script=[step_in_words(step) for step in case.script])


async def _staged(
    flow: FlowId, definition: object, text: str | None, scope: Caller, access: AccessOf, library: LibraryOf
) -> tuple[Stage, str, str]:
    async with access.database.transaction(scope.organization) as tx:
        draft = await get_draft(tx, flow)
        _revision, stored = await testing.get_tests(tx, flow)
        zone = (await get_organization(tx)).time_zone
        staged = await stage(tx, library, draft, definition)
    return staged, stored if text is None else text, zone
