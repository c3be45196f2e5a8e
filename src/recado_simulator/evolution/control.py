"""How do tests and developers hold the phones behind the gateway's instances?"""

from __future__ import annotations

import base64
import binascii
import secrets
from typing import Any

from aiohttp import web

from recado_simulator.control_http import body_of, reply
from recado_simulator.evolution.gateway import GATEWAY, Gateway
from recado_simulator.evolution.instances import Instance, Line
from recado_simulator.evolution.notices import upsert_of
from recado_simulator.shapes import BadRequest, Json, as_object, as_text, merged

_MEDIA = {"image": "image/jpeg", "video": "video/mp4", "audio": "audio/ogg; codecs=opus", "document": "application/pdf",
          "sticker": "image/webp"}  # fmt: skip


def shown(instance: Instance) -> Json:
    """An instance as control requests see it; the owner's phone shows no codes, the gateway does."""
    return {
        "instance": instance.name, "state": instance.state, "owner": instance.owner, "number": instance.number,
        "qr": instance.code, "pairing_code": instance.pairing_code, "count": instance.count, "webhook": instance.webhook,
        "sent": len(instance.sent),
    }  # fmt: skip


def _found(request: web.Request) -> tuple[Gateway, Instance]:
    gateway = request.app[GATEWAY]
    return gateway, gateway.book.take(request.match_info["instance"])


async def list_all(request: web.Request) -> web.Response:
    """GET /control/evolution"""
    return reply({"instances": [shown(one) for one in request.app[GATEWAY].book.all()]})


async def scan(request: web.Request) -> web.Response:
    """POST …/scan {phone}: the owner scans the QR code."""
    gateway, instance = _found(request)
    gateway.life.scan(instance, _phone(await body_of(request), "5511990000009"))
    return reply(shown(instance))


async def type_code(request: web.Request) -> web.Response:
    """POST …/code {code}: the owner types the pairing code; 409 where the phone refuses it."""
    gateway, instance = _found(request)
    gateway.life.type_code(instance, as_text((await body_of(request)).get("code")))
    return reply(shown(instance))


async def close(request: web.Request) -> web.Response:
    """POST …/close {code, comes_back_s?}: the connection ends; without `comes_back_s` it stays dead and says nothing."""
    gateway, instance = _found(request)
    body = await body_of(request)
    code, back = body.get("code", 428), body.get("comes_back_s")
    if not isinstance(code, int):
        raise BadRequest("code must be a number such as 401, 428 or 440")
    gateway.life.close(instance, code, comes_back_s=float(back) if isinstance(back, int | float) else None)
    return reply(shown(instance))


async def open_again(request: web.Request) -> web.Response:
    """POST …/open: the gateway finds its way back to WhatsApp."""
    gateway, instance = _found(request)
    gateway.life.begin(instance)
    return reply(shown(instance))


async def change_ways(request: web.Request) -> web.Response:
    """POST …/ways: how this version writes, and what becomes of what is sent."""
    _, instance = _found(request)
    instance.ways = merged(instance.ways, await body_of(request))
    return reply({"ways": repr(instance.ways)})


async def say(request: web.Request) -> web.Response:
    """POST …/messages {phone, text, …}: a person writes; with `from_me` the owner does, on the phone itself."""
    gateway, instance = _found(request)
    return reply(spoken(gateway, instance, _phone(body := await body_of(request)), body), status=201)


def spoken(gateway: Gateway, instance: Instance, phone: str, body: Json) -> Json:
    """Let a message come in and tell of it; what comes while the connection is not open is told when it is."""
    kind, message, file = _content(body)
    now = gateway.notices.world.clock.now()
    age = body.get("age_s")
    line = Line(
        as_text(body.get("id")) or "3A" + secrets.token_hex(9).upper(), phone, body.get("from_me") is True, kind, message,
        now - (float(age) if isinstance(age, int | float) else 0), status="DELIVERY_ACK", text=as_text(body.get("text")),
        file=file, body={"contextInfo": {"stanzaId": body["reply_to"]}} if body.get("reply_to") else {},
        name=as_text(body.get("name")) or "Ana", waits=instance.state != "open",
    )  # fmt: skip
    instance.lines.append(line)
    for _ in range(0 if line.waits else 2 if body.get("twice") else 1):
        gateway.notices.tell(instance, "messages.upsert", upsert_of(instance, line, line.name))
    return {"id": line.id, "phone": phone}


def _content(body: Json) -> tuple[str, Json, bytes]:
    if raw := as_object(body.get("message")):
        return next(iter(raw)), raw, b""
    kind = as_text(body.get("type")) or "text"
    if kind in _MEDIA:
        try:
            file = base64.b64decode(as_text(body.get("base64")) or "aGVsbG8=", validate=True)
        except (binascii.Error, ValueError):
            raise BadRequest("base64 must be base64") from None
        mime = as_text(body.get("mime_type")) or _MEDIA[kind]
        held: dict[str, Any] = {"mimetype": mime, "mediaKey": b"k" * 32, "url": "https://mmg.whatsapp.net/x.enc"}
        if as_text(body.get("caption")):
            held["caption"] = body["caption"]
        if kind == "document":
            held["fileName"] = as_text(body.get("filename")) or "arquivo.pdf"
        return f"{kind}Message", {f"{kind}Message": held}, file
    return "conversation", {"conversation": as_text(body.get("text"))}, b""


async def messages(request: web.Request) -> web.Response:
    """GET …/messages?phone=: what was said through the instance, oldest first."""
    _, instance = _found(request)
    return reply({"messages": lines_of(instance, request.query.get("phone", ""))})


def lines_of(instance: Instance, phone: str) -> list[Json]:
    """The lines of one chat, or of all."""
    return [
        {
            "id": line.id, "phone": line.phone, "from": "business" if line.mine else "person", "kind": line.kind,
            "text": line.text, "status": line.status, "bytes": len(line.file), "sent": line.body,
        }
        for line in instance.lines
        if not phone or line.phone == phone
    ]  # fmt: skip


async def tell(request: web.Request) -> web.Response:
    """POST …/events {event, data}: any event, as it is."""
    gateway, instance = _found(request)
    body = await body_of(request)
    gateway.notices.tell(instance, as_text(body.get("event")), body.get("data"))
    return reply({"told": body.get("event")})


def _phone(body: Json, otherwise: str = "") -> str:
    digits = "".join(one for one in str(body.get("phone") or otherwise) if one.isdigit())
    if not digits:
        raise BadRequest("phone is missing")
    return digits


ROUTES = (
    ("GET", "/control/evolution", list_all),
    ("POST", "/control/evolution/{instance}/scan", scan),
    ("POST", "/control/evolution/{instance}/code", type_code),
    ("POST", "/control/evolution/{instance}/close", close),
    ("POST", "/control/evolution/{instance}/open", open_again),
    ("POST", "/control/evolution/{instance}/ways", change_ways),
    ("POST", "/control/evolution/{instance}/messages", say),
    ("GET", "/control/evolution/{instance}/messages", messages),
    ("POST", "/control/evolution/{instance}/events", tell),
)
