"""How likely is each feeling? A linear model over plain arrays; no learner is needed to read a message."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from recado.nlu.sentiment.features import BLOCKS

FILE: Final = "sentiment.npz"
FORMAT: Final = 1
LABELS: Final = ("negative", "neutral", "positive")
_TINY: Final = 1e-9


class WrongFormat(ValueError):
    """The file holds no model that this version reads."""


@dataclass(frozen=True, slots=True)
class Model:
    """`places` of known features, their `idf` and `block`, `weights` (features x labels, int8, times `scale` of the label) and
    `bias`; scores are log probabilities but for a constant. `fingerprint` tells from what it was taught."""

    places: dict[str, int]
    idf: NDArray[np.float32]
    block: NDArray[np.int8]
    block_weights: NDArray[np.float32]
    weights: NDArray[np.int8]
    scale: NDArray[np.float32]
    bias: NDArray[np.float32]
    fingerprint: str

    def vector(self, features: Iterable[str]) -> tuple[NDArray[np.intp], NDArray[np.float32]]:
        """Return the known features of a message and their values: each block of length one times its weight."""
        counted = Counter(place for feature in features if (place := self.places.get(feature)) is not None)
        ids = np.fromiter(counted.keys(), dtype=np.intp, count=len(counted))
        times = np.fromiter(counted.values(), dtype=np.float32, count=len(counted))
        values = (1 + np.log(times)) * self.idf[ids]
        blocks = self.block[ids]
        squares = np.bincount(blocks, weights=values * values, minlength=len(BLOCKS))
        lengths = self.block_weights / np.sqrt(np.maximum(squares, _TINY))
        return ids, np.asarray(values * lengths[blocks], dtype=np.float32)

    def probabilities(self, features: Iterable[str]) -> NDArray[np.float64]:
        """Return the probability of each of `LABELS`."""
        ids, values = self.vector(features)
        scores = (values @ self.weights[ids].astype(np.float32)) * self.scale + self.bias if len(ids) else self.bias
        grown = np.exp((scores - scores.max()).astype(np.float64))
        return np.asarray(grown / grown.sum())

    def save(self, file: Path) -> None:
        """Write the model as one file of plain arrays."""
        file.write_bytes(self.to_bytes())

    def to_bytes(self) -> bytes:
        """Return the model as an .npz archive of plain arrays; the same model gives the same bytes."""
        out = io.BytesIO()
        features = sorted(self.places, key=self.places.__getitem__)
        np.savez_compressed(
            out,
            format=np.array([FORMAT], dtype=np.int32),
            features=_packed(features),
            fingerprint=_packed([self.fingerprint]),
            idf=self.idf.astype(np.float16),
            block=self.block,
            block_weights=self.block_weights,
            weights=self.weights,
            scale=self.scale,
            bias=self.bias,
        )
        return out.getvalue()


def from_bytes(content: bytes) -> Model:
    """Read a model from the bytes of its file; raise `WrongFormat`."""
    try:
        with np.load(io.BytesIO(content), allow_pickle=False) as stored:
            parts: dict[str, Any] = {name: stored[name] for name in stored.files}
        if int(parts["format"][0]) != FORMAT:
            raise WrongFormat(f"a model of format {int(parts['format'][0])}, not {FORMAT}")
        return Model(
            places={feature: place for place, feature in enumerate(_unpacked(parts["features"]))},
            idf=parts["idf"].astype(np.float32),
            block=parts["block"],
            block_weights=parts["block_weights"],
            weights=parts["weights"],
            scale=parts["scale"],
            bias=parts["bias"],
            fingerprint=_unpacked(parts["fingerprint"])[0],
        )
    except (KeyError, IndexError, OSError, EOFError, ValueError) as error:
        raise error if isinstance(error, WrongFormat) else WrongFormat(str(error)) from error


@cache
def package_model() -> Model:
    """Return the model that ships with the package, read once."""
    return from_bytes(resources.files("recado.nlu").joinpath("data", FILE).read_bytes())


def _packed(words: Sequence[str]) -> NDArray[np.uint8]:
    return np.frombuffer("\n".join(words).encode(), dtype=np.uint8)


def _unpacked(packed: NDArray[np.uint8]) -> list[str]:
    return packed.tobytes().decode().split("\n")
