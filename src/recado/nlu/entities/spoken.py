"""Which telephone numbers and documents are dictated word by word ("onze nove oito sete...")?"""

from __future__ import annotations

import re
from itertools import islice, pairwise
from typing import Final

from recado.nlu.entities.amounts import TENS, UNITS
from recado.nlu.entities.checks import is_cep, is_cpf
from recado.nlu.entities.phones import brazilian
from recado.nlu.entities.sheet import Sheet

_SINGLE: Final = {**UNITS, "zero": 0, "meia": 6}
_WORDS: Final = "|".join(sorted({*_SINGLE, *TENS}, key=len, reverse=True))
_ONE: Final = rf"(?:{_WORDS}|\d{{1,5}})"
_DICTATED: Final = re.compile(rf"\b{_ONE}(?:(?:\s*[,.-]?\s+|-)(?:e\s+)?{_ONE}){{2,24}}\b")
_PIECE: Final = re.compile(
    rf"\b(?:(?P<tens>{'|'.join(TENS)})\s+e\s+(?P<unit>um|uma|dois|duas|tres|quatro|cinco|seis|meia|sete|oito|nove)|(?P<word>{_WORDS})|(?P<digits>\d{{1,5}}))\b"
)
_ONE_BY_ONE: Final = re.compile(r"(?<![\w.,/-])\d(?:\s?[.,-]?\s\d){7,13}(?![\w.,/]|\s\d)")
_NAMED_CPF: Final = re.compile(r"\bcpf\b[^\d\n]{0,20}$")
_NAMED_CEP: Final = re.compile(r"\bcep\b[^\d\n]{0,20}$")
_PHONE_DIGITS: Final = frozenset({10, 11})
_MOST: Final = 20
_LEAST_WORDS: Final = 5
_DICTATION: Final = 8


def read_dictated(sheet: Sheet) -> None:
    """Take dictated telephone numbers, CPFs and postal codes, in words or digit by digit; blank those that are none of them."""
    for match in islice(_ONE_BY_ONE.finditer(sheet.text), _MOST):
        _settle(sheet, match.span(), "".join(filter(str.isdigit, match.group())), plainly=True)
    for match in _DICTATED.finditer(sheet.text):
        pieces = list(_PIECE.finditer(match.group()))
        words = sum(1 for piece in pieces if not piece["digits"])
        digits = "".join(map(_digits, pieces))
        if words == 0 or len(digits) < _DICTATION:
            continue
        if not any(_joined_otherwise(match.group(), *pair) for pair in pairwise(pieces)):
            _settle(sheet, match.span(), digits, plainly=words >= _LEAST_WORDS)


def _settle(sheet: Sheet, span: tuple[int, int], digits: str, *, plainly: bool) -> None:
    before = sheet.text[max(0, span[0] - 30) : span[0]]
    if _NAMED_CEP.search(before) and is_cep(digits):
        sheet.take("cep", digits, *span, 0.8)
        return
    named = _NAMED_CPF.search(before) is not None
    digits = digits.removeprefix("0") if len(digits) > max(_PHONE_DIGITS) else digits
    number = brazilian(digits[:2], digits[2:]) if len(digits) in _PHONE_DIGITS and not named else None
    if is_cpf(digits) and (named or number is None):
        sheet.take("cpf", digits, *span, 0.8)
    elif number is not None:
        sheet.take("phone", number, *span, 0.8)
    elif plainly:
        sheet.blank(*span)


def _digits(piece: re.Match[str]) -> str:
    if piece["digits"]:
        return piece["digits"]
    if piece["tens"]:
        return str(TENS[piece["tens"]] + _SINGLE[piece["unit"]])
    word = piece["word"]
    return str(TENS.get(word, _SINGLE.get(word, 0)))


def _joined_otherwise(text: str, one: re.Match[str], other: re.Match[str]) -> bool:
    """ "dois e três" are two numbers: only tens take an "e" inside a dictation."""
    return " e " in text[one.end() : other.start()]
