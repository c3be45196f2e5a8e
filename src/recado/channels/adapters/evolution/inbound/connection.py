"""What does the gateway say about its connection to WhatsApp?"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from recado.channels.adapters.evolution.inbound.identity import phone_of
from recado.channels.adapters.evolution.inbound.shapes import fingerprint, object_in, text_in
from recado.channels.models import CONNECTION, ChannelEvent, Json

REASONS: Mapping[str, str] = {
    "401": "logged_out",
    "402": "banned_for_now",
    "403": "account_blocked",
    "405": "gateway_outdated",
    "406": "account_banned",
    "408": "connection_lost",
    "411": "pair_again",
    "428": "connection_lost",
    "440": "replaced",
    "500": "session_broken",
    "503": "whatsapp_unavailable",
    "515": "restarting",
}
"""Codes with which WhatsApp ends a connection, as WhatsApp Web libraries number them."""


def state_of(word: str, code: str) -> tuple[str, str]:
    """The channel's state and reason for the gateway's word and the code beside it."""
    match word.lower():
        case "open" | "connected":
            return "connected", ""
        case "connecting":
            return "connecting", ""
        case "refused":
            return "attention", "qr_limit"
        case _:
            return "attention", REASONS.get(code, "closed")


def read_connection(body: Json, data: Json) -> ChannelEvent:
    """`connection.update` and `status.instance`."""
    word = text_in(data, "state", "status", "connection")
    state, reason = state_of(word, text_in(data, "statusReason", "disconnectionReasonCode"))
    return _event(body, state, reason, phone_of(text_in(data, "wuid") or text_in(body, "sender")))


def read_code(body: Json, data: Json) -> ChannelEvent:
    """`qrcode.updated`: there is a new code, which is not kept, or there will be no more."""
    gone = text_in(data, "statusCode") == "500" or (not object_in(data, "qrcode") and "message" in data)
    return _event(body, "attention", "qr_limit" if gone else "waiting_for_pairing", "")


def read_end(body: Json, reason: str) -> ChannelEvent:
    """`logout.instance`, `remove.instance`, `instance.delete`."""
    return _event(body, "attention", reason, "")


def _event(body: Json, state: str, reason: str, number: str, at: datetime | None = None) -> ChannelEvent:
    # The moment beside it is the gateway's local time with a false zone: it tells two events apart and no more.
    told: dict[str, Any] = {"state": state, "reason": reason, "number": number}
    return ChannelEvent(f"{CONNECTION}:{fingerprint(told, body)}", CONNECTION, told, at)
