"""How do files of people come in and go out?"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from typing import Annotated, Any, Literal
from uuid import UUID

from fastapi import APIRouter, Header, Query, Request, Response
from starlette.responses import StreamingResponse

from recado.contacts.api.context import LONGEST_FILTER, FilesOf, filter_of
from recado.contacts.models import FieldDefinition
from recado.contacts.schemas import imports as shapes
from recado.contacts.service import exporting, importing
from recado.contacts.store import imports as store
from recado.foundation.database import Database
from recado.foundation.filenames import content_disposition, from_header
from recado.foundation.files import FileTooLarge, key_of
from recado.foundation.identifiers import OrganizationId, new_id
from recado.foundation.secrets import MasterKey
from recado.organizations.access import AccessOf, Caller

router = APIRouter(prefix="/contacts", tags=["contacts"])


@router.post("/imports", status_code=201, operation_id="contacts.upload_import", openapi_extra={
    "requestBody": {"required": True, "content": {"*/*": {"schema": {"type": "string", "format": "binary"}}}},
})  # fmt: skip
async def upload(
    request: Request,
    scope: Caller,
    access: AccessOf,
    files: FilesOf,
    x_filename: Annotated[str, Header(max_length=4096)] = "",
) -> shapes.ImportPreview:
    """Take a .csv or .xlsx file as the raw body, 10 MB at most; 422 `bad_sheet`. Nothing is taken in yet."""
    content = await _body(request)
    sheet = await asyncio.to_thread(importing.read_sheet, content)
    id_ = new_id()
    storage_key = key_of(scope.organization, id_)
    await files.save(storage_key, _once(content), limit=importing.LARGEST_FILE, head=0, tail=0)
    filename = from_header(x_filename, otherwise="contatos")
    try:
        async with access.database.transaction(scope.organization) as tx:
            made, targets, rows = await importing.upload(
                tx, scope, id_, sheet, filename=filename, storage_key=storage_key
            )
    except BaseException:
        await files.remove(storage_key)
        raise
    return shapes.ImportPreview(imported=shapes.imported(made), targets=targets, rows=rows)


@router.get("/imports", operation_id="contacts.imports")
async def list_imports(
    scope: Caller, access: AccessOf, cursor: UUID | None = None, limit: Annotated[int, Query(ge=1, le=100)] = 20
) -> shapes.ImportsPage:
    """List imports, the newest first."""
    async with access.database.transaction(scope.organization) as tx:
        found = await store.list_imports(tx, cursor, limit)
    after = str(found[-1].id) if len(found) == limit else None
    return shapes.ImportsPage(items=[shapes.imported(one) for one in found], next_cursor=after)


@router.get("/imports/{import_id}", operation_id="contacts.read_import")
async def read_import(import_id: UUID, scope: Caller, access: AccessOf) -> shapes.ImportOutput:
    """Read how far an import is."""
    async with access.database.transaction(scope.organization) as tx:
        return shapes.imported(await importing.read(tx, import_id))


@router.post("/imports/{import_id}/start", operation_id="contacts.start_import")
async def start(import_id: UUID, body: shapes.ImportStartInput, scope: Caller, access: AccessOf) -> shapes.ImportOutput:
    """Begin; 422 `bad_plan`, 409 `import_not_ready`."""
    async with access.database.transaction(scope.organization) as tx:
        begun = await importing.start(
            tx, scope, import_id, targets=body.targets, legal_basis=body.legal_basis, overwrite=body.overwrite,
            tags=body.tags,
        )  # fmt: skip
    return shapes.imported(begun)


@router.get("/imports/{import_id}/rows", operation_id="contacts.import_rows")
async def list_rows(
    import_id: UUID,
    scope: Caller,
    access: AccessOf,
    outcome: Literal["created", "updated", "unchanged", "refused"] | None = None,
    after: Annotated[int, Query(ge=0, le=10_000_000)] = 0,
    limit: Annotated[int, Query(ge=1, le=500)] = 100,
) -> shapes.ImportRowsPage:
    """List what became of each row, with the reason."""
    async with access.database.transaction(scope.organization) as tx:
        await importing.read(tx, import_id)
        found = await store.list_rows(tx, import_id, after, outcome, limit)
    last = found[-1].number if len(found) == limit else None
    return shapes.ImportRowsPage(items=[shapes.row(one) for one in found], next_after=last)


@router.get("/export", operation_id="contacts.export", response_class=Response, responses={
    200: {"content": {"text/csv": {"schema": {"type": "string"}}}},
})  # fmt: skip
async def export(
    scope: Caller,
    access: AccessOf,
    segment_id: UUID | None = None,
    filter: Annotated[str, Query(max_length=LONGEST_FILTER)] = "",
) -> StreamingResponse:
    """Return people as CSV (semicolons, UTF-8): everybody, a segment, or a filter. It is written down who took them."""
    async with access.database.transaction(scope.organization) as tx:
        head, fields, chosen = await exporting.begin(tx, scope, segment_id=segment_id, filter_=filter_of(filter))
    return StreamingResponse(
        _pages(access.database, scope.organization, access.key, head, fields, chosen),
        media_type="text/csv; charset=utf-8",
        headers={
            "content-disposition": content_disposition("attachment", "contatos.csv"),
            "cache-control": "private, no-store",
            "x-content-type-options": "nosniff",
        },
    )


async def _pages(
    database: Database,
    organization: OrganizationId,
    key: MasterKey,
    head: str,
    fields: Sequence[FieldDefinition],
    chosen: Mapping[str, Any] | None,
) -> AsyncIterator[bytes]:
    """Yield the file; no transaction stays open while a slow reader takes a page."""
    yield head.encode()
    before: UUID | None = None
    while True:
        async with database.transaction(organization) as tx:
            text, before = await exporting.page(tx, key, fields, chosen, before)
        yield text.encode()
        if before is None:
            return


async def _body(request: Request) -> bytes:
    content = bytearray()
    async for chunk in request.stream():
        content += chunk
        if len(content) > importing.LARGEST_FILE:
            raise FileTooLarge(limit=importing.LARGEST_FILE)
    return bytes(content)


async def _once(content: bytes) -> AsyncIterator[bytes]:
    yield content
