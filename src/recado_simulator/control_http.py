"""How are control requests read and answered, and who may make them?"""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from http import HTTPStatus
from urllib.parse import urlsplit

from aiohttp import web

from recado_simulator.parts import PARTS, Parts
from recado_simulator.shapes import BadRequest, Json

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def parts_of(request: web.Request) -> Parts:
    return request.app[PARTS]


async def body_of(request: web.Request) -> Json:
    """The request's JSON object; an empty body is an empty object."""
    raw = await request.read()
    if not raw.strip():
        return {}
    try:
        body = json.loads(raw)
    except (ValueError, RecursionError):
        raise BadRequest("the body is not valid JSON") from None
    if not isinstance(body, dict):
        raise BadRequest("the body must be a JSON object")
    return body


def reply(body: object, *, status: int = 200) -> web.Response:
    text = json.dumps(body, ensure_ascii=False, separators=(",", ":"))
    return web.Response(
        body=text.encode("utf-8", "backslashreplace"),
        status=status,
        content_type="application/json",
        charset="utf-8",
        headers={"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"},
    )


def number_of(request: web.Request, key: str, default: float) -> float:
    text = request.query.get(key)
    if text is None:
        return default
    try:
        return float(text)
    except ValueError:
        raise BadRequest(f"{key} must be a number") from None


@web.middleware
async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Turn what cannot be understood into a sentence, and refuse other sites' pages.

    The control API has no password, because it listens on loopback; a page of another origin in the same browser
    must still not be able to drive it.
    """
    origin = request.headers.get("Origin")
    if origin and request.path.startswith("/control") and urlsplit(origin).netloc != request.host:
        return reply({"error": "requests from other origins are refused"}, status=403)
    try:
        return await handler(request)
    except BadRequest as error:
        return reply({"error": str(error)}, status=error.status)
    except web.HTTPException as error:
        if error.status >= HTTPStatus.BAD_REQUEST:
            return reply({"error": error.reason}, status=error.status)
        raise
