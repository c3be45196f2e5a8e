"""Take the first branch whose condition holds, else the last way out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from recado.flows.engine import fields
from recado.flows.engine.conditions import Condition
from recado.flows.engine.inputs import Input
from recado.flows.engine.limits import ChannelLimits
from recado.flows.engine.node_type import Exit, Node, NodeManifest, Step, View
from recado.flows.engine.problems import Code, Problem, error

ELSE = "else"


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """One way out and when it is taken."""

    id: str = fields.identifier()
    label: str = fields.text(label="Nome")
    when: Condition = fields.condition(label="Quando")


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """The branches, tried in their order."""

    branches: tuple[Branch, ...] = fields.items(Branch, label="Caminhos", minimum=1, maximum=20)


def _more_exits(options: Options) -> Iterable[Exit]:
    return tuple(Exit(branch.id, branch.label or branch.id) for branch in options.branches)


def _check(options: Options, channel: ChannelLimits) -> Iterable[Problem]:
    ids = [branch.id for branch in options.branches]
    for twice in sorted({one for one in ids if ids.count(one) > 1 or one == ELSE}):
        yield error(Code.DUPLICATE_ID, path="branches", id=twice)


manifest = NodeManifest(
    key="condition",
    label="Condição",
    description="Escolhe o caminho conforme o que já se sabe.",
    icon="split",
    group="lógica",
    options=Options,
    exits=(Exit(ELSE, "Senão"),),
    more_exits=_more_exits,
    check=_check,
)


def run(node: Node, session: View, arrived: Input | None) -> Step:
    """Leave by the first branch that holds."""
    options: Options = node.options
    return Step(leave_by=next((one.id for one in options.branches if session.holds(one.when)), ELSE))
