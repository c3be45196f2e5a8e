"""When is a holiday or a day that shops live by, as people in Brazil name it?"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import Final

from recado.nlu.dates.calendar import easter, nth_weekday
from recado.nlu.dates.lexicon import words

_THURSDAY, _SUNDAY = 3, 6
_OPTIONAL_DAY: Final = r"(?:(?:feriado|dia|festa|feriadao)\s+d[aeo]s?\s+)?"
OfYear = Callable[[int], date]


def _fixed(day: int, month: int) -> OfYear:
    return lambda year: date(year, month, day)


def _after_easter(days: int) -> OfYear:
    return lambda year: easter(year) + timedelta(days=days)


def _nth(count: int, weekday: int, month: int, more: int = 0) -> OfYear:
    return lambda year: nth_weekday(year, month, weekday, count) + timedelta(days=more)


_HOLIDAYS: Final[dict[str, tuple[str, OfYear]]] = {
    "vespera_ano_novo": (
        r"vespera\s+d[eo]\s+ano\s+novo|reveill?on|revelion|reveion|virada\s+d[eo]\s+ano|noite\s+da\s+virada|sao\s+silvestre",
        _fixed(31, 12),
    ),
    "ano_novo": (r"ano\s+novo|confraternizacao\s+universal|primeiro\s+dia\s+do\s+ano", _fixed(1, 1)),
    "cinzas": (r"(?:quarta(?:\s*-?\s*feira)?\s+d[ae]s?\s+|dia\s+(?:de|das)\s+)cinzas", _after_easter(-46)),
    "segunda_carnaval": (r"segunda(?:\s*-?\s*feira)?\s+d[eo]\s+carnaval", _after_easter(-48)),
    "sabado_carnaval": (r"sabado\s+d[eo]\s+carnaval", _after_easter(-50)),
    "domingo_carnaval": (r"domingo\s+d[eo]\s+carnaval", _after_easter(-49)),
    "sexta_carnaval": (r"sexta(?:\s*-?\s*feira)?\s+d[eo]\s+carnaval", _after_easter(-51)),
    "carnaval": (
        r"(?:terca(?:\s*-?\s*feira)?\s+(?:d[eo]\s+|gorda\s+de\s+)?)?carnaval|"
        r"terca(?:\s*-?\s*feira)?\s+gorda",
        _after_easter(-47),
    ),
    "ramos": (r"domingo\s+de\s+ramos", _after_easter(-7)),
    "quinta_santa": (r"quinta(?:\s*-?\s*feira)?\s+santa", _after_easter(-3)),
    "sexta_santa": (r"sexta(?:\s*-?\s*feira)?\s+(?:santa|d[ae]\s+paixao)|paixao\s+de\s+cristo", _after_easter(-2)),
    "aleluia": (r"sabado\s+(?:de\s+aleluia|santo)", _after_easter(-1)),
    "segunda_pascoa": (r"segunda(?:\s*-?\s*feira)?\s+(?:depois\s+)?d[ae]\s+pascoa|pascoela", _after_easter(1)),
    "semana_santa": (r"semana\s+santa", _after_easter(-6)),
    "pascoa": (r"(?:domingo\s+d[ae]\s+)?pascoa", _after_easter(0)),
    "ascensao": (r"(?:quinta(?:\s*-?\s*feira)?\s+d[ae]\s+|dia\s+d[ae]\s+)ascensao", _after_easter(39)),
    "pentecostes": (r"(?:domingo\s+de\s+)?pentecostes", _after_easter(49)),
    "corpus": (r"corpus\s+christ[ie]|corpo\s+de\s+(?:deus|cristo)|corpus\s+crist[ie]", _after_easter(60)),
    "maes": (r"dia\s+d(?:as?|e)\s+maes?\b", _nth(2, _SUNDAY, 5)),
    "pais": (r"dia\s+d(?:os?|e)\s+pa(?:is|pai)\b", _nth(2, _SUNDAY, 8)),
    "black_friday": (r"black\s*friday|blackfriday|black\s+fraid[ae]y?", _nth(4, _THURSDAY, 11, 1)),
    "cyber_monday": (r"cyber\s*monday", _nth(4, _THURSDAY, 11, 4)),
    "gracas": (r"(?:dia\s+d[ea]\s+)?acao\s+de\s+gracas|thanksgiving(?:\s+day)?", _nth(4, _THURSDAY, 11)),
    "natal": (rf"{_OPTIONAL_DAY}natal|natalzinho", _fixed(25, 12)),
    "reis": (r"dia\s+d[eo]s?\s+(?:santos\s+)?reis|santos\s+reis|epifania", _fixed(6, 1)),
    "sao_paulo": (r"aniversario\s+(?:da\s+cidade\s+)?d[ea]\s+sao\s+paulo", _fixed(25, 1)),
    "valentim": (r"(?:dia\s+d[eo]\s+)?sao\s+valentim|valentine'?s?\s+day|valentines", _fixed(14, 2)),
    "mulher": (r"dia\s+(?:internacional\s+)?d[aeo]s?\s+mulher(?:es)?\b", _fixed(8, 3)),
    "consumidor": (r"dia\s+d[eo]s?\s+consumidor(?:es)?", _fixed(15, 3)),
    "mentira": (r"dia\s+d[ea]s?\s+mentiras?", _fixed(1, 4)),
    "indio": (r"dia\s+d[eo]s?\s+(?:indios?|povos?\s+indigenas?)", _fixed(19, 4)),
    "tiradentes": (rf"{_OPTIONAL_DAY}tiradentes", _fixed(21, 4)),
    "terra": (r"dia\s+d[ea]\s+(?:terra|descobrimento(?:\s+do\s+brasil)?)", _fixed(22, 4)),
    "trabalho": (
        r"(?:dia|feriado)\s+(?:internacional\s+|mundial\s+)?d[oe]s?\s+trabalh(?:o|ador(?:es)?)\b|"
        r"feriado\s+d[eo]\s+primeiro\s+de\s+maio",
        _fixed(1, 5),
    ),
    "namorados": (r"dia\s+d[oe]s?\s+namorad(?:os|as|o|a)\b", _fixed(12, 6)),
    "santo_antonio": (r"(?:dia|festa|noite|vespera)\s+d[eo]\s+santo\s+antonio", _fixed(13, 6)),
    "sao_joao": (
        r"(?:(?:festa|dia|noite|feriado)\s+d[eo]\s+)?(?<!rua )(?<!avenida )(?<!av )(?<!bairro )(?<!em )"
        r"(?<!hospital )(?<!praca )"
        r"(?<!cidade de )(?<!colegio )(?<!vila )(?<!santa casa de )sao\s+joao\b(?!\s+(?:d[ae]l?|del|batista|paulo|"
        r"evangelista|nepo))",
        _fixed(24, 6),
    ),
    "sao_pedro": (r"(?:dia|festa|noite)\s+d[eo]\s+sao\s+pedro", _fixed(29, 6)),
    "portugal": (r"dia\s+d[eo]\s+(?:portugal|camoes)", _fixed(10, 6)),
    "liberdade": (r"dia\s+da\s+liberdade", _fixed(25, 4)),
    "amigo": (r"dia\s+d[eo]s?\s+amig[oa]s?|dia\s+da\s+amizade", _fixed(20, 7)),
    "avos": (r"dia\s+d[aeo]s?\s+avos\b|dia\s+d[aeo]s?\s+avo\b", _fixed(26, 7)),
    "estudante": (r"dia\s+d[eo]s?\s+(?:estudantes?|advogad[oa]s?|garcom)", _fixed(11, 8)),
    "solteiro": (r"dia\s+d[eo]s?\s+solteir[oa]s?", _fixed(15, 8)),
    "independencia": (
        r"(?:dia|feriado)\s+d[ae]\s+independencia(?:\s+do\s+brasil)?|independencia\s+do\s+brasil|dia\s+da\s+patria",
        _fixed(7, 9),
    ),
    "veterinario": (r"dia\s+d[eo]s?\s+veterinari[oa]s?", _fixed(9, 9)),
    "cliente": (r"dia\s+d[eo]s?\s+clientes?", _fixed(15, 9)),
    "animais": (r"dia\s+d[eo]s?\s+anima(?:l|is)|dia\s+(?:mundial\s+)?d[eo]s?\s+pets?", _fixed(4, 10)),
    "aparecida": (
        r"(?:(?:dia|feriado)\s+d[ae]\s+)?(?:nossa|"
        r"ns?a?\.?)\s+s(?:enho)?ra\.?\s+(?:d[ae]\s+)?aparecida",
        _fixed(12, 10),
    ),
    "criancas": (r"dia\s+d[ae]s?\s+criancas?", _fixed(12, 10)),
    "professor": (r"dia\s+d[eo]s?\s+professor(?:es|as?)?\b|dia\s+d[ae]s?\s+professoras?", _fixed(15, 10)),
    "servidor": (r"dia\s+d[eo]\s+(?:servidor|funcionario)\s+publico", _fixed(28, 10)),
    "halloween": (r"hallo?ween|dia\s+das?\s+bruxas", _fixed(31, 10)),
    "todos_os_santos": (r"(?:dia\s+de\s+)?todos\s+os\s+santos", _fixed(1, 11)),
    "finados": (r"(?:(?:dia|feriado)\s+d[eo]s?\s+)?finados|dia\s+dos\s+mortos", _fixed(2, 11)),
    "republica": (r"(?:(?:dia|feriado)\s+d[ae]\s+)?proclamacao\s+da\s+republica|feriado\s+da\s+republica", _fixed(15, 11)),
    "bandeira": (r"dia\s+d[ae]\s+bandeira", _fixed(19, 11)),
    "consciencia": (
        r"(?:(?:dia|feriado)\s+d[ae]\s+)?consciencia\s+negra|"
        r"dia\s+d[eo]\s+zumbi(?:\s+dos\s+palmares)?",
        _fixed(20, 11),
    ),
    "conceicao": (r"(?:dia\s+d[ae]\s+)?imaculada\s+conceicao", _fixed(8, 12)),
}  # fmt: skip
_NAMED: Final = re.compile(
    rf"\b(?:{'|'.join(rf'(?P<{name}>(?:{names}))' for name, (names, _) in _HOLIDAYS.items())})\b"
)
_TELLING: Final = words(
    "novo reveillon reveilon revelion reveion virada silvestre universal cinzas carnaval gorda ramos santa "
    "paixao aleluia santo pascoa pascoela ascensao pentecostes corpus corpo mae maes pai pais black blackfriday "
    "cyber cybermonday gracas thanksgiving natal natalzinho reis epifania paulo valentim valentine valentines "
    "mulher mulheres consumidor consumidores mentira mentiras indio indios indigena indigenas tiradentes terra "
    "descobrimento trabalho trabalhador trabalhadores primeiro namorados namoradas namorado namorada antonio "
    "joao pedro portugal camoes liberdade amigo amiga amigos amigas amizade avos avo estudante estudantes "
    "advogado advogados advogada garcom solteiro solteiros solteira independencia patria veterinario "
    "veterinaria veterinarios cliente clientes animal animais pet pets aparecida crianca criancas professor "
    "professores professora professoras publico halloween haloween bruxas santos finados mortos republica "
    "bandeira negra zumbi conceicao dia's"
)
"""Without one of these words no holiday is named: most messages need no longer look."""


def named_in(text: str, words: Iterable[str]) -> dict[int, tuple[int, str]]:
    """Return the holidays that a normalised text names: where each begins, where it ends, and its key for `holiday_of`."""
    if _TELLING.isdisjoint(words):
        return {}
    return {found.start(): (found.end(), found.lastgroup or "") for found in _NAMED.finditer(text)}


_NATIONAL: Final = (
    "ano_novo", "sexta_santa", "tiradentes", "trabalho", "independencia", "aparecida", "finados", "republica", "consciencia",
    "natal",
)  # fmt: skip


def holiday_of(name: str, year: int) -> date:
    """Return the day of a holiday in a year."""
    return _HOLIDAYS[name][1](year)


def is_business_day(day: date) -> bool:
    """Whether banks and offices work: no weekend, no national holiday (laws 662/1949, 6.802/1980, 14.759/2023; Good Friday)."""
    return day.weekday() < 5 and all(holiday_of(name, day.year) != day for name in _NATIONAL)  # noqa: PLR2004
