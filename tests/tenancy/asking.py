"""How is a request put to an application in this process, also one whose answer never ends by itself?"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlencode

STREAM_S = 0.08
"""How long a stream of events must be silent before it is left."""


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked: `path` with its holes filled, query and headers as pairs, JSON or raw bytes as the body."""

    method: str
    path: str
    query: tuple[tuple[str, str], ...] = ()
    headers: tuple[tuple[str, str], ...] = ()
    json: Any = None
    raw: bytes = b""

    def body(self) -> bytes:
        return self.raw if self.json is None else json.dumps(self.json).encode()

    def text(self) -> str:
        """Everything that the asker said, to know what an answer merely echoes."""
        return " ".join(
            [self.path, repr(self.query), repr(self.headers), self.body().decode("utf-8", "replace")]
        ).lower()


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back."""

    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes

    def text(self) -> str:
        return f"{self.headers!r} {self.body.decode('utf-8', 'replace')}".lower()

    def json(self) -> Any:
        return json.loads(self.body)


async def ask(app: Any, request: Request, *, token: str = "", listen_s: float = STREAM_S) -> Answer:
    """Ask once. A stream is left as soon as it has been silent. What went wrong inside is a 500, as a caller sees it."""
    conversation = _Conversation(request, listen_s)
    try:
        async with asyncio.timeout(20):
            await app(_scope(request, token), conversation.receive, conversation.send)
    except Exception:
        if conversation.status != 500:  # the framework answers first and raises afterwards
            raise
    finally:
        if conversation.clock is not None:
            conversation.clock.cancel()
    return Answer(conversation.status, conversation.headers, bytes(conversation.body))


class _Conversation:
    """Both directions of one request, as the server would keep them."""

    def __init__(self, request: Request, listen_s: float) -> None:
        self._body: bytes | None = request.body()
        self._left = asyncio.Event()
        self._listen_s = listen_s
        self.clock: asyncio.Task[None] | None = None
        self.status = 0
        self.headers: tuple[tuple[str, str], ...] = ()
        self.body = bytearray()

    async def receive(self) -> Mapping[str, Any]:
        if self._body is not None:
            body, self._body = self._body, None
            return {"type": "http.request", "body": body, "more_body": False}
        await self._left.wait()
        return {"type": "http.disconnect"}

    async def send(self, message: Mapping[str, Any]) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            self.headers = tuple(
                (name.decode("latin-1"), value.decode("latin-1")) for name, value in message["headers"]
            )
            return
        self.body += message.get("body", b"")
        if not message.get("more_body"):
            self._left.set()
        elif "event-stream" in dict(self.headers).get("content-type", ""):
            if self.clock is not None:
                self.clock.cancel()
            self.clock = asyncio.create_task(self._leave())

    async def _leave(self) -> None:
        await asyncio.sleep(self._listen_s)
        self._left.set()


def _scope(request: Request, token: str) -> dict[str, Any]:
    headers = [(name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in request.headers]
    if token:
        headers.append((b"authorization", f"Bearer {token}".encode()))
    body = request.body()
    if request.json is not None:
        headers.append((b"content-type", b"application/json"))
    if body:
        headers.append((b"content-length", str(len(body)).encode()))
    return {
        "type": "http",
        # From 2.4 on a framework learns of a closed connection only by a failing send.
        "asgi": {"version": "3.0", "spec_version": "2.3"},
        "http_version": "1.1",
        "method": request.method,
        "scheme": "http",
        "path": request.path,
        "raw_path": quote(request.path).encode(),
        "query_string": urlencode(request.query).encode(),
        "root_path": "",
        "headers": [(b"host", b"recado.test"), *headers],
        "client": ("203.0.113.7", 40000),
        "server": ("recado.test", 80),
        "state": {},
    }
