"""Where did something stand before what nobody writes was cut: pages of blanks, words of thousands of characters?

Patterns that allow blanks, or look for the end of a word, search such a run from each of its places; nobody means anything by its
rest. Addresses of pages are words, and stay whole.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import Final

_MOST_BLANKS: Final = 8
_LONGEST_WORD: Final = 300
_RUN: Final = re.compile(rf"\s{{{_MOST_BLANKS + 1},}}|\S{{{_LONGEST_WORD + 1},}}")


@dataclass(frozen=True, slots=True)
class Cut:
    """A text with its runs of blanks and of other characters cut, and how many characters went before which place of it."""

    text: str
    places: tuple[int, ...] = ()
    gone: tuple[int, ...] = ()

    def before(self, start: int, end: int) -> tuple[int, int]:
        """Return where `[start, end)` of the cut text stood in the original."""
        return self._place(start), self._place(end - 1) + 1 if end > start else self._place(start)

    def _place(self, at: int) -> int:
        passed = bisect_right(self.places, at)
        return at + (self.gone[passed - 1] if passed else 0)


def cut(text: str) -> Cut:
    """Cut long runs in a text to eight blanks or 300 other characters; almost every text stays as it is."""
    runs = [(_kept_until(found), found.end()) for found in _RUN.finditer(text)]
    if not runs:
        return Cut(text)
    kept: list[str] = []
    places: list[int] = []
    gone: list[int] = []
    last = lost = 0
    for start, end in runs:
        kept.append(text[last:start])
        places.append(start - lost)
        lost += end - start
        gone.append(lost)
        last = end
    return Cut("".join([*kept, text[last:]]), tuple(places), tuple(gone))


def _kept_until(found: re.Match[str]) -> int:
    return found.start() + (_MOST_BLANKS if found[0][0].isspace() else _LONGEST_WORD)
