"""A small provider of media on loopback, and an organization with a channel that speaks to it."""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from aiohttp import web

from recado.app.installed import adapters
from recado.channels import service as channels
from recado.conversations.service.ports import Ports
from recado.foundation.clock import Clock, system_clock
from recado.foundation.database import Database
from recado.foundation.files import Files
from recado.foundation.http import open_client
from recado.foundation.identifiers import OrganizationId, new_id
from tests.support.jobs import add_organization, change
from tests.support.postgres import Clone

SECRETS = {"access_token": "token-of-the-number", "app_secret": "s" * 32, "verify_token": "v" * 16}
MISSING: dict[str, Any] = {"error": {"message": "Unsupported get request.", "code": 100, "error_subcode": 33}}
BUSY: dict[str, Any] = {"error": {"message": "Service temporarily unavailable", "code": 2}}


@dataclass(slots=True)
class FakeGraph:
    """Media by id. `failures` are answered first; `stale` addresses have run out; every call is noted with its bearer."""

    contents: dict[str, tuple[bytes, str]] = field(default_factory=dict)
    failures: list[tuple[int, dict[str, Any]]] = field(default_factory=list)
    stale: int = 0
    tell_sha256: bool = True
    calls: list[tuple[str, str]] = field(default_factory=list)
    uploads: list[tuple[bytes, str, str]] = field(default_factory=list)
    bearers: set[str] = field(default_factory=set)
    base: str = ""

    def application(self) -> web.Application:
        app = web.Application(client_max_size=200_000_000)
        app.router.add_get("/bytes/{id}", self._bytes)
        app.router.add_post("/{version}/{number}/media", self._upload)
        app.router.add_get("/{version}/{id}", self._describe)
        return app

    def _note(self, request: web.Request, what: str) -> web.Response | None:
        self.calls.append((what, request.match_info.get("id", "")))
        self.bearers.add(request.headers.get("Authorization", ""))
        if self.failures and what != "bytes":
            status, body = self.failures.pop(0)
            return web.json_response(body, status=status)
        return None

    async def _describe(self, request: web.Request) -> web.Response:
        if (failure := self._note(request, "describe")) is not None:
            return failure
        id_ = request.match_info["id"]
        if id_ not in self.contents:
            return web.json_response(MISSING, status=400)
        content, mime = self.contents[id_]
        told = {"url": f"{self.base}/bytes/{id_}", "mime_type": mime, "file_size": len(content), "id": id_}
        if self.tell_sha256:
            told["sha256"] = hashlib.sha256(content).hexdigest()
        return web.json_response({"messaging_product": "whatsapp", **told})

    async def _bytes(self, request: web.Request) -> web.Response:
        self._note(request, "bytes")
        if self.stale:
            self.stale -= 1
            return web.Response(status=404)
        content, mime = self.contents[request.match_info["id"]]
        return web.Response(body=content, content_type=mime)

    async def _upload(self, request: web.Request) -> web.Response:
        if (failure := self._note(request, "upload")) is not None:
            return failure
        form = await request.post()
        file = form["file"]
        assert isinstance(file, web.FileField)
        self.uploads.append((file.file.read(), file.content_type, file.filename))
        return web.json_response({"id": f"up-{len(self.uploads)}"})


@contextlib.asynccontextmanager
async def serving(graph: FakeGraph) -> AsyncIterator[FakeGraph]:
    runner = web.AppRunner(graph.application())
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    graph.base = f"http://127.0.0.1:{runner.addresses[0][1]}"
    try:
        yield graph
    finally:
        await runner.cleanup()


@dataclass(slots=True)
class Moment:
    """A clock that a test sets."""

    now: datetime

    def __call__(self) -> datetime:
        return self.now


@dataclass(frozen=True, slots=True)
class Shop:
    """An organization, its channel, a thread in it, and what handlers need."""

    clone: Clone
    database: Database
    organization: OrganizationId
    channel: UUID
    conversation: UUID
    graph: FakeGraph
    ports: Ports
    files: Files

    def add_message(self, direction: str = "in") -> UUID:
        id_ = new_id()
        change(
            self.clone,
            "insert into messages (organization_id, id, conversation_id, channel_id, direction, type, author, status,"
            " status_rank) values (%s, %s, %s, %s, %s, 'image', 'contact', 'received', 0)",
            self.organization, id_, self.conversation, self.channel, direction,
        )  # fmt: skip
        return id_

    def add_media(self, provider_id: str, *, mime: str = "image/jpeg", sha256: str = "", filename: str = "") -> UUID:
        id_ = new_id()
        change(
            self.clone,
            "insert into media (organization_id, id, message_id, channel_id, provider_id, mime_type, sha256, filename, state)"
            " values (%s, %s, %s, %s, %s, %s, %s, %s, 'pending')",
            self.organization, id_, self.add_message(), self.channel, provider_id, mime, sha256, filename,
        )  # fmt: skip
        return id_


async def _no_turns(*_: object) -> None:
    """No flow answers in these tests."""


@contextlib.asynccontextmanager
async def shop(clone: Clone, home: Path, clock: Clock = system_clock) -> AsyncIterator[Shop]:
    """Open a shop whose channel speaks to a provider of its own."""
    async with contextlib.AsyncExitStack() as stack:
        graph = await stack.enter_async_context(serving(FakeGraph()))
        client = await stack.enter_async_context(open_client())
        database = await Database.connect(clone.worker_dsn, size=5, name="tests")
        stack.push_async_callback(database.close)
        installed = adapters(client)
        organization = add_organization(clone)
        async with contextlib.AsyncExitStack() as short:
            app = await Database.connect(clone.app_dsn, size=1, name="tests")
            short.push_async_callback(app.close)
            async with app.transaction(organization) as tx:
                channel = await channels.add(
                    tx, key=clone.key, adapters=installed, adapter="whatsapp_cloud", name="Recepção",
                    external_id="100200300", number="+5511999990000", secrets=SECRETS,
                    settings={"phone_number_id": "100200300", "graph_url": f"{graph.base}/v24.0"},
                )  # fmt: skip
        conversation = add_conversation(clone, organization, channel)
        ports = Ports(installed, clock, clone.key, _no_turns)
        yield Shop(clone, database, organization, channel, conversation, graph, ports, Files(home / "media"))


def add_conversation(clone: Clone, organization: OrganizationId, channel: UUID) -> UUID:
    contact, conversation = new_id(), new_id()
    change(clone, "insert into contacts (organization_id, id, name) values (%s, %s, 'Rex')", organization, contact)
    change(
        clone,
        "insert into conversations (organization_id, id, channel_id, contact_id, state) values (%s, %s, %s, %s, 'active')",
        organization, conversation, channel, contact,
    )  # fmt: skip
    return conversation
