"""How else would the same sentence be typed? Variants for training: without accents, shortened, mistyped.

No chance is involved: what happens to a word follows from a checksum of the sentence, so training anew gives the same model.
"""

from __future__ import annotations

import unicodedata
import zlib
from typing import Final

_SHORTER: Final = {
    "você": "vc", "vocês": "vcs", "que": "q", "para": "pra", "porque": "pq", "quando": "qdo", "quanto": "qto",
    "quero": "qro", "queria": "qria", "também": "tb", "muito": "mto", "hoje": "hj", "amanhã": "amnh", "não": "n",
    "está": "tá", "estou": "to", "por": "p", "com": "c", "depois": "dps", "mesmo": "msm", "comigo": "cmg",
    "beleza": "blz", "mensagem": "msg", "tudo": "td", "cadê": "kd", "qual": "ql", "preciso": "prciso",
    "obrigado": "obg", "obrigada": "obg", "agora": "agr", "gostaria": "gstaria",
}  # fmt: skip
_NEIGHBOURS: Final = {
    "a": "sq", "s": "ad", "d": "sf", "f": "dg", "g": "fh", "h": "gj", "j": "hk", "k": "jl", "l": "k", "q": "wa",
    "w": "qe", "e": "wr", "r": "et", "t": "ry", "y": "tu", "u": "yi", "i": "uo", "o": "ip", "p": "o", "z": "x",
    "x": "zc", "c": "xv", "v": "cb", "b": "vn", "n": "bm", "m": "n",
}  # fmt: skip
_HEARD: Final = (
    ("ss", "s"), ("ç", "ss"), ("ch", "x"), ("lh", "li"), ("qu", "k"), ("c", "ss"), ("x", "ch"), ("z", "s"), ("s", "z"),
    ("ão", "aum"), ("h", ""),
)  # fmt: skip
_LEAST_MISTYPED: Final = 4
_SHARE: Final = 4  # one word of four is mistyped
_SLIPS: Final = 7


def variants(sentence: str) -> tuple[str, ...]:
    """Return a variant without accents and shortened, and one with slips of the finger and of the ear."""
    words = sentence.split()
    first = " ".join(_shorter(word, _draw(sentence, place, 1)) for place, word in enumerate(words))
    second = " ".join(_mistyped(word, _draw(sentence, place, 2)) for place, word in enumerate(words))
    return tuple(dict.fromkeys(one for one in (_plain(first), second) if one != sentence))


def _draw(sentence: str, place: int, series: int) -> int:
    return zlib.crc32(f"{series}/{place}/{sentence}".encode())


def _plain(text: str) -> str:
    return "".join(one for one in unicodedata.normalize("NFKD", text) if not unicodedata.combining(one))


def _shorter(word: str, drawn: int) -> str:
    return _SHORTER.get(word.lower(), word) if drawn % 2 else word


def _mistyped(word: str, drawn: int) -> str:
    if len(word) < _LEAST_MISTYPED or drawn % _SHARE or not word.isalpha():
        return word
    drawn //= _SHARE
    slip, drawn = drawn % _SLIPS, drawn // _SLIPS
    at = 1 + drawn % (len(word) - 2)
    match slip:
        case 0:
            return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        case 1 | 2:
            return word[:at] + word[at + 1 :]
        case 3:
            return word[:at] + word[at] + word[at:]
        case 4:
            near = _NEIGHBOURS.get(word[at].lower(), word[at])
            return word[:at] + near[drawn // 13 % len(near)] + word[at + 1 :]
    return _misheard(word, at)


def _misheard(word: str, at: int) -> str:
    for said, written in _HEARD:
        if said in word[1:]:
            return word[0] + word[1:].replace(said, written, 1)
    return word[:at] + word[at + 1 :]
