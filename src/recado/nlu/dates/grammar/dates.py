"""Which day is named by its number, its date or its feast?"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from recado.nlu.dates.calendar import add_months, first_of_month, monday, on_date, on_day, safe_date
from recado.nlu.dates.grammar.months import (
    OF_MONTH,
    RELATIVE,
    YEAR_TAIL,
    full_year,
    month_of,
    nth,
    only_said,
    relative_month,
    year_of,
)
from recado.nlu.dates.holidays import holiday_of, is_business_day
from recado.nlu.dates.items import Found, Scene, layer, rule
from recado.nlu.dates.values import ONE_DAY, Days, Named, Nothing, one_day
from recado.nlu.models import Grain

_MONTHS: Final = 12
_LONGEST_ANSWER: Final = 8
_DAY_ASKED: Final = frozenset({"day", "date", "dia", "data"})


def _named_date(found: Found, scene: Scene) -> Days | Nothing:
    """ "20 de março", "primeiro de maio do ano que vem", "4-abr-2016", "dia 15 do 4"."""
    number, month = found.value("d"), found.value("m")
    year = year_of(found, scene)
    if found.word("m") == "dez" or month is None:
        month = {"dez": _MONTHS}.get(found.word("m"), month)
    # The 31st of April is no time, nor is the April that is left of it.
    return dated(scene, number, month, year, past=found.past or found.follows("DESDE")) or Nothing()


def dated(scene: Scene, number: int, month: int, year: int | None, *, past: bool) -> Days | None:
    """Return a day of a month; without a year the next one, or the latest one of the past."""
    if not 1 <= month <= _MONTHS:
        return None
    today = scene.now.date()
    if year is not None:
        day = safe_date(full_year(year, today), month, number)
        return None if day is None else one_day(day)
    day = on_date(today, number, month, past=past)
    return None if day is None else one_day(day, named=Named.DATE, parts=(number, month))


def _written(found: Found, scene: Scene) -> Days | None:
    """ "15/03", "15/03/27", "2026-03-15"; month first only where the day can be no month."""
    number, month, year = found.value("d")
    if year is None and found.has("year"):
        year = found.value("year")
    if month > _MONTHS >= number and year is not None:
        number, month = month, number
    if year is None and "." in found.word("d"):
        return None
    return dated(scene, number, month, year, past=found.past or found.follows("DESDE"))


def _dashed(found: Found, scene: Scene) -> Days | None:
    """ "15-03": day and month, where no other figure makes it a count."""
    if len(found.word("m")) != 2 and not found.has("dia"):  # noqa: PLR2004
        return None
    return dated(scene, found.value("d"), found.value("m"), None, past=found.past)


def _day(found: Found, scene: Scene) -> Days | Nothing | None:
    """ "dia 20", "dia primeiro", "dia 5 do mês que vem"."""
    number = found.value("d")
    today = scene.now.date()
    shift = relative_month(found)
    if shift is not None and not only_said(found):
        month = first_of_month(today, shift)
        day = safe_date(month.year, month.month, number)
        return Nothing() if day is None else one_day(day)
    past = found.has("gone") or ((found.past or found.follows("DESDE")) and not found.has("soon"))
    return _numbered(scene, number, past=past)


def _day_of_other_month(found: Found, scene: Scene) -> Days | Nothing | None:
    """ "o 20 do mês que vem", "o 4 deste mês"."""
    return None if only_said(found) else _day(found, scene)


def _days_between(found: Found, scene: Scene) -> Days | None:
    """ "de 10 a 15 de março", "entre os dias 10 e 15", "19-20 de novembro"."""
    first, last = found.value("a"), found.value("b")
    today = scene.now.date()
    if any(item.word == "à" for item in found.whole):
        return None
    if found.has("and") and not (found.has("between") or found.whole[0].word == "entre"):
        return None
    if found.has("m"):
        month = _MONTHS if found.word("m") == "dez" else found.value("m")
        year = year_of(found, scene)
        end = dated(scene, last, month, year, past=found.past)
        start = None if end is None else safe_date(end.first.year, month, first)
        return None if end is None or start is None else _through(start, end.first)
    shift = relative_month(found)
    if shift is not None and not only_said(found):
        month_first = first_of_month(today, shift)
        start = safe_date(month_first.year, month_first.month, first)
        day = safe_date(month_first.year, month_first.month, last)
        return None if start is None or day is None else _through(start, day)
    start = on_day(today, first, past=found.past)
    stop = None if start is None else on_day(start, last)
    return None if start is None or stop is None else _through(start, stop)


def _beside_day(found: Found, _: Scene) -> Days | None:
    """ "véspera do dia 20", "no dia seguinte ao natal"."""
    days: Days = found.value("d")
    step = 2 if found.word("eve").startswith("ante") else 1
    return (
        one_day(days.first + (-step if found.has("eve") or found.has("before") else step) * ONE_DAY)
        if days.single
        else None
    )


def _another(found: Found, _: Scene) -> Days | None:
    days = found.before(2)[0].value
    return _beside(days, int(found.value("d"))) if isinstance(days, Days) else None


def _another_before(found: Found, _: Scene) -> Days | None:
    after = next((item.value for item in found.after(3) if isinstance(item.value, Days)), None)
    return _beside(after, int(found.value("d"))) if after is not None and after.named is not Named.DAY else None


def _beside(days: Days, number: int) -> Days | None:
    """The day of that number in the month of another that was named by its number too, or in the next."""
    if days.named not in {Named.DAY, Named.DATE, Named.FIXED} or not days.single or days.weekday is not None:
        return None
    day = safe_date(days.first.year, days.first.month, number)
    if days.named is Named.DAY and day is not None and day < days.first:
        day = on_day(days.first, number)
    return None if day is None else one_day(day, named=days.named, parts=(number, *days.parts[1:]))


def _answer(found: Found, scene: Scene) -> Days | None:
    """ "20", "pode ser 15": a number by itself, where the day was asked."""
    if scene.asked not in _DAY_ASKED or len(found.items) > _LONGEST_ANSWER or found.among("D", "C", "CNT", "CUR"):
        return None
    return _numbered(scene, int(found.value("d")), past=False)


def _numbered(scene: Scene, number: int, *, past: bool) -> Days | None:
    day = on_day(scene.now.date(), number, past=past)
    return None if day is None else one_day(day, named=Named.DAY, parts=(number,))


def _through(start: date, last: date) -> Days | None:
    return None if last < start else Days(start, last + ONE_DAY, Grain.DAY)


def _feast(found: Found, scene: Scene) -> Days | None:
    """ "natal", "véspera de natal", "páscoa de 2027", "dia das mães do ano que vem"."""
    name = found.value("h")
    if name in {"sao_joao", "natal"} and _is_place(found, name):
        return None
    today = scene.now.date()
    before = len(found.part("eve")) and (2 if found.word("eve").startswith("ante") else 1)
    year = year_of(found, scene)
    if year is not None:
        day = holiday_of(name, full_year(year, today))
    elif found.has("gone") or found.has("pre") or ((found.past or found.follows("DESDE")) and not found.has("soon")):
        day = next(one for one in (holiday_of(name, today.year - back) for back in range(3)) if one < today)
    else:
        day = next(
            one
            for one in (holiday_of(name, today.year + ahead) for ahead in range(3))
            if one - before * ONE_DAY >= today
        )
    if found.has("week") or name == "semana_santa":
        first = monday(day)
        return Days(first, first + timedelta(days=7), Grain.WEEK)
    return one_day(day - before * ONE_DAY)


def _is_place(found: Found, name: str) -> bool:
    after = [item.word for item in found.after(2)]
    before = [item.word for item in found.before(2)]
    return name == "natal" and (
        after[-1:] == ["rn"] or after[:1] == ["rn"] or before == ["cidade", "de"] or "moro" in before
    )


def _business_day(found: Found, scene: Scene) -> Days | None:
    """ "quinto dia útil", "primeiro dia útil do mês que vem", "último dia útil"."""
    today = scene.now.date()
    last = found.has("lastone")
    count = 0 if last else nth(found.part("n")[0])
    for ahead in range(3):
        month = month_of(found, scene) if found.has("of") else first_of_month(today, ahead)
        days = [day for day in _month_days(month) if is_business_day(day)]
        day = days[-1] if last else days[count - 1] if 0 < count <= len(days) else None
        if day is None or found.has("of") or day >= today:
            return None if day is None else one_day(day)
    return None


def _month_days(first: date) -> Sequence[date]:
    return [first + timedelta(days=number) for number in range((first_of_month(first, 1) - first).days)]


def _edge_of_month(found: Found, scene: Scene) -> Days | None:
    """ "último dia do mês", "primeiro dia de abril"."""
    first = month_of(found, scene)
    if found.word("lastone") == "ultimos" or (found.has("n") and found.part("n")[0].word == "primeiros"):
        return (
            Days(first.replace(day=21), first_of_month(first, 1))
            if found.has("lastone")
            else Days(first, first.replace(day=11))
        )
    day = add_months(first, 1) - ONE_DAY if found.has("lastone") else first + (nth(found.part("n")[0]) - 1) * ONE_DAY
    if only_said(found) and day < scene.now.date() and not found.past:
        return _edge_from(add_months(first, 1), found)
    return one_day(day)


def _edge_from(first: date, found: Found) -> Days:
    return one_day(
        add_months(first, 1) - ONE_DAY if found.has("lastone") else first + (nth(found.part("n")[0]) - 1) * ONE_DAY
    )


_DAYS: Final = (
    "(?P<a>DAYN) (?:(?:A|AO|ATE|(?P<and>E)|DASH) (?:O|AO)?|ATE AO) (?:DIA)? (?P<b>DAYN) (?!HORA|COLON|CNT|QUARTO)"
)
_FIRST: Final = "(?:DAYN|ORD)"
BESIDE: Final = layer(
    "EVE DIA",
    rule("(?P<eve>EVE) (?:DE|DAS) (?:FERIADO DE)? (?P<d>D)", _beside_day),
    rule("(?:EM|O|AO)? (?<!COUNT) DIA (?:SEG (?:A|AO)|DEPOIS (?:DE|DAS)) (?P<d>D)", _beside_day),
    rule("(?:EM|O|AO)? (?<!COUNT) DIA (?P<before>ANTERIOR (?:A|AO)|ANTES (?:DE|DAS)) (?P<d>D)", _beside_day),
)
"""The day before or after another."""
_NO_MORE: Final = "(?!UNIT|HORA|COLON|SLASH|DASH|PRA|QUARTO|MIL|OF MONTH|CNT|E HALF|AS|A|ATE|PARTW|OF PARTW)"
LISTS: Final = layer(
    "D",
    rule(f"(?<=D COMMA) (?P<d>DAYN) (?=(?:COMMA|E|OU|COMMA E) (?:O|DIA)? (?:DAYN|D)) {_NO_MORE}", _another),
    rule(f"(?<=D (?:E|OU)) (?P<d>DAYN) {_NO_MORE}", _another),
    rule(
        "(?<!AS) (?<!DAS) (?<!A) (?<!ATE) (?<!UNS) (?<!PRA) (?<!PELA) (?P<d>DAYN) (?=(?:COMMA|E|OU) (?:O|DIA)? D)",
        _another_before,
    ),
)
"""More numbers beside a day: "dias 12, 13 e 14 de março"; each step finds the next one."""
ANSWERS: Final = layer("DAYN", rule("(?P<d>DAYN)", _answer))
RULES: Final = layer(
    "DIA MO MA MES DEZ DMY HOL N12",
    rule(f"(?:(?:DE|ENTRE|DESDE|EM)? O? DIA?) {_DAYS} (?:DE|SLASH|DASH)? (?P<m>MO|MA|DEZ) {YEAR_TAIL}", _days_between),
    rule(f"(?:(?:DE|ENTRE|DESDE|EM)? O? DIA?) {_DAYS} (?:(?:DE|COMMA|EM)? {RELATIVE})", _days_between),
    rule(f"(?:ENTRE|DE|EM|O|DESDE)? (?:O)? DIA {_DAYS} (?!UNIT)", _days_between),
    rule(f"(?:DIA)? (?P<d>{_FIRST}) (?:DE|SLASH|DASH) (?P<m>MO|MA|DEZ) {YEAR_TAIL}", _named_date),
    rule(f"DIA (?P<d>{_FIRST}) (?:DE (?:MES)?|MES) (?P<m>MONTHN) (?!CNT|UNIT|HORA|PARTW|OF) {YEAR_TAIL}", _named_date),
    rule(f"(?P<d>{_FIRST}) (?P<m>MO) {YEAR_TAIL}", _named_date),
    rule(f"DIA (?P<d>{_FIRST}) (?P<m>MA) {YEAR_TAIL}", _named_date),
    rule("(?P<m>MO) (?:DIA)? (?P<d>N12|N24|N31) (?!HORA|COLON|CNT|UNIT) (?:COMMA? (?P<year>YEAR))?", _named_date),
    rule("(?:DIA)? (?P<d>DMY) (?:COMMA? (?:DE)? (?P<year>YEAR))?", _written),
    rule("(?P<dia>DIA)? (?P<d>N12|N24|N31) DASH (?P<m>N12) (?!HORA|CLKH|DASH|OF MONTH|CNT|UNIT|DASH|MES)", _dashed),
    rule(
        f"(?P<week>SEM (?:DE|DAS))? (?P<eve>EVE (?:DE|DAS))? (?:PROX|(?P<pre>ULT))? (?P<h>HOL) "
        f"(?P<gone>PASS)? (?P<soon>QUE VEM|PROX)? {YEAR_TAIL}",
        _feast,
    ),
    rule(f"(?:(?P<lastone>ULT)|(?P<n>NTH)) DIA UTIL (?P<of>{OF_MONTH})?", _business_day),
    rule(f"(?:(?P<lastone>ULT)|(?P<n>NTH)) DIA {OF_MONTH}", _edge_of_month),
    rule(f"(?:EM|O)? {RELATIVE} COMMA? (?:EM|O)? DIA (?P<d>{_FIRST})", _day_of_other_month),
    rule(
        f"(?:PROX)? (?<!COUNT) DIA (?P<d>{_FIRST}) (?!SLASH|COLON|DASH|CNT|UNIT) "
        f"(?:COMMA? (?:AGORA)? (?:(?:(?:DE|COMMA|EM)? {RELATIVE})|(?P<gone>PASS)|(?P<soon>PROX|QUE VEM|AGORA|SEG)))?",
        _day,
    ),
    rule(f"(?:O|EM|AO)? (?P<d>DAYN) DE {RELATIVE}", _day_of_other_month),
    rule(f"(?:O|EM|AO) (?P<d>DAYN) (?:COMMA|EM|NESSE)? {RELATIVE}", _day_of_other_month),
)
