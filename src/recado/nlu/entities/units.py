"""What does an amount count, and which side of it is meant?

The unit is what stands right after an amount (or, for a currency, before it); the side is said by words around it: "até",
"no máximo", "a partir de", "pra cima".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from recado.nlu.entities.amounts import Amount, scaled_like
from recado.nlu.entities.gazetteer import words_of


class Unit(StrEnum):
    """What an amount counts."""

    NONE = ""
    MONEY = "money"
    CENTS = "cents"
    FOREIGN = "foreign"
    KM = "km"
    TIMES = "times"
    YEARS = "years"
    MONTHS = "months"
    TIME = "time"
    PERCENT = "percent"
    SPEED = "speed"
    ENGINE = "engine"
    MEASURE = "measure"
    GLUED = "glued"


_MONEY_WORDS: Final = (
    r"reaiss?(?:inhos|zinhos)?|reai[sz]?|reaizinhos|real(?:zinho|zim)?|reaus?|reas|reias|raeis|raes|reis|"
    r"conto?s?(?:\s+de\s+reis)?|"
    r"continhos?|cont[ou]|pil(?:a|inha)s?|paus?|pauzinhos?|mangos?|manguinhos?|pratas?|merreis|mirreis|"
    r"dinheiros?|dilmas?|temers?|"
    r"bolsonaros?|lulas?|cruzeiros?|brl|r\s?\$|rs(?!rs)|bonoros?|barao|baroes"
)
_AFTER: Final = re.compile(
    rf"\s*(?:e\s+pouc[ao]s?\s+)?(?:de\s+)?(?P<money>{_MONEY_WORDS})\b(?!\s*kk)|\s*(?P<dollar>\$)(?!\d)|"
    rf"\s*(?P<cents>centavos?|centavinhos?|cents)\b|"
    r"\s*(?:de\s+)?(?P<foreign>dolar(?:es)?|euros?|usd|eur|libras?|pesos|pontos?\s+percentuais|bitcoins?)\b|"
    r"\s*(?P<speed>km\s?/\s?[hl]|kms?\s+por\s+(?:hora|litro|h\b|l\b|dia|mes|ano|semana)|km\s+com\s+(?:um|"
    r"1)\s+litro|km\s+[ao]\s+litro|por\s+litro)|"
    r"\s*(?:de\s+)?(?P<km>k?kms?|quilometros?|kilometros?|quilometragem|kilometragem|rodad[ao]s?|klm)\b|"
    r"\s*(?P<times>x(?!\w|\s\d(?!\d))|x(?=\d{2})|vezes|vzs|veses|parcelas?|parcelinhas|prestac(?:ao|oes)|mensalidades)(?![a-z])|"
    r"\s*(?P<percent>%|por\s?cento|pct\b|porcento)|"
    r"\s*(?P<years>anos?|aninhos?|aninho|anin|anus)\b|\s*(?P<months>meses|mes|mesinhos?|mese|meizes)\b|"
    r"\s*(?P<time>h(?:oras?|rs?|s)?(?=\b|\d)|horinhas?|min(?:uto|utinho)?s?|segundos?|seg|dias?|diazinhos?|"
    r"semanas?|semaninhas?|noites?|diarias?(?=\s+por))\b|"
    r"\s*(?P<engine>turbo|tsi|tfsi|16v|8v|flex|mpfi|cilindradas|cc|mpi|t-?jet|valvulas|v(?!\w))\b|"
    r"\s*(?P<measure>kgs?|quilos?|quilinhos?|kilos?|gramas?|gr|g|mg|ml|litros?|lts?|l|metros?|mts?|m2|m|cm|"
    r"mm|cv|cavalos|polegadas|graus|gb|tb|mb|ha|hectares|toneladas)\b"
)
_CURRENCY_BEFORE: Final = re.compile(
    r"(?:(?P<brl>r\s?\$|\brs\.?|\bbrl|(?<![a-z])\$)|(?P<foreign>us?\s?\$|\busd|€|£|\beur))\s*:?\s*$"
)
_WORD_AFTER: Final = re.compile(r"\s+(?:de\s+)?(?P<word>[a-z]{2,})")
_GLUED: Final = re.compile(r"[a-z_]|[.:]\d|/\d(?!\d{0,3}\s?(?:mil|k)\b)")
_A_THING: Final = "\x00"
_LONGEST_OPERATOR: Final = 44
_FILLERS: Final = (
    r"(?:[\s,:]+(?:d[eoa]s?|e|eh|é|seria|uns|umas|os|as|no maximo|em|que|por|volta|ali|la|pelos|pelas|mais ou "
    r"menos|aproximadamente|o|a|valor|valores|preco|ano|modelo|km|r\$|rs|cerca|torno|casa|apenas|so|tipo|tudo|"
    r"total|quilometragem|fabricacao|faixa|ta|fica|cheg\w+|reais|parcelas?|mensalidades?|meu|minha|orcamento|"
    r"ser|sao)){0,4}[\s,:]*$"
)
_MOST_BEFORE: Final = re.compile(
    r"(?:\b(?:ate|atee?|atr|maxim[oa]|max|teto|limite|abaixo|menos\s+(?:d[eo]s?|que|do\s+que)|"
    r"menor(?:es)?\s+(?:que|do\s+que|de|a)|inferior(?:es)?(?: a)?|"
    r"(?:nao|n|sem|nem)\s+(?:\w+\s+){0,2}?(?:pass[aeo]\w*|ultrapass\w+|mais)|no max|estour\w+|mais "
    r"velh[ao]|mais antig[ao]))" + _FILLERS
)
_LEAST_BEFORE: Final = re.compile(
    r"(?:\b(?:a?\s*partir|apartir|acima|pelo\s+menos|no\s+minimo|minim[oa]|mais\s+(?:d[eo]s?|que|do\s+que)|"
    r"superior(?:es)?(?: a)?|desde|maior(?:es)?\s+(?:que|do\s+que|de|a)|passa(?:ndo)?\s+d[eo]s?|"
    r"comeca\w*(?: em)?|mais nov[ao]))" + _FILLERS
)
_PLAIN_BEFORE: Final = re.compile(
    r"\b(?:mais\s+ou\s+menos|nem\s+mais\s+nem\s+menos|por\s+volta)[\s,]+(?:de\s+|uns\s+|umas\s+){0,2}$"
)
_MOST_AFTER: Final = re.compile(
    r"\s*,?\s*(?:(?:no|ao?|de|e|eh|como|é o|e o|e meu|seria o)\s+)?(?:o\s+|meu\s+)?(?:maxim[oa]|max\b|teto|"
    r"limite)|\s*,?\s*(?:ou|pra|para|p)\s+(?:menos|baixo|tras)|\s*,?\s*ou\s+(?:inferior|mais\s+(?:velho|"
    r"antigo|barato))"
)
_LEAST_AFTER: Final = re.compile(
    r"\s*,?\s*(?:e\s+)?(?:(?:pra|para|p/?|pa|ou|por)\s+(?:cima|mais|frente|diante)\b|acima\b|em\s+diante|"
    r"(?:no|de)\s+minimo|ou\s+(?:superior|mais\s+nov[ao]|maior|melhor)|\+(?!\s?\d)|adiante\b|up\b)"
)
_RANGE_GAP: Final = re.compile(
    r"\s*(?:-|a|à|ate|ou ate|ate no maximo|ate uns|ate os|ate as|aos?|e|/|~)\s*(?:(?:os|uns|umas|no maximo|"
    r"o|ano|aos|de)\s+)?(?:r\s?\$|rs)?\s*"
)
_BETWEEN: Final = re.compile(r"\bentre" + _FILLERS)


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount with what it counts; `[start, end)` covers the unit and the currency. `noun` is the word that follows."""

    amount: Amount
    unit: Unit
    start: int
    end: int
    prefixed: bool = False
    noun: str = ""

    @property
    def value(self) -> float:
        return self.amount.value

    @property
    def counted(self) -> bool:
        """Whether the word that follows can be what is counted: a plural that is none of the small words."""
        noun = self.noun
        if noun == _A_THING:
            return True
        return len(noun) > 3 and noun.endswith("s") and noun not in words_of("not_counted.txt")  # noqa: PLR2004


