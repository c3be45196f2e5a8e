"""Which of the offered choices did the person mean: by tap, title, number, place in the list, or nearly so?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from recado.flows.engine.answers.likeness import alike
from recado.flows.engine.answers.places import place_named
from recado.flows.engine.answers.polarity import polarity, yes_or_no
from recado.flows.engine.answers.utterance import Utterance, alternatives, read
from recado.flows.engine.answers.vocabulary import FILLERS, GENERIC, NEGATIONS, NO, PLACES, WEEKDAYS, YES
from recado.flows.engine.folding import fold

_MOST_WORDS = 24
"""Telling words that are compared with the titles; who writes more is not choosing."""
_WHOLE = 0.8
"""How much of a title must be said, slips counted, for the rest of the message not to matter."""
_MOST, _SOME = 0.7, 0.34
"""How much of a title, where all that tells it from the others was said, and of what was said: "quero aprender inglês"."""
_PART, _TELLING = 0.25, 0.6
"""How much of a title, and of what was said, where only a part of the title was named."""
_WHOLE_NO = 0.6
"""The same for a title with a no in it, whose no was said: "sem tosa" for "Banho sem tosa"."""
_PASSING = 0.5
"""How much of what was said must be in a title of words that are often said in passing: "outro", "mais"."""
_MARGIN = 0.07
"""How far the best must be ahead of the next. An exact word is that far ahead of one of its family."""
_VERBS = ("ar", "er", "ir")
_GLUED = 6
"""Letters from which on a word may be a whole name written without blanks."""
_GLUED_SLIPS = 2


@dataclass(frozen=True, slots=True)
class Choosable:
    """A choice that can be meant. `also` are other words for it, as the author wrote them."""

    id: str
    title: str
    also: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Its title and the other words."""
        return (self.title, *self.also)


def pick(text: str, choice_id: str, choices: Sequence[Choosable]) -> Choosable | None:
    """The choice meant; None where none is, or two could be.

    Surer ways go first: the tap, the whole title, the place in the list, yes and no, then the likeness of words.
    """
    if choice_id:
        tapped = next((choice for choice in choices if choice.id == choice_id), None)
        if tapped:
            return tapped
    if not text.strip() or not choices:
        return None
    titled = _by_title(text, choices)
    if titled is not None:
        return titled
    offered = alternatives(text)
    if len(offered) > 1:
        # "banho ou tosa" chooses nothing, also where "Banho e tosa" could be chosen.
        meant = [_by_words(part, choices) for part in offered]
        return meant[0] if all(one is not None and one == meant[0] for one in meant) else None
    return _by_words(text, choices)


def _by_words(text: str, choices: Sequence[Choosable]) -> Choosable | None:
    said = read(text)
    found, is_settled = _by_place(said, choices)
    if is_settled:
        return found
    meant = yes_or_no(text, said)
    answered = _by_yes_or_no(meant, choices) if meant else None
    if answered is not None and all(word in YES or word in NO or word in FILLERS for word in said.words):
        return answered
    # "quero remarcar" names something, although "quero" alone would be a yes.
    return _by_likeness(said, choices) or answered


def _only(found: list[Choosable]) -> Choosable | None:
    return found[0] if len(found) == 1 else None


def _by_title(text: str, choices: Sequence[Choosable]) -> Choosable | None:
    folded = fold(text)
    whole = _only([choice for choice in choices if _known(choice.title).folded == folded])
    # An author's other words are meant as they stand, also with a no in them: "sem pressa".
    bare = folded.strip(" .,!?")
    whole = whole or _only([choice for choice in choices if any(_known(name).folded == bare for name in choice.names)])
    said = _known(text).words
    if whole or not said:
        # A picture alone names the choice whose title shows it.
        return whole or _only([choice for choice in choices if text.strip() in choice.title])
    return _only([choice for choice in choices if any(_known(name).words == said for name in choice.names)])


def _by_place(said: Utterance, choices: Sequence[Choosable]) -> tuple[Choosable | None, bool]:
    """The choice at the place named, and whether the place settles it; a word of a title may mean itself instead."""
    named = place_named(said, len(choices), _common(tuple(choices)))
    if named is None:
        return None, False
    place, word, is_marked = named
    titled = [choice for choice in choices if any(word in _known(name).words for name in choice.names)]
    if is_marked or not titled or titled == [choices[place - 1]]:
        return choices[place - 1], True
    # "segunda" is a day where the titles are days, "5" a weight where they are weights; "a primeira" where one title
    # is "Primeira consulta" may be either.
    return None, word in PLACES and word not in WEEKDAYS and not word.isdecimal()


def _by_yes_or_no(meant: str, choices: Sequence[Choosable]) -> Choosable | None:
    by_themselves = [choice for choice in choices if polarity(_known(choice.title).words) == (meant, True)]
    if by_themselves:
        return _only(by_themselves)
    implied = [choice for choice in choices if polarity(_known(choice.title).words)[0] == meant]
    # "Confirmar, remarcar ou cancelar?" – "não" could be either of two.
    return _only(implied) if meant == "sim" or len(choices) <= 2 else None  # noqa: PLR2004 - yes and no


