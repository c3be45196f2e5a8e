"""How is a name read off a place of the text: how far does it go, and may it be one at all?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from recado.nlu.entities.gazetteer import words_of
from recado.nlu.entities.sheet import Sheet

_WORD: Final = re.compile(r"[a-z]{2,20}(?:[-'][a-z]{1,15})?(?![\w@])")
_NEXT: Final = re.compile(r" (?:(?P<link>d[aeo]s?|e) )?(?P<word>[a-z]{2,20}(?:-[a-z]{1,15})?)(?![\w@])")
_SMALL: Final = re.compile(r"([a-z]{3,})z?(?:inh[oa]s?|it[oa])")
_MOST_WORDS: Final = 5


@dataclass(frozen=True, slots=True)
class Name:
    """A name at `[start, end)`: as written with capitals, its first word as the lists have it, and whether it had a capital."""

    value: str
    start: int
    end: int
    first: str
    capital: bool


@cache
def everyday() -> frozenset[str]:
    """Words of everyday talk that are no names by themselves."""
    return words_of("everyday.txt")


@cache
def given_names() -> frozenset[str]:
    """Given names, as a sheet shows them."""
    return words_of("given_names.txt")


def is_given(word: str) -> bool:
    """Whether a word is a given name, or a diminutive of one ("Fernandinha", "Carlinhos")."""
    if word in given_names():
        return True
    match = _SMALL.fullmatch(word)
    if match is None or word in everyday():
        return False
    stem = (
        match[1].removesuffix("qu") + "c"
        if match[1].endswith("qu")
        else match[1].removesuffix("u")
        if match[1].endswith("gu")
        else match[1]
    )
    return any(stem + end in given_names() for end in ("o", "a", "os", "e", "io", "ia", "")) and len(stem) > 2  # noqa: PLR2004


@cache
def surnames() -> frozenset[str]:
    """Surnames, as a sheet shows them."""
    return words_of("surnames.txt")


@cache
def pet_names() -> frozenset[str]:
    """Names that pets often have, as a sheet shows them."""
    return words_of("pet_names.txt")


def name_at(sheet: Sheet, start: int, *, long: bool) -> Name | None:
    """Read the name that begins at `start`; with `long`, the surnames after it too. None where there is no word."""
    first = _WORD.match(sheet.text, start)
    if first is None:
        return None
    capital = sheet.as_written(first.start(), first.start() + 1).isupper() and not sheet.shouts
    end = first.end()
    for _ in range(_MOST_WORDS if long else 1):
        following = _NEXT.match(sheet.text, end)
        if following is None or not _goes_on(sheet, following, capital=capital, long=long):
            break
        end = following.end()
    return Name(_written(sheet.as_written(start, end)), start, end, first.group(), capital)


def _goes_on(sheet: Sheet, following: re.Match[str], *, capital: bool, long: bool) -> bool:
    word = following["word"]
    at = following.start("word")
    upper = sheet.as_written(at, at + 1).isupper()
    if not long and upper and capital and not following["link"] and word in pet_names():
        return True
    if following["link"] == "e" or (word in everyday() and not (upper and capital and word in surnames())):
        return False
    if following["link"]:
        return long and ((upper and capital) or (word in surnames() and word not in given_names()))
    if upper and capital:
        return True
    return long and not capital and (word in surnames() or word in given_names())


def _written(words: str) -> str:
    """Give each word its capital; what was all in capitals becomes usual again."""
    links = {"de", "da", "do", "das", "dos", "e"}
    out = []
    for word in words.split():
        low = word.lower()
        kept = word if word[:1].isupper() and not (word.isupper() and len(word) > 1) else low[:1].upper() + low[1:]
        out.append(low if low in links else kept)
    return " ".join(out)
