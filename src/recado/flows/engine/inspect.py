"""What is wrong with a flow, without running it?"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator
from typing import Any

from recado.flows.engine import condition_format as conditions
from recado.flows.engine.conditions import All, Comparison, Literal, Not, Several, Variable
from recado.flows.engine.conditions import Any as AnyOf
from recado.flows.engine.definition import DefinitionInvalid, Flow, read_definition
from recado.flows.engine.expressions import Template
from recado.flows.engine.fields import RESERVED
from recado.flows.engine.limits import ChannelLimits
from recado.flows.engine.node_type import ERROR, NEXT, Node, NodeTypes
from recado.flows.engine.problems import Code, Problem, Severity, error, warning


def check_definition(data: object, types: NodeTypes, channel: ChannelLimits) -> tuple[Problem, ...]:
    """Everything wrong with a definition as JSON: what stops it from being read, or else what `inspect` finds."""
    try:
        flow = read_definition(data, types)
    except DefinitionInvalid as fault:
        return fault.problems
    return inspect(flow, types, channel)


def may_be_published(problems: Iterable[Problem]) -> bool:
    """Is there nothing worse than a warning?"""
    return all(problem.severity is not Severity.ERROR for problem in problems)


def inspect(flow: Flow, types: NodeTypes, channel: ChannelLimits) -> tuple[Problem, ...]:
    """All problems of a flow on a channel, in the order of its nodes. Errors forbid publishing, warnings do not."""
    problems: list[Problem] = []
    if flow.entry not in flow.nodes:
        problems.append(error(Code.NO_ENTRY, entry=flow.entry))
    reached = _reached(flow)
    known = RESERVED | set(flow.variables) | _assigned(flow, types)
    for node in flow.nodes.values():
        found = [
            *([] if node.id in reached else [warning(Code.UNREACHABLE_NODE)]),
            *_links(flow, node, types),
            *(warning(Code.UNKNOWN_VARIABLE, variable=name) for name in sorted(_names(node.options) - known)),
            *types[node.type].manifest.check(node.options, channel),
        ]
        problems.extend(problem.at(node.id) for problem in found)
    problems.extend(warning(Code.LOOP_WITHOUT_WAIT, node=node) for node in _unwaiting_loops(flow, types))
    return tuple(problems)


def _links(flow: Flow, node: Node, types: NodeTypes) -> Iterator[Problem]:
    exits = {exit.key: exit for exit in types[node.type].manifest.exits_of(node.options)}.values()
    standing = [exit for exit in exits if exit.falls_back]
    covered = bool(standing) and all(exit.key in node.exits for exit in standing)
    for exit in exits:
        needless = exit.optional or (exit.key == NEXT and covered)
        if exit.key not in node.exits and not needless:
            yield warning(Code.MISSING_EXIT, path=f"exits.{exit.key}", exit=exit.key)
    known = {exit.key for exit in exits} | {ERROR}
    for key, target in node.exits.items():
        if key not in known:
            yield warning(Code.UNKNOWN_EXIT, path=f"exits.{key}", exit=key)
        if target not in flow.nodes:
            yield error(Code.DANGLING_EDGE, path=f"exits.{key}", exit=key, target=target)


def _reached(flow: Flow) -> set[str]:
    reached: set[str] = set()
    ahead = [flow.entry]
    while ahead:
        key = ahead.pop()
        if key in flow.nodes and key not in reached:
            reached.add(key)
            ahead.extend(flow.nodes[key].exits.values())
    return reached


def _assigned(flow: Flow, types: NodeTypes) -> set[str]:
    return {name for node in flow.nodes.values() for name in types[node.type].manifest.assigns(node.options)}


def _names(option: Any) -> frozenset[str]:
    """The variables that any template or condition among these options reads."""
    if isinstance(option, Template):
        return option.names()
    if isinstance(option, Comparison | All | AnyOf | Not):
        return conditions.names_in(option)
    if isinstance(option, Variable | Several | Literal):
        return conditions.names_in_operand(option)
    if isinstance(option, tuple):
        return frozenset().union(*map(_names, option))
    if dataclasses.is_dataclass(option):
        return frozenset().union(*(_names(getattr(option, one.name)) for one in dataclasses.fields(option)))
    return frozenset()


def _unwaiting_loops(flow: Flow, types: NodeTypes) -> list[str]:
    """One node of each ring of nodes in which nobody gets to speak."""
    ahead = {
        node.id: {to for to in node.exits.values()}
        for node in flow.nodes.values()
        if not types[node.type].manifest.waits(node)
    }
    ahead = {key: targets & set(ahead) for key, targets in ahead.items()}
    finished: set[str] = set()
    rings: list[str] = []
    for start in ahead:
        rings.extend(_ring_from(start, ahead, finished))
    return rings


def _ring_from(start: str, ahead: dict[str, set[str]], finished: set[str]) -> Iterator[str]:
    """Nodes that a walk from `start` comes back to. A walk without recursion: a flow may be 500 nodes long."""
    if start in finished:
        return
    way: list[tuple[str, list[str]]] = [(start, sorted(ahead[start]))]
    on_way = {start}
    while way:
        key, targets = way[-1]
        if not targets:
            way.pop()
            on_way.discard(key)
            finished.add(key)
            continue
        target = targets.pop(0)
        if target in on_way:
            yield target
        elif target not in finished:
            way.append((target, sorted(ahead[target])))
            on_way.add(target)
