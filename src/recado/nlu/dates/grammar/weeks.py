"""Which day of the week, which week or weekend is named?"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from recado.nlu.dates.calendar import WEEK, monday, on_weekday
from recado.nlu.dates.items import Found, Scene, layer, rule
from recado.nlu.dates.tags import tags
from recado.nlu.dates.values import ONE_DAY, Days, Named, one_day
from recado.nlu.models import Grain

_WEEK: Final = timedelta(days=WEEK)
_SATURDAY: Final = 5
_WEEK_AHEAD: Final = "(?:SEM QUE VEM|SEM VEM|PROX SEM|SEM PROX|SEM SEG|OUTRO SEM)"
_WEEKDAY: Final = "(?P<w>WK) (?:DASH? FEIRA)?"
_OTHER: Final = (
    "(?:COMMA? (?:MAIS)? SEMP SER (?:THIS|A|NESSE)? (?:AGORA)? (?:COMMA? (?:EM|A|PRA)? (?:OUTRO|PROX|SEG))?|"
    "DE OUTRO SEM|DE SEM (?:DEPOIS|SEG) (?:DE)? (?:QUE VEM|PROX|SEG)?|DEPOIS (?:DESSE|DE ESSE)|"
    "COMMA? NAO (?:ESSE|NESSE) (?:AGORA)? COMMA? (?:X)? (?:EM|A|PRA)? (?:OUTRO|PROX|SEG)?)"
)
RECKON: Final = {"this": 0, "next": 1, "last": -1, "before": -2}


def _weekday(found: Found, scene: Scene) -> Days | None:
    """A bare day of the week is the next one after today; told of the past, the latest before."""
    today, weekday = scene.now.date(), int(found.value("w"))
    if _is_no_weekday(found):
        return None
    soon = found.has("soon") or found.has("soon2")
    past = (found.past or found.follows("DESDE")) and not soon
    day = on_weekday(today, weekday, past=past)
    next_one = found.has("soon") and found.part("soon")[0].tag in tags("PROX")
    # "Próxima sexta" is the coming one to some and the one after it to others.
    return one_day(day, weekday=weekday, named=Named.WEEKDAY, parts=(weekday,), other=day + _WEEK if next_one else None)


def _is_no_weekday(found: Found) -> bool:
    """Whether an abbreviation is a word of its own ("ter", "Dom") or an ordinal of something else."""
    word, short = found.word("w"), len(found.part("w")) == 1
    after = found.after(1)
    if word == "ter":
        before = found.before(2)
        listed = (
            bool(before)
            and before[0].tag in tags("WK", "D")
            and before[-1].tag in tags("COMMA", "E", "OU", "DASH", "SLASH")
        )
        ahead = bool(after) and after[0].tag in tags("COMMA", "SLASH", "DMY", "CLK", "CLKH", "AS", "DIA", "D", "FEIRA")
        more = len(found.after(2)) > 1 and after[0].tag in tags("E") and found.after(2)[1].tag in tags("WK")
        return not (found.alone or listed or ahead or more or found.follows("EM", within=1))
    if word == "dom" and after and after[0].tag in tags("X"):
        return True
    return short and bool(after) and after[0].tag in tags("ORDN") and not found.follows("EM", within=1)


def _ahead(found: Found, scene: Scene) -> Days:
    """With "que vem" it is the one of the next calendar week; where this week's is still ahead, some mean that one."""
    today, weekday = scene.now.date(), int(found.value("w"))
    day = monday(today, 1) + timedelta(days=weekday)
    earlier = day - _WEEK
    loose = found.has("loose") and earlier > today
    return one_day(day, weekday=weekday, other=earlier if loose else None)


def _other(found: Found, scene: Scene) -> Days:
    today, weekday = scene.now.date(), int(found.value("w"))
    return one_day(on_weekday(today, weekday) + _WEEK, weekday=weekday)


def _latest(found: Found, scene: Scene) -> Days | None:
    if found.has("passed") and found.word("passed") != "passou":
        return None
    today, weekday = scene.now.date(), int(found.value("w"))
    day = on_weekday(today, weekday, past=True)
    return one_day(day - _WEEK if found.has("before") else day, weekday=weekday)


def _of_week(found: Found, scene: Scene) -> Days | None:
    """ "terça desta semana", "sexta da semana passada": of that calendar week."""
    weeks = next((shift for name, shift in RECKON.items() if found.has(name)), 0)
    weekday = int(found.value("w"))
    return one_day(monday(scene.now.date(), weeks) + timedelta(days=weekday), weekday=weekday)


