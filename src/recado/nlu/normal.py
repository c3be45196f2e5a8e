"""How is what people type made comparable, without losing where it stood?

Lower case, no accents, no elongations, the usual abbreviations of chats written out by the grammars themselves; every character
of the outcome knows its place in the original, so that entities can name their spans.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

LONGEST = 4_000
"""Characters that are read; a novel pasted into a chat is understood by its beginning."""
_SAME = {
    "’": "'",
    "‘": "'",
    "“": '"',
    "”": '"',
    "–": "-",
    "—": "-",
    "‑": "-",
    "−": "-",
    "\u00a0": " ",
    "º": "o",
    "ª": "a",
    "°": "o",
}
_ELONGATED = 3
_MAY_DOUBLE = "rs"
_MOST_SIGNS = 3


@dataclass(frozen=True, slots=True)
class Normal:
    """A text made comparable: `text`, and for each of its characters the index in `original`."""

    original: str
    text: str
    places: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where `text[start:end]` stood in the original."""
        if start >= end:
            return (0, 0)
        # What an elongation repeats belongs to the letter before it.
        return self.places[start], self.places[end] if end < len(self.places) else min(len(self.original), LONGEST)

    def had(self, start: int, letters: str) -> bool:
        """Whether the character at `start` was one of `letters` in the original: an accent can tell words apart."""
        return start < len(self.places) and self.original[self.places[start]] in letters


# Every part of the understanding asks for the same text; letters are few.
@lru_cache(maxsize=16)
def normalise(text: str) -> Normal:
    """Make `text` comparable; at most its first `LONGEST` characters."""
    out: list[str] = []
    places: list[int] = []
    for index, char in enumerate(text[:LONGEST]):
        for one in _plain(char):
            out.append(one)
            places.append(index)
        if len(out) > LONGEST:  # one sign can stand for a whole sentence
            break
    kept = list(_without_elongations(out))
    return Normal(text, "".join(out[at] for at in kept), tuple(places[at] for at in kept))


@lru_cache(maxsize=2_048)
def _plain(char: str) -> str:
    same = _SAME.get(char)
    if same is not None:
        return same
    if char.isspace():
        return " "
    kept = "".join(one for one in unicodedata.normalize("NFKD", char) if not unicodedata.combining(one))
    return kept.lower() if kept else ""


def _without_elongations(out: list[str]) -> Iterator[int]:
    """Yield the places to keep: letters that only draw a word out go ("amanhaaaa", "siiim"); "carro" and "passo" stay."""
    at = 0
    for char, group in groupby(out):
        length = sum(1 for _ in group)
        end = at + length
        kept = _kept(char, length, out[end] if end < len(out) else "")
        yield from range(at, at + kept)
        at = end


def _kept(char: str, length: int, after: str) -> int:
    """How many of a run to keep: of what is drawn out one, of "rr" and "ss" within a word two, of a rule of signs three."""
    if length < _ELONGATED or char.isdigit():
        return length
    if char.isalpha():
        return 2 if char in _MAY_DOUBLE and after.isalpha() else 1
    # A page of blanks says no more than one, and would be searched again from each of them.
    return 1 if char == " " else _MOST_SIGNS
