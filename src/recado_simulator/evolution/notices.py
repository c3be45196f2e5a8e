"""How do webhooks of an instance travel, and what do they hold?"""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass
from typing import Any

from recado_simulator.clock import iso
from recado_simulator.evolution.instances import Instance, Line, lid_of
from recado_simulator.faults import Fault
from recado_simulator.shapes import Json, as_list, as_object, as_text
from recado_simulator.webhook_post import WebhookPoster
from recado_simulator.world import World

_NEVER_AGAIN = frozenset({400, 401, 403, 404, 422})
_OK, _REDIRECT = 200, 300
_LONGEST_S = 300.0


@dataclass(slots=True)
class Notices:
    """Posts events with the gateway's own retries: ten, from five seconds up, none after 400, 401, 403, 404, 422."""

    world: World
    poster: WebhookPoster

    def tell(self, instance: Instance, event: str, data: Any) -> None:
        """Post an event if the instance listens to it."""
        hook = instance.webhook
        wanted = [as_text(one) for one in as_list(hook.get("events"))]
        name = event.replace(".", "_").replace("-", "_").upper()
        if not hook.get("enabled") or not as_text(hook.get("url")) or (wanted and name not in wanted):
            return
        url = as_text(hook["url"])
        if hook.get("byEvents"):
            url = f"{url}/{event.replace('.', '-')}"
        body = {
            "event": event, "instance": instance.name, "data": data, "destination": url,
            # The server's local time with a false Z.
            "date_time": iso(self.world.clock.now() - 3 * 3600), "sender": instance.jid if instance.owner else None,
            "server_url": self.world.url, "apikey": instance.token,
        }  # fmt: skip
        raw = json.dumps({key: value for key, value in body.items() if value is not None}).encode()
        self.world.timers.spawn(self._deliver(instance, url, raw))

    async def _deliver(self, instance: Instance, url: str, raw: bytes) -> None:
        given = {str(key): str(value) for key, value in as_object(instance.webhook.get("headers")).items()}
        headers = {"Content-Type": "application/json", "User-Agent": "axios/1.13.2", **given}
        for attempt in range(max(1, instance.ways.retries)):
            fault = self.world.faults.strike("webhook", account=instance.name)
            if fault is not None and fault.kind == "lost":
                return
            raw_now, headers_now = await self._spoilt(fault, raw, headers)
            status, _ = await self.poster.send(url, raw_now, headers_now)
            if fault is not None and fault.kind == "duplicate":
                await self.poster.send(url, raw, headers)
            if isinstance(status, int) and (_OK <= status < _REDIRECT or status in _NEVER_AGAIN):
                return
            await asyncio.sleep(min(_LONGEST_S, instance.ways.retry_s * 2**attempt))

    async def _spoilt(self, fault: Fault | None, raw: bytes, headers: Json) -> tuple[bytes, dict[str, str]]:
        if fault is None:
            return raw, headers
        if fault.kind in {"delay", "reorder"}:
            await asyncio.sleep(fault.delay_s)
        if fault.kind == "garbage":
            return raw[: max(1, len(raw) // 2)], headers
        if fault.kind in {"bad_signature", "unsigned"}:
            return raw, {"Content-Type": "application/json"}
        return raw, headers


def key_of(instance: Instance, line: Line) -> Json:
    """A message's key, as this version writes it."""
    phone, lid = f"{line.phone}@s.whatsapp.net", lid_of(line.phone)
    written: dict[str, Json] = {
        "pn": {"remoteJid": phone, "remoteJidAlt": phone, "participant": "", "addressingMode": "lid"},
        "lid": {"remoteJid": lid},
        "lid_alt": {"remoteJid": lid, "remoteJidAlt": phone, "addressingMode": "lid"},
        "sender_pn": {"remoteJid": lid, "senderPn": phone},
        "both": {"remoteJid": phone, "remoteJidAlt": lid, "addressingMode": "pn"},
    }
    return {**written.get(instance.ways.addressing, written["pn"]), "fromMe": line.mine, "id": line.id}


def upsert_of(instance: Instance, line: Line, name: str) -> Json:
    """The data of `messages.upsert`."""
    return {
        "key": key_of(instance, line), "pushName": name, "status": "DELIVERY_ACK",
        "message": {"messageContextInfo": {"deviceListMetadataVersion": 2}, **_written(instance, line.message)},
        "contextInfo": line.body.get("contextInfo"), "messageType": line.kind, "messageTimestamp": int(line.at),
        "instanceId": instance.id, "source": "android",
    }  # fmt: skip


def record_of(instance: Instance, line: Line) -> Json:
    """A message as the gateway's own database gives it out."""
    told = upsert_of(instance, line, line.name)
    if line.mine and not line.name:
        told |= {"pushName": "Você", "source": "web"}
    del told["status"]
    return {"id": f"row{line.id}", **told, "MessageUpdate": [{"status": line.status}] if line.mine else []}


def update_of(instance: Instance, line: Line, status: str) -> Json:
    """The data of `messages.update`."""
    if instance.ways.updates == "nested":
        numbers = {"ERROR": 0, "PENDING": 1, "SERVER_ACK": 2, "DELIVERY_ACK": 3, "READ": 4, "PLAYED": 5}
        return {"key": key_of(instance, line), "update": {"status": numbers[status]}}
    key = key_of(instance, line)
    return {
        "keyId": line.id,
        "remoteJid": key["remoteJid"],
        "fromMe": line.mine,
        "status": status,
        "instanceId": instance.id,
    }


def _written(instance: Instance, value: Any) -> Any:
    """Bytes as this version writes them: index by index, or as base64."""
    if isinstance(value, bytes):
        if instance.ways.bytes == "index":
            return {str(n): byte for n, byte in enumerate(value)}
        return value.hex()
    if isinstance(value, dict):
        return {key: _written(instance, item) for key, item in value.items()}
    return value
