"""How is the model of feelings taught from labelled sentences?

Needs scikit-learn, which is imported here alone and only when something is taught; reading messages needs numpy.
"""

from __future__ import annotations

import hashlib
import math
import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from numpy.typing import NDArray

from recado.nlu.intents.noise import variants
from recado.nlu.normal import normalise
from recado.nlu.sentiment.features import BLOCKS, features_of
from recado.nlu.sentiment.lexicon import read_lines
from recado.nlu.sentiment.model import FILE, LABELS, Model

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

BLOCK_WEIGHTS: Final = {"w": 1.0, "t": 0.8, "c": 0.8, "x": 1.0}
FEWEST: Final = {"w": 1, "t": 1, "c": 3, "x": 1}
"""In how many sentences and variants a feature must occur to be kept."""
HARDNESS: Final = 4.0
"""The C of the logistic regression."""
FOLDS: Final = 5
_SOURCES: Final = ("sentiment/lexicon.txt", "sentiment/emoji.txt", "abbreviations.txt")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and how it is said."""

    text: str
    label: str


def package_sentences() -> tuple[Sentence, ...]:
    """Return the sentences that ship with the package, none twice."""
    return tuple(Sentence(text, label) for label in LABELS for text in dict.fromkeys(read_lines(f"{label}.txt")))


def package_file() -> Path:
    """Return where the package's own model stands, in a checkout."""
    return Path(str(resources.files("recado.nlu").joinpath("data", FILE)))


def fingerprint(sentences: Iterable[Sentence]) -> str:
    """Return a digest of sentences in their order, and of what they are read with."""
    digest = hashlib.sha256()
    for name in _SOURCES:
        digest.update(resources.files("recado.nlu").joinpath("data", *name.split("/")).read_bytes())
    for sentence in sentences:
        digest.update(f"{sentence.label}\t{sentence.text}\n".encode())
    return digest.hexdigest()


def train(sentences: Sequence[Sentence] | None = None) -> Model:
    """Teach a model from `sentences` (the package's own by default); the same ones give the same model."""
    said = package_sentences() if sentences is None else tuple(sentences)
    return replace(_fit(said), fingerprint=fingerprint(said))


def held_out(sentences: Sequence[Sentence], folds: int = FOLDS) -> NDArray[np.float64]:
    """Return log probabilities (sentences x labels) of each sentence by a model that was not taught it."""
    fold = np.array([zlib.crc32(normalise(sentence.text).text.encode()) % folds for sentence in sentences])
    scores = np.zeros((len(sentences), len(LABELS)))
    for number in range(folds):
        model = _fit([sentences[at] for at in range(len(sentences)) if fold[at] != number])
        for at in (int(place) for place in np.flatnonzero(fold == number)):
            scores[at] = np.log(model.probabilities(features_of(sentences[at].text)) + 1e-12)
    return scores


def _fit(sentences: Sequence[Sentence]) -> Model:
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415 slow to import, and not needed to read messages

    rows = [
        (features_of(text), sentence.label)
        for sentence in sentences
        for text in (sentence.text, *variants(sentence.text))
    ]
    empty = _vocabulary([features for features, _ in rows])
    learner: Any = LogisticRegression(C=HARDNESS, max_iter=400, class_weight="balanced")
    learner.fit(_matrix(empty, (features for features, _ in rows)), [LABELS.index(label) for _, label in rows])
    weights, scale = _compact(np.asarray(learner.coef_.T))
    kept = np.flatnonzero(np.abs(weights).max(axis=1) > 0)
    names = sorted(empty.places, key=empty.places.__getitem__)
    return replace(
        empty,
        places={names[old]: new for new, old in enumerate(kept)},
        idf=empty.idf[kept],
        block=empty.block[kept],
        weights=weights[kept],
        scale=scale,
        bias=learner.intercept_.astype(np.float32),
    )


def _vocabulary(rows: Sequence[Sequence[str]]) -> Model:
    counted = Counter(feature for features in rows for feature in set(features))
    kept = sorted(feature for feature, times in counted.items() if times >= FEWEST[feature[0]])
    idf: Callable[[str], float] = lambda one: math.log((1 + len(rows)) / (1 + counted[one])) + 1  # noqa: E731
    return Model(
        places={feature: place for place, feature in enumerate(kept)},
        # Rounded as they are stored, so that a model read from its file says the same to the last bit.
        idf=np.array([idf(one) for one in kept]).astype(np.float16).astype(np.float32),
        block=np.array([BLOCKS.index(feature[0]) for feature in kept], dtype=np.int8),
        block_weights=np.array([BLOCK_WEIGHTS[block] for block in BLOCKS], dtype=np.float32),
        weights=np.zeros((0, 0), dtype=np.int8),
        scale=np.zeros(0, dtype=np.float32),
        bias=np.zeros(0, dtype=np.float32),
        fingerprint="",
    )


def _matrix(model: Model, rows: Iterable[Sequence[str]]) -> csr_matrix:
    from scipy.sparse import csr_matrix  # noqa: PLC0415 as above

    ids, values, ends = [], [], [0]
    for features in rows:
        places, amounts = model.vector(features)
        ids.append(places)
        values.append(amounts)
        ends.append(ends[-1] + len(places))
    return csr_matrix((np.concatenate(values), np.concatenate(ids), ends), shape=(len(ends) - 1, len(model.places)))


def _compact(weights: NDArray[np.float64]) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    scale = np.maximum(np.abs(weights).max(axis=0), 1e-9) / 127
    return np.rint(weights / scale).astype(np.int8), scale.astype(np.float32)
