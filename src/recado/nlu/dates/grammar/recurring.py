"""What comes again and again?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from recado.nlu.dates.calendar import on_date, on_day, on_weekday
from recado.nlu.dates.grammar.lengths import PIECE, length_of
from recado.nlu.dates.grammar.months import nth
from recado.nlu.dates.grammar.weeks import coming_weekend
from recado.nlu.dates.items import Found, Scene, layer, rule
from recado.nlu.dates.tags import NAME, tags
from recado.nlu.dates.values import ONE_DAY, Days, Every, Length, Named, one_day
from recado.nlu.models import Grain

CODES: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
"""The days of the week as iCalendar (RFC 5545) names them."""
_DAY: Final = 86_400
_EVERY: Final = {
    1: Every("FREQ=DAILY", Length(0, _DAY)),
    7: Every("FREQ=WEEKLY", Length(0, 7 * _DAY)),
    15: Every("FREQ=DAILY;INTERVAL=15", Length(0, 15 * _DAY)),
    30: Every("FREQ=MONTHLY", Length(1)),
    60: Every("FREQ=MONTHLY;INTERVAL=2", Length(2)),
    90: Every("FREQ=MONTHLY;INTERVAL=3", Length(3)),
    180: Every("FREQ=MONTHLY;INTERVAL=6", Length(6)),
    365: Every("FREQ=YEARLY", Length(12)),
}
_UNITS: Final = {"DIA": 1, "SEM": 7, "QUINZ": 15, "MES": 30, "BIM": 60, "TRI": 90, "SEMES": 180, "ANO": 365}
_WEEKDAYS: Final = tags("WO", "WD", "WA", "OA", "WPL")


def _weekdays(found: Found, scene: Scene) -> Days | None:
    """ "toda terça", "segundas e quartas", "aos sábados"."""
    wanted = sorted({int(item.value) for item in found.whole if item.tag in _WEEKDAYS})
    return on_weekdays(wanted, scene)


def on_weekdays(wanted: Sequence[int], scene: Scene) -> Days:
    """Return the next of some days of the week, with the rule that repeats them."""
    today = scene.now.date()
    day = min(on_weekday(today, weekday) for weekday in wanted)
    rule_text = "FREQ=WEEKLY;BYDAY=" + ",".join(CODES[weekday] for weekday in wanted)
    return one_day(day, weekday=day.weekday(), repeats=rule_text)


def _plural(found: Found, scene: Scene) -> Days | None:
    """ "segundas", "domingos": the plural alone says that it repeats; "seu Domingos" is a name."""
    before = found.before(1)
    return None if before and before[0].word in {"seu", "sr", "dom", "dona", "dr"} else _weekdays(found, scene)


def _every_second(found: Found, scene: Scene) -> Days | None:
    """ "segunda sim, segunda não"."""
    if found.value("w") != found.value("w2"):
        return None
    day = on_weekdays([int(found.value("w"))], scene)
    return replace(day, repeats=day.repeats + ";INTERVAL=2")


def _unit(found: Found, _: Scene) -> Every | None:
    """ "todo dia", "cada mês", "todas as semanas"; "todo o dia" is one whole day."""
    if found.word("article") in {"o", "a"}:
        return None
    return _EVERY.get(_UNITS.get(NAME[found.part("u")[0].tag], 0))


def _adverb(found: Found, _: Scene) -> Every | None:
    """ "semanalmente"; not "mensal" or "diária", which are prices and plans more often."""
    return _EVERY.get(int(found.value("u")))


def _interval(found: Found, _: Scene) -> Every | None:
    """ "a cada 2 dias"."""
    return every(length_of(found.part("length")))


def _interval_twice(found: Found, _: Scene) -> Every | None:
    """ "de 15 em 15 dias", "de hora em hora"."""
    if found.has("n"):
        return every(length_of((*found.part("n"), *found.part("u")))) if found.value("n") == found.value("n2") else None
    return every(length_of(found.part("u"))) if found.word("u") == found.word("u2") else None


def _hourly(found: Found, _: Scene) -> Every | None:
    """ "de 12 em 12h"."""
    return every(length_of(found.part("u"))) if found.value("a") == found.value("u") else None


def every(length: Length) -> Every | None:
    """Return the rule that repeats after a length."""
    if length.months and not length.seconds:
        years, months = divmod(length.months, 12)
        return (
            Every("FREQ=YEARLY" + _times(years), length)
            if not months
            else Every("FREQ=MONTHLY" + _times(length.months), length)
        )
    for size, name in ((7 * _DAY, "WEEKLY"), (_DAY, "DAILY"), (3_600, "HOURLY"), (60, "MINUTELY"), (1, "SECONDLY")):
        count, rest = divmod(length.seconds, size)
        if count >= 1 and not rest:
            return Every(f"FREQ={name}{_times(int(count))}", length)
    return None


def _times(count: int) -> str:
    return f";INTERVAL={count}" if count > 1 else ""


def _times_in(found: Found, _: Scene) -> Every | None:
    """ "duas vezes por semana", "uma vez ao mês", "2x por semana"."""
    word = found.word("times")
    if word not in {"vez", "vezes"} and not _TIMES.fullmatch(word):
        return None
    return _EVERY.get(_UNITS.get(NAME[found.part("u")[0].tag], 0))


def _day_of_month(found: Found, scene: Scene) -> Days | None:
    """ "todo dia 5", "todo mês no dia 10"."""
    number = int(found.value("d"))
    day = on_day(scene.now.date(), number)
    return None if day is None else one_day(day, named=Named.FIXED, repeats=f"FREQ=MONTHLY;BYMONTHDAY={number}")


def _date_of_year(found: Found, scene: Scene) -> Days | None:
    """ "todo 15 de abril", "em cada 15/4"."""
    if found.has("dm"):
        number, month, year = found.value("dm")
        if year is not None:
            return None
    else:
        number, month = int(found.value("d")), 12 if found.word("m") == "dez" else int(found.value("m"))
    day = on_date(scene.now.date(), number, month) if 1 <= month <= 12 else None  # noqa: PLR2004
    return None if day is None else one_day(day, repeats=f"FREQ=YEARLY;BYMONTH={month};BYMONTHDAY={number}")


def _weekday_of_month(found: Found, scene: Scene) -> Days | None:
    """ "todo primeiro sábado do mês", "toda última sexta"."""
    weekday, count = int(found.value("w")), -1 if found.has("lastone") else nth(found.part("n")[0])
    day = on_weekday(scene.now.date(), weekday)
    for _ in range(10):
        place = (day.day - 1) // 7 + 1
        last = (day + 7 * ONE_DAY).month != day.month
        if place == count or (count == -1 and last):
            return one_day(day, weekday=weekday, repeats=f"FREQ=MONTHLY;BYDAY={count}{CODES[weekday]}")
        day += 7 * ONE_DAY
    return None


def _weekends(found: Found, scene: Scene) -> Days | None:
    """ "todo fim de semana", "aos finais de semana"."""
    if found.has("plural") and found.word("plural") not in {"fins", "finais"}:
        return None
    first = coming_weekend(scene)
    return Days(first, first + 2 * ONE_DAY, Grain.DAY, repeats="FREQ=WEEKLY;BYDAY=SA,SU")


def _working_days(found: Found, scene: Scene) -> Days | None:
    """ "dias de semana", "todo dia útil"; "um dia de semana" is any of them."""
    if not found.has("all") and (found.word("day") != "dias" or any(item.word == "da" for item in found.whole)):
        return None
    return on_weekdays(range(5), scene)


def _every_other(_: Found, __: Scene) -> Every:
    """ "dia sim, dia não"."""
    return Every("FREQ=DAILY;INTERVAL=2", Length(0, 2 * _DAY))


_ALL: Final = "TODO (?:AS|O|A)?"
_MORE: Final = "(?: (?:COMMA E|COMMA|E|OU|SLASH) (?:AS|AO|A|EM|DE|TODO|O)? (?:WK|WPL) (?:DASH? FEIRA)?){0,6}"
_END: Final = "(?:FIM DE SEM|FDS)"
_TIMES: Final = re.compile(r"\d{1,2}x")
TIMES: Final = layer(
    "DIA SEM MES ANO",
    rule("(?:SMALL)? (?P<times>CNT|X) (?:POR|PRA|A|AO|EM|PELA) (?:O|A)? (?P<u>DIA|SEM|MES|ANO)", _times_in),
)
"""Before counts are taken for counts."""
RULES: Final = layer(
    "TODO CADA WPL WK DIA DE FIM UNIT EVERY",
    rule(
        f"{_ALL} (?:(?P<lastone>ULT)|(?P<n>NTH)) (?P<w>WK|WPL) (?:DASH? FEIRA)? (?:(?:DE|DESSE) MES)?",
        _weekday_of_month,
    ),
    rule("(?P<w>WK) (?:DASH? FEIRA)? SIM COMMA? E? (?P<w2>WK) (?:DASH? FEIRA)? NAO", _every_second),
    rule(f"(?:{_ALL}|(?:A|EM)? CADA) (?:WK|WPL) (?:DASH? FEIRA)? {_MORE}", _weekdays),
    rule(f"(?:AS|AO|EM|DE|DAS|A)? WPL (?:DASH? FEIRA)? {_MORE}", _plural),
    rule(f"(?:{_ALL}|CADA|EM? CADA) (?:DIA)? (?:(?P<d>DAYN) DE (?P<m>MO|MA|DEZ)|(?P<dm>DMY))", _date_of_year),
    rule(f"{_ALL} (?:MES)? COMMA? (?:EM|O|AO)? DIA (?P<d>DAYN|ORD) (?!HORA|COLON|DE? PARTW|PELA|UTIL)", _day_of_month),
    rule("(?:EM|O)? DIA (?P<d>DAYN|ORD) (?:DE|EM)? (?:TODO O?|CADA) MES", _day_of_month),
    rule(f"(?:{_ALL}|CADA) {_END}|(?:AO|EM) (?P<plural>FIM) DE SEM (?=COMMA|STOP|E|$)", _weekends),
    rule("(?:EM|DURANTE)? O? (?:(?P<all>TODO) O? DIA UTIL|(?<!COUNT) (?P<day>DIA) (?:DE SEM|UTIL))", _working_days),
    rule("DIA SIM COMMA? E? (?:DIA|OUTRO) NAO", _every_other),
    rule(f"(?:A|EM|DE)? CADA (?P<length>{PIECE})", _interval),
    rule("(?:A|EM|DE)? CADA (?P<u>DIA|SEM|QUINZ|MES|BIM|TRI|SEMES|ANO)", _unit),
    rule("DE (?P<a>SMALL) EM (?P<u>CLKH)", _hourly),
    rule("DE (?P<n>COUNT) EM (?P<n2>COUNT) (?P<u>UNIT)", _interval_twice),
    rule("DE (?P<u>HORA|DIA|SEM|MES|ANO) EM (?P<u2>HORA|DIA|SEM|MES|ANO)", _interval_twice),
    rule("TODO (?P<article>AS|O)? (?P<u>DIA|SEM|QUINZ|MES|BIM|TRI|SEMES|ANO)", _unit),
    rule("(?P<u>EVERY)", _adverb),
)
