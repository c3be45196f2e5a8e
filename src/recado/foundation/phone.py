"""When are two ways of writing a phone number the same phone?

WhatsApp answers with twelve digits for many older Brazilian accounts (55, area code, eight digits) although people dial
thirteen. No rule by area code is reliable, so nothing stored is rewritten: numbers are compared by a key.
"""

from __future__ import annotations

import phonenumbers

_BRAZIL = "55"
_WITHOUT_NINE, _WITH_NINE = 12, 13
_MOBILE_FIRST = "6789"
_NATIONAL_LENGTHS = (10, 11)


def digits(text: str) -> str:
    """Return the ASCII digits of `text`, in order."""
    return "".join(char for char in text if "0" <= char <= "9")


def match_key(number: str) -> str:
    """Return what every form of one number shares: for a Brazilian mobile its twelve digits, else the digits themselves.

    A landline (local part beginning with 2 to 5) has no second form.
    """
    plain = digits(number)
    if len(plain) == _WITH_NINE and plain.startswith(_BRAZIL) and plain[4] == "9" and plain[5] in _MOBILE_FIRST:
        return plain[:4] + plain[5:]
    return plain


def with_country(text: str) -> str:
    """Return the digits of a number people typed, Brazil's code put in front of a national number (10 or 11 digits)."""
    plain = digits(text)
    if text.strip().startswith("+"):
        return plain
    plain = plain.removeprefix("00") if plain.startswith("00") else plain.lstrip("0")
    return _BRAZIL + plain if len(plain) in _NATIONAL_LENGTHS else plain


def shown(number: str) -> str:
    """Return a number as people read it, such as `+55 11 98888-7777`; the digits with a plus where it cannot be parsed."""
    plain = digits(number)
    if not plain:
        return ""
    try:
        parsed = phonenumbers.parse("+" + plain)
    except phonenumbers.NumberParseException:
        return "+" + plain
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.INTERNATIONAL)


def masked(number: str) -> str:
    """Return a number for logs: country and area code, then the last two digits only."""
    plain = digits(number)
    return f"{plain[:4]}…{plain[-2:]}" if len(plain) > 6 else "…"  # noqa: PLR2004 - shorter ones have nothing to show
