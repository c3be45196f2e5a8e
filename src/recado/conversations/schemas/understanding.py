"""What does the understanding of an organization look like on the wire?"""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

import msgspec
from pydantic import Field, StringConstraints

from recado.conversations.schemas.conversations import Input, Output
from recado.conversations.understanding_models import Ranked, Read, WordKind
from recado.foundation.database import Row

Label = Annotated[str, StringConstraints(min_length=1, max_length=60)]
Line = Annotated[str, StringConstraints(max_length=2_000)]
DoubtState = Literal["open", "labelled", "skipped"]


class SentenceInput(Input):
    """A text as a customer would write it. `asked` is what was just asked of them, `at` when they write (now, if absent)."""

    text: Annotated[str, StringConstraints(min_length=1, max_length=4_000)]
    role: Literal["customer", "operator", "owner"] = "customer"
    asked: Annotated[str, StringConstraints(max_length=60)] = ""
    at: datetime | None = None


class RankedOutput(Output):
    """A label and how likely it is."""

    label: str
    probability: float


class EntityOutput(Output):
    """One thing named in the text, `[start, end)` in characters of it; the value as the taxonomy has it."""

    type: str
    value: Any
    start: int
    end: int
    confidence: float


class SentimentOutput(Output):
    """How it was said: a score from -1 to 1, and how far it is to be believed."""

    label: str
    score: float
    confidence: float


class UrgencyOutput(Output):
    """How pressing it is, and the words that say so."""

    level: str
    words: list[str]
    horizon_days: int | None


class ReadOutput(Output):
    """What is understood and why; `version` is the organization's own model that read it, null the product's."""

    text: str
    intent: RankedOutput
    runner_up: RankedOutput | None
    ranked: list[RankedOutput]
    entities: list[EntityOutput]
    sentiment: SentimentOutput
    urgency: UrgencyOutput
    negation: list[tuple[int, int]]
    reasons: list[str]
    version: int | None
    doubtful: bool


class LabelCount(Output):
    """An intent and how many phrases of its own the organization has for it."""

    label: str
    owner_only: bool
    phrases: int


class UnderstandingOutput(Output):
    """How things stand: settings, the version in force, and what there is to teach."""

    reading: bool
    doubt_below: int
    version: int | None
    labels: list[LabelCount]
    open: int
    labelled: int
    skipped: int


class ReadingInput(Input):
    """Are customers' messages understood as they arrive, and below how many per cent is one doubted?"""

    reading: bool
    doubt_below: Annotated[int, Field(ge=30, le=95)] = 60


class PhrasesInput(Input):
    """Phrases of one intent, one a line."""

    label: Label
    texts: Annotated[list[Line], Field(min_length=1, max_length=100)]


class WordsInput(Input):
    """Names of one kind."""

    kind: WordKind
    texts: Annotated[list[Line], Field(min_length=1, max_length=100)]


class RefusedLine(Output):
    """A line that was not kept: `empty`, `too_long`, `no_words`, `twice` in what was sent, `taken` before."""

    text: str
    why: str


class KeptOutput(Output):
    """How many were new, and what was not kept."""

    added: int
    refused: list[RefusedLine]


class PhraseOutput(Output):
    """A phrase of the organization's own."""

    id: UUID
    label: str
    text: str
    added_at: datetime


class PhrasesOutput(Output):
    """The phrases of one intent, the newest first."""

    items: list[PhraseOutput]


class VocabularyOutput(Output):
    """A name that the organization uses."""

    id: UUID
    kind: str
    text: str


class WordsOutput(Output):
    """The vocabulary."""

    items: list[VocabularyOutput]


class DoubtOutput(Output):
    """A message that was not surely understood, without what tells of whom; `times` it was said."""

    id: UUID
    text: str
    times: int
    state: DoubtState
    label: str
    ranked: list[RankedOutput]
    conversation_id: UUID
    last_at: datetime
    decided_at: datetime | None


