"""Which year, quarter, season or decade is named?"""

from __future__ import annotations

from datetime import date
from typing import Final

from recado.nlu.dates.calendar import add_months, first_of_month, last_weekday, latest_date, nth_weekday, safe_date
from recado.nlu.dates.grammar.months import MONTHS, YEAR_TAIL, nth, year_of
from recado.nlu.dates.items import Found, Scene, layer, rule
from recado.nlu.dates.tags import tags
from recado.nlu.dates.values import ONE_DAY, Days
from recado.nlu.models import Grain

_SIZES: Final = {"BIM": 2, "TRI": 3, "SEMES": 6}
_FEASTS_END: Final = 21
"""Solstices and equinoxes are reckoned on the 21st, as almanacs of the southern hemisphere do."""
_SEASON_LENGTH: Final = 3
REL_YEAR: Final = (
    "(?:(?P<next>ANO QUE VEM|PROX ANO|ANO PROX|ANO SEG|OUTRO ANO|ANO VEM)|(?P<last>ANO PASS|ULT ANO|ANO ANTERIOR|PASS ANO)|"
    "(?P<before>ANO RETRA)|(?P<this>THIS ANO))"
)


def _shift(found: Found) -> int | None:
    for name, shift in (("next", 1), ("last", -1), ("before", -2), ("this", 0)):
        if found.has(name):
            return shift
    return None


def _years(first: int, last: int) -> Days | None:
    start, end = safe_date(first, 1, 1), safe_date(last + 1, 1, 1)
    return None if start is None or end is None else Days(start, end, Grain.MONTH)


def _relative_year(found: Found, scene: Scene) -> Days | None:
    """ "ano que vem", "ano passado", "este ano"."""
    if any(item.word == "anos" for item in found.whole):
        return None
    year = scene.now.year + (_shift(found) or 0)
    return _years(year, year)


def _year(found: Found, scene: Scene) -> Days | None:
    """ "em 2012", "no ano de 2016", "2018" by itself; a year that may be a car's is none."""
    year = int(found.value("year"))
    if (scene.of_cars and not (found.past and found.has("led"))) or (
        found.word("year") == "#" and not (found.has("led") or found.alone)
    ):
        return None
    alone = found.alone or _listed(found)
    return (
        _years(year, year)
        if found.has("led") or found.follows("DESDE", "ATE", "ANTES", "DEPOIS", "APOS", "PARTIR") or alone
        else None
    )


def _listed(found: Found) -> bool:
    """Whether it stands among other times."""
    before, after = found.before(1), found.after(1)
    edge = not after or after[0].tag in tags("STOP", "COMMA")
    return edge and bool(before) and before[0].tag in tags("COMMA", "REL")


def _between(found: Found, scene: Scene) -> Days | None:
    """ "de 2010 a 2015": the last year included."""
    return None if scene.of_cars else _years(int(found.value("a")), int(found.value("b")))


def _part_of_year(found: Found, scene: Scene) -> Days | None:
    """ "começo do ano" the first two months, "meio do ano" June and July, "fim do ano" December."""
    today = scene.now.date()
    shift = 0 if any(item.tag in tags("THIS") for item in found.whole) else _shift(found)
    year = int(found.value("year")) if found.has("year") else today.year + (shift or 0)
    first, last = (1, 2) if found.has("one") else (6, 7) if found.has("two") else (12, 12)
    start = date(year, first, 1)
    end = first_of_month(date(year, last, 1), 1)
    if end <= today and shift is None and not found.has("year") and not found.past:
        start, end = add_months(start, MONTHS), add_months(end, MONTHS)
    return Days(start, end, Grain.MONTH)


def _part_of_named_year(found: Found, scene: Scene) -> Days | None:
    return None if scene.of_cars else _part_of_year(found, scene)


def _quarter(found: Found, scene: Scene) -> Days | None:
    """ "primeiro trimestre de 2016", "segundo semestre"."""
    size, count = _SIZES[_unit(found)], nth(found.part("n")[0]) if found.has("n") else 0
    if found.has("lastone"):
        count = MONTHS // size
    if not 1 <= count <= MONTHS // size:
        return None
    today, given = scene.now.date(), year_of(found, scene)
    start = date(given or today.year, (count - 1) * size + 1, 1)
    end = add_months(start, size)
    if given is None and not found.past and end <= today:
        start, end = add_months(start, MONTHS), add_months(end, MONTHS)
    return Days(start, end, Grain.MONTH)


