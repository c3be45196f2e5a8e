"""What can be taken together once all blocks are nodes, and what is too much for one flow?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from recado.flows.engine.limits import MAX_NODES
from recado.flows.imports.typebot.work import NEXT, Draft, Work

_MOST_ASSIGNMENTS = 30
_LONGEST_TEXT = 4_000
_MOST_SAID = 18
"""Messages; a turn that says more than 20 is ended, and questions before and behind say something too."""
_WAITS = frozenset({"question", "wait", "api_call"})


def tidy(work: Work, entry: str) -> str:
    """Take neighbours together: variables always, texts only where the flow would be too long. Gives the entry."""
    entry = _join(work, entry, _joins_assignments)
    if len(work.nodes) >= MAX_NODES or most_said(work) > _MOST_SAID:
        before = len(work.nodes)
        entry = _join(work, entry, _joins_texts)
        if len(work.nodes) < before:
            work.report.add("texts_joined", "Arquivo")
    return entry


def most_said(work: Work) -> int:
    """The most messages that can come one after another before somebody gets to speak, rings left out."""
    ahead = {
        id: [str(to) for to in node.exits.values() if str(to) in work.nodes and work.nodes[str(to)].type not in _WAITS]
        for id, node in work.nodes.items()
        if node.type not in _WAITS
    }
    before = Counter(to for targets in ahead.values() for to in targets)
    said = {id: int(work.nodes[id].type == "message") for id in ahead}
    longest = dict(said)
    ready = [id for id in ahead if not before[id]]
    while ready:
        id = ready.pop()
        for to in ahead[id]:
            longest[to] = max(longest[to], longest[id] + said[to])
            before[to] -= 1
            if not before[to]:
                ready.append(to)
    return max(longest.values(), default=0)


def _join(work: Work, entry: str, joins: Callable[[Draft, Draft], bool]) -> str:
    count = Counter(str(to) for node in work.nodes.values() for to in node.exits.values())
    for id in list(work.nodes):
        node = work.nodes.get(id)
        while node is not None:
            follower = work.nodes.get(str(node.exits.get(NEXT)))
            if follower is None or follower is node or count[follower.id] != 1 or follower.id == entry:
                break
            if node.group != follower.group or not joins(node, follower):
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
