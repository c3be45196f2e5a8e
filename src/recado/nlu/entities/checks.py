"""Does a CPF, a CNPJ, a CEP or an area code pass its check?

Sources: the sums published by Receita Federal (the CNPJ with letters, issued since July 2026, by Instrução Normativa
2.229/2024) and Anatel's list of area codes.
"""

from __future__ import annotations

from typing import Final

AREA_CODES: Final = frozenset({
     11, 12, 13, 14, 15, 16, 17, 18, 19, 21, 22, 24, 27, 28, 31, 32, 33, 34, 35, 37, 38, 41, 42, 43, 44, 45, 46, 47, 48,
    49, 51, 53, 54, 55, 61, 62, 63, 64, 65, 66, 67, 68, 69, 71, 73, 74, 75, 77, 79, 81, 82, 83, 84, 85, 86, 87, 88, 89,
    91, 92, 93, 94, 95, 96, 97, 98, 99,
})  # fmt: skip
_CPF_DIGITS: Final = 11
_CNPJ_PLACES: Final = 14
_FIRST_WEIGHTS: Final = (5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2)


def is_cpf(digits: str) -> bool:
    """Whether eleven digits are a CPF: both check digits right, and not one digit eleven times."""
    if len(digits) != _CPF_DIGITS or not _plain_digits(digits) or len(set(digits)) == 1:
        return False
    return all(
        int(digits[place]) == _remainder(sum(int(digits[at]) * (place + 1 - at) for at in range(place)))
        for place in (9, 10)
    )


def is_cnpj(code: str) -> bool:
    """Whether fourteen characters are a CNPJ: capital letters may stand in the first twelve places, digits in the last two."""
    if len(code) != _CNPJ_PLACES or not _plain_digits(code[12:]) or len(set(code)) == 1:
        return False
    if not all("0" <= one <= "9" or "A" <= one <= "Z" for one in code[:12]):
        return False
    # A letter is worth its ASCII code less 48, as a digit is.
    worth = [ord(one) - 48 for one in code]
    first = _remainder(sum(one * weight for one, weight in zip(worth, _FIRST_WEIGHTS, strict=False)))
    second = _remainder(sum(one * weight for one, weight in zip(worth, (6, *_FIRST_WEIGHTS), strict=False)))
    return worth[12] == first and worth[13] == second


def is_cep(digits: str) -> bool:
    """Whether eight digits can be a postal code: the ranges begin at 01000."""
    return len(digits) == 8 and _plain_digits(digits) and digits >= "01000000"  # noqa: PLR2004


def _remainder(total: int) -> int:
    rest = total % 11
    return 0 if rest < 2 else 11 - rest  # noqa: PLR2004


def _plain_digits(text: str) -> bool:
    return text.isascii() and text.isdigit()
