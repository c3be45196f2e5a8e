"""How does a receiver know that a webhook is ours and fresh? (Standard Webhooks 1.0: three headers, HMAC-SHA256.)"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import os
from collections.abc import Iterable, Mapping
from typing import Final

PREFIX: Final = "whsec_"
TOLERANCE_S: Final = 300
"""How old or how far ahead a receiver should let a message be."""
_VERSION: Final = "v1"
_BYTES: Final = 32


def signature_headers(secrets: Iterable[str], *, message_id: str, timestamp: int, body: bytes) -> dict[str, str]:
    """`webhook-id`, `webhook-timestamp` (seconds) and `webhook-signature`: one signature for each secret, with blanks
    between them, so that a receiver which knows only the old or only the new one goes on without a gap."""
    signed = [f"{_VERSION},{_sign(secret, message_id, timestamp, body)}" for secret in secrets if secret]
    return {"webhook-id": message_id, "webhook-timestamp": str(timestamp), "webhook-signature": " ".join(signed)}


def is_signed(headers: Mapping[str, str], body: bytes, *, secrets: Iterable[str], now: int) -> bool:
    """What a receiver does: is one of the signatures made with one of these secrets, and the message fresh?"""
    message_id, stamp = headers.get("webhook-id", ""), headers.get("webhook-timestamp", "")
    if not message_id or not stamp.isascii() or not stamp.isdigit() or abs(now - int(stamp)) > TOLERANCE_S:
        return False
    sent = [word.removeprefix(f"{_VERSION},") for word in headers.get("webhook-signature", "").split()]
    made = [_sign(secret, message_id, int(stamp), body) for secret in secrets]
    return any(hmac.compare_digest(one.encode(), other.encode()) for one in made for other in sent)


def new_signing_secret() -> str:
    """256 random bits in the form that receivers of Standard Webhooks know."""
    return PREFIX + base64.b64encode(os.urandom(_BYTES)).decode()


def key_of(secret: str) -> bytes:
    """The key's bytes: what stands in Base64 behind `whsec_`, else the text itself."""
    if secret.startswith(PREFIX):
        try:
            return base64.b64decode(secret[len(PREFIX) :], validate=True)
        except (binascii.Error, ValueError):
            pass
    return secret.encode()


def _sign(secret: str, message_id: str, timestamp: int, body: bytes) -> str:
    told = f"{message_id}.{timestamp}.".encode() + body
    return base64.b64encode(hmac.new(key_of(secret), told, hashlib.sha256).digest()).decode()
