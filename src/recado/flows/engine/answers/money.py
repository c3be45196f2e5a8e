"""How much money did a Brazilian write: "R$ 1.234,56", "60 mil", "dez reais e cinquenta"?"""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise

from recado.flows.engine.answers.numbers import NumberFound, find_numbers
from recado.flows.engine.folding import fold
from recado.flows.engine.values import Money

_REAIS = r"(?:r\$|brl|reais|real|conto|contos|pila|pilas|pau|paus)"
_CENTAVOS = 100
_RANGE = frozenset({"a", "ate", "ou", "-", "a r$", "ate r$", "ou r$"})
"""Between two amounts these say that neither is meant alone."""

_BOTH = re.compile(rf"(?P<reais>.+?)\s*{_REAIS}(?:\s*(?:e|com)\s*|\s+)(?P<centavos>[^$]+?)\s*(?:centavos?)?\s*[.!]?$")


def read_money(text: str) -> Money | None:
    """The one amount in the text, in integer centavos; None where there is none, more than one, or a negative one."""
    folded = fold(text[:200])
    both = _BOTH.fullmatch(folded)
    if both:
        amount = _with_centavos(both["reais"], both["centavos"])
        if amount is not None:
            return amount
    value = _only(folded)
    if value is None or value < 0:
        return None
    if re.search(r"\bcentavos?\b", folded):
        value /= 100
    return Money(int((value * 100).quantize(Decimal(1), ROUND_HALF_UP)))


def _with_centavos(reais: str, centavos: str) -> Money | None:
    whole, part = _only(reais), _only(centavos)
    if (
        whole is None
        or part is None
        or not 0 <= part < _CENTAVOS
        or whole < 0
        or part != int(part)
        or whole != int(whole)
    ):
        return None
    return Money(int(whole) * 100 + int(part))


def _only(folded: str) -> Decimal | None:
    """The one number; those that a currency sign stands before count first, words that may be articles last."""
    found = find_numbers(folded)
    if any(folded[one.end : other.start].strip() in _RANGE for one, other in pairwise(found)):
        return None
    signed = [number for number in found if _is_signed(folded, number)]
    digits = [number for number in found if number.in_digits]
    for numbers in (signed, digits, found):
        if numbers:
            return numbers[0].value if len({number.value for number in numbers}) == 1 else None
    return None


def _is_signed(folded: str, number: NumberFound) -> bool:
    return bool(re.search(r"(?:r\$|brl)\s*$", folded[: number.start])) or bool(
        re.match(rf"\s*(?:{_REAIS})\b", folded[number.end :])
    )
