"""In which order do the nodes of an imported bot stand, and what is each called?

Nodes are made in whatever order their converters need each other. People read them the way the conversation goes.
"""

from __future__ import annotations

from collections.abc import Mapping

from recado.flows.imports.typebot.names import slug
from recado.flows.imports.typebot.work import Draft, Work

_LONGEST_ID = 40
_LONGEST_LABEL = 120
_OWN_NAMES = {"start": "inicio", "end": "fim"}


def arrange(work: Work, entry: str) -> str:
    """Put the nodes in the order of the conversation, group by group, and name them after their groups. Gives the entry."""
    walk = {id: place for place, id in enumerate(_walk(work.nodes, entry))}
    ordered = sorted(work.nodes.values(), key=lambda node: (node.id != entry, node.group, walk.get(node.id, len(walk))))
    renamed = _named(work, ordered)
    for node in ordered:
        node.exits = {exit: renamed[str(to)] for exit, to in node.exits.items()}
        node.id = renamed[node.id]
    work.nodes = {node.id: node for node in ordered}
    _label(work)
    return renamed[entry]


def reached(nodes: Mapping[str, Draft], entry: str) -> set[int]:
    """The groups that the conversation can come to."""
    return {nodes[id].group for id in _walk(nodes, entry)}


def _walk(nodes: Mapping[str, Draft], entry: str) -> dict[str, None]:
    """The nodes in the order in which somebody meets them who always takes the first way."""
    seen: dict[str, None] = {}
    ahead = [entry]
    while ahead:
        id = ahead.pop()
        if id in nodes and id not in seen:
            seen[id] = None
            ahead.extend(reversed([str(to) for to in nodes[id].exits.values()]))
    return seen


def _named(work: Work, ordered: list[Draft]) -> dict[str, str]:
    taken: set[str] = set()
    renamed: dict[str, str] = {}
    for node in ordered:
        of_group = slug(work.title(node.group), fallback=f"grupo_{node.group + 1}", longest=_LONGEST_ID)
        own = _OWN_NAMES.get(node.type)
        base = own if own == "inicio" else f"{of_group}_{own}" if own else of_group
        free, number = base, 1
        while free in taken:
            number += 1
            free = f"{base}_{number}"
        taken.add(free)
        renamed[node.id] = free
    return renamed


def _label(work: Work) -> None:
    """The first node of a group without a label of its own carries the group's title."""
    titled: set[int] = set()
    for node in work.nodes.values():
        if node.group not in titled and not node.label:
            node.label = work.title(node.group)[:_LONGEST_LABEL]
            titled.add(node.group)
