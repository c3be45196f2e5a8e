"""Which of the offered choices did the person mean: by tap, title, number, place in the list, or nearly so?"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from recado.flows.engine.answers.vocabulary import (
    AROUND_PLACE,
    FILLERS,
    NEGATIONS,
    NO,
    NO_PHRASES,
    NO_SIGNS,
    PLACES,
    YES,
    YES_PHRASES,
    YES_SIGNS,
)
from recado.flows.engine.folding import fold, words

_PREFIX = 4
"""Letters from which on a beginning stands for the word: "agend" for "agendar"."""
_TWO_SLIPS = 8
"""Letters from which on two slips are forgiven, one below; below four none: "gato" is one letter from "pato"."""
_MOST_WORDS = 12
"""Telling words that are compared with the titles; who writes more is not choosing."""
_LONGEST_WORD = 20
_LONGEST_YES = 6
"""Words; a longer message that begins with "sim" may go on to say something else."""


@dataclass(frozen=True, slots=True)
class Choosable:
    """A choice that can be meant. `also` are other words for it, as the author wrote them."""

    id: str
    title: str
    also: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Its title and the other words."""
        return (self.title, *self.also)


def pick(text: str, choice_id: str, choices: Sequence[Choosable]) -> Choosable | None:
    """The choice meant; None where none is, or two could be.

    Surer ways go first: the tap, the whole title, the place in the list, yes and no, the words of a title, near misses.
    """
    if choice_id:
        tapped = next((choice for choice in choices if choice.id == choice_id), None)
        if tapped:
            return tapped
    if not text.strip():
        return None
    said = words(text[:200])
    for way in _WAYS:
        found = way(text, said, choices)
        if found is not None:
            return found
    return None


def _only(found: list[Choosable]) -> Choosable | None:
    return found[0] if len(found) == 1 else None


def _by_title(text: str, said: list[str], choices: Sequence[Choosable]) -> Choosable | None:
    folded = fold(text)
    whole = _only([choice for choice in choices if _known(choice.title).folded == folded])
    if whole or not said:
        # A picture alone names the choice whose title shows it.
        return whole or _only([choice for choice in choices if text.strip() in choice.title])
    return _only([choice for choice in choices if any(_known(name).words == said for name in choice.names)])


def _by_place(text: str, said: list[str], choices: Sequence[Choosable]) -> Choosable | None:
    telling = [word for word in said if word not in AROUND_PLACE]
    if telling in (["ultimo"], ["ultima"]):
        return choices[-1] if choices else None
    if len(telling) != 1:
        return None
    place = int(telling[0]) if re.fullmatch(r"[0-9]{1,2}", telling[0]) else PLACES.get(telling[0], 0)
    if not 1 <= place <= len(choices):
        return None
    titled = any(telling[0] in _known(choice.title).words for choice in choices)
    # "segunda" is a day of the week where the titles are days; "5" a weight where they are weights.
    return None if titled else choices[place - 1]


def _by_yes_or_no(text: str, said: list[str], choices: Sequence[Choosable]) -> Choosable | None:
    meant = _yes_or_no(text, said)
    if not meant:
        return None
    return _only([choice for choice in choices if _known(choice.title).words[:1] == [meant]])


def _yes_or_no(text: str, said: list[str]) -> str:
    phrase = " ".join(said)
    if phrase in NO_PHRASES or (said and said[0] in NO):
        return "nao"
    if phrase in YES_PHRASES or (
        said and len(said) <= _LONGEST_YES and said[0] in YES and not NEGATIONS.intersection(said)
    ):
        return "sim"
    if said:
        return ""
    return "sim" if any(sign in text for sign in YES_SIGNS) else "nao" if any(sign in text for sign in NO_SIGNS) else ""


def _by_words(text: str, said: list[str], choices: Sequence[Choosable]) -> Choosable | None:
    """Every telling word of the title is said, or every telling word said is of one title."""
    return _best(said, choices, lambda one, other: one == other)


def _by_near_words(text: str, said: list[str], choices: Sequence[Choosable]) -> Choosable | None:
    return _best(said, choices, _are_near)


_WAYS: tuple[Callable[[str, list[str], Sequence[Choosable]], Choosable | None], ...] = (
    _by_title,
    _by_place,
    _by_yes_or_no,
    _by_words,
    _by_near_words,
)


def _best(said: list[str], choices: Sequence[Choosable], same: Callable[[str, str], bool]) -> Choosable | None:
    telling = [word for word in said if word not in FILLERS][:_MOST_WORDS]
    if not telling:
        return None
    whole: list[Choosable] = []
    part: list[Choosable] = []
    for choice in choices:
        names = [_known(name).telling for name in choice.names]
        if NEGATIONS.intersection(said) and not any(NEGATIONS.intersection(name) for name in names):
            continue
        if any(name and all(any(same(word, one) for one in telling) for word in name) for name in names):
            whole.append(choice)
        if any(name and all(any(same(word, one) for word in name) for one in telling) for name in names):
            part.append(choice)
    return _only([choice for choice in whole if choice in part]) or _only(whole) or (_only(part) if not whole else None)


@dataclass(frozen=True, slots=True)
class _Known:
    folded: str
    words: list[str]
    telling: list[str]


@lru_cache(maxsize=2_048)
def _known(name: str) -> _Known:
    """A name taken apart. Titles are the same in every conversation, so most are taken apart once."""
    found = words(name[:200])
    return _Known(fold(name[:200]), found, [word for word in found if word not in FILLERS] or found)


def _are_near(one: str, other: str) -> bool:
    """Begun alike (four letters at least), or a slip apart: one in words of four to seven letters, two in longer."""
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    if len(short) >= _PREFIX and long.startswith(short):
        return True
    slips = 0 if len(short) < _PREFIX else 1 if len(short) < _TWO_SLIPS else 2
    if not slips or len(long) > _LONGEST_WORD or len(long) - len(short) > slips:
        return False
    return distance(one, other) <= slips


def distance(one: str, other: str) -> int:
    """Letters put in, left out, changed or swapped to get from one word to the other (at most 40 letters are read)."""
    one, other = one[:40], other[:40]
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        before, last, row = row, before, [i]
        for j, mark in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != mark))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == mark:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
    return row[-1]
