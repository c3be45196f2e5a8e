"""Which of two things said in one message counts? The one that asks for an action, and between two actions the first."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

from recado.nlu.intents.courtesies import without_courtesies
from recado.nlu.intents.phrases import LABELS, OUT_OF_SCOPE
from recado.nlu.intents.words import words_of

_END: Final = re.compile(r"[.!?;\n]+(?=\s|$)|[!?;\n]+")
_LEAST_WORDS: Final = 2
_MOST_CLAUSES: Final = 4
_SURE: Final = 0.7
"""A sentence takes the message from a later one only when it is this clear by itself."""
_NO_ACTION: Final = frozenset(
    {"greeting", "goodbye", "thanks", "affirm", "deny", "complaint", "interested", "not_interested", OUT_OF_SCOPE}
)
# What is to be kept may name any action.
_KEPT: Final = "memorize"
ACTIONS: Final = frozenset(LABELS) - _NO_ACTION

Judge = Callable[[Sequence[str]], tuple[str, float]]


def first_action(plain: str, whole: str, judge: Judge) -> str:
    """Return the label of the first sentence of `plain` that asks for an action where a later one has taken the `whole`.

    `judge` gives the label and the probability of a sentence by itself. Returns "" where the whole may stand.
    """
    if whole not in ACTIONS or whole == _KEPT:
        return ""
    sentences = [words for part in _END.split(plain)[: _MOST_CLAUSES * 2] if len(words := _core(part)) >= _LEAST_WORDS]
    if len(sentences) < 2:  # noqa: PLR2004 one sentence is the whole
        return ""
    for words in sentences[:_MOST_CLAUSES]:
        label, probability = judge(words)
        if label == whole:
            return ""
        if label in ACTIONS and probability >= _SURE:
            return label
    return ""


def _core(part: str) -> list[str]:
    return list(without_courtesies(words_of(part))[0])
