"""/control/phones: what people have on their phones, and what they say with them."""

from __future__ import annotations

import asyncio
from datetime import datetime

from aiohttp import BodyPartReader, web

from recado_simulator import person_events
from recado_simulator.accounts import Account
from recado_simulator.control_http import body_of, number_of, parts_of, reply
from recado_simulator.customer import describe, say
from recado_simulator.evolution.control import lines_of, spoken
from recado_simulator.evolution.gateway import GATEWAY
from recado_simulator.parts import Parts
from recado_simulator.phones import Phone, shown
from recado_simulator.shapes import BadRequest, Json, as_text
from recado_simulator.voice_note import NotAVoiceNote, ogg_from_webm

_MOST_WAIT_S = 60.0
_MOST_FILE_BYTES = 100 * 1024 * 1024


async def list_phones(request: web.Request) -> web.Response:
    """GET /control/phones; with `?page=1` only those someone opened on the phone page."""
    world = parts_of(request).world
    phones = [one for one in world.phones.all() if one.on_page or "page" not in request.query]
    return reply({"phones": [shown(one) for one in phones]})


async def get_phone(request: web.Request) -> web.Response:
    """GET /control/phones/{phone}: the phone and its chats, newest first."""
    parts = parts_of(request)
    phone = _phone(request)
    chats: list[Json] = []
    for account_id in parts.world.threads.accounts_of(phone.number):
        account = parts.world.accounts.get(account_id)
        visit = parts.world.threads.visit(account_id, phone.number)
        user_id = phone.user_id(account.portfolio) if account else None
        window = visit.window_is_open(parts.world.clock.now())
        chats.append({"account": account_id, "user_id": user_id, "window_is_open": window})
    return reply({**shown(phone), "chats": chats})


async def put_phone(request: web.Request) -> web.Response:
    """PUT (or POST) /control/phones/{phone}: name, username, online, auto_read, blocked … whatever is given."""
    parts = parts_of(request)
    before = _phone(request)
    phone = parts.world.phones.change(before, await body_of(request))
    if phone.online and not before.online:
        parts.lifecycle.come_online(phone)
    parts.world.live.publish(phone.number, "profile", shown(phone))
    return reply(shown(phone))


async def get_messages(request: web.Request) -> web.Response:
    """GET /control/phones/{phone}/messages: what the phone shows, oldest first.

    `since` (a seq, a message id or a time) gives only what came after; `wait` holds the answer up to so many seconds
    until there is something; `account` keeps to one business; `all=1` adds what never reached the phone.
    """
    parts = parts_of(request)
    phone = _phone(request)
    account = request.query.get("account")
    if (instance := request.app[GATEWAY].book.get(account or "")) is not None:
        return reply({"phone": phone.number, "messages": lines_of(instance, phone.number)})
    patience = min(_MOST_WAIT_S, number_of(request, "wait", 0))
    rows = _rows(parts, phone, account, request)
    if not rows and patience > 0:
        rows = await _wait_for_rows(parts, phone, account, request, patience)
    return reply({"phone": phone.number, "messages": rows, "next": parts.world.threads.last_seq})


async def post_message(request: web.Request) -> web.Response:
    """POST /control/phones/{phone}/messages: the person writes, taps, reacts; 201 with the message's id."""
    parts = parts_of(request)
    body = await body_of(request)
    phone = _phone(request)
    if (instance := request.app[GATEWAY].book.get(as_text(body.get("account")))) is not None:
        return reply(spoken(request.app[GATEWAY], instance, phone.number, body), status=201)
    account = _account(parts, phone, body)
    message = say(parts, phone, account, body)
    return reply(describe(parts, message), status=201)


async def upload(request: web.Request) -> web.Response:
    """POST /control/phones/{phone}/media as multipart: keep a file the person is about to send; gives its id."""
    parts = parts_of(request)
    phone = _phone(request)
    account = _account(parts, phone, {"account": request.query.get("account")})
    reader = await request.multipart()
    part = await reader.next()
    if not isinstance(part, BodyPartReader):
        raise BadRequest("a file is missing")
    raw = bytearray()
    while chunk := await part.read_chunk(65536):
        raw += chunk
        if len(raw) > _MOST_FILE_BYTES:
            raise BadRequest("the file is larger than 100 MB", status=413)
    content, mime_type = _as_delivered(bytes(raw), part.headers.get("Content-Type", "application/octet-stream"))
    media = parts.world.media.keep(
        content,
        account=account.phone_number_id,
        mime_type=mime_type,
        filename=part.filename or "",
        received=True,
    )
    return reply({"id": media.id, "mime_type": media.mime_type, "filename": media.filename}, status=201)


