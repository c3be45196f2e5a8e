"""How pressing is a message, and within how many days?

Three lists of patterns stand in `data/urgency`: what presses, what says that there is time, and what only looks as if it pressed.
Where both are said, what presses weighs more ("sem pressa, mas preciso ainda hoje"). A need with a day ("preciso pra sexta") is
pressing when that day is today or tomorrow; the day itself is read by `recado.nlu.dates`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from importlib import resources
from typing import Final

from recado.nlu.dates import read_when
from recado.nlu.models import Kind, Urgency, When
from recado.nlu.normal import Normal, normalise

_GAP: Final = r"(?:\w+ ){0,3}"
_NEAR: Final = 1
"""Days within which a need presses: today and tomorrow."""
_FURTHEST: Final = 730
_LOOKED_AT: Final = 1_200
"""Characters that are looked at: what presses is said early."""
_NEED: Final = re.compile(
    r"(?<!nao )(?<!\bn )\b(?:preciso|precisamos|precisava|precisaria|precisando|necessito|necessitamos|prazo"
    r"|(?:tem|tinha|teria) (?:que|q) (?:ser|estar|ficar|chegar)|precisa (?:ser|estar|ficar|chegar)|so (?:serve|pode)"
    r"|(?:e|eh|seria) (?=pra|para|pro)|entrega\w* (?=ate)|quero (?:isso |ele |ela )?(?=pra|para|pro|ate))"
)
_BY: Final = re.compile(
    r"\b(?:(?:pra|para|pro|ate|antes d[aoe]|no maximo|dentro de|em)\b|(?<!de )(?:hoje|agora|amanha)\b"
    r"|(?:essa|esta|nessa|nesta) semana\b)"
)
# With these a day is a plan, not a need: "preciso desmarcar amanhã", "preciso saber se abre hoje".
_PLAN: Final = re.compile(
    r"\b(?:des?marca\w*|cancela\w*|remarca\w*|reagenda\w*|adia\w*|muda\w*|transfer\w+|troca\w*|confirma\w*"
    r"|saber (?:se|o|a|os|as|quanto|qual)|levar|trazer|pagar|ir|passar|buscar|voltar|sair|trabalhar|chegar|acordar"
    r"|jogar|empurrar|atrasar|abr\w+|funciona\w*|tirar)\b"
)
_SIGN: Final = re.compile(r"[.,!?;\n]")
_THREE_WORDS: Final = re.compile(r"(?: [\w/]+){0,3}")
_DENIED: Final = re.compile(r"\b(?:nao|n|naum|nunca|nem) $")
_BACK: Final = 8
_FIRST: Final = 40
"""Characters between the need and its day; further apart they are two thoughts."""
_AT_ONCE: Final = re.compile(r"\b(?:ontem|agora|ja|imediat\w+|jaja)\b")


def read_urgency(text: str, reference: datetime, when: When | None = None) -> Urgency:
    """Tell how pressing `text` is, sent at `reference` (aware, in the organization's zone).

    `words` are what it rests on, as they stand in the text, in their order. `horizon_days` counts from the day of `reference` to
    the day named (0: today); None where no day is named. `when` is the time of the text, where it has been read already.
    """
    normal = normalise(text[:_LOOKED_AT])
    plain = _blank(normal.text, _pattern("nothing"))
    low = [found.span() for found in _pattern("low").finditer(plain)]
    pressing = _without(plain, low)
    high: list[tuple[int, int]] = []
    for found in _pattern("high").finditer(pressing):
        (low if _DENIED.search(pressing, max(0, found.start() - _BACK), found.start()) else high).append(found.span())
    needs = tuple(_needs(normal, pressing))
    if not (high or low or needs):
        return Urgency()
    when = when or read_when(text, reference)
    need = tuple(one.span for one in needs if one.names(when))[:1]
    horizon = _horizon(when, reference)
    if horizon is None and any(_AT_ONCE.search(plain, *span) for span in (*high, *need)):
        horizon = 0
    if high:
        return Urgency("high", _words(normal, (*high, *need)), horizon)
    if horizon is None or not need:
        return Urgency("low", _words(normal, low), horizon) if low else Urgency()
    pressed = not low and horizon <= _NEAR
    return Urgency("high" if pressed else "low", _words(normal, (*low, *need)), horizon)


@dataclass(frozen=True, slots=True)
class _Need:
    """A need and the words of its day: `span` in the normalised text, `day` where the day must stand in the original."""

    span: tuple[int, int]
    day: tuple[int, int]

    def names(self, when: When) -> bool:
        return any(start < self.day[1] and self.day[0] < end for start, end in when.spans)


def _needs(normal: Normal, plain: str) -> Iterator[_Need]:
    """Every need with a word that a day begins with, unless it is only a plan."""
    for need in _NEED.finditer(plain):
        if plain[need.start() : need.start() + 2] == "e " and not normal.had(need.start(), "éÉ"):
            continue
        by = _BY.search(plain, need.end(), need.end() + _FIRST)
        if by is None or _PLAN.search(plain, need.end(), by.start()) or _SIGN.search(plain, need.end(), by.start()):
            continue
        end = _end_of_day(plain, by.end())
        yield _Need((need.start(), end), normal.span(by.start(), end))


def _end_of_day(plain: str, at: int) -> int:
    """Where the words of the day end, at most three words on."""
    found = _THREE_WORDS.match(plain, at)
    return found.end() if found else at


def _horizon(when: When, reference: datetime) -> int | None:
    """Days from the reference to the day by which it is wanted; None for the past and for times without a day."""
    today = reference.date()
    if when.kind is Kind.INSTANT and when.value is not None:
        day = when.value.date()
    elif when.kind is Kind.INTERVAL:
        last = (when.end - timedelta(seconds=1)).date() if when.end else None
        first = when.start.date() if when.start else None
        day_or_none = first if first is not None and first > today else (last or first)
        if day_or_none is None:
            return None
        day = day_or_none
    else:
        return None
    days = (day - today).days
    return days if 0 <= days <= _FURTHEST else None


def _words(normal: Normal, spans: Iterable[tuple[int, int]]) -> tuple[str, ...]:
    """The places as they stand in the original, in order, none twice; of two that overlap the longer."""
    kept: list[tuple[int, int]] = []
    for span in sorted(set(spans), key=lambda one: (one[0], -one[1])):
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    out: dict[str, None] = {}
    for start, end in kept:
        first, last = normal.span(start, end)
        out.setdefault(normal.original[first:last].strip())
    return tuple(word for word in out if word)


def _blank(plain: str, pattern: re.Pattern[str]) -> str:
    return pattern.sub(lambda found: "#" * (found.end() - found.start()), plain)


def _without(plain: str, spans: Iterable[tuple[int, int]]) -> str:
    for start, end in spans:
        plain = f"{plain[:start]}{'#' * (end - start)}{plain[end:]}"
    return plain


@lru_cache(maxsize=3)
def _pattern(name: str) -> re.Pattern[str]:
    """The patterns of one file as one; the places of a text stay what they are."""
    lines = resources.files("recado.nlu").joinpath("data", "urgency", f"{name}.txt").read_text("utf-8").splitlines()
    parts = [
        line.replace("~ ?", _GAP).replace("~", _GAP).replace(" ", r"\s") for line in lines if line and line[0] != "#"
    ]
    return re.compile(rf"\b(?:{'|'.join(parts)})\b")