class DoubtPage(Output):
    """One page, those said most often first."""

    items: list[DoubtOutput]
    next_cursor: str | None


class LabelInput(Input):
    """What the message wants."""

    label: Label


class MarksOutput(Output):
    """How a model did on labelled messages; the interval is the accuracy's at 95 %."""

    total: int
    right: int
    accuracy: float
    interval_95: tuple[float, float]
    macro_f1: float


class TrainingOutput(Output):
    """A version. `method`: examined on messages that no model was taught, or each by a fold that was not taught it; `verdict`
    compares with the version that was in force. `kept`: its model can be taken into use."""

    id: UUID
    number: int
    state: Literal["queued", "running", "done", "failed"]
    failure: str
    requested_at: datetime
    began_at: datetime | None
    ended_at: datetime | None
    own_phrases: int
    labelled: int
    method: str
    before: MarksOutput | None
    after: MarksOutput | None
    verdict: str
    kept: bool
    in_force: bool


class TrainingsOutput(Output):
    """The newest versions first; `enough` labelled messages are taught as well as examined by."""

    items: list[TrainingOutput]
    enough: int


class ModelInput(Input):
    """The version to be used; null is the product's own."""

    training_id: UUID | None


class LabelTally(Output):
    """How many messages wanted this."""

    label: str
    n: int


class DayOutput(Output):
    """What was read on a day; understood is neither out of scope nor doubted."""

    day: date
    total: int
    understood: int
    out_of_scope: int
    doubted: int
    top: list[LabelTally]


class FiguresOutput(Output):
    """What was read of customers in the days that end today."""

    days: list[DayOutput]
    total: int
    understood: int
    out_of_scope: int
    doubted: int
    top: list[LabelTally]


def read_output(read: Read, doubtful: bool) -> ReadOutput:
    """Word what was understood."""
    found = read.understanding.to_json()
    intent = read.understanding.intent
    runner_up = Ranked(intent.runner_up, intent.runner_up_probability) if intent.runner_up else None
    return ReadOutput(
        text=found["text"], intent=_ranked(Ranked(intent.label, intent.probability)),
        runner_up=None if runner_up is None else _ranked(runner_up), ranked=[_ranked(one) for one in read.ranked],
        entities=[EntityOutput(**one) for one in found["entities"]], sentiment=SentimentOutput(**found["sentiment"]),
        urgency=UrgencyOutput(**found["urgency"]), negation=[(one[0], one[1]) for one in found["negation"]],
        reasons=found["reasons"], version=read.version, doubtful=doubtful,
    )  # fmt: skip


def doubt_output(row: Row) -> DoubtOutput:
    """Word a doubt."""
    ranked = msgspec.json.decode(row["ranked"], type=list[Ranked])
    return DoubtOutput(
        id=row["id"], text=row["text"], times=row["times"], state=row["state"], label=row["label"],
        ranked=[_ranked(one) for one in ranked], conversation_id=row["conversation_id"], last_at=row["last_at"],
        decided_at=row["decided_at"],
    )  # fmt: skip


def training_output(row: Row, in_force: UUID | None) -> TrainingOutput:
    """Word a version."""
    return TrainingOutput(
        id=row["id"], number=row["number"], state=row["state"], failure=row["failure"], requested_at=row["requested_at"],
        began_at=row["began_at"], ended_at=row["ended_at"], own_phrases=row["own_phrases"], labelled=row["labelled"],
        method=row["method"], before=_marks(row["before"]), after=_marks(row["after"]), verdict=row["verdict"],
        kept=row["kept"] and row["state"] == "done", in_force=row["id"] == in_force,
    )  # fmt: skip


def _marks(stored: str | None) -> MarksOutput | None:
    return None if stored is None else MarksOutput(**msgspec.json.decode(stored))


def _ranked(one: Ranked) -> RankedOutput:
    return RankedOutput(label=one.label, probability=round(one.probability, 4))
