"""Do the flows that a flow calls exist, take what they are given, and ever come to an end?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from recado.flows.engine.definition import Flow
from recado.flows.engine.node_type import Call, Node, NodeTypes
from recado.flows.engine.problems import Code, Problem, error, warning
from recado.flows.engine.variables import assigned_in, read_in
from recado.flows.engine.ways import reachable


def check_calls(flow: Flow, types: NodeTypes, others: Mapping[str, Flow] | None) -> Iterator[Problem]:
    """Problems of every call of the flow; of flows that are not known nothing is said."""
    known = {**(others or {}), flow.id: flow}
    for node in flow.nodes.values():
        for call in types[node.type].manifest.calls(node.options):
            called = known.get(call.flow)
            if called is not None:
                yield from _fits(node, call, called, types)
            elif others is not None:
                yield error(Code.UNKNOWN_FLOW, node=node.id, path=_place(node, "flow"), flow=call.flow)
    yield from _endless(flow, types, known)


def _fits(node: Node, call: Call, called: Flow, types: NodeTypes) -> Iterator[Problem]:
    read, made = read_in(called, types), assigned_in(called, types)
    declared = set(called.variables)
    for at, name in enumerate(call.parameters):
        if name not in read | made | declared:
            place = _place(node, f"parameters.{at}.variable")
            yield warning(Code.UNKNOWN_PARAMETER, node=node.id, path=place, variable=name, flow=called.name)
    for at, name in enumerate(call.results):
        if name not in made | declared | set(call.parameters):
            place = _place(node, f"results.{at}.from")
            yield warning(Code.UNKNOWN_PARAMETER, node=node.id, path=place, variable=name, flow=called.name)


def _place(node: Node, path: str) -> str:
    return f"nodes.{node.id}.options.{path}"


def _endless(flow: Flow, types: NodeTypes, known: Mapping[str, Flow]) -> Iterator[Problem]:
    """Calls that come back to this flow: an error where nothing is waited for on the way, else a warning."""
    at_once = {key: set(_called(one, types, only_at_once=True)) for key, one in known.items()}
    ever = {key: set(_called(one, types, only_at_once=False)) for key, one in known.items()}
    for node, target in _calls_of(flow, types, only_at_once=False):
        if flow.id not in reachable(target, ever):
            continue
        never_waits = flow.id in reachable(target, at_once) and (node, target) in set(
            _calls_of(flow, types, only_at_once=True)
        )
        told = error if never_waits else warning
        yield told(Code.ENDLESS_CALLS, node=node, path=_place(flow.nodes[node], "flow"), flow=known[target].name)


def _called(flow: Flow, types: NodeTypes, *, only_at_once: bool) -> Iterator[str]:
    yield from (target for _, target in _calls_of(flow, types, only_at_once=only_at_once))


def _calls_of(flow: Flow, types: NodeTypes, *, only_at_once: bool) -> Iterator[tuple[str, str]]:
    """Each (node, flow) that a walk from the entry comes to, of its first turn only if `only_at_once`."""
    ahead = {
        key: set(node.exits.values()) if not (only_at_once and types[node.type].manifest.waits(node)) else set()
        for key, node in flow.nodes.items()
    }
    for key in sorted(reachable(flow.entry, ahead)):
        for call in types[flow.nodes[key].type].manifest.calls(flow.nodes[key].options):
            yield key, call.flow
