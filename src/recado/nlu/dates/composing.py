"""Which parts make one time together, and which times a range?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any, Final

from recado.nlu.dates.calendar import WEEK, latest_date, on_day, safe_date
from recado.nlu.dates.grammar.recurring import CODES, on_weekdays
from recado.nlu.dates.items import Found, Item, Scene, layer, reduced, rule
from recado.nlu.dates.tags import TAG, tags
from recado.nlu.dates.values import ONE_DAY, Clock, Days, Every, Hours, Named, Part, Side, Stretch, Time, one_day
from recado.nlu.models import Grain

_PARTS: Final = tags("D", "C", "H", "P", "I", "V", "R")
_WEEK: Final = timedelta(days=WEEK)


def composed(items: list[Item], scene: Scene) -> list[Item]:
    """Return the items with every time in one, its parts, its limits and its range joined."""
    items = [_lifted(item) if item.tag in _PARTS else item for item in items]
    items = reduced(items, _NOW, scene)
    for step in (_JOINS, _JOINS, _JOINS, _NIGHTS, _EXCEPT, _RANGES, _SIDES, _JOINS, _JOINS):
        items = reduced(items, step, scene)
    return items


def _lifted(item: Item) -> Item:
    return item._replace(tag=TAG["T"], value=_time(item.value, past=item.past, place=(item.start, item.end)))


def _time(value: Any, *, past: bool, place: tuple[int, int]) -> Time:
    time = Time(past=past, places=(place,))
    match value:
        case Days():
            return replace(time, days=value)
        case Clock():
            return replace(time, clock=value)
        case Hours():
            return replace(time, hours=value)
        case Part():
            return replace(time, part=value)
        case Stretch():
            return replace(time, stretch=value)
        case Every():
            return replace(time, every=value)
    return replace(time, moment=value)


def merged(first: Time, second: Time) -> Time | None:
    """Return both as one, or None where they say different things."""
    if first.fixed or second.fixed or (first.side and second.side and first.side is not second.side):
        return None
    days = first.days or second.days
    if first.days and second.days:
        days = _same_day(first.days, second.days)
        if days is None:
            return None
    if (first.clock or first.hours) and (second.clock or second.hours):
        return None
    if (first.part and second.part and first.part.name != second.part.name) or (first.every and second.every):
        return None
    if (first.every and second.days) or (second.every and first.days):
        return None
    side = first.side or second.side
    if side and _wide(days) and (first.of_day or second.of_day):
        return None
    return Time(
        days=days,
        without=(*first.without, *second.without),
        clock=first.clock or second.clock,
        hours=first.hours or second.hours,
        part=first.part or second.part,
        side=side,
        every=first.every or second.every,
        past=first.past and second.past,
        denied=first.denied or second.denied,
        places=(*first.places, *second.places),
    )


def _wide(days: Days | None) -> bool:
    return days is not None and not days.single


def _same_day(first: Days, second: Days) -> Days | None:
    """A weekday and a date that agree are one day; where they do not, the number was looked up."""
    if first.first == second.first and first.end == second.end:
        return first if second.weekday is None else second
    for near, other in ((first, second), (second, first)):
        # "Quarta (hoje)" is today, though a bare Wednesday would be the next.
        if near.named is Named.NEAR and other.named is Named.WEEKDAY and near.first.weekday() == other.weekday:
            return near
    if not (first.single and second.single) or first.repeats or second.repeats:
        return None
    for weekday, dated in ((first, second), (second, first)):
        if (
            weekday.weekday is not None
            and dated.weekday is None
            and weekday.named is Named.WEEKDAY
            and dated.named in {Named.DATE, Named.DAY, Named.FIXED}
        ):
            return dated
    return None


def _join(found: Found, _: Scene) -> Time | None:
    first: Time = found.value("a")
    second: Time = found.value("b")
    joined = any(item.tag in tags("A", "AO", "AS") for item in found.whole)
    return None if joined and first.days is not None and second.days is not None else merged(first, second)


def _range(found: Found, scene: Scene) -> Time | None:
    """ "de segunda a sexta", "das 16h de hoje até as 17h de amanhã", "entre o natal e o ano novo"."""
    first: Time = found.value("a")
    last: Time = found.value("b")
    if found.has("and") != found.has("between") or any(one.fixed or one.side or one.every for one in (first, last)):
        return None
    places = (*first.places, *last.places)
    if first.days is not None and last.days is not None:
        ends = _ends(found, first, last, scene)
        return ends and replace(first, days=ends[0], until=replace(last, days=ends[1]), places=places)
    if first.of_day and last.of_day and first.days is None and last.days is not None:
        return replace(first, until=last, days=last.days, places=places)
    if first.part and last.part and last.days is None:
        return replace(first, until=replace(last, days=first.days), places=places)
    return None


def _from_now(found: Found, scene: Scene) -> Time | None:
    """ "de agora até as 18h", "a partir de agora"."""
    now = scene.now.replace(second=0, microsecond=0)
    last: Time | None = found.value("t")
    if last is None:
        return Time(stretch=Stretch(now, None, Grain.MINUTE), places=((found.whole[0].start, found.whole[-1].end),))
    if last.fixed or last.side or not (last.clock or last.days):
        return None
    until = last if last.days is not None else replace(last, days=one_day(now.date()))
    return Time(
        days=one_day(now.date()), clock=Clock(now.hour, now.minute, fixed=True), until=until, places=last.places
    )


def _night_between(found: Found, _: Scene) -> Time | None:
    """ "na madrugada de sábado pra domingo" belongs to Sunday, "na noite de sábado pra domingo" to Saturday."""
    first: Time = found.value("a")
    last: Time = found.value("b")
    if (
        first.part is None
        or first.days is None
        or last.days is None
        or last.of_day
        or last.days.first != first.days.end
    ):
        return None
    early = first.part.name == "madrugada"
    return replace(first, days=last.days if early else first.days, places=(*first.places, *last.places))


def _ends(found: Found, first: Time, last: Time, scene: Scene) -> tuple[Days, Days] | None:
    """Return the days of a range, looked up together; None where they make none."""
    if first.days is None or last.days is None or first.days.repeats or last.days.repeats:
        return None
    if not (found.has("open") or found.has("between") or _loosely_a_range(first.days, last.days, found)):
        return None
    start, end = joined_days(first.days, last.days, scene.now.date(), past=first.past)
    return None if end.end <= start.first else (start, end)


def _loosely_a_range(first: Days, last: Days, found: Found) -> bool:
    """Whether "A a B" without "de" is a range: two weekdays, two dates, or "até" between."""
    if found.word("mid") == "a" and not (first.weekday is not None and last.weekday is not None):
        return first.named is Named.DATE and last.named is Named.DATE
    return True


def joined_days(first: Days, last: Days, today: date, *, past: bool) -> tuple[Days, Days]:
    """Return two days with the second after the first: what leaves its week, month or year open is looked up together."""
    if last.named is Named.DATE or (last.named is Named.FIXED and not last.single):
        return _before(first, last), last
    if last.named is Named.FIXED and first.named in {Named.DATE, Named.DAY}:
        return _before(first, last), last
    if last.first > first.first:
        return first, last
    if past and first.named is Named.WEEKDAY:
        return first.moved_to(first.first - _WEEK), last
    moved = {
        Named.WEEKDAY: last.first + _WEEK,
        Named.DAY: on_day(first.first, last.parts[0]) if last.named is Named.DAY else None,
    }.get(last.named)
    return first, last.moved_to(moved) if moved is not None else last


def _before(first: Days, last: Days) -> Days:
    """Return `first` as the latest of its name up to `last`: "de 20 de dezembro a 5 de janeiro"."""
    found: date | None = None
    if first.named is Named.DATE:
        found = latest_date(last.first, first.parts[0], first.parts[1])
    elif first.named is Named.DAY:
        found = safe_date(last.first.year, last.first.month, first.parts[0])
        if found is None or found > last.first:
            found = on_day(last.first, first.parts[0], past=True)
    return first if found is None else first.moved_to(found)


def _side(found: Found, _: Scene) -> Time | None:
    """ "até sexta", "antes das 10", "a partir de segunda", "desde ontem"."""
    time: Time = found.value("t")
    if time.side is not None or time.until is not None:
        return None
    for name, side in (
        ("until", Side.UNTIL),
        ("before", Side.BEFORE),
        ("since", Side.SINCE),
        ("onwards", Side.SINCE),
        ("later", Side.AFTER),
    ):
        if found.has(name):
            return replace(time, side=side)
    return None


def _except(found: Found, scene: Scene) -> Time | None:
    """ "semana que vem exceto quarta", "todo dia menos domingo", "qualquer dia tirando quinta"."""
    times = [item.value for item in found.whole if item.tag in tags("T")]
    time: Time = times.pop(0) if found.has("a") else Time(past=False)
    out = [one.days for one in times if one.days is not None]
    if len(out) != len(times) or any(one.of_day for one in times):
        return None
    places = (*time.places, *(place for one in times for place in one.places))
    if time.every is not None:
        return replace(time, days=_daily_without(out, scene), every=None, places=places)
    if time.days is not None:
        return None if time.days.single else replace(time, without=_dates(out, time.days), places=places)
    if found.has("a"):
        return None
    today = datetime.combine(scene.now.date(), datetime.min.time(), scene.now.tzinfo)
    return replace(time, stretch=Stretch(today, None, Grain.DAY), without=_names(out), places=places)


def _dates(out: Sequence[Days], among: Days) -> tuple[str, ...]:
    """The dates that are taken out, each day of the week moved into the days it is taken from."""
    found: list[str] = []
    for one in out:
        first = one.first
        if one.named is Named.WEEKDAY and one.weekday is not None:
            first = among.first + timedelta(days=(one.weekday - among.first.weekday()) % WEEK)
        found += [(first + number * ONE_DAY).isoformat() for number in range(min((one.end - one.first).days, WEEK))]
    return tuple(found)


def _names(out: Sequence[Days]) -> tuple[str, ...]:
    return tuple(CODES[one.weekday] if one.weekday is not None else one.first.isoformat() for one in out)


def _daily_without(out: Sequence[Days], scene: Scene) -> Days:
    gone = {
        (one.first + number * ONE_DAY).weekday()
        for one in out
        for number in range(min((one.end - one.first).days, WEEK))
    }
    kept = [weekday for weekday in range(WEEK) if weekday not in gone]
    return on_weekdays(kept or range(WEEK), scene)


_JOINS: Final = layer(
    "T",
    rule(
        "(?P<a>T) (?:(?:COMMA|DE|DAS|EM|A|AS|AO|O|DASH|LA|PERTO|UNS|ABOUT|COLON|AGORA|PELA|PERIOD){0,3}) (?P<b>T)",
        _join,
    ),
)
_NOW: Final = layer(
    "AGORA",
    rule("(?:A PARTIR DE|DE|DESDE) AGORA (?:ATE|A) (?:AS|A|O|AO)? (?P<t>T)", _from_now),
    rule("(?:A PARTIR DE|DESDE) AGORA|DAQUI PRA DIANTE|DE AGORA EM DIANTE", _from_now),
)
_NIGHTS: Final = layer("T", rule("(?P<a>T) PRA (?:A|O)? (?P<b>T)", _night_between))
_OUT: Final = "COMMA? (?:EXCETO|MENOS|SEMP SER) (?:EM|A|O|DE|AS|AO)? T (?:(?:COMMA|E|OU|COMMA E) (?:EM|A|O)? T){0,5}"
_EXCEPT: Final = layer(
    "EXCETO MENOS SEMP",
    rule(f"(?P<a>T) {_OUT}", _except),
    rule(f"QUALQUER (?:DIA|PERIOD) (?:DE SEM)? {_OUT}", _except),
)
_OPEN: Final = "(?:(?P<between>ENTRE)|(?P<open>DE|DAS|DESDE|EM|A PARTIR DE))? (?:O|AS|A|AO|DIA)?"
_RANGES: Final = layer(
    "T",
    rule(
        f"{_OPEN} (?P<a>T) COMMA? (?:(?P<mid>A|ATE|DASH|AO|ATE AO)|(?P<and>E)) (?:O|A|AS|EM|DIA|DE)? (?P<b>T)", _range
    ),
)
_LED: Final = "(?:O|A|AS|AO|EM|DE|NESSE|ESSE|DIA|DAS|UNS|PERTO DE|PELA)? (?:FERIADO DE)?"
_SIDES: Final = layer(
    "T",
    rule("(?:A PARTIR)? (?:DE|DESDE)? (?P<t>T) (?P<onwards>EM DIANTE|PRA DIANTE)", _side),
    rule(
        "(?:(?P<until>(?:EM LIMIT)? ATE|EM MAIS? LIMIT)|(?P<before>ANTES (?:DE|DAS|A|O))|"
        f"(?P<since>A PARTIR (?:DE|DAS)?|DESDE)|(?P<later>DEPOIS (?:DE|DAS|A|O)?|APOS)) {_LED} (?P<t>T)",
        _side,
    ),
)
