"""What can be taken together once all blocks are nodes, and what is too much for one flow?"""

from __future__ import annotations

from collections import Counter

from recado.flows.engine.limits import MAX_NODES
from recado.flows.imports.typebot.work import NEXT, Draft, Work

_MOST_ASSIGNMENTS = 30
_LONGEST_TEXT = 4_000


def tidy(work: Work, entry: str) -> str:
    """Take neighbours together: variables always, texts only where the flow would be too long. Gives the entry."""
    entry = _join(work, entry, _joins_assignments)
    if len(work.nodes) >= MAX_NODES:
        entry = _join(work, entry, _joins_texts)
    return entry


def _join(work: Work, entry: str, joins: object) -> str:
    count = Counter(str(to) for node in work.nodes.values() for to in node.exits.values())
    for id in list(work.nodes):
        node = work.nodes.get(id)
        while node is not None:
            follower = work.nodes.get(str(node.exits.get(NEXT)))
            if follower is None or follower is node or count[follower.id] != 1 or follower.id == entry:
                break
            if node.group != follower.group or not joins(node, follower):  # type: ignore[operator]
                break
            node.exits = follower.exits
            del work.nodes[follower.id]
    return entry


def _joins_assignments(node: Draft, follower: Draft) -> bool:
    if node.type != "set_variable" or follower.type != "set_variable" or follower.label.startswith("Refazer"):
        return False
    together = [*node.options["assignments"], *follower.options["assignments"]]
    if node.label.startswith("Refazer") or len(together) > _MOST_ASSIGNMENTS:
        return False
    node.options = {"assignments": together}
    return True


def _joins_texts(node: Draft, follower: Draft) -> bool:
    if node.type != "message" or follower.type != "message" or set(node.options) | set(follower.options) != {"text"}:
        return False
    together = f"{node.options['text']}\n\n{follower.options['text']}"
    if len(together) > _LONGEST_TEXT:
        return False
    node.options = {"text": together}
    return True
