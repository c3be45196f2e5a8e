"""How often are times read rightly?

Works on JSON lines: `{"text", "reference", "expect": {"kind", "value" | "start", "end" | "duration", "grain"}}`.
"""

from __future__ import annotations

import json
import math
import re
import time
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

from recado.nlu.dates import read_when

ZONE: Final = ZoneInfo("America/Sao_Paulo")
_ISO: Final = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?")


class Unreadable(ValueError):
    """A line of the file is not what it should be; the text says which and why."""


@dataclass(slots=True)
class Report:
    """What an evaluation found; `accuracy` with its 95 % interval (Wilson), times in milliseconds."""

    total: int = 0
    right: int = 0
    by_kind: dict[str, list[int]] = field(default_factory=dict)
    confusion: Counter[tuple[str, str]] = field(default_factory=Counter)
    took_ms: list[float] = field(default_factory=list)
    misses: list[dict[str, Any]] = field(default_factory=list)

    def to_json(self, *, with_misses: bool) -> dict[str, Any]:
        """Return the report as one JSON object."""
        took = sorted(self.took_ms) or [0.0]
        low, high = wilson(self.right, self.total)
        out: dict[str, Any] = {
            "kind": "datetime", "total": self.total, "right": self.right,
            "accuracy": round(self.right / self.total, 4) if self.total else None,
            "interval_95": [round(low, 4), round(high, 4)],
            "by_kind": {kind: {"right": right, "total": total} for kind, (right, total) in sorted(self.by_kind.items())},
            "confusion": {f"{wanted} -> {got}": count for (wanted, got), count in self.confusion.most_common()},
            "p50_ms": round(took[len(took) // 2], 3), "p99_ms": round(took[min(len(took) - 1, len(took) * 99 // 100)], 3),
        }  # fmt: skip
        return {**out, "misses": self.misses} if with_misses else out


def read_lines(lines: Iterable[str]) -> list[dict[str, Any]]:
    """Read JSON lines; raise `Unreadable` with the number of the line."""
    rows: list[dict[str, Any]] = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except json.JSONDecodeError as error:
            raise Unreadable(f"line {number} is no JSON: {error.msg}") from error
        if not isinstance(row, dict) or not isinstance(row.get("text"), str):
            raise Unreadable(f'line {number} has no "text"')
        rows.append(row)
    return rows


def predict(row: Mapping[str, Any]) -> dict[str, str | None]:
    """Read the time of one row, at its `reference` (now in São Paulo where there is none)."""
    return read_when(row["text"], reference_of(row)).to_json()


def reference_of(row: Mapping[str, Any]) -> datetime:
    """Return the moment a row was written at; raise `Unreadable`."""
    given = row.get("reference")
    if given is None:
        return datetime.now(ZONE)
    try:
        moment = datetime.fromisoformat(given)
    except (TypeError, ValueError) as error:
        raise Unreadable(f"{given!r} is no moment in ISO 8601") from error
    return moment.replace(tzinfo=ZONE) if moment.tzinfo is None else moment.astimezone(ZONE)


def evaluate(rows: Iterable[Mapping[str, Any]]) -> Report:
    """Compare what is read with what each row expects."""
    report = Report()
    for row in rows:
        began = time.perf_counter()
        got = predict(row)
        report.took_ms.append((time.perf_counter() - began) * 1000)
        wanted = row.get("expect") or {"kind": "none"}
        right = same(wanted, got)
        report.total += 1
        report.right += right
        tally = report.by_kind.setdefault(str(wanted.get("kind")), [0, 0])
        tally[0] += right
        tally[1] += 1
        if not right:
            report.confusion[str(wanted.get("kind")), str(got["kind"])] += 1
            report.misses.append({"text": row["text"], "expect": dict(wanted), "got": got})
    return report


def same(wanted: Mapping[str, Any], got: Mapping[str, Any]) -> bool:
    """Whether two times are the same: instants as instants, lengths as lengths; a grain counts where one is expected."""
    if wanted.get("kind") != got.get("kind"):
        return False
    if wanted.get("grain") not in {None, got.get("grain")}:
        return False
    match wanted.get("kind"):
        case "instant":
            return _moment(wanted.get("value")) == _moment(got.get("value"))
        case "interval":
            return all(_moment(wanted.get(side)) == _moment(got.get(side)) for side in ("start", "end"))
        case "duration":
            return _length(str(wanted.get("duration"))) == _length(str(got.get("duration")))
    return True


def wilson(right: int, total: int) -> tuple[float, float]:
    """Return the 95 % confidence interval of a share."""
    if not total:
        return 0.0, 1.0
    z, share = 1.96, right / total
    middle = share + z * z / (2 * total)
    spread = z * math.sqrt(share * (1 - share) / total + z * z / (4 * total * total))
    scale = 1 + z * z / total
    return max(0.0, (middle - spread) / scale), min(1.0, (middle + spread) / scale)


def _moment(text: object) -> datetime | None:
    return None if text is None else datetime.fromisoformat(str(text))


def _length(iso: str) -> tuple[int, int] | None:
    """Months and seconds of an ISO 8601 duration: 7 days are a week, 12 months a year, 90 minutes 1 h 30."""
    found = _ISO.fullmatch(iso)
    if found is None:
        return None
    years, months, weeks, days, hours, minutes, seconds = (int(part or 0) for part in found.groups())
    return years * 12 + months, (((weeks * 7 + days) * 24 + hours) * 60 + minutes) * 60 + seconds
