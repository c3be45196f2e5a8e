"""What of a message only opens or closes it politely?

"Oi, boa tarde! Vocês abrem sábado? Obrigada" asks whether they open; the rest would only blur it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from importlib import resources
from typing import Final

_LEAST_LEFT: Final = 2

Phrases = dict[str, tuple[tuple[str, ...], ...]]


def without_courtesies(words: Sequence[str]) -> tuple[Sequence[str], bool, bool]:
    """Return the words between the courtesies, whether it opened with one, and whether it closed with one.

    A message that is nothing but courtesies, or keeps a single word beside them, stays whole.
    """
    openings, closings = _listed()
    first, last = 0, len(words)
    while first < last and (step := _opening(openings, words, first)):
        first += step
    while last > first and (step := _closing(closings, words, last)):
        last -= step
    left = sum(word != "?" for word in words[first:last])
    if left < _LEAST_LEFT:
        return words, False, False
    return words[first:last], first > 0, last < len(words)


def _opening(openings: Phrases, words: Sequence[str], at: int) -> int:
    for phrase in openings.get(words[at], ()):
        if tuple(words[at : at + len(phrase)]) == phrase:
            return len(phrase)
    return 0


def _closing(closings: Phrases, words: Sequence[str], end: int) -> int:
    for phrase in closings.get(words[end - 1], ()):
        if end >= len(phrase) and tuple(words[end - len(phrase) : end]) == phrase:
            return len(phrase)
    return 0


@cache
def _listed() -> tuple[Phrases, Phrases]:
    """Openings by their first word and closings by their last, the longest first, from the package's own list."""
    text = resources.files("recado.nlu").joinpath("data", "courtesies.txt").read_text(encoding="utf-8")
    opening, _, closing = text.partition("[closing]")
    first = _phrases(opening.partition("[opening]")[2])
    return _by(first, 0), _by(_phrases(closing), -1)


def _phrases(lines: str) -> list[tuple[str, ...]]:
    return sorted((tuple(line.split()) for line in lines.splitlines() if line.strip()), key=len, reverse=True)


def _by(phrases: Iterable[tuple[str, ...]], place: int) -> Phrases:
    found: Phrases = {}
    for phrase in phrases:
        found[phrase[place]] = (*found.get(phrase[place], ()), phrase)
    return found
