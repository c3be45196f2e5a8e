"""How does a test get the whole product in its own process: webhook route, lanes, turns, sends and API under one clock?

Everything is real but three things: the clock, which a test moves; the provider, a small server on loopback; and the loops,
which a test turns by hand with `settle`, so that nothing happens behind its back.
"""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import json
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import httpx
import psycopg

from recado.app.api import build_api
from recado.app.bootstrap import Product, connect, product
from recado.app.installed import adapters, installed_nodes
from recado.app.web import webhooks
from recado.app.worker import lanes
from recado.channels import service as channels
from recado.channels.webhooks.doors import Doors
from recado.flows.service import publishing as flows
from recado.flows.tasks.fire_timers import TimerRounds
from recado.foundation.database import Database
from recado.foundation.files import Files
from recado.foundation.identifiers import OrganizationId
from recado.foundation.lanes.inbox import InboxWorker
from recado.foundation.lanes.outbox import OutboxWorker
from recado.foundation.lanes.sweep import Sweeper
from recado.foundation.settings import Settings
from recado.organizations.models import SYSTEM, Role
from recado.organizations.service import Passwords, add_member, create_organization, create_user, find_user_id
from tests.pipeline import graph, wire
from tests.support.access import CHEAP, ORIGIN, PASSWORD, Browser
from tests.support.postgres import Clone

ECHO = {
    "format": 1,
    "id": "echo",
    "name": "Dois balões",
    "entry": "start",
    "variables": {"x": {"label": "Texto"}},
    "nodes": {
        "start": {"type": "start", "exits": {"next": "hello"}},
        "hello": {"type": "message", "options": {"text": "Oi"}, "exits": {"next": "ask"}},
        "again": {"type": "message", "options": {"text": "A {{ x }}"}, "exits": {"next": "ask"}},
        "ask": {
            "type": "question",
            "options": {"text": "B {{ x }}.", "kind": "text", "variable": "x"},
            "exits": {"next": "again"},
        },
    },
}
"""Greets, then answers each message with two bubbles: `A text` and `B text.`"""
FREE = {
    "per_second": 1e6,
    "pair_seconds": 1e-6,
    "pair_burst": 1_000_000,
    "per_minute": 10**9,
    "per_day": 10**9,
}
"""Pacing that holds nothing up."""
SHARED = "todas@exemplo.test"
"""Somebody who is in many organizations."""
_numbers = itertools.count(1)


@dataclass(slots=True)
class Moment:
    """A clock that a test moves."""

    ahead: timedelta = timedelta()

    def __call__(self) -> datetime:
        return datetime.now(UTC) + self.ahead

    def passes(self, **time_: float) -> None:
        self.ahead += timedelta(**time_)


