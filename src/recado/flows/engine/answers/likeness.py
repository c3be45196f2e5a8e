"""How alike are two words to a person: the same, of one family, of one sound, or a slip apart?"""

from __future__ import annotations

import re
from functools import lru_cache

from recado.flows.engine.answers.vocabulary import listed

_STEM = 3
"""Letters that must be left of a word without its ending."""
_PREFIX = 4
"""Letters from which on a beginning stands for the word: "agend" for "agendar"."""
_TAIL = 4
"""Letters that may hang on a word: "consultazinha" less so than "consultas"."""
_ONE_SLIP, _TWO_SLIPS, _THREE_SLIPS = 4, 8, 13
"""Letters from which on slips are forgiven: "gat" is no "gato", and "vacnias" is "vacinas"."""
_SURE_BEGINNING = 6
"""Letters below which the first one must be right: "gato" is one letter from "pato"."""
_LONGEST = 40

_ENDINGS = listed(
    "zinhos zinhas zinho zinha inhos inhas inho inha amentos imentos amento imento acoes adores adoras ador adora acao icao"
    " ando endo indo aria eiro eira aram eram iram ares eres ires arei erei irei avam ado ada ido ida ava ia oes aes ais eis"
    " ar er ir ei ou am em as os es ao a o e s"
)
_SOUNDS = tuple(
    (re.compile(pattern), letters)
    for pattern, letters in (
        (r"x$", "ks"),
        (r"ph", "f"),
        (r"[ck]h|x|sch", "x"),
        (r"lh", "li"),
        (r"nh", "ni"),
        (r"qu(?=[ei])|k|c(?=[^eiy]|$)|qu|q", "k"),
        (r"gu(?=[ei])", "g"),
        (r"g(?=[ei])|j", "j"),
        (r"s[sc](?=[ei])|ss|c(?=[eiy])|z|s", "s"),
        (r"h", ""),
        (r"y", "i"),
        (r"w", "v"),
        (r"n(?=[bp])", "m"),
        (r"l(?=[^aeiou]|$)", "u"),
        (r"e(?=s?$)", "i"),
        (r"o(?=s?$)", "u"),
        (r"(.)\1+", r"\1"),
    )
)


@lru_cache(maxsize=16_384)
def alike(said: str, word: str) -> float:
    """From 1 (the same) to 0 (nothing in common); both folded. Numbers are the same or not."""
    if said == word:
        return 1.0
    if not (said.isalpha() and word.isalpha()):
        return 0.0
    short, long = sorted((said, word), key=len)
    if len(short) > _STEM and stem(said) == stem(word):
        return 0.93
    if len(short) >= _STEM and _sound_alike(said, word):
        return 0.92
    # Who writes "agend" means a longer word; "banhoetosa" is more than "banho".
    if len(short) >= _PREFIX and long.startswith(short) and (short == said or len(long) - len(short) <= _TAIL):
        return 0.88
    return _after_slips(short, long)


def _sound_alike(one: str, other: str) -> bool:
    if one[0] == other[0] and sound(one) == sound(other):
        return True
    heard = sound(stem(one))
    return len(heard) >= _PREFIX and heard == sound(stem(other))


def _after_slips(short: str, long: str) -> float:
    letters = len(short)
    slips = (letters >= _ONE_SLIP) + (letters >= _TWO_SLIPS) + (letters >= _THREE_SLIPS)
    if not slips or len(long) > _LONGEST or len(long) - letters > slips:
        return 0.0
    if letters < _SURE_BEGINNING and short[0] != long[0] and short[:2] != long[1::-1]:
        return 0.0
    made = distance(short, long)
    if made > 1 and short[0] != long[0]:
        return 0.0  # "desmarcar" is no "remarcar"
    return 0.86 - 0.06 * made if made <= slips else 0.0


@lru_cache(maxsize=4_096)
def stem(word: str) -> str:
    """The word without its ending: `agendamento`, `agendei` and `agendar` are one."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _STEM:
            return word[: -len(ending)]
    return word


@lru_cache(maxsize=4_096)
def sound(word: str) -> str:
    """How it sounds to a Brazilian, roughly: `vasina` is `vacina`, `toza` is `tosa`, `xurrasco` is `churrasco`."""
    for pattern, letters in _SOUNDS:
        word = pattern.sub(letters, word)
    return word


def distance(one: str, other: str) -> int:
    """Letters put in, left out, changed or swapped to get from one word to the other (at most 40 letters are read)."""
    one, other = one[:_LONGEST], other[:_LONGEST]
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        before, last, row = row, before, [i]
        for j, mark in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != mark))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == mark:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
    return row[-1]
