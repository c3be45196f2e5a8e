"""When do two texts read the same to a person: whatever the case, the accents and the blanks?"""

from __future__ import annotations

import re
import unicodedata

_MARKS = re.compile("[\u0300-\u036f]")
_WORD = re.compile(r"[^\W_]+")


def unaccent(text: str) -> str:
    """The same letters without their marks: `Ação` becomes `Acao`."""
    if text.isascii():
        return text
    return _MARKS.sub("", unicodedata.normalize("NFKD", text))


def fold(text: str) -> str:
    """Lower case, no accents, single blanks, nothing around: `"  Não  É "` becomes `"nao e"`."""
    return " ".join(unaccent(text).casefold().split())


def words(text: str) -> list[str]:
    """The folded words and numbers of a text, without punctuation and emoji."""
    return _WORD.findall(unaccent(text).casefold())
