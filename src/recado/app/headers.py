"""Which headers does every answer carry, whoever made it?"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

Send = Callable[[Any], Awaitable[None]]

_ALWAYS = {
    b"x-content-type-options": b"nosniff",
    b"x-frame-options": b"DENY",
    b"referrer-policy": b"no-referrer",
    b"cross-origin-opener-policy": b"same-origin",
    b"cross-origin-resource-policy": b"same-origin",
    b"permissions-policy": b"camera=(), geolocation=(), payment=()",
}
_API = {
    b"cache-control": b"no-store",
    b"content-security-policy": b"default-src 'none'; frame-ancestors 'none'",
}


def with_headers(path: str, send: Send) -> Send:
    """Return `send` with the headers that are missing added; what a route set itself stays."""
    wanted = {**_ALWAYS, **_API} if path.startswith("/api/") else _ALWAYS

    async def add(message: Any) -> None:
        if message["type"] == "http.response.start":
            there = {name.lower() for name, _ in message["headers"]}
            extra = [(name, value) for name, value in wanted.items() if name not in there]
            message = {**message, "headers": [*message["headers"], *extra]}
        await send(message)

    return add
