"""Which identifiers does a person show to a business: dialled number, wa_id, BSUID?"""

from __future__ import annotations

import hashlib
import re

_BSUID = re.compile(r"^[A-Z]{2}\.[A-Za-z0-9]{1,128}$")
_COUNTRIES = (
    ("351", "PT"),
    ("595", "PY"),
    ("598", "UY"),
    ("55", "BR"),
    ("54", "AR"),
    ("52", "MX"),
    ("44", "GB"),
    ("49", "DE"),
    ("34", "ES"),
    ("1", "US"),
)
# Accounts with these area codes and above were mostly opened before the ninth digit and keep eight (measured 2026-07).
_FIRST_EIGHT_DIGIT_AREA = 31
_SHORT_MOBILE = re.compile(r"(55[0-9]{2})([6-9][0-9]{7})")
_MOBILE = re.compile(r"55([0-9]{2})9([6-9][0-9]{7})")


def digits_of(text: str) -> str:
    return re.sub(r"\D", "", text)


def is_bsuid(text: str) -> bool:
    return bool(_BSUID.match(text))


def is_number(digits: str) -> bool:
    """Seven to fifteen digits, country code included (E.164 allows no more)."""
    return re.fullmatch(r"[0-9]{7,15}", digits) is not None


def canonical(digits: str) -> str:
    """The number as people dial it today: Brazilian mobiles get their ninth digit, all else stays."""
    short = _SHORT_MOBILE.fullmatch(digits)
    return f"{short[1]}9{short[2]}" if short else digits


def wa_id_of(digits: str) -> str:
    """What the provider calls this number: twelve digits for Brazilian mobiles with area code 31 and above."""
    number = canonical(digits)
    mobile = _MOBILE.fullmatch(number)
    if mobile and int(mobile[1]) >= _FIRST_EIGHT_DIGIT_AREA:
        return f"55{mobile[1]}{mobile[2]}"
    return number


def user_id_of(portfolio: str, number: str, *, generation: int) -> str:
    """The BSUID: the same person is another one for every business portfolio, and again after each change."""
    seed = f"{portfolio}|{number}|{generation}".encode()
    tail = int.from_bytes(hashlib.sha256(seed).digest()[:8], "big") % 10**18
    country = next((name for prefix, name in _COUNTRIES if number.startswith(prefix)), "BR")
    return f"{country}.7{tail:018d}"
