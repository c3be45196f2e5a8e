"""Somebody's server on loopback, which a flow may call."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web


@dataclass(slots=True)
class Stranger:
    """Notes what is asked, and answers as it is told, the last answer again and again."""

    base: str = ""
    asked: list[tuple[str, str, str]] = field(default_factory=list)
    """Method, body and Idempotency-Key of each request."""
    answers: list[tuple[int, Any]] = field(default_factory=lambda: [(200, {"nome": "Rex"})])
    """Status and JSON; status 0 breaks the connection off."""
    pause_s: float = 0.0
    under_way: int = 0
    most_under_way: int = 0

    async def take(self, request: web.Request) -> web.StreamResponse:
        self.asked.append((request.method, await request.text(), request.headers.get("Idempotency-Key", "")))
        self.under_way += 1
        self.most_under_way = max(self.most_under_way, self.under_way)
        try:
            await asyncio.sleep(self.pause_s)
        finally:
            self.under_way -= 1
        status, body = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if status == 0:
            assert request.transport is not None
            request.transport.abort()
        return web.json_response(body, status=status or 200)


@contextlib.asynccontextmanager
async def serving() -> AsyncIterator[Stranger]:
    found = Stranger()
    app = web.Application()
    app.router.add_route("*", "/{path:.*}", found.take)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.2)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    found.base = f"http://127.0.0.1:{runner.addresses[0][1]}"
    try:
        yield found
    finally:
        await runner.cleanup()


def asking(base: str, **options: Any) -> dict[str, Any]:
    """A flow that asks the stranger for a name."""
    call = {
        "url": f"{base}/pet", "method": "get", "timeout_s": 2, "retries": 0,
        "results": [{"path": "body.nome", "variable": "pet"}], **options,
    }  # fmt: skip
    return {
        "format": 1,
        "id": "consulta",
        "name": "Consulta",
        "entry": "start",
        "variables": {"pet": {"label": "Pet"}},
        "nodes": {
            "start": {"type": "start", "exits": {"next": "call"}},
            "call": {"type": "api_call", "options": call, "exits": {"next": "good", "error": "bad"}},
            "good": {"type": "message", "options": {"text": "Achei {{ pet }}"}, "exits": {"next": "more"}},
            "bad": {"type": "message", "options": {"text": "Não deu"}, "exits": {"next": "more"}},
            "more": {"type": "question", "options": {"text": "Mais?", "kind": "text", "variable": "pet"}},
        },
    }
