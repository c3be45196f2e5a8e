"""What does a webhook's request go through before it is answered?

A raw ASGI application, apart from the web framework: this is the hot path, and nothing may be parsed before the signature.
"""

from __future__ import annotations

import asyncio
import logging
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl
from uuid import UUID

from recado.channels import store
from recado.channels.adapter import Adapter, BadSignature
from recado.channels.rules import unreadable_input
from recado.channels.webhooks.bodies import BodyRefused, Scope, discard_body, headers_of, read_body
from recado.channels.webhooks.doors import Doors, OpenDoor, distinct_secrets
from recado.channels.webhooks.handshakes import BadHandshake, read_handshake
from recado.channels.webhooks.opening import Opened, open_delivery
from recado.foundation.clock import monotonic
from recado.foundation.database import UNKNOWN_COMMIT, Database, DatabaseBusy, DatabaseError
from recado.foundation.identifiers import new_id
from recado.foundation.lanes.intake import Intake
from recado.foundation.lanes.models import Delivery
from recado.foundation.measures import Measures
from recado.foundation.networks import client_address, network_of
from recado.foundation.secrets import token_hash

_log = logging.getLogger("recado.webhooks")
_PREFIX = "/webhooks/"
_WRONG_TOKENS_A_MINUTE = 20
_LARGE = 64 * 1024
"""Bytes from which checking and reading a body takes milliseconds, and so is done beside the other webhooks."""
_STATUSES = {status: f"status={status}" for status in (200, 400, 401, 403, 404, 405, 408, 413, 415, 429, 503)}
_TEXT = [(b"content-type", b"text/plain; charset=utf-8"), (b"x-content-type-options", b"nosniff")]


