"""A provider on loopback that misbehaves to order: real sockets, real HTTP, every byte chosen by the test."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import aiohttp

from recado.channels.adapter import Account
from recado.channels.adapters.whatsapp_cloud.adapter import WhatsAppCloud

HANG, CUT, RESET = "hang", "cut", "reset"
TOKEN = "EAAG-test-token"


@dataclass(frozen=True)
class Request:
    """One request as it arrived."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)


@dataclass
class Provider:
    """Answers in the order they were given; the last one is repeated."""

    answers: list[bytes | str] = field(default_factory=list)
    requests: list[Request] = field(default_factory=list)
    port: int = 0
    ended: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/v25.0"

    def will(self, *answers: bytes | str) -> None:
        self.answers = list(answers)

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while request := await _read(reader):
                self.requests.append(request)
                answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
                if answer == HANG:
                    await self.ended.wait()
                    return
                if answer == RESET:
                    writer.transport.abort()
                    return
                if isinstance(answer, bytes):
                    writer.write(answer)
                    await writer.drain()
                return  # every answer says so, or is cut here
        finally:
            writer.close()


async def _read(reader: asyncio.StreamReader) -> Request | None:
    try:
        head = (await reader.readuntil(b"\r\n\r\n")).decode()
    except (asyncio.IncompleteReadError, ConnectionError):
        return None
    first, *lines = head.rstrip("\r\n").split("\r\n")
    headers = {name.lower(): value for name, value in (line.split(": ", 1) for line in lines)}
    method, path, _ = first.split(" ")
    if headers.get("transfer-encoding") == "chunked":
        body = b""
        while size := int(await reader.readline(), 16):
            body += (await reader.readexactly(size + 2))[:-2]
        await reader.readline()
    else:
        body = await reader.readexactly(int(headers.get("content-length", "0")))
    return Request(method, path, headers, body)


def http(
    body: bytes | Any, status: int = 200, *, kind: str = "application/json", length: int | None = None, **more: str
) -> bytes:
    """A whole HTTP answer; `length` may lie."""
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    extra = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in more.items())
    size = len(content) if length is None else length
    head = f"HTTP/1.1 {status} X\r\nContent-Type: {kind}\r\nContent-Length: {size}\r\nConnection: close\r\n{extra}\r\n"
    return head.encode() + content


@asynccontextmanager
async def running() -> AsyncIterator[Provider]:
    """Start a provider on a free port and end it with everything that still hangs."""
    provider = Provider()
    server = await asyncio.start_server(provider.serve, "127.0.0.1", 0)
    provider.port = server.sockets[0].getsockname()[1]
    try:
        yield provider
    finally:
        provider.ended.set()
        server.close()
        await server.wait_closed()


@asynccontextmanager
async def adapter() -> AsyncIterator[WhatsAppCloud]:
    """The adapter with a client of its own."""
    async with aiohttp.ClientSession() as session:
        yield WhatsAppCloud(session)


def account(url: str, **more: str) -> Account:
    settings = {"phone_number_id": "400000000000001", "waba_id": "300000000000001", "graph_url": url, **more}
    secrets = {"access_token": TOKEN, "app_secret": "s", "verify_token": "v"}
    return Account("400000000000001", settings, secrets)
