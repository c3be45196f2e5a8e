"""Which e-mail address or phone number did the person write?"""

from __future__ import annotations

import re

import phonenumbers

from recado.flows.engine.folding import fold

_EMAIL = re.compile(
    r"(?<![\w.+-])([A-Za-z0-9](?:[A-Za-z0-9._%+-]{0,62}[A-Za-z0-9_%+-])?@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.){1,5}[A-Za-z]{2,24})(?![\w@-])"
)
_SAME = re.compile(r"\b(?:est[ea]|ess[ea]|o mesmo|mesmo numero|meu whats\w*|o daqui|por aqui)\b")


_WITHOUT_NINTH = 10
"""Digits of area code and mobile number as they were before the ninth digit."""


def read_email(text: str) -> str | None:
    """The one address, in lower case; "arroba" and "ponto" are read as their signs, blanks around `@` go."""
    text = (
        re.sub(r"\s*\(?\b(?:arroba|at)\b\)?\s*", "@", text[:300], flags=re.IGNORECASE)
        if "@" not in text
        else text[:300]
    )
    text = re.sub(r"\s*@\s*", "@", re.sub(r"\s+ponto\s+", ".", text, flags=re.IGNORECASE))
    found = {address.lower() for address in _EMAIL.findall(text)}
    return found.pop() if len(found) == 1 and ".." not in next(iter(found)) else None


def read_phone(text: str, own: str = "") -> str | None:
    """The one valid number as `+5511987654321`; Brazil where no country is named.

    `own` (digits with country code) lends its area code to a number without one, and answers "é este mesmo".
    """
    text = text[:200]
    digits = re.sub(r"\D", "", text)
    if not digits:
        return _valid(f"+{own}") if own and _SAME.search(fold(text)) else None
    found = {number for match in phonenumbers.PhoneNumberMatcher(text, "BR") if (number := _e164(match.number))}
    if len(found) == 1:
        return found.pop()
    return None if found else _repaired(digits, own)


def _repaired(digits: str, own: str) -> str | None:
    """Numbers as people really write them: carrier and trunk zeros, no area code, no ninth digit."""
    digits = digits.lstrip("0")
    national = digits[2:] if len(digits) in (12, 13) and digits.startswith("55") else digits
    if len(national) in (8, 9) and own.startswith("55"):
        national = own[2:4] + national
    if len(national) == _WITHOUT_NINTH and national[2] in "6789":
        national = national[:2] + "9" + national[2:]
    return _valid(f"+55{national}") if len(national) in (10, 11) else _valid(f"+{digits}")


def _valid(number: str) -> str | None:
    try:
        return _e164(phonenumbers.parse(number, None))
    except phonenumbers.NumberParseException:
        return None


def _e164(number: phonenumbers.PhoneNumber) -> str | None:
    if not phonenumbers.is_valid_number(number):
        return None
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
