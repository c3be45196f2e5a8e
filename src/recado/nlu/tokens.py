"""Which words and signs is a normalised text made of, and where do they stand in it?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

_TOKEN: Final = re.compile(r"[a-z]+|[0-9]+|[^\sa-z0-9]")
ENDS: Final = frozenset(".!?;:\n…")
"""Signs that end a clause for whatever is said in it."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a number or a sign of a normalised text, at `[start, end)` of it."""

    text: str
    start: int
    end: int

    @property
    def is_word(self) -> bool:
        return self.text.isascii() and self.text.isalpha()


def tokens_of(plain: str) -> tuple[Token, ...]:
    """Split a normalised text (`normalise(...).text`) into tokens."""
    return tuple(Token(found[0], found.start(), found.end()) for found in _TOKEN.finditer(plain))
