"""Remember something with the contact: name, e-mail, or a field of the organization's own."""

from __future__ import annotations

import re
from dataclasses import dataclass

from recado.flows.engine import fields
from recado.flows.engine.conditions import Operand
from recado.flows.engine.effects import SetContactField
from recado.flows.engine.inputs import Input
from recado.flows.engine.node_type import NEXT, Exit, Node, NodeManifest, Step, View

_FIELD = re.compile(r"[^\W\d]\w{0,59}")


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactField:
    """A field and what it shall hold."""

    field: str = fields.text(
        label="Campo", help="name, email ou um campo seu", max_length=60, required=True, pattern=_FIELD
    )
    value: Operand = fields.literal(label="Valor")


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """The fields, set in their order."""

    fields: tuple[ContactField, ...] = fields.items(ContactField, label="Campos", minimum=1, maximum=30)


manifest = NodeManifest(
    key="set_contact",
    label="Atualizar contato",
    description="Guarda dados no cadastro do contato.",
    icon="id-card",
    group="contato",
    options=Options,
    exits=(Exit(NEXT, "Continuar"),),
)


def run(node: Node, session: View, arrived: Input | None) -> Step:
    """Set them all and go on."""
    options: Options = node.options
    effects = tuple(SetContactField(one.field, session.operand(one.value, {})) for one in options.fields)
    return Step(leave_by=NEXT, effects=effects)
