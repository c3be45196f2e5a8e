"""Which words is a message made of, once what chats shorten is written out?"""

from __future__ import annotations

import re
from functools import cache
from importlib import resources
from typing import Final

from recado.nlu.normal import normalise

MOST_WORDS: Final = 160
"""Words that are looked at: what is wanted is said in them, however long the message goes on."""
_LONGEST_LOOKED_AT: Final = 1_200
_WORD: Final = re.compile(r"r\$|[a-z0-9ß-ɏ]+(?:[-'][a-z0-9]+)*|[?@%]|[\U0001F300-\U0001FAFF☀-➿⬀-⯿]")
_LAUGH: Final = re.compile(r"(?:k{2,}|(?:ha|he|hi|hu|rs|ka|ks){2,}h?|h?a(?:ha)+|rs)")
_PLATE: Final = re.compile(r"[a-z]{3}-?\d[a-z0-9]\d{2}")
_CLOCK: Final = re.compile(r"\d{1,2}h(?:\d{2})?(?:min)?|\d{1,2}hrs?|\d{1,2}horas")
_TIMES: Final = re.compile(r"\d{1,3}x")
_THOUSANDS: Final = re.compile(r"\d{1,3}(?:k|mil)")
_SIZED: Final = re.compile(r"(\d+)(km|kg|g|ml|cm|m|anos?|mes(?:es)?|reais|l|min)")
_ORDINAL: Final = re.compile(r"[1-9]\d?[oa]")
_DOUBLED: Final = re.compile(r"([a-qt-z])\1+|^([rs])\2+|([rs])\3+$")
_DIGIT_SEPARATORS: Final = re.compile(r"(?<=\d)[.,/:-](?=\d)")


@cache
def abbreviations() -> dict[str, tuple[str, ...]]:
    """Return what chats shorten and what it stands for, from the package's own list."""
    lines = resources.files("recado.nlu").joinpath("data", "abbreviations.txt").read_text(encoding="utf-8").splitlines()
    pairs = (line.split(":", 1) for line in lines if line and not line.startswith("#"))
    return {short.strip(): tuple(full.split()) for short, full in pairs}


def comparable(text: str) -> str:
    """Return the part of a message that is looked at, in comparable spelling."""
    return normalise(text[:_LONGEST_LOOKED_AT]).text


def words_of(plain: str) -> list[str]:
    """Return the words of a text in comparable spelling: abbreviations written out, figures by their shape."""
    short = abbreviations()
    words: list[str] = []
    for found in _WORD.finditer(_DIGIT_SEPARATORS.sub("", plain)):
        word = found.group()
        full = short.get(word) or short.get(undoubled(word))
        if word == "k":
            # "60 k" is money; "kkkk" has lost its others to the normal form.
            words.append("<mil>" if words and words[-1].startswith("<") else "kkk")
        elif full is not None:
            words.extend(full)
        elif word[0].isdigit() or word[-1].isdigit():
            words.extend(_figure(word))
        elif _LAUGH.fullmatch(word):
            words.append("kkk")
        else:
            words.append(undoubled(word))
        if len(words) >= MOST_WORDS:
            break
    return words


def undoubled(word: str) -> str:
    """Return a word without the doubled letters of those who draw it out ("diaa", "tchaau"); "rr" and "ss" within it stay."""
    return _DOUBLED.sub(lambda found: found[0][0], word)


def _figure(word: str) -> tuple[str, ...]:
    """Figures by what they look like: "15h" an hour, "60x" instalments, "45000" a large number."""
    if word.isdigit():
        return (_number(word),)
    if _CLOCK.fullmatch(word):
        return ("<hora>",)
    if _TIMES.fullmatch(word):
        return ("<vezes>",)
    if _THOUSANDS.fullmatch(word):
        return ("<mil>",)
    if _ORDINAL.fullmatch(word):
        return (word,)
    sized = _SIZED.fullmatch(word)
    if sized:
        return (_number(sized[1]), sized[2])
    return ("<placa>",) if _PLATE.fullmatch(word) else (word,)


def _number(digits: str) -> str:
    length = len(digits)
    if length == 4 and digits[:2] in {"19", "20"}:  # noqa: PLR2004 a year
        return "<ano>"
    if length <= 2:  # noqa: PLR2004 a day, an hour, a count
        return "<n>"
    return "<nnn>" if length <= 3 else "<nnnn>" if length <= 7 else "<documento>"  # noqa: PLR2004
