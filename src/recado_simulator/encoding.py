"""Which bytes does Meta put on the wire, and how does it sign them?"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import secrets


def meta_bytes(value: object) -> bytes:
    r"""Write JSON as Meta does: `/` as `\/` and everything beyond ASCII as `\uXXXX`.

    A receiver that parses and writes again before checking the signature never gets these bytes back.
    """
    return json.dumps(value, ensure_ascii=True, separators=(",", ":")).replace("/", "\\/").encode("ascii")


def signature_headers(app_secret: str, raw: bytes) -> dict[str, str]:
    """`X-Hub-Signature-256` and its SHA-1 forerunner, which a receiver must ignore."""
    key = app_secret.encode()
    return {
        "X-Hub-Signature": "sha1=" + hmac.new(key, raw, hashlib.sha1).hexdigest(),
        "X-Hub-Signature-256": "sha256=" + hmac.new(key, raw, hashlib.sha256).hexdigest(),
    }


def new_wamid(person: str, *, inbound: bool) -> str:
    """A message id in the provider's form: it carries the person's number in base64, so it is personal data."""
    number = person.encode()[:60]
    tail = secrets.token_hex(10 if inbound else 9).upper().encode()
    raw = b"\x1c\x18" + bytes([len(number)]) + number + b"\x15\x02\x00" + (b"\x12\x18" if inbound else b"\x11\x18")
    return "wamid." + base64.b64encode(raw + bytes([len(tail)]) + tail + b"\x00").decode()


def new_id() -> str:
    """Fifteen digits, as media and templates have."""
    return str(secrets.randbelow(9 * 10**14) + 10**14)


def new_trace() -> str:
    return secrets.token_urlsafe(8)
