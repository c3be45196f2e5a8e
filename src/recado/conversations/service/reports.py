"""What do reports say of a time, in parts and against the time before?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from recado.conversations.rules.periods import Period
from recado.conversations.service.measuring import catch_up
from recado.conversations.store import measures
from recado.conversations.store import reports as store
from recado.foundation.database import Transaction

_STEPS: Final = 4
"""A request measures what the workers have not come to yet, and no more: seconds of work at most."""


@dataclass(frozen=True, slots=True)
class Durations:
    """How many there were, and how long they took in seconds: median and 90th percentile, by the clock and while open."""

    count: int = 0
    median_s: float | None = None
    p90_s: float | None = None
    open_median_s: float | None = None
    open_p90_s: float | None = None


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of one part. None: nobody can say it of such a part (a person opens no conversation)."""

    messages_in: int
    messages_out: int
    messages_by_people: int
    opened: int | None
    closed: int
    contained: int
    heard: int
    backlog: int | None
    first_response: Durations
    resolution: Durations

    @property
    def containment(self) -> float | None:
        """Those that ended without a person, of all that ended and in which the customer had written; from 0 to 1."""
        return self.contained / self.heard if self.heard else None


@dataclass(frozen=True, slots=True)
class Part:
    """A span, an hour of the day, a person or a team."""

    key: str
    label: str
    figures: Figures


@dataclass(frozen=True, slots=True)
class Report:
    """The whole time, the time before, and the parts. `measured_until`: what happened later is not counted yet."""

    period: Period
    group: str
    before: Period
    totals: Figures
    totals_before: Figures
    parts: list[Part]
    measured_until: datetime | None


async def read_report(tx: Transaction, period: Period, group: str, *, now: datetime) -> Report:
    """Add up a time. What has happened up to now is in it, unless a great deal waits to be measured."""
    for _ in range(_STEPS):
        if not await catch_up(tx, now):
            break
    before = period.before()
    totals = await _whole(tx, period)
    return Report(
        period, group, before, totals, await _whole(tx, before), await _parts(tx, period, group),
        await measures.read_progress(tx),
    )  # fmt: skip


async def _whole(tx: Transaction, period: Period) -> Figures:
    return (await _spans(tx, period, "whole"))[0].figures


async def _parts(tx: Transaction, period: Period, group: str) -> list[Part]:
    if group in ("day", "week", "month"):
        return await _spans(tx, period, group)
    found = _by_key(await store.figures(tx, group, period.bounds("whole"), str(period.zone)))
    if group == "hour":
        return [Part(str(hour), f"{hour:02d}h", _figures(found.get(hour, {}), opens=True)) for hour in range(24)]
    named = await store.names(tx, group)
    return [Part(str(row["id"]), row["name"], _figures(found[row["id"]])) for row in named if row["id"] in found]


async def _spans(tx: Transaction, period: Period, group: str) -> list[Part]:
    bounds = period.bounds(group)
    found = _by_key(await store.figures(tx, "span", bounds, str(period.zone)))
    backlog = await store.backlog_before(tx, bounds[0])
    parts = []
    for number, start in enumerate(period.starts(group), start=1):
        row = found.get(number, {})
        backlog += int(_of(row, "openings", "n")) - int(_of(row, "closings", "n"))
        parts.append(Part(start.isoformat(), _label(start, group), _figures(row, opens=True, backlog=backlog)))
    return parts


def _by_key(rows: Mapping[str, list[Any]]) -> dict[Any, dict[str, Any]]:
    found: dict[Any, dict[str, Any]] = {}
    for name, listed in rows.items():
        for row in listed:
            found.setdefault(row["key"], {})[name] = row
    return found


def _figures(row: Mapping[str, Any], *, opens: bool = False, backlog: int | None = None) -> Figures:
    return Figures(
        messages_in=int(_of(row, "volumes", "incoming")),
        messages_out=int(_of(row, "volumes", "out")),
        messages_by_people=int(_of(row, "volumes", "by_people")),
        opened=int(_of(row, "openings", "n")) if opens else None,
        closed=int(_of(row, "closings", "n")),
        contained=int(_of(row, "closings", "contained")),
        heard=int(_of(row, "closings", "heard")),
        backlog=backlog,
        first_response=_durations(row.get("responses")),
        resolution=_durations(row.get("closings")),
    )


def _durations(row: Any) -> Durations:
    return Durations() if row is None else Durations(row["n"], *row["clock"], *row["open"])


def _of(row: Mapping[str, Any], name: str, column: str) -> int:
    return row[name][column] if name in row else 0


def _label(start: date, group: str) -> str:
    return f"{start:%m/%Y}" if group == "month" else f"{start:%d/%m/%Y}"
