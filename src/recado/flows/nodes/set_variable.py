"""Give variables a value, and remember it with the contact if wanted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from recado.flows.engine import fields
from recado.flows.engine.conditions import Operand
from recado.flows.engine.effects import SetContactField
from recado.flows.engine.inputs import Input
from recado.flows.engine.node_type import NEXT, Exit, Node, NodeManifest, Step, View
from recado.flows.engine.values import Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment:
    """A variable and what it shall hold: text with `{{ }}` (a single name keeps its kind), a number, yes or no."""

    variable: str = fields.variable(label="Variável", required=True)
    value: Operand = fields.literal(label="Valor")
    contact_field: str = fields.text(label="Guardar também no contato", max_length=60)


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """The assignments, made in their order: a later one sees the earlier."""

    assignments: tuple[Assignment, ...] = fields.items(Assignment, label="Variáveis", minimum=1, maximum=30)


def _assigns(options: Options) -> Iterable[str]:
    return tuple(one.variable for one in options.assignments)


manifest = NodeManifest(
    key="set_variable",
    label="Definir variável",
    description="Guarda um valor para usar depois.",
    icon="variable",
    group="lógica",
    options=Options,
    exits=(Exit(NEXT, "Continuar"),),
    assigns=_assigns,
)


def run(node: Node, session: View, arrived: Input | None) -> Step:
    """Set them all and go on."""
    options: Options = node.options
    changes: dict[str, Value] = {}
    for one in options.assignments:
        changes[one.variable] = session.operand(one.value, changes)
    effects = tuple(
        SetContactField(one.contact_field, changes[one.variable]) for one in options.assignments if one.contact_field
    )
    return Step(leave_by=NEXT, changes=changes, effects=effects)
