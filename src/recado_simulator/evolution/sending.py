"""What happens to a message that the gateway is asked to send?"""

from __future__ import annotations

import asyncio
import base64
import binascii
import re
import secrets

from aiohttp import web

from recado_simulator.evolution.instances import Instance, Line
from recado_simulator.evolution.notices import Notices, key_of, update_of, upsert_of
from recado_simulator.faults import Fault
from recado_simulator.shapes import Json, as_list, as_object, as_text

VERBS = {
    "sendText": ("text",), "sendMedia": ("mediatype", "media"), "sendWhatsAppAudio": ("audio",), "sendSticker": ("sticker",),
    "sendLocation": ("name", "address", "latitude", "longitude"), "sendContact": ("contact",),
    "sendReaction": ("key", "reaction"), "sendPoll": ("name", "values"), "sendPtv": ("video",),
    "sendList": ("title", "buttonText", "footerText", "sections"), "sendButtons": ("title", "buttons"),
}  # fmt: skip
_EMPTY_MAY_BE = frozenset({"reaction"})


def refusal(status: int, message: object, error: str = "Bad Request") -> web.Response:
    """An error in the gateway's own shape."""
    return web.json_response({"status": status, "error": error, "response": {"message": message}}, status=status)


async def send(notices: Notices, instance: Instance, verb: str, body: Json) -> web.StreamResponse:
    """Answer one send: refuse what breaks the schema, take the rest, and tell what becomes of it."""
    missing = [name for name in VERBS[verb] if not body.get(name) and name not in _EMPTY_MAY_BE]
    number = as_text(body.get("number")) or as_text(as_object(body.get("key")).get("remoteJid"))
    if not number:
        missing.append("number")
    if missing:
        return refusal(400, [[f'instance requires property "{name}"'] for name in missing])
    if instance.state != "open":
        return refusal(400, ["Connection Closed"])
    phone = re.sub(r"\D", "", number.partition("@")[0].partition(":")[0])
    if number.endswith("@lid"):
        phone = next((line.phone for line in instance.lines if key_of(instance, line)["remoteJid"] == number), phone)
    if not instance.ways.on_whatsapp:
        return refusal(400, [{"jid": f"{phone}@s.whatsapp.net", "exists": False, "number": number}])
    fault = notices.world.faults.strike("send", account=instance.name, phone=phone)
    if fault is not None and not fault.takes_message:
        return await _untaken(fault)
    line = _line(instance, verb, body, phone, notices.world.clock.now())
    instance.lines.append(line)
    instance.sent.append({"verb": verb, **body})
    told = {
        "key": key_of(instance, line), "pushName": "Você", "status": "PENDING", "message": line.message, "contextInfo": None,
        "messageType": line.kind, "messageTimestamp": int(line.at), "instanceId": instance.id, "source": "web",
    }  # fmt: skip
    if instance.ways.echo:
        notices.tell(
            instance, "messages.upsert", {**upsert_of(instance, line, "Você"), "status": "PENDING", "source": "web"}
        )
    notices.tell(instance, "send.message", told)
    _acknowledge(notices, instance, line)
    return await _taken(fault) or web.json_response(told, status=201)


def _acknowledge(notices: Notices, instance: Instance, line: Line) -> None:
    world, habits = notices.world, notices.world.habits
    if line.kind in ("listMessage", "buttonsMessage"):
        return  # taken, and shown to nobody

    def step(status: str) -> None:
        line.status = status
        notices.tell(instance, "messages.update", update_of(instance, line, status))

    if instance.ways.acks == "error":
        world.timers.later(world.pick_s(habits.sent_ms), lambda: step("ERROR"))
    if instance.ways.acks != "all":
        return
    at = 0.0
    for status, span in (
        ("SERVER_ACK", habits.sent_ms), ("DELIVERY_ACK", habits.delivered_ms), ("READ", habits.read_ms),
    ):  # fmt: skip
        at += world.pick_s(span)
        world.timers.later(at, lambda status=status: step(status))  # type: ignore[misc]


def _line(instance: Instance, verb: str, body: Json, phone: str, at: float) -> Line:
    text = as_text(body.get("text")) or as_text(body.get("caption")) or as_text(body.get("name"))
    kinds = {
        "sendText": "conversation", "sendWhatsAppAudio": "audioMessage", "sendSticker": "stickerMessage",
        "sendLocation": "locationMessage", "sendContact": "contactMessage", "sendReaction": "reactionMessage",
        "sendPoll": "pollCreationMessage", "sendPtv": "ptvMessage", "sendList": "listMessage", "sendButtons": "buttonsMessage",
    }  # fmt: skip
    kind = kinds.get(verb) or f"{as_text(body.get('mediatype')) or 'image'}Message"
    held: Json = {"conversation": text} if kind == "conversation" else {kind: {"caption": text, "text": text}}
    if verb == "sendList":
        held = {
            kind: {
                "title": body["title"],
                "rows": [row for one in as_list(body["sections"]) for row in as_list(one.get("rows"))],
            }
        }
    file = next(
        (_bytes(as_text(body.get(name))) for name in ("media", "audio", "sticker", "video") if body.get(name)), b""
    )
    id_ = "3EB0" + secrets.token_hex(9).upper()
    return Line(id_, phone, True, kind, held, at, text=text, file=file, body=dict(body))


def _bytes(value: str) -> bytes:
    try:
        return base64.b64decode(value, validate=True)
    except (binascii.Error, ValueError):
        return b""


async def _untaken(fault: Fault) -> web.StreamResponse:
    if fault.kind == "token_expired":
        return refusal(401, "Unauthorized", "Unauthorized")
    if fault.kind == "hang_lost":
        await asyncio.sleep(fault.delay_s)
        raise web.HTTPGatewayTimeout
    if fault.kind == "429":
        return refusal(429, "Too many requests", "Too Many Requests")
    if fault.kind == "account_locked":
        return refusal(400, ["Connection Closed"])
    return refusal(500 if fault.kind != "503" else 503, "Internal Server Error", "Internal Server Error")


async def _taken(fault: Fault | None) -> web.StreamResponse | None:
    """The spoilt answer to a message that was taken, or None where the true one goes out."""
    if fault is None:
        return None
    if fault.kind in {"delay", "drip"}:
        await asyncio.sleep(fault.delay_s)
        return None
    if fault.kind == "hang":
        await asyncio.sleep(fault.delay_s)
        raise web.HTTPGatewayTimeout
    if fault.kind == "no_id":
        return web.json_response({"status": "PENDING"}, status=201)
    if fault.kind == "html":
        return web.Response(text="<html>502</html>", content_type="text/html", status=502)
    if fault.kind == "garbage":
        return web.Response(body=b'{"key":{"id":"3E', status=201, content_type="application/json")
    return refusal(500, "Internal Server Error", "Internal Server Error")
