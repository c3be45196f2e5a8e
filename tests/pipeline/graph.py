"""A provider on loopback that takes what is sent, or answers what a test has laid ready."""

from __future__ import annotations

import contextlib
import itertools
from collections import deque
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web


@dataclass(frozen=True, slots=True)
class Sent:
    """A message that the provider took."""

    id: str
    to: str
    text: str
    token: str
    body: dict[str, Any]


@dataclass(slots=True)
class FakeGraph:
    """`answers` are given first, as (HTTP status, body); then everything is accepted. `calls` counts the sends it saw.

    A text `id:x` is given the id `x`.
    """

    base: str = ""
    sent: list[Sent] = field(default_factory=list)
    reads: list[str] = field(default_factory=list)
    answers: deque[tuple[int, dict[str, Any]]] = field(default_factory=deque)
    calls: int = 0
    uploads: list[str] = field(default_factory=list)
    bearers: list[str] = field(default_factory=list)
    _numbers: Any = field(default_factory=lambda: itertools.count(1))

    def texts(self, to: str) -> list[str]:
        """What this person was sent, in the order in which it was taken."""
        return [one.text for one in self.sent if one.to == to]

    def refuse(self, code: int, *, status: int = 400, times: int = 1, title: str = "refused", **more: Any) -> None:
        """Lay an error ready for the next sends."""
        error = {"message": f"(#{code}) {title}", "type": "OAuthException", "code": code, **more}
        self.answers.extend([(status, {"error": error})] * times)

    async def describe(self, request: web.Request) -> web.Response:
        return web.json_response({"id": request.match_info["number"], "display_phone_number": "+55 11 4000-0001"})

    async def keep(self, request: web.Request) -> web.Response:
        await request.read()
        self.uploads.append(f"media-{id(self)}-{next(self._numbers)}")
        return web.json_response({"id": self.uploads[-1]})

    async def take(self, request: web.Request) -> web.Response:
        body = await request.json()
        self.bearers.append(request.headers.get("Authorization", ""))
        if body.get("status") == "read":
            self.reads.append(body["message_id"])
            return web.json_response({"success": True})
        self.calls += 1
        if self.answers:
            status, answer = self.answers.popleft()
            return web.json_response(answer, status=status)
        text = _text(body)
        named = text.removeprefix("id:") if text.startswith("id:") else ""
        sent = Sent(
            named or f"wamid.OUT{id(self)}-{next(self._numbers)}", body.get("to") or body.get("recipient", ""), text,
            body.get("biz_opaque_callback_data", ""), body,
        )  # fmt: skip
        self.sent.append(sent)
        return web.json_response(
            {
                "messaging_product": "whatsapp",
                "contacts": [{"input": sent.to, "wa_id": sent.to}],
                "messages": [{"id": sent.id}],
            }
        )


def _text(body: dict[str, Any]) -> str:
    if "interactive" in body:
        return str(body["interactive"]["body"]["text"])
    return str(body.get("text", {}).get("body", ""))


@contextlib.asynccontextmanager
async def serving() -> AsyncIterator[FakeGraph]:
    graph = FakeGraph()
    app = web.Application()
    app.router.add_post("/{version}/{number}/messages", graph.take)
    app.router.add_post("/{version}/{number}/media", graph.keep)
    app.router.add_get("/{version}/{number}", graph.describe)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.2)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    graph.base = f"http://127.0.0.1:{runner.addresses[0][1]}/v25.0"
    try:
        yield graph
    finally:
        await runner.cleanup()
