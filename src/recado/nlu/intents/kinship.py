"""Which phrases say nearly the same, so that none is examined by a model that was taught its twin?"""

from __future__ import annotations

import zlib
from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from recado.nlu.intents.phrases import Phrase
from recado.nlu.intents.words import comparable, words_of

ALIKE: Final = 0.6
"""The share of three-letter pieces in common from which two phrases of a label are kin."""


def kins_of(phrases: Sequence[Phrase]) -> list[str]:
    """Return a name for the kin of each phrase: near-duplicates within a label have the same, through others too."""
    parents = list(range(len(phrases)))
    by_label: defaultdict[str, list[tuple[int, frozenset[str]]]] = defaultdict(list)
    for place, phrase in enumerate(phrases):
        by_label[phrase.label].append((place, _pieces(phrase.text)))
    for members in by_label.values():
        for one, other in _alike(sorted(members, key=lambda member: len(member[1]))):
            parents[_root(parents, one)] = _root(parents, other)
    return [
        f"{phrases[root].label}: {phrases[root].text}" for root in (_root(parents, at) for at in range(len(parents)))
    ]


def fold_of(kin: str, folds: int) -> int:
    """Return which of `folds` parts a kin falls into."""
    return zlib.crc32(kin.encode()) % folds


def _alike(members: Sequence[tuple[int, frozenset[str]]]) -> list[tuple[int, int]]:
    """Pairs that share enough; `members` grow in size, so that a phrase much longer than another ends its row."""
    found: list[tuple[int, int]] = []
    for at, (one, pieces) in enumerate(members):
        for other, others in members[at + 1 :]:
            if len(pieces) < ALIKE * len(others):
                break
            common = len(pieces & others)
            if common >= ALIKE * (len(pieces) + len(others) - common):
                found.append((one, other))
    return found


def _root(parents: list[int], at: int) -> int:
    while parents[at] != at:
        parents[at] = parents[parents[at]]
        at = parents[at]
    return at


def _pieces(text: str) -> frozenset[str]:
    said = f" {' '.join(words_of(comparable(text)))} "
    return frozenset(said[at : at + 3] for at in range(len(said) - 2))
