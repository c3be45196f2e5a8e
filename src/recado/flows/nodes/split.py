"""Send people different ways by lot, each person always the same way."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from math import inf, log

from recado.flows.engine import fields
from recado.flows.engine.inputs import Input
from recado.flows.engine.limits import ChannelLimits
from recado.flows.engine.node_type import Exit, Node, NodeManifest, Step, View
from recado.flows.engine.problems import Code, Problem, error

_LOTS = 1 << 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Arm:
    """One way, and how many people it gets for each that another of weight 1 gets."""

    id: str = fields.identifier()
    label: str = fields.text(label="Nome")
    weight: int = fields.whole(label="Peso", minimum=0, maximum=1_000, default=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """The ways."""

    arms: tuple[Arm, ...] = fields.items(Arm, label="Caminhos", minimum=2, maximum=10)


def _more_exits(options: Options) -> Iterable[Exit]:
    whole = sum(arm.weight for arm in options.arms) or 1
    return tuple(Exit(arm.id, f"{arm.label or arm.id} ({arm.weight * 100 / whole:.0f} %)") for arm in options.arms)


def _check(options: Options, channel: ChannelLimits) -> Iterable[Problem]:
    ids = [arm.id for arm in options.arms]
    for twice in sorted({one for one in ids if ids.count(one) > 1}):
        yield error(Code.DUPLICATE_ID, path="arms", id=twice)
    if options.arms and not any(arm.weight for arm in options.arms):
        yield error(Code.NO_WEIGHT, path="arms")


manifest = NodeManifest(
    key="split",
    label="Teste A/B",
    description="Divide as pessoas entre caminhos; cada pessoa segue sempre o mesmo.",
    icon="shuffle",
    group="lógica",
    options=Options,
    exits=(),
    more_exits=_more_exits,
    check=_check,
)


def run(node: Node, session: View, arrived: Input | None) -> Step:
    """Leave by the arm that this person drew."""
    options: Options = node.options
    return Step(leave_by=drawn(options.arms, session.lot(node)))


def drawn(arms: Sequence[Arm], lot: str) -> str:
    """The id of the arm that wins this lot.

    Each arm draws for itself and the best draw for its weight wins (weighted rendezvous hashing): taking an arm away
    moves only those who were on it, and a heavier arm draws people only to itself.
    """
    best = max(arms, key=lambda arm: (_draw(lot, arm), arm.id), default=None)
    return best.id if best else ""


def _draw(lot: str, arm: Arm) -> float:
    if not arm.weight:
        return -inf
    number = int.from_bytes(blake2b(f"{lot}\n{arm.id}".encode("utf-8", "replace"), digest_size=8).digest(), "big")
    return -arm.weight / log((number + 0.5) / _LOTS) if number < _LOTS - 1 else inf