def measure(text: str, amount: Amount, things: frozenset[int] = frozenset()) -> Quantity:
    """Say what an amount counts. `things` are the places where something that can be counted was taken from the text."""
    start, end = amount.start, amount.end
    before = _CURRENCY_BEFORE.search(text, max(0, start - 6), start)
    if before is not None:
        start = before.start()
        if before["foreign"]:
            return Quantity(amount, Unit.FOREIGN, start, end, True)
    after = _AFTER.match(text, end)
    unit = Unit(after.lastgroup.replace("dollar", "money")) if after is not None and after.lastgroup else Unit.NONE
    if unit is Unit.NONE and amount.digits and _GLUED.match(text, end):
        unit = Unit.GLUED
    if before is not None and unit is not Unit.CENTS:
        unit, after = Unit.MONEY, after if unit is Unit.MONEY else None
    if unit is Unit.NONE and amount.written == "decimal" and amount.scale == 1 and not before:
        unit = Unit.ENGINE
    noun = _WORD_AFTER.match(text, end)
    closed = after.end() if after is not None and unit is not Unit.NONE else end
    word = noun["word"] if noun and unit is Unit.NONE else ""
    if not word and amount.scale == 1 and end + 1 in things:
        word = _A_THING
    return Quantity(amount, unit, start, closed, before is not None, word)


def side(text: str, start: int, end: int) -> str:
    """Return "max" or "min" where words around `[start, end)` make a limit of it, else ""."""
    before = text[max(0, start - _LONGEST_OPERATOR) : start]
    if _PLAIN_BEFORE.search(before):
        return ""
    if _LEAST_AFTER.match(text, end):
        return "min"
    if _MOST_AFTER.match(text, end):
        return "max"
    least, most = _LEAST_BEFORE.search(before), _MOST_BEFORE.search(before)
    if least is not None and (
        most is None or (least.start() < most.start() < least.end() and "menos" in least.group())
    ):
        return "min"
    return "max" if most is not None else ""


def is_range(text: str, first: Quantity, second: Quantity) -> bool:
    """Whether two amounts are the ends of one range: "entre 50 e 70", "de 10 a 20", "50-60"."""
    gap = text[first.end : second.start]
    if "/" in gap and (first.prefixed or second.amount.scale == 1):
        return False
    if len(gap) > 18 or _RANGE_GAP.fullmatch(gap) is None:  # noqa: PLR2004
        return False
    before = text[max(0, first.start - _LONGEST_OPERATOR) : first.start]
    between = _BETWEEN.search(before) is not None
    if gap.split()[:1] == ["e"]:
        return between
    return between or shared(first, second).value < second.value


def shared(first: Quantity, second: Quantity) -> Amount:
    """Return the first amount of a range with the multiplier of the second."""
    return scaled_like(first.amount, second.amount)
