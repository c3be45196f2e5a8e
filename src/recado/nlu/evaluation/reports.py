"""What did an evaluation find, with how much certainty?"""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass, field
from typing import Any, Final

from recado.nlu.models import OUT_OF_SCOPE

_Z: Final = 1.96


@dataclass(slots=True)
class Tally:
    """Of one label: how often it was expected, given, and both."""

    expected: int = 0
    given: int = 0
    right: int = 0

    @property
    def precision(self) -> float:
        return self.right / self.given if self.given else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.expected if self.expected else 0.0

    @property
    def f1(self) -> float:
        both = self.expected + self.given
        return 2 * self.right / both if both else 0.0

    def to_json(self) -> dict[str, Any]:
        """Return the figures of a label; `right` of `total` with the 95 % interval of the recall."""
        low, high = wilson(self.right, self.expected)
        return {
            "right": self.right, "total": self.expected, "given": self.given, "precision": round(self.precision, 4),
            "recall": round(self.recall, 4), "f1": round(self.f1, 4), "recall_interval_95": [round(low, 4), round(high, 4)],
        }  # fmt: skip


@dataclass(slots=True)
class Report:
    """What an evaluation found: texts wholly right of all, a tally per label, times in milliseconds."""

    kind: str
    total: int = 0
    right: int = 0
    labels: dict[str, Tally] = field(default_factory=dict)
    confusion: Counter[tuple[str, str]] = field(default_factory=Counter)
    took_ms: list[float] = field(default_factory=list)
    misses: list[dict[str, Any]] = field(default_factory=list)

    def count(self, wanted: str, got: str) -> None:
        """Count one label expected and one given ("" where there is none)."""
        if wanted:
            self.labels.setdefault(wanted, Tally()).expected += 1
        if got:
            self.labels.setdefault(got, Tally()).given += 1
        if wanted and wanted == got:
            self.labels[wanted].right += 1
        else:
            self.confusion[wanted or "-", got or "-"] += 1

    @property
    def macro_f1(self) -> float:
        """The mean F1 of the labels that the file expects."""
        tallies = [tally for tally in self.labels.values() if tally.expected]
        return sum(tally.f1 for tally in tallies) / len(tallies) if tallies else 0.0

    @property
    def micro(self) -> Tally:
        """All labels together: its F1 is the entities' figure."""
        tallies = self.labels.values()
        return Tally(
            sum(one.expected for one in tallies), sum(one.given for one in tallies), sum(one.right for one in tallies)
        )

    @property
    def rejected(self) -> int:
        """How many texts that belong to a label were answered with `out_of_scope`."""
        return sum(count for (wanted, got), count in self.confusion.items() if got == OUT_OF_SCOPE and wanted != got)

    def to_json(self, *, with_misses: bool) -> dict[str, Any]:
        """Return the report as one JSON object; shares between 0 and 1, intervals at 95 % (Wilson)."""
        took = sorted(self.took_ms) or [0.0]
        low, high = wilson(self.right, self.total)
        micro = self.micro
        out: dict[str, Any] = {
            "kind": self.kind, "total": self.total, "right": self.right,
            "accuracy": round(self.right / self.total, 4) if self.total else None,
            "interval_95": [round(low, 4), round(high, 4)],
            "macro_f1": round(self.macro_f1, 4),
            "micro": {"precision": round(micro.precision, 4), "recall": round(micro.recall, 4), "f1": round(micro.f1, 4)},
            "by_label": {label: tally.to_json() for label, tally in sorted(self.labels.items())},
            "confusion": {f"{wanted} -> {got}": count for (wanted, got), count in self.confusion.most_common()},
            "rejected": self.rejected,
            "p50_ms": round(took[len(took) // 2], 3), "p99_ms": round(took[min(len(took) - 1, len(took) * 99 // 100)], 3),
        }  # fmt: skip
        return {**out, "misses": self.misses} if with_misses else out


def wilson(right: int, total: int) -> tuple[float, float]:
    """Return the 95 % confidence interval of a share."""
    if not total:
        return 0.0, 1.0
    share = right / total
    middle = share + _Z * _Z / (2 * total)
    spread = _Z * math.sqrt(share * (1 - share) / total + _Z * _Z / (4 * total * total))
    scale = 1 + _Z * _Z / total
    return max(0.0, (middle - spread) / scale), min(1.0, (middle + spread) / scale)
