"""Hand the conversation to a person of the team."""

from __future__ import annotations

from dataclasses import dataclass

from recado.flows.engine import fields
from recado.flows.engine.effects import Effect, HandToHuman, Priority, TagContact
from recado.flows.engine.expressions import Template
from recado.flows.engine.inputs import Input
from recado.flows.engine.node_type import Node, NodeManifest, Step, View
from recado.flows.engine.session import State
from recado.flows.engine.wording import say_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What the person is told, and what the attendant is."""

    text: Template = fields.template(label="Dizer ao cliente", rows=3)
    reason: Template = fields.template(
        label="Motivo", help="Aparece na fila de atendimento", max_length=500, required=True
    )
    summary: Template = fields.template(label="Resumo para o atendente", max_length=2_000, rows=4)
    priority: str = fields.one_of(
        {"low": "Baixa", "normal": "Normal", "high": "Alta", "urgent": "Urgente"}, label="Prioridade", default="normal"
    )
    team: str = fields.text(label="Equipe")
    tag: str = fields.text(label="Etiqueta no contato", max_length=40)


manifest = NodeManifest(
    key="hand_to_human",
    label="Falar com atendente",
    description="Passa a conversa para uma pessoa da equipe.",
    icon="user",
    group="atendimento",
    options=Options,
    exits=(),
    writes_freely=lambda options: bool(options.text),
)


def run(node: Node, session: View, arrived: Input | None) -> Step:
    """Say so, open the transbordo and fall silent."""
    options: Options = node.options
    tags: tuple[Effect, ...] = (TagContact(options.tag),) if options.tag else ()
    handed = HandToHuman(
        reason=session.render(options.reason).strip() or "asked_for_person",
        priority=Priority(options.priority),
        team=options.team,
        summary=session.render(options.summary).strip(),
    )
    says = say_text(session.render(options.text), node=node.id, channel=session.channel)
    return Step(ends=State.HANDED_OVER, effects=(*says, *tags, handed))
