"""Which routes has the gateway, and what do they answer?"""

from __future__ import annotations

import asyncio
import base64
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime

from aiohttp import web

from recado_simulator.control_http import body_of
from recado_simulator.evolution.instances import Instance, InstanceBook
from recado_simulator.evolution.life import Life
from recado_simulator.evolution.notices import Notices, record_of
from recado_simulator.evolution.sending import VERBS, refusal, send
from recado_simulator.shapes import Json, as_list, as_object, as_text


@dataclass(slots=True)
class Gateway:
    """The whole of it."""

    book: InstanceBook
    notices: Notices
    life: Life


GATEWAY: web.AppKey[Gateway] = web.AppKey("evolution", Gateway)
_Answer = Callable[[Gateway, Instance, web.Request], Awaitable[web.StreamResponse]]


async def create(request: web.Request) -> web.StreamResponse:
    """POST /instance/create"""
    gateway = request.app[GATEWAY]
    if refused := _refused(request, None):
        return refused
    body = await body_of(request)
    name = as_text(body.get("instanceName")).strip()
    if not name:
        return refusal(400, [['instance requires property "instanceName"']])
    if gateway.book.get(name) is not None:
        return refusal(403, [f'This name "{name}" is already in use.'], "Forbidden")
    made = gateway.book.add(name, as_text(body.get("token")))
    made.webhook = as_object(body.get("webhook"))
    if body.get("qrcode"):
        gateway.life.begin(made, as_text(body.get("number")))
    answer: Json = {
        "instance": {"instanceName": name, "instanceId": made.id, "integration": "WHATSAPP-BAILEYS", "status": made.state},
        "hash": made.token, "settings": {"groupsIgnore": True}, "qrcode": made.shown_code(),
    }  # fmt: skip
    return web.json_response(answer, status=201)


def of_instance(answer: _Answer) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
    """Check key, instance and licence before a route's own answer."""

    async def handle(request: web.Request) -> web.StreamResponse:
        gateway = request.app[GATEWAY]
        name = request.match_info["instance"]
        instance = gateway.book.get(name)
        if refused := _refused(request, instance):
            return refused
        if instance is None:
            return refusal(404, [f'The "{name}" instance does not exist'], "Not Found")
        if not instance.ways.licensed:
            told = {"error": "service not activated", "code": "LICENSE_REQUIRED", "message": "Register this gateway."}
            return web.json_response(told, status=503)
        return await answer(gateway, instance, request)

    return handle


def _refused(request: web.Request, instance: Instance | None) -> web.Response | None:
    given = request.headers.get("apikey", "")
    known = {request.app[GATEWAY].book.key, *([instance.token] if instance else [])}
    return None if given in known else refusal(401, "Unauthorized", "Unauthorized")


async def _connect(gateway: Gateway, instance: Instance, request: web.Request) -> web.StreamResponse:
    if instance.state == "open":
        return await _state(gateway, instance, request)
    if instance.state == "close":
        gateway.life.begin(instance, request.query.get("number", ""))
        await asyncio.sleep(0.1)
    return web.json_response(instance.shown_code())


async def _state(_: Gateway, instance: Instance, _request: web.Request) -> web.StreamResponse:
    return web.json_response({"instance": {"instanceName": instance.name, "state": instance.state}})


async def fetch(request: web.Request) -> web.StreamResponse:
    """GET /instance/fetchInstances"""
    if refused := _refused(request, None):
        return refused
    wanted = request.query.get("instanceName")
    rows = [
        {
            "id": one.id, "name": one.name, "connectionStatus": one.state, "ownerJid": one.jid if one.owner else None,
            "integration": "WHATSAPP-BAILEYS", "disconnectionReasonCode": one.ended_with,
        }
        for one in request.app[GATEWAY].book.all()
        if wanted in (None, one.name)
    ]  # fmt: skip
    return web.json_response(rows)


async def _log_out(gateway: Gateway, instance: Instance, _request: web.Request) -> web.StreamResponse:
    if instance.state == "close":
        return refusal(400, [f'The "{instance.name}" instance is not connected'])
    gateway.life.log_out(instance)
    return web.json_response({"status": "SUCCESS", "error": False, "response": {"message": "Instance logged out"}})


