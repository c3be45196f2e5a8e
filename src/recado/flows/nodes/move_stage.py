"""Put the person's deal into a stage of a pipeline."""

from __future__ import annotations

from dataclasses import dataclass

from recado.flows.engine import fields
from recado.flows.engine.effects import PlaceDeal
from recado.flows.engine.expressions import Template
from recado.flows.engine.inputs import Input
from recado.flows.engine.node_type import NEXT, Exit, Node, NodeManifest, Step, View

_LONGEST_NAME = 60
_LONGEST_REASON = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Where the deal goes. Names, as on the board: a flow's text says the same in every organization."""

    pipeline: str = fields.text(label="Funil", help="O nome, como no quadro", max_length=_LONGEST_NAME, required=True)
    stage: str = fields.text(label="Etapa", help="O nome, como no quadro", max_length=_LONGEST_NAME, required=True)
    reason: Template = fields.template(label="Motivo", help="Exigido se a etapa for de perda", max_length=500)
    create: bool = fields.flag(label="Criar o negócio se não houver um aberto", default=True)


manifest = NodeManifest(
    key="move_stage",
    label="Mover negócio",
    description="Leva o negócio aberto da pessoa a uma etapa do funil.",
    icon="kanban",
    group="contato",
    options=Options,
    exits=(Exit(NEXT, "Continuar"),),
)


def run(node: Node, session: View, arrived: Input | None) -> Step:
    """Have it moved and go on; what the pipeline refuses is a problem of the turn."""
    options: Options = node.options
    reason = " ".join(session.render(options.reason).split())[:_LONGEST_REASON]
    moved = PlaceDeal(options.pipeline, options.stage, reason=reason, moves=True, creates=options.create, node=node.id)
    return Step(leave_by=NEXT, effects=(moved,))
