"""Which words of Portuguese are forms of one another, say nothing, or sound the same?

All three work on words as `text.words` gives them, without accents: people write "operacao" as often as "operação", and a
stemmer that needs the accent would keep the two apart.
"""

from __future__ import annotations

import re
from functools import lru_cache

STOP_WORDS = frozenset((
    "a", "ao", "aos", "as", "ate", "com", "como", "da", "das", "de", "dela", "dele", "do", "dos", "e", "ela",
    "ele", "em", "entre", "era", "essa", "esse", "esta", "este", "eu", "foi", "isso", "ja", "la", "lhe", "mais",
    "mas", "me", "meu", "minha", "na", "nas", "nem", "no", "nos", "o", "os", "ou", "para", "pela", "pelo",
    "pra", "pro", "por", "qual", "que", "se", "sem", "ser", "seu", "sua", "so", "tem", "um", "uma", "vc", "voce",
))  # fmt: skip
"""So common that nobody finds anything by them."""

_PLURALS = (
    ("oes", "ao"), ("aes", "ao"), ("ais", "al"), ("eis", "el"), ("ois", "ol"), ("ns", "m"), ("res", "r"), ("zes", "z"),
    ("ss", "ss"), ("us", "us"), ("is", "is"), ("s", ""),
)  # fmt: skip
_LONGEST_PLURAL_STEM = 3

# Folded endings of nouns and of the three conjugations, with what stays of them; the longest that fits is taken.
_ENDINGS = {
    "encia": "ent", "ancia": "ant",
    **dict.fromkeys((
        "mente", "amento", "imento", "acao", "icao", "ador", "adora", "edor", "edora", "idor", "idora", "idade", "avel",
        "ivel", "ario", "zinho", "zinha", "inho", "inha",
        "ariamos", "assemos", "aremos", "avamos", "ariam", "assem", "arao", "ando", "aria", "asse", "aram", "arei", "ava",
        "avam", "armos", "arem", "ado", "ada", "ar", "ou", "ei", "am", "em", "emos", "amos", "aste",
        "eriamos", "essemos", "eremos", "eriam", "essem", "erao", "endo", "eria", "esse", "eram", "erei", "ermos", "erem",
        "ido", "ida", "er", "eu", "iam", "iamos",
        "iriamos", "issemos", "iremos", "iriam", "issem", "irao", "indo", "iria", "isse", "iram", "irei", "irmos", "irem",
        "ir", "iu", "iste",
    ), ""),
}  # fmt: skip
_BY_LENGTH = sorted(_ENDINGS, key=len, reverse=True)
_LEAST = 3
"""Letters that must stay: "lado" is no form of a verb "l"."""


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """Return what the forms of a folded word share: "consultas", "consultei" and "consultar" are all "consult"."""
    if len(word) <= _LEAST or not word.isalpha():
        return word
    found = _singular(word)
    for ending in _BY_LENGTH:
        # "Maria" is no form of "mar", and a "salário" no salt; "veterinária" and "veterinário" are one.
        least = _LEAST + 1 if ending in ("aria", "ario") else _LEAST
        if found.endswith(ending) and len(found) - len(ending) >= least:
            found = found[: -len(ending)] + _ENDINGS[ending]
            break
    # One vowel goes from any word, more of them only from longer ones: "remédio" loses two, "Maria" one.
    for least in (_LEAST, _LEAST + 1):
        while len(found) > least and found[-1] in "aeio":
            found = found[:-1]
            if least == _LEAST:
                break
    # paguei, fiquei: the u only keeps the consonant as it sounds in pagar and ficar.
    if found.endswith("gu") and len(found) > _LEAST:
        return found[:-1]
    return found[:-2] + "c" if found.endswith("qu") and len(found) > _LEAST else found


def _singular(word: str) -> str:
    for ending, kept in _PLURALS:
        if word.endswith(ending):
            return word[: -len(ending)] + kept if len(word) - len(ending) + len(kept) >= _LONGEST_PLURAL_STEM else word
    return word


_SOUNDS = (
    ("ph", "f"), ("th", "t"), ("sh", "x"), ("ch", "x"), ("qu", "k"), ("ck", "k"), ("y", "i"), ("w", "v"), ("z", "s"),
)  # fmt: skip
_SOFT_C, _SOFT_G = re.compile("c(?=[ei])"), re.compile("g(?=[ei])")
_TWICE = re.compile(r"(.)\1+")


def sound(word: str) -> str:
    """Return a key that spellings of one Brazilian name share: Thiago and Tiago, Souza and Sousa, Luiz and Luis."""
    for written, heard in _SOUNDS:
        word = word.replace(written, heard)
    word = _SOFT_G.sub("j", _SOFT_C.sub("s", word)).replace("c", "k").replace("q", "k")
    if word[:1] == "h":
        word = word[1:]
    word = _TWICE.sub(r"\1", word)
    return word[:-1] + "m" if word.endswith("n") else word