@dataclass(slots=True)
class House:
    """A product on a database of its own."""

    clone: Clone
    built: Product
    worker: Database
    api: Any
    hook: Any
    graph: graph.FakeGraph
    clock: Moment
    inbox: InboxWorker
    outbox: OutboxWorker
    sweeper: Sweeper
    timers: TimerRounds
    hashed: str
    superuser: psycopg.AsyncConnection[Any]
    clients: list[httpx.AsyncClient] = field(default_factory=list)
    shared: Browser | None = None

    async def organization(
        self,
        *,
        consent: str = "on_reply",
        bot_returns: int | None = 720,
        policy: Mapping[str, Any] | None = None,
        pacing: Mapping[str, Any] | None = None,
        flow: Mapping[str, Any] | None = ECHO,
        graph_url: str = "",
        people: int = 1,
        account: str = "",
        settings: Mapping[str, str] | None = None,
        secret: str = "",
        shared: bool = False,
    ) -> Organization:
        """Make an organization with a number, a bot, and people who can sign in; `shared`: one person for many of them."""
        number = next(_numbers)
        slug, account = f"org-{number}", account or str(400_000_000_000_000 + number)
        secrets = {
            "app_secret": secret or f"segredo-{number}",
            "access_token": f"token-{number}",
            "verify_token": f"vt-{number}",
        }
        async with self.worker_app().transaction(None) as tx:
            id_ = await create_organization(tx, name=f"Clínica {number}", slug=slug, consent=consent)
            await tx.execute(
                "update organizations set settings = $2, bot_returns_after_minutes = $3 where id = $1",
                id_, json.dumps(policy or {}), bot_returns,
            )  # fmt: skip
            for email in [SHARED] if shared else [f"p{person}@{slug}.test" for person in range(people)]:
                user = await find_user_id(tx, email)
                if user is None:
                    name = f"Pessoa {email[1]}"
                    user = await create_user(tx, email=email, name=name, password_hash=self.hashed)
                await add_member(tx, user, role=Role.ORG_ADMIN, by=SYSTEM)
            bot = None
            if flow is not None:
                bot = await flows.create_bot(tx, name="Bot")
                made = await flows.create_flow(tx, bot=bot, name=str(flow["name"]), draft=flow)
                await flows.publish_flow(tx, made, installed_nodes())
            channel = await channels.add(
                tx, key=self.clone.key, adapters=adapters(None), adapter="whatsapp_cloud", name="Número",
                external_id=account, number="551140000001",
                settings={"graph_url": graph_url or self.graph.base, "waba_id": wire.WABA, **(settings or {})},
                secrets=secrets, default_bot=bot, limits=FREE if pacing is None else pacing,
            )  # fmt: skip
        self.hook.doors = Doors(
            self.worker_app(), self.clone.key
        )  # those in use remember for two seconds whom they know
        return Organization(self, id_, slug, channel, account, secrets)

    def worker_app(self) -> Database:
        found: Database = self.api.state.database
        return found

    async def settle(self, *, sweeps: bool = False) -> None:
        """Turn the lanes until neither finds anything to do now."""
        limit = time.monotonic() + 60
        while time.monotonic() < limit:
            done = await self.timers.run_once() + await self.inbox.run_once() + await self.outbox.run_once()
            await self.outbox.drain(30)
            if sweeps:
                await self.sweeper.run_once()
            if not done:
                return
        raise AssertionError("the lanes never come to rest")

    async def until(
        self, ready: Callable[[], Awaitable[object]], seconds: float = 20.0, *, sweeps: bool = False
    ) -> None:
        """Turn the lanes until something holds."""
        limit = time.monotonic() + seconds
        while not await ready():
            assert time.monotonic() < limit, "it did not happen in time"
            await self.settle(sweeps=sweeps)
            await asyncio.sleep(0.02)

    async def rows(self, query: str, *values: Any) -> list[tuple[Any, ...]]:
        """Ask the database as its superuser, who sees every organization."""
        done = await self.superuser.execute(query, values)
        return await done.fetchall() if done.description else []

    async def request(self, method: str, path: str, raw: bytes, headers: Mapping[str, str]) -> httpx.Response:
        transport = httpx.ASGITransport(app=self.hook)
        async with httpx.AsyncClient(transport=transport, base_url=ORIGIN) as client:
            return await client.request(method, path, content=raw, headers=headers)


