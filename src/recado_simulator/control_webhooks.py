"""/control/webhooks: put any JSON or any bytes at a business's door, signed or not."""

from __future__ import annotations

import base64
import binascii
import json
import time

from aiohttp import web

from recado_simulator.accounts import Account
from recado_simulator.control_http import body_of, parts_of, reply
from recado_simulator.encoding import meta_bytes
from recado_simulator.parts import Parts
from recado_simulator.shapes import BadRequest, Json, as_object, as_text
from recado_simulator.webhook_post import signed
from recado_simulator.webhook_values import entry, envelope


async def post_json(request: web.Request) -> web.Response:
    """POST /control/webhooks {account, body} or {account, field, value}: signed, delivered once; gives the answer.

    `encoding: "plain"` writes ordinary UTF-8 JSON instead of the provider's escapes.
    """
    parts = parts_of(request)
    wanted = await body_of(request)
    account = parts.world.accounts.choose(as_text(wanted.get("account")) or None)
    if "body" in wanted:
        body = wanted["body"]
    elif wanted.get("field"):
        value = as_object(wanted.get("value"))
        body = envelope([entry(account, str(wanted["field"]), value, at=parts.world.clock.now())])
    else:
        raise BadRequest("give body, or field and value")
    plain = wanted.get("encoding") == "plain"
    raw = json.dumps(body, ensure_ascii=False).encode("utf-8", "surrogatepass") if plain else meta_bytes(body)
    return await _deliver(parts, account, raw, signed(account, raw))


async def post_raw(request: web.Request) -> web.Response:
    """POST /control/webhooks/raw?account=…: the request's bytes as they are.

    As JSON instead: {account, base64 | text, sign?: false, signature?, headers?}.
    """
    parts = parts_of(request)
    if request.content_type != "application/json":
        account = parts.world.accounts.choose(request.query.get("account"))
        raw = await request.read()
        return await _deliver(parts, account, raw, signed(account, raw))
    wanted = await body_of(request)
    account = parts.world.accounts.choose(as_text(wanted.get("account")) or request.query.get("account"))
    raw = _bytes_of(wanted)
    headers = signed(account, raw) if wanted.get("sign", True) else {"Content-Type": "application/json"}
    if wanted.get("signature") is not None:
        headers["X-Hub-Signature-256"] = str(wanted["signature"])
    headers |= {str(name): str(value) for name, value in as_object(wanted.get("headers")).items()}
    return await _deliver(parts, account, raw, headers)


async def flush(request: web.Request) -> web.Response:
    """POST /control/webhooks/flush: try everything owed at once."""
    return reply({"tried": parts_of(request).deliverer.flush()})


def _bytes_of(wanted: Json) -> bytes:
    if "text" in wanted:
        return as_text(wanted["text"]).encode("utf-8", "surrogatepass")
    try:
        return base64.b64decode(as_text(wanted.get("base64")), validate=True)
    except binascii.Error:
        raise BadRequest("base64 is not base64") from None


async def _deliver(parts: Parts, account: Account, raw: bytes, headers: dict[str, str]) -> web.Response:
    started = time.monotonic()
    status, body = await parts.poster.send(account.callback_url, raw, headers)
    milliseconds = round((time.monotonic() - started) * 1000, 1)
    return reply({"status": status, "body": body, "ms": milliseconds, "bytes": len(raw)})
