"""How do the figures of a flow look on the wire?"""

from __future__ import annotations

from recado.flows.schemas.base import Output
from recado.flows.service.analytics import Figures, Split


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
    """A split and its arms; `best` is the one that does better than all others with 95 % confidence, empty while none does."""

    node: str
    arms: list[ArmFigures]
    best: str


class AnalyticsOutput(Output):
    """What the flow did in the last `days` and today; not `complete` while a backlog is still being counted."""

    days: int
    complete: bool
    starts: int
    completions: int
    nodes: list[NodeFigures]
    edges: list[EdgeFigures]
    splits: list[SplitFigures]


def analytics(found: Figures, days: int) -> AnalyticsOutput:
    """Return the figures of a flow."""
    return AnalyticsOutput(
        days=days,
        complete=found.is_complete,
        starts=found.starts,
        completions=found.completions,
        nodes=[
            NodeFigures(node=one.node, entered=one.entered, left_here=one.left_here, median_s=one.median_s)
            for one in found.nodes
        ],
        edges=[EdgeFigures(node=node, exit=exit, taken=taken) for (node, exit), taken in sorted(found.edges.items())],
        splits=[_split(one) for one in found.splits],
    )


def _split(one: Split) -> SplitFigures:
    return SplitFigures(
        node=one.node,
        arms=[
            ArmFigures(
                exit=arm.exit,
                entered=arm.entered,
                completed=arm.completed,
                rate=arm.share.rate if arm.share else None,
                low=arm.share.low if arm.share else None,
                high=arm.share.high if arm.share else None,
            )
            for arm in one.arms
        ],
        best=one.best,
    )
