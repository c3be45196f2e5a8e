"""Media at the Graph API: upload, describe, fetch by a short-lived address, delete."""

from __future__ import annotations

import hashlib
import hmac
from urllib.parse import quote, urlencode

from aiohttp import BodyPartReader, web

from recado_simulator.accounts import Account
from recado_simulator.fields import check_text
from recado_simulator.graph_errors import GraphError, no_such_object
from recado_simulator.media_store import LINK_S, MOST_BYTES, Media, kind_of
from recado_simulator.parts import PARTS, Answer, Call
from recado_simulator.shapes import Json
from recado_simulator.world import World

_UPLOADABLE = (
    "audio/aac",
    "audio/amr",
    "audio/mpeg",
    "audio/mp4",
    "audio/ogg",
    "image/jpeg",
    "image/png",
    "image/webp",
    "video/mp4",
    "video/3gpp",
    "text/plain",
    "application/pdf",
    "application/msword",
    "application/vnd.ms-excel",
    "application/vnd.ms-powerpoint",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation",
)
_MAGIC = {
    "image/jpeg": (b"\xff\xd8\xff",),
    "image/png": (b"\x89PNG\r\n\x1a\n",),
    "image/webp": (b"RIFF",),
    "audio/ogg": (b"OggS",),
    "application/pdf": (b"%PDF",),
}


async def upload(call: Call, account: Account) -> Answer:
    """POST /{phone_number_id}/media as multipart: messaging_product, file, type."""
    if not call.request.content_type.startswith("multipart/"):
        raise GraphError(100, "(#100) The parameter file is required, as multipart/form-data.")
    form = await _read_form(call.request)
    if form.get("messaging_product") != "whatsapp":
        raise GraphError(100, "The parameter messaging_product is required and must be 'whatsapp'.")
    raw, filename = form.get("file"), str(form.get("file.name") or "")
    if not isinstance(raw, bytes):
        raise GraphError(100, "The parameter file is required.")
    mime_type = str(form.get("file.type") or form.get("type") or "").strip()
    bare = mime_type.split(";")[0].lower()
    if bare not in _UPLOADABLE:
        raise GraphError(
            100,
            f"Param file must be a file with one of the following types: {', '.join(_UPLOADABLE)}. "
            f"Received file of type '{mime_type}'.",
        )
    most = MOST_BYTES["sticker" if bare == "image/webp" else kind_of(bare)]
    if not 0 < len(raw) <= most:
        raise GraphError(100, f"Param file must have between 1 and {most} bytes, it has {len(raw)}.")
    if not raw.startswith(_MAGIC.get(bare, (b"",))):
        raise GraphError(131053, f"The file does not look like {bare}.")
    media = call.world.media.keep(raw, account=account.phone_number_id, mime_type=mime_type, filename=filename)
    return Answer({"id": media.id}, noted={"media": media.id})


def describe(call: Call, media: Media) -> Answer:
    """GET /{media_id}: a fresh address for five minutes; `phone_number_id` makes the provider check the owner."""
    _check_owner(call, media)
    return Answer(
        {
            "messaging_product": "whatsapp",
            "url": address_of(call.world, media, base=f"{call.request.scheme}://{call.request.host}"),
            "mime_type": media.mime_type,
            "sha256": media.sha256,
            "file_size": media.size,
            "id": media.id,
        }
    )


def delete(call: Call, media: Media) -> Answer:
    _check_owner(call, media)
    call.world.media.drop(media.id)
    return Answer({"success": True})


def _check_owner(call: Call, media: Media) -> None:
    wanted = call.query.get("phone_number_id")
    if wanted and wanted != media.account:
        raise no_such_object(media.id)


def address_of(world: World, media: Media, *, base: str) -> str:
    """The media's address: it runs out, cannot be guessed, and still wants the bearer token."""
    expires = int(world.clock.now()) + LINK_S
    return f"{base}/media/?{urlencode({'mid': media.id, 'ext': expires, 'hash': _seal(world, media, expires)})}"


async def serve_bytes(request: web.Request) -> web.StreamResponse:
    """GET of such an address: 401 without a token that may see it, 404 once it has run out."""
    world = request.app[PARTS].world
    media = world.media.get(request.query.get("mid", ""))
    expires = request.query.get("ext", "")
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    owners = world.accounts.of_token(token.strip()) if scheme.lower() == "bearer" else []
    if not owners:
        return web.Response(status=401, text="Authentication is needed.")
    if media is None or not expires.isdigit() or int(expires) < world.clock.now():
        return web.Response(status=404, text="Not found.")
    if not hmac.compare_digest(_seal(world, media, int(expires)), request.query.get("hash", "")):
        return web.Response(status=404, text="Not found.")
    if media.account not in {account.phone_number_id for account in owners}:
        return web.Response(status=404, text="Not found.")
    headers = {"Content-Type": media.mime_type, "Cache-Control": "private, no-store"}
    if media.filename:
        headers["Content-Disposition"] = disposition(media.filename, inline=False)
    return web.FileResponse(world.media.path_of(media), headers=headers)


def disposition(filename: str, *, inline: bool) -> str:
    kind = "inline" if inline else "attachment"
    return f"{kind}; filename*=UTF-8''{quote(filename, safe='')}" if filename else kind


def _seal(world: World, media: Media, expires: int) -> str:
    account = world.accounts.get(media.account)
    key = (account.app_secret if account else media.sha256).encode()
    return hmac.new(key, f"{media.id}|{expires}".encode(), hashlib.sha256).hexdigest()[:32]


async def _read_form(request: web.Request) -> Json:
    form: Json = {}
    size = 0
    reader = await request.multipart()
    while (part := await reader.next()) is not None:
        if not isinstance(part, BodyPartReader) or part.name is None:
            continue
        value = bytearray()
        while chunk := await part.read_chunk(65536):
            size += len(chunk)
            if size > MOST_BYTES["document"] + 65536:
                raise GraphError(100, "Param file is larger than 100 MB.")
            value += chunk
        if part.filename is None and part.name != "file":
            form[part.name] = check_text(value.decode("utf-8", "replace"), part.name, most=1000, least=0)
        else:
            form[part.name] = bytes(value)
            form[f"{part.name}.name"] = (part.filename or "")[:240]
            form[f"{part.name}.type"] = part.headers.get("Content-Type", "")
    return form
