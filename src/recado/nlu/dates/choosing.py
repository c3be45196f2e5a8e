"""Which of the times that a sentence names are meant, and which of them first?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from typing import Final

from recado.nlu.dates.composing import merged
from recado.nlu.dates.items import Item
from recado.nlu.dates.lexicon import words
from recado.nlu.dates.tags import TAG, pattern, tags
from recado.nlu.dates.values import Named, Side, Time

_NOT_AFTER: Final = pattern("COMMA? (?:X|O|A)? NAO (?!X? E |TEM CNT|X OU)")
_HARDLY: Final = pattern("COMMA? (?:VN|VP|E|X)? (?:DEMAIS|X|MAIS)? BUSY")
_NOT_BEFORE: Final = pattern(
    "(?:NAO (?:VN|X|QUE|ABOUT|E|MAIS|CNT|SER|LA|AGORA|PRA|DE){1,5} "
    "(?:EM|PRA|DE|A|O|AS|AO|NESSE|ESSE|DIA|ATE)?|(?:EXCETO|MENOS|SEMP SER) (?:EM|A|O|DE|AS|AO|ESSE)?) $"
)
_KNOWS_NOT: Final = words(
    "abre abrem aguento demora e eh esqueca esquece esquecer posso_esperar problema sei seria so tem vejo"
)
_WANTS: Final = frozenset({"queria", "quero", "preciso", "precisava", "prefiro", "preferia", "gostaria", "teria"})
_SHORT: Final = 5
_INSTEAD: Final = frozenset({"vez", "inves", "lugar"})
_LINKS: Final = tags("OU", "E", "COMMA", "SLASH", "EM", "A", "O", "AS", "DE", "NESSE", "ESSE", "DAS", "DIA")
_INTO: Final = pattern("(?:COMMA|X|LA|AGORA)? (?:PRA|POR|PELA DE) (?:A|O|AS|AO|DIA|ESSE|NESSE|DE)? $")
_CORRECTED: Final = words("alias corrigindo desculpa digo dizer errei melhor opa ops perdao verdade")
_BOOKS: Final = words(
    "adia adiar agenda agendar antecipar marca marcar muda mudar passa passar reagendar remarca remarcar "
    "reservar transfere transferir troca trocar"
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A time that a sentence names, at its place among the items; `refused` is one that somebody says no to, `left` one that
    something is moved away from, `targeted` one that it is moved to."""

    time: Time
    first: int
    last: int
    refused: bool = False
    left: bool = False
    targeted: bool = False


def candidates(items: Sequence[Item]) -> list[Candidate]:
    """Return the times of a sentence from left to right, hours joined to the days they go with."""
    line = "".join(item.tag for item in items)
    found = [_candidate(items, line, at) for at, item in enumerate(items) if item.tag == TAG["T"]]
    found = _with_moves(found, items, line)
    return _shared(_joined(found, items), items)


def main_of(found: Sequence[Candidate], today: date) -> Time:
    """Return the time that is meant: what something is moved to, the last of a correction, else the first that is not refused;
    single days before whole weeks, what is to come before what is over, a day with its hour before a day alone."""
    wanted = (
        [one for one in found if not one.refused and not one.left]
        or [one for one in found if not one.left]
        or list(found)
    )
    targets = [one for one in wanted if one.targeted]
    if targets:
        return targets[0].time
    dated = [one for one in wanted if _single(one.time) or one.time.of_day or one.time.fixed or one.time.moment]
    ranked = dated or wanted
    coming = [one for one in ranked if not _is_over(one.time, today)] or ranked
    complete = [one for one in coming if one.time.days is not None and (one.time.clock or one.time.hours)]
    return (complete or coming)[0].time


def _single(time: Time) -> bool:
    return time.days is not None and time.days.single


def _is_over(time: Time, today: date) -> bool:
    if time.moment is not None and time.past:
        return True
    return time.days is not None and time.days.end <= today


