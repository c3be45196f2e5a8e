"""How is a body read from somebody who may send too much, too slowly, or packed?"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, MutableMapping
from typing import Any

DEADLINE_S = 10.0
_DISCARD_S, _DISCARD_BYTES = 2.0, 16 * 1024 * 1024

Scope = MutableMapping[str, Any]


class BodyRefused(Exception):
    """The request is answered with `status` and nothing of it is read further."""

    def __init__(self, status: int, code: str) -> None:
        super().__init__(code)
        self.status, self.code = status, code


def headers_of(scope: Scope) -> dict[bytes, bytes]:
    """Return the headers by lowercased name; one that came twice holds both values, joined by a comma."""
    found: dict[bytes, bytes] = {}
    for name, value in scope["headers"]:
        lowered = name.lower()
        found[lowered] = found[lowered] + b"," + value if lowered in found else value
    return found


async def read_body(receive: Any, headers: Mapping[bytes, bytes], cap: int) -> bytes:
    """Return the whole body; raise `BodyRefused` with 413 above `cap` bytes, 415 if it is packed, 408 after ten seconds.

    Bytes are counted as they come: a Content-Length may lie, and a packed body is never unpacked.
    """
    refused = _refused_unread(headers, cap)
    if refused is not None:
        await discard_body(receive)
        raise refused
    try:
        return await asyncio.wait_for(_collect(receive, cap), DEADLINE_S)
    except TimeoutError:
        raise BodyRefused(408, "too_slow") from None


def _refused_unread(headers: Mapping[bytes, bytes], cap: int) -> BodyRefused | None:
    encoding = headers.get(b"content-encoding", b"identity").strip().lower()
    if encoding not in (b"", b"identity"):
        return BodyRefused(415, "packed_body")
    length = headers.get(b"content-length", b"0")
    return BodyRefused(413, "too_large") if length.isdigit() and int(length) > cap else None


async def discard_body(receive: Any) -> None:
    """Let the rest of a refused body come and forget it, at most 2 s and 16 MB of it.

    A connection that is closed while bytes still arrive is reset, and whoever sent them never reads why.
    """
    try:
        async with asyncio.timeout(_DISCARD_S):
            size, more = 0, True
            while more and size < _DISCARD_BYTES:
                message = await receive()
                size += len(message.get("body", b""))
                more = message["type"] == "http.request" and message.get("more_body", False)
    except TimeoutError:
        return


async def _collect(receive: Any, cap: int) -> bytes:
    first = await receive()
    if first["type"] != "http.request":
        raise BodyRefused(400, "disconnected")
    if not first.get("more_body"):
        body: bytes = first.get("body", b"")
        if len(body) > cap:
            raise BodyRefused(413, "too_large")
        return body
    chunks, size = [first.get("body", b"")], len(first.get("body", b""))
    more = True
    while more:
        message = await receive()
        if message["type"] != "http.request":
            raise BodyRefused(400, "disconnected")
        chunks.append(message.get("body", b""))
        size += len(chunks[-1])
        more = message.get("more_body", False)
        if size > cap:
            if more:
                await discard_body(receive)
            raise BodyRefused(413, "too_large")
    return b"".join(chunks)
