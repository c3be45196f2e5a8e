"""What is kept of a phrase or a message, what of it is worth a person's look, and when is a new model taken into use?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from recado.conversations.understanding_models import Marks, Ranked, Verdict
from recado.nlu.intents.model import Model, package_model
from recado.nlu.intents.phrases import LABELS
from recado.nlu.intents.prior import with_context
from recado.nlu.intents.words import comparable, words_of
from recado.nlu.models import OUT_OF_SCOPE, Context, Entity, Understanding

LONGEST_PHRASE: Final = 300
LONGEST_WORD: Final = 80
LONGEST_DOUBT: Final = 400
MOST_PHRASES: Final = 200
"""Phrases of one label: who has more to say of it labels messages."""
MOST_WORDS: Final = 500
MOST_OPEN: Final = 500
"""Doubts that wait: more are labelled by nobody; what was said least often and longest ago makes room."""
MOST_DECIDED: Final = 3_000
TOLD: Final = 3
_NORMAL: Final = 600
_TIE: Final = 1e-9
_MASKS: Final = {
    "email": "fulano@exemplo.com", "url": "exemplo.com", "person": "Fulano", "pet_name": "Rex",
}  # fmt: skip
_BY_SHAPE: Final = frozenset({"phone", "cpf", "cnpj", "cep", "plate"})
_LONG_FIGURES: Final = re.compile(r"\d(?:[\d.\-/() ]{3,}\d)")
_FIGURES_THAT_TELL: Final = 5


@dataclass(frozen=True, slots=True)
class Refused:
    """A line that is not kept, and why: `empty`, `too_long`, `no_words`, `twice`, `taken`."""

    text: str
    why: str


def is_label(label: str) -> bool:
    """Whether the taxonomy has it."""
    return label in LABELS


def normal_of(text: str) -> str:
    """Return a text as the model compares it: what has the same is the same phrase."""
    return " ".join(words_of(comparable(text)))[:_NORMAL]


def sift(lines: Iterable[str], longest: int) -> tuple[dict[str, str], list[Refused]]:
    """Return lines to keep by their normal form, and those that are not kept."""
    kept: dict[str, str] = {}
    refused: list[Refused] = []
    for line in lines:
        text = " ".join(line.split())
        normal = normal_of(text)
        if why := _fault(text, normal, longest):
            refused.append(Refused(text[:longest], why))
        elif normal in kept:
            refused.append(Refused(text, "twice"))
        else:
            kept[normal] = text
    return kept, refused


def _fault(text: str, normal: str, longest: int) -> str:
    if not text:
        return "empty"
    if len(text) > longest:
        return "too_long"
    return "" if any(char.isalpha() for char in normal) and text.isprintable() else "no_words"


def masked(text: str, entities: Sequence[Entity]) -> str:
    """Return a message without what tells of whom: names, documents and addresses give way to invented ones of the same shape.

    What is wanted is said in the other words; the shape stays, for the model looks at it.
    """
    out = text
    for one in sorted(entities, key=lambda entity: -entity.start):
        said = text[one.start : one.end]
        if one.type in _MASKS:
            out = out[: one.start] + _MASKS[one.type] + out[one.end :]
        elif one.type in _BY_SHAPE:
            out = out[: one.start] + _blank(said) + out[one.end :]
    return _LONG_FIGURES.sub(_blank_long, out)


def _blank(said: str) -> str:
    return "".join("0" if char.isdigit() else "A" if char.isalpha() and char.isupper() else char for char in said)


def _blank_long(found: re.Match[str]) -> str:
    # A document that fails its check is no entity, and is somebody's all the same.
    digits = sum(char.isdigit() for char in found[0])
    return _blank(found[0]) if digits > _FIGURES_THAT_TELL else found[0]


def ranked(text: str, context: Context, model: Model | None, read: Understanding) -> tuple[Ranked, ...]:
    """Return the likeliest labels: what was read first, then those that the model holds next best."""
    used = package_model() if model is None else model
    shares, _ = with_context(
        used.probabilities(used.scores(used.features(words_of(comparable(text))))), used.labels, context
    )
    found = {read.intent.label: read.intent.probability}
    if read.intent.runner_up:
        found[read.intent.runner_up] = read.intent.runner_up_probability
    for place in np.argsort(-shares, kind="stable")[: TOLD + len(found)]:
        found.setdefault(used.labels[int(place)], float(shares[place]))
    return tuple(Ranked(label, round(probability, 4)) for label, probability in list(found.items())[:TOLD])


def is_doubtful(read: Understanding, doubt_below: int) -> bool:
    """Whether a person should say what was meant: nothing was likely enough."""
    return read.intent.probability * 100 < doubt_below


def is_understood(label: str) -> bool:
    """Whether a label says what is wanted."""
    return label != OUT_OF_SCOPE


def compare(before: Marks, after: Marks) -> Verdict:
    """Say which of two models did better on the same messages: by what was right, and by the macro F1 where that is even."""
    if not after.total:
        return Verdict.UNMEASURED
    for old, new in ((before.accuracy, after.accuracy), (before.macro_f1, after.macro_f1)):
        if abs(new - old) > _TIE:
            return Verdict.BETTER if new > old else Verdict.WORSE
    return Verdict.SAME


def may_promote(verdict: Verdict) -> bool:
    """Whether a model is taken into use by itself: measured, and not worse. Everything else a person decides."""
    return verdict in {Verdict.BETTER, Verdict.SAME}


def hours_of(week: Sequence[Sequence[tuple[int, int]]] | None) -> tuple[int, int]:
    """Return at which hours an organization opens and closes on the clock; 8 and 18 where nobody said."""
    spans = [span for day in week or () for span in day]
    if not spans:
        return 8, 18
    opens, closes = min(first for first, _ in spans) // 60, -(-max(last for _, last in spans) // 60)
    return opens, max(opens + 1, closes)
