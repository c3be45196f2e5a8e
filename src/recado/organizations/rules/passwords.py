"""Is this password good enough?

Length is judged in code points and nothing is cut, trimmed or folded before hashing. What people really choose is judged by
what remains when the decoration (case, accents, digits and signs around, letters written as digits) is taken off: a flat
list of leaked passwords knows `flamengo10` and not `Flamengo#1981`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable
from functools import cache
from importlib.resources import files

from recado.foundation.text import fold
from recado.organizations.errors import WeakPassword

SHORTEST = 8
LONGEST = 128
_LEET = str.maketrans(
    {"0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "8": "b", "@": "a", "$": "s", "!": "i"}
)
_EDGES = re.compile(r"^[\W\d_]+|[\W\d_]+$")
_NOT_WORD = re.compile(r"[\W_]+")
_ROWS = (
    "1234567890",
    "qwertyuiop",
    "asdfghjklç",
    "zxcvbnm",
    "abcdefghijklmnopqrstuvwxyz",
    "qazwsxedcrfvtgbyhnujmikolp",
    "1q2w3e4r5t6y7u8i9o0p",
)
_RUN = 4
_FEWEST_KINDS = 5
_DIGITS_ONLY = re.compile(r"[\d\s./:()+-]{1,20}")


def check_password(password: str, *, about: Iterable[str]) -> None:
    """Raise `WeakPassword` unless the password may be used; `about` are words of the person (name, e-mail, organization)."""
    if len(password) < SHORTEST:
        raise WeakPassword(reason="too_short", shortest=SHORTEST)
    if len(password) > LONGEST:
        raise WeakPassword(reason="too_long", longest=LONGEST)
    cores = _cores(password)
    # Dates, telephones, documents: a machine counts through them all.
    if len(set(fold(password))) < _FEWEST_KINDS or _DIGITS_ONLY.fullmatch(password):
        raise WeakPassword(reason="common")
    if any(_is_walk(core) for core in cores) or _is_common(cores, common_words()):
        raise WeakPassword(reason="common")
    if _is_common(cores, frozenset(_personal(about))):
        raise WeakPassword(reason="personal")


def _cores(password: str) -> frozenset[str]:
    """Return what remains of the password when its decoration is taken off, in the ways people put it on."""
    folded = fold(password).replace(" ", "")
    bare = _EDGES.sub("", folded)
    spellings = {folded, bare, folded.translate(_LEET), bare.translate(_LEET), _EDGES.sub("", folded.translate(_LEET))}
    return frozenset(_NOT_WORD.sub("", one) for one in spellings if one) | {"".join(c for c in folded if c.isdigit())}


def _is_common(cores: Collection[str], words: Collection[str]) -> bool:
    return any(_is_made_of(core, words) for core in cores if core)


def _is_made_of(core: str, words: Collection[str]) -> bool:
    """Tell whether the core is one word, the same word twice, or two words and at most a few letters of one's own."""
    for length in range(3, len(core) + 1):
        if core[:length] not in words:
            continue
        rest = core[length:].strip("0123456789")
        if not rest or rest in words:
            return True
    return False


def _is_walk(core: str) -> bool:
    """Tell whether the core is steps along keyboard rows or the alphabet, in either direction, or one piece repeated."""
    if not core:
        return False
    if len(core) >= SHORTEST and any(core == (core[:size] * len(core))[: len(core)] for size in range(1, _RUN + 1)):
        return True
    rest = core
    pieces = 0
    while rest:
        length = max((_shared(rest, line) for row in _ROWS for line in (row, row[::-1])), default=0)
        if length < min(_RUN - 1, len(rest)):
            return False
        rest = rest[length:]
        pieces += 1
    return len(core) >= SHORTEST - 2 and pieces <= _RUN


def _shared(text: str, line: str) -> int:
    """Return how many leading characters of `text` stand next to one another in `line`."""
    start = line.find(text[0])
    if start < 0:
        return 0
    length = 0
    while length < len(text) and start + length < len(line) and text[length] == line[start + length]:
        length += 1
    return length


def _personal(about: Iterable[str]) -> Iterable[str]:
    for text in about:
        folded = fold(text)
        yield _NOT_WORD.sub("", folded)
        yield from (word for word in _NOT_WORD.split(folded) if len(word) >= _RUN)


@cache
def common_words() -> frozenset[str]:
    """Return the words people build passwords from (Portuguese and English), read once from the list beside this file."""
    text = files("recado.organizations.rules").joinpath("common_words.json").read_text(encoding="utf-8")
    return frozenset(fold(word).replace(" ", "") for word in json.loads(text))
