"""How are flows listed, written and put away?"""

from __future__ import annotations

from uuid import UUID

from fastapi import APIRouter

from recado.flows.api.context import LibraryOf
from recado.flows.models import BotId, FlowId
from recado.flows.rules.drafts import storable
from recado.flows.schemas import flows as shapes
from recado.flows.schemas.base import LARGEST_BODY
from recado.flows.schemas.problems import CheckOutput, exits, problems
from recado.flows.service import editing, templates
from recado.flows.service.checking import around, check_aside
from recado.organizations.access import AccessOf, Caller

router = APIRouter(tags=["flows"], max_body_size=LARGEST_BODY)


@router.get("/flows", operation_id="flows.list")
async def list_flows(scope: Caller, access: AccessOf) -> shapes.FlowsOutput:
    """List the flows that are not archived, the last changed first."""
    async with access.database.transaction(scope.organization) as tx:
        found = await editing.list_flows(tx)
    return shapes.FlowsOutput(items=[shapes.listed(one) for one in found])


@router.post("/flows", operation_id="flows.create", status_code=201)
async def create(body: shapes.FlowInput, scope: Caller, access: AccessOf, library: LibraryOf) -> shapes.NewFlowOutput:
    """Make a flow from a template, from a definition, or empty; 404 `bot_not_found`, `flow_template_not_found`, 422
    `definition_refused`."""
    begun = templates.get_template(body.template) if body.template else None
    definition = body.definition if body.definition is not None else begun.definition if begun else None
    async with access.database.transaction(scope.organization) as tx:
        made = await editing.create(
            tx,
            scope,
            library,
            name=body.name,
            bot=None if body.bot_id is None else BotId(body.bot_id),
            definition=definition,
            tests=begun.tests if begun else "",
        )
    return shapes.NewFlowOutput(id=made, revision=1)


@router.get("/flow-templates", operation_id="flows.templates")
async def list_templates(scope: Caller) -> shapes.TemplatesOutput:
    """List the flows that one can begin from."""
    return shapes.TemplatesOutput(
        items=[
            shapes.TemplateOutput(key=one.key, name=one.name, description=one.description, nodes=one.nodes)
            for one in templates.list_templates()
        ]
    )


@router.post("/flows/check", operation_id="flows.check")
async def check_definition(body: shapes.CheckInput, scope: Caller, access: AccessOf, library: LibraryOf) -> CheckOutput:
    """Say what is wrong with a definition; nothing is saved. 422 `definition_refused`."""
    definition = storable(body.definition)
    bot = None
    async with access.database.transaction(scope.organization) as tx:
        if body.flow_id is not None:
            draft = await editing.get_draft(tx, FlowId(body.flow_id))
            bot, definition = draft.bot, {**definition, "id": str(draft.id)}
        surroundings = await around(tx, library, bot)
    found = await check_aside(definition, library.types, surroundings)
    return CheckOutput(problems=problems(found.problems), exits=exits(found.exits))


@router.get("/flows/{flow_id}", operation_id="flows.read")
async def read(flow_id: UUID, scope: Caller, access: AccessOf, library: LibraryOf) -> shapes.FlowOutput:
    """Show a flow as it stands in the editor."""
    async with access.database.transaction(scope.organization) as tx:
        draft = await editing.get_draft(tx, FlowId(flow_id))
        surroundings = await around(tx, library, draft.bot)
    return shapes.flow(draft, await check_aside(draft.definition, library.types, surroundings))


@router.put("/flows/{flow_id}/draft", operation_id="flows.save")
async def save(
    flow_id: UUID, body: shapes.DraftInput, scope: Caller, access: AccessOf, library: LibraryOf
) -> shapes.SavedOutput:
    """Save the draft over the revision that was shown; 409 `draft_changed` with who saved meanwhile, and nothing is lost."""
    async with access.database.transaction(scope.organization) as tx:
        revision, checked = await editing.save_draft(
            tx,
            scope,
            library,
            FlowId(flow_id),
            revision=body.revision,
            definition=body.definition,
            name=body.name,
        )
    return shapes.saved(revision, checked)


@router.post("/flows/{flow_id}/archive", operation_id="flows.archive", status_code=204)
async def archive(flow_id: UUID, scope: Caller, access: AccessOf) -> None:
    """Put a flow away; 409 `flow_in_use` where a bot begins at it or a published flow calls it."""
    async with access.database.transaction(scope.organization) as tx:
        await editing.archive(tx, scope, FlowId(flow_id))