def _relative_quarter(found: Found, scene: Scene) -> Days | None:
    """ "trimestre passado", "próximo semestre"."""
    size, today = _SIZES[_unit(found)], scene.now.date()
    shift = 1 if found.has("next") else -1 if found.has("last") else 0
    start = add_months(date(today.year, (today.month - 1) // size * size + 1, 1), shift * size)
    return Days(start, add_months(start, size), Grain.MONTH)


def _unit(found: Found) -> str:
    tag = found.part("unit")[0].tag
    return next(name for name in _SIZES if tag in tags(name))


def _decade(found: Found, scene: Scene) -> Days | None:
    """ "década de 90", "anos 80", "década de 2010"."""
    number = int(found.value("n"))
    if number % 10 or (100 <= number < 1900):  # noqa: PLR2004
        return None
    year = number if number > 99 else 2000 + number if number < 30 else 1900 + number  # noqa: PLR2004
    return _years(year, year + 9)


def _season(found: Found, scene: Scene) -> Days | None:
    """ "no verão de 2014", "este inverno": of the southern hemisphere; a summer is named by the year it ends in."""
    month, year = int(found.value("s")), year_of(found, scene)
    today = scene.now.date()
    if year is not None:
        start = date(year - (1 if month == MONTHS else 0), month, _FEASTS_END)
    else:
        start = latest_date(today, _FEASTS_END, month) or today
        over = add_months(start, _SEASON_LENGTH) <= today
        if found.has("gone") or found.has("gone2") or found.past:
            start = start if over else add_months(start, -MONTHS)
        elif over or found.has("soon") or found.has("soon2"):
            start = add_months(start, MONTHS)
    return Days(start, add_months(start, _SEASON_LENGTH), Grain.DAY)


def _week_of_year(found: Found, scene: Scene) -> Days | None:
    """ "última semana do ano": a week belongs to the year that its Thursday lies in, as in ISO 8601."""
    year = int(found.value("year")) if found.has("year") else scene.now.year + (_shift(found) or 0)
    count = nth(found.part("n")[0]) if found.has("n") else 0
    thursday = nth_weekday(year, 1, 3, count) if count else last_weekday(year, MONTHS, 3)
    first = thursday - 3 * ONE_DAY
    return Days(first, first + 7 * ONE_DAY, Grain.WEEK)


def _day_of_year(found: Found, scene: Scene) -> Days | None:
    """ "último dia do ano", "primeiro dia do ano que vem"."""
    shift = _shift(found) or 0
    year = int(found.value("year")) if found.has("year") else scene.now.year + shift
    day = date(year, 12, 31) if found.has("lastone") else date(year, 1, 1)
    if day < scene.now.date() and not shift and not found.has("year") and not found.past:
        day = day.replace(year=year + 1)
    return Days(day, day + ONE_DAY, Grain.DAY)


_THIRDS: Final = "(?:(?P<one>INICIO)|(?P<two>MEIO|MEADOS)|(?P<three>FIM))"
RULES: Final = layer(
    "ANO YEAR BIM TRI SEMES DECA SEASON",
    rule(f"(?:(?P<lastone>ULT)|(?P<n>NTH)) SEM DE (?:{REL_YEAR}|ANO (?:DE (?P<year>YEAR))?)", _week_of_year),
    rule(f"(?:(?P<lastone>ULT)|ORD) DIA DE (?:{REL_YEAR}|ANO (?:DE (?P<year>YEAR))?|(?P<year2>YEAR))", _day_of_year),
    rule(f"(?:EM|O|AO)? {_THIRDS} (?:DE|DESSE|EM) (?:{REL_YEAR}|ANO (?:DE)? (?P<year>YEAR)|ANO)", _part_of_year),
    rule(f"(?:EM|O|AO)? {_THIRDS} DE (?P<year>YEAR)", _part_of_named_year),
    rule(f"(?:EM|O)? (?:(?P<lastone>ULT)|(?P<n>NTH)) (?P<unit>BIM|TRI|SEMES) {YEAR_TAIL}", _quarter),
    rule(
        "(?:EM|O)? (?:(?P<next>PROX (?P<unit>BIM|TRI|SEMES)))",
        _relative_quarter,
    ),
    rule("(?:EM|O)? (?P<unit>BIM|TRI|SEMES) (?P<next>QUE VEM|SEG|PROX)", _relative_quarter),
    rule("(?:EM|O)? (?P<unit>BIM|TRI|SEMES) (?P<last>PASS|ANTERIOR)", _relative_quarter),
    rule("(?:EM|O)? (?P<last>ULT|PASS) (?P<unit>BIM|TRI|SEMES)", _relative_quarter),
    rule("THIS (?P<unit>BIM|TRI|SEMES)", _relative_quarter),
    rule(f"(?:EM|DURANTE)? (?:O)? {REL_YEAR}", _relative_year),
    rule("(?:DECA (?:DE)? (?:ANO)?|EM? O? ANO) (?P<n>N24|N31|N59|N99|YEAR|DEZ) (?!CNT|UNIT)", _decade),
    rule(
        "(?:EM|DURANTE)? (?:O|ESSE)? (?:(?P<soon>PROX)|(?P<gone>ULT))? (?P<s>SEASON) (?:(?P<soon2>QUE "
        f"VEM)|(?P<gone2>PASS))? {YEAR_TAIL}",
        _season,
    ),
    rule("(?:DE|ENTRE|DESDE) (?P<a>YEAR) (?:A|ATE|E|DASH) (?P<b>YEAR)", _between),
    rule("(?P<led>(?:EM|DURANTE)+ O? (?:ANO DE)? | ANO DE) (?P<year>YEAR)", _year),
    rule("(?P<year>YEAR) (?!CNT|UNIT|HORA)", _year),
)
