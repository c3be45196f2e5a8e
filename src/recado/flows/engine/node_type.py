"""What is a kind of node: how does it introduce itself, what may it see, and what can it answer?"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Protocol

from msgspec import Struct

from recado.flows.engine.asks import Ask
from recado.flows.engine.conditions import Condition, Operand
from recado.flows.engine.effects import Effect
from recado.flows.engine.expressions import Template
from recado.flows.engine.fields import describe
from recado.flows.engine.inputs import Input
from recado.flows.engine.limits import ChannelLimits, Limits
from recado.flows.engine.problems import Problem
from recado.flows.engine.session import State
from recado.flows.engine.values import Value

NEXT = "next"
ERROR = "error"
"""The exit every node has without declaring it: taken when the node fails, if it leads anywhere."""


@dataclass(frozen=True, slots=True)
class Node:
    """One node of a flow: its kind's options as the kind's dataclass, and where each exit leads.

    `layout` belongs to the canvas (x and y) and is kept as it came.
    """

    id: str
    type: str
    options: Any
    exits: Mapping[str, str] = field(default_factory=dict)
    label: str = ""
    layout: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Exit:
    """A way out of a node. `label` is the words on the canvas; an `optional` one may lead nowhere without a warning.

    Where one that `falls_back` leads nowhere, `next` is taken; where all of them lead somewhere, `next` is not needed.
    """

    key: str
    label: str
    optional: bool = False
    falls_back: bool = False


@dataclass(frozen=True, slots=True)
class Call:
    """Another flow that a node enters: which, the variables it gives it, and those it takes from it."""

    flow: str
    parameters: tuple[str, ...] = ()
    results: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NodeManifest:
    """A kind of node as the palette, the form and the inspection see it.

    `options` is a frozen dataclass whose fields come from `engine.fields`; `exits` those every node of the kind has,
    `more_exits` those its options add; `assigns` the variables it sets; `calls` the flows it enters; `check` what its
    options break on a channel.
    """

    key: str
    label: str
    description: str
    icon: str
    group: str
    options: type
    exits: tuple[Exit, ...]
    more_exits: Callable[[Any], Iterable[Exit]] = lambda options: ()
    assigns: Callable[[Any], Iterable[str]] = lambda options: ()
    calls: Callable[[Any], Iterable[Call]] = lambda options: ()
    check: Callable[[Any, ChannelLimits], Iterable[Problem]] = lambda options, channel: ()
    waits: Callable[[Node], bool] = lambda node: False
    """Does the turn end here? A ring of nodes without one that does would run for ever."""
    listens: Callable[[Node], bool] = lambda node: False
    """Has the person spoken when the flow goes on from here?"""
    silence: Callable[[Any], timedelta] = lambda options: timedelta(0)
    """How long at least nobody speaks while it waits."""
    writes_freely: Callable[[Any], bool] = lambda options: False
    """Does it say something that a channel lets through only for a time after the person's last message?"""

    def to_json(self) -> dict[str, Any]:
        """All that a form and a palette need: texts in Portuguese, a JSON schema with layout hints, exits."""
        return {
            "key": self.key,
            "label": self.label,
            "description": self.description,
            "icon": self.icon,
            "group": self.group,
            "options": describe(self.options),
            "exits": [{"key": exit.key, "label": exit.label, "optional": exit.optional} for exit in self.exits],
        }

    def exits_of(self, options: object) -> tuple[Exit, ...]:
        """Every exit of a node with these options."""
        return (*self.exits, *self.more_exits(options))


class View(Protocol):
    """What a node may see of the session it runs in. It changes nothing; changes are in the `Step`."""

    @property
    def attempts(self) -> int: ...
    @property
    def variables(self) -> Mapping[str, Value]: ...
    @property
    def now(self) -> datetime:
        """The moment of the input in the organization's zone."""

    @property
    def own_phone(self) -> str:
        """The person's phone: digits with country code, empty if unknown."""

    @property
    def last_input_at(self) -> datetime:
        """When the person last wrote or tapped; the channel's window counts from it."""

    @property
    def waiting_for(self) -> str:
        """The key of the timer or ask the session waited for when the input arrived; empty if none."""

    @property
    def limits(self) -> Limits: ...
    @property
    def channel(self) -> ChannelLimits: ...
    def render(self, template: Template) -> str:
        """The template's text in this session; problems are noted."""

    def value(self, template: Template) -> Value:
        """The typed value where the template is one name, else its text."""

    def operand(self, operand: Operand, fresh: Mapping[str, Value]) -> Value:
        """What an operand of the author comes to; `fresh` are values set a moment ago, seen before the session's."""

    def holds(self, condition: Condition) -> bool:
        """Is the condition true in this session?"""

    def belongs_elsewhere(self, choice_id: str, node: Node) -> bool:
        """Was the tapped choice offered by another node of this flow, further up in the chat?"""

    def lot(self, node: Node) -> str:
        """What a draw at this node depends on: the same for one person, flow and node whenever it is asked for."""

    def key_for(self, node: Node) -> str:
        """A key for a timer or an ask of this node, used at no other turn of the session."""


class Step(Struct, frozen=True, gc=False):
    """What running a node came to. Made at every node, hence of a kind that costs a tenth of a dataclass to make.

    `leave_by` an exit, or empty: then the flow waits here (`wait`), enters another flow (`call`), gives back to the
    flow that called it (`returns`), or the whole session is over (`ends`).
    `attempts` is the count of failed answers from here on; `waiting_for` the timer or ask that may end the wait: the
    key of the timer started among the effects, or the session's own where a node goes on waiting.
    A called flow sees nothing but `parameters`; `results` pairs a variable of this flow with one of the called flow.
    """

    leave_by: str = ""
    wait: bool = False
    call: str = ""
    parameters: Mapping[str, Value] = {}
    results: tuple[tuple[str, str], ...] = ()
    returns: bool = False
    ends: State | None = None
    effects: tuple[Effect, ...] = ()
    changes: Mapping[str, Value] = {}
    problems: tuple[Problem, ...] = ()
    ask: Ask | None = None
    attempts: int = 0
    waiting_for: str = ""


class NodeType(Protocol):
    """A kind of node: a module with a manifest and `run`."""

    @property
    def manifest(self) -> NodeManifest: ...

    def run(self, node: Node, session: View, arrived: Input | None) -> Step:
        """Execute the node. `arrived` is None when the flow has just come here, the input when the node was waiting."""


def choice_key(node: Node, choice: str) -> str:
    """The id a choice is sent with. It names its node, so that a tap further up in the chat answers nothing else."""
    return f"{node.id}:{choice}"


NodeTypes = Mapping[str, NodeType]


def node_types(*modules: NodeType) -> NodeTypes:
    """The catalogue of these kinds by key. Raises ValueError where two have the same."""
    catalogue: dict[str, NodeType] = {}
    for module in modules:
        if module.manifest.key in catalogue:
            raise ValueError(f"two node types are called {module.manifest.key}")
        catalogue[module.manifest.key] = module
    return catalogue
