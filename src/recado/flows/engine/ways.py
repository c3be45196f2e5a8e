"""Where can the walk through a flow come, in a ring, or after how long a silence?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import timedelta

from recado.flows.engine.definition import Flow
from recado.flows.engine.node_type import NodeTypes

_ROUNDS = 12
"""How often one node's silence may grow; a ring of short waits grows past a day in so many rounds or never mattered."""


def reached(flow: Flow) -> set[str]:
    """The nodes that a walk from the entry can come to."""
    return reachable(flow.entry, {key: set(node.exits.values()) for key, node in flow.nodes.items()})


def reachable(start: str, ahead: Mapping[str, Iterable[str]]) -> set[str]:
    """Everything that can be come to from `start`, itself included; names that stand nowhere are left out."""
    found: set[str] = set()
    waiting = [start]
    while waiting:
        key = waiting.pop()
        if key in ahead and key not in found:
            found.add(key)
            waiting.extend(ahead[key])
    return found


def unwaiting_rings(flow: Flow, types: NodeTypes) -> list[str]:
    """One node of each ring of nodes in which nothing is waited for."""
    return rings(walked_at_once(flow, types))


def walked_at_once(flow: Flow, types: NodeTypes) -> dict[str, set[str]]:
    """From each node at which a turn does not end, the nodes of that kind that it leads to."""
    ahead = {
        node.id: set(node.exits.values()) for node in flow.nodes.values() if not types[node.type].manifest.waits(node)
    }
    return {key: targets & set(ahead) for key, targets in ahead.items()}


def rings(ahead: Mapping[str, set[str]]) -> list[str]:
    """One member of each ring."""
    finished: set[str] = set()
    found: list[str] = []
    for start in ahead:
        found.extend(_ring_from(start, ahead, finished))
    return found


def _ring_from(start: str, ahead: Mapping[str, set[str]], finished: set[str]) -> Iterator[str]:
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


def silences(flow: Flow, types: NodeTypes) -> dict[str, timedelta]:
    """How long, on the quietest way to it, the person has said nothing when the flow comes to a node."""
    quiet: dict[str, timedelta] = {flow.entry: timedelta(0)} if flow.entry in flow.nodes else {}
    rounds: dict[str, int] = {}
    waiting = list(quiet)
    while waiting:
        key = waiting.pop()
        node, manifest = flow.nodes[key], types[flow.nodes[key].type].manifest
        after = timedelta(0) if manifest.listens(node) else quiet[key] + manifest.silence(node.options)
        for exit, target in node.exits.items():
            # Whoever leaves a wait by answering has spoken.
            heard = timedelta(0) if exit in ("replied", "person") else after
            known = quiet.get(target)
            if target in flow.nodes and (known is None or heard > known) and rounds.get(target, 0) < _ROUNDS:
                rounds[target] = rounds.get(target, 0) + 1
                quiet[target] = heard
                waiting.append(target)
    return quiet
