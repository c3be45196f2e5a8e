"""Is there a valid CPF or CNPJ in a text?"""

from __future__ import annotations

import re

_CPF = re.compile(r"(?<![\d.])(\d{3})[. ]?(\d{3})[. ]?(\d{3})[-. ]?(\d{2})(?!\d)")
_CNPJ = re.compile(
    r"(?<![0-9A-Z])([0-9A-Z]{2})[. ]?([0-9A-Z]{3})[. ]?([0-9A-Z]{3})[/ ]?([0-9A-Z]{4})[- ]?(\d{2})(?![0-9A-Z])"
)


def read_cpf(text: str) -> str | None:
    """The CPF as `529.982.247-25`, if its check digits are right; None otherwise."""
    for parts in _CPF.findall(_plain_digits(text[:200])):
        digits = "".join(parts)
        # The check digits of eleven equal digits are right, and no such number was ever given out.
        if len(set(digits)) > 1 and _cpf_checks(digits):
            return "{}.{}.{}-{}".format(*parts)
    return None


def read_cnpj(text: str) -> str | None:
    """The CNPJ as `12.345.678/0001-95` or, of those given out since July 2026, `12.ABC.345/01DE-35`.

    Letters count by their ASCII code minus 48 (Receita Federal, Instrução Normativa RFB 2.229/2024).
    """
    for parts in _CNPJ.findall(_plain_digits(text[:200]).upper()):
        code = "".join(parts)
        if len(set(code)) > 1 and _cnpj_checks(code):
            return "{}.{}.{}/{}-{}".format(*parts)
    return None


def _plain_digits(text: str) -> str:
    """Any dash as `-`, since keyboards write several."""
    return re.sub(r"[‐-―−]", "-", text)


def _cpf_checks(digits: str) -> bool:
    numbers = [int(digit) for digit in digits]
    return all(
        sum(number * (size + 1 - at) for at, number in enumerate(numbers[:size])) * 10 % 11 % 10 == numbers[size]
        for size in (9, 10)
    )


def _cnpj_checks(code: str) -> bool:
    numbers = [ord(letter) - 48 for letter in code]
    weights = (6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2)
    for size in (12, 13):
        rest = sum(number * weight for number, weight in zip(numbers, weights[13 - size :], strict=False)) % 11
        if (11 - rest if rest > 1 else 0) != numbers[size]:
            return False
    return True
