"""What does a business at the other end of the simulator see and answer?"""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import json
import time
from collections.abc import Callable
from typing import Any

import aiohttp
from aiohttp import web

from recado_simulator import Simulator

Json = dict[str, Any]
NUMBER = "400000000000001"
WABA = "300000000000001"
APP = "200000000000001"
SECRET = "segredo-da-aplicacao"
TOKEN = "EAAG-token"
PHONE = "5511988887777"


class Business:
    """A webhook receiver on a free port that checks signatures and keeps what came."""

    def __init__(self) -> None:
        self.raw: list[bytes] = []
        self.headers: list[dict[str, str]] = []
        self.wrongly_signed = 0
        self.statuses_to_answer: list[int] = []
        self.verify_token = "verifique"
        self.url = ""
        self._runner: web.AppRunner | None = None

    async def open(self) -> None:
        app = web.Application()
        app.router.add_get("/webhooks/whatsapp", self._challenge)
        app.router.add_post("/webhooks/whatsapp", self._receive)
        app.router.add_get("/foto.png", self._picture)
        self._runner = web.AppRunner(app, shutdown_timeout=0.1)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}"

    async def close(self) -> None:
        if self._runner is not None:
            await self._runner.cleanup()

    @property
    def bodies(self) -> list[Json]:
        return [json.loads(raw) for raw in self.raw]

    def values(self, field: str = "messages") -> list[Json]:
        return [
            change["value"]
            for body in self.bodies
            for entry in body["entry"]
            for change in entry["changes"]
            if change["field"] == field
        ]

    def messages(self) -> list[Json]:
        return [row for value in self.values() for row in value.get("messages", [])]

    def statuses(self, message_id: str | None = None) -> list[Json]:
        rows = [row for value in self.values() for row in value.get("statuses", [])]
        return [row for row in rows if message_id in (None, row["id"])]

    async def until(self, ready: Callable[[], object], seconds: float = 5.0) -> Any:
        """Wait until this is true and give it back."""
        return await until(ready, seconds)

    async def _challenge(self, request: web.Request) -> web.Response:
        if request.query.get("hub.verify_token") != self.verify_token:
            return web.Response(status=403)
        return web.Response(text=request.query["hub.challenge"])

    async def _receive(self, request: web.Request) -> web.Response:
        raw = await request.read()
        expected = "sha256=" + hmac.new(SECRET.encode(), raw, hashlib.sha256).hexdigest()
        if request.headers.get("X-Hub-Signature-256") != expected:
            self.wrongly_signed += 1
            return web.Response(status=401)
        status = self.statuses_to_answer.pop(0) if self.statuses_to_answer else 200
        self.raw.append(raw)
        self.headers.append(dict(request.headers))
        return web.Response(status=status)

    async def _picture(self, request: web.Request) -> web.Response:
        return web.Response(body=b"\x89PNG\r\n\x1a\n" + b"0" * 64, content_type="image/png")


class Desk:
    """A business's hands on the simulator: its Graph API and the control API."""

    def __init__(self, simulator: Simulator, http: aiohttp.ClientSession) -> None:
        self.simulator = simulator
        self.http = http

    async def control(self, method: str, path: str, body: object = None) -> tuple[int, Any]:
        async with self.http.request(method, f"{self.simulator.url}/control/{path}", json=body) as answer:
            return answer.status, await answer.json()

    async def say(self, said: object, *, phone: str = PHONE) -> Json:
        body = {"text": said} if isinstance(said, str) else said
        status, answer = await self.control("POST", f"phones/{phone}/messages", body)
        assert status == 201, answer
        return dict(answer)

    async def on_phone(self, *, phone: str = PHONE, query: str = "") -> list[Json]:
        _, answer = await self.control("GET", f"phones/{phone}/messages{query}")
        return list(answer["messages"])

    async def graph(
        self, method: str, path: str, body: object = None, *, token: str = TOKEN, **kwargs: Any
    ) -> tuple[int, Any]:
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        url = f"{self.simulator.url}/v25.0/{path}"
        async with self.http.request(method, url, json=body, headers=headers, **kwargs) as answer:
            return answer.status, await answer.json(content_type=None)

    async def send(self, body: Json, *, to: str = PHONE, **more: Any) -> tuple[int, Any]:
        return await self.graph(
            "POST", f"{NUMBER}/messages", {"messaging_product": "whatsapp", "to": to, **body}, **more
        )

    async def send_text(self, text: str, *, to: str = PHONE) -> tuple[int, Any]:
        return await self.send({"type": "text", "text": {"body": text}}, to=to)

    async def ledger(self) -> list[Json]:
        _, answer = await self.control("GET", "ledger")
        return list(answer["entries"])


def account(business: Business, **changes: object) -> Json:
    return {
        "phone_number_id": NUMBER,
        "waba_id": WABA,
        "display_phone_number": "+55 11 4000-0001",
        "name": "Clínica Bicho Feliz",
        "app_id": APP,
        "app_secret": SECRET,
        "access_token": TOKEN,
        "verify_token": "verifique",
        "callback_url": f"{business.url}/webhooks/whatsapp",
        **changes,
    }


async def until(ready: Callable[[], object], seconds: float = 5.0) -> Any:
    limit = time.monotonic() + seconds
    while not (found := ready()):
        assert time.monotonic() < limit, "it did not happen in time"
        await asyncio.sleep(0.01)
    return found
