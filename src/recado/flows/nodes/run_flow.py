"""Run another flow in between, with parameters, and take its results."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from recado.flows.engine import fields
from recado.flows.engine.conditions import Operand
from recado.flows.engine.inputs import Input
from recado.flows.engine.node_type import ERROR, NEXT, Call, Exit, Node, NodeManifest, Step, View


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """A variable of the called flow and what it begins with."""

    variable: str = fields.variable(label="Variável do subfluxo", required=True)
    value: Operand = fields.literal(label="Valor")


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """A variable of this flow and which of the called flow's it takes."""

    variable: str = fields.variable(label="Guardar em", required=True)
    source: str = fields.variable(label="Variável do subfluxo", required=True, key="from")


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Which flow, what it is told, and what is kept of it. It sees nothing else of this flow, and changes nothing."""

    flow: str = fields.flow(label="Fluxo")
    parameters: tuple[Parameter, ...] = fields.items(Parameter, label="Entregar ao subfluxo", maximum=30)
    results: tuple[Result, ...] = fields.items(Result, label="Receber do subfluxo", maximum=30)


def _assigns(options: Options) -> Iterable[str]:
    return tuple(one.variable for one in options.results)


def _calls(options: Options) -> Iterable[Call]:
    taken = tuple(one.source for one in options.results)
    return (Call(options.flow, tuple(one.variable for one in options.parameters), taken),)


manifest = NodeManifest(
    key="run_flow",
    label="Executar subfluxo",
    description="Passa por outro fluxo e volta para cá com o resultado.",
    icon="workflow",
    group="fluxo",
    options=Options,
    exits=(Exit(NEXT, "Ao voltar"), Exit(ERROR, "Se falhar", optional=True)),
    assigns=_assigns,
    calls=_calls,
)


def run(node: Node, session: View, arrived: Input | None) -> Step:
    """Enter the other flow."""
    options: Options = node.options
    return Step(
        call=options.flow,
        parameters={one.variable: session.operand(one.value, {}) for one in options.parameters},
        results=tuple((one.variable, one.source) for one in options.results),
    )
