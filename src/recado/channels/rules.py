"""Which inbox row carries an arrival, and under which key is a repeat of it harmless? When does a channel come back?"""

from __future__ import annotations

from collections.abc import Collection

import msgspec

from recado.channels.models import (
    Arrival,
    ChannelEvent,
    IdentityChange,
    InboundMessage,
    Preference,
    StatusUpdate,
)
from recado.foundation.lanes.models import NewInput

UNREADABLE = "unreadable"
NOBODY_ANSWERED = frozenset({"network", "provider"})
"""Codes of a check that tell nothing about the account: the provider was not reached, or is down itself."""
WAITING = "waiting_for_pairing"
ENDED = frozenset(
    {
        "account_banned",
        "account_blocked",
        "banned_for_now",
        "by_person",
        "gateway_outdated",
        "instance_missing",
        "logged_out",
        "not_paired",
        "pair_again",
        "qr_limit",
        "replaced",
        WAITING,
    }
)
"""Reasons after which only a person connects again: to try by itself would fight another session, or WhatsApp."""
BUSINESS_LEARNED = "recado:business_learned"
"""Field of an event of our own: no provider sends it."""
_ACCOUNT_CHAT = "account"
_encode = msgspec.json.Encoder().encode


def input_of(arrival: Arrival) -> NewInput:
    """Return the inbox row of `arrival`: its chat (the key of order), its key (the key of uniqueness), and itself as JSON."""
    payload = _encode(arrival).decode()
    match arrival:
        case InboundMessage(chat=chat, provider_id=provider_id, key=key):
            return NewInput(chat, key or provider_id, "message", payload)
        case StatusUpdate(chat=chat, provider_id=provider_id, status=status, recipient=recipient):
            # A message to a group has a status for each who is in it.
            who = recipient.bsuid or recipient.wa_id
            return NewInput(chat or who or _ACCOUNT_CHAT, f"{status}:{provider_id}:{who}", "status", payload)
        case IdentityChange(chat=chat, key=key):
            return NewInput(chat, key, "identity", payload)
        case Preference(chat=chat, key=key):
            return NewInput(chat, key, "preference", payload)
        case ChannelEvent(key=key):
            return NewInput(_ACCOUNT_CHAT, key, "event", payload)


def business_learned(business: str) -> ChannelEvent:
    """Return the event that tells a channel which business owns its account (for Meta the WABA id)."""
    return ChannelEvent(f"{BUSINESS_LEARNED}:{business}", BUSINESS_LEARNED, {"id": business})


def first_state(capabilities: Collection[str]) -> tuple[str, str]:
    """Return the state and reason of a channel that was just added: one that is paired with a phone is not, yet."""
    return ("attention", "not_paired") if "pairing" in capabilities else ("connected", "")


def should_reconnect(state: str, reason: str = "") -> bool:
    """Will this channel come to work again without anybody doing anything?"""
    return state in ("connecting", "attention") and reason not in ENDED


def seen_state(problem: str, before: str, reason: str, warning: str = "") -> tuple[str, str]:
    """Return the state and reason of a channel for the `problem` that a check found, from those it had.

    `closed` says that nobody knows why: what ended the session is remembered then. While a phone is being paired the
    provider calls it connecting.
    """
    if not problem:
        return "connected", warning
    if problem == "connecting":
        return "connecting", reason if reason == WAITING else ""
    if problem == "closed" and before == "attention" and reason in ENDED:
        return "attention", reason
    return "attention", problem


def unreadable_input(delivery: str, code: str) -> NewInput:
    """Return the inbox row that lets a delivery which nobody can read reach the dead-letter screen."""
    payload = _encode({"delivery": delivery, "code": code}).decode()
    return NewInput(_ACCOUNT_CHAT, f"delivery:{delivery}", UNREADABLE, payload)
