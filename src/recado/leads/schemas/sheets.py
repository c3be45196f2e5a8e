"""How do deals and conversion look on a sheet? As a Brazilian office opens it: semicolons, decimal commas, a byte-order mark."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from recado.foundation.phone import shown
from recado.leads.models import Conversion, Deal, Group, StageId, StageKind

CSV = "text/csv; charset=utf-8"
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_KINDS = {StageKind.OPEN: "em aberto", StageKind.WON: "ganho", StageKind.LOST: "perdido"}


def deals(found: Iterable[Deal], stages: Mapping[StageId, str], zone: str) -> bytes:
    """Return one line for each deal."""
    place = ZoneInfo(zone)
    head = (
        "Negócio", "Contato", "Telefone", "Etapa", "Situação", "Valor (R$)", "Origem", "Responsável", "Previsão", "Criado em",
        "Na etapa desde", "Encerrado em", "Motivo", "Observação",
    )  # fmt: skip
    lines = [
        (
            one.title, one.contact_name, shown(one.phone), stages.get(one.stage, ""), _KINDS[one.kind], _reais(one.value_cents),
            one.origin, one.owner_name, one.expected_on.strftime("%d/%m/%Y") if one.expected_on else "",
            _moment(one.created_at, place), _moment(one.stage_since, place), _moment(one.closed_at, place), one.reason_name,
            one.reason_note,
        )
        for one in found
    ]  # fmt: skip
    return _sheet([head, *lines])


def conversion(found: Conversion) -> bytes:
    """Return the steps, then the origins, then why deals were lost, each with a head of its own."""
    lines: list[Sequence[str]] = [("Etapa", "Chegaram", "Estão agora", "% dos que entraram", "% da etapa anterior")]
    lines += [
        (one.stage.name, str(one.reached), str(one.standing), _share(one.of_entered), _share(one.of_previous))
        for one in found.steps
    ]
    lines += [(), ("Origem", "Entraram", "Em aberto", "Ganhos", "Perdidos", "Conversão", "Ganho (R$)")]
    lines += [_group(one.name or "Sem origem", one) for one in found.origins]
    lines += [_group("Total", found.whole), (), ("Motivo da perda", "Negócios")]
    lines += [(name or "Só em palavras", str(count)) for name, count in found.losses]
    return _sheet(lines)


def _group(name: str, one: Group) -> Sequence[str]:
    still = one.entered - one.won - one.lost
    return (
        name, str(one.entered), str(still), str(one.won), str(one.lost), _share(one.conversion), _reais(one.won_cents),
    )  # fmt: skip


def _sheet(lines: Iterable[Sequence[str]]) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    for line in lines:
        writer.writerow([_harmless(cell) for cell in line])
    # Without the mark Excel takes UTF-8 for cp1252, and every accent is lost.
    return "\ufeff".encode() + text.getvalue().encode("utf-8")


def _harmless(cell: str) -> str:
    # What a customer wrote must not run as a formula on the computer of whoever opens the sheet.
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _reais(cents: int) -> str:
    return f"{cents // 100},{cents % 100:02d}"


def _share(value: float | None) -> str:
    return "" if value is None else f"{value * 100:.1f}".replace(".", ",")


def _moment(at: datetime | None, place: ZoneInfo) -> str:
    return "" if at is None else at.astimezone(place).strftime("%d/%m/%Y %H:%M")
