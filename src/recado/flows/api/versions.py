"""How are flows published, compared and brought back?"""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Path, Query

from recado.flows.api.context import LibraryOf
from recado.flows.models import FlowId
from recado.flows.schemas import versions as shapes
from recado.flows.schemas.base import LARGEST_BODY
from recado.flows.schemas.problems import problems
from recado.flows.service import editing, publishing, versions
from recado.organizations.access import AccessOf, Caller

router = APIRouter(prefix="/flows/{flow_id}", tags=["flows"], max_body_size=LARGEST_BODY)
Number = Annotated[int, Path(ge=1, le=2**31 - 1)]


@router.get("/publish-preview", operation_id="flows.preview")
async def preview(flow_id: UUID, scope: Caller, access: AccessOf, library: LibraryOf) -> shapes.PreviewOutput:
    """Say what publishing would change, and what it would mean to the people in the middle of the flow."""
    async with access.database.transaction(scope.organization) as tx:
        found = await versions.preview(tx, library, FlowId(flow_id))
    return shapes.preview(found)


@router.post("/publish", operation_id="flows.publish")
async def publish(
    flow_id: UUID, body: shapes.PublishInput, scope: Caller, access: AccessOf, library: LibraryOf
) -> shapes.PublicationOutput:
    """Make the draft the version that new sessions take; 409 `draft_changed`, 422 `flow_unreadable`, `flow_has_problems`."""
    async with access.database.transaction(scope.organization) as tx:
        done = await publishing.publish_and_treat(
            tx,
            scope,
            library,
            FlowId(flow_id),
            revision=body.revision,
            sessions=body.sessions,
            note=body.note,
        )
    # Afterwards, a few at a time: whoever writes in the middle of it waits for a portion and not for everybody.
    while done.after is not publishing.ALL_TREATED:
        async with access.database.transaction(scope.organization) as tx:
            done = await publishing.treat_some(tx, library, FlowId(flow_id), done, sessions=body.sessions)
    if done.moved or done.restarted:
        async with access.database.transaction(scope.organization) as tx:
            await publishing.note_treated(tx, scope, FlowId(flow_id), done)
    return shapes.publication(done)


@router.get("/versions", operation_id="flows.versions")
async def list_versions(flow_id: UUID, scope: Caller, access: AccessOf) -> shapes.VersionsOutput:
    """List what was published, the newest first."""
    async with access.database.transaction(scope.organization) as tx:
        found = await versions.list_versions(tx, FlowId(flow_id))
    return shapes.VersionsOutput(items=[shapes.version(head, open_) for head, open_ in found])


@router.get("/versions/{number}", operation_id="flows.version")
async def read_version(
    flow_id: UUID, number: Number, scope: Caller, access: AccessOf
) -> shapes.VersionDefinitionOutput:
    """Show what a version is."""
    async with access.database.transaction(scope.organization) as tx:
        definition = await versions.get_version(tx, FlowId(flow_id), number)
    return shapes.VersionDefinitionOutput(number=number, definition=definition)


@router.get("/versions/{number}/diff", operation_id="flows.diff")
async def compare(
    flow_id: UUID,
    number: Number,
    scope: Caller,
    access: AccessOf,
    library: LibraryOf,
    to: Annotated[str, Query(pattern=r"^(draft|[1-9][0-9]{0,8})$")] = "draft",
) -> shapes.ChangesOutput:
    """Say in words what is different in the draft, or in another version, from this one."""
    async with access.database.transaction(scope.organization) as tx:
        before = await versions.get_version(tx, FlowId(flow_id), number)
        if to == "draft":
            after = dict((await editing.get_draft(tx, FlowId(flow_id))).definition)
        else:
            after = await versions.get_version(tx, FlowId(flow_id), int(to))
        changes = await versions.differences(tx, before, after, library.types)
    return shapes.ChangesOutput(changes=shapes.changes(changes))


@router.post("/versions/{number}/restore", operation_id="flows.restore")
async def restore(
    flow_id: UUID, number: Number, body: shapes.RestoreInput, scope: Caller, access: AccessOf, library: LibraryOf
) -> shapes.RestoredOutput:
    """Make an old version the draft again; what was published stays. 409 `draft_changed`."""
    async with access.database.transaction(scope.organization) as tx:
        revision, checked = await editing.restore(tx, scope, library, FlowId(flow_id), number, revision=body.revision)
    return shapes.RestoredOutput(revision=revision, problems=problems(checked.problems))
