"""How do the figures of a flow look on the wire?"""

from __future__ import annotations

from recado.flows.schemas.base import Output


class NodeFigures(Output):
    """A node: how often it was entered, how many people stopped there for good, the median seconds until they answered
    (null where nobody was asked)."""

    node: str
    entered: int
    left_here: int
    median_s: float | None


class EdgeFigures(Output):
    """An edge: how often it was walked."""

    node: str
    exit: str
    taken: int


class ArmFigures(Output):
    """An arm of a split: how many sessions took it, how many of them came to an end of the flow, that share with its
    95 % interval (null where nobody took it)."""

    exit: str
    entered: int
    completed: int
    rate: float | None
    low: float | None
    high: float | None


class SplitFigures(Output):
    """A split and its arms."""

    node: str
    arms: list[ArmFigures]


class AnalyticsOutput(Output):
    """What the flow did in the days asked for."""

    days: int
    starts: int
    completions: int
    nodes: list[NodeFigures]
    edges: list[EdgeFigures]
    splits: list[SplitFigures]
