"""How do the bytes of pictures, voices and files come and go?

Source: Meta's media reference. Ids of a webhook live 7 days, of an upload 30, the address behind an id 5 minutes.
The address in a webhook is not used: only one that the API itself has just answered gets the token.
"""

from __future__ import annotations

import hashlib
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Final

import aiohttp
from yarl import URL

from recado.channels.adapter import MediaFile, MediaUnavailable
from recado.channels.adapters.whatsapp_cloud.errors import GraphError, error_in, judge
from recado.channels.adapters.whatsapp_cloud.graph import (
    MEDIA_TIMEOUT,
    Answer,
    AnswerLost,
    Graph,
    NotReached,
    ask,
    is_safe,
    lost_or_unreached,
    read_capped,
)
from recado.channels.adapters.whatsapp_cloud.inbound.content import sha256_hex
from recado.channels.models import Json, Retry
from recado.foundation.egress.client import Egress
from recado.foundation.egress.failures import Refused

MEGABYTE: Final = 1024 * 1024
UPLOAD_CAPS: Mapping[str, int] = {
    "image/jpeg": 5 * MEGABYTE,
    "image/png": 5 * MEGABYTE,
    "image/webp": 500 * 1024,  # an animated sticker; a still one is refused by Meta above 100 KB
    "video/mp4": 16 * MEGABYTE,
    "video/3gpp": 16 * MEGABYTE,
    "audio/aac": 16 * MEGABYTE,
    "audio/amr": 16 * MEGABYTE,
    "audio/mpeg": 16 * MEGABYTE,
    "audio/mp4": 16 * MEGABYTE,
    "audio/ogg": 16 * MEGABYTE,
}
DOCUMENT_CAP: Final = 100 * MEGABYTE
_CLOSED_KINDS = ("image/", "video/", "audio/")  # of these Meta takes only the ones above
# What people send is not bound by what we may send; 131052 says that Meta itself stops at 100 MB.
DOWNLOAD_CAPS: Mapping[str, int] = {"image": 25 * MEGABYTE, "audio": 64 * MEGABYTE}
DOWNLOAD_CAP: Final = 100 * MEGABYTE

_OK, _REDIRECT, _NOT_FOUND, _GONE = 200, 300, 404, 410
_EXTENSIONS: Mapping[str, str] = {"image/jpeg": "jpg", "audio/mpeg": "mp3", "video/3gpp": "3gp", "text/plain": "txt"}


async def fetch(session: aiohttp.ClientSession, graph: Graph, provider_id: str, *, way_out: Egress | None) -> MediaFile:
    """Fetch what a person sent; ask for a new address once if the first has run out. Raise `MediaUnavailable`.

    Bytes at the API's own origin come as the API does; those elsewhere by `way_out` alone (reliability T33).
    """
    told = await _describe(session, graph, provider_id)
    status, content = await _bytes(session, graph, told, way_out)
    if status in (_NOT_FOUND, _GONE):
        told = await _describe(session, graph, provider_id)
        status, content = await _bytes(session, graph, told, way_out)
    if not _OK <= status < _REDIRECT:
        raise MediaUnavailable(f"http_{status}", gone=status in (_NOT_FOUND, _GONE))
    expected = sha256_hex(_text(told, "sha256"))
    if expected and hashlib.sha256(content).hexdigest() != expected:
        raise MediaUnavailable("sha256_mismatch", gone=False)
    return MediaFile(content=content, mime_type=_text(told, "mime_type"), filename=_text(told, "filename"))


async def upload(session: aiohttp.ClientSession, graph: Graph, file: MediaFile) -> str:
    """Hand bytes to Meta and return their id; raise `MediaUnavailable`."""
    mime = file.mime_type.split(";")[0].strip().lower()
    cap = UPLOAD_CAPS.get(mime, DOCUMENT_CAP)
    if not mime or (mime.startswith(_CLOSED_KINDS) and mime not in UPLOAD_CAPS):
        raise MediaUnavailable("type_not_allowed", gone=True)
    if not file.content:
        raise MediaUnavailable("empty", gone=True)
    if len(file.content) > cap:
        raise MediaUnavailable("too_large", gone=True)
    form = aiohttp.FormData()
    form.add_field("messaging_product", "whatsapp")
    form.add_field("type", mime)
    form.add_field("file", file.content, filename=_filename(file.filename, mime), content_type=mime)
    answer = await _asked(session, "POST", graph.url(graph.number, "media"), graph, data=form)
    if provider_id := _text(answer, "id"):
        return provider_id
    raise MediaUnavailable("no_id", gone=False)


