"""Which variables does a flow set, and which does it read?"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from typing import Any

from recado.flows.engine import condition_format as conditions
from recado.flows.engine.answers.likeness import distance
from recado.flows.engine.conditions import All, Comparison, Literal, Not, Several, Variable
from recado.flows.engine.conditions import Any as AnyOf
from recado.flows.engine.definition import Flow
from recado.flows.engine.expressions import Template
from recado.flows.engine.node_type import NodeTypes

_SLIPS = 2


def assigned_in(flow: Flow, types: NodeTypes) -> set[str]:
    """The variables that any of its nodes sets."""
    return {name for node in flow.nodes.values() for name in types[node.type].manifest.assigns(node.options)}


def read_in(flow: Flow, types: NodeTypes) -> set[str]:
    """The names that any of its nodes reads."""
    return {name for node in flow.nodes.values() for name in names_in(node.options)}


def names_in(option: Any) -> frozenset[str]:
    """The names that any template or condition among these options reads."""
    if isinstance(option, Template):
        return option.names()
    if isinstance(option, Comparison | All | AnyOf | Not):
        return conditions.names_in(option)
    if isinstance(option, Variable | Several | Literal):
        return conditions.names_in_operand(option)
    if isinstance(option, tuple):
        return frozenset().union(*map(names_in, option))
    if dataclasses.is_dataclass(option):
        return frozenset().union(*(names_in(getattr(option, one.name)) for one in dataclasses.fields(option)))
    return frozenset()


def nearest(name: str, known: Iterable[str]) -> str:
    """The known name that was probably meant; empty where none is near."""
    near = sorted((distance(name.casefold(), one.casefold()), one) for one in known)
    return near[0][1] if near and near[0][0] <= min(_SLIPS, len(name) // 3) else ""
