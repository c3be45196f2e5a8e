"""How do flows come in from files and leave as them?"""

from __future__ import annotations

import asyncio
import re
from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter, Query, Response

from recado.flows.api.context import LibraryOf
from recado.flows.engine.folding import fold
from recado.flows.models import BotId, FlowId
from recado.flows.schemas import flows as shapes
from recado.flows.schemas.base import LARGEST_BODY
from recado.flows.service import editing, importing
from recado.organizations.access import AccessOf, Caller

router = APIRouter(tags=["flows"], max_body_size=2 * LARGEST_BODY)
_TYPES = {"yaml": "application/yaml", "json": "application/json"}


@router.post("/flows/import", operation_id="flows.import", status_code=201)
async def import_flow(
    body: shapes.ImportInput, scope: Caller, access: AccessOf, library: LibraryOf
) -> shapes.ImportedOutput:
    """Make a flow of a file's text: our JSON, our YAML, or what Typebot exports; 422 `import_unreadable` with line and
    sentence. What could not be carried over stands in `report`."""
    # Aside: what strangers wrote may take seconds to read, and other requests do not wait for it.
    found = await asyncio.to_thread(importing.read_import, body.format, body.text)
    async with access.database.transaction(scope.organization) as tx:
        made = await editing.create(
            tx,
            scope,
            library,
            name=body.name or found.name,
            bot=None if body.bot_id is None else BotId(body.bot_id),
            definition=found.definition,
        )
    report = [
        shapes.FindingOutput(severity=one.severity, place=one.place, sentence=one.sentence) for one in found.report
    ]
    return shapes.ImportedOutput(id=made, revision=1, report=report)


@router.get("/flows/{flow_id}/export", operation_id="flows.export", response_class=Response, responses={
    200: {"description": "The draft as a file", "content": {"application/yaml": {}, "application/json": {}}},
})  # fmt: skip
async def export(
    flow_id: UUID,
    scope: Caller,
    access: AccessOf,
    format: Annotated[Literal["yaml", "json"], Query()] = "yaml",
) -> Response:
    """Return the draft as a file that `flows/import` reads back."""
    async with access.database.transaction(scope.organization) as tx:
        draft = await editing.get_draft(tx, FlowId(flow_id))
    name = "-".join(re.findall(r"[a-z0-9]+", fold(draft.name)))[:60] or "fluxo"
    return Response(
        importing.write_export(format, draft.definition, bot=draft.bot_name),
        media_type=f"{_TYPES[format]}; charset=utf-8",
        headers={"content-disposition": f'attachment; filename="{name}.flow.{format}"', "cache-control": "no-store"},
    )