@dataclass(slots=True)
class Organization:
    """An organization of the house, with its number."""

    house: House
    id: OrganizationId
    slug: str
    channel: UUID
    account: str
    secrets: dict[str, str]
    _browser: Browser | None = None

    async def deliver(self, raw: bytes, *, path: str = "", settle: bool = True) -> None:
        """Post a body as Meta does; it must be answered 200."""
        signed = {"x-hub-signature-256": wire.signature(self.secrets["app_secret"], raw)}
        answer = await self.house.request("POST", path or f"/webhooks/{self.channel}", raw, signed)
        assert answer.status_code == 200, answer.text
        if settle:
            await self.house.settle()

    async def hears(self, person: wire.Person, body: str, *, settle: bool = True, **more: Any) -> None:
        """A person writes."""
        more.setdefault("at", self.house.clock())
        await self.deliver(wire.delivery(self.account, wire.text(person, body, **more)), settle=settle)

    async def statuses(self, *rows: wire.Json) -> None:
        """The provider tells how far messages have come."""
        await self.deliver(wire.delivery(self.account, {"statuses": list(rows)}))

    def told(self, person: wire.Person) -> list[str]:
        """What the person was sent."""
        return self.house.graph.texts(person.phone)

    async def browser(self, person: int = 0) -> Browser:
        """Somebody of the organization, signed in."""
        if person == 0 and self._browser is not None:
            return self._browser
        client = httpx.AsyncClient(transport=httpx.ASGITransport(app=self.house.api), base_url=ORIGIN)
        self.house.clients.append(client)
        found = Browser(client)
        answer = await found.sign_in(f"p{person}@{self.slug}.test")
        assert answer.status_code == 200, answer.text
        if person == 0:
            self._browser = found
        return found

    async def shared_browser(self) -> Browser:
        """The one person of many organizations, now in this one."""
        if self.house.shared is None:
            client = httpx.AsyncClient(transport=httpx.ASGITransport(app=self.house.api), base_url=ORIGIN)
            self.house.clients.append(client)
            self.house.shared = Browser(client)
            assert (await self.house.shared.sign_in(SHARED)).status_code == httpx.codes.OK
        answer = await self.house.shared.post("/session/organization", {"organization_id": str(self.id)})
        assert answer.status_code == httpx.codes.OK, answer.text
        self.house.shared.token = answer.json()["access_token"]
        return self.house.shared

    async def api(
        self, method: str, path: str, body: Any = None, *, person: int = 0, expect: int = 200, **more: Any
    ) -> Any:
        """Call the API as somebody of the organization."""
        browser = await self.browser(person)
        answer = await browser.request(method, path, **({"json": body} if body is not None else {}), **more)
        assert answer.status_code == expect, f"{method} {path}: {answer.status_code} {answer.text}"
        return answer.json() if answer.content else None

    async def conversation(self, person: wire.Person) -> Any:
        """The person's latest conversation."""
        return await self.api("GET", f"/conversations/{person.phone}")

    async def thread(self, person: wire.Person, **only: str) -> list[Any]:
        """The lines of the person's thread, oldest first."""
        page = await self.api("GET", f"/conversations/{person.phone}/messages?limit=200")
        return [line for line in page["items"] if all(line[name] == value for name, value in only.items())]

    async def act(self, who: wire.Person, verb: str, body: Any = None, *, expect: int = 200, **more: Any) -> Any:
        """Do something at the desk with the person's conversation."""
        path = f"/conversations/{who.phone}/{verb}"
        return await self.api("POST", path, body if body is not None else {}, expect=expect, **more)

    async def send(self, person: wire.Person, body: str, *, settle: bool = True, **more: Any) -> str:
        """Write to the person as somebody of the organization; the message's id."""
        key = {"Idempotency-Key": f"k{next(_numbers)}"}
        answer = await self.act(person, "send", {"text": body}, expect=202, headers=key, **more)
        if settle:
            await self.house.settle()
        return str(answer["message_id"])

    async def message(self, person: wire.Person, id_: str) -> Any:
        return await self.api("GET", f"/conversations/{person.phone}/messages/{id_}")

    async def dead_letters(self) -> list[Any]:
        return list((await self.api("GET", "/dead-letters"))["items"])


@contextlib.asynccontextmanager
async def open_house(clone: Clone, folder: Path, **settings: Any) -> AsyncIterator[House]:
    """Open the product on `clone`."""
    told = Settings(
        database_url=clone.owner_dsn, recado_master_key="7e57" * 16, recado_home=str(folder), recado_public_url=ORIGIN,
        **settings,
    )  # fmt: skip
    clock = Moment()
    async with contextlib.AsyncExitStack() as stack:
        provider = await stack.enter_async_context(graph.serving())
        built = await stack.enter_async_context(product(told, role="recado_worker", name="tests", clock=clock))
        databases = [
            await connect(built, role, size=size, name="tests")
            for role, size in (("recado_worker", 6), ("recado_app", 6), ("recado_intake", 2))
        ]
        for database in databases:
            stack.push_async_callback(database.close)
        worker, app, intake = databases
        hook = webhooks(built, app, intake)
        passwords = Passwords(clone.key, CHEAP)
        inbox, outbox, sweeper = lanes(built, worker, Files(folder / "media"))
        house = House(
            clone, built, worker, build_api(built, app, hook), hook, provider, clock, inbox, outbox, sweeper,
            TimerRounds(worker, clock), await passwords.hash(PASSWORD),
            await psycopg.AsyncConnection.connect(clone.owner_dsn, autocommit=True),
        )  # fmt: skip
        try:
            yield house
        finally:
            for client in house.clients:
                await client.aclose()
            passwords.close()
            await house.superuser.close()
