"""What is left of a text for the families of entities that have not read it yet?

One family after another reads the same sheet; what one takes, the next ones cannot see. The order of the families is therefore
the order of precedence, and something that fails its check is blanked so that it does not come out as something else.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass
from itertools import accumulate, islice
from typing import Any, Final

from recado.nlu.models import Entity

LONGEST: Final = 4_000
"""Characters that are read; a novel pasted into a chat is understood by its beginning."""
TAKEN: Final = "\x00"
"""What stands where something was taken: neither a letter, nor a digit, nor a space, nor punctuation."""
A_TIME: Final = "\x01"
"""What stands where a time was."""
_CACHED_BELOW: Final = 0x2E80
_SAME: Final = {
    "’": "'", "‘": "'", "´": "'", "`": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-", "‐": "-", "−": "-", "‒": "-",
    "\n": "\n", "\r": "\n", "\u2028": "\n", "\u2029": "\n", "ß": "s", "æ": "a", "ø": "o", "⁄": "/", "＠": "@",
}  # fmt: skip
_DRAWN_OUT: Final = re.compile(r"([a-z])\1{2,}")
_MAY_DOUBLE: Final = "rs"
_MOST_WORDS: Final = 800
_FEW_LETTERS: Final = 12
_COUNTED: Final = frozenset({"money", "number"})


class _Letters(dict[int, str]):
    """A translation table that works a character out when it first meets it."""

    def __missing__(self, code: int) -> str:
        plain = _plain(chr(code))
        if code < _CACHED_BELOW:
            self[code] = plain
        return plain


def _plain(char: str) -> str:
    """One comparable character, or none for marks and invisible ones, so that places stay easy to count."""
    same = _SAME.get(char)
    if same is not None:
        return same
    if char.isspace() or unicodedata.category(char) == "Cc":
        return " "
    kept = "".join(
        one for one in unicodedata.normalize("NFKD", char) if unicodedata.category(one) not in {"Mn", "Me", "Cf"}
    )
    if len(kept) > 1:
        return kept[0].lower() if kept[0] == "." or kept.isalpha() else char
    return kept.lower()[:1]


_LETTERS: Final = _Letters()
_TOKEN: Final = re.compile(r"[a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Token:
    """A word of the text."""

    word: str
    start: int
    end: int


def plain(text: str) -> str:
    """Return a text as a sheet shows it, where places do not matter."""
    return text.translate(_LETTERS)


class Sheet:
    """A text made comparable (`text`, same length until `shorten`), and what was found in it so far (`found`).

    `shouts` says that it is written in capitals, so that they tell nothing about names.
    """

    __slots__ = ("_places", "_words", "found", "original", "shouts", "text")

    def __init__(self, original: str) -> None:
        self.original = original
        begin = original[:LONGEST]
        self.text = begin.translate(_LETTERS)
        self._places: list[int] | None = None
        if len(self.text) != len(begin):
            self._places = [index for index, char in enumerate(begin) for _ in _LETTERS[ord(char)]]
        self.found: list[Entity] = []
        letters = sum(map(str.isalpha, begin))
        self.shouts = letters > _FEW_LETTERS and sum(map(str.isupper, begin)) > letters * 0.7
        self._words: tuple[str, list[Token]] = ("", [])

    def words(self) -> list[Token]:
        """Return the words that nobody has taken yet, as far as a long message has them."""
        if self._words[0] != self.text:
            self._words = (
                self.text,
                [Token(match.group(), *match.span()) for match in islice(_TOKEN.finditer(self.text), _MOST_WORDS)],
            )
        return self._words[1]

    def shorten(self) -> None:
        """Drop what only draws a word out ("banhooo"); "carro" and "passo" stay. Codes are read before, words after."""
        if _DRAWN_OUT.search(self.text) is None:
            return
        keep = bytearray(b"\x01" * len(self.text))
        for match in _DRAWN_OUT.finditer(self.text):
            inside = match[1] in _MAY_DOUBLE and self.text[match.end() : match.end() + 1].isalpha()
            for at in range(match.start() + (2 if inside else 1), match.end()):
                keep[at] = 0
        places = self._places if self._places is not None else range(len(self.text))
        kept = [at for at, wanted in enumerate(keep) if wanted]
        moved = [0, *accumulate(keep)]
        self._places = [places[at] for at in kept]
        self.text = "".join(self.text[at] for at in kept)
        self.found = [
            Entity(one.type, one.value, moved[one.start], moved[one.end], one.confidence) for one in self.found
        ]

    def take(self, type_: str, value: Any, start: int, end: int, confidence: float = 1.0) -> None:
        """Note an entity at `[start, end)` of `text` and hide it from the families to come."""
        self.found.append(Entity(type_, value, start, end, confidence))
        self.blank(start, end)

    def blank(self, start: int, end: int, mark: str = TAKEN) -> None:
        """Hide a place that is nothing, or nothing any more."""
        self.text = f"{self.text[:start]}{mark * (end - start)}{self.text[end:]}"

    def has(self, *types: str) -> bool:
        """Whether something of these types was found."""
        return any(one.type in types for one in self.found)

    def as_written(self, start: int, end: int) -> str:
        """Return what stood at `[start, end)` in the original."""
        first, last = self._span(start, end)
        return self.original[first:last]

    def places_of(self, start: int, end: int) -> tuple[int, int]:
        """Return where `[start, end)` of the original stands in `text`."""
        if self._places is None:
            return min(start, len(self.text)), min(end, len(self.text))
        return bisect_left(self._places, start), bisect_left(self._places, end)

    def entities(self) -> tuple[Entity, ...]:
        """Return what was found, in the order of the text, with places of the original; what is named twice comes once."""
        placed = (Entity(one.type, one.value, *self._span(one.start, one.end), one.confidence) for one in self.found)
        seen: set[tuple[str, str]] = set()
        kept: list[Entity] = []
        for one in sorted(placed, key=lambda one: (one.start, one.end, one.type)):
            key = one.type, repr(one.value)
            if key not in seen or one.type in _COUNTED:
                seen.add(key)
                kept.append(one)
        return tuple(kept)

    def _span(self, start: int, end: int) -> tuple[int, int]:
        if self._places is None:
            return start, end
        if start >= end:
            return 0, 0
        # Marks and repeated letters belong to the character before them.
        last = self._places[end] if end < len(self._places) else min(len(self.original), LONGEST)
        while last > start and unicodedata.category(self.original[last - 1]) == "Cf":
            last -= 1
        return self._places[start], last
