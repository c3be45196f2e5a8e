"""Which half minute does a six-digit code belong to (RFC 6238), and was it used before?"""

from __future__ import annotations

import hmac
from datetime import datetime

import pyotp

STEP_S = 30
_DRIFT = 1  # one step either way, for the phone's clock (RFC 6238, section 5.2)
_DIGITS = 6


def matching_step(secret: str, code: str, *, now: datetime, last_used: int) -> int | None:
    """Return the step that `code` belongs to, if that is near `now` and later than the last one used; else None."""
    digits = code.replace(" ", "")
    if len(digits) != _DIGITS or not digits.isascii() or not digits.isdigit():
        return None
    generator = pyotp.TOTP(secret, digits=_DIGITS, interval=STEP_S)
    present = int(now.timestamp()) // STEP_S
    found = None
    for step in range(present - _DRIFT, present + _DRIFT + 1):
        # Every candidate is compared, so that time does not tell which one was near.
        if hmac.compare_digest(generator.generate_otp(step), digits) and step > last_used:
            found = step
    return found


def enrolment_uri(secret: str, *, email: str) -> str:
    """Return the otpauth:// address that authenticator apps read from a QR code."""
    return pyotp.TOTP(secret, digits=_DIGITS, interval=STEP_S).provisioning_uri(name=email, issuer_name="Recado")
