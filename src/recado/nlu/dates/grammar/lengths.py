"""How long, and how far from now or from a day?"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Final

from recado.nlu.dates.calendar import add_months
from recado.nlu.dates.holidays import is_business_day
from recado.nlu.dates.items import Found, Item, Scene, layer, rule
from recado.nlu.dates.lexicon import words
from recado.nlu.dates.tags import NAME, tags
from recado.nlu.dates.values import ONE_DAY, Clock, Days, Length, Named, Stretch, one_day
from recado.nlu.models import Grain

_SECONDS: Final = {"SEC": 1, "MINU": 60, "HORA": 3_600, "DIA": 86_400, "SEM": 7 * 86_400, "QUINZ": 15 * 86_400}
_MONTHS: Final = {"MES": 1, "BIM": 2, "TRI": 3, "SEMES": 6, "ANO": 12, "DECA": 120}
PIECE: Final = "(?:COUNT UNIT UTIL?|(?:CLKH|CLK)|MEIO (?:ANO|MES|SEMES|SEM|SEC|MINU)|UM? MEIA HORA)"
LENGTH: Final = (
    f"(?:N12 QUARTO DE HORA|(?:UM)? QUARTO DE HORA|(?:UNIT E HALF)|"
    f"(?:{PIECE} (?:(?:COMMA? E|COMMA)? {PIECE}){{0,4}} (?:E (?:HALF|MINN) (?!UNIT|CLKH|HORA|SLASH|MES|CNT|OF MONTH))?))"
)
"""Any length of time; `length_of` reads it."""
_ABOUT: Final = "(?:UNS|ABOUT|ABOUT DE|MAIS OU MENOS|MAIS|X DE|PERTO DE|MAIS UNS)?"


def length_of(items: Sequence[Item]) -> Length:
    """Return the length that the items of a `LENGTH` say."""
    found, at = Length(), 0
    while at < len(items):
        kind = NAME[items[at].tag]
        if kind in {"E", "COMMA", "DE", "UTIL"}:
            at += 1
            continue
        piece, at = _piece(items, at)
        found = found.plus(piece)
    return found


def _piece(items: Sequence[Item], at: int) -> tuple[Length, int]:
    """Return the length that begins at `at`, and where it ends."""
    kind, value = NAME[items[at].tag], items[at].value
    following = NAME[items[at + 1].tag] if at + 1 < len(items) else ""
    if kind == "UM" and following == "MEIA":
        return Length(0, 1_800, Grain.MINUTE), at + 3
    if kind in {"CLK", "CLKH"}:
        hours, minutes, seconds = value if kind == "CLK" else (value, 0, 0)
        return Length(0, hours * 3_600 + minutes * 60 + seconds, Grain.MINUTE), at + 1
    if "QUARTO" in {kind, following}:
        return Length(0, 900 * int(value or 1), Grain.MINUTE), at + (3 if kind == "QUARTO" else 4)
    if kind in _SECONDS or kind in _MONTHS:
        return _times(1, kind), at + 1
    count = 0.5 if kind in {"MEIO", "MEIA"} else float(value)
    if following in _SECONDS or following in _MONTHS:
        plain = _times(count, following)
        business = at + 2 < len(items) and items[at + 2].tag in tags("UTIL")
        return Length(plain.months, plain.seconds, plain.finest, business), at + 2
    # "duas horas e meia", "2 horas e 15": a half of what was said before, or minutes.
    return (_times(count, _unit_before(items, at)) if count < 1 else _times(count, "MINU")), at + 1


def _unit_before(items: Sequence[Item], at: int) -> str:
    for item in reversed(items[:at]):
        kind = NAME[item.tag]
        if kind in _SECONDS or kind in _MONTHS:
            return kind
        if kind in {"CLK", "CLKH"}:
            return "HORA"
    return "HORA"


def _times(count: float, unit: str) -> Length:
    if unit in _SECONDS:
        return Length(0, count * _SECONDS[unit], Grain.MINUTE if unit in {"SEC", "MINU", "HORA"} else Grain.DAY)
    months = count * _MONTHS[unit]
    whole = int(months)
    return Length(whole, round((months - whole) * 30 * 86_400), Grain.DAY)


def from_now(now: datetime, length: Length, sign: int) -> datetime | Days:
    """Return what lies so far from now: a moment where minutes or hours were named, else a day."""
    if length.finest is Grain.MINUTE:
        day = add_months(now.date(), sign * length.months)
        moment = datetime.combine(day, now.time(), now.tzinfo) + sign * timedelta(seconds=length.seconds)
        return moment.replace(microsecond=0) if length.seconds % 60 else moment.replace(second=0, microsecond=0)
    return one_day(from_day(now.date(), length, sign))


def from_day(day: date, length: Length, sign: int) -> date:
    """Return the day that lies so far from another."""
    if length.business:
        left = length.days
        while left > 0:
            day += sign * ONE_DAY
            left -= is_business_day(day)
        return day
    return add_months(day, sign * length.months) + sign * timedelta(days=length.days)


def _ahead(found: Found, scene: Scene) -> datetime | Days | None:
    if _is_quantity(found):
        return None
    return from_now(scene.now, length_of(found.part("length")), 1)


_NO_PLAN: Final = words(
    "financiar financia financio parcelar parcela parcelo dividir divide prestacoes carne uso garantia idade vida"
)


def _is_quantity(found: Found) -> bool:
    """Whether it is what a debt is paid in or a thing's age: "financio em 48 meses", "em 3 anos de uso"."""
    after = [item.word for item in found.after(2)]
    if found.has("in") and (_NO_PLAN & set(after)):
        return True
    told = any(item.word in _NO_PLAN or item.word.startswith(("financi", "parcel")) for item in found.before(6))
    return found.has("in") and told and bool(length_of(found.part("length")).months)


