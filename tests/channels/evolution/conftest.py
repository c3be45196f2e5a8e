"""A simulated gateway, somebody who listens to it, and the adapter that speaks to it."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from aiohttp import web

from recado.channels.adapter import Account
from recado.channels.adapters.evolution.adapter import Evolution
from recado_simulator import Simulator, SimulatorSettings, start_simulator
from recado_simulator.settings import PRESETS
from tests.channels.evolution.wire import INSTANCE

SECRET = "segredo-do-webhook"


@dataclass
class Desk:
    """The adapter, its account, the phone behind the instance, and every webhook that came."""

    simulator: Simulator
    session: aiohttp.ClientSession
    url: str
    heard: list[tuple[dict[str, str], bytes]] = field(default_factory=list)

    @property
    def adapter(self) -> Evolution:
        return Evolution(self.session)

    @property
    def account(self) -> Account:
        return Account(
            INSTANCE, {"base_url": self.simulator.url}, {"api_key": "evolution-key", "webhook_secret": SECRET}
        )

    async def control(self, path: str, **body: Any) -> Any:
        async with self.session.post(f"{self.simulator.url}/control/{path}", json=body) as answer:
            return {"status": answer.status, **await answer.json()}

    async def instance(self, act: str, **body: Any) -> Any:
        return await self.control(f"evolution/{INSTANCE}/{act}", **body)

    async def messages(self) -> list[Any]:
        async with self.session.get(f"{self.simulator.url}/control/evolution/{INSTANCE}/messages") as answer:
            found: list[Any] = (await answer.json())["messages"]
            return found

    async def pair(self) -> None:
        found = await self.adapter.connect(self.account, webhook=self.url, phone="")
        assert found.qr
        await self.instance("scan", phone="5511990000009")
        await until(lambda: "open" in self.states())

    def events(self, name: str) -> list[Any]:
        told = [json.loads(raw) for _, raw in self.heard if raw.endswith(b"}")]
        return [one["data"] for one in told if one["event"] == name]

    def states(self) -> list[str]:
        return [one["state"] for one in self.events("connection.update")]


async def until(done: Callable[[], Any], seconds: float = 5.0) -> None:
    """Wait until `done`, or fail."""
    async with asyncio.timeout(seconds):
        while not done():
            await asyncio.sleep(0.01)


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    settings = SimulatorSettings(data=tmp_path / "simulator", habits=PRESETS["perfect"], seed=1)
    simulator = await start_simulator(settings)
    async with aiohttp.ClientSession() as session:
        found = Desk(simulator, session, "")

        async def hear(request: web.Request) -> web.Response:
            found.heard.append((dict(request.headers), await request.read()))
            return web.Response(text="ok")

        app = web.Application(client_max_size=64 * 1024 * 1024)
        app.router.add_post("/{path:.*}", hear)
        runner = web.AppRunner(app, access_log=None)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        found.url = f"http://127.0.0.1:{runner.addresses[0][1]}/webhooks/x"
        yield found
        await runner.cleanup()
    await simulator.close()
