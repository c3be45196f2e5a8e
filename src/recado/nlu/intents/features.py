"""What does a model look at in a message? Words, stems, letters, concepts and shape, each a block of its own."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final

from recado.nlu.intents.concepts import concepts
from recado.nlu.intents.novelty import novelty_of
from recado.nlu.intents.stems import stem
from recado.nlu.intents.vocabulary import NOTHING_OWN, Own

BLOCKS: Final = ("w", "t", "c", "k", "s", "n")
"""Words and pairs of them, stems likewise, letters within words, concepts, shape; the first letter of every feature."""
_FEWEST_LETTERS, _MOST_LETTERS = 2, 5
_LONGEST_WORD: Final = 20
_MOST_CONCEPTS: Final = 24
_BUCKETS: Final = (1, 2, 3, 5, 8, 12, 20, 40)
_STOP: Final = frozenset({
    "a", "o", "as", "os", "um", "uma", "de", "do", "da", "dos", "das", "em", "no", "na", "nos", "nas", "e", "para", "com", "que",
    "me", "se", "eu",
})  # fmt: skip
_ASKING: Final = frozenset({
    "que", "quem", "quando", "onde", "aonde", "como", "qual", "quais", "quanto", "quantos", "quanta", "quantas", "porque", "cade",
    "sera",
})  # fmt: skip


def features_of(words: Sequence[str], known: Collection[str], own: Own = NOTHING_OWN) -> list[str]:
    """Return the features of a message of these words, repeated where they occur again.

    `known` are words of what is in scope, `own` those of the organization.
    """
    found = list(_pairs("w", words))
    found.extend(_pairs("t", [stem(word) for word in words if word not in _STOP]))
    for word in words:
        found.extend(_letters(word))
    order = _concepts(words, own)
    found.extend(_combined(order))
    found.extend(_shape(words))
    strange = novelty_of([word for word in words if word not in own] if own else words, known)
    found.extend(strange)
    if len(strange) > 1:
        found.extend(f"nnovel beside {concept}" for concept in dict.fromkeys(order))
    return found


def _pairs(block: str, words: Sequence[str]) -> Iterable[str]:
    for word in words:
        yield f"{block}{word}"
    before = "^"
    for word in words:
        yield f"{block}{before}_{word}"
        before = word
    yield f"{block}{before}_$"


@lru_cache(maxsize=20_000)
def _letters(word: str) -> tuple[str, ...]:
    padded = f" {word[:_LONGEST_WORD]} "
    return tuple(
        f"c{padded[at : at + size]}"
        for size in range(_FEWEST_LETTERS, _MOST_LETTERS + 1)
        for at in range(len(padded) - size + 1)
    )


def _concepts(words: Sequence[str], own: Own) -> list[str]:
    """The concepts of a message in their order, each as often as it is named."""
    known = concepts()
    return [concept for place, word in enumerate(words) for concept in (*own.get(word, ()), *known.at(words, place))]


def _combined(named: Sequence[str]) -> Iterable[str]:
    """Concepts, those that follow each other, and those that occur together."""
    for concept in named:
        yield f"k{concept}"
    order = [concept for at, concept in enumerate(named) if not at or named[at - 1] != concept]
    for before, after in pairwise(order):
        yield f"k{before}>{after}"
    once = sorted(set(order))[:_MOST_CONCEPTS]
    for at, one in enumerate(once):
        for other in once[at + 1 :]:
            yield f"k{one}&{other}"


def _shape(words: Sequence[str]) -> Iterable[str]:
    plain = [word for word in words if word != "?"]
    length = len(plain)
    yield f"slength{sum(length > bucket for bucket in _BUCKETS)}"
    if "?" in words:
        yield "sasked"
    if plain:
        yield f"sfirst {plain[0]}"
        yield f"slast {plain[-1]}"
        if plain[0] in _ASKING:
            yield "sasking"
    if any(word in _ASKING for word in plain):
        yield "swhich"
