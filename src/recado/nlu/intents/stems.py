"""What is left of a Portuguese word when its endings go?

Number, sex, degree and the endings of verbs are cut in steps, the longest ending first, never below a stem of its own
length: after the order of the RSLP method (Orengo and Huyck, 2001), with lists of our own for words without accents.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

_PLURALS: Final = (
    ("coes", 3, "cao"), ("oes", 3, "ao"), ("aes", 2, "ao"), ("ais", 2, "al"), ("eis", 3, "el"), ("ois", 3, "ol"),
    ("les", 3, "l"), ("res", 3, "r"), ("zes", 2, "z"), ("ns", 2, "m"), ("s", 3, ""),
)  # fmt: skip
_NEVER_PLURAL: Final = frozenset(
    {"mais", "menos", "tres", "mes", "lapis", "gratis", "onibus", "simples", "depois", "voces", "ingles", "pais"}
)
_DEGREES: Final = (
    ("zinho", 3, ""), ("zinha", 3, ""), ("inho", 3, ""), ("inha", 3, ""), ("issimo", 4, ""), ("issima", 4, ""),
    ("zao", 3, ""), ("ozinho", 3, ""), ("mente", 4, ""),
)  # fmt: skip
_ENDINGS: Final = (
    "aremos", "eremos", "iremos", "ariamos", "eriamos", "iriamos", "assemos", "essemos", "issemos",
    "avamos", "iamos", "ariam", "eriam", "iriam", "aria", "eria", "iria", "arao", "erao", "irao", "ando",
    "endo", "indo", "aram", "eram", "iram", "avam", "iam", "arei", "erei", "irei", "amos", "emos", "imos",
    "asse", "esse", "isse", "assem", "essem", "issem", "aste", "este", "iste", "armos", "ermos", "irmos",
    "arem", "erem", "irem", "adas", "idas", "ados", "idos", "ada", "ida", "ado", "ido", "ava", "ia", "ara",
    "era", "ira", "ar", "er", "ir", "am", "em", "ou", "eu", "iu", "ei", "as", "es", "a", "e", "o", "i",
)  # fmt: skip
_VERBS: Final = tuple(sorted(_ENDINGS, key=lambda ending: -len(ending)))
_LEAST_LEFT: Final = 3


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """Return the stem of a word in comparable spelling; words of three letters and words with figures stay."""
    if len(word) <= 3 or not word.isalpha():  # noqa: PLR2004
        return word
    if word not in _NEVER_PLURAL:
        word = _cut(word, _PLURALS)
    word = _cut(word, _DEGREES)
    for ending in _VERBS:
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST_LEFT:
            return word[: -len(ending)]
    return word


def _cut(word: str, endings: tuple[tuple[str, int, str], ...]) -> str:
    for ending, least, instead in endings:
        if word.endswith(ending) and len(word) - len(ending) >= least:
            return word[: -len(ending)] + instead
    return word
