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
    slips = min(_SLIPS, len(name) // 3)
    alike = (one for one in known if abs(len(one) - len(name)) <= slips)
    near = sorted((distance(name.casefold(), one.casefold()), one) for one in alike)
    return near[0][1] if near and near[0][0] <= slips else ""


class Guesses:
    """Which name was meant by one that is not known, for so many names of a flow: nobody mends more at a time, and each
    costs as much as all known names are long."""

    def __init__(self, known: frozenset[str], most: int) -> None:
        self._known, self._left = known, most
        self._made: dict[str, str] = {}

    def of(self, name: str) -> str:
        """The name that was probably meant; empty where none is near, or where enough was guessed."""
        if name not in self._made and self._left > 0:
            self._left -= 1
            self._made[name] = nearest(name, self._known)
        return self._made.get(name, "")
