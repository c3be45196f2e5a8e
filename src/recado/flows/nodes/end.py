"""End the flow: say goodbye, and archive the conversation if wanted."""

from __future__ import annotations

from dataclasses import dataclass

from recado.flows.engine import fields
from recado.flows.engine.effects import EndConversation
from recado.flows.engine.expressions import Template
from recado.flows.engine.inputs import Input
from recado.flows.engine.node_type import Node, NodeManifest, Step, View
from recado.flows.engine.session import State
from recado.flows.engine.wording import say_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """The last words."""

    text: Template = fields.template(label="Despedida", rows=3)
    archive: bool = fields.flag(label="Arquivar a conversa", help="Sem isso ela continua aberta na caixa de entrada")


manifest = NodeManifest(
    key="end",
    label="Fim",
    description="Encerra o fluxo.",
    icon="flag",
    group="fluxo",
    options=Options,
    exits=(),
    writes_freely=lambda options: bool(options.text),
)


def run(node: Node, session: View, arrived: Input | None) -> Step:
    """Archiving ends everything; otherwise a flow that was called gives back to its caller, and the first one ends."""
    options: Options = node.options
    says = say_text(session.render(options.text), node=node.id, channel=session.channel)
    if options.archive:
        return Step(ends=State.ENDED, effects=(*says, EndConversation("flow_ended")))
    return Step(returns=True, effects=says)