def _in_weeks(found: Found, scene: Scene) -> Days | None:
    """ "sexta daqui a duas semanas": that day of the week so far ahead."""
    unit = found.part("unit")[0]
    days = int(found.value("n")) * (WEEK if unit.tag in tags("SEM") else 1)
    if days % WEEK and days != 15:  # noqa: PLR2004
        return None
    weekday = int(found.value("w"))
    return one_day(monday(scene.now.date(), round(days / WEEK)) + timedelta(days=weekday), weekday=weekday)


def _week(found: Found, scene: Scene) -> Days | None:
    if any(item.word in {"semanas", "semaninhas"} for item in found.whole):
        return None
    weeks = next(shift for name, shift in RECKON.items() if found.has(name))
    first = monday(scene.now.date(), weeks)
    return Days(first, first + _WEEK, Grain.WEEK)


def _week_of_day(found: Found, _: Scene) -> Days | None:
    """ "semana do dia 20"."""
    days = found.value("d")
    return Days(monday(days.first), monday(days.first) + _WEEK, Grain.WEEK) if days.single else None


def _part_of_week(found: Found, scene: Scene) -> Days:
    """ "começo da semana" Monday and Tuesday, "meio" Wednesday and Thursday, "final" Friday to Sunday."""
    today = scene.now.date()
    weeks = next((shift for name, shift in RECKON.items() if found.has(name)), None)
    first = monday(today, weeks or 0)
    start, end = (0, 2) if found.has("one") else (2, 4) if found.has("two") else (4, 7)
    over = first + timedelta(days=end) <= today
    if weeks is None and over and not found.past:
        first += _WEEK
    return Days(first + timedelta(days=start), first + timedelta(days=end), Grain.DAY)


def _weekend(found: Found, scene: Scene) -> Days | None:
    """The coming weekend, or the one under way; with "que vem" that of the next calendar week, "passado" the last one over."""
    today = scene.now.date()
    saturday = coming_weekend(scene)
    if any(item.word == "da" for item in found.part("end")):
        return None
    if found.has("gone") or found.has("gone2") or (found.past and not found.has("this")):
        saturday -= _WEEK
    elif found.has("before"):
        saturday -= 2 * _WEEK
    elif found.has("next") or found.has("other") or (found.has("soon") and today >= saturday):
        saturday += _WEEK
    near = found.has("next") and today < saturday - _WEEK
    return Days(saturday, saturday + 2 * ONE_DAY, Grain.DAY, other=saturday - _WEEK if near else None)


def coming_weekend(scene: Scene) -> date:
    """Return the Saturday of the coming weekend, or of the one under way."""
    return monday(scene.now.date()) + timedelta(days=_SATURDAY)


def _day_of_weekend(found: Found, scene: Scene) -> Days | None:
    weekday = int(found.value("w"))
    weekend = _weekend(found, scene)
    return weekend and one_day(weekend.first + (weekday - _SATURDAY) * ONE_DAY, weekday=weekday)


def _named(found: Found, scene: Scene) -> Days:
    """ "hoje", "amanhã", "anteontem"."""
    return one_day(scene.now.date() + timedelta(days=int(found.value("d"))), named=Named.NEAR)


def _after_tomorrow(_: Found, scene: Scene) -> Days:
    return one_day(scene.now.date() + 2 * ONE_DAY, named=Named.NEAR)


def _before_yesterday(_: Found, scene: Scene) -> Days:
    return one_day(scene.now.date() - 2 * ONE_DAY, named=Named.NEAR)


def _beside(found: Found, scene: Scene) -> Days:
    """ "no dia seguinte", "no dia anterior"."""
    return one_day(scene.now.date() + (ONE_DAY if found.has("next") else -ONE_DAY), named=Named.NEAR)


def _after_tomorrow_if(found: Found, scene: Scene) -> Days | None:
    return _after_tomorrow(found, scene) if found.value("d") == 1 else None


