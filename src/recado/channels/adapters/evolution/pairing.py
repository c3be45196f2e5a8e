"""How is an instance of the gateway created, paired with a phone, looked at and logged out?

The gateway owns the session: it reconnects by itself, and nothing here ever restarts it. Where WhatsApp has ended a
session (logged out, replaced by another, banned) only a person connects again.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any, Final

import aiohttp

from recado.channels.adapter import Account, AccountUnavailable, Pairing
from recado.channels.adapters.evolution.gateway import (
    QUICK,
    Answer,
    AnswerLost,
    Gateway,
    NotConfigured,
    NotReached,
    ask,
    gateway_of,
)
from recado.channels.adapters.evolution.inbound.connection import REASONS, state_of
from recado.channels.adapters.evolution.signature import HEADER
from recado.channels.models import Json

EVENTS: Final = (
    "QRCODE_UPDATED", "CONNECTION_UPDATE", "MESSAGES_UPSERT", "MESSAGES_UPDATE", "MESSAGES_EDITED", "MESSAGES_DELETE",
    "SEND_MESSAGE", "LOGOUT_INSTANCE", "REMOVE_INSTANCE",
)  # fmt: skip
QR_LASTS, CODE_LASTS = timedelta(seconds=45), timedelta(seconds=160)
_TRIES, _PAUSE_S = 5, 1.0
_NOT_FOUND, _SERVER, _REFUSED = 404, 500, 400
_FORBIDDEN = (401, 403)


async def check(session: aiohttp.ClientSession, account: Account) -> str:
    """Ask for the state: "" when open, `connecting`, or why not. `closed` means that the gateway does not say why."""
    try:
        gateway = gateway_of(account)
        answer = await ask(
            session, "GET", gateway.url("instance", "connectionState", gateway.instance), gateway, timeout=QUICK
        )
    except NotConfigured as error:
        return error.code
    except (NotReached, AnswerLost):
        return "gateway_unreachable"
    if problem := _problem(answer):
        return problem
    state, _ = state_of(_state_in(answer.json), "")
    if state == "connected":
        return ""
    return "connecting" if state == "connecting" else await _why_closed(session, gateway)


async def connect(session: aiohttp.ClientSession, account: Account, *, webhook: str, phone: str) -> Pairing:
    """Make sure the instance exists and tells us what happens, and get a code for it; raise `AccountUnavailable`.

    With `phone` (digits) a pairing code is asked for, else a QR code. `pairing` without any code: not ready yet.
    """
    gateway = _configured(account)
    secret = account.secrets.get("webhook_secret", "")
    state = await _request(session, "GET", gateway, "instance", "connectionState", gateway.instance)
    if state.status == _NOT_FOUND:
        made = await _create(session, gateway, phone, webhook, secret)
        if found := _pairing(made.object.get("qrcode"), phone):
            return found
    else:
        _refuse(state)
        await _listen(session, gateway, webhook, secret)
        if state_of(_state_in(state.json), "")[0] == "connected":
            return Pairing("connected")
    return await _code(session, gateway, phone)


async def log_out(session: aiohttp.ClientSession, account: Account) -> None:
    """End the session on the phone too. An instance that is not connected, or not there, is logged out already."""
    gateway = _configured(account)
    answer = await _request(session, "DELETE", gateway, "instance", "logout", gateway.instance)
    if answer.status in _FORBIDDEN or answer.status > _SERVER:
        _refuse(answer)


async def _create(session: aiohttp.ClientSession, gateway: Gateway, phone: str, webhook: str, secret: str) -> Answer:
    body: Json = {
        "instanceName": gateway.instance, "integration": "WHATSAPP-BAILEYS", "qrcode": True, "groupsIgnore": True,
        "readMessages": False, "syncFullHistory": False, "webhook": _webhook(webhook, secret),
    }  # fmt: skip
    if phone:
        body["number"] = phone
    answer = await _request(session, "POST", gateway, "instance", "create", json=body)
    _refuse(answer)
    return answer


async def _listen(session: aiohttp.ClientSession, gateway: Gateway, webhook: str, secret: str) -> None:
    """Tell an instance that was there before where to report; groups and old threads are left out."""
    told = {"webhook": _webhook(webhook, secret)}
    _refuse(await _request(session, "POST", gateway, "webhook", "set", gateway.instance, json=told))


def _webhook(url: str, secret: str) -> Json:
    # Media is fetched when it is wanted: whole films do not belong into a webhook.
    return {
        "enabled": True, "url": url, "byEvents": False, "base64": False, "events": list(EVENTS),
        "headers": {HEADER.decode(): secret},
    }  # fmt: skip


async def _code(session: aiohttp.ClientSession, gateway: Gateway, phone: str) -> Pairing:
    query = {"number": phone} if phone else None
    for attempt in range(_TRIES):
        answer = await _request(session, "GET", gateway, "instance", "connect", gateway.instance, query=query)
        _refuse(answer)
        if state_of(_state_in(answer.json), "")[0] == "connected":
            return Pairing("connected")
        if found := _pairing(answer.json, phone):
            return found
        if attempt == _TRIES // 2 and phone and _pairing(answer.json, ""):
            # It shows a QR code already and was not told the number: only a new beginning makes it ask for a code.
            await _request(session, "DELETE", gateway, "instance", "logout", gateway.instance)
        await asyncio.sleep(_PAUSE_S)
    return Pairing("connecting")


def _pairing(told: Any, phone: str) -> Pairing | None:
    """Read a code; None where there is none of the wanted kind yet."""
    if not isinstance(told, dict):
        return None
    code, qr, picture = _text(told, "pairingCode"), _text(told, "code"), _text(told, "base64")
    now = datetime.now(UTC)
    if phone:
        return Pairing("connecting", pairing_code=code, expires_at=now + CODE_LASTS) if code else None
    if not qr:
        return None
    shown = picture if picture.startswith("data:image/png;base64,") else ""
    return Pairing("connecting", qr=qr, qr_image=shown, expires_at=now + QR_LASTS)


def _text(told: Json, key: str) -> str:
    value = told.get(key)
    return value if isinstance(value, str) else ""


async def _why_closed(session: aiohttp.ClientSession, gateway: Gateway) -> str:
    """The code with which the last connection ended, where this version remembers it."""
    try:
        url = gateway.url("instance", "fetchInstances").update_query({"instanceName": gateway.instance})
        answer = await ask(session, "GET", url, gateway, timeout=QUICK)
    except (NotReached, AnswerLost):
        return "closed"
    rows = answer.json if isinstance(answer.json, list) else [answer.json]
    for row in rows:
        if isinstance(row, dict) and row.get("name", row.get("instanceName")) == gateway.instance:
            if row.get("disconnectionReasonCode") is None and not row.get("ownerJid"):
                return "not_paired"
            return REASONS.get(str(row.get("disconnectionReasonCode")), "closed")
    return "closed"


def _state_in(told: Any) -> str:
    if not isinstance(told, dict):
        return ""
    instance = told.get("instance")
    holder = instance if isinstance(instance, dict) else told
    state = holder.get("state") or holder.get("status") or holder.get("connectionStatus")
    return state if isinstance(state, str) else ""


def _problem(answer: Answer) -> str:
    if answer.status in _FORBIDDEN:
        return "token_invalid"
    if answer.object.get("code") == "LICENSE_REQUIRED":
        return "license_required"
    if answer.status == _NOT_FOUND:
        return "instance_missing"
    if answer.status >= _REFUSED or not _state_in(answer.json):
        return "gateway_failing"
    return ""


def _refuse(answer: Answer) -> None:
    """Raise for an answer that is a refusal; a connected instance refuses some calls with 400 and is fine."""
    if answer.status in _FORBIDDEN or answer.status == _NOT_FOUND or answer.status >= _REFUSED or answer.json is None:
        raise AccountUnavailable(_problem(answer) or "gateway_failing")


def _configured(account: Account) -> Gateway:
    try:
        return gateway_of(account)
    except NotConfigured as error:
        raise AccountUnavailable(error.code) from error


async def _request(
    session: aiohttp.ClientSession,
    method: str,
    gateway: Gateway,
    *parts: str,
    json: Json | None = None,
    query: Mapping[str, str] | None = None,
) -> Answer:
    try:
        return await ask(session, method, gateway.url(*parts).update_query(query or {}), gateway, json=json)
    except (NotReached, AnswerLost) as error:
        raise AccountUnavailable("gateway_unreachable") from error
