"""A provider for benchmarks: takes a message, keeps it, and returns sent, delivered and read for it, as Meta does.

A server of a few lines on raw asyncio streams: what it costs is not the product's. Statuses of messages accepted within a few
milliseconds travel in one webhook, for Meta batches them; `--status-batch 1` sends each alone.
"""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import itertools
import json
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import aiohttp

_ANSWER = b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: %d\r\n\r\n%s"


@dataclass(slots=True)
class Provider:
    """`received` maps a recipient to the (moment, text, token, provider id) of what was sent there."""

    secret: str
    phone_number_id: str
    webhook_url: str = ""
    statuses: tuple[str, ...] = ("sent", "delivered", "read")
    status_batch: int = 64
    answer_after_s: float = 0.0
    received: dict[str, list[tuple[float, str, str, str]]] = field(default_factory=dict)
    on_message: Callable[[str, str, float], None] | None = None
    server: Any = None
    status_posts: int = 0
    status_errors: int = 0
    _numbers: Any = field(default_factory=lambda: itertools.count(1))
    _waiting: list[dict[str, Any]] = field(default_factory=list)
    _wake: asyncio.Event = field(default_factory=asyncio.Event)
    _tasks: set[asyncio.Task[Any]] = field(default_factory=set)
    client: aiohttp.ClientSession | None = None

    async def start(self) -> str:
        """Listen on a free port and return the address of the Graph API there."""
        self.server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        self.client = aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=16))
        task = asyncio.create_task(self._report())
        self._tasks.add(task)
        return f"http://127.0.0.1:{self.server.sockets[0].getsockname()[1]}/v25.0"

    async def close(self) -> None:
        """Stop listening."""
        for task in self._tasks:
            task.cancel()
        self.server.close()
        if self.client:
            await self.client.close()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while True:
                head = await reader.readuntil(b"\r\n\r\n")
                lowered = head.lower()
                at = lowered.find(b"content-length:")
                length = int(lowered[at + 15 : lowered.index(b"\r\n", at)]) if at >= 0 else 0
                body = await reader.readexactly(length) if length else b""
                if self.answer_after_s:
                    await asyncio.sleep(self.answer_after_s)
                answer = self._take(body)
                writer.write(_ANSWER % (len(answer), answer))
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()

    def _take(self, body: bytes) -> bytes:
        now = time.perf_counter()
        if not body:  # a question about the account, which is no message
            return b'{"id": "1", "display_phone_number": "+55 11 4000-0001", "verified_name": "Bench"}'
        sent = json.loads(body)
        to = sent.get("to") or sent.get("recipient", "")
        wamid = f"wamid.OUT{next(self._numbers)}"
        text = sent.get("text", {}).get("body", "")
        token = sent.get("biz_opaque_callback_data", "")
        self.received.setdefault(to, []).append((now, text, token, wamid))
        if self.on_message:
            self.on_message(to, text, now)
        stamp = str(int(time.time()))
        for status in self.statuses:
            self._waiting.append(
                {"id": wamid, "status": status, "timestamp": stamp, "recipient_id": to, "biz_opaque_callback_data": token}
            )  # fmt: skip
        self._wake.set()
        return json.dumps(
            {"messaging_product": "whatsapp", "contacts": [{"input": to, "wa_id": to}], "messages": [{"id": wamid}]}
        ).encode()

    async def _report(self) -> None:
        running: set[asyncio.Task[Any]] = set()
        while True:
            await self._wake.wait()
            await asyncio.sleep(0.005)
            self._wake.clear()
            while self._waiting:
                batch, self._waiting = self._waiting[: self.status_batch], self._waiting[self.status_batch :]
                if len(running) >= 16:
                    _, running = await asyncio.wait(running, return_when=asyncio.FIRST_COMPLETED)
                running.add(asyncio.create_task(self._post(batch)))

    async def _post(self, statuses: list[dict[str, Any]]) -> None:
        assert self.client is not None
        raw = envelope(self.phone_number_id, {"statuses": statuses})
        for _ in range(5):
            try:
                async with self.client.post(
                    self.webhook_url, data=raw, headers={"X-Hub-Signature-256": signature(self.secret, raw)}
                ) as answer:
                    self.status_posts += 1
                    if answer.status == 200:
                        return
            except aiohttp.ClientError:
                pass
            self.status_errors += 1
            await asyncio.sleep(0.2)


def envelope(phone_number_id: str, value: dict[str, Any]) -> bytes:
    """Return a webhook's body as Meta writes it."""
    return json.dumps(
        {
            "object": "whatsapp_business_account",
            "entry": [
                {
                    "id": "300000000000001",
                    "changes": [
                        {
                            "field": "messages",
                            "value": {
                                "messaging_product": "whatsapp",
                                "metadata": {
                                    "display_phone_number": "551140000001",
                                    "phone_number_id": phone_number_id,
                                },
                                **value,
                            },
                        }
                    ],
                }
            ],
        }
    ).encode()


def text_message(phone: str, wamid: str, text: str) -> dict[str, Any]:
    """Return the value of a text message from `phone`."""
    bsuid = f"BR.{phone}"
    return {
        "contacts": [{"profile": {"name": f"Cliente {phone[-4:]}"}, "wa_id": phone, "user_id": bsuid}],
        "messages": [
            {
                "from": phone, "from_user_id": bsuid, "id": wamid, "timestamp": str(int(time.time())), "type": "text",
                "text": {"body": text},
            }
        ],
    }  # fmt: skip


def signature(secret: str, raw: bytes) -> str:
    """Return the header that proves where a body comes from."""
    return "sha256=" + hmac.new(secret.encode(), raw, hashlib.sha256).hexdigest()
