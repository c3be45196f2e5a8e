"""What is asked once a conversation is over, and what came back?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from recado.conversations.models import ConversationId


class Style(StrEnum):
    """How the five answers look."""

    NUMBERS = "numbers"
    EMOJIS = "emojis"
    STARS = "stars"


class Asks(StrEnum):
    """After which conversations is asked."""

    ALL = "all"
    PEOPLE = "people"
    """Those in which a person answered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CsatSettings:
    """Whether and how people are asked. Nobody is asked twice within `every_days`; an empty question asks for no comment."""

    enabled: bool = False
    style: Style = Style.EMOJIS
    asks: Asks = Asks.PEOPLE
    every_days: int = 7
    question: str = "Como foi o seu atendimento?"
    thanks: str = "Obrigado por responder! 💚"
    comment_question: str = "Quer contar o motivo da sua nota? É só escrever em uma mensagem."


@dataclass(frozen=True, slots=True)
class Survey:
    """A question that was put to somebody about one conversation."""

    id: UUID
    conversation: ConversationId
    state: str
    score: int | None
    asked_at: datetime
    scored_at: datetime | None


@dataclass(frozen=True, slots=True)
class Rated:
    """What somebody says is a score from 1 to 5, perhaps with words about it."""

    score: int
    comment: str = ""


@dataclass(frozen=True, slots=True)
class Commented:
    """What somebody says is why they gave their score."""

    comment: str


@dataclass(frozen=True, slots=True)
class Answered:
    """A message that answers a question."""

    survey: Survey
    said: Rated | Commented


@dataclass(frozen=True, slots=True)
class Scores:
    """How many were asked and how many gave each score, of all or of one person's or team's. `key` is its id."""

    key: UUID | None
    name: str
    asked: int
    counts: Mapping[int, int]

    @property
    def answered(self) -> int:
        """How many gave a score."""
        return sum(self.counts.values())

    @property
    def average(self) -> float | None:
        """The mean score; None where nobody answered."""
        total = sum(score * count for score, count in self.counts.items())
        return total / self.answered if self.answered else None

    @property
    def satisfied(self) -> float | None:
        """The share of 4 and 5 among the answers, from 0 to 1."""
        happy = self.counts.get(4, 0) + self.counts.get(5, 0)
        return happy / self.answered if self.answered else None


@dataclass(frozen=True, slots=True)
class Comment:
    """What somebody wrote beside their score."""

    id: UUID
    conversation: UUID
    contact_name: str
    score: int
    text: str
    at: datetime


@dataclass(frozen=True, slots=True)
class CsatReport:
    """What people thought of the conversations about which they were asked in a time."""

    whole: Scores
    people: tuple[Scores, ...]
    teams: tuple[Scores, ...]
    comments: tuple[Comment, ...]