async def read_thread(request: web.Request) -> web.Response:
    """POST /control/phones/{phone}/read {account}: the person looks at the thread; `read` goes out for each."""
    parts = parts_of(request)
    body = await body_of(request)
    phone = _phone(request)
    account = _account(parts, phone, body)
    return reply({"read": parts.lifecycle.read_thread(account.phone_number_id, phone.number)})


async def play(request: web.Request) -> web.Response:
    """POST /control/phones/{phone}/played {id}: a voice note is played for the first time."""
    parts = parts_of(request)
    message = parts.world.threads.get(as_text((await body_of(request)).get("id")))
    if message is None or message.phone != _phone(request).number or message.type != "audio":
        raise BadRequest("there is no such voice note on this phone", status=404)
    parts.lifecycle.read(message.id)
    parts.lifecycle.play(message.id)
    return reply({"played": message.id})


async def change_number(request: web.Request) -> web.Response:
    """POST /control/phones/{phone}/number {to}"""
    return reply(shown(person_events.change_number(parts_of(request), _phone(request), await body_of(request))))


async def change_user_id(request: web.Request) -> web.Response:
    """POST /control/phones/{phone}/user_id: a new BSUID for every business."""
    return reply(shown(person_events.change_user_id(parts_of(request), _phone(request))))


async def set_preference(request: web.Request) -> web.Response:
    """POST /control/phones/{phone}/preferences {marketing: stop | resume}"""
    return reply(shown(person_events.set_preference(parts_of(request), _phone(request), await body_of(request))))


async def echo(request: web.Request) -> web.Response:
    """POST /control/echo {phone, text, account?}: the owner writes from the phone app."""
    parts = parts_of(request)
    body = await body_of(request)
    phone = parts.world.phones.take(as_text(body.get("phone")))
    message = person_events.echo(parts, phone, _account(parts, phone, body), body)
    return reply(describe(parts, message), status=201)


def _as_delivered(raw: bytes, mime_type: str) -> tuple[bytes, str]:
    """A browser records WebM; what WhatsApp hands to a business is always Ogg."""
    if not mime_type.startswith("audio/webm"):
        return raw, mime_type
    try:
        return ogg_from_webm(raw), "audio/ogg; codecs=opus"
    except NotAVoiceNote:
        raise BadRequest("the recording is not WebM with Opus") from None


def _phone(request: web.Request) -> Phone:
    return parts_of(request).world.phones.take(request.match_info["phone"])


def _account(parts: Parts, phone: Phone, body: Json) -> Account:
    """The business meant: named, or the only one, or the one this phone wrote with last."""
    named = as_text(body.get("account"))
    recent = parts.world.threads.accounts_of(phone.number)
    if not named and recent and len(parts.world.accounts.all()) > 1:
        named = recent[0]
    return parts.world.accounts.choose(named or None)


def _rows(parts: Parts, phone: Phone, account: str | None, request: web.Request) -> list[Json]:
    everything = request.query.get("all") in {"1", "true"}
    messages = [one for one in parts.world.threads.of_phone(phone.number, account) if one.shown or everything]
    since = request.query.get("since")
    if since:
        after, at = _since(parts, since)
        messages = [one for one in messages if one.seq > after and one.at > at]
    return parts.world.threads.many_shown(messages)


def _since(parts: Parts, since: str) -> tuple[int, float]:
    if since.isdigit():
        return int(since), 0.0
    message = parts.world.threads.get(since)
    if message is not None:
        return message.seq, 0.0
    try:
        return 0, datetime.fromisoformat(since).timestamp()
    except ValueError:
        raise BadRequest("since must be a seq, a message id or a time") from None


async def _wait_for_rows(
    parts: Parts, phone: Phone, account: str | None, request: web.Request, patience: float
) -> list[Json]:
    watcher = parts.world.live.watch([phone.number])
    try:
        async with asyncio.timeout(patience):
            while await watcher.next() is not None:
                if rows := _rows(parts, phone, account, request):
                    return rows
    except TimeoutError:
        pass
    finally:
        parts.world.live.leave(watcher)
    return []