async def _delete(gateway: Gateway, instance: Instance, _request: web.Request) -> web.StreamResponse:
    gateway.book.drop(instance.name)
    return web.json_response({"status": "SUCCESS", "error": False, "response": {"message": "Instance deleted"}})


async def _set_webhook(_: Gateway, instance: Instance, request: web.Request) -> web.StreamResponse:
    told = as_object((await body_of(request)).get("webhook"))
    if not as_text(told.get("url")).startswith("http"):
        return refusal(400, [['Invalid "url" property']])
    instance.webhook = told
    return web.json_response(told, status=201)


async def _send(gateway: Gateway, instance: Instance, request: web.Request) -> web.StreamResponse:
    verb = request.match_info["verb"]
    if verb not in VERBS:
        return refusal(404, [f"Cannot POST {request.path}"], "Not Found")
    return await send(gateway.notices, instance, verb, await body_of(request))


async def _media(_: Gateway, instance: Instance, request: web.Request) -> web.StreamResponse:
    key = as_object(as_object((await body_of(request)).get("message")).get("key"))
    line = instance.find(as_text(key.get("id")))
    if line is None or not line.file:
        return refusal(400, ["Message not found"])
    held = as_object(line.message.get(line.kind))
    told = {
        "mediaType": line.kind, "fileName": as_text(held.get("fileName")), "mimetype": as_text(held.get("mimetype")),
        "base64": base64.b64encode(line.file).decode(), "buffer": None,
    }  # fmt: skip
    return web.json_response(told, status=201)


async def _find(_: Gateway, instance: Instance, request: web.Request) -> web.StreamResponse:
    """The newest first; both ends of a span must be named for either to count, and `offset` is the size of a page."""
    if not instance.ways.keeps:
        return refusal(500, "Internal Server Error", "Internal Server Error")
    body = await body_of(request)
    where = as_object(body.get("where"))
    wanted, span = as_text(as_object(where.get("key")).get("id")), as_object(where.get("messageTimestamp"))
    lines = [line for line in instance.lines if not line.waits and (not wanted or line.id == wanted)]
    if span.get("gte") and span.get("lte"):
        begin, end = (datetime.fromisoformat(as_text(span[name])).timestamp() for name in ("gte", "lte"))
        lines = [line for line in lines if int(begin) <= int(line.at) <= end]
    lines.sort(key=lambda line: line.at, reverse=True)
    size, page = max(1, int(body.get("offset") or 50)), max(1, int(body.get("page") or 1))
    records = [record_of(instance, line) for line in lines[size * (page - 1) : size * page]]
    found = {"total": len(lines), "pages": -(-len(lines) // size), "currentPage": page, "records": records}
    return web.json_response({"messages": found})


async def _read(_: Gateway, instance: Instance, request: web.Request) -> web.StreamResponse:
    for one in as_list((await body_of(request)).get("readMessages")):
        line = instance.find(as_text(as_object(one).get("id")))
        if line is not None and not line.mine:
            line.status = "READ"
    return web.json_response({"message": "Read messages", "read": "success"}, status=201)


ROUTES = (
    ("POST", "/instance/create", create),
    ("GET", "/instance/fetchInstances", fetch),
    ("GET", "/instance/connect/{instance}", of_instance(_connect)),
    ("GET", "/instance/connectionState/{instance}", of_instance(_state)),
    ("DELETE", "/instance/logout/{instance}", of_instance(_log_out)),
    ("DELETE", "/instance/delete/{instance}", of_instance(_delete)),
    ("POST", "/webhook/set/{instance}", of_instance(_set_webhook)),
    ("POST", "/message/{verb}/{instance}", of_instance(_send)),
    ("POST", "/chat/getBase64FromMediaMessage/{instance}", of_instance(_media)),
    ("POST", "/chat/findMessages/{instance}", of_instance(_find)),
    ("POST", "/chat/markMessageAsRead/{instance}", of_instance(_read)),
)
