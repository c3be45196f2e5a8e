"""/control/events: the phones as they change, as server-sent events."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Sequence

from aiohttp import web

from recado_simulator.control_http import parts_of
from recado_simulator.identity import canonical, digits_of
from recado_simulator.live import Watcher
from recado_simulator.parts import Parts
from recado_simulator.phones import shown
from recado_simulator.shapes import Json

_HEARTBEAT_S = 15
_FIRST_MESSAGES = 200


async def many(request: web.Request) -> web.StreamResponse:
    """GET /control/events?phones=5511…,5521…: first a `snapshot` of each, then `message`, `typing`, `profile`."""
    numbers = [canonical(digits_of(one)) for one in request.query.get("phones", "").split(",") if digits_of(one)]
    return await _stream(request, numbers)


async def one(request: web.Request) -> web.StreamResponse:
    """GET /control/phones/{phone}/events: the same for one phone."""
    return await _stream(request, [parts_of(request).world.phones.take(request.match_info["phone"]).number])


async def _stream(request: web.Request, numbers: Sequence[str]) -> web.StreamResponse:
    parts = parts_of(request)
    response = web.StreamResponse(headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"})
    await response.prepare(request)
    watcher = parts.world.live.watch(numbers)
    try:
        for number in numbers:
            await _write(response, "snapshot", _snapshot(parts, number))
        await _write(response, "ready", {"phones": list(numbers)})
        await _pass_on(response, watcher)
    except (ConnectionError, asyncio.CancelledError):
        return response
    finally:
        parts.world.live.leave(watcher)
    return response


async def _pass_on(response: web.StreamResponse, watcher: Watcher) -> None:
    while True:
        try:
            async with asyncio.timeout(_HEARTBEAT_S):
                heard = await watcher.next()
        except TimeoutError:
            await response.write(b": still here\n\n")
            continue
        if heard is None:
            return
        await _write(response, *heard)


def _snapshot(parts: Parts, number: str) -> Json:
    phone = parts.world.phones.take(number)
    messages = [message for message in parts.world.threads.of_phone(number) if message.shown][-_FIRST_MESSAGES:]
    return {**shown(phone), "messages": parts.world.threads.many_shown(messages)}


async def _write(response: web.StreamResponse, event: str, data: Json) -> None:
    text = json.dumps(data, ensure_ascii=True, separators=(",", ":"))
    await response.write(f"event: {event}\ndata: {text}\n\n".encode())
