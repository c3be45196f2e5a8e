"""How likely is each intent? Inference over arrays alone: no learner is imported where messages are read."""

from __future__ import annotations

import io
import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from recado.nlu.intents.features import BLOCKS, features_of
from recado.nlu.intents.vocabulary import NOTHING_OWN, Own

FILE: Final = "intents.npz"
FORMAT: Final = 1
_TINY: Final = 1e-9


class WrongFormat(ValueError):
    """The file holds no model that this version reads."""


@dataclass(frozen=True, slots=True)
class Model:
    """A linear model: `places` of known features, their `idf` and `block`, `weights` (features x labels, int8, times `scale` of
    the label), `bias`; scores over `temperature` are log probabilities. `known` are the words of phrases in scope,
    `fingerprint` tells from which phrases it was taught."""

    labels: tuple[str, ...]
    places: dict[str, int]
    idf: NDArray[np.float32]
    block: NDArray[np.int8]
    block_weights: NDArray[np.float32]
    weights: NDArray[np.int8]
    scale: NDArray[np.float32]
    bias: NDArray[np.float32]
    temperature: float
    known: frozenset[str]
    fingerprint: str

    def features(self, words: Sequence[str], own: Own = NOTHING_OWN) -> list[str]:
        """Return what the model looks at in a message of these words, some of them perhaps the organization's `own`."""
        return features_of(words, self.known, own)

    def scores(self, features: Iterable[str]) -> NDArray[np.float32]:
        """Return a score per label, in the order of `labels`, for a message of these features."""
        ids, values = self.vector(features)
        if not len(ids):
            return self.bias
        summed = values @ self.weights[ids].astype(np.float32)
        return np.asarray(summed * self.scale + self.bias, dtype=np.float32)

    def vector(self, features: Iterable[str]) -> tuple[NDArray[np.intp], NDArray[np.float32]]:
        """Return the known features of a message and their values: each block of length one times its weight."""
        places = self.places
        counted = Counter(place for feature in features if (place := places.get(feature)) is not None)
        ids = np.fromiter(counted.keys(), dtype=np.intp, count=len(counted))
        times = np.fromiter(counted.values(), dtype=np.float32, count=len(counted))
        values = (1 + np.log(times)) * self.idf[ids]
        blocks = self.block[ids]
        squares = np.bincount(blocks, weights=values * values, minlength=len(BLOCKS))
        lengths = self.block_weights / np.sqrt(np.maximum(squares, _TINY))
        return ids, np.asarray(values * lengths[blocks], dtype=np.float32)

    def probabilities(self, scores: NDArray[np.float32]) -> NDArray[np.float64]:
        """Return the probability of each label given its scores."""
        shifted = (scores - scores.max()).astype(np.float64) / self.temperature
        grown = np.exp(shifted)
        return np.asarray(grown / grown.sum())

    def save(self, file: Path) -> None:
        """Write the model as one file of plain arrays; the same model gives the same bytes."""
        file.write_bytes(self.to_bytes())

    def to_bytes(self) -> bytes:
        """Return the model as the bytes of an .npz archive of plain arrays."""
        out = io.BytesIO()
        np.savez_compressed(
            out,
            format=np.array([FORMAT], dtype=np.int32),
            labels=_packed(self.labels),
            features=_packed(sorted(self.places, key=self.places.__getitem__)),
            known=_packed(sorted(self.known)),
            fingerprint=_packed([self.fingerprint]),
            idf=self.idf.astype(np.float16),
            block=self.block,
            block_weights=self.block_weights,
            weights=self.weights,
            scale=self.scale,
            bias=self.bias,
            temperature=np.array([self.temperature], dtype=np.float64),
        )
        return out.getvalue()


def from_bytes(content: bytes) -> Model:
    """Read a model from the bytes of its file; raise `WrongFormat`."""
    try:
        with np.load(io.BytesIO(content), allow_pickle=False) as stored:
            parts: dict[str, Any] = {name: stored[name] for name in stored.files}
        if int(parts["format"][0]) != FORMAT:
            raise WrongFormat(f"a model of format {int(parts['format'][0])}, not {FORMAT}")
        features = _unpacked(parts["features"])
        return Model(
            labels=tuple(_unpacked(parts["labels"])),
            places={feature: place for place, feature in enumerate(features)},
            idf=parts["idf"].astype(np.float32),
            block=parts["block"],
            block_weights=parts["block_weights"],
            weights=parts["weights"],
            scale=parts["scale"],
            bias=parts["bias"],
            temperature=float(parts["temperature"][0]),
            known=frozenset(_unpacked(parts["known"])),
            fingerprint=_unpacked(parts["fingerprint"])[0],
        )
    except (KeyError, IndexError, OSError, EOFError, ValueError) as error:
        raise error if isinstance(error, WrongFormat) else WrongFormat(str(error)) from error


@cache
def package_model() -> Model:
    """Return the model that ships with the package, read once."""
    return from_bytes(resources.files("recado.nlu").joinpath("data", FILE).read_bytes())


def compact(weights: NDArray[np.float64]) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """Return weights (features x labels) as small integers and the scale of each label."""
    most = np.maximum(np.abs(weights).max(axis=0), _TINY)
    scale = most / 127
    return np.rint(weights / scale).astype(np.int8), scale.astype(np.float32)


def idf_of(times: int, total: int) -> float:
    """Return how telling a feature is that `times` of `total` phrases have."""
    return math.log((1 + total) / (1 + times)) + 1


def _packed(words: Sequence[str]) -> NDArray[np.uint8]:
    return np.frombuffer("\n".join(words).encode(), dtype=np.uint8)


def _unpacked(packed: NDArray[np.uint8]) -> list[str]:
    return packed.tobytes().decode().split("\n")