def _candidate(items: Sequence[Item], line: str, at: int) -> Candidate:
    time: Time = items[at].value
    if _denied_after(items, line, at):
        return Candidate(time, at, at, refused=True)
    if not _denied_before(items, line, at):
        return Candidate(time, at, at)
    if time.side is None:
        return Candidate(time, at, at, refused=True)
    if time.side is Side.SINCE:
        return Candidate(time, at, at)
    # Who cannot before six can from six: the other side of a limit that is refused is what a bot had better ask for.
    return Candidate(replace(time, denied=True), at, at)


def _denied_after(items: Sequence[Item], line: str, at: int) -> bool:
    """ "quinta não", "sexta tá complicado"."""
    after = _NOT_AFTER.match(line, at + 1)
    if after:
        return after.end() >= len(items) or items[after.end()].word not in _KNOWS_NOT
    return _HARDLY.match(line, at + 1) is not None


def _denied_before(items: Sequence[Item], line: str, at: int) -> bool:
    """ "não posso na quinta", "menos sexta", "em vez de amanhã"."""
    start = max(0, at - 8)
    before = _NOT_BEFORE.search(line[start:at])
    if not before:
        return _instead(items, at)
    first = start + before.start()
    # "Se não der quinta, pode ser sexta": Thursday is still asked for first.
    if first and items[first - 1].word in {"se", "caso"}:
        return False
    return _KNOWS_NOT.isdisjoint(item.word for item in items[first:at])


def _instead(items: Sequence[Item], at: int) -> bool:
    """ "em vez de quinta", "ao invés de amanhã", "no lugar da sexta"."""
    words = [item.word for item in items[max(0, at - 3) : at]]
    return not _INSTEAD.isdisjoint(words) and any(word in {"de", "da", "do", "das"} for word in words)


def _with_moves(found: list[Candidate], items: Sequence[Item], line: str) -> list[Candidate]:
    """Mark what is left for something else ("de quinta pra sexta"), and what is corrected ("quinta, digo, sexta")."""
    out = list(found)
    moving = any(item.tag == TAG["MOVE"] for item in items)
    for at, (one, other) in enumerate(pairwise(found)):
        between = items[one.last + 1 : other.first]
        led = _INTO.search(line[one.last + 1 : other.first]) is not None
        left_of = items[max(0, one.first - 2) : one.first]
        from_it = any(item.tag in tags("DE", "DAS", "MOVE") for item in left_of) or bool(
            one.time.part and other.time.part
        )
        if led and (from_it or moving) and _movable(one.time, other.time):
            out[at] = replace(out[at], left=True)
            out[at + 1] = replace(_inherited(one, other), targeted=True)
        elif _corrects(between) or _belongs_there(left_of, between):
            out[at] = replace(out[at], left=True)
    return _with_aims(out, items) if moving or any(item.word in _BOOKS for item in items) else out


def _corrects(between: Sequence[Item]) -> bool:
    """ "quinta, digo, sexta", "às 9, mas queria às 11"."""
    said = [item.word for item in between]
    if len(said) <= _SHORT and any(word in _CORRECTED for word in said):
        return True
    return "mas" in said and not _WANTS.isdisjoint(said[said.index("mas") :])


def _belongs_there(before: Sequence[Item], between: Sequence[Item]) -> bool:
    """ "a visita de sábado pode ser domingo?", "era 19h, coloca 20h30": the first is where it stands now."""
    if any(item.word == "era" for item in before):
        return True
    owned = any(item.tag in tags("DE", "DAS") for item in before)
    return owned and len(between) <= _SHORT and any(item.tag in tags("SER") for item in between)


def _movable(one: Time, other: Time) -> bool:
    return (one.days is None) == (other.days is None) or one.days is not None or (one.of_day and other.of_day)


def _inherited(one: Candidate, other: Candidate) -> Candidate:
    """An hour that something is moved to stays on the day it is moved from."""
    if other.time.days is None and other.time.of_day and one.time.days is not None and not one.time.fixed:
        return replace(
            other, time=replace(other.time, days=one.time.days, places=(*one.time.places, *other.time.places))
        )
    return other


