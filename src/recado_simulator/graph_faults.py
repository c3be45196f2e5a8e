"""How does an ordered fault spoil a Graph answer?"""

from __future__ import annotations

import asyncio
import json
from http import HTTPStatus

from aiohttp import web

from recado_simulator.encoding import new_wamid
from recado_simulator.faults import Fault
from recado_simulator.graph_errors import GraphError
from recado_simulator.parts import Answer, Call

_REFUSALS = {
    "429": GraphError(130429, "The throughput of this number has been reached; try again in a moment."),
    "500": GraphError(131000, "Something went wrong.", status=500),
    "503": GraphError(131016, "The service is temporarily unavailable.", status=503),
    "account_locked": GraphError(131031, "The business account has been locked for a policy violation."),
}
_HTML = (
    "<!DOCTYPE html><html><head><title>Error</title></head><body><h1>Sorry, something went wrong.</h1></body></html>"
)


def refuse_by(fault: Fault) -> None:
    """Raise the refusal of a fault that does not take the message; cuts and hangs are noted as 0."""
    if fault.kind == "token_expired":
        raise GraphError(190, "Error validating access token: the session has expired.", subcode=463)
    refusal = _REFUSALS.get(fault.kind)
    if refusal is None:
        raise GraphError(131000, f"{fault.kind}: no answer was given and the message was not taken.", status=500)
    raise GraphError(refusal.code, refusal.details, status=refusal.status)


async def answer_spoilt(fault: Fault, call: Call, answer: Answer) -> web.StreamResponse | None:
    """The spoilt answer, or None when the true one may go out now."""
    if fault.kind == "delay":
        await asyncio.sleep(fault.delay_s)
        return None
    if fault.kind in {"hang", "hang_lost"}:
        await asyncio.sleep(fault.delay_s)
        return _cut(call)
    if fault.kind in {"cut", "cut_sent"}:
        return _cut(call)
    if fault.kind == "drip":
        return await _drip(fault, call, answer)
    return _other_answer(fault, answer)


def _other_answer(fault: Fault, answer: Answer) -> web.Response | None:
    if fault.kind == "500_sent":
        error = GraphError(131000, "Something went wrong.", status=500)
        return web.json_response(error.body(), status=500)
    if fault.kind == "garbage":
        return web.Response(
            body=b'{"messaging_product":"whatsapp","contacts":[{"inp\xff\xfe',
            status=200,
            content_type="application/json",
        )
    if fault.kind == "html":
        return web.Response(text=_HTML, status=200, content_type="text/html")
    if answer.status != HTTPStatus.OK or "messages" not in answer.body:
        return None
    if fault.kind == "no_id":
        return web.json_response({**answer.body, "messages": [{}]})
    if fault.kind == "wrong_id":
        return web.json_response({**answer.body, "messages": [{"id": new_wamid("5511900000000", inbound=False)}]})
    return None


def _cut(call: Call) -> web.Response:
    """Close the connection under the answer: the other side sees a reset or an early end."""
    if call.request.transport is not None:
        call.request.transport.abort()
    return web.Response(status=200)


async def _drip(fault: Fault, call: Call, answer: Answer) -> web.StreamResponse:
    """One byte a second, as a sick proxy does, until the fault's time is over."""
    body = json.dumps(answer.body).encode()
    response = web.StreamResponse(headers={"Content-Type": "application/json", "Content-Length": str(len(body))})
    await response.prepare(call.request)
    for position in range(min(len(body), int(fault.delay_s))):
        await response.write(body[position : position + 1])
        await asyncio.sleep(1)
    return _cut(call)
