"""How is a model taught an organization's phrases, and examined on messages that it was not taught?

A minute of one core: run where nothing waits for it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

import numpy as np

from recado.conversations.rules.understanding import compare
from recado.conversations.understanding_models import Labelled, Marks, Method, Taught
from recado.nlu.evaluation.reports import Report, wilson
from recado.nlu.intents.kinship import fold_of
from recado.nlu.intents.model import Model
from recado.nlu.intents.phrases import Phrase, fingerprint
from recado.nlu.intents.reading import read_intent
from recado.nlu.intents.training import FOLDS, Lesson, fit, lesson_of
from recado.nlu.models import Context

ENOUGH: Final = 90
"""Labelled messages from which on they are taught as well: fewer only examine, for a fold of thirty says little."""
_SITUATION: Final = Context(role="customer")


def teach(
    base: Sequence[Phrase],
    own: Sequence[Phrase],
    labelled: Sequence[Labelled],
    *,
    temperature: float,
    before: Model | None,
    answered: Mapping[str, str],
) -> Taught:
    """Teach a model the product's phrases (`base`) and an organization's `own`, and examine it beside the one in force.

    Below `ENOUGH` labelled messages none of them is taught and all examine both models. From there on all are taught; each
    is examined by a fold that was taught neither it nor what is nearly the same, and `answered` holds what such a fold said
    for the model in force (`before`, None: the product's). `temperature` is that of the product's model: a handful of phrases
    moves it little, and finding it anew takes three more models. Raises `TooFew`.
    """
    taught = len(labelled) >= ENOUGH
    extra = (*own, *(Phrase(one.text, one.label) for one in labelled)) if taught else tuple(own)
    lesson = lesson_of(base, extra)
    model = replace(
        fit(lesson, np.arange(len(lesson.words))), temperature=temperature, fingerprint=fingerprint(lesson.phrases)
    )
    old = {one.id: answered.get(one.id) or answer(one.text, before) for one in labelled}
    new = _by_folds(lesson, labelled, temperature) if taught else {one.id: answer(one.text, model) for one in labelled}
    marks_before, marks_after = mark(labelled, old), mark(labelled, new)
    method = Method.CROSS_VALIDATED if taught else Method.HELD_OUT if labelled else Method.NONE
    return Taught(
        model.to_bytes(), model.fingerprint, method, marks_before, marks_after, new if taught else {},
        compare(marks_before, marks_after),
    )  # fmt: skip


def answer(text: str, model: Model | None) -> str:
    """Return what a model reads in a customer's message; None is the product's own."""
    return read_intent(text, _SITUATION, model)[0].label


def mark(labelled: Sequence[Labelled], answers: Mapping[str, str]) -> Marks:
    """Count how often answers, by the message's id, are what people said."""
    report = Report("intents")
    for one in labelled:
        report.count(one.label, answers[one.id])
        report.total += 1
        report.right += answers[one.id] == one.label
    if not report.total:
        return Marks()
    low, high = wilson(report.right, report.total)
    return Marks(
        report.total, report.right, round(report.right / report.total, 4), (round(low, 4), round(high, 4)),
        round(report.macro_f1, 4),
    )  # fmt: skip


def _by_folds(lesson: Lesson, labelled: Sequence[Labelled], temperature: float) -> dict[str, str]:
    """Return what each labelled message, the last ones of the lesson, is read as by a model that was taught neither it nor
    its near-duplicates."""
    fold = np.array([fold_of(kin, FOLDS) for kin in lesson.kins])
    first = len(lesson.phrases) - len(labelled)
    answers: dict[str, str] = {}
    for number in range(FOLDS):
        part = replace(fit(lesson, np.flatnonzero(fold[lesson.origin] != number)), temperature=temperature)
        for place, one in enumerate(labelled, first):
            if fold[place] == number:
                answers[one.id] = answer(one.text, part)
    return answers
