"""Which model years and mileages stand in a text?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Final

from recado.nlu.entities.amounts import TENS, UNITS, tidy
from recado.nlu.entities.sheet import Sheet
from recado.nlu.entities.units import Quantity, Unit, is_range, shared, side

_PAIR: Final = re.compile(r"(?<![\w/.,-])(?P<made>(?:19|20)?\d{2})\s?/\s?(?P<model>(?:19|20)?\d{2})(?![\w/]|[.,]\d)")
_YEAR: Final = re.compile(
    r"(?<![\w/.,$-])(?P<year>19[4-9]\d|20[0-3]\d)(?![\w/]|[.,:]\d)(?!\s*(?:km|reais|rodados|conto|pila|x\b|"
    r"vezes|pessoas|unidades|pontos|milhas))"
)
_PLAINLY: Final = re.compile(
    r"(?<![\w/.,$-])(?P<year>19[89]\d|20[0-3]\d)(?=\s*(?:pra|para|p/?|em)\s*(?:cima|frente|diante|ca\b|"
    r"baixo)|\s*ou\s+mais\s+nov|\s*ou\s+superior|\s*\+(?!\d))|"
    r"\b(?:modelo|fabricacao|mais\s+nov[oa]\s+que|(?<!no )ano)\s+(?:do\s+|a\s+partir\s+de\s+|no\s+minimo\s+|"
    r"minimo\s+|ate\s+|"
    r"acima\s+de\s+)?(?P<year2>19[89]\d|20[0-3]\d)(?![\w/]|[.,:]\d)"
)
_SHORT: Final = re.compile(
    r"\b(?P<lead>ano|modelo|mod|fabricado\s+em|ano\s+modelo|ano/modelo)\s*(?:e\s+|eh\s+|de\s+|:\s*|do\s+|"
    r"d[ao]s?\s+anos?\s+)?'?(?P<year>\d{2})(?![\w/]|[.,:]\d)(?!\s*(?:mil|k\b|km|reais|anos))"
)
_BESIDE: Final = re.compile(
    r"\x00 (?P<year>[7-9]\d|0\d|1\d|2[0-6])(?![\w/]|[.,:]\d)(?!\s*(?:mil|k\b|km|reais|anos|x\b|vezes|parcelas|"
    r"[a-z]{3,}s\b|%))"
)
_RANGE: Final = re.compile(
    r"(?<![\w/.,$-])(?P<from>19[4-9]\d|20[0-3]\d)\s*(?:a|ate|e|-|ao|à)\s*(?:o\s+|o\s+ano\s+|"
    r"ano\s+)?(?P<to>19[4-9]\d|20[0-3]\d)(?![\w/]|[.,:]\d)(?!\s*(?:km|reais|rodados))"
)
_BETWEEN: Final = re.compile(r"\bentre\s+(?:os\s+anos\s+(?:de\s+)?|o\s+ano\s+|o\s+|ano\s+)?$")
_WORDED: Final = re.compile(
    r"\bdois\s+mil(?:\s+e\s+(?P<tail>(?:vinte|trinta)(?:\s+e\s+(?:um|dois|tres|quatro|cinco|seis|sete|oito|"
    r"nove))?|um|dois|tres|quatro|cinco|seis|sete|oito|nove|dez|onze|doze|treze|quatorze|catorze|quinze|"
    r"dezesseis|dezessete|dezoito|dezenove))\b"
    r"(?!\s*(?:e\s+\w+\s+reais|reais|conto|pila|km|mil))"
)
_DATED: Final = re.compile(
    r"(?:\b(?:de\s+)?(?:janeiro|fevereiro|marco|abril|maio|junho|julho|agosto|setembro|outubro|novembro|"
    r"dezembro|jan|fev|mar|abr|mai|jun|jul|ago|set|out|nov|dez|semestre|trimestre|natal|copa|eleicoes|"
    r"carnaval)(?:\s+de)?|[/]|\bdesde|\bhoje\s+em|"
    r"\b(?:ipva|licenciamento|imposto|inpc|safra|black\s+friday|verao|temporada)(?:\s+de)?|\b(?:comprei|"
    r"compramos|nasci|casei|formei|abriu|fundad[ao])(?:\s+\w+){0,3}\s+em)\s+$"
)
_NEWER: Final = re.compile(r"(?:mais\s+nov[oa]s?\s+(?:que|do\s+que|de)|acima\s+d[eo])\s+(?:o\s+|ano\s+)?$")
_WORDS: Final = {**UNITS, **TENS}
_ZERO_KM: Final = re.compile(
    r"\b(?:0|zero|o)\s?(?:km|kms|quilometros?|kilometros?)\b(?!\s*/)|\bokm\b|\bzerokm\b|\bzero\s+k\b"
)
_KM_FIRST: Final = re.compile(
    r"\b(?:km|kms|quilometragem|kilometragem|rod(?:ou|ei|aram))\s*(?:rodados?|atual|total)?\s*(?:e|eh|esta|ta|"
    r"em|de|do|com|:|-|=|so|apenas|uns|ate|no\s+maximo|maxima|maximo|baixa|abaixo\s+de|menos\s+de|menor\s+que|"
    r"entre|inferior\s+a|na\s+casa\s+dos|a|partir|max)*(?:\s*(?:e|eh|esta|ta|em|de|do|com|:|-|=|so|apenas|uns|"
    r"ate|no\s+maximo|maxima|maximo|baixa|abaixo\s+de|menos\s+de|menor\s+que|entre|inferior\s+a|"
    r"na\s+casa\s+dos|a|partir|max)){0,5}\s*$"
)
_DISTANCE: Final = re.compile(
    r"\b(?:a|uns|fic\w+|mor\w+|dista\w*|daqui|raio\s+de|corr\w+|caminh\w+|pedal\w+|cerca\s+de|andei|viag\w+|"
    r"viaj\w+|maratona|fazer|faco|faz|troc\w+|revis\w+|cada|por|garantia|percorr\w+)\s+(?:(?:a|de|uns|de\s+\w+|"
    r"cada|dos|com|em|um|do|os|aos)\s+){0,2}$"
)
_LEAST_MILEAGE: Final = 500
_PLAINLY_MILEAGE: Final = 5_000
_THOUSAND: Final = 1_000


def read_years(sheet: Sheet, *, about_cars: bool) -> None:
    """Take model years. "2015/2016" is the model year; where nothing speaks of cars, only what can be nothing else is one."""
    if not (about_cars or sheet.has("car_model", "car_brand")):
        for match in _PLAINLY.finditer(sheet.text):
            name = "year" if match["year"] else "year2"
            _take_year(sheet, int(match[name]), match.span(name))
        return
    _pairs(sheet)
    _ranges(sheet)
    for match in _YEAR.finditer(sheet.text):
        if not _DATED.search(sheet.text[max(0, match.start() - 40) : match.start()]):
            _take_year(sheet, int(match["year"]), match.span("year"))
    for pattern in (_SHORT, _BESIDE):
        for match in pattern.finditer(sheet.text):
            _take_year(sheet, _four(match["year"]), match.span("year"))
    for match in _WORDED.finditer(sheet.text):
        parts = match["tail"].split(" e ")
        _take_year(sheet, 2000 + sum(_WORDS[part.strip()] for part in parts), match.span())


def _ranges(sheet: Sheet) -> None:
    for match in _RANGE.finditer(sheet.text):
        gap = sheet.text[match.end("from") : match.start("to")].split()
        low, high = sorted((int(match["from"]), int(match["to"])))
        if low != high and (
            gap[:1] != ["e"] or _BETWEEN.search(sheet.text[max(0, match.start() - 30) : match.start()])
        ):
            sheet.take("car_year", {"min": low, "max": high}, *match.span())


def _pairs(sheet: Sheet) -> None:
    """Manufacture and model, one year apart at most, in two digits or four; two short ones need a car right before them."""
    for match in _PAIR.finditer(sheet.text):
        made, model = _four(match["made"]), _four(match["model"])
        long = len(match["made"]) == 4 or len(match["model"]) == 4  # noqa: PLR2004
        before = sheet.text[max(0, match.start() - 34) : match.start()]
        beside = (
            re.search(r"(?:\x00|\bano|modelo|\d\.\d|flex|automatic[oa]|manual|turbo)[a-z0-9\s:.]{0,24}$", before)
            is not None
        )
        if model - made in {0, 1} and (long or beside):
            _take_year(sheet, model, match.span())


def _four(year: str) -> int:
    if len(year) == 4:  # noqa: PLR2004
        return int(year)
    return (1900 if int(year) > 50 else 2000) + int(year)  # noqa: PLR2004


def _take_year(sheet: Sheet, year: int, span: tuple[int, int]) -> None:
    which = "min" if _NEWER.search(sheet.text[max(0, span[0] - 30) : span[0]]) else side(sheet.text, *span)
    sheet.take("car_year", _shape(year, which), *span)


def read_mileages(sheet: Sheet, quantities: Sequence[Quantity], *, about_cars: bool) -> None:
    """Take mileages; a distance to somewhere is blanked."""
    for match in _ZERO_KM.finditer(sheet.text):
        sheet.take("mileage", {"value": 0}, *match.span())
    known = about_cars or sheet.has("car_model", "car_brand", "car_year", "car_preference")
    at = 0
    while at < len(quantities):
        one = quantities[at]
        following = quantities[at + 1] if at + 1 < len(quantities) else None
        at += 1
        if one.value == 0 or "\x00" in sheet.text[one.start : one.end]:
            continue
        if (
            following is not None
            and _is_mileage(sheet, following, known=known)
            and one.unit in {Unit.NONE, Unit.KM}
            and not one.counted
            and is_range(sheet.text, one, following)
        ):
            sheet.take(
                "mileage",
                {"min": tidy(shared(one, following).value), "max": tidy(following.value)},
                one.start,
                following.end,
            )
            at += 1
        elif _is_mileage(sheet, one, known=known):
            sheet.take("mileage", _shape(tidy(one.value), side(sheet.text, one.start, one.end)), one.start, one.end)


def _is_mileage(sheet: Sheet, one: Quantity, *, known: bool) -> bool:
    before = sheet.text[max(0, one.start - 44) : one.start]
    if one.unit is Unit.KM:
        how_many = one.amount.value == _THOUSAND and not one.amount.digits  # "quantos mil km?"
        driven = "rodad" in sheet.text[one.amount.end : one.end + 10]
        far = one.value >= _PLAINLY_MILEAGE or (known and one.value >= _LEAST_MILEAGE and not _DISTANCE.search(before))
        return not how_many and (driven or far)
    named = one.unit is Unit.NONE and (
        one.amount.scale > 1 or one.amount.written == "grouped" or one.value >= _THOUSAND
    )
    return named and _KM_FIRST.search(before) is not None


def _shape(value: float, which: str) -> dict[str, Any]:
    if which == "max":
        return {"min": None, "max": value}
    return {"min": value, "max": None} if which == "min" else {"value": value}
