"""What is a flow, and how is one read from JSON and written back?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from recado.flows.engine import fields
from recado.flows.engine.limits import (
    DEFAULT,
    MAX_DECLARED_VARIABLES,
    MAX_EXITS,
    MAX_ID,
    MAX_LAYOUT,
    MAX_NAME,
    MAX_NODES,
    Limits,
)
from recado.flows.engine.node_type import Node, NodeTypes
from recado.flows.engine.problems import Code, Problem
from recado.flows.engine.reading import Reading
from recado.flows.engine.values import Value, clean_text
from recado.flows.upgrades import FORMAT, UnknownFormat, upgrade

_FARTHEST = 10**15
_ID = re.compile(r"[\w.:-]+")


class DefinitionInvalid(ValueError):
    """A definition cannot be read. `problems` lists everything that is wrong with it, each with its place."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("; ".join(f"{one.path or one.node}: {one.code}" for one in self.problems[:20]))


@dataclass(frozen=True, slots=True)
class Declared:
    """A variable that the flow declares: what it is for, and what it holds before anything sets it."""

    label: str = ""
    default: Value = None


@dataclass(frozen=True, slots=True)
class Flow:
    """One immutable version of a flow. `version` is given by whoever stores it; 0 is a draft."""

    id: str
    name: str
    entry: str
    nodes: Mapping[str, Node]
    language: str = "pt_BR"
    variables: Mapping[str, Declared] = field(default_factory=dict)
    version: int = 0


@dataclass(frozen=True, slots=True)
class FlowSet:
    """A bot with every flow version that a turn may touch: its own, the shared ones, and those sessions are pinned to.

    `published` names the version that a new session or call takes of each flow. `expiry` counts from the last input.
    """

    bot: str
    bot_name: str
    entry: str
    flows: Mapping[tuple[str, int], Flow]
    published: Mapping[str, int]
    types: NodeTypes
    expiry: timedelta = timedelta(hours=24)
    limits: Limits = DEFAULT

    @staticmethod
    def of(
        *flows: Flow, types: NodeTypes, bot: str = "bot", bot_name: str = "", limits: Limits | None = None
    ) -> FlowSet:
        """A bot whose entry is the first of these flows, each published at the version it has."""
        return FlowSet(
            bot=bot,
            bot_name=bot_name or flows[0].name,
            entry=flows[0].id,
            flows={(flow.id, flow.version): flow for flow in flows},
            published={flow.id: flow.version for flow in flows},
            types=types,
            limits=limits or DEFAULT,
        )

    def expiry_after(self, moment: datetime) -> datetime:
        """When a session with a last sign of life at `moment` is over."""
        try:
            return moment + self.expiry
        except OverflowError:  # The last days that a datetime knows have no morrow.
            return moment

    def newest(self, flow: str) -> Flow | None:
        """The version of a flow that a new session or call takes."""
        version = self.published.get(flow)
        return None if version is None else self.flows.get((flow, version))


def read_definition(data: object, types: NodeTypes, *, version: int = 0) -> Flow:
    """Read a flow of any known format; node types and option words may be in upper case.

    Raises DefinitionInvalid with every problem found. What it returns, `advance` can run, whatever it does:
    links that lead nowhere are left to `inspect`.
    """
    problems: list[Problem] = []
    reading = Reading(problems)
    if not isinstance(data, Mapping):
        reading.wrong(Code.NOT_AN_OBJECT)
        raise DefinitionInvalid(problems)
    try:
        data = upgrade(data)
    except UnknownFormat as fault:
        reading.into("format").wrong(Code.UNKNOWN_FORMAT, format=str(fault)[:80])
        raise DefinitionInvalid(problems) from fault
    flow = _read_flow(data, types, version, reading)
    if problems:
        raise DefinitionInvalid(problems)
    return flow


def _read_flow(data: Mapping[str, Any], types: NodeTypes, version: int, reading: Reading) -> Flow:
    _known(data, {"format", "id", "name", "language", "entry", "variables", "nodes"}, reading)
    nodes = data.get("nodes")
    if not isinstance(nodes, Mapping):
        reading.into("nodes").wrong(Code.WRONG_TYPE, expected="object")
        nodes = {}
    if len(nodes) > MAX_NODES:
        reading.into("nodes").wrong(Code.TOO_MANY, count=len(nodes), limit=MAX_NODES)
        nodes = {}
    return Flow(
        id=_identifier(data.get("id"), reading.into("id")),
        name=_text(data.get("name"), reading.into("name"), MAX_NAME),
        entry=_identifier(data.get("entry"), reading.into("entry")),
        language=_text(data.get("language", "pt_BR"), reading.into("language"), 20),
        variables=_read_variables(data.get("variables", {}), reading.into("variables")),
        nodes={
            str(key): _read_node(
                str(key), node, types, reading.into("nodes").into(str(key)[:MAX_ID], node=str(key)[:MAX_ID])
            )
            for key, node in nodes.items()
        },
        version=version,
    )


