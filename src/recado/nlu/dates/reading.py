"""What does a message say about when?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from recado.nlu.dates import traps
from recado.nlu.dates.choosing import candidates, main_of
from recado.nlu.dates.composing import composed
from recado.nlu.dates.grammar import basics, clocks, dates, lengths, months, parts, recurring, weeks, years
from recado.nlu.dates.halves import Opening
from recado.nlu.dates.items import Item, Scene, reduced
from recado.nlu.dates.lexicon import CAR_WORDS
from recado.nlu.dates.lexing import items_of
from recado.nlu.dates.resolving import Resolver, read_length
from recado.nlu.dates.tags import TAG, tags
from recado.nlu.dates.values import Side, Time
from recado.nlu.models import NO_TIME, SAO_PAULO, Context, Grain, Kind, When
from recado.nlu.normal import Normal, normalise

_LAYERS: Final = (
    recurring.TIMES,
    traps.RULES,
    recurring.RULES,
    lengths.COUNTED,
    dates.RULES,
    months.RULES,
    years.RULES,
    weeks.RULES,
    dates.BESIDE,
    basics.RULES,
    dates.LISTS,
    dates.LISTS,
    dates.LISTS,
    lengths.RELATIVE,
    lengths.CUED,
    clocks.SURE,
    clocks.BARE,
    clocks.RANGES,
    lengths.AFTER_CLOCKS,
    lengths.WEAK,
    clocks.RANGES,
    basics.HOURS,
    clocks.LOOSE,
    dates.ANSWERS,
    lengths.REST,
    parts.RULES,
)
"""What is made of the words, step by step; each step sees what the ones before it made."""
_LONGEST: Final = 2_000
"""Characters that are searched for times; nobody says when in the middle of a novel."""
_PARTING: Final = re.compile(r"\bbo[am]\s+(?:noite|fds|fim|final|semana|descanso|feriado)\b")
_FAREWELL: Final = 8
"""Words; whoever writes more says more than goodbye."""


def read_when(text: str, context: Context | datetime, opening: Opening | None = None) -> When:
    """Read the time that a message names, as people in Brazil mean it: the main one, where it names several.

    `context` is what is known, or just the moment it was sent, in the organization's time zone; `opening` are the hours between
    which an hour without its half of the day falls. Nothing is raised; a message without a time gives `NO_TIME`.
    """
    return _read(text, _context(context, opening))[0]


def read_both(text: str, context: Context) -> tuple[When, tuple[When, ...]]:
    """Read a message once: its main time, as `read_when` gives it, and all of them, as `read_times` does."""
    return _read(text, context)


def read_times(text: str, context: Context) -> tuple[When, ...]:
    """Read every time that a message names, from left to right; none of those it refuses ("quinta não")."""
    return _read(text, context)[1]


def _context(context: Context | datetime, opening: Opening | None) -> Context:
    if isinstance(context, Context):
        return context
    hours = opening or Opening()
    zone = context.tzinfo if isinstance(context.tzinfo, ZoneInfo) else SAO_PAULO
    return Context(reference=context, zone=zone, opens=hours.first, closes=hours.last)


def _read(text: str, context: Context) -> tuple[When, tuple[When, ...]]:
    """Return the main time and all of them."""
    try:
        return _read_all(text, context)
    except OverflowError:
        # Seen from the last day of the calendar, tomorrow is no time.
        return NO_TIME, ()


def _read_all(text: str, context: Context) -> tuple[When, tuple[When, ...]]:
    normal = normalise(text[:_LONGEST])
    now = context.reference.astimezone(context.zone)
    items = items_of(normal, traps.masked(normal.text))
    opening = Opening(context.opens, context.closes)
    of_cars = context.vertical.startswith(("car", "auto", "veic")) or any(item.word in CAR_WORDS for item in items)
    scene = Scene(now, opening, context.asked, of_cars)
    for step in _LAYERS:
        items = reduced(items, step, scene)
    items = composed(items, scene)
    found = candidates(items)
    resolver = Resolver(now, opening)
    if not found or _is_farewell(normal.text, items, found[0].time):
        rest = _without_day(items, resolver)
        rest = _placed(rest, rest.spans, normal)
        return rest, (() if rest.kind is Kind.NONE else (rest,))
    main = main_of(found, now.date())
    wanted = [one.time for one in found if not (one.refused or one.left)]
    times = tuple(_placed(resolver.when(time), time.places, normal) for time in wanted or [main])
    return _placed(resolver.when(main), main.places, normal), times


def _placed(when: When, places: Sequence[tuple[int, int]], normal: Normal) -> When:
    return replace(when, spans=tuple(normal.span(*place) for place in places))


def _without_day(items: Sequence[Item], resolver: Resolver) -> When:
    """A length, or "now", where no time is named."""
    for item in items:
        if item.tag == TAG["L"]:
            return replace(read_length(item.value), spans=((item.start, item.end),))
    for item in items:
        if item.tag == TAG["AGORA"] and _is_now(items):
            now = resolver.now.replace(second=0, microsecond=0)
            return When(Kind.INSTANT, value=now, grain=Grain.MINUTE, spans=((item.start, item.end),))
    return NO_TIME


def _is_now(items: Sequence[Item]) -> bool:
    """Whether "agora" asks for this moment, and is not just a turn of speech ("agora entendi", "tudo certo agora")."""
    at = next(index for index, item in enumerate(items) if item.tag == TAG["AGORA"])
    if not items[at].word.startswith("agora") or len(items) == 1:
        return True
    ends = at == len(items) - 1 or items[at + 1].tag in tags("STOP", "COMMA", "OU") or items[at + 1].word == "mesmo"
    denied = items[at].past or TAG["NAO"] in {item.tag for item in items[:at]}
    return ends and not denied and at > 0 and items[at - 1].tag in tags("VN", "SER", "MOVE", "OU")


def _is_farewell(text: str, items: Sequence[Item], time: Time) -> bool:
    """ "tchau, até amanhã!" names no time that anything is to happen at."""
    if time.side is not Side.UNTIL or time.of_day or len(items) > _FAREWELL:
        return False
    kinds = {item.tag for item in items}
    wished = TAG["BYE"] in kinds or _PARTING.search(text) is not None
    return wished and "?" not in text and kinds <= tags("BYE", "T", "COMMA", "STOP", "X", "E")
