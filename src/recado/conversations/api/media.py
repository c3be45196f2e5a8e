"""How do files come from the desk and reach it?

Nothing served here can run: the type is that of the bytes, never that of a sender; nothing is shown in place but pictures,
sound and film; and even those come with a policy that forbids everything.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Header, Request, Response
from starlette.requests import ClientDisconnect
from starlette.responses import StreamingResponse

from recado.channels import media_types
from recado.conversations.media_errors import MediaGone, UploadBrokenOff
from recado.conversations.schemas.media import UploadedMedia
from recado.conversations.service import media
from recado.conversations.store import media as store
from recado.foundation.filenames import clean_filename, content_disposition, from_header
from recado.foundation.files import Files, FileTooLarge, key_of
from recado.foundation.identifiers import new_id
from recado.foundation.ranges import NotSatisfiable, read_range
from recado.organizations.access import AccessOf, Caller
from recado.organizations.service import audit

router = APIRouter(prefix="/media", tags=["media"])

_SLOWEST_UPLOAD_S = 600.0
_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "sandbox; default-src 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "private, no-store",
    "Accept-Ranges": "bytes",
}


@router.post("", status_code=201, operation_id="media.upload", openapi_extra={
    "requestBody": {"required": True, "content": {"*/*": {"schema": {"type": "string", "format": "binary"}}}},
})  # fmt: skip
async def upload(
    request: Request,
    scope: Caller,
    access: AccessOf,
    x_filename: Annotated[str, Header(max_length=4096)] = "",
    content_type: Annotated[str, Header(max_length=200)] = "",
    content_length: Annotated[int | None, Header(ge=0)] = None,
) -> UploadedMedia:
    """Take a file, as the raw body, for a message that will be sent. X-Filename is percent-encoded UTF-8."""
    if (content_length or 0) > media_types.LARGEST:
        raise FileTooLarge(limit=media_types.LARGEST)
    database, files, id_ = access.database, _files(request), new_id()
    key = key_of(scope.organization, id_)
    filename = from_header(x_filename, otherwise="")
    async with database.transaction(scope.organization) as tx:
        await store.begin_upload(tx, id_, by=scope.actor.id, filename=filename, key=key)
    try:
        async with asyncio.timeout(_SLOWEST_UPLOAD_S):
            arrived = await media.receive(files, key, _body(request), filename=filename, declared=content_type)
    except BaseException as error:
        async with database.transaction(scope.organization) as tx:
            await store.drop_upload(tx, id_)
        if isinstance(error, TimeoutError):
            raise UploadBrokenOff from error
        raise
    async with database.transaction(scope.organization) as tx:
        await store.end_upload(
            tx, id_, filename=arrived.filename, mime_type=arrived.mime_type, sha256=arrived.file.sha256,
            size=arrived.file.size,
        )  # fmt: skip
    return UploadedMedia(media_id=id_, mime_type=arrived.mime_type, size=arrived.file.size)


@router.get("/{media_id}", operation_id="media.read", response_class=Response, responses={
    200: {"content": {"*/*": {"schema": {"type": "string", "format": "binary"}}}},
    206: {"description": "The range that was asked for"}, 416: {"description": "The file ends before that range"},
})  # fmt: skip
async def read(
    request: Request,
    scope: Caller,
    access: AccessOf,
    media_id: UUID,
    range_: Annotated[str | None, Header(alias="Range")] = None,
    if_range: Annotated[str | None, Header()] = None,
) -> Response:
    """Serve the bytes of a message's file."""
    async with access.database.transaction(scope.organization) as tx:
        file = await media.look_at(tx, media_id, viewer=scope.actor.id, sees_all=scope.may("conversations:all"))
    try:
        opened = await _files(request).open(file.storage_key)
    except FileNotFoundError as error:
        raise MediaGone(reason="file_lost") from error
    mime = file.mime_type
    name = clean_filename(file.filename, otherwise=f"arquivo.{media_types.extension_of(mime)}")
    kind = "inline" if media_types.may_be_shown(mime) else "attachment"
    headers = {**_HEADERS, "Content-Type": mime, "Content-Disposition": content_disposition(kind, name)}
    try:
        # No file here has a validator, so an If-Range can only fail, and asks for the whole (RFC 9110, 13.1.5).
        wanted = read_range(range_, opened.size) if if_range is None else None
    except NotSatisfiable:
        opened.close()
        return Response(status_code=416, headers={**_HEADERS, "Content-Range": f"bytes */{opened.size}"})
    start, stop = wanted or (0, opened.size)
    headers["Content-Length"] = str(stop - start)
    if wanted is not None:
        headers["Content-Range"] = f"bytes {start}-{stop - 1}/{opened.size}"
    return StreamingResponse(opened.chunks(start, stop), status_code=206 if wanted else 200, headers=headers)


@router.post("/{media_id}/fetch", operation_id="media.fetch", status_code=202)
async def fetch(scope: Caller, access: AccessOf, media_id: UUID) -> None:
    """Ask the provider once more for a file that could not be had; 409 `media_not_wanted` where there is nothing to ask for."""
    async with access.database.transaction(scope.organization) as tx:
        await media.fetch_once_more(tx, media_id, viewer=scope.actor.id, sees_all=scope.may("conversations:all"))
        await audit(tx, scope, "media.fetched_again", subject=("media", media_id))


async def _body(request: Request) -> AsyncIterator[bytes]:
    try:
        async for chunk in request.stream():
            yield chunk
    except ClientDisconnect as error:
        raise UploadBrokenOff from error


def _files(request: Request) -> Files:
    files: Files = request.app.state.files
    return files
