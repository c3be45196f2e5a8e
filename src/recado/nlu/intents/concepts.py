"""What do words have in common? Concepts of the package's own list ("marcar", "agendar", "reservar" are one)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Final

from recado.nlu.intents.words import undoubled

_LONGEST_PHRASE: Final = 4
_SHORTEST_PREFIX: Final = 3
_LONGEST_PREFIX: Final = 12


@dataclass(frozen=True, slots=True)
class Concepts:
    """`words` and `prefixes` give the concepts of a word, `phrases` those of words joined by "_"."""

    words: dict[str, tuple[str, ...]]
    prefixes: dict[str, tuple[str, ...]]
    phrases: dict[str, tuple[str, ...]]
    starts: frozenset[str]

    def at(self, words: Sequence[str], place: int) -> tuple[str, ...]:
        """Return the concepts of the word at `place` and of the phrases that begin there."""
        word = words[place]
        found = self.words.get(word, ())
        for end in range(_SHORTEST_PREFIX, min(len(word), _LONGEST_PREFIX) + 1):
            found += self.prefixes.get(word[:end], ())
        if word in self.starts:
            joined = word
            for other in words[place + 1 : place + _LONGEST_PHRASE]:
                joined = f"{joined}_{other}"
                found += self.phrases.get(joined, ())
        return found


@cache
def concepts() -> Concepts:
    """Return the concepts of the package's own list."""
    words: dict[str, tuple[str, ...]] = {}
    prefixes: dict[str, tuple[str, ...]] = {}
    phrases: dict[str, tuple[str, ...]] = {}
    lines = resources.files("recado.nlu").joinpath("data", "concepts.txt").read_text(encoding="utf-8").splitlines()
    for line in lines:
        name, colon, members = line.partition(":")
        if not colon or line.startswith("#"):
            continue
        for member in members.split():
            kind = prefixes if member.endswith("*") else phrases if "_" in member else words
            key = "_".join(undoubled(word) for word in member.rstrip("*").split("_"))
            kind[key] = (*kind.get(key, ()), name)
    return Concepts(words, prefixes, phrases, frozenset(phrase.split("_", 1)[0] for phrase in phrases))
