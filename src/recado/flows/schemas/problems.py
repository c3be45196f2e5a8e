"""How does a problem of a flow look on the wire?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from recado.flows.engine.node_type import Exit
from recado.flows.engine.problems import Problem
from recado.flows.rules.sentences import sentence
from recado.flows.schemas.base import Output


class ProblemOutput(Output):
    """One thing wrong: `node` (empty: the flow as a whole) and `path` say where, `sentence` what, in Portuguese."""

    code: str
    severity: Literal["error", "warning"]
    node: str
    path: str
    data: dict[str, str | int | float | bool | None]
    sentence: str


class ExitOutput(Output):
    """A way out of a node; an `optional` one may lead nowhere."""

    key: str
    label: str
    optional: bool


class CheckOutput(Output):
    """What a check found, and the exits that each node has with its options."""

    problems: list[ProblemOutput]
    exits: dict[str, list[ExitOutput]]


def problem(one: Problem) -> ProblemOutput:
    """Return one problem with its sentence."""
    return ProblemOutput(
        code=one.code.value,
        severity=one.severity.value,
        node=one.node,
        path=one.path,
        data=dict(one.data),
        sentence=sentence(one),
    )


def problems(found: Iterable[Problem]) -> list[ProblemOutput]:
    """Return problems as they are shown: the errors first, else in their order."""
    return sorted(map(problem, found), key=lambda one: one.severity != "error")


def exits(found: Mapping[str, Sequence[Exit]]) -> dict[str, list[ExitOutput]]:
    """Return the exits of each node."""
    return {
        node: [ExitOutput(key=one.key, label=one.label, optional=one.optional) for one in ways]
        for node, ways in found.items()
    }
