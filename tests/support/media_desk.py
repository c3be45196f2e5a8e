"""Two organizations with people in every role and a thread with files, served in-process or on a port."""

from __future__ import annotations

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from granian.constants import Interfaces
from granian.server.embed import Server

from recado.conversations.api.media import router
from recado.foundation.files import Files, key_of
from recado.foundation.identifiers import OrganizationId, new_id
from recado.organizations.models import Role
from tests.support.access import Browser, Office, office
from tests.support.graph_media import add_conversation
from tests.support.jobs import change
from tests.support.postgres import Clone


@dataclass(slots=True)
class Desk:
    """Two organizations with people in every role, and a thread in the first."""

    office: Office
    files: Files
    folder: Path
    clinic: OrganizationId
    other: OrganizationId
    channel: UUID
    conversation: UUID

    async def media(self, content: bytes, mime: str, filename: str = "", state: str = "stored") -> UUID:
        """Store a file of a message of the first organization."""
        id_, message = new_id(), new_id()
        key = key_of(self.clinic, id_)
        await self.files.save(key, _once(content), limit=10**9, head=0, tail=1)
        change(
            self.office.clone,
            "insert into messages (organization_id, id, conversation_id, channel_id, direction, type, author, status,"
            " status_rank) values (%s, %s, %s, %s, 'in', 'document', 'contact', 'received', 0)",
            self.clinic, message, self.conversation, self.channel,
        )  # fmt: skip
        change(
            self.office.clone,
            "insert into media (organization_id, id, message_id, channel_id, mime_type, filename, state, storage_key, failure)"
            " values (%s, %s, %s, %s, %s, %s, %s, %s, 'http_404')",
            self.clinic, id_, message, self.channel, mime, filename, state, key,
        )  # fmt: skip
        return id_

    async def sign_in(self, name: str, role: Role, organization: OrganizationId | None = None) -> Browser:
        email = f"{name}@exemplo.test"
        await self.office.person(email, {organization or self.clinic: role})
        return await self.office.signed_in(email)


async def _once(content: bytes) -> AsyncIterator[bytes]:
    yield content


@contextlib.asynccontextmanager
async def media_desk(database: Clone, folder: Path) -> AsyncIterator[Desk]:
    async with office(database, routers=[router]) as found:
        found.app.state.files = files = Files(folder)
        clinic, other = await found.organization("clinica"), await found.organization("outra")
        channel = new_id()
        change(
            database,
            "insert into channels (organization_id, id, adapter, name, external_id, secrets, verify_token_hash)"
            " values (%s, %s, 'whatsapp_cloud', 'Recepção', '1', '', '')",
            clinic, channel,
        )  # fmt: skip
        yield Desk(found, files, folder, clinic, other, channel, add_conversation(database, clinic, channel))


@contextlib.asynccontextmanager
async def served(desk: Desk) -> AsyncIterator[int]:
    """Serve the application on loopback; yields the port, which answers."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port: int = free.getsockname()[1]
    server = Server(desk.office.app, address="127.0.0.1", port=port, interface=Interfaces.ASGINL, log_enabled=False)
    serving = asyncio.create_task(server.serve())
    try:
        (await connected(port)).close()
        yield port
    finally:
        server.stop()  # type: ignore[no-untyped-call]
        await asyncio.wait_for(serving, 10)


async def connected(port: int) -> asyncio.StreamWriter:
    """Connect as soon as the server listens."""
    async with asyncio.timeout(10):
        while True:
            try:
                return (await asyncio.open_connection("127.0.0.1", port))[1]
            except ConnectionRefusedError:
                await asyncio.sleep(0.05)
