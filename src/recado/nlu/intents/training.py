"""How is a model taught from labelled phrases?

Needs scikit-learn, which is imported here alone and only when something is taught; reading messages needs numpy.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from numpy.typing import NDArray

from recado.nlu.intents.features import BLOCKS, features_of
from recado.nlu.intents.kinship import fold_of, kins_of
from recado.nlu.intents.model import FILE, Model, compact, idf_of
from recado.nlu.intents.noise import variants
from recado.nlu.intents.novelty import Uses, uses_of
from recado.nlu.intents.phrases import LABELS, OUT_OF_SCOPE, Phrase, fingerprint, package_phrases
from recado.nlu.intents.words import comparable, words_of

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

BLOCK_WEIGHTS: Final = {"w": 1.0, "t": 0.7, "c": 1.0, "k": 0.7, "s": 0.4, "n": 0.4}
FEWEST: Final = {"w": 3, "t": 3, "c": 4, "k": 3, "s": 3, "n": 1}
"""In how many phrases and variants a feature must occur to be kept."""
HARDNESS: Final = 0.3
"""The C of the support vector machines: small, for phrases are few and features many."""
OUTSIDE_LIFT: Final = 0.3
"""What is added to the score of `out_of_scope`: no phrases of it are ever enough. Measured: docs/decisions/0023."""
EXTRA_WEIGHT: Final = 3.0
"""An organization's own phrase counts as much as so many of the package's."""
COURTESIES: Final = frozenset({"greeting", "goodbye", "thanks", "affirm", "deny"})
"""Labels that a courtesy beside them could change."""
FOLDS: Final = 3
_TEMPERATURES: Final = tuple(0.08 * 1.06**step for step in range(48))


class TooFew(ValueError):
    """A model cannot be taught: fewer than two labels, or a label that is not of the taxonomy."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """Phrases and their variants as rows: the words of each, its label and weight, and the phrase it came from."""

    phrases: Sequence[Phrase]
    labels: tuple[str, ...]
    kins: Sequence[str]
    words: Sequence[Sequence[str]]
    wanted: NDArray[np.intp]
    weights: NDArray[np.float64]
    origin: NDArray[np.intp]

    @property
    def firsts(self) -> NDArray[np.bool_]:
        """Which rows are phrases as they were written."""
        return np.concatenate([[True], self.origin[1:] != self.origin[:-1]]).astype(np.bool_)

    def uses(self, rows: NDArray[np.intp]) -> Uses:
        """Return who uses which word among those of the rows that are phrases as written."""
        firsts = rows[self.firsts[rows]]
        return uses_of(
            (self.words[row], self.phrases[self.origin[row]].label, self.kins[self.origin[row]]) for row in firsts
        )


def train(phrases: Sequence[Phrase] | None = None, extra: Sequence[Phrase] = ()) -> Model:
    """Teach a model from `phrases` (the package's own by default) and an organization's `extra` ones, which weigh more.

    Takes under a minute on one core; the same phrases give the same predictions. Raises `TooFew`.
    """
    base = package_phrases() if phrases is None else tuple(phrases)
    lesson = lesson_of(base, extra)
    model = fit(lesson, np.arange(len(lesson.words)))
    return replace(model, temperature=_temperature(lesson), fingerprint=fingerprint(lesson.phrases))


def package_file() -> Path:
    """Return where the package's own model stands, in a checkout."""
    return Path(str(resources.files("recado.nlu").joinpath("data", FILE)))


def lesson_of(base: Sequence[Phrase], extra: Sequence[Phrase] = ()) -> Lesson:
    """Return what a model is taught from; raise `TooFew`."""
    said = (*base, *extra)
    unknown = {phrase.label for phrase in said} - set(LABELS)
    labels = tuple(label for label in LABELS if any(phrase.label == label for phrase in said))
    if unknown or len(labels) < 2:  # noqa: PLR2004
        raise TooFew(f"unknown labels {sorted(unknown)}" if unknown else "phrases of two labels are needed")
    words: list[Sequence[str]] = []
    rows: list[tuple[int, float, int]] = []
    for place, phrase in enumerate(said):
        weight = 1.0 if place < len(base) else EXTRA_WEIGHT
        for text in (phrase.text, *variants(phrase.text, courteous=phrase.label not in COURTESIES)):
            words.append(words_of(comparable(text)))
            rows.append((labels.index(phrase.label), weight, place))
    table = np.array(rows)
    return Lesson(
        said,
        labels,
        kins_of(said),
        words,
        table[:, 0].astype(np.intp),
        table[:, 1],
        table[:, 2].astype(np.intp),
    )


def fit(lesson: Lesson, rows: NDArray[np.intp]) -> Model:
    """Fit one model to some of the rows of a lesson, at temperature 1."""
    from sklearn.svm import LinearSVC  # noqa: PLC0415 slow to import, and not needed to read messages

    uses = lesson.uses(rows)
    features = [
        features_of(words, uses.known_to_others(words, lesson.kins[origin]))
        for words, origin in ((lesson.words[row], lesson.origin[row]) for row in rows)
    ]
    empty = replace(_vocabulary(features, lesson.labels), known=uses.known())
    learner: Any = LinearSVC(C=HARDNESS, random_state=0)
    learner.fit(matrix_of(empty, features), lesson.wanted[rows], sample_weight=lesson.weights[rows])
    weights, bias = np.zeros((len(empty.places), len(lesson.labels))), np.full(len(lesson.labels), -1.0)
    learned, intercept = learner.coef_, learner.intercept_
    if len(learner.classes_) == 2:  # noqa: PLR2004 of two classes one is the other's opposite
        learned, intercept = np.vstack([-learned, learned]), np.r_[-intercept, intercept]
    weights[:, learner.classes_] = learned.T
    bias[learner.classes_] = intercept
    if OUT_OF_SCOPE in lesson.labels:
        bias[lesson.labels.index(OUT_OF_SCOPE)] += OUTSIDE_LIFT
    small, scale = compact(weights)
    return replace(empty, weights=small, scale=scale, bias=bias.astype(np.float32))


def _vocabulary(features: Sequence[Sequence[str]], labels: tuple[str, ...]) -> Model:
    counted: Counter[str] = Counter()
    for found in features:
        counted.update(set(found))
    kept = sorted(feature for feature, times in counted.items() if times >= FEWEST[feature[0]])
    return Model(
        labels=labels,
        places={feature: place for place, feature in enumerate(kept)},
        # Rounded as they are stored, so that a model read from its file gives the same scores to the last bit.
        idf=np.array([idf_of(counted[one], len(features)) for one in kept]).astype(np.float16).astype(np.float32),
        block=np.array([BLOCKS.index(feature[0]) for feature in kept], dtype=np.int8),
        block_weights=np.array([BLOCK_WEIGHTS[block] for block in BLOCKS], dtype=np.float32),
        weights=np.zeros((0, 0), dtype=np.int8),
        scale=np.zeros(0, dtype=np.float32),
        bias=np.zeros(0, dtype=np.float32),
        temperature=1.0,
        known=frozenset(),
        fingerprint="",
    )


def matrix_of(model: Model, features: Iterable[Sequence[str]]) -> csr_matrix:
    """Return messages as rows of a sparse matrix over the model's features."""
    from scipy.sparse import csr_matrix  # noqa: PLC0415 as above

    ids, values, ends = [], [], [0]
    for found in features:
        places, amounts = model.vector(found)
        ids.append(places)
        values.append(amounts)
        ends.append(ends[-1] + len(places))
    return csr_matrix((np.concatenate(values), np.concatenate(ids), ends), shape=(len(ends) - 1, len(model.places)))


@dataclass(frozen=True, slots=True)
class HeldOut:
    """Scores of phrases by a model that was not taught them, and the place of the label each has."""

    scores: NDArray[np.float64]
    wanted: NDArray[np.intp]
    labels: tuple[str, ...]


def held_out(lesson: Lesson, folds: int = FOLDS, *, parts: int | None = None) -> HeldOut:
    """Score phrases by models taught from the others, near-duplicates never on both sides.

    All `folds` are examined; with `parts` only so many, by models taught without variants: enough for a temperature, and fast.
    """
    fold = np.array([fold_of(kin, folds) for kin in lesson.kins])[lesson.origin]
    scores: list[NDArray[np.float32]] = []
    wanted: list[int] = []
    for number in range(folds if parts is None else parts):
        taught = fold != number if parts is None else (fold != number) & lesson.firsts
        model = fit(lesson, np.flatnonzero(taught))
        for row in np.flatnonzero((fold == number) & lesson.firsts):
            scores.append(model.scores(model.features(lesson.words[int(row)])))
            wanted.append(int(lesson.wanted[row]))
    return HeldOut(np.array(scores, dtype=np.float64), np.array(wanted, dtype=np.intp), lesson.labels)


def _temperature(lesson: Lesson) -> float:
    """Find the temperature at which held-out phrases are least surprising."""
    held = held_out(lesson, parts=1)
    if not len(held.wanted):
        return 1.0
    return min(_TEMPERATURES, key=lambda temperature: _surprise(held.scores / temperature, held.wanted))


def _surprise(table: NDArray[np.float64], right: NDArray[np.intp]) -> float:
    shifted = table - table.max(axis=1, keepdims=True)
    logs = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    return float(-logs[np.arange(len(right)), right].mean())