@dataclass(slots=True)
class Webhooks:
    """Takes in webhooks of every channel. `fixed` maps a path that names no channel to the key of its adapter."""

    doors: Doors
    intake: Intake
    quarantine: Database
    adapters: Mapping[str, Adapter]
    fixed: Mapping[str, str]
    measures: Measures = field(default_factory=Measures)
    trusted_proxies: int = 0
    received: int = 0
    _wrong_tokens: OrderedDict[str, list[float]] = field(default_factory=OrderedDict)

    def takes(self, path: str) -> bool:
        """Is this path a webhook's?"""
        return path.startswith(_PREFIX) or path in self.fixed

    async def __call__(self, scope: Scope, receive: Any, send: Any) -> None:
        """Answer one request."""
        began = monotonic()
        try:
            doors, adapter = await self._find(scope["path"])
            if not doors or adapter is None:
                await discard_body(receive)
                status, text = 404, "not found"
            elif scope["method"] == "POST":
                status, text = await self._accept(scope, receive, doors, adapter)
            elif scope["method"] == "GET":
                status, text = self._shake_hands(scope, (await self._find(scope["path"], again=True))[0])
            else:
                await discard_body(receive)
                status, text = 405, "method not allowed"
        except BodyRefused as refused:
            status, text = refused.status, refused.code
        except BadSignature as bad:
            status, text = 401, str(bad)
        except (*UNKNOWN_COMMIT, DatabaseError, DatabaseBusy, TimeoutError) as error:
            # Not known to be stored: the provider is told to come again, and the unique key absorbs the repeat.
            _log.warning("a webhook could not be stored: %s", type(error).__name__)
            status, text = 503, "try again"
        except Exception:
            _log.exception("a webhook could not be taken in")
            status, text = 503, "try again"
        await _respond(send, status, text)
        self.measures.observe("recado_webhook_ack", monotonic() - began, _STATUSES.get(status, "status=other"))

    async def _find(self, path: str, *, again: bool = False) -> tuple[list[OpenDoor], Adapter | None]:
        if (key := self.fixed.get(path)) is not None:
            return await self.doors.of_adapter(key, again=again), self.adapters.get(key)
        try:
            # Some providers add the kind of event to the path.
            id_ = UUID(path.removeprefix(_PREFIX).partition("/")[0])
        except ValueError:
            return [], None
        doors = await self.doors.of_channel(id_, again=again)
        return doors, self.adapters.get(doors[0].door.adapter) if doors else None

    async def _accept(self, scope: Scope, receive: Any, doors: list[OpenDoor], adapter: Adapter) -> tuple[int, str]:
        headers = headers_of(scope)
        if "header_proof" in adapter.manifest.capabilities:
            await self._refuse_strangers(scope["path"], receive, headers, doors, adapter)
        raw = await read_body(receive, headers, adapter.manifest.body_cap)
        found = await self._open(scope["path"], raw, headers, doors, adapter)
        self.received += 1
        if found.problem:
            await self._keep_unreadable(found.able, raw, found.problem)
            return 200, "kept"
        for delivery in found.parts.deliveries:
            await self.intake.store(delivery)
        if found.parts.strangers:
            accounts = ",".join(found.parts.strangers)[:200]
            await store.quarantine(self.quarantine, new_id(), adapter.manifest.key, accounts, "foreign_account", raw)
        return 200, "ok"

    async def _refuse_strangers(
        self, path: str, receive: Any, headers: Mapping[bytes, bytes], doors: list[OpenDoor], adapter: Adapter
    ) -> None:
        """Raise `BadSignature` before the body is read, where the headers prove nothing by the channels of this moment."""
        try:
            adapter.verify(b"", headers, distinct_secrets(doors))
        except BadSignature:
            now, _ = await self._find(path, again=True)
            try:
                adapter.verify(b"", headers, distinct_secrets(now))
            except BadSignature:
                await discard_body(receive)
                raise

    async def _open(
        self, path: str, raw: bytes, headers: Mapping[bytes, bytes], doors: list[OpenDoor], adapter: Adapter
    ) -> Opened:
        """Open a delivery; one that the channels at hand do not explain is tried once more with those of this moment."""
        try:
            found = await _opened(raw, headers, doors, adapter)
            if not found.parts.strangers:
                return found
        except BadSignature:
            now, _ = await self._find(path, again=True)
            if now is doors:
                raise
            return await _opened(raw, headers, now, adapter)
        now, _ = await self._find(path, again=True)
        return found if now is doors else await _opened(raw, headers, now, adapter)

    async def _keep_unreadable(self, doors: Sequence[OpenDoor], raw: bytes, problem: str) -> None:
        if len({one.door.organization for one in doors}) == 1:
            door = doors[0].door
            id_ = new_id()
            row = unreadable_input(str(id_), problem)
            await self.intake.store(Delivery(id_, door.organization, door.id, raw, (row,), problem))
        else:
            await store.quarantine(self.quarantine, new_id(), doors[0].door.adapter, "", f"unreadable: {problem}", raw)

    def _shake_hands(self, scope: Scope, doors: Sequence[OpenDoor]) -> tuple[int, str]:
        who = self._network_of(scope)
        if self._is_limited(who):
            return 429, "too many attempts"
        query = dict(parse_qsl(scope.get("query_string", b"").decode("latin-1")))
        try:
            handshake = read_handshake(query)
        except BadHandshake as bad:
            return bad.status, str(bad)
        wanted = token_hash(handshake.token)
        # Hashes of random tokens are compared: what their comparison takes tells nothing about the token.
        if handshake.token and any(one.door.verify_token_hash == wanted for one in doors):
            return 200, handshake.challenge
        self._wrong_tokens.setdefault(who, []).append(monotonic())
        return 403, "wrong token"

    def _network_of(self, scope: Scope) -> str:
        """Behind a proxy everybody has its address: one stranger's wrong tokens must not lock out the provider."""
        peer = scope["client"][0] if scope.get("client") else ""
        forwarded = [value.decode("latin-1") for name, value in scope["headers"] if name == b"x-forwarded-for"]
        return network_of(client_address(peer, forwarded, trusted_proxies=self.trusted_proxies))

    def _is_limited(self, who: str) -> bool:
        recent = [at for at in self._wrong_tokens.get(who, ()) if monotonic() - at < 60]  # noqa: PLR2004 - a minute
        if recent:
            self._wrong_tokens[who] = recent
        else:
            self._wrong_tokens.pop(who, None)
        while len(self._wrong_tokens) > 10_000:  # noqa: PLR2004 - addresses of strangers must not fill the memory
            self._wrong_tokens.popitem(last=False)
        return len(recent) >= _WRONG_TOKENS_A_MINUTE


async def _opened(raw: bytes, headers: Mapping[bytes, bytes], doors: list[OpenDoor], adapter: Adapter) -> Opened:
    if len(raw) > _LARGE:
        return await asyncio.to_thread(open_delivery, raw, headers, doors, adapter)
    return open_delivery(raw, headers, doors, adapter)


async def _respond(send: Any, status: int, text: str) -> None:
    body = text.encode()
    headers = [*_TEXT, (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