def _read_node(key: str, data: Any, types: NodeTypes, reading: Reading) -> Node:
    _identifier(key, reading)
    if not isinstance(data, Mapping):
        reading.wrong(Code.WRONG_TYPE, expected="object")
        return Node(key, "", None)
    _known(data, {"type", "label", "options", "exits", "layout"}, reading)
    kind = str(data.get("type", "")).lower()
    options: Any = None
    if kind in types:
        options = fields.read_options(types[kind].manifest.options, data.get("options", {}), reading.into("options"))
    else:
        reading.into("type").wrong(Code.UNKNOWN_NODE_TYPE, type=kind[:80])
    return Node(
        id=key,
        type=kind,
        options=options,
        exits=_read_exits(data.get("exits", {}), reading.into("exits")),
        label=_text(data.get("label", ""), reading.into("label"), MAX_NAME),
        layout=_read_layout(data.get("layout", {}), reading.into("layout")),
    )


def _read_exits(data: Any, reading: Reading) -> dict[str, str]:
    if not isinstance(data, Mapping) or len(data) > MAX_EXITS:
        reading.wrong(Code.WRONG_TYPE, expected="object")
        return {}
    return {
        _identifier(key, reading.into(str(key)[:MAX_ID])): _identifier(target, reading.into(str(key)[:MAX_ID]))
        for key, target in data.items()
    }


def _read_layout(data: Any, reading: Reading) -> dict[str, float]:
    if not isinstance(data, Mapping) or len(data) > MAX_LAYOUT:
        reading.wrong(Code.WRONG_TYPE, expected="object")
        return {}
    layout: dict[str, float] = {}
    for key, value in data.items():
        if not _is_number(value):
            reading.into(str(key)[:MAX_ID]).wrong(Code.WRONG_TYPE, expected="number")
            continue
        layout[_text(key, reading, MAX_ID)] = value
    return layout


def _read_variables(data: Any, reading: Reading) -> dict[str, Declared]:
    if not isinstance(data, Mapping):
        reading.wrong(Code.WRONG_TYPE, expected="object")
        return {}
    if len(data) > MAX_DECLARED_VARIABLES:
        reading.wrong(Code.TOO_MANY, count=len(data), limit=MAX_DECLARED_VARIABLES)
        return {}
    return {
        fields.variable_name(str(name), reading.into(str(name)[:MAX_ID])): _read_declared(
            declared, reading.into(str(name)[:MAX_ID])
        )
        for name, declared in data.items()
    }


def _read_declared(data: Any, reading: Reading) -> Declared:
    if not isinstance(data, Mapping):
        reading.wrong(Code.WRONG_TYPE, expected="object")
        return Declared()
    _known(data, {"label", "default"}, reading)
    default = data.get("default")
    if isinstance(default, str):
        default = _text(default, reading.into("default"), MAX_NAME * 10)
    elif not (default is None or isinstance(default, bool) or _is_number(default)):
        reading.into("default").wrong(Code.WRONG_TYPE, expected="value")
        default = None
    return Declared(_text(data.get("label", ""), reading.into("label"), MAX_NAME), default)


def _is_number(value: Any) -> bool:
    """A number that every JSON reader keeps as it is; not-a-number compares with nothing and is none."""
    return isinstance(value, int | float) and not isinstance(value, bool) and -_FARTHEST <= value <= _FARTHEST


def _known(data: Mapping[str, Any], known: set[str], reading: Reading) -> None:
    for key in data:
        if key not in known:
            reading.into(str(key)[:MAX_ID]).wrong(Code.UNKNOWN_KEY, key=str(key)[:80])


def _text(value: Any, reading: Reading, limit: int) -> str:
    if not isinstance(value, str):
        reading.wrong(Code.WRONG_TYPE, expected="text")
        return ""
    if len(value) > limit:
        reading.wrong(Code.TOO_LONG, length=len(value), limit=limit)
    if clean_text(value) != value:
        reading.wrong(Code.BAD_CHARACTERS)
    return value


def _identifier(value: Any, reading: Reading) -> str:
    found = _text(value, reading, MAX_ID)
    if isinstance(value, str) and not _ID.fullmatch(found):
        reading.wrong(Code.BAD_NAME, name=found[:80])
    return found


def write_definition(flow: Flow) -> dict[str, Any]:
    """The canonical JSON of a flow: newest format, defaults left out, nodes in their order. Reading it gives an equal
    flow."""
    written: dict[str, Any] = {
        "format": FORMAT,
        "id": flow.id,
        "name": flow.name,
        "language": flow.language,
        "entry": flow.entry,
    }
    if flow.variables:
        written["variables"] = {name: _write_declared(declared) for name, declared in flow.variables.items()}
    written["nodes"] = {key: _write_node(node) for key, node in flow.nodes.items()}
    return written


def _write_declared(declared: Declared) -> dict[str, Any]:
    label = {"label": declared.label} if declared.label else {}
    return {**label, **({} if declared.default is None else {"default": declared.default})}


def _write_node(node: Node) -> dict[str, Any]:
    written: dict[str, Any] = {"type": node.type}
    if node.label:
        written["label"] = node.label
    options = fields.write_options(node.options)
    if options:
        written["options"] = options
    if node.exits:
        written["exits"] = dict(node.exits)
    if node.layout:
        written["layout"] = dict(node.layout)
    return written
