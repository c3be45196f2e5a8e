"""When do two texts read the same to a person: whatever the case, the accents and the blanks?"""

from __future__ import annotations

import unicodedata


def unaccent(text: str) -> str:
    """The same letters without their marks: `Ação` becomes `Acao`."""
    if text.isascii():
        return text
    return "".join(mark for mark in unicodedata.normalize("NFKD", text) if not unicodedata.combining(mark))


def fold(text: str) -> str:
    """Lower case, no accents, single blanks, nothing around: `"  Não  É "` becomes `"nao e"`."""
    return " ".join(unaccent(text).casefold().split())


def words(text: str) -> list[str]:
    """The folded words and numbers of a text, without punctuation and emoji."""
    return "".join(letter if letter.isalnum() else " " for letter in fold(text)).split()
