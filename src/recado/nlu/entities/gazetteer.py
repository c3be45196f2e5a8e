"""Which names of a list stand in a text, however they are spaced, and misspelled by a letter?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import Final, Generic, TypeVar

from recado.nlu.entities.sheet import Token, plain

T = TypeVar("T")

_TOKEN: Final = re.compile(r"[a-z0-9]+")
_LETTERS_FIGURES: Final = re.compile(r"([a-z]{2,})(\d{1,4})")
_GAP: Final = re.compile(r"[ \-.'&/+]{0,3}")
_LEAST_FUZZY: Final = 5
_SOUND_ONLY: Final = 6
_SOUNDS: Final = tuple(
    (re.compile(pattern), instead)
    for pattern, instead in (
        (r"ph", "f"), (r"th", "t"), (r"[cs]h", "x"), (r"qu(?=[ei])|q|ck|c(?=[aourlt]|$)", "k"),
        (r"ss|sc(?=[ei])|c(?=[ei])|z", "s"), (r"y", "i"), (r"w", "v"), (r"h", ""), (r"g(?=[ei])", "j"),
        (r"(.)\1", r"\1"), (r"n(?=[pb])|n$", "m"), (r"e$", "i"), (r"o$", "u"),
    )
)  # fmt: skip
_LEAST_TWO_ERRORS: Final = 11
_LONGEST_WORD: Final = 24


@dataclass(frozen=True, slots=True)
class Hit(Generic[T]):
    """A name of the list at `[start, end)`; `exact` says that it was spelled as the list spells it."""

    entry: T
    start: int
    end: int
    first: int
    count: int
    exact: bool = True


@cache
def lines(name: str) -> tuple[str, ...]:
    """Return the lines of a data file of this package, without comments and blank ones."""
    text = (files("recado.nlu") / "data" / "entities" / name).read_text(encoding="utf-8")
    return tuple(line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#"))


@cache
def words_of(name: str) -> frozenset[str]:
    """Return the words of a data file that is a plain list of them."""
    return frozenset(plain(" ".join(lines(name))).split())


class Gazetteer(Generic[T]):
    """Names and what they stand for. `fuzzy` are the single words that a misspelling may be led back to."""

    def __init__(
        self, names: Mapping[str, T], *, fuzzy: Iterable[str] = (), known: frozenset[str] = frozenset()
    ) -> None:
        self._by_key: dict[str, T] = {}
        self._longest: dict[str, int] = {}
        self._known = known
        for name, entry in names.items():
            self._add(_TOKEN.findall(plain(name)), entry)
        self._near: dict[str, list[str]] = {}
        for word in fuzzy:
            key = plain(word)
            if len(key) >= _LEAST_FUZZY and key.isalpha():
                for short in {key, *_without_one(key)}:
                    self._near.setdefault(short, []).append(key)

    def _add(self, parts: list[str], entry: T) -> None:
        if not parts:
            return
        key = "".join(parts)
        self._by_key.setdefault(key, entry)
        self._longest[parts[0]] = max(self._longest.get(parts[0], 1), len(parts))
        self._longest.setdefault(key, 1)
        split = _LETTERS_FIGURES.fullmatch(key) if key[-1] <= "9" else None
        if split:
            self._longest[split[1]] = max(self._longest.get(split[1], 1), 2)

    def get(self, name: str) -> T | None:
        """Return what a name stands for."""
        return self._by_key.get("".join(_TOKEN.findall(plain(name))))

    def find(self, text: str, words: list[Token]) -> Iterator[Hit[T]]:
        """Yield the names in a text, the longest first at each place; one that fits no list by a letter comes out last."""
        at = 0
        while at < len(words):
            hit = self._exact(text, words, at) or self._misspelled(words, at)
            if hit is not None:
                yield hit
                at += hit.count
            else:
                at += 1

    def _exact(self, text: str, words: list[Token], at: int) -> Hit[T] | None:
        longest = self._longest.get(words[at].word)
        if longest is None:
            return None
        for count in range(min(longest, len(words) - at), 0, -1):
            run = words[at : at + count]
            if any(_GAP.fullmatch(text, one.end, two.start) is None for one, two in pairwise(run)):
                continue
            entry = self._by_key.get("".join(one.word for one in run))
            if entry is not None:
                return Hit(entry, run[0].start, run[-1].end, at, count)
        return None

    def _misspelled(self, words: list[Token], at: int) -> Hit[T] | None:
        word = words[at].word
        if (
            not _LEAST_FUZZY <= len(word) <= _LONGEST_WORD
            or word in self._known
            or not self._near
            or not word.isalpha()
        ):
            return None
        best: tuple[int, str] | None = None
        for short in (word, *_without_one(word)):
            for key in self._near.get(short, ()):
                far = distance(word, key)
                if _near_enough(word, key, far) and (best is None or (far, key) < best):
                    best = far, key
        if best is None or best[1][0] != word[0]:
            return None
        one = words[at]
        return Hit(self._by_key[best[1]], one.start, one.end, at, 1, exact=False)


def _near_enough(word: str, key: str, far: int) -> bool:
    """Short names must sound the same ("corola", "kreta"); longer ones may miss a letter, the longest two."""
    if sound(word) == sound(key):
        return True
    return len(key) > _SOUND_ONLY and far <= (2 if len(key) >= _LEAST_TWO_ERRORS else 1)


def sound(word: str) -> str:
    """Return how Brazilians hear a word, roughly: what they confuse in spelling comes out the same."""
    for pattern, instead in _SOUNDS:
        word = pattern.sub(instead, word)
    return word


def distance(one: str, other: str) -> int:
    """Return how many letters must be put in, left out, replaced or swapped with their neighbour."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        before, last, row = row, before, [i]
        for j, b in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
    return row[-1]


def _without_one(word: str) -> list[str]:
    return [word[:at] + word[at + 1 :] for at in range(len(word))]
