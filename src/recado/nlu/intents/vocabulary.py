"""Which words are an organization's own, and what do they stand for?"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from recado.nlu.intents.novelty import content_of
from recado.nlu.intents.words import comparable, words_of
from recado.nlu.models import Context

Own = Mapping[str, tuple[str, ...]]
"""Words with the concepts they stand for; a word with none is only no stranger."""

NOTHING_OWN: Final[Own] = MappingProxyType({})
_SERVICE: Final = ("service",)
_LEAST_LETTERS: Final = 3


def own_words(context: Context) -> Own:
    """Return the words of what the organization offers (services) and of its people's names."""
    if not (context.services or context.people or context.catalogue):
        return NOTHING_OWN
    return _own(context.services, context.people, context.catalogue)


@lru_cache(maxsize=256)
def _own(services: tuple[str, ...], people: tuple[str, ...], catalogue: tuple[str, ...]) -> Own:
    found: dict[str, tuple[str, ...]] = dict.fromkeys(_words(people), ())
    found.update(dict.fromkeys(_words(catalogue), ()))
    found.update(dict.fromkeys(_words(services), _SERVICE))
    return found


def _words(names: tuple[str, ...]) -> list[str]:
    return [word for name in names for word in content_of(words_of(comparable(name))) if len(word) >= _LEAST_LETTERS]
