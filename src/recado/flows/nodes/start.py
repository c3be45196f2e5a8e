"""Where a flow begins."""

from __future__ import annotations

from dataclasses import dataclass

from recado.flows.engine.inputs import Input
from recado.flows.engine.node_type import NEXT, Exit, Node, NodeManifest, Step, View


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """A start has nothing to set."""


manifest = NodeManifest(
    key="start",
    label="Início",
    description="O ponto de partida da conversa.",
    icon="play",
    group="fluxo",
    options=Options,
    exits=(Exit(NEXT, "Começar"),),
)


def run(node: Node, session: View, arrived: Input | None) -> Step:
    """Go on."""
    return Step(leave_by=NEXT)
