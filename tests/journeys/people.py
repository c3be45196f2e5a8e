"""What do customers do on their phones, and what do they see there?"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import aiohttp

Json = dict[str, Any]
_PATIENCE_S = 20.0


@dataclass(slots=True)
class World:
    """The simulator's control API: everything that is no click on the phone page."""

    http: aiohttp.ClientSession
    url: str

    def phone(self, number: str, name: str) -> Phone:
        return Phone(self, number, name)

    async def ask(self, method: str, path: str, body: Json | None = None) -> Any:
        async with self.http.request(method, f"{self.url}/control/{path}", json=body) as answer:
            assert answer.status < 300, f"{path}: {await answer.text()}"
            return await answer.json()

    async def account(self) -> Json:
        """The demo organization's number, as the simulator was told of it."""
        found: Json = (await self.ask("GET", "accounts"))["accounts"][0]
        return found

    async def stored_at(self, wamid: str, *, hurry: bool = False) -> float:
        """When the business answered 200 for a message, which it does once it is stored; in seconds since 1970.

        With `hurry` the provider repeats at once what was not taken, instead of in its own time.
        """

        async def look() -> float | None:
            if hurry:
                await self.ask("POST", "webhooks/flush", {})
            for one in (await self.ask("GET", "deliveries?limit=500"))["deliveries"]:
                if one["answer"] == 200 and wamid in one["message_ids"]:
                    return seconds(one["at"])
            return None

        moment: float = await until(look, f"200 for {wamid}", 60)
        return moment


@dataclass(slots=True)
class Phone:
    """One customer."""

    world: World
    number: str
    name: str

    async def do(self, **said: Any) -> str:
        """Do something as in the control API; return the id of the message it made."""
        answer = await self.world.ask("POST", f"phones/{self.number}/messages", {"name": self.name, **said})
        return str(answer["id"])

    async def say(self, text: str) -> str:
        return await self.do(text=text)

    async def tap(self, option: str) -> str:
        return await self.do(tap=option)

    async def messages(self) -> list[Json]:
        """What the phone shows; `in` came from the business."""
        found: list[Json] = (await self.world.ask("GET", f"phones/{self.number}/messages"))["messages"]
        return found

    async def heard(self, text: str) -> Json:
        """Wait until the business has said `text`, or something that holds it."""

        async def look() -> Json | None:
            came = [one for one in await self.messages() if one["direction"] == "in"]
            return next((one for one in came if text in (one.get("text") or "")), None)

        message: Json = await until(look, f"{text!r} on the phone of {self.name}")
        return message

    async def reach_a_person(self) -> None:
        """Say hello to the bot and ask for somebody of the team."""
        await self.say("oi")
        await self.heard("Como posso te ajudar")
        await self.tap("Falar com atendente")
        await self.heard("Já chamei alguém")


def seconds(moment: str) -> float:
    return datetime.fromisoformat(moment).timestamp()


async def until(
    look: Callable[[], Awaitable[Any]], what: str, patience_s: float = _PATIENCE_S, *, every_s: float = 0.03
) -> Any:
    """Ask again and again until the answer is something; the answer."""
    deadline = time.monotonic() + patience_s
    while not (found := await look()):
        assert time.monotonic() < deadline, f"waited in vain for {what}"
        await asyncio.sleep(every_s)
    return found
