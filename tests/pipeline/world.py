"""How does a house stand beside the simulator: its number declared there, its webhooks reached over HTTP?"""

from __future__ import annotations

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import aiohttp
from granian.constants import Interfaces
from granian.server.embed import Server

from recado_simulator.server import Simulator, start_simulator
from recado_simulator.settings import PRESETS, SimulatorSettings
from tests.pipeline.house import House, Organization


@dataclass(slots=True)
class World:
    """The simulator, and the house's webhooks on a port."""

    house: House
    simulator: Simulator
    http: aiohttp.ClientSession
    port: int

    @property
    def graph_url(self) -> str:
        return f"{self.simulator.url}/v25.0"

    async def control(self, method: str, path: str, body: Any = None, *, expect: int = 200) -> Any:
        async with self.http.request(method, f"{self.simulator.url}/control/{path}", json=body) as answer:
            assert answer.status == expect, await answer.text()
            return await answer.json()

    async def declare(self, clinic: Organization) -> None:
        """Tell the simulator of the organization's number, and wait until it has proved our address."""
        account = {
            "phone_number_id": clinic.account, "waba_id": "300000000000001", "display_phone_number": "551140000001",
            "name": clinic.slug, "app_id": "1", **clinic.secrets,
            "callback_url": f"http://127.0.0.1:{self.port}/webhooks/{clinic.channel}",
        }  # fmt: skip
        await self.control("POST", "accounts", account)
        async with asyncio.timeout(10):
            while not all(one.verified for one in self.simulator.parts.world.accounts.all()):
                await asyncio.sleep(0.02)

    async def says(self, clinic: Organization, phone: str, text: str) -> None:
        """A person writes on their phone."""
        await self.control("POST", f"phones/{phone}/messages", {"text": text, "account": clinic.account}, expect=201)

    async def shown(self, clinic: Organization, phone: str) -> list[Any]:
        """What the business said, as the phone shows it."""
        page = await self.control("GET", f"phones/{phone}/messages?account={clinic.account}")
        return [row for row in page["messages"] if row["direction"] == "in"]

    async def taken(self, phone: str) -> list[Any]:
        """Every send to this phone that the provider took: the ground truth."""
        page = await self.control("GET", f"ledger?sends=1&phone={phone}")
        return [row for row in page["entries"] if row["decision"] == "accepted"]


@contextlib.asynccontextmanager
async def open_world(house: House, folder: Path) -> AsyncIterator[World]:
    """Start the simulator, and serve the house's webhooks on loopback."""
    simulator = await start_simulator(SimulatorSettings(data=folder, habits=PRESETS["perfect"], seed=3))
    with socket.create_server(("127.0.0.1", 0)) as free:
        port: int = free.getsockname()[1]

    async def application(scope: Any, receive: Any, send: Any) -> None:
        await house.hook(scope, receive, send)

    server = Server(application, address="127.0.0.1", port=port, interface=Interfaces.ASGINL, log_enabled=False)
    serving = asyncio.create_task(server.serve())
    try:
        async with aiohttp.ClientSession() as http:
            yield World(house, simulator, http, port)
    finally:
        server.stop()  # type: ignore[no-untyped-call]
        await asyncio.wait_for(serving, 10)
        await simulator.close()
