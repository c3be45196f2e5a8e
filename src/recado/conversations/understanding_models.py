"""What does an organization add to the understanding of its customers, and what is learned from it?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Final, Literal
from uuid import UUID

from recado.nlu.models import Understanding

WordKind = Literal["service", "person", "catalogue"]
WORD_KINDS: Final[tuple[WordKind, ...]] = ("service", "person", "catalogue")
DOUBT_BELOW: Final = 60
"""Per cent: a message whose likeliest intent has less is worth a person's look, unless the organization says otherwise."""
TRAIN: Final = "conversations.train_understanding"
"""The job, with `{training_id}`."""


class Verdict(StrEnum):
    """What the exam says of a new model beside the one in force."""

    BETTER = "better"
    SAME = "same"
    WORSE = "worse"
    UNMEASURED = "unmeasured"


class Method(StrEnum):
    """How a model was examined: on nothing, on messages that none was taught, or each by a fold that was not taught it."""

    NONE = "none"
    HELD_OUT = "held_out"
    CROSS_VALIDATED = "cross_validated"


@dataclass(frozen=True, slots=True)
class Labelled:
    """A customer's message and what a person says that it wants."""

    id: str
    text: str
    label: str


@dataclass(frozen=True, slots=True)
class Marks:
    """How a model did on labelled messages: shares from 0 to 1, `interval` of the accuracy at 95 % (Wilson)."""

    total: int = 0
    right: int = 0
    accuracy: float = 0.0
    interval: tuple[float, float] = (0.0, 1.0)
    macro_f1: float = 0.0

    def to_json(self) -> dict[str, Any]:
        """Return what is stored and shown."""
        return {
            "total": self.total, "right": self.right, "accuracy": self.accuracy,
            "interval_95": list(self.interval), "macro_f1": self.macro_f1,
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Taught:
    """What came of a training: the model's bytes, the two marks, and what folds answered to messages they were not taught."""

    model: bytes
    fingerprint: str
    method: Method
    before: Marks
    after: Marks
    answers: dict[str, str]
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Ranked:
    """A label and how likely it is."""

    label: str
    probability: float


@dataclass(frozen=True, slots=True)
class Read:
    """One text as it is understood here and now, with the likeliest labels and the version that read it (None: the product's)."""

    understanding: Understanding
    ranked: tuple[Ranked, ...]
    version: int | None


@dataclass(frozen=True, slots=True)
class Settings:
    """How an organization has its customers understood; `training` is the version in force, None the product's own."""

    reading: bool = False
    doubt_below: int = DOUBT_BELOW
    training: UUID | None = None


@dataclass(frozen=True, slots=True)
class Heard:
    """A message that came in, as the reader of facts needs it."""

    id: UUID
    conversation: UUID
    text: str
    at: datetime
