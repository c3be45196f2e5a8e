"""Under which terms is something found, what does somebody look for, and where does it stand in a text?

A term is a folded word, a stem behind `=`, the sound of a name behind `~`, or a run of digits. Words are `[0-9a-z]`, so that
the three never meet. What is written and what is looked for go through the same functions.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from recado.conversations.finding_models import Sought
from recado.foundation.phone import digits, match_key, with_country
from recado.foundation.portuguese import STOP_WORDS, sound, stem
from recado.foundation.text import fold, words

MOST_OF_TEXT = 200
"""Words of one message; a novel pasted into a chat is found by its beginning."""
LONGEST = 40
_MOST_SOUGHT = 8
_NUMBER = re.compile(r"(?<![0-9a-z])\+?\(?[0-9](?:[0-9.\-/() ]*[0-9])?(?![0-9a-z])")
_BEGUN_PHONE = re.compile(r"\(?[0-9]{2}\)? ?9?[0-9]{0,4}|[0-9]{4,5}-[0-9]*")
_WHOLE_NUMBER, _LONGEST_NUMBER = 8, 14
_SHORTEST_END = 4
_PHONE = (12, 13)
_NINTH = 4
"""Where the ninth digit stands, after 55 and the area code."""


def terms_of_text(text: str) -> set[str]:
    """Return the terms under which a message is found."""
    folded = fold(text)
    found = set[str]()
    for word in words(folded)[:MOST_OF_TEXT]:
        if word not in STOP_WORDS:
            found |= _forms(word)
    for run in _NUMBER.findall(folded)[:MOST_OF_TEXT]:
        plain = digits(run)
        if _WHOLE_NUMBER <= len(plain) <= _LONGEST_NUMBER:
            found.add(plain)
            found |= {plain[-length:] for length in (8, 9, 11) if len(plain) > length}
    return found


def terms_of_person(names: Iterable[str], phones: Iterable[str], others: Iterable[str]) -> set[str]:
    """Return the terms under which a person is found: names and how they sound, numbers by any end, what fields hold."""
    found = set[str]()
    for name in names:
        for word in words(name)[:MOST_OF_TEXT]:
            found |= {*_forms(word), "~" + sound(word)[:LONGEST]}
    for phone in phones:
        for plain in _spellings(digits(phone)):
            found |= {plain[-length:] for length in range(_SHORTEST_END, len(plain) + 1)}
    for other in others:
        found |= terms_of_text(other)
    return found


def read_query(text: str) -> tuple[Sought, ...]:
    """Read what somebody types: every word in any of its forms, the last one as it begins, numbers however they are written."""
    folded = fold(text)
    sought: list[Sought] = []
    plain = folded
    for run in _NUMBER.findall(folded):
        number = _sought_number(run)
        if number is not None and number not in sought:
            sought.append(number)
            plain = plain.replace(run, " ", 1)
    typed = words(plain)
    telling = [word[:LONGEST] for word in typed if word not in STOP_WORDS] or typed
    for place, word in enumerate(telling):
        last = place == len(telling) - 1 and word == typed[-1]
        one = Sought((word, stem(word), "=" + stem(word), "~" + sound(word)), word if last else "")
        if one not in sought:
            sought.append(one)
    return tuple(sought[:_MOST_SOUGHT])


def _sought_number(run: str) -> Sought | None:
    plain = digits(run)
    if len(plain) < _SHORTEST_END or len(plain) > _LONGEST_NUMBER + 2:
        return None
    if len(plain) < _WHOLE_NUMBER and plain != run and not _BEGUN_PHONE.fullmatch(run):
        return None
    bare = plain.lstrip("0") or plain
    return Sought((plain, match_key(with_country(run))), bare)


def _spellings(phone: str) -> list[str]:
    key = match_key(phone)
    if len(key) == _PHONE[0] and key.startswith("55") and key[_NINTH] in "6789":
        return [key, key[:_NINTH] + "9" + key[_NINTH:]]
    return [phone]


def _forms(word: str) -> set[str]:
    word = word[:LONGEST]
    # A word that is its own stem stands once; whoever looks for a stem looks for the word of that shape too.
    return {word} if stem(word) == word else {word, "=" + stem(word)}


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a text, and whether it is what was sought."""

    text: str
    marked: bool


_TOKEN = re.compile(r"\w+")
_BEFORE, _LENGTH = 40, 160


def snippet(text: str, sought: Sequence[Sought]) -> tuple[Piece, ...]:
    """Return the part of `text` around the first thing found, in pieces; its beginning where nothing is found."""
    marks = _marks(text, sought)
    start = 0
    if marks and marks[0][0] > _BEFORE:
        start = text.rfind(" ", 0, marks[0][0] - _BEFORE) + 1 or marks[0][0] - _BEFORE
    stop = min(len(text), start + _LENGTH)
    pieces: list[Piece] = [Piece("…", False)] if start else []
    at = start
    for begin, end in marks:
        if begin >= stop:
            break
        if begin > at:
            pieces.append(Piece(text[at:begin], False))
        pieces.append(Piece(text[begin : min(end, stop)], True))
        at = min(end, stop)
    if at < stop:
        pieces.append(Piece(text[at:stop], False))
    return (*pieces, Piece("…", False)) if stop < len(text) else tuple(pieces)


def covered(terms: set[str], sought: Sequence[Sought]) -> int:
    """Return how many of the things sought are among the terms."""
    return sum(any(one.finds(term) for term in terms) for one in sought)


def _marks(text: str, sought: Sequence[Sought]) -> list[tuple[int, int]]:
    numbers = [one for one in sought if (one.beginning or one.exact[0]).isdigit()]
    found: list[tuple[int, int]] = []
    if numbers:
        for run in re.finditer(r"\+?\(?[0-9][0-9.\-/() ]*[0-9]", text):
            terms = terms_of_text(run.group()) | terms_of_person((), (run.group(),), ())
            if covered(terms, numbers):
                found.append(run.span())
    for token in _TOKEN.finditer(text):
        inside = any(begin <= token.start() < end for begin, end in found)
        if not inside and covered(set().union(*(_forms(word) for word in words(token.group()))), sought):
            found.append(token.span())
    return sorted(found)