def _with_aims(found: list[Candidate], items: Sequence[Item]) -> list[Candidate]:
    """Mark the time that "marcar pra" or "passar pra" aims at, where another stands without aim before it."""
    if any(one.targeted for one in found) or len(found) < 2:  # noqa: PLR2004
        return found
    aimed = [at for at, one in enumerate(found) if _aimed(items, one.first)]
    if not aimed or aimed[0] == 0:
        return found
    return [
        replace(one, targeted=True) if at == aimed[0] and not one.refused and _single(one.time) else one
        for at, one in enumerate(found)
    ]


def _aimed(items: Sequence[Item], at: int) -> bool:
    before = items[max(0, at - 4) : at]
    pra = [index for index, item in enumerate(before) if item.tag == TAG["PRA"]]
    return bool(pra) and any(item.word in _BOOKS for item in items[max(0, at - 7) : at])


def _joined(found: list[Candidate], items: Sequence[Item]) -> list[Candidate]:
    """Join a day and an hour that stand apart in the sentence; an hour after a time that has one is another on the same day."""
    out: list[Candidate] = []
    for one in found:
        last = out[-1] if out else None
        if last is None or last.left or last.refused != one.refused:
            out.append(one)
            continue
        both = None if _far_part(last, one) else _together(last.time, one.time)
        if both is not None and not _wide_with_hour(last.time, one.time):
            out[-1] = Candidate(both, last.first, one.last, last.refused, last.left, last.targeted or one.targeted)
        elif (
            one.time.days is None
            and one.time.of_day
            and last.time.of_day
            and last.time.days is not None
            and not one.time.fixed
        ):
            out.append(
                replace(
                    one, time=replace(one.time, days=last.time.days, places=(*last.time.places[:1], *one.time.places))
                )
            )
        else:
            out.append(one)
    return out


def _together(first: Time, second: Time) -> Time | None:
    """One time where one names the day and the other only the hour; two days stay two, unless they agree."""
    if first.days is not None and second.days is not None and not _agree(first, second):
        return None
    return merged(first, second)


def _far_part(first: Candidate, second: Candidate) -> bool:
    """Whether a part of the day stands too far from an hour to tell its half."""
    if (second.time.part is None) == (first.time.part is None):
        return False
    return (first.time.clock or second.time.clock) is not None and second.first - first.last > _SHORT


def _agree(first: Time, second: Time) -> bool:
    days, others = first.days, second.days
    if days is None or others is None:
        return True
    if days.single and others.single and (days.first == others.first or Named.NEAR in {days.named, others.named}):
        return True
    return (
        {days.named, others.named} <= {Named.WEEKDAY, Named.DAY, Named.DATE}
        and days.first.weekday() == others.first.weekday()
        and ((days.weekday is None) != (others.weekday is None))
    )


def _wide_with_hour(first: Time, second: Time) -> bool:
    wide = first if first.days is not None else second
    return wide.days is not None and not wide.days.single and (first.of_day or second.of_day)


def _shared(found: list[Candidate], items: Sequence[Item]) -> list[Candidate]:
    """Give the hour at the end of "quinta ou sexta às 10" to both days."""
    out = list(found)
    for at in range(len(out) - 2, -1, -1):
        one, other = out[at], out[at + 1]
        between = items[one.last + 1 : other.first]
        if not between or any(item.tag not in _LINKS for item in between) or len(between) > 4:  # noqa: PLR2004
            continue
        if one.refused or one.left or one.time.fixed or not other.time.of_day or other.time.days is None:
            continue
        if one.time.days is None and one.time.of_day:
            out[at] = replace(one, time=replace(one.time, days=other.time.days))
            continue
        if not _single(one.time) or one.time.of_day:
            continue
        time = other.time
        hour = Time(clock=time.clock, hours=time.hours, part=time.part, side=time.side, places=time.places[1:])
        both = merged(one.time, hour)
        if both is not None and not one.time.fixed:
            out[at] = replace(one, time=both)
    return out
