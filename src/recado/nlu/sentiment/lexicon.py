"""Which words and emoji please or displease by themselves?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Final

from recado.nlu.emoji import emoji_of

_WEIGHED: Final = {"+2": 2, "+1": 1, "-1": -1, "-2": -2}
_SHORTEST_STEM: Final = 3


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry of the lexicon in a text: the tokens `[start, end)` and the section it stands in."""

    start: int
    end: int
    section: str

    @property
    def weight(self) -> int:
        return _WEIGHED.get(self.section, 0)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Sections by whole word, by the beginning of a word, and by phrase (its words joined by "_")."""

    words: dict[str, tuple[str, ...]]
    stems: dict[str, tuple[str, ...]]
    phrases: dict[str, tuple[str, ...]]
    openers: dict[str, int]
    """First words of phrases, and how many words the longest of them has."""

    def hits(self, words: Sequence[str]) -> tuple[Hit, ...]:
        """Return what of the lexicon stands in a text; a phrase takes the words it is made of."""
        out: list[Hit] = []
        taken = 0
        for at, word in enumerate(words):
            phrase = self._phrase(words, at) if word in self.openers else None
            if phrase is not None:
                out += [Hit(at, at + phrase[0], section) for section in phrase[1]]
                taken = max(taken, at + phrase[0])
            elif at >= taken:
                out += [Hit(at, at + 1, section) for section in self._word(word)]
        return tuple(out)

    def _phrase(self, words: Sequence[str], at: int) -> tuple[int, tuple[str, ...]] | None:
        for length in range(min(self.openers[words[at]], len(words) - at), 1, -1):
            sections = self.phrases.get("_".join(words[at : at + length]))
            if sections:
                return length, sections
        return None

    def _word(self, word: str) -> tuple[str, ...]:
        if word in self.words:
            return self.words[word]
        for length in range(len(word), _SHORTEST_STEM - 1, -1):
            if word[:length] in self.stems:
                return self.stems[word[:length]]
        return ()


@cache
def lexicon() -> Lexicon:
    """Return the lexicon of the package."""
    words: dict[str, tuple[str, ...]] = {}
    stems: dict[str, tuple[str, ...]] = {}
    phrases: dict[str, tuple[str, ...]] = {}
    section = ""
    for line in read_lines("lexicon.txt"):
        if line.startswith("["):
            section = line.strip("[]")
            continue
        for entry in line.split():
            plain = entry.rstrip("*")
            table = phrases if "_" in plain else stems if entry.endswith("*") else words
            if section not in table.get(plain, ()):
                table[plain] = (*table.get(plain, ()), section)
    openers: dict[str, int] = {}
    for phrase in phrases:
        first = phrase.split("_", 1)[0]
        openers[first] = max(openers.get(first, 0), phrase.count("_") + 1)
    return Lexicon(words, stems, phrases, openers)


@cache
def emoji_senses() -> dict[str, str]:
    """Return the sense of each emoji: "+1", "-1", "0" or "?"."""
    rows = (line.split(" ", 1) for line in read_lines("emoji.txt"))
    return {sign: sense for sense, signs in rows for sign in emoji_of(signs)}


def read_lines(name: str) -> tuple[str, ...]:
    """Return the lines of a file of `data/sentiment` that say something."""
    text = resources.files("recado.nlu").joinpath("data", "sentiment", name).read_text("utf-8")
    return tuple(line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#"))
