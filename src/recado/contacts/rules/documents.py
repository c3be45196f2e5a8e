"""Is this a phone, an e-mail, a CPF or a CNPJ, and in which one form is it compared?"""

from __future__ import annotations

import re

from recado.foundation.phone import digits, with_country

_CPF, _CNPJ = 11, 14
_CNPJ_FORM = re.compile(r"[0-9A-Z]{12}[0-9]{2}")
_EMAIL = re.compile(r"[^\s@<>\"',;:()\[\]\\]{1,64}@[^\s@<>\"',;:()\[\]\\]{1,190}\.[^\s@<>\"',;:()\[\]\\.]{2,63}")
_EXPONENT = re.compile(r"\s*\d+(?:[.,]\d+)?[eE]\+?\d+\s*")
_SHORTEST, _LONGEST = 8, 15
_FIRST_WEIGHTS = (5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2)


def plain(kind: str, text: str) -> str | None:
    """Return the one form of an identifier of `kind` (phone, email, cpf, cnpj), or None where it is none."""
    match kind:
        case "phone":
            return phone(text)
        case "email":
            return email(text)
        case "cpf":
            return cpf(text)
        case "cnpj":
            return cnpj(text)
    return None


def phone(text: str) -> str | None:
    """Return the digits with country code (E.164: at most 15); a number that a spreadsheet shortened is none."""
    if _EXPONENT.fullmatch(text):
        return None
    number = with_country(text)
    return number if _SHORTEST <= len(number) <= _LONGEST and not re.search(r"[^\d\s()+.\-/]", text) else None


def email(text: str) -> str | None:
    """Return the address in lower case: no provider that matters tells case apart, and people write both."""
    clear = text.strip().lower()
    return clear if _EMAIL.fullmatch(clear) and ".." not in clear else None


def cpf(text: str) -> str | None:
    """Return the eleven digits; zeros that a spreadsheet dropped come back."""
    number = digits(text)
    if re.search(r"[^\d\s.\-/]", text) or not 8 <= len(number) <= _CPF:  # noqa: PLR2004 - three lost zeros at most
        return None
    number = number.zfill(_CPF)
    if len(set(number)) == 1:
        return None
    for place in (9, 10):
        total = sum(int(sign) * (place + 1 - index) for index, sign in enumerate(number[:place]))
        if int(number[place]) != total * 10 % 11 % 10:
            return None
    return number


def cnpj(text: str) -> str | None:
    """Return the fourteen signs; since July 2026 the first twelve may be letters (IN RFB 2.229/2024), each worth ASCII - 48."""
    number = re.sub(r"[\s.\-/]", "", text).upper()
    if number.isdigit() and 12 <= len(number) < _CNPJ:  # noqa: PLR2004 - two lost zeros at most
        number = number.zfill(_CNPJ)
    if not _CNPJ_FORM.fullmatch(number) or len(set(number)) == 1:
        return None
    values = [ord(sign) - 48 for sign in number]
    for place in (12, 13):
        weights = _FIRST_WEIGHTS if place == 12 else (6, *_FIRST_WEIGHTS)  # noqa: PLR2004 - the first check digit's place
        rest = sum(value * weight for value, weight in zip(values[:place], weights, strict=True)) % 11
        if values[place] != (0 if rest < 2 else 11 - rest):  # noqa: PLR2004 - the rule's own words: less than two is zero
            return None
    return number


def guess(text: str) -> list[tuple[str, str]]:
    """Return every (kind, one form) that what somebody typed into a search may be; an eleven-digit number may be two."""
    found = [(kind, clear) for kind in ("email", "cpf", "cnpj", "phone") if (clear := plain(kind, text)) is not None]
    return [one for one in found if one[0] != "email" or "@" in text]


def masked(kind: str, clear: str) -> str:
    """Return as much of a sealed identifier as somebody may see who only reads."""
    if kind == "email":
        name, _, host = clear.partition("@")
        return f"{name[:1]}…@{host}"
    return f"…{clear[-4:]}"
