"""Which inbox row carries an arrival, and under which key is a repeat of it harmless? When does a channel come back?"""

from __future__ import annotations

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


def should_reconnect(state: str) -> bool:
    """Will the product itself try to get this channel working again?"""
    return state in ("connecting", "attention")


def unreadable_input(delivery: str, code: str) -> NewInput:
    """Return the inbox row that lets a delivery which nobody can read reach the dead-letter screen."""
    payload = _encode({"delivery": delivery, "code": code}).decode()
    return NewInput(_ACCOUNT_CHAT, f"delivery:{delivery}", UNREADABLE, payload)
