"""What does one more turn add to the figures of flows?

Everything is dated so that shares never exceed one: an end counts on the day its beginning counted, an answer on the day
of its question, an arm's success on the day the arm was taken.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from recado.flows.models import Figure, TurnSeen

_STEPS = 8
"""Steps a doubling: neighbours differ by nine per cent, so a median is right within five."""


@dataclass(frozen=True, slots=True)
class Interval:
    """A share and where it lies with 95 % confidence."""

    rate: float
    low: float
    high: float


def count(turns: Iterable[TurnSeen], new: Iterable[tuple[UUID, int]], zone: ZoneInfo) -> Counter[Figure]:
    """Count the `new` turns (session, number). `turns` holds them and every earlier turn of their sessions."""
    by_session: dict[UUID, list[TurnSeen]] = {}
    for turn in turns:
        by_session.setdefault(turn.session, []).append(turn)
    fresh = set(new)
    found: Counter[Figure] = Counter()
    for session, way in by_session.items():
        walked = _Walk(zone)
        before: TurnSeen | None = None
        for turn in sorted(way, key=lambda one: one.number):
            figures = walked.take(turn, before)
            if (session, turn.number) in fresh:
                found.update(figures)
            before = turn
    return found


class _Walk:
    """One session as it went: which flows and edges it has met, and on which day."""

    def __init__(self, zone: ZoneInfo) -> None:
        self._zone = zone
        self._flows: dict[str, date] = {}
        self._edges: dict[tuple[str, str, str], date] = {}

    def take(self, turn: TurnSeen, before: TurnSeen | None) -> list[Figure]:
        """Return what this turn adds, and remember it."""
        day = self._day(turn.at)
        found = [Figure(flow, day, "entered", node) for flow, node in map(_split, turn.path)]
        for flow in dict.fromkeys(_split(step)[0] for step in turn.path):
            if flow not in self._flows:
                self._flows[flow] = day
                found.append(Figure(flow, day, "started"))
        for edge in turn.exits:
            found.append(Figure(edge[0], day, "taken", edge[1], edge[2]))
            if edge not in self._edges:
                self._edges[edge] = day
                found.append(Figure(edge[0], day, "passed", edge[1], edge[2]))
        if before is not None and before.waits:
            found.extend(self._answered(before, turn))
        if turn.waits or not turn.finished:
            found.append(Figure(turn.flow, day, "stopped", turn.node))
        else:
            found.extend(Figure(flow, begun, "completed") for flow, begun in self._flows.items())
            found.extend(Figure(flow, at, "converted", node, exit) for (flow, node, exit), at in self._edges.items())
        return found

    def _answered(self, before: TurnSeen, turn: TurnSeen) -> Iterable[Figure]:
        asked = self._day(before.at)
        yield Figure(before.flow, asked, "resumed", before.node)
        seconds = (turn.at - before.at).total_seconds()
        yield Figure(before.flow, asked, "waited", before.node, str(step_of(seconds)))

    def _day(self, at: datetime) -> date:
        return at.astimezone(self._zone).date()


def _split(step: str) -> tuple[str, str]:
    flow, _, node = step.partition("/")
    return flow, node


def step_of(seconds: float) -> int:
    """Return the step of a duration: how often a ninth more than a second goes into it."""
    return round(_STEPS * math.log2(1 + max(seconds, 0.0)))


def seconds_of(step: int) -> float:
    """Return the duration that a step stands for."""
    return float(2 ** (step / _STEPS) - 1)


def median(steps: Counter[int]) -> float | None:
    """Return the median of durations counted by step, in seconds; None of nothing."""
    half = (sum(steps.values()) + 1) // 2
    met = 0
    for step in sorted(steps):
        met += steps[step]
        if met >= half:
            return round(seconds_of(step), 1)
    return None


def share(part: int, whole: int) -> Interval | None:
    """Return `part` of `whole` with Wilson's interval (E. B. Wilson, 1927), which holds for few and for extreme shares too.

    None where nobody was there.
    """
    if whole <= 0:
        return None
    rate = min(part / whole, 1.0)
    square = _Z * _Z
    middle = (rate + square / (2 * whole)) / (1 + square / whole)
    reach = _Z / (1 + square / whole) * math.sqrt(rate * (1 - rate) / whole + square / (4 * whole * whole))
    return Interval(round(rate, 4), round(max(0.0, middle - reach), 4), round(min(1.0, middle + reach), 4))


def is_better(one: Interval, other: Interval) -> bool:
    """Is the first share higher with 95 % confidence? Newcombe's interval of the difference (method 10) stands above zero."""
    below = math.hypot(one.rate - one.low, other.high - other.rate)
    return one.rate - other.rate - below > 0


_Z = 1.959964
"""Of the normal distribution at 97.5 %."""