_LATEST_WEEK: Final = "(?:SEM PASS|ULT SEM|PASS SEM|SEM ANTERIOR|ANTERIOR SEM)"
_THIS_WEEK: Final = "(?:(?:ESSE|NESSE|DESSE) SEM|DE ESSE SEM)"
_END: Final = "(?P<end>FIM DE SEM|FDS)"
RULES: Final = layer(
    "REL ONTEM DIA WK SEM FDS",
    rule("DEPOIS (?:DE)? (?P<d>REL)", _after_tomorrow_if),
    rule("ANTES DASH? (?:DE)? ONTEM", _before_yesterday),
    rule("(?P<d>REL|ONTEM)", _named),
    rule("(?:EM|O|AO)? DIA (?:(?P<next>SEG)|ANTERIOR) (?!A|AO)", _beside),
    rule(
        f"{_WEEKDAY} (?:DE|DESSE|COMMA)? (?:(?:PROX|(?P<this>THIS))? {_END}) (?P<next>QUE VEM|SEG)? (?P<gone>PASS)?",
        _day_of_weekend,
    ),
    rule(
        f"(?:EM|O|AO)? (?:(?P<soon>PROX)|(?P<gone>ULT|PASS)|(?P<this>THIS)|(?P<other>OUTRO))? {_END} (?:DE)? "
        "(?:(?P<next>QUE VEM|SEG|DE? SEM QUE VEM|SEM QUE VEM)|(?P<gone2>PASS|ANTERIOR)|(?P<before>RETRA)|AGORA)?",
        _weekend,
    ),
    rule(f"(?:EM|A|DE|PRA)? (?:ESSE|NESSE|PROX)? {_WEEKDAY} (?:X)? {_OTHER}", _other),
    rule(
        f"(?:NAO)? (?:ESSE|NESSE) {_WEEKDAY} COMMA? (?:AGORA COMMA?)? (?:NAO COMMA?)? (?:X|E)? (?:EM|A|PRA) "
        "(?:OUTRO|SEG|PROX)",
        _other,
    ),
    rule(f"(?:EM|A|DE|PRA)? OUTRO {_WEEKDAY}", _other),
    rule(
        f"{_WEEKDAY} (?:DAQUI) (?:A|HA)? (?P<n>SMALL) (?P<unit>SEM|DIA)",
        _in_weeks,
    ),
    rule(f"{_WEEKDAY} (?:(?P<loose>QUE VEM|VEM)|SEG|(?:COMMA)? (?:DE|EM|COMMA|PRA)? {_WEEK_AHEAD})", _ahead),
    rule(f"(?:EM|A|PRA|DE)? {_WEEK_AHEAD} COMMA? (?:X|VN|E)? (?:VN|SER)? (?:EM|A|O|DE|PRA|PERTO)? {_WEEKDAY}", _ahead),
    rule(
        f"{_WEEKDAY} (?:DE|EM|COMMA)? (?:(?P<this>{_THIS_WEEK})|(?P<last>{_LATEST_WEEK})|(?P<before>SEM RETRA))",
        _of_week,
    ),
    rule(
        f"(?:EM|A)? (?:(?P<this>THIS SEM)|(?P<last>{_LATEST_WEEK})|(?P<before>SEM RETRA)) COMMA? (?:EM|A|DE)? {_WEEKDAY}",
        _of_week,
    ),
    rule(f"(?:EM)? {_WEEKDAY} QUE (?P<passed>MOVE)", _latest),
    rule(f"(?:EM|A)? (?:ULT|PASS) {_WEEKDAY}", _latest),
    rule(f"(?:EM)? {_WEEKDAY} (?:PASS|ULT|ANTERIOR|(?P<before>RETRA))", _latest),
    rule(f"(?:EM)? (?P<soon>THIS|PROX|AGORA) {_WEEKDAY} (?P<soon2>AGORA|PROX)?", _weekday),
    rule(f"(?:EM)? {_WEEKDAY} (?P<soon2>AGORA|PROX)?", _weekday),
    rule(
        "(?:EM|O|AO)? (?:(?P<one>INICIO)|(?P<two>MEIO)|(?P<three>FIM)) (?:DE|DESSE) "
        f"(?:(?P<next>{_WEEK_AHEAD})|(?P<last>{_LATEST_WEEK})|(?P<this>THIS SEM)|SEM)",
        _part_of_week,
    ),
    rule("SEM (?:DE|DAS) (?P<d>D)", _week_of_day),
    rule(
        f"(?:EM|A|DURANTE|O)? (?:(?P<next>{_WEEK_AHEAD})|(?P<last>{_LATEST_WEEK})|(?P<before>SEM "
        "RETRA)|(?P<this>THIS SEM|DURANTE A? SEM))",
        _week,
    ),
)
