"""What has this process counted and timed since it was last asked?

Counting is a dictionary entry and an addition: no lock, no clock, no I/O. Somebody else (`metric_totals`) takes what has come
together every few seconds. A label is `key=value`, several are joined by commas; none ever holds an organization's id or
anything about a person.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

BOUNDS: Final = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 3.0, 5.0, 10.0, 30.0, 60.0, 300.0)
"""Upper ends of a histogram's buckets in seconds; the last bucket, without an end, follows them."""

Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Total:
    """A sum under a name and a label. `buckets` counts observations by `BOUNDS`; a plain counter has none."""

    name: str
    label: str
    total: float
    counted: int
    buckets: tuple[int, ...] = ()


@dataclass(slots=True)
class Measures:
    """Counters and histograms of a process, as differences since `take`."""

    _counts: dict[Key, float] = field(default_factory=dict)
    _times: dict[Key, list[float]] = field(default_factory=dict)
    """For each histogram its buckets, then the sum of what was observed."""

    def count(self, name: str, amount: float = 1, label: str = "") -> None:
        """Add `amount` to a counter."""
        key = (name, label)
        self._counts[key] = self._counts.get(key, 0) + amount

    def observe(self, name: str, seconds: float, label: str = "") -> None:
        """Add one duration to a histogram; one below zero (clocks of two machines) counts as zero."""
        key = (name, label)
        bins = self._times.get(key)
        if bins is None:
            bins = self._times[key] = [0.0] * (len(BOUNDS) + 2)
        bins[bisect_left(BOUNDS, seconds)] += 1
        bins[-1] += max(seconds, 0.0)

    def take(self) -> list[Total]:
        """Return everything since the last time, and begin anew."""
        counts, times = self._counts, self._times
        self._counts, self._times = {}, {}
        taken = [Total(name, label, amount, 0) for (name, label), amount in counts.items()]
        for (name, label), bins in times.items():
            buckets = tuple(int(one) for one in bins[:-1])
            taken.append(Total(name, label, bins[-1], sum(buckets), buckets))
        return taken

    def give_back(self, totals: Iterable[Total]) -> None:
        """Put back what could not be written down."""
        for one in totals:
            if not one.buckets:
                self.count(one.name, one.total, one.label)
                continue
            bins = self._times.setdefault((one.name, one.label), [0.0] * (len(BOUNDS) + 2))
            for place, amount in enumerate((*one.buckets, one.total)):
                bins[place] += amount

    def __bool__(self) -> bool:
        """Has anything happened?"""
        return bool(self._counts or self._times)
