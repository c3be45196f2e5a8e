"""Does a message say yes or no, and does a choice?"""

from __future__ import annotations

from collections.abc import Sequence

from recado.flows.engine.answers.utterance import Utterance
from recado.flows.engine.answers.vocabulary import (
    BUTS,
    DOUBTS,
    NEGATIONS,
    NO,
    NO_ENDS,
    NO_PHRASES,
    NO_SIGNS,
    NO_STARTS,
    NO_TITLES,
    YES,
    YES_ENDS,
    YES_PHRASES,
    YES_SIGNS,
    YES_TITLES,
)

_SHORT = 7
"""Words; a longer message that begins with "sim" may go on to say something else."""


def yes_or_no(text: str, said: Utterance) -> str:
    """`sim`, `nao`, or empty where it is neither, both, or doubt."""
    spoken = said.words
    if not spoken:
        return (
            "sim"
            if any(sign in text for sign in YES_SIGNS)
            else "nao"
            if any(sign in text for sign in NO_SIGNS)
            else ""
        )
    phrase = " ".join(spoken)
    if any(phrase == doubt or f" {doubt} " in f" {phrase} " for doubt in DOUBTS):
        return ""
    if phrase in NO_PHRASES or _ends(phrase, NO_ENDS, spoken) or _starts(phrase, NO_STARTS, spoken):
        return "nao"
    if phrase in YES_PHRASES or (_ends(phrase, YES_ENDS, spoken) and not NEGATIONS.intersection(spoken)):
        return "sim"
    return _by_first_word(spoken)


def _by_first_word(spoken: Sequence[str]) -> str:
    if spoken[0] in NO:
        return "" if "sim" in spoken else "nao"
    if spoken[0] in YES and len(spoken) <= _SHORT and not (NEGATIONS | BUTS).intersection(spoken):
        return "sim"
    return ""


def _ends(phrase: str, ends: frozenset[str], spoken: Sequence[str]) -> bool:
    return len(spoken) <= _SHORT and any(phrase == end or phrase.endswith(f" {end}") for end in ends)


def _starts(phrase: str, starts: frozenset[str], spoken: Sequence[str]) -> bool:
    return len(spoken) <= _SHORT and any(phrase.startswith(f"{start} ") for start in starts)


def polarity(title: Sequence[str]) -> tuple[str, bool]:
    """What a choice with this title says (`sim`, `nao` or nothing), and whether it says so itself.

    "Cancelar" is a no only to a question of yes and no.
    """
    if not title or " ".join(title[:2]) in DOUBTS:
        return "", False
    if title[0] in ("sim", "s"):
        return "sim", True
    if title[0] in NEGATIONS or title[0] == "n" or "nao" in title:
        return "nao", True
    if title[0] in YES_TITLES or " ".join(title) in YES_PHRASES:
        return "sim", False
    return ("nao", False) if title[0] in NO_TITLES else ("", False)
