"""How does one Graph request go from bearer to ledger to answer?"""

from __future__ import annotations

import asyncio
import hashlib
import json
from collections.abc import Awaitable
from http import HTTPStatus

from aiohttp import web

from recado_simulator.accounts import Account
from recado_simulator.clock import iso
from recado_simulator.encoding import new_trace
from recado_simulator.faults import Fault
from recado_simulator.graph_errors import GraphError, no_such_object
from recado_simulator.graph_faults import answer_spoilt, refuse_by
from recado_simulator.graph_messages import take_effect
from recado_simulator.graph_routes import find_operation, needs_no_token
from recado_simulator.parts import PARTS, Answer, Call, Parts
from recado_simulator.sending import Taken, recipient_digits
from recado_simulator.shapes import Json, as_object, as_text

_MOST_JSON_BYTES = 1_000_000


async def graph(request: web.Request) -> web.StreamResponse:
    """Any method on /{version}/{node}[/{edge}]: decide, write it down, take effect, answer."""
    parts = request.app[PARTS]
    call = Call(
        parts=parts,
        request=request,
        node=request.match_info["node"],
        edge=request.match_info.get("edge", "").strip("/"),
        token=_bearer(request),
        accounts=[],
        body={},
    )
    fault: Fault | None = None
    try:
        call.accounts = _authenticate(parts, call)
        await _read_body(call)
        fault = parts.world.faults.strike(
            "send",
            account=call.node,
            phone=recipient_digits(call.body),
            is_send=is_send(call),
        )
        if fault is not None and not fault.takes_message:
            refuse_by(fault)
        answer = await _operate(call)
    except GraphError as error:
        answer = Answer(error.body(), status=error.status, noted={"code": error.code, "reason": error.details})
    taken = answer.noted.pop("taken", None)
    await _write_down(call, answer, fault)
    wait = take_effect(parts, taken, answer_after_s=answer.after_s) if isinstance(taken, Taken) else answer.after_s
    if wait > 0:
        await asyncio.sleep(wait)
    if fault is not None:
        spoilt = await answer_spoilt(fault, call, answer)
        if spoilt is not None:
            return spoilt
    return _response(request, answer)


def is_send(call: Call) -> bool:
    """A send is a POST to …/messages that is no read receipt."""
    return call.request.method == "POST" and call.edge == "messages" and "status" not in call.body


def _bearer(request: web.Request) -> str:
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() in {"bearer", "oauth"}:
        return token.strip()
    return request.query.get("access_token", "")


def _authenticate(parts: Parts, call: Call) -> list[Account]:
    if needs_no_token(call):
        return parts.world.accounts.all()
    if not call.token:
        raise GraphError(190, "An access token is required to request this resource.", subcode=467)
    accounts = parts.world.accounts.of_token(call.token)
    if not accounts:
        raise GraphError(190, "Error validating access token: it is malformed or belongs to nobody.", subcode=467)
    return accounts


async def _read_body(call: Call) -> None:
    request = call.request
    if request.method not in {"POST", "DELETE", "PUT"} or request.content_type.startswith("multipart/"):
        return
    if request.content_type == "application/x-www-form-urlencoded":
        call.body = dict(await request.post())
        return
    call.raw = await request.content.read(_MOST_JSON_BYTES)
    while more := await request.content.read(_MOST_JSON_BYTES):
        call.raw += more
        if len(call.raw) > _MOST_JSON_BYTES:
            raise GraphError(100, "The request body is too large.")
    if not call.raw.strip() or call.node.startswith("upload:"):
        return
    try:
        body = json.loads(call.raw)
    except (ValueError, RecursionError):
        raise GraphError(100, "The request body is not valid JSON.") from None
    if not isinstance(body, dict):
        raise GraphError(100, "The request body must be a JSON object.")
    call.body = body


async def _operate(call: Call) -> Answer:
    operation = find_operation(call)
    if operation is None:
        raise no_such_object(call.node)
    result = operation()
    return await result if isinstance(result, Awaitable) else result


async def _write_down(call: Call, answer: Answer, fault: Fault | None) -> None:
    """One row a request, on disk before anything leaves."""
    await call.parts.world.ledger.record(_row(call, answer, fault))


def _row(call: Call, answer: Answer, fault: Fault | None) -> Json:
    body = call.body
    kind = as_text(body.get("type")) or ("text" if "text" in body else "")
    refused = answer.status >= HTTPStatus.BAD_REQUEST
    struck = fault is not None and not fault.takes_message
    return {
        "at": iso(call.world.clock.now()),
        "method": call.request.method,
        "path": call.request.path,
        "account": call.node if call.world.accounts.get(call.node) else None,
        "to": body.get("to") or body.get("recipient"),
        "phone": recipient_digits(body) or None,
        "type": kind or None,
        "text": _text_of(body, kind),
        "token": body.get("biz_opaque_callback_data"),
        "body_sha256": hashlib.sha256(call.raw).hexdigest() if call.raw else None,
        "send": is_send(call),
        "decision": "fault" if struck else "refused" if refused else "accepted",
        "fault": fault.kind if fault else None,
        "status": answer.status,
        "wamid": None,
        **answer.noted,
    }


def _text_of(body: Json, kind: str) -> str | None:
    value = as_object(body.get(kind)) if kind else {}
    if kind == "interactive":
        value = as_object(value.get("body"))
        return as_text(value.get("text")) or None
    return as_text(value.get("body")) or as_text(value.get("caption")) or as_text(value.get("name")) or None


def _response(request: web.Request, answer: Answer) -> web.Response:
    headers = {
        "facebook-api-version": request.match_info["version"],
        "x-fb-trace-id": new_trace(),
        "Cache-Control": "no-store",
        **answer.headers,
    }
    if answer.status == HTTPStatus.UNAUTHORIZED:
        headers["WWW-Authenticate"] = 'OAuth "Facebook Platform" "invalid_token"'
    text = json.dumps(answer.body, ensure_ascii=True, separators=(",", ":"))
    return web.Response(text=text, status=answer.status, content_type="application/json", headers=headers)