@dataclass(frozen=True, slots=True)
class _Fit:
    """How well a choice fits what was said: how much of its name was said, how much of what was said is in it, and which
    words are."""

    part: float = 0.0
    told: float = 0.0
    explained: frozenset[str] = frozenset()
    is_possible: bool = False

    @property
    def score(self) -> float:
        return 0.6 * self.part + 0.4 * self.told

    @property
    def is_whole(self) -> bool:
        return self.part >= _WHOLE


def _by_likeness(said: Utterance, choices: Sequence[Choosable]) -> Choosable | None:
    shared = _shares(tuple(choices))
    # A small word tells nothing, unless a title is made of such: "só isso", "bom".
    kept, everything = _telling(said.kept, shared), _telling(said.words, shared)
    if not everything:
        return None
    fits = [
        max(
            (_fit(name, kept, everything, shared) for name in choice.names),
            key=lambda fit: (fit.is_possible, fit.score),
        )
        for choice in choices
    ]
    best = max(range(len(choices)), key=lambda at: (fits[at].is_possible, fits[at].score))
    others = [fit for at, fit in enumerate(fits) if at != best]
    return None if not fits[best].is_possible or any(_rivals(fits[best], other) for other in others) else choices[best]


def _telling(said: Sequence[str], named: Mapping[str, int]) -> list[str]:
    """The words that are compared, two of them as one where a name writes them so: "semi novo"."""
    joined = [one + other for one, other in pairwise(said) if one + other in named]
    apart = {word for one, other in pairwise(said) if one + other in named for word in (one, other)}
    words = (word for word in dict.fromkeys((*joined, *said)) if word not in apart)
    return [word for word in words if word not in FILLERS or word in named][:_MOST_WORDS]


def _rivals(best: _Fit, other: _Fit) -> bool:
    """Could the other have been meant as well?"""
    if other.is_possible and best.score - other.score < _MARGIN:
        return True
    if not best.is_whole:
        # A part of a title was named: it must be more of this one than of any other.
        return other.told > best.told - _MARGIN and other.part > 0
    # "banho para o Thor e consulta para a Mel" names two things; in "agendar vacina" the verb names none.
    beyond = {word for word in other.explained - best.explained if not word.endswith(_VERBS)}
    return bool(beyond)


def _fit(name: str, kept: Sequence[str], everything: Sequence[str], shared: Mapping[str, int]) -> _Fit:
    """Hold one name against what was said. A name with a no in it wants that no, and all of it; others want none."""
    known = _known(name)
    denies = bool(NEGATIONS.intersection(known.words))
    said = everything if denies else kept
    if not said or all(word in NEGATIONS or (word in YES and word in FILLERS) for word in known.telling):
        return _Fit()
    if denies and not NEGATIONS.intersection(everything):
        return _Fit()
    whole = sum(1 / shared[word] for word in known.telling)
    part = sum(max(alike(one, word) for one in said) / shared[word] for word in known.telling) / whole
    part = max(part, *(_as_one_word(one, known.words) for one in said))
    found = {one: max(*(alike(one, word) for word in known.telling), _as_one_word(one, known.words)) for one in said}
    told = sum(found.values()) / len(said)
    is_generic = all(word in GENERIC for word in known.telling)
    possible = (
        (part >= (_WHOLE_NO if denies else _WHOLE) and (not is_generic or told >= _PASSING))
        or (part >= _MOST and told >= _SOME and not denies)
        or (part >= _PART and told >= _TELLING and not denies)
    )
    return _Fit(part, told, frozenset(one for one, likeness in found.items() if likeness), possible)


def _as_one_word(said: str, name: Sequence[str]) -> float:
    """How alike a word is to a name without its blanks: "banhoetosa"."""
    glued = "".join(name)
    whole = len(name) > 1 and len(said) >= _GLUED and abs(len(said) - len(glued)) <= _GLUED_SLIPS
    return alike(said, glued) if whole else 0.0


@lru_cache(maxsize=512)
def _shares(choices: tuple[Choosable, ...]) -> Mapping[str, int]:
    """Each word of the names, and in how many choices it stands: one that stands in all tells nothing."""
    sets = ({word for name in choice.names for word in _known(name).telling} for choice in choices)
    return Counter(word for one in sets for word in one)


@lru_cache(maxsize=512)
def _common(choices: tuple[Choosable, ...]) -> frozenset[str]:
    """The words that stand in every title: "o segundo plano" where all are plans."""
    titles = [frozenset(_known(choice.title).words) for choice in choices]
    return frozenset.intersection(*titles) if len(titles) > 1 else frozenset()


@dataclass(frozen=True, slots=True)
class _Known:
    folded: str
    words: list[str]
    telling: list[str]


@lru_cache(maxsize=2_048)
def _known(name: str) -> _Known:
    """A name taken apart. Titles are the same in every conversation, so most are taken apart once."""
    found = list(read(name[:200]).words)
    return _Known(fold(name[:200]), found, list(dict.fromkeys(word for word in found if word not in FILLERS)) or found)
