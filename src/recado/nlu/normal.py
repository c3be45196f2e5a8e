"""How is what people type made comparable, without losing where it stood?

Lower case, no accents, no elongations, the usual abbreviations of chats written out by the grammars themselves; every character
of the outcome knows its place in the original, so that entities can name their spans.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

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


def normalise(text: str) -> Normal:
    """Make `text` comparable; at most its first `LONGEST` characters."""
    out: list[str] = []
    places: list[int] = []
    for index, char in enumerate(text[:LONGEST]):
        for one in _plain(char):
            out.append(one)
            places.append(index)
    kept = [at for at in range(len(out)) if not _is_elongation(out, at)]
    return Normal(text, "".join(out[at] for at in kept), tuple(places[at] for at in kept))


def _plain(char: str) -> str:
    same = _SAME.get(char)
    if same is not None:
        return same
    if char.isspace():
        return " "
    kept = "".join(one for one in unicodedata.normalize("NFKD", char) if not unicodedata.combining(one))
    return kept.lower() if kept else ""


def _is_elongation(out: list[str], at: int) -> bool:
    """Whether a letter only draws a word out: "amanhaaaa", "siiim"; "carro" and "passo" are written with two."""
    char = out[at]
    if not char.isalpha() or at == 0 or out[at - 1] != char:
        return False
    first = at
    while first > 0 and out[first - 1] == char:
        first -= 1
    last = at
    while last + 1 < len(out) and out[last + 1] == char:
        last += 1
    length = last - first + 1
    return length >= _ELONGATED and not (
        char in _MAY_DOUBLE and at == first + 1 and last + 1 < len(out) and out[last + 1].isalpha()
    )
