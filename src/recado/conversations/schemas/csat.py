"""How do questions about satisfaction and their figures look on the wire?"""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field, StringConstraints

from recado.conversations.csat_models import Asks, Comment, CsatReport, CsatSettings, Scores, Style
from recado.conversations.rules.periods import Period
from recado.conversations.schemas.cells import cell, harmless, table_of
from recado.conversations.schemas.conversations import Input, Output

Sentence = Annotated[str, StringConstraints(strip_whitespace=True, max_length=600, pattern=r"^[^\x00]*$")]


class CsatSettingsInput(Input):
    """Whether and how people are asked. An empty `comment_question` asks for no comment."""

    enabled: bool
    style: Literal["numbers", "emojis", "stars"]
    asks: Literal["all", "people"]
    every_days: Annotated[int, Field(ge=0, le=365)]
    question: Annotated[Sentence, Field(min_length=1)]
    thanks: Annotated[Sentence, Field(min_length=1)]
    comment_question: Sentence = ""


class CsatSettingsOutput(Output):
    """What the organization has set."""

    enabled: bool
    style: Literal["numbers", "emojis", "stars"]
    asks: Literal["all", "people"]
    every_days: int
    question: str
    thanks: str
    comment_question: str


class CsatScores(Output):
    """How many were asked, and how many gave each score from 1 to 5; shares run from 0 to 1."""

    key: UUID | None
    name: str
    asked: int
    answered: int
    counts: list[int]
    average: float | None
    satisfied: float | None
    response_rate: float | None


class CsatComment(Output):
    """What somebody wrote beside their score."""

    id: UUID
    conversation_id: UUID
    contact_name: str
    score: int
    text: str
    at: datetime


class CsatReportOutput(Output):
    """What people thought of the conversations about which they were asked in a time."""

    first: date = Field(serialization_alias="from")
    last: date = Field(serialization_alias="to")
    totals: CsatScores
    people: list[CsatScores]
    teams: list[CsatScores]
    comments: list[CsatComment]


def settings_of(body: CsatSettingsInput) -> CsatSettings:
    """Return what a caller wants."""
    return CsatSettings(
        enabled=body.enabled, style=Style(body.style), asks=Asks(body.asks), every_days=body.every_days,
        question=body.question, thanks=body.thanks, comment_question=body.comment_question,
    )  # fmt: skip


def settings(one: CsatSettings) -> CsatSettingsOutput:
    """Word the settings."""
    return CsatSettingsOutput(
        enabled=one.enabled, style=one.style.value, asks=one.asks.value, every_days=one.every_days, question=one.question,
        thanks=one.thanks, comment_question=one.comment_question,
    )  # fmt: skip


def report(period: Period, one: CsatReport) -> CsatReportOutput:
    """Word the figures of a time."""
    return CsatReportOutput(
        first=period.first, last=period.last, totals=_scores(one.whole), people=[_scores(each) for each in one.people],
        teams=[_scores(each) for each in one.teams], comments=[_comment(each) for each in one.comments],
    )  # fmt: skip


_COLUMNS = (
    "Perguntadas", "Responderam", "Taxa de resposta", "Nota 1", "Nota 2", "Nota 3", "Nota 4", "Nota 5", "Média", "Satisfeitas",
)  # fmt: skip


def table(one: CsatReport) -> str:
    """The scores as CSV for spreadsheets: one line a person and a team, and the whole."""
    rows = [("Pessoa", each) for each in one.people] + [("Equipe", each) for each in one.teams] + [("Total", one.whole)]
    return table_of(
        [("De quem", "Nome", *_COLUMNS), *((kind, harmless(each.name), *_cells(each)) for kind, each in rows)]
    )


def _cells(one: Scores) -> list[str]:
    rate = one.answered / one.asked if one.asked else None
    counts = [one.counts.get(score, 0) for score in range(1, 6)]
    return [cell(value) for value in (one.asked, one.answered, rate, *counts, one.average, one.satisfied)]


def _scores(one: Scores) -> CsatScores:
    return CsatScores(
        key=one.key, name=one.name, asked=one.asked, answered=one.answered,
        counts=[one.counts.get(score, 0) for score in range(1, 6)], average=one.average, satisfied=one.satisfied,
        response_rate=one.answered / one.asked if one.asked else None,
    )  # fmt: skip


def _comment(one: Comment) -> CsatComment:
    return CsatComment(
        id=one.id, conversation_id=one.conversation, contact_name=one.contact_name, score=one.score, text=one.text,
        at=one.at,
    )  # fmt: skip
