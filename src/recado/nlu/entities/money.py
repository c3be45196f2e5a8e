"""Which sums of money stand in a text, in reais, and as a value, a limit or a range?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from recado.nlu.entities.amounts import tidy
from recado.nlu.entities.sheet import TAKEN, Sheet
from recado.nlu.entities.topics import speaks_of_cars
from recado.nlu.entities.units import Quantity, Unit, is_range, shared, side

_BEFORE: Final = 40
_PRICED: Final = re.compile(
    r"(?:\b(?:cust[aoe]\w*|pag[aou]\w*|paguei|cobr\w+|val(?:e|ia|em|or|ores)|preco|precinho|orcamento|"
    r"orcad[ao]|sinal|desconto|entrada|parcelas?|prestac(?:ao|oes)|"
    r"mensalidades?|mensal|taxa|frete|multa|divida|deb(?:ito|itos)|dev[oe]|devendo|boleto|fatura|pix|"
    r"deposit\w+|transfer\w+|"
    r"gast\w+|invest\w+|saiu|sai|saindo|ficou|deixa|faz|ofereco|ofereci|oferta|lance|dou|"
    r"baix\w+|aluguel|salario|renda|recebo|ganho|"
    r"\d{1,3}\s?x|vezes|total|troco|credito|cashback|comissao|honorarios|ticket|juros|abatimento|quit\w+|"
    r"anunciad[ao]|custo|diaria)"
    r"(?:\s+(?:d[eoa]s?|e|eh|é|por|em|os|uns|umas|so|apenas|foi|era|ficou|ta|esta|pra|para|ate|no|"
    r"maximo|mais|quase|tudo|minimo|a|me|la|mensais|fixas|iguais|seria|sao|ser|que|aqui|deu|num|valor|"
    r"sobre|aprox\w*|cerca|hoje|ele|ela|pelo|vc)){0,3}[\s:]*$)"
    r"|(?:\bpor(?:\s+(?:apenas|so|uns|volta\s+de|ate|no\s+maximo|menos\s+de|mais\s+de))?|\bde\s+(?:ate|uns))\s*$"
)
_SPENT: Final = re.compile(
    r"\s*,?\s*(?:d[eo]\s+(?:entrada|sinal|desconto|multa|frete|juros|troco|parcela|limite|credito|taxa|"
    r"aluguel|divida|renda|caucao|mensalidade|orcamento|teto|credito)|(?:[aà]\s+vista)|cada\b|no\s+(?:pix|"
    r"dinheiro|cartao|debito|credito|boleto)|em\s+dinheiro|por\s+(?:mes|sessao|cabeca|pessoa|unidade)|"
    r"mensais|de\s+resto|ao\s+mes|/mes|/h\b|/hora|a\s+hora|a\s+diaria|o\s+(?:kg|quilo|metro|litro))"
)
_MOST_INSTALMENTS: Final = 120
_IN_INSTALMENTS: Final = re.compile(
    r"\b(?:faz\w*|faco|parcel\w+|divid\w+|financ\w+|pag\w+|pass\w+|cartao|simul\w+|saldo|resto|restante)\s+(?:\w+\s+){0,3}?em\s+(?:ate\s+|umas?\s+|uns\s+)?$"
)
_LEAST_PRICE: Final = 10
_PRICE_ITSELF: Final = re.compile(
    r"\b(?:cust\w+|valor|preco|taxa|frete|troco|pagu?\w+|cobr\w+|sai|saiu)\b[^.!?\n]{0,14}$"
)
_AGED: Final = re.compile(r"\b(?:sou|coroa|fiz|fazendo|virei)\s+(?:um\s+|uma\s+)?$")
_GAP_CENTS: Final = re.compile(r"\s*(?:e|com|,)?\s+")
_CHEAP_GAP: Final = re.compile(r"\s+e\s+")
_ALTERNATIVE: Final = re.compile(r"\s*(?:,\s*)?ou\s+(?:por\s+|de\s+|uns\s+)?")
_NO_MONEY_THOUSAND: Final = re.compile(
    r"\s+(?:desculpas?|beijos?|bjs|abracos?|obrigad\w+|vezes|perdoes|coisas?|maravilhas?|grau|por|anos|"
    r"motivos|razoes|e\s+uma)\b"
)
_ABOUT: Final = re.compile(r"\b(?:uns|por\s+volta\s+de|em\s+torno\s+de|na\s+casa\s+dos|na\s+faixa\s+d[eo]s?)\s+$")
_LEAST_LIMIT: Final = 50
_LEAST_LIMIT_OF_CARS: Final = 15
_LEAST_OF_RANGE: Final = 30
_BETWEEN: Final = re.compile(r"\b(?:entre|faixa\s+d[eo]s?)\s+(?:uns\s+|os\s+)?$")
_NO_NOUNS: Final = frozenset(
    {
        "",
        "no",
        "na",
        "pra",
        "pro",
        "para",
        "por",
        "de",
        "se",
        "ou",
        "com",
        "mas",
        "que",
        "vc",
        "vcs",
        "tem",
        "da",
        "tudo",
        "max",
        "maximo",
        "em",
        "mais",
        "ta",
    }
)
_NO_PRICE: Final = re.compile(
    r"\btaxa\s+(?:d[eo]\s+)?[0-2],\d|\d\s+por\s+\d|\d{1,2}x\d{1,2}(?![\d,.])|\d{3}x\d|quanto\s+(?:e|da)\s+\d+\s+\w+\s+\d"
)
_SERVICED: Final = re.compile(r"\brevis(?:ao|oes)\s+d[eoa]s?\s+$")
_A_YEAR: Final = range(1940, 2041)
_LARGE: Final = 7


@dataclass(frozen=True, slots=True)
class _Sum:
    """A sum at a place: its value, and the other end where it is a range."""

    start: int
    end: int
    value: float
    other: float | None = None
    confidence: float = 1.0


def read_money(sheet: Sheet, quantities: Sequence[Quantity]) -> None:
    """Take the sums of money among the quantities of a sheet."""
    at, last = 0, -_LARGE
    while at < len(quantities):
        found, used = _sum(sheet, quantities, at)
        if found is None and last >= 0 and _ALTERNATIVE.fullmatch(sheet.text, last, quantities[at].start):
            found = _alternative(quantities[at])
        last = quantities[at + used - 1].end if found is not None else -_LARGE
        if found is not None:
            sheet.take("money", _shape(sheet.text, found), found.start, found.end, found.confidence)
        at += used


def _sum(sheet: Sheet, quantities: Sequence[Quantity], at: int) -> tuple[_Sum | None, int]:
    first = quantities[at]
    second = quantities[at + 1] if at + 1 < len(quantities) else None
    if second is not None and _may_be_lower_end(first, second) and is_range(sheet.text, first, second):
        sure = _certainty(sheet.text, second) or _certainty(sheet.text, first) or _bare_range(sheet.text, first, second)
        if sure and not _counts_something(second):
            lower = first.value if first.prefixed and first.amount.grouped_or_large else shared(first, second).value
            return _Sum(first.start, second.end, lower, second.value, sure), 2
    if second is not None:
        cents = _cents(sheet.text, first, second)
        if cents is not None:
            return cents, 2
    sure = _certainty(sheet.text, first)
    if not sure:
        return None, 1
    value = first.value / 100 if first.unit is Unit.CENTS else first.value
    return _Sum(first.start, first.end, value, None, sure), 1


def _alternative(one: Quantity) -> _Sum | None:
    """ "1500 ou 1800": what stands beside a sum as the other choice is a sum too."""
    bare = one.unit is Unit.NONE and not one.counted and not one.amount.article
    return _Sum(one.start, one.end, one.value, None, 0.8) if bare and one.value >= 10 else None  # noqa: PLR2004


def _bare_range(text: str, first: Quantity, second: Quantity) -> float:
    """ "entre 50 e 70": a range of nothing else, too high for hours, is one of prices."""
    bare = all(
        one.unit is Unit.NONE and one.noun in _NO_NOUNS and one.amount.written == "plain" for one in (first, second)
    )
    if not bare or second.value < _LEAST_OF_RANGE or _reads_as_year(second):
        return 0.0
    between = _BETWEEN.search(text[max(0, first.start - 12) : first.start]) is not None
    return 0.7 if between or speaks_of_cars(text, "") else 0.0


def _shape(text: str, found: _Sum) -> dict[str, Any]:
    if found.other is not None:
        low, high = sorted((found.value, found.other))
        return {"min": tidy(low), "max": tidy(high)}
    value = tidy(found.value)
    which = side(text, found.start, found.end)
    if which == "max":
        return {"min": None, "max": value}
    return {"min": value, "max": None} if which == "min" else {"value": value}


def _may_be_lower_end(first: Quantity, second: Quantity) -> bool:
    if first.unit not in {Unit.NONE, Unit.MONEY} or first.counted or first.amount.article:
        return False
    year = (
        first.unit is Unit.NONE
        and first.amount.scale == 1
        and first.amount.written == "plain"
        and first.value in _A_YEAR
    )
    return not year and second.unit in {Unit.NONE, Unit.MONEY}


def _counts_something(one: Quantity) -> bool:
    return one.unit is Unit.NONE and one.counted


def _certainty(text: str, one: Quantity) -> float:
    """How sure it is that an amount is money: 0 where it is not."""
    amount = one.amount
    if TAKEN in text[one.start : one.end] or one.unit not in {Unit.MONEY, Unit.CENTS, Unit.NONE} or amount.article:
        return 1.0 if one.unit is Unit.MONEY and amount.article else 0.0
    if one.unit is not Unit.NONE:
        return 1.0
    if amount.written == "slang":
        return 0.0 if _AGED.search(text[max(0, one.start - 12) : one.start]) else 0.95
    return _certainty_without_unit(text, one)


def _certainty_without_unit(text: str, one: Quantity) -> float:
    """What is said around an amount ("custa", "de entrada"), or its form ("49,90", "60 mil"), can make it money."""
    amount = one.amount
    spent = _SPENT.match(text, one.end) is not None and not _counts_instead(text, one, small=False)
    told = spent or _PRICED.search(text[max(0, one.start - _BEFORE) : one.start]) is not None
    if _NO_PRICE.search(text[max(0, one.start - 16) : one.end + 3]):
        return 0.0
    if (one.counted and not spent) or _SERVICED.search(text[max(0, one.start - 16) : one.start]):
        return 0.0
    if amount.scale > 1:
        return _thousands(text, one, told)
    if told and not spent and amount.written in {"plain", ""} and _counts_instead(text, one):
        return 0.0
    if told:
        return 0.0 if _reads_as_year(one) and not spent else 0.9
    if amount.written == "plain":
        return _limit_on_its_own(text, one)
    if amount.written == "cents" or (amount.written == "grouped" and amount.value != int(amount.value)):
        return 0.9
    return 0.8 if amount.written == "grouped" else 0.0


def _counts_instead(text: str, one: Quantity, *, small: bool = True) -> bool:
    """ "faz em 10?" are instalments, "desconto pra 2" people: `small` figures need a word for a price of their own."""
    before = text[max(0, one.start - _BEFORE) : one.start]
    if one.value <= _MOST_INSTALMENTS and _IN_INSTALMENTS.search(before):
        return True
    return small and one.value < _LEAST_PRICE and _PRICE_ITSELF.search(before) is None


def _thousands(text: str, one: Quantity, priced: bool) -> float:
    """ "60 mil" is money unless it counts something; "mil" alone and years in words need a price around them."""
    bare = one.amount.value == 1_000 and one.end - one.start < 5 and not one.amount.digits  # noqa: PLR2004
    if bare and (_NO_MONEY_THOUSAND.match(text, one.end) or not (priced or side(text, one.start, one.end))):
        return 0.0
    if not one.amount.digits and one.amount.value in _A_YEAR and one.amount.value > 2_000:  # noqa: PLR2004
        return 0.9 if priced else 0.0
    return 0.95


def _limit_on_its_own(text: str, one: Quantity) -> float:
    """ "até 250": a limit on nothing else is one on a price, where it is no year and too much for people or hours."""
    least = _LEAST_LIMIT_OF_CARS if speaks_of_cars(text, "") else _LEAST_LIMIT
    if one.value < least or _reads_as_year(one) or one.noun not in _NO_NOUNS:
        return 0.0
    limited = (
        side(text, one.start, one.end) == "max" or _ABOUT.search(text[max(0, one.start - 20) : one.start]) is not None
    )
    return 0.7 if limited else 0.0


def _reads_as_year(one: Quantity) -> bool:
    return one.amount.written == "plain" and one.value in _A_YEAR


def _cents(text: str, first: Quantity, second: Quantity) -> _Sum | None:
    """ "10 reais e 50 centavos", "10 reais e 50", "por 29 e 90"."""
    gap = text[first.end : second.start]
    whole = second.value == int(second.value) and second.amount.scale == 1
    if not whole or not 0 < second.value < 100 or len(gap) > 6 or first.value != int(first.value):  # noqa: PLR2004
        return None
    if first.unit is Unit.MONEY and _GAP_CENTS.fullmatch(gap):
        said = second.unit is Unit.CENTS
        guessed = second.unit is Unit.NONE and gap.strip() == "e" and second.value >= 10 and not second.noun  # noqa: PLR2004
        if said or guessed:
            return _Sum(first.start, second.end, first.value + second.value / 100)
    if first.unit is Unit.NONE and first.amount.scale == 1 and _CHEAP_GAP.fullmatch(gap):
        priced = _PRICED.search(text[max(0, first.start - _BEFORE) : first.start]) is not None
        tail = second.unit in {Unit.NONE, Unit.MONEY, Unit.CENTS} and second.value >= 10 and not second.counted  # noqa: PLR2004
        entire = first.value < 1_000 and (priced or second.unit in {Unit.MONEY, Unit.CENTS})  # noqa: PLR2004
        if tail and entire:
            return _Sum(first.start, second.end, first.value + second.value / 100, None, 0.9)
    return None
