"""What is understood of a text, and what may be known when it is read?"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, Literal
from zoneinfo import ZoneInfo

SAO_PAULO = ZoneInfo("America/Sao_Paulo")
OUT_OF_SCOPE = "out_of_scope"

Role = Literal["customer", "operator", "owner", ""]
Feeling = Literal["positive", "neutral", "negative"]
Pressure = Literal["none", "low", "high"]


class Kind(StrEnum):
    """The four answers to "when?"."""

    INSTANT = "instant"
    INTERVAL = "interval"
    DURATION = "duration"
    NONE = "none"


class Grain(StrEnum):
    """How exactly it was said."""

    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class When:
    """A time as it was said: an instant has `value`, an interval `start` and `end` (None: open), a duration an ISO 8601
    `duration`.

    `spans` are its places in the text, `repeats` an iCalendar rule where it comes again and again (`value` or `start` is the
    next time, `duration` the length from one to the next where no day was named), `excludes` the dates taken out of it,
    `alternatives` what others mean by the same words.
    """

    kind: Kind
    value: datetime | None = None
    start: datetime | None = None
    end: datetime | None = None
    duration: str = ""
    grain: Grain | None = None
    spans: tuple[tuple[int, int], ...] = ()
    repeats: str = ""
    excludes: tuple[str, ...] = ()
    alternatives: tuple[When, ...] = ()

    @property
    def ambiguous(self) -> bool:
        """Whether people differ in what these words mean, so that a bot had better ask."""
        return bool(self.alternatives)

    def to_json(self) -> dict[str, str | None]:
        """Return the shape of the evaluation files: kind and what belongs to it, times as ISO 8601 with offset, and `repeats`
        where it comes again."""
        out: dict[str, str | None] = {"kind": self.kind.value}
        if self.kind is Kind.INSTANT and self.value is not None:
            out["value"] = self.value.isoformat()
        elif self.kind is Kind.INTERVAL:
            out["start"] = self.start.isoformat() if self.start else None
            out["end"] = self.end.isoformat() if self.end else None
        elif self.kind is Kind.DURATION:
            out["duration"] = self.duration
        if self.grain is not None and self.kind in {Kind.INSTANT, Kind.INTERVAL}:
            out["grain"] = self.grain.value
        if self.repeats:
            out["repeats"] = self.repeats
        return out


NO_TIME = When(Kind.NONE)


@dataclass(frozen=True, slots=True)
class Entity:
    """One thing named in the text: `type` a name of the taxonomy ("money", "phone"), `value` the JSON value its conventions
    give, `[start, end)` its place in the original text."""

    type: str
    value: Any
    start: int
    end: int
    confidence: float = 1.0

    def to_json(self) -> dict[str, Any]:
        """Return the shape of the evaluation files, with the place and the confidence beside it."""
        return {
            "type": self.type,
            "value": self.value,
            "start": self.start,
            "end": self.end,
            "confidence": round(self.confidence, 4),
        }


@dataclass(frozen=True, slots=True)
class Context:
    """What is known when a text is read; all of it optional.

    `reference` is the moment the message was sent (aware), `asked` what was just asked: "confirm", "time", "name"... or the
    intent of the offer that stands ("" nothing); `services`, `people` and `catalogue` are the organization's own words, `opens`
    and `closes` its hours on the clock.
    """

    reference: datetime = datetime(2026, 1, 1, 12, tzinfo=UTC)
    zone: ZoneInfo = SAO_PAULO
    role: Role = "customer"
    vertical: str = ""
    asked: str = ""
    services: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    catalogue: tuple[str, ...] = ()
    opens: int = 8
    closes: int = 18


@dataclass(frozen=True, slots=True)
class Intent:
    """What the person wants: a label of the taxonomy, how likely it is that it is right, and the next best."""

    label: str
    probability: float
    runner_up: str = ""
    runner_up_probability: float = 0.0


@dataclass(frozen=True, slots=True)
class Sentiment:
    """How it was said: a class, a score from -1 to 1, and how far the class is to be believed (irony is hard)."""

    label: Feeling = "neutral"
    score: float = 0.0
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Urgency:
    """How pressing it is, the words that say so, and within how many days where the text tells."""

    level: Pressure = "none"
    words: tuple[str, ...] = ()
    horizon_days: int | None = None


@dataclass(frozen=True, slots=True)
class Understanding:
    """All that is understood of one text; `negation` holds the spans of what is negated, `reasons` why it was read so."""

    text: str
    intent: Intent
    entities: tuple[Entity, ...] = ()
    sentiment: Sentiment = field(default_factory=Sentiment)
    urgency: Urgency = field(default_factory=Urgency)
    negation: tuple[tuple[int, int], ...] = ()
    reasons: tuple[str, ...] = ()
    when: When = NO_TIME
    """The main time, where several are named."""

    def to_json(self) -> dict[str, Any]:
        """Return what the command line and the API show."""
        return {
            "text": self.text,
            "intent": {
                "label": self.intent.label,
                "probability": round(self.intent.probability, 4),
                "runner_up": self.intent.runner_up,
                "runner_up_probability": round(self.intent.runner_up_probability, 4),
            },
            "entities": [entity.to_json() for entity in self.entities],
            "sentiment": {
                "label": self.sentiment.label,
                "score": round(self.sentiment.score, 4),
                "confidence": round(self.sentiment.confidence, 4),
            },
            "urgency": {
                "level": self.urgency.level,
                "words": list(self.urgency.words),
                "horizon_days": self.urgency.horizon_days,
            },
            "negation": [list(span) for span in self.negation],
            "reasons": list(self.reasons),
        }
