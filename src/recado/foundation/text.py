"""How is text compared when people wrote it: without accents, case, or characters nobody can see?"""

from __future__ import annotations

import re
import unicodedata

_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\ufe00-\ufe0f\ufeff]"
)
_SPACES = re.compile(r"\s+")
_WORD = re.compile(r"[0-9a-z]+")


def fold(text: str) -> str:
    """Return `text` in lower case, without accents and invisible characters, runs of white space as one blank.

    Compatibility forms are folded too, so that full-width letters compare equal to plain ones.
    """
    plain = unicodedata.normalize("NFKD", _INVISIBLE.sub("", text)).casefold()
    return _SPACES.sub(" ", "".join(char for char in plain if not unicodedata.combining(char))).strip()


def words(text: str) -> list[str]:
    """Return the folded words of `text`, in order: letters and digits only."""
    return _WORD.findall(fold(text))


def clip(text: str, length: int) -> str:
    """Return at most `length` characters of `text`, with an ellipsis as the last where something was left out."""
    return text if len(text) <= length else text[: length - 1] + "…"
