"""Begin a deal with the person in a pipeline."""

from __future__ import annotations

from dataclasses import dataclass

from recado.flows.engine import fields
from recado.flows.engine.answers.money import read_money
from recado.flows.engine.effects import PlaceDeal
from recado.flows.engine.expressions import Template
from recado.flows.engine.inputs import Input
from recado.flows.engine.node_type import NEXT, Exit, Node, NodeManifest, Step, View
from recado.flows.engine.problems import Code, Problem, warning

_LONGEST_NAME = 60
_LONGEST_TITLE = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What begins where. Names, as on the board: a flow's text says the same in every organization."""

    pipeline: str = fields.text(label="Funil", help="O nome, como no quadro", max_length=_LONGEST_NAME, required=True)
    stage: str = fields.text(label="Etapa", help="Vazia: a primeira do funil", max_length=_LONGEST_NAME)
    title: Template = fields.template(label="Título", help="Vazio: o nome da pessoa", max_length=500)
    value: Template = fields.template(label="Valor", help="Em reais, como R$ 1.500", max_length=200)


manifest = NodeManifest(
    key="create_deal",
    label="Criar negócio",
    description="Começa um negócio no funil; se já houver um aberto ali, fica o que há.",
    icon="circle-dollar-sign",
    group="contato",
    options=Options,
    exits=(Exit(NEXT, "Continuar"),),
)


def run(node: Node, session: View, arrived: Input | None) -> Step:
    """Have it begun and go on. An amount that cannot be read is left out, and said."""
    options: Options = node.options
    title = " ".join(session.render(options.title).split())[:_LONGEST_TITLE]
    said = session.render(options.value).strip()
    amount = read_money(said) if said else None
    problems: tuple[Problem, ...] = ()
    if said and amount is None:
        problems = (warning(Code.BAD_AMOUNT, path="value", value=said[:80]),)
    begun = PlaceDeal(
        options.pipeline, options.stage, title=title, value_cents=amount.centavos if amount else 0, creates=True,
        node=node.id,
    )  # fmt: skip
    return Step(leave_by=NEXT, effects=(begun,), problems=problems)
