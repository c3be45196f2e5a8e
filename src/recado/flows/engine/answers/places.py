"""Which place in a list did the person name: "2", "a segunda", "opção b", "a última", "a do meio"?"""

from __future__ import annotations

from collections.abc import Sequence

from recado.flows.engine.answers.utterance import Part, Utterance
from recado.flows.engine.answers.vocabulary import (
    AROUND_PLACE,
    COUNTED,
    MARKS,
    NEGATIONS,
    OF_A_LIST,
    ORDINALS,
    PLACES,
)

_DIGITS = 2
_LETTERS = "abcdefghij"
_FROM_THE_END = {
    "ultimo": 1, "ultima": 1, "derradeiro": 1, "derradeira": 1, "penultimo": 2, "penultima": 2, "antepenultimo": 3,
    "antepenultima": 3,
}  # fmt: skip
_ONE = frozenset({"um", "uma"})
_SEVERAL = frozenset({"os", "as", "umas", "uns", "ambas", "ambos"})
_ENDS = (("de", "cima"), ("de", "baixo"))


def place_named(said: Utterance, count: int, common: frozenset[str]) -> tuple[int, str, bool] | None:
    """The place from 1, the word that named it, and whether that word can mean nothing else ("opção 2").

    None where no place is named, or several are. `common` are words that all the choices have: "o segundo plano".
    """
    found = [named for part in said.parts for named in _places(part, count, common)]
    sure = [named for named in found if named[2]]
    if not sure and not _is_only_about_places(said, found, common):
        return None
    named = sure or found
    if len({place for place, _, _ in named}) != 1 or (sure and any(one[0] != sure[0][0] for one in found)):
        return None
    place = named[0]
    return place if 1 <= place[0] <= count else None


def _places(part: Part, count: int, common: frozenset[str]) -> list[tuple[int, str, bool]]:
    found = []
    for at, word in enumerate(part.words):
        if part.denied[at]:
            continue
        place = _place(part.words, at, count)
        if place is not None:
            found.append((place, word, _is_marked(part.words, at, common)))
    return found


def _place(said: Sequence[str], at: int, count: int) -> int | None:
    word, before = said[at], said[at - 1] if at else ""
    if word in _FROM_THE_END:
        return count + 1 - _FROM_THE_END[word]
    if word == "meio" and before in ("do", "no") and count % 2:
        return count // 2 + 1
    if (before, word) in _ENDS and count == len(_ENDS):
        return 1 if word == "cima" else count
    if word.isdecimal() and word.isascii():
        return int(word) if len(word) <= _DIGITS else None
    if len(word) == 1 and word in _LETTERS and before in ("letra", "opcao", "alternativa"):
        return _LETTERS.index(word) + 1
    if word in COUNTED and before in _SEVERAL:
        return None  # "as duas" are both of them
    if word in _ONE and not (before in MARKS or len(said) == 1):
        return None  # an article
    return PLACES.get(word)


def _is_marked(said: Sequence[str], at: int, common: frozenset[str]) -> bool:
    """Does a word beside it say that a place is meant, and not a day or a count?"""
    before, after = said[at - 1] if at else "", said[at + 1] if at + 1 < len(said) else ""
    if before in MARKS or before in common:
        return True
    if said[at] in _FROM_THE_END or said[at] in ("meio", "cima", "baixo"):
        return not after or after in AROUND_PLACE | OF_A_LIST | common
    return said[at] in ORDINALS and after in OF_A_LIST | common


def _is_only_about_places(said: Utterance, found: Sequence[tuple[int, str, bool]], common: frozenset[str]) -> bool:
    """Is nothing else said than places and the words that stand around them, or a no before?"""
    named, around = {word for _, word, _ in found}, AROUND_PLACE | common
    for part in said.parts:
        if named.intersection(part.kept):
            rest = [word for word in part.words if word not in named and word not in around]
            if any(word not in NEGATIONS for word in rest) or _is_denied_later(part, named):
                return False
        elif any(word not in around for word in part.kept):
            return False
    return bool(found)


def _is_denied_later(part: Part, named: set[str]) -> bool:
    first = next(at for at, word in enumerate(part.words) if word in named)
    return any(word in NEGATIONS for word in part.words[first:])