def _from_today(found: Found, scene: Scene) -> datetime | Days | None:
    """ "de hoje a oito dias"."""
    return _ahead(found, scene) if found.value("from") == one_day(scene.now.date(), named=Named.NEAR) else None


def _ago(found: Found, scene: Scene) -> datetime | Days | Stretch | None:
    """ "há 2 horas", "faz três semanas", "dois meses atrás"; "há 3 dias que não come" is a length."""
    if _is_length_since(found):
        return None
    length = length_of(found.part("length"))
    moment = from_now(scene.now, length, -1)
    if not found.has("more"):
        return moment
    edge = (
        moment
        if isinstance(moment, datetime)
        else datetime.combine(moment.first, datetime.min.time(), scene.now.tzinfo)
    )
    grain = length.finest
    return Stretch(None, edge, grain) if found.word("more") == "mais" else Stretch(edge, None, grain)


def _is_length_since(found: Found) -> bool:
    if found.has("atras"):
        return False
    after = found.after(3)
    words = [item.word for item in after] or [""]
    if words[0] in {"sem", "esperando", "aguardando", "parado", "parada", "tentando", "seguidos", "seguidas"}:
        return True
    if words[0] in {"que", "q"}:
        return not any(item.tag in tags("VP") for item in after)
    return found.word("tem") == "tem" and not any(item.past for item in found.before(1))


def _around(found: Found, scene: Scene) -> datetime | Days | None:
    """ "dois dias antes do natal", "uma hora depois das 3"."""
    sign = -1 if found.has("before") else 1
    length, anchor = length_of(found.part("length")), found.value("anchor")
    if not isinstance(anchor, Days) or not anchor.single or length.finest is Grain.MINUTE:
        return None
    return one_day(from_day(anchor.first, length, sign))


