"""Which nodes and exits of the flows did the cases walk, and which did none?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from recado.flows.engine.definition import Flow, FlowSet
from recado.flows.engine.turn import Turn

Edge = tuple[str, str, str]
"""Flow, node, exit."""


@dataclass(frozen=True, slots=True)
class FlowCoverage:
    """How much of one flow was walked. Counted are its nodes, and the exits that lead somewhere."""

    flow: str
    name: str
    nodes: int
    nodes_seen: int
    exits: int
    exits_seen: int
    missing_nodes: tuple[str, ...]
    missing_exits: tuple[tuple[str, str], ...]

    @property
    def is_whole(self) -> bool:
        """Was every node and every exit walked?"""
        return not self.missing_nodes and not self.missing_exits

    def to_json(self) -> dict[str, Any]:
        """The coverage for a screen."""
        return {
            "flow": self.flow,
            "name": self.name,
            "nodes": self.nodes,
            "nodes_seen": self.nodes_seen,
            "exits": self.exits,
            "exits_seen": self.exits_seen,
            "missing": [{"node": node, "exit": exit} for node, exit in self.missing_exits],
            "missing_nodes": list(self.missing_nodes),
        }


class Walked:
    """What was walked so far; turns are added one by one."""

    __slots__ = ("edges", "nodes")

    def __init__(self) -> None:
        self.nodes: set[str] = set()
        self.edges: set[Edge] = set()

    def add(self, turn: Turn) -> None:
        """Note the nodes and exits of a turn."""
        self.nodes.update(turn.path)
        for one in turn.exits:
            self.edges.add((one.flow, one.node, one.exit))

    def of(self, flows: FlowSet) -> tuple[FlowCoverage, ...]:
        """The coverage of the entry flow and of those that can be called from the set, the entry first."""
        newest = [flow for id_ in flows.published if (flow := flows.newest(id_)) is not None]
        newest.sort(key=lambda flow: (flow.id != flows.entry, flow.name, flow.id))
        return tuple(self._of_flow(flow) for flow in newest)

    def _of_flow(self, flow: Flow) -> FlowCoverage:
        unseen = tuple(node for node in flow.nodes if f"{flow.id}/{node}" not in self.nodes)
        exits = [(node.id, exit) for node in flow.nodes.values() for exit in node.exits]
        missing = tuple(pair for pair in exits if (flow.id, *pair) not in self.edges)
        return FlowCoverage(
            flow.id, flow.name, len(flow.nodes), len(flow.nodes) - len(unseen), len(exits), len(exits) - len(missing),
            unseen, missing,
        )  # fmt: skip
