"""What does an Evolution gateway write, in each of its versions, and which channel stands for it in tests?"""

from __future__ import annotations

import json
from typing import Any

from recado.channels.adapter import Account

INSTANCE, OWNER = "loja", "5511990000009"
ANA, ANA_LID = "5511990000001@s.whatsapp.net", "123456789012345@lid"
AT = 1_795_000_000
KEY = "A1B2C3D4-0000-4000-8000-AABBCCDDEEFF"


def account(url: str, **more: str) -> Account:
    """A channel at a gateway on loopback."""
    return Account(INSTANCE, {"base_url": url, **more}, {"api_key": KEY, "webhook_secret": "s"})


def envelope(event: str, data: Any, **more: Any) -> bytes:
    """A delivery as 2.3 writes it; a field given as None is left out."""
    body: dict[str, Any] = {
        "event": event, "instance": INSTANCE, "data": data, "destination": "https://bot.example/evo",
        "date_time": "2026-11-20T10:00:00.000Z", "sender": f"{OWNER}@s.whatsapp.net",
        "server_url": "http://localhost:8080", "apikey": KEY, **more,
    }  # fmt: skip
    return json.dumps({name: value for name, value in body.items() if value is not None}).encode()


def key(id_: str = "3A9F00000000000000AA", remote: str = ANA, *, mine: bool = False, **more: Any) -> dict[str, Any]:
    """A message's key."""
    return {"remoteJid": remote, "fromMe": mine, "id": id_, **more}


def message(content: Any, kind: str = "", **more: Any) -> dict[str, Any]:
    """An element of `messages.upsert`."""
    kind = kind or next((name for name in content if name != "messageContextInfo"), "") if content else kind
    return {
        "key": key(), "pushName": "Ana", "status": "DELIVERY_ACK", "message": content, "contextInfo": None,
        "messageType": kind, "messageTimestamp": AT, "instanceId": "11111111-2222-4333-8444-555555555555",
        "source": "android", **more,
    }  # fmt: skip


def upsert(content: Any, kind: str = "", **more: Any) -> bytes:
    """A delivery with one message."""
    return envelope("messages.upsert", message(content, kind, **more))


def indexed(size: int) -> dict[str, int]:
    """Bytes as 2.3 writes them."""
    return {str(n): n % 256 for n in range(size)}
