"""How do reports look on the wire, and as a table?"""

from __future__ import annotations

from datetime import date, datetime

from pydantic import Field

from recado.conversations.schemas.cells import cell, harmless, table_of
from recado.conversations.schemas.conversations import Output
from recado.conversations.service.reports import Durations, Figures, Part, Report


class DurationsOutput(Output):
    """How many there were and how long they took, in seconds; `open_…` counts only while the organization was open."""

    count: int
    median_s: float | None
    p90_s: float | None
    open_median_s: float | None
    open_p90_s: float | None


class ReportFigures(Output):
    """The figures of one part; null: nobody can say it of such a part. `containment` runs from 0 to 1."""

    messages_in: int
    messages_out: int
    messages_by_people: int
    opened: int | None
    closed: int
    contained: int
    containment: float | None
    backlog: int | None
    first_response: DurationsOutput
    resolution: DurationsOutput


class ReportPart(Output):
    """A span (its key is its first day), an hour of the day, a person or a team (its id)."""

    key: str
    label: str
    figures: ReportFigures


class ReportOutput(Output):
    """A time, the time before, and the parts. What happened after `measured_until` is not counted yet."""

    first: date = Field(serialization_alias="from")
    last: date = Field(serialization_alias="to")
    group: str
    time_zone: str
    before_from: date
    before_to: date
    totals: ReportFigures
    before: ReportFigures
    items: list[ReportPart]
    measured_until: datetime | None


_GROUPS = {"day": "Dia", "week": "Semana de", "month": "Mês", "hour": "Hora", "person": "Pessoa", "team": "Equipe"}
_COLUMNS = (
    "Recebidas", "Enviadas", "Enviadas por pessoas", "Conversas abertas", "Conversas encerradas", "Encerradas sem pessoa",
    "Contenção", "Em aberto no fim", "Primeiras respostas", "1ª resposta mediana (s)", "1ª resposta p90 (s)",
    "1ª resposta mediana no expediente (s)", "1ª resposta p90 no expediente (s)", "Resolução mediana (s)", "Resolução p90 (s)",
    "Resolução mediana no expediente (s)", "Resolução p90 no expediente (s)",
)  # fmt: skip


def report(one: Report) -> ReportOutput:
    """Word a report."""
    return ReportOutput(
        first=one.period.first, last=one.period.last, group=one.group, time_zone=str(one.period.zone),
        before_from=one.before.first, before_to=one.before.last, totals=figures(one.totals),
        before=figures(one.totals_before), items=[_part(part) for part in one.parts], measured_until=one.measured_until,
    )  # fmt: skip


def figures(one: Figures) -> ReportFigures:
    """Word the figures of a part."""
    return ReportFigures(
        messages_in=one.messages_in, messages_out=one.messages_out, messages_by_people=one.messages_by_people,
        opened=one.opened, closed=one.closed, contained=one.contained, containment=one.containment, backlog=one.backlog,
        first_response=_durations(one.first_response), resolution=_durations(one.resolution),
    )  # fmt: skip


def table(one: Report) -> str:
    """The same figures as CSV for spreadsheets in Portuguese: semicolons, decimal commas, and a mark of UTF-8."""
    rows = [[harmless(part.label), *_cells(part.figures)] for part in one.parts]
    return table_of([[_GROUPS[one.group], *_COLUMNS], *rows, ["Total", *_cells(one.totals)]])


def _cells(one: Figures) -> list[str]:
    times = [
        getattr(found, name)
        for found in (one.first_response, one.resolution)
        for name in ("median_s", "p90_s", "open_median_s", "open_p90_s")
    ]
    return [
        cell(value)
        for value in (
            one.messages_in, one.messages_out, one.messages_by_people, one.opened, one.closed, one.contained,
            one.containment, one.backlog, one.first_response.count, *times,
        )
    ]  # fmt: skip


def _part(one: Part) -> ReportPart:
    return ReportPart(key=one.key, label=one.label, figures=figures(one.figures))


def _durations(one: Durations) -> DurationsOutput:
    return DurationsOutput(
        count=one.count, median_s=one.median_s, p90_s=one.p90_s, open_median_s=one.open_median_s,
        open_p90_s=one.open_p90_s,
    )  # fmt: skip
