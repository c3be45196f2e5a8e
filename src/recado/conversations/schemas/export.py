"""How do the figures of the overview read as a table that people open in a spreadsheet?"""

from __future__ import annotations

from collections.abc import Iterable
from zoneinfo import ZoneInfo

from recado.conversations.schemas.cells import table_of
from recado.conversations.service.overview import Standing

_NAMES = (
    ("active", "Conversas ativas"),
    ("waiting", "Conversas aguardando"),
    ("archived", "Conversas arquivadas"),
    ("total", "Total de conversas"),
)
Cell = str | int | float | None


def csv_of(standing: Standing) -> str:
    """Return the figures as CSV: semicolons, decimal commas and a mark of UTF-8, as spreadsheets in Brazil expect it."""
    return table_of([_cell(cell) for cell in row] for row in _rows(standing))


def _rows(standing: Standing) -> Iterable[list[Cell]]:
    zone = ZoneInfo(standing.time_zone)
    funnel, before = standing.funnel, standing.days[0]
    yield ["Figura", "Agora", "Há sete dias"]
    yield ["Momento", f"{standing.at.astimezone(zone):%d/%m/%Y %H:%M}", f"{standing.spans[0][1]:%d/%m/%Y %H:%M}"]
    for name, label in _NAMES:
        yield [label, getattr(funnel, name), getattr(before, name)]
    yield ["Mensagens no dia", funnel.messages_today, standing.per_day[0]]
    yield ["Taxa de fechamento", funnel.closing_rate, before.closing_rate]
    yield ["Transbordos abertos", standing.handoffs.open, ""]
    yield ["Transbordos atrasados", standing.handoffs.late, ""]
    yield ["Transbordos assumidos", standing.handoffs.taken, ""]
    yield ["Delegações pendentes", standing.delegated.pending, ""]
    yield ["Delegações enviadas", standing.delegated.sent, ""]
    yield ["Delegações com falha", standing.delegated.failed, ""]
    yield ["Delegações, total", standing.delegated.total, ""]
    yield []
    yield ["Dia", "Ativas", "Aguardando", "Arquivadas", "Total", "Mensagens", "Taxa de fechamento"]
    for (begin, _), day, messages in zip(standing.spans, [*standing.days, funnel], standing.per_day, strict=True):
        yield [
            f"{begin:%d/%m/%Y}", day.active, day.waiting, day.archived, day.total, messages, day.closing_rate,
        ]  # fmt: skip
    yield []
    yield ["Hora de hoje", "Recebidas", "Enviadas"]
    for hour in standing.hours:
        yield [f"{hour['hour']:02d}:00", hour["in"], hour["out"]]


def _cell(cell: Cell) -> str:
    if cell is None:
        return "–"
    return f"{cell:.4f}".replace(".", ",") if isinstance(cell, float) else str(cell)