def _shifted(found: Found, _: Scene) -> Clock | None:
    """ "meia hora antes das 8": the hour itself, minutes moved."""
    clock = found.value("anchor")
    minutes = int(length_of(found.part("length")).seconds // 60) * (-1 if found.has("before") else 1)
    return Clock(clock.hour, clock.minute + minutes, 0, True, clock.part, clock.fixed)


def _last_ones(found: Found, scene: Scene) -> Stretch | None:
    """ "nos últimos 3 dias", "os 2 meses anteriores": up to today, or up to now for hours and minutes."""
    length = length_of(found.part("length")) if found.has("length") else length_of((*found.part("n"), *found.part("u")))
    now = scene.now.replace(second=0, microsecond=0)
    if length.finest is Grain.MINUTE:
        return Stretch(now - timedelta(seconds=length.seconds), now, Grain.MINUTE)
    today = now.date()
    start = from_day(today, length, -1)
    return Stretch(_midnight(start, now), _midnight(today, now), Grain.DAY)


def _next_ones(found: Found, scene: Scene) -> Stretch | None:
    """ "nos próximos 5 anos", "as 3 semanas seguintes": from tomorrow, or from now for hours and minutes."""
    length = length_of(found.part("length")) if found.has("length") else length_of((*found.part("n"), *found.part("u")))
    now = scene.now.replace(second=0, microsecond=0)
    if length.finest is Grain.MINUTE:
        return Stretch(now, now + timedelta(seconds=length.seconds), Grain.MINUTE)
    start = now.date() + ONE_DAY
    return Stretch(_midnight(start, now), _midnight(from_day(start, length, 1), now), Grain.DAY)


def _midnight(day: date, now: datetime) -> datetime:
    return datetime.combine(day, datetime.min.time(), now.tzinfo)


_LENGTH_CUES: Final = words(
    "dura durar duram durou durando duracao demora demorar demoram demorou demorando demore leva levar levam "
    "levou levando por durante "
    "esperar espera esperei esperando esperou gasta gastar gastei gastou apenas cada passei ficar fiquei ficou "
    "precisa preciso tem sao "
    "maximo minimo total faltam falta faltando aproximadamente cerca restam sobram completa completou uns "
    "tempo prazo dormi dormiu durmo "
    "dormir dorme dormem dormindo trabalho trabalha trabalhei fazendo fica fico jejum"
)
"""Words before a length."""
_DURING: Final = words("dura durar duram durou demora demorar demoram demorou leva levam duracao")
_LENGTH_TAILS: Final = words(
    "antes depois seguidas seguidos direto diretas consecutivas consecutivos extras diarias semanais mensais "
    "corridas corridos inteiras "
    "inteiros faltando restantes"
)
"""Words after one."""
_MAY_LAST: Final = words("tem sao fica fico ficar precisa preciso completa")
"""Of these, before an hour that may be one of the clock: "tem 9h?"."""
_LASTING: Final = words(
    "duracao espera viagem caminhada aula aulas curso reuniao atraso voo estrada atendimento antecedencia "
    "garantia trabalho sono festa contrato "
    "carencia ferias licenca experiencia intervalo prazo jejum plantao turno jornada repouso descanso filme "
    "sessao pacote tratamento cirurgia "
    "procedimento treino estadia ensaio evento autonomia bateria plano treinamento palestra passeio hospedagem "
    "aluguel locacao tolerancia "
    "internacao observacao folga academia estudo exercicio musica video audio live"
)
"""What lasts: "jejum de 12 horas", "12 horas de jejum"."""
_NEVER_LASTS: Final = words(
    "horario vaga consulta a o esse essa este esta preferencia partir volta hora agenda onibus aviao marcado"
)


def _cued(found: Found, _: Scene) -> Length | None:
    """A length for certain: "demora 2h", "1h30 de duração", "mais de 24 horas", "reunião de 2 horas"."""
    after = [item.word for item in found.after(3)]
    words = [item.word for item in found.before(4)]
    last = words[-1] if words else ""
    if last in {"umas", "quase", "so"}:
        return (
            length_of(found.whole)
            if _small(found) and not (last == "umas" and found.among("D", "P", "MANHA", "TARDE", "NOITE"))
            else None
        )
    if found.after(1) and found.after(1)[0].tag in tags("PRA") and found.whole[-1].tag in tags("MINU"):
        # "Faltam 5 minutos para as 10" counts down to an hour.
        return None
    certain = (
        _has_length_tail(found, after)
        or (last in _LENGTH_CUES and (last not in _MAY_LAST or _small(found)))
        or (last == "de" and len(words) > 1 and _lasts(found, words[-2], found.before(2)[0]))
        or (not _DURING.isdisjoint(words) and _small(found))
    )
    return length_of(found.whole) if certain else None


def _has_length_tail(found: Found, after: Sequence[str]) -> bool:
    """ "1h30 de duração", "12 horas de jejum", "8 horas por dia", "2 horas antes"."""
    first, second = (*after, "", "")[:2]
    if first == "de":
        hours = any(item.tag in tags("HORA", "MINU") for item in found.whole)
        return second in _LASTING or (hours and found.after(2)[-1].tag in tags("X") and second not in _NEVER_LASTS)
    if first == "por" and len(found.after(2)) > 1:
        return found.after(2)[1].tag in tags("DIA", "SEM", "MES")
    if first in {"antes", "depois"} and second in {"de", "do", "da", "das", "que"}:
        return found.after(3)[-1].tag in tags("X", "ORDN")
    return first in _LENGTH_TAILS


def _lasts(found: Found, noun: str, item: Item) -> bool:
    """ "mais de 2h", "jejum de 12 horas", "banho de 1h": not "o horário de 10h" or "a consulta de 14h"."""
    if noun in {"mais", "menos", "cerca", "perto", "torno"} or noun in _LASTING:
        return True
    return item.tag in tags("X", "CNT", "ORDN") and noun not in _NEVER_LASTS and _small(found)


def _small(found: Found) -> bool:
    """Whether its first figure is too small for an hour that people would not say the half of, or is one of many units."""
    first = found.whole[0]
    if first.tag in tags("CLKH"):
        return bool(first.value < 7 or first.value > 24)  # noqa: PLR2004
    return first.tag not in tags("CLK") or first.value[0] < 4  # noqa: PLR2004


def _uncued(found: Found, _: Scene) -> Length | None:
    return length_of(found.whole)


def _compact(found: Found, _: Scene) -> Clock | None:
    """ "9h": an hour of the clock."""
    hour = int(found.value("h"))
    return Clock(hour) if hour < 24 else None  # noqa: PLR2004


def _counted_hours(found: Found, scene: Scene) -> Clock | None:
    """ "10 horas": an hour of the clock, where the figure is large enough or the sentence speaks of a day."""
    hour = int(found.value("h"))
    dayed = found.among("D", "P", "MANHA", "TARDE", "NOITE", "MADRU", "R") or scene.asked in {"time", "hour", "horario"}
    if found.after(1) and found.after(1)[0].tag in tags("MAIS"):
        return None
    if hour == 24 or not (hour >= 7 or dayed):  # noqa: PLR2004
        return None
    half = found.has("m") and found.part("m")[0].tag in tags("MEIA")
    return Clock(hour, 30 if half else int(found.value("m", 0)), 0, found.has("m"))


def _whole_unit(found: Found, _: Scene) -> Length | None:
    """ "o dia todo", "toda a semana", "o mês inteiro": as long as the unit is."""
    whole = {"todo", "toda", "inteiro", "inteira", "inteirinho", "tdo", "td"}
    if found.word("u") not in {"dia", "semana", "mes", "ano"} or whole.isdisjoint(item.word for item in found.whole):
        return None
    return length_of(found.part("u"))


COUNTED: Final = layer(
    "UNIT",
    rule("(?:EM|DURANTE|NESSE|DENTRO DE)? (?:O|AS|ESSE)? (?:ULT|PASS) (?P<n>COUNT) (?P<u>UNIT)", _last_ones),
    rule("(?:EM|DURANTE|O|AS|ESSE)* (?P<n>COUNT) (?:ULT|PASS|ANTERIOR) (?P<u>UNIT)", _last_ones),
    rule("(?:EM|DURANTE|O|AS|ESSE)* (?P<n>COUNT) (?P<u>UNIT) (?:PASS|ANTERIOR)", _last_ones),
    rule("(?:EM|DURANTE|NESSE|DENTRO DE)? (?:O|AS|ESSE)? (?:PROX|SEG) (?P<n>COUNT) (?P<u>UNIT)", _next_ones),
    rule("(?:EM|DURANTE|O|AS|ESSE)* (?P<n>COUNT) PROX (?P<u>UNIT)", _next_ones),
    rule("(?:EM|DURANTE|O|AS|ESSE)* (?P<n>COUNT) (?P<u>UNIT) (?:PROX|QUE VEM|SEG)", _next_ones),
)
"""Units counted up to now or from now; before "próximo ano" is read in them."""
RELATIVE: Final = layer(
    "UNIT CLKH CLK QUARTO",
    rule(f"DE (?P<from>D) A (?P<length>{LENGTH})", _from_today),
    rule(f"DAQUI (?:A|HA|AO|EM|PRA|AS)? {_ABOUT} (?P<length>{LENGTH})", _ahead),
    rule(f"(?:SINCE) (?:X|ABOUT)? (?P<more>MAIS|MENOS) DE (?P<length>{LENGTH}) (?P<atras>ATRAS)?", _ago),
    rule(f"(?:HA|FAZ|(?P<tem>TEM)) (?:X)? {_ABOUT} (?P<length>{LENGTH}) (?P<atras>ATRAS)?", _ago),
    rule(f"(?:A)? {_ABOUT} (?P<length>{LENGTH}) (?P<atras>ATRAS)", _ago),
    rule(f"{_ABOUT} (?P<length>{LENGTH}) A PARTIR DE (?:REL|AGORA|D)", _ahead),
    rule(f"{_ABOUT} (?P<length>{LENGTH}) PRA DIANTE", _ahead),
    rule(
        f"{_ABOUT} (?P<length>{LENGTH}) (?:(?P<before>ANTES)|(?:DEPOIS|APOS)) (?:DE|DAS|A|O)? (?:O|A)? (?P<anchor>D)",
        _around,
    ),
    rule(f"(?P<in>EM|DENTRO DE) (?:ATE|X DE|MENOS DE|MAIS DE)? {_ABOUT} (?P<length>{LENGTH})", _ahead),
)
"""Lengths that are counted from now or from a day."""
CUED: Final = layer(
    "UNIT CLKH CLK QUARTO",
    rule("TODO (?:O|A) (?P<u>DIA|SEM|MES|ANO)", _whole_unit),
    rule("(?:O|A)? (?P<u>DIA|SEM|MES|ANO) (?P<all>TODO|X)", _whole_unit),
    rule(LENGTH, _cued),
)
"""Lengths that the words around them make certain."""
WEAK: Final = layer(
    "CLKH HORA",
    rule("(?P<h>CLKH)", _compact),
    rule("(?P<h>HOURN) HORA (?:E (?P<m>MINN|MEIA) (?:MINU)? (?!UNIT|HORA|CLKH))? (?!E UNIT)", _counted_hours),
)
"""Figures with "h" or "horas": of the clock or a length, as the sentence goes."""
REST: Final = layer(
    "UNIT CLKH CLK QUARTO",
    rule(LENGTH, _uncued),
)
"""Whatever length is left."""
AFTER_CLOCKS: Final = layer(
    "C",
    rule(f"(?P<length>{LENGTH}) (?:(?P<before>ANTES)|DEPOIS) (?:DE|DAS) (?P<anchor>C)", _shifted),
)
