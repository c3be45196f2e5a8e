"""Which month, or which part of one, is named?"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from recado.nlu.dates.calendar import WEEK, first_of_month, last_weekday, month_named, nth_weekday
from recado.nlu.dates.items import Found, Item, Scene, layer, rule
from recado.nlu.dates.tags import tags
from recado.nlu.dates.values import ONE_DAY, Days, Named, one_day
from recado.nlu.models import Grain

MONTHS: Final = 12
_THURSDAY: Final = 3
_LATER: Final = 30
YEAR_TAIL: Final = (
    "(?:(?:DE|COMMA|SLASH|DASH)? (?P<year>YEAR) | (?:DE|SLASH|DASH) (?P<yy>TWO) (?!UNIT|HORA|COLON|CNT|AS|A|ATE|E|QUARTO) | "
    "(?P<ry>DE ANO QUE VEM|DE PROX ANO|DE ANO PASS|DE ANO SEG|DE ULT ANO|DE OUTRO ANO|DESSE ANO|DE ESSE ANO))?"
)
"""The year that may follow a month or a feast."""
RELATIVE: Final = (
    "(?:(?P<next>MES QUE VEM|PROX MES|MES PROX|MES SEG|OUTRO MES|MES VEM)|(?P<last>MES PASS|ULT MES|MES ANTERIOR|PASS MES)|"
    "(?P<before>MES RETRA)|(?P<this>THIS MES|MES))"
)
OF_MONTH: Final = f"(?:DE|EM|DAS|COMMA)? (?:(?:MES DE)? (?P<named>MO|MA) {YEAR_TAIL} | {RELATIVE})"
"""A month that something is part of."""


def full_year(number: int, today: date) -> int:
    """Return the year that two digits or four say: of this century, unless it lies further ahead than any plan would."""
    if number > 99:  # noqa: PLR2004
        return number
    year = today.year // 100 * 100 + number
    return year if year <= today.year + _LATER else year - 100


def year_of(found: Found, scene: Scene) -> int | None:
    """Return the year of a `YEAR_TAIL`; None where there is none."""
    today = scene.now.date()
    if found.has("year"):
        return int(found.value("year"))
    if found.has("yy"):
        return full_year(int(found.value("yy")), today)
    if not found.has("ry"):
        return None
    kinds = tags("PASS", "ULT"), tags("QUE", "PROX", "SEG", "OUTRO")
    words = found.part("ry")
    if any(item.tag in kinds[0] for item in words):
        return today.year - 1
    return today.year + (1 if any(item.tag in kinds[1] for item in words) else 0)


def relative_month(found: Found) -> int | None:
    """Return how many months ahead a `RELATIVE` lies; None where a month is named."""
    for name, shift in (("next", 1), ("last", -1), ("before", -2), ("this", 0)):
        if found.has(name):
            return shift
    return None


def only_said(found: Found) -> bool:
    """Whether just "o mês" is said, which the next may be meant by once a part of this is over."""
    return found.has("this") and len(found.part("this")) == 1


def month_of(found: Found, scene: Scene) -> date:
    """Return the first day of the month of an `OF_MONTH`; the month under way counts."""
    today = scene.now.date()
    shift = relative_month(found)
    if shift is not None:
        return first_of_month(today, shift)
    month, year = int(found.value("named")), year_of(found, scene)
    if year is not None:
        return date(year, month, 1)
    if month == today.month:
        return today.replace(day=1)
    return month_named(today, month, past=found.past or found.follows("DESDE"))


def nth(item: Item) -> int:
    """Return the ordinal that an item says: the days of the week count from the second."""
    return int(item.value) + (2 if item.tag in tags("WO", "OA") else 0)


def whole_month(first: date, named: Named = Named.FIXED, parts: tuple[int, ...] = ()) -> Days:
    """Return the month that begins on `first`."""
    return Days(first, first_of_month(first, 1), Grain.MONTH, None, named, parts)


def _month(found: Found, scene: Scene) -> Days | None:
    """ "outubro", "em março de 2027", "setembro passado", "este setembro"."""
    today, month = scene.now.date(), int(found.value("named"))
    if found.word("named") == "marco" and not _is_march(found):
        return None
    year = year_of(found, scene)
    if year is not None:
        return whole_month(date(year, month, 1))
    if found.has("esse"):
        return whole_month(date(today.year, month, 1))
    past = found.has("gone") or found.has("gone2") or ((found.past or found.follows("DESDE")) and not found.has("soon"))
    return whole_month(month_named(today, month, past=past), Named.MONTH, (month,))


def _is_march(found: Found) -> bool:
    """Whether "marco" without its cedilla is the month and no man of that name."""
    words = [item.word for item in (*found.before(1), *found.whole)]
    led = found.follows("EM", "ATE", "DESDE", "ENTRE", "DASH", "SLASH", within=1) or words[:1] == ["de"]
    return (
        led
        or found.alone
        or "em" in words
        or found.has("year")
        or found.has("gone")
        or found.has("gone2")
        or found.has("esse")
    )


def _short_month(found: Found, scene: Scene) -> Days | None:
    """ "em out", "jan/27": abbreviations, of which some are words of their own."""
    marked = (
        found.has("gone")
        or found.has("soon")
        or (found.word("em") == "em" and not found.word("named").startswith(("mar", "set")))
    )
    if year_of(found, scene) is None and not marked:
        return None
    return _month(found, scene)


def _figures(found: Found, _: Scene) -> Days | None:
    """ "07/2016"."""
    month, year = found.value("my")
    return whole_month(date(year, month, 1))


def _numbered(found: Found, scene: Scene) -> Days | None:
    """ "mês 10"."""
    month, year = int(found.value("n")), year_of(found, scene)
    first = date(year, month, 1) if year else month_named(scene.now.date(), month, past=found.past)
    return whole_month(first)


def _relative(found: Found, scene: Scene) -> Days | None:
    """ "mês que vem", "mês passado", "este mês"; "o mês" alone says nothing."""
    shift = relative_month(found)
    if any(item.word in {"meses", "mesinhos"} for item in found.whole):
        return None
    return None if shift is None or only_said(found) else whole_month(first_of_month(scene.now.date(), shift))


def _between(found: Found, scene: Scene) -> Days | None:
    """ "de outubro a dezembro", "entre março e maio de 2027": the last month included."""
    today = scene.now.date()
    first, last = (12 if found.word(name) == "dez" else int(found.value(name)) for name in ("a", "b"))
    year = year_of(found, scene)
    if year is not None:
        end = date(year, last, 1)
    else:
        end = today.replace(day=1) if last == today.month else month_named(today, last, past=found.past)
        if first <= today.month <= last and not found.past:
            end = date(today.year, last, 1)
    start = date(end.year - (1 if first > last else 0), first, 1)
    return Days(start, first_of_month(end, 1), Grain.MONTH)


def _third(found: Found, scene: Scene) -> Days | None:
    """ "começo do mês" days 1 to 10, "meio" 11 to 20, "fim" 21 to the last; the next one where that is over."""
    month = month_of(found, scene)
    at = 0 if found.has("one") else 1 if found.has("two") else 2
    first, end = _third_of(month, at)
    over = end <= scene.now.date() and not found.past
    if over and only_said(found):
        first, end = _third_of(first_of_month(month, 1), at)
    elif over and found.has("named") and year_of(found, scene) is None:
        first, end = _third_of(first_of_month(month, MONTHS), at)
    return Days(first, end, Grain.DAY)


def _third_of(month: date, third: int) -> tuple[date, date]:
    starts = (month, month.replace(day=11), month.replace(day=21), first_of_month(month, 1))
    return starts[third], starts[third + 1]


def _fortnight(found: Found, scene: Scene) -> Days | None:
    """ "a segunda quinzena de abril": days 1 to 15, or 16 to the last."""
    month, which = month_of(found, scene), 2 if found.has("lastone") else nth(found.part("n")[0])
    if which not in {1, 2}:
        return None
    middle = month.replace(day=16)
    first, end = (month, middle) if which == 1 else (middle, first_of_month(month, 1))
    if end <= scene.now.date() and only_said(found) and not found.past:
        later = first_of_month(month, 1)
        first, end = (later, later.replace(day=16)) if which == 1 else (later.replace(day=16), first_of_month(later, 1))
    return Days(first, end, Grain.DAY)


def _week_of_month(found: Found, scene: Scene) -> Days | None:
    """ "primeira semana de outubro": a week belongs to the month that its Thursday lies in, as in ISO 8601."""
    month = month_of(found, scene)
    for one in (month, first_of_month(month, 1 if only_said(found) else MONTHS)):
        thursday = (
            last_weekday(one.year, one.month, _THURSDAY)
            if found.has("lastone")
            else nth_weekday(one.year, one.month, _THURSDAY, nth(found.part("n")[0]))
        )
        first = thursday - _THURSDAY * ONE_DAY
        if (
            first + timedelta(days=WEEK) > scene.now.date()
            or found.past
            or relative_month(found) == -1
            or _dated(found, scene)
        ):
            return Days(first, first + timedelta(days=WEEK), Grain.WEEK)
    return None


def _weekday_of_month(found: Found, scene: Scene) -> Days | None:
    """ "última sexta do mês", "segunda terça de abril"."""
    month, weekday = month_of(found, scene), int(found.value("w"))
    for one in (month, first_of_month(month, 1 if only_said(found) else MONTHS)):
        if found.has("lastone"):
            day = last_weekday(one.year, one.month, weekday)
        else:
            day = nth_weekday(one.year, one.month, weekday, nth(found.part("n")[0]))
        if day.month != one.month:
            return None
        if day >= scene.now.date() or found.past or relative_month(found) == -1 or _dated(found, scene):
            return one_day(day, weekday=weekday)
    return None


def _dated(found: Found, scene: Scene) -> bool:
    return found.has("named") and year_of(found, scene) is not None


_FIRST_OR_LAST: Final = "(?:(?P<lastone>ULT)|(?P<n>NTH))"
_THIRDS: Final = "(?:(?P<one>INICIO)|(?P<two>MEIO|MEADOS)|(?P<three>FIM))"
RULES: Final = layer(
    "MO MA DEZ MY MES",
    rule(f"{_FIRST_OR_LAST} (?:QUINZ|MEADOS) {OF_MONTH}", _fortnight),
    rule(f"{_FIRST_OR_LAST} SEM {OF_MONTH}", _week_of_month),
    rule(f"{_FIRST_OR_LAST} (?P<w>WK) (?:DASH? FEIRA)? {OF_MONTH}", _weekday_of_month),
    rule(f"(?:EM|O|AO)? {_THIRDS} (?:DE|DESSE|EM) {OF_MONTH}", _third),
    rule(
        "(?:DE|ENTRE|DESDE|EM)? O? (?:MES DE)? (?P<a>MO|MA|DEZ) (?:A|ATE|E|DASH|AO|SLASH) (?:O|AO)? "
        f"(?:MES DE)? (?P<b>MO|MA|DEZ) {YEAR_TAIL}",
        _between,
    ),
    rule("(?:DIA)? (?P<my>MY)", _figures),
    rule(
        "(?:EM|O|AO)? (?:MES DE)? (?P<esse>THIS)? (?P<soon>PROX)? (?P<gone>ULT)? (?P<named>MO) (?P<gone2>PASS)? "
        f"(?:QUE VEM)? {YEAR_TAIL}",
        _month,
    ),
    rule(f"(?P<em>EM)? (?P<gone>ULT)? (?P<soon>PROX)? (?P<named>MA) {YEAR_TAIL}", _short_month),
    rule(f"MES (?P<n>MONTHN) (?!CNT|UNIT|HORA) {YEAR_TAIL}", _numbered),
    rule(f"(?:EM|O|AO)? {RELATIVE}", _relative),
)
