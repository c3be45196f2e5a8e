"""Which part of the day is named?"""

from __future__ import annotations

from typing import Final

from recado.nlu.dates.items import Found, Scene, layer, rule
from recado.nlu.dates.tags import NAME, tags
from recado.nlu.dates.values import ONE_DAY, Part, Time, one_day

HOURS: Final = {
    "MADRU": ("madrugada", 0, 6),
    "MANHA": ("manha", 6, 12),
    "TARDE": ("tarde", 12, 18),
    "NOITE": ("noite", 18, 24),
}
_LUNCH: Final = Part("almoco", 12, 14)
_AFTER_LUNCH: Final = Part("depois_almoco", 13, 15)
_LATE: Final = Part("fim_tarde", 16, 18)
_EARLY: Final = Part("manha", 6, 12)
_LATER: Final = frozenset(
    {"e", "é", "esta", "ta", "ficou", "fica", "ja", "sera", "era", "muito", "mto", "mt", "tao", "bem", "antes"}
)


def _part(found: Found, _: Scene) -> Part | None:
    """ "de manhã", "na parte da tarde", "essa noite", "hoje à noite"."""
    item = found.part("p")[0]
    if NAME[item.tag] == "TARDE" and _is_late(found):
        return None
    name, first, end = HOURS[NAME[item.tag]]
    return Part(name, first, end, repeats=found.has("every"))


def _gone(found: Found, scene: Scene) -> Time:
    """ "na noite passada"."""
    name, first, end = HOURS[NAME[found.part("p")[0].tag]]
    yesterday = one_day(scene.now.date() - ONE_DAY)
    return Time(days=yesterday, part=Part(name, first, end), places=((found.whole[0].start, found.whole[-1].end),))


def _is_late(found: Found) -> bool:
    """ "mais tarde", "já é tarde", "tarde demais" tell no part of the day."""
    before, after = found.before(1), found.after(1)
    if after and after[0].tag in tags("DEMAIS"):
        return True
    if len(found.whole) > 1 or not before:
        return False
    # "Dormi tarde": without a word that leads it, it is part of a day only beside one.
    return before[0].word in _LATER or before[0].tag not in tags(
        "D", "C", "H", "R", "OU", "E", "PRA", "COMMA", "DASH", "SLASH", "STOP", "OUTRO", "INICIO"
    )


def _early(found: Found, _: Scene) -> Part | None:
    """ "cedinho", "bem cedo"; "mais cedo" only compares."""
    before, after = found.before(1), found.after(1)
    if (before and before[0].word in {"muito", "mto", "tao", "ta"}) or (after and after[0].tag in tags("DEMAIS")):
        return None
    return None if before and before[0].tag in tags("MAIS") else _EARLY


def _lunch(found: Found, _: Scene) -> Part | None:
    if found.has("after"):
        return _AFTER_LUNCH
    before = found.before(1)
    return None if before and before[0].tag in tags("ANTES") else _LUNCH


def _before_lunch(_: Found, __: Scene) -> Part:
    return Part("manha", 0, 12)


def _late(_: Found, __: Scene) -> Part:
    """ "fim da tarde", "final do dia", "tardinha"."""
    return _LATE


def _edge(found: Found, _: Scene) -> Part | None:
    """ "começo da noite", "final da manhã", "meio da tarde": the part as a whole."""
    name, first, end = HOURS[NAME[found.part("p")[0].tag]]
    return Part(name, first, end)


def _after_hours(found: Found, scene: Scene) -> Part:
    return Part("fim_expediente", scene.opening.last, 24)


_WAY: Final = "(?:DE|EM|PELA|A|AO|DURANTE|ESSE|NESSE|DESSE|O|DAS)"
RULES: Final = layer(
    "PARTW ALMOCO EXPED CEDO DIA",
    rule(f"{_WAY}? FIM DE (?:TARDE|DIA|EXPED)", _late),
    rule(f"{_WAY}? A? TARDINHA", _late),
    rule(f"{_WAY}? (?:INICIO|MEIO|MEADOS|FIM) (?:DE|DESSE) (?:A)? (?P<p>MANHA|TARDE|NOITE|MADRU)", _edge),
    rule("ANTES DE (?:HORA DE)? ALMOCO", _before_lunch),
    rule(f"{_WAY}? (?P<after>DEPOIS|APOS) DASH? (?:DE|O)? (?:HORA DE)? ALMOCO", _lunch),
    rule("(?:DEPOIS|APOS) (?:DE|O)? EXPED", _after_hours),
    rule(f"{_WAY}? (?:HORA|PERIOD) DE ALMOCO", _lunch),
    rule("(?:EM|PRA|AO) ALMOCO", _lunch),
    rule(f"{_WAY}? (?:A)? (?P<p>MANHA|TARDE|NOITE|MADRU) PASS", _gone),
    rule("(?P<every>TODO) (?:AS|A|O)? (?P<p>MANHA|TARDE|NOITE|MADRU)", _part),
    rule(f"{_WAY}? (?:A)? (?:PERIOD DE)? (?P<p>MANHA|TARDE|NOITE|MADRU)", _part),
    rule("CEDO", _early),
)
