"""How much of a message is in words that nobody uses who wants something of a business?

What lies outside of the taxonomy has no vocabulary of its own; that its words are strangers is what tells it best.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from recado.nlu.intents.phrases import OUT_OF_SCOPE

_SAYS_NOTHING: Final = frozenset({
    "a", "o", "as", "os", "um", "uma", "de", "do", "da", "dos", "das", "em", "no", "na", "nos", "nas", "e", "para", "com", "que",
    "me", "se", "eu", "voce", "voces", "?", "por", "mais", "isso",
})  # fmt: skip
_FIFTHS: Final = 5


def content_of(words: Iterable[str]) -> list[str]:
    """Return the words that carry a sense: no articles, no figures."""
    return [word for word in words if word not in _SAYS_NOTHING and word[0] != "<"]


def novelty_of(words: Sequence[str], known: Collection[str]) -> list[str]:
    """Return features that tell how many of the words are not `known`."""
    content = content_of(words)
    if not content:
        return ["nnovel none"]
    strange = sum(word not in known for word in content)
    found = [f"nnovel {min(_FIFTHS - 1, strange * _FIFTHS // len(content))}"]
    if strange == len(content):
        found.append("nnovel all")
    return found + [f"nnovel at least {least}" for least in (1, 2, 3) if strange >= least]


@dataclass(frozen=True, slots=True)
class Uses:
    """Who uses which word among phrases that are in scope: the kins of phrases by word, a kin being a set of near-duplicates."""

    kins: dict[str, frozenset[str]]

    def known(self) -> frozenset[str]:
        """Return the words that any phrase in scope uses."""
        return frozenset(self.kins)

    def known_to_others(self, words: Iterable[str], kin: str) -> frozenset[str]:
        """Return those of `words` that phrases in scope of another kin use: a phrase does not vouch for its own words."""
        return frozenset(word for word in words if self.kins.get(word, frozenset()) - {kin})


def uses_of(phrases: Iterable[tuple[Sequence[str], str, str]]) -> Uses:
    """Return who uses which word; a phrase is its words, its label and its kin."""
    kins: defaultdict[str, set[str]] = defaultdict(set)
    for words, label, kin in phrases:
        if label != OUT_OF_SCOPE:
            for word in content_of(words):
                kins[word].add(kin)
    return Uses({word: frozenset(found) for word, found in kins.items()})
