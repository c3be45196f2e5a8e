"""Which hours are named?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from recado.nlu.dates.items import Found, Item, Scene, layer, rule
from recado.nlu.dates.lexicon import words
from recado.nlu.dates.tags import tags
from recado.nlu.dates.values import Clock, Hours

_LONGEST_ANSWER: Final = 12
_FREE: Final = words(
    "fora livre ocupado ocupada disponivel aberto aberta atendo trabalho fico estarei posso consigo atende atendem funciona "
    "abre abrem horario"
)
"""Before "de 5 a 6" these tell that hours are meant."""
_SURELY_HOUR: Final = 7
_AGREED: Final = words(
    "ok blz beleza certo td tudo entao msm mesmo ai por pf pfv pq com se ne ja ta eh la tbm tb tambem show otimo perfeito"
)
_FEWEST_MINUTES: Final = 5
"""Fewer are not said in plain figures: "2 e 3" are two numbers."""
_FURTHEST: Final = 40
"""Minutes; nobody counts down from further away."""
_PART_AFTER: Final = "(?:COMMA? (?:DE|DAS|PELA|EM|A|AS)? (?P<part>PARTW))?"
_MINUTES: Final = "(?:E|COMMA)? (?P<m>MINN|MEIA|QUARTO|(?:UM|N12) QUARTO) (?:MINU)?"
_PRICED: Final = words(
    "custa custam custou valor preco paguei pago pagou reais por sai saiu cobra cobram cobrou troco nota "
    "altura mede metro deu"
)
"""Before "dois e cinquenta" these speak of money or measures."""
_NOT_OF_HOURS: Final = "(?!HORA|CLKH|DIA|UNIT|CNT|COLON|SLASH|PRA (?:AS|O|A)? HOURN|PCT|QUARTO|AMPM)"
_LEAD: Final = "(?:(?P<led>AS|AO)|PELA|A (?=UM))?"
_MORE: Final = "E (?P<m>MINN|MEIA|QUARTO|(?:UM|N12) QUARTO) (?:MINU)?"
_PARTS: Final = {"MANHA": "manha", "TARDE": "tarde", "TARDINHA": "tarde", "NOITE": "noite", "MADRU": "madrugada"}
_PART_OF: Final = {tag: name for kind, name in _PARTS.items() for tag in tags(kind)}
TIME_ASKED: Final = frozenset({"time", "hour", "hora", "horario", "datetime"})


def part_name(item: Item) -> str:
    """Return the name of the part of the day that a word says."""
    return _PART_OF[item.tag]


def _part(found: Found) -> str:
    if found.has("ampm"):
        return "pm" if found.value("ampm") else "am"
    words = found.part("part")
    return part_name(words[0]) if words else ""


def _led(found: Found) -> bool:
    return bool(found.word("led"))


def _minutes(found: Found) -> int:
    said = found.part("m")
    if not said:
        return 0
    if said[-1].tag in tags("QUARTO"):
        return 15 * (int(said[0].value) if len(said) > 1 else 1)
    return 30 if said[0].tag in tags("MEIA") else int(said[0].value)


def _figures(found: Found, _: Scene) -> Clock | None:
    """ "10:30", "10h30", "17:55:23", "3:30 pm"."""
    hour, minute, second = found.value("c")
    return Clock(hour, minute, second, True, _part(found), led=_led(found))


def _dotted(found: Found, _: Scene) -> Clock | None:
    """ "às 15.30"; by itself too, where it can be no price."""
    hour, minute, second = found.value("c")
    if not (_led(found) or found.has("part") or found.alone or found.follows("DAS", "ATE", "AS", within=1)):
        return None
    return Clock(hour, minute, second, True, _part(found), led=_led(found))


def _spoken(found: Found, _: Scene) -> Clock | None:
    """ "10 horas e meia", "dez e quinze", "3 da tarde", "10h"."""
    minutes = _minutes(found)
    return Clock(int(found.value("h")), minutes, 0, found.has("m"), _part(found), led=_led(found))


def _with_minutes(found: Found, scene: Scene) -> Clock | None:
    """ "dez e meia": hours and minutes in plain numbers, where they count nothing else."""
    minutes, exact = found.part("m"), found.has("unit") or found.has("part") or _led(found)
    if (
        minutes[0].tag in tags("N12", "UM")
        and not found.has("unit")
        and len(minutes) == 1
        and int(minutes[0].value) < _FEWEST_MINUTES
    ):
        return None
    number = minutes[0].tag not in tags("MEIA", "QUARTO")
    if number and (found.follows("ENTRE") or (found.follows("DE", "DIA", "DURANTE", "CUR") and not exact)):
        return None
    if not exact and not _PRICED.isdisjoint(item.word for item in found.before(4)):
        return None
    if _counts(found.after(1)):
        return None
    return _spoken(found, scene)


def _counts(after: Sequence[Item]) -> bool:
    """Whether the number before these words counts things: a plural that is no verb follows."""
    return (
        bool(after)
        and after[0].tag in tags("X", "CNT")
        and (after[0].word.endswith("s") or after[0].tag in tags("CNT"))
    )


def _bare(found: Found, scene: Scene) -> Clock | None:
    """ "às 3", "pelas 5", "pras 10": a number that only the word before it makes an hour."""
    lead, hour = found.word("lead"), int(found.value("h"))
    if lead == "à" and hour != 1:
        return None
    if lead not in {"as", "às", "ass", "à", "pelas", "plas"}:
        return None
    if lead in {"as", "ass"} and (_counts(found.after(1)) or found.follows("TODO", within=1) or _things(found, hour)):
        return None
    return Clock(hour, led=lead in {"as", "às", "ass"})


def _bare_of(found: Found, _: Scene) -> Clock | None:
    """ "o horário das 10", "depois das 5"."""
    hour = int(found.value("h"))
    led = found.follows("PERIOD", "DEPOIS", "ANTES", "PARTIR", "PERTO", "APOS", "ATE", "OU", "A")
    return None if _counts(found.after(1)) or (_things(found, hour) and not led) else Clock(hour)


def _things(found: Found, hour: int) -> bool:
    """Whether "as duas", "das três" are things: an unknown word follows, and nothing else speaks of a day."""
    after = found.after(1)
    unknown = bool(after) and after[0].tag in tags("X") and after[0].word not in _AGREED
    return unknown and hour < _SURELY_HOUR and not found.among("D", "P", "MANHA", "TARDE", "NOITE")


def _bare_to(found: Found, scene: Scene) -> Clock | None:
    """ "pras 10": the plural that only hours have."""
    return _bare_of(found, scene) if found.before(1)[0].word == "pras" else None


def _bare_after(found: Found, scene: Scene) -> Clock | None:
    """ "até 10", "tipo 8": an hour only where the rest of the sentence speaks of a day."""
    if found.whole[0].tag in tags("PRA") and not found.among("MOVE") and scene.asked not in TIME_ASKED:
        return None
    dayed = found.among("D", "P") or scene.asked in TIME_ASKED
    return Clock(int(found.value("h"))) if dayed and not _counts(found.after(1)) else None


def _noon(found: Found, _: Scene) -> Clock | None:
    """ "meio-dia e meia", "meia-noite"."""
    hour = 24 if found.has("midnight") else 12
    return Clock(
        hour,
        30 if found.has("half") else _minutes(found),
        0,
        found.has("m") or found.has("half"),
        "",
        True,
        _led(found),
    )


def _zero(found: Found, _: Scene) -> Clock | None:
    return Clock(0, _minutes(found), 0, found.has("m"), "", True, _led(found))


def _counted_down(found: Found, _: Scene) -> Clock | None:
    """ "20 pras 8", "quinze para a uma da tarde", "onze menos um quarto"."""
    words = found.part("down")
    minutes = 15 if words[-1].tag in tags("QUARTO") else int(words[0].value)
    fixed = found.has("noon") or found.has("midnight")
    hour = 24 if found.has("midnight") else 12 if found.has("noon") else int(found.value("h"))
    if not 1 <= minutes <= _FURTHEST or hour == 0 or hour > 24:  # noqa: PLR2004
        return None
    return Clock(hour, -minutes, 0, True, _part(found), fixed, led=_led(found))


def _answer(found: Found, scene: Scene) -> Clock | None:
    """ "10", "pode ser 15": a number by itself, where the hour was asked."""
    if (
        scene.asked not in TIME_ASKED
        or len(found.items) > _LONGEST_ANSWER
        or sum(item.tag in tags("NUMBER") for item in found.items) > 1
    ):
        return None
    return None if found.among("CNT", "CUR", "C") else Clock(int(found.value("h")))


def _hours(found: Found, scene: Scene) -> Hours | None:
    """ "das 8 às 12", "entre 10h e 11h", "14 às 16", "10-12h": at least one side is an hour for certain."""
    first, last = _bound(found.part("a")), _bound(found.part("b"))
    if first is None or last is None:
        return None
    joined = found.has("mid")
    if not joined and not last.led:
        return None
    if found.has("and") and not found.has("between"):
        return None
    marked = any(found.part(side)[0].tag in tags("C") for side in "ab")
    opened = found.has("open") or found.has("between")
    dayed = found.among("D") or not _FREE.isdisjoint(item.word for item in found.before(2))
    if not marked and not (opened and dayed and not _counts(found.after(1))):
        return None
    if not opened and not marked:
        return None
    return Hours(first, last)


def _bound(words: Sequence[Item]) -> Clock | None:
    if isinstance(words[0].value, Clock):
        return words[0].value
    return Clock(int(words[0].value)) if words[0].value is not None and words[0].value <= 24 else None  # noqa: PLR2004


_HOUR: Final = "(?P<h>HOURN) HORA"
_CLOSE: Final = "(?:EM PONTO|E POUCO|MAIS OU MENOS)?"
_AMPM: Final = "(?P<ampm>AMPM)"
_DOWN: Final = "(?P<down>(?:UM)? QUARTO|MINN) (?:MINU)?"
SURE: Final = layer(
    "MEIODIA MEIANOITE CLK CLKH DOTS HOURN",
    rule(f"(?<!DAS) (?<!DE) (?:(?P<led>AS))? {_DOWN} PRA (?:AS|A|O|AO)? (?P<noon>MEIODIA)", _counted_down),
    rule(f"(?<!DAS) (?<!DE) (?:(?P<led>AS))? {_DOWN} PRA (?:AS|A|O|AO)? (?P<midnight>MEIANOITE)", _counted_down),
    rule(
        f"(?<!DAS) (?<!DE) (?:(?P<led>AS))? {_DOWN} PRA (?:AS|A|O|AO)? (?P<h>UM|N12|DEZ|N24|CLKH) HORA? "
        f"(?!UNIT|CNT|SLASH|OF MONTH|MINU) {_PART_AFTER}",
        _counted_down,
    ),
    rule(f"{_LEAD} (?P<h>N12|DEZ|UM) HORA? MENOS (?P<down>(?:UM)? QUARTO|MINN) (?:MINU)? {_PART_AFTER}", _counted_down),
    rule(f"{_LEAD} (?P<noon>MEIODIA) (?:{_MORE} {_NOT_OF_HOURS}|E (?P<half>MEIO))? {_CLOSE}", _noon),
    rule(f"{_LEAD} (?P<midnight>MEIANOITE) (?:{_MORE} {_NOT_OF_HOURS})? {_CLOSE}", _noon),
    rule(f"{_LEAD} (?P<h>HOURN) {_AMPM}", _spoken),
    rule(f"{_LEAD} (?P<c>CLK) (?:HORA|MINU)? (?:{_AMPM})? {_CLOSE} {_PART_AFTER}", _figures),
    rule(f"{_LEAD} (?P<c>DOTS) (?:HORA)? {_PART_AFTER}", _dotted),
    rule(f"{_LEAD} N0 HORA (?:{_MORE})?", _zero),
    rule(
        f"{_LEAD} (?P<h>HOURN) (?P<e>E) (?P<m>MINN|MEIA|QUARTO|(?:UM|N12) QUARTO) (?P<unit>MINU)? {_NOT_OF_HOURS} {_CLOSE} "
        f"{_PART_AFTER}",
        _with_minutes,
    ),
    rule(
        f"{_LEAD} {_HOUR} (?:{_MINUTES} {_NOT_OF_HOURS})? {_CLOSE} COMMA? (?:DE|PELA|EM|A|AS)? (?P<part>PARTW)", _spoken
    ),
    rule(f"(?P<led>AS|A (?=UM)) {_HOUR} (?:{_MINUTES} {_NOT_OF_HOURS})? {_CLOSE}", _spoken),
    rule(f"(?:PELA|(?<=DAS)) {_HOUR} (?:{_MINUTES} {_NOT_OF_HOURS})? {_CLOSE}", _spoken),
    rule(f"{_LEAD} (?P<h>CLKH) (?:{_MINUTES} {_NOT_OF_HOURS}) {_CLOSE} {_PART_AFTER}", _spoken),
    rule(f"{_LEAD} (?P<h>CLKH) {_CLOSE} COMMA? (?:DE|PELA|EM|A|AS)? (?P<part>PARTW)", _spoken),
    rule(f"(?P<led>AS) (?P<h>CLKH) {_CLOSE}", _spoken),
    rule(f"{_LEAD} (?P<h>HOURN) {_CLOSE} COMMA? (?:DE|PELA|EM|A) (?P<part>PARTW)", _spoken),
    rule("(?P<led>AS) (?P<h>HOURN) (?P<m>N24|N31|N59) (?!UNIT|HORA|CNT|COLON|SLASH|X)", _spoken),
)
"""Hours that nothing else can be."""
RANGES: Final = layer(
    "C CLKH HOURN",
    rule(
        "(?:(?P<between>ENTRE) (?:AS|A|O|AO)?|(?P<open>DAS|DE|DESDE AS?|DE AS))? (?<!DIA) (?P<a>C|HOURN|CLKH) "
        "(?:(?P<mid>A|ATE|DASH|AO|(?P<and>E)) (?:AS|O|A|AO)?)? "
        "(?P<b>C|CLKH|HOURN) (?!UNIT|CNT|SLASH|MIL|COLON|PCT|OF MONTH|MINN|CUR)",
        _hours,
    ),
)
BARE: Final = layer(
    "HOURN",
    rule(f"(?P<lead>AS|A|PELA) (?P<h>HOURN) {_NOT_OF_HOURS} {_CLOSE}", _bare),
    rule(f"(?<=DAS) (?P<h>HOURN) {_NOT_OF_HOURS} {_CLOSE}", _bare_of),
    rule(f"(?<=PRA) (?P<h>HOURN) {_NOT_OF_HOURS} {_CLOSE}", _bare_to),
    rule("(?P<h>HOURN) E POUCO", _bare_of),
    rule(f"(?<=C OU) (?P<h>HOURN) {_NOT_OF_HOURS}", _bare_of),
)
LOOSE: Final = layer(
    "HOURN",
    rule(f"(?:ATE|UNS|PERTO|PRA) (?P<h>N0|N12|DEZ|N24) {_NOT_OF_HOURS} {_CLOSE}", _bare_after),
    rule(f"(?P<h>HOURN) {_NOT_OF_HOURS} {_CLOSE}", _answer),
)
