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
_OPENINGS: Final = (
    "oi",
    "olá,",
    "bom dia",
    "boa tarde!",
    "boa noite",
    "oi, tudo bem?",
    "oii boa tarde",
    "bom dia, tudo bem?",
    "olá, tudo bom?",
    "oi moça",
    "amiga,",
    "por favor,",
    "boa tarde, gostaria de uma informação.",
    "oi, uma dúvida:",
    "queria tirar uma dúvida,",
    "olá! preciso de uma ajuda.",
    "oi, me ajuda?",
    "então,",
    "gente,",
    "deixa eu te perguntar,",
    "me tira uma dúvida?",
    "desculpa incomodar,",
    "oi, aqui é a Ana.",
    "bom dia, me chamo Carlos.",
    "sou cliente de vocês,",
    "oi de novo,",
    "ah,",
    "olha,",
    "oi bom dia td bem com vc?",
    "opa,",
    "oi, boa tarde! tudo bem com vocês?",
    "moço,",
    "e aí, blz?",
    "Olá. Queria uma informação:",
    "só uma pergunta,",
    "licença,",
    "bom dia pessoal,",
    "me diz uma coisa,",
)
_CLOSINGS: Final = (
    "obrigada",
    ", por favor",
    "pfv",
    "desde já agradeço",
    "fico no aguardo",
    "valeu!",
    "tá?",
    "viu",
    "obg",
    "aguardo retorno",
    "bjs",
    "🙏",
    ", obrigado!",
    "moça",
    "por gentileza",
    "se puder me responder agradeço",
    "blz?",
    "ok?",
    ", amigo",
    "rs",
)
_LEAST_MISTYPED: Final = 4
_SHARE: Final = 4  # one word of four is mistyped
_SLIPS: Final = 7


def variants(sentence: str, *, courteous: bool = False) -> tuple[str, ...]:
    """Return a variant without accents and shortened, and one with slips of the finger and of the ear.

    With `courteous` the latter is, three times of four, opened or closed as polite people do: what is wanted stays the same.
    """
    words = sentence.split()
    first = " ".join(_shorter(word, _draw(sentence, place, 1)) for place, word in enumerate(words))
    second = " ".join(_mistyped(word, _draw(sentence, place, 2)) for place, word in enumerate(words))
    if courteous:
        second = _wrapped(second, _draw(sentence, 0, 3))
    return tuple(dict.fromkeys(one for one in (_plain(first), second) if one != sentence))


def _wrapped(sentence: str, drawn: int) -> str:
    opening = _OPENINGS[drawn // 4 % len(_OPENINGS)] if drawn % 4 in {1, 3} else ""
    closing = _CLOSINGS[drawn // 512 % len(_CLOSINGS)] if drawn % 4 in {2, 3} else ""
    return f"{opening} {sentence} {closing}".strip()


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