async def _describe(session: aiohttp.ClientSession, graph: Graph, provider_id: str) -> Json:
    """Address, type, size and digest of an id. Naming our number makes Meta check that the media is ours to see."""
    url = graph.url(provider_id).update_query(phone_number_id=graph.number)
    told = await _asked(session, "GET", url, graph)
    size, cap = _size(told), _download_cap(told)
    if size is not None and size > cap:
        raise MediaUnavailable("too_large", gone=True)
    return told


async def _bytes(session: aiohttp.ClientSession, graph: Graph, told: Json, way_out: Egress | None) -> tuple[int, bytes]:
    headers = {**graph.headers, "Accept": "*/*"}
    try:
        async with (
            _way_to(_text(told, "url"), session, graph, way_out) as (client, url),
            client.get(url, headers=headers, timeout=MEDIA_TIMEOUT, allow_redirects=False) as response,
        ):
            if response.status != _OK:
                return response.status, b""
            if (response.content_length or 0) > _download_cap(told):
                raise MediaUnavailable("too_large", gone=True)
            return response.status, await read_capped(response, _download_cap(told))
    except Refused as error:
        raise MediaUnavailable("unsafe_url", gone=False) from error
    except (aiohttp.ClientError, TimeoutError, OSError, ValueError) as error:
        raise MediaUnavailable(lost_or_unreached(error).code, gone=False) from error


@asynccontextmanager
async def _way_to(
    text: str, session: aiohttp.ClientSession, graph: Graph, way_out: Egress | None
) -> AsyncIterator[tuple[aiohttp.ClientSession, URL]]:
    """Who may fetch an address that an answer of the API named: the token goes along, so it is read with suspicion."""
    try:
        url = URL(text)
        safe = not url.user and is_safe(
            url, graph.base
        )  # A host that cannot be decoded is only noticed when asked for.
    except ValueError:
        url, safe = URL(), False
    if not safe:
        raise MediaUnavailable("unsafe_url", gone=False)
    if url.origin() == graph.base.origin():
        yield session, url
        return
    if way_out is None:
        raise MediaUnavailable("unsafe_url", gone=False)
    async with way_out.reach(text) as found:
        yield found


async def _asked(
    session: aiohttp.ClientSession, method: str, url: URL, graph: Graph, *, data: aiohttp.FormData | None = None
) -> Json:
    """Ask and return the answer's object; everything else is `MediaUnavailable`."""
    try:
        answer = await ask(session, method, url, graph, data=data)
    except (NotReached, AnswerLost) as error:
        raise MediaUnavailable(error.code, gone=False) from error
    error_found = error_in(answer.json) if answer.json is not None else None
    if error_found is not None:
        raise _unavailable(error_found, answer)
    if answer.json is None or not _OK <= answer.status < _REDIRECT:
        raise MediaUnavailable(f"http_{answer.status}", gone=answer.status in (_NOT_FOUND, _GONE))
    return answer.json


def _unavailable(error: GraphError, answer: Answer) -> MediaUnavailable:
    """An id that is unknown, or not ours, answers 100 with subcode 33: no repeat will find it."""
    failure, _ = judge(error, answer.status)
    unknown_id = failure.code in ("100", "33") or answer.status in (_NOT_FOUND, _GONE)
    return MediaUnavailable(failure.code, gone=unknown_id or failure.retry is Retry.NEVER)


def _download_cap(told: Json) -> int:
    return DOWNLOAD_CAPS.get(_text(told, "mime_type").split("/")[0].lower(), DOWNLOAD_CAP)


def _size(told: Json) -> int | None:
    """`file_size` comes as a number or as text."""
    value = told.get("file_size")
    if isinstance(value, int):
        return value
    return (
        int(value) if isinstance(value, str) and value.isascii() and value.isdigit() and value[:12] == value else None
    )


def _filename(name: str, mime: str) -> str:
    """A name that survives a multipart header; the extension decides the icon on the phone."""
    kept = "".join(character for character in name if character.isprintable() and character not in '"\\/')
    return kept[-200:] or f"arquivo.{_EXTENSIONS.get(mime, mime.rsplit('/', maxsplit=1)[-1])}"


def _text(container: Json, key: str) -> str:
    value = container.get(key)
    return value if isinstance(value, str) else ""
