"""In which order do nodes, options and exits stand in a text, whatever order they are stored in?

The order comes from what the flow says, never from how it was saved: a database that shuffles keys, or a canvas that adds
nodes at the end, changes no line.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

_FIRST = (
    "id", "name", "label", "type", "kind", "title", "text", "description", "media", "template", "variable", "value",
    "method", "url", "when", "flow", "mode", "amount", "unit", "date", "offset_days", "weekdays", "time", "branches",
    "arms", "choices", "assignments", "query", "headers", "body_kind", "body", "form", "results",
)  # fmt: skip
"""Options that say what a thing is; the others follow by name."""
_LAST = ("attempts", "invalid_text", "list_label")
_RANK = {
    **{key: at - len(_FIRST) for at, key in enumerate(_FIRST)},
    **{key: at + 1 for at, key in enumerate(_LAST)},
    "left": -99, "op": -98, "right": -97,
}  # fmt: skip
_EXITS = ("next", "else", "other", "replied", "invalid", "person", "error")


def ordered(value: Any) -> Any:
    """The same value with the keys of every mapping in it in their order."""
    if isinstance(value, Mapping):
        return {str(key): ordered(value[key]) for key in sorted(value, key=_option_rank)}
    return [ordered(part) for part in value] if isinstance(value, list | tuple) else value


def _option_rank(key: Any) -> tuple[int, str]:
    return _RANK.get(str(key), 0), str(key)


def exits_of(node: Mapping[str, Any]) -> dict[str, Any]:
    """A node's exits: those of its choices, branches and arms in their order, then the common ones, then the rest."""
    exits = node.get("exits")
    if not isinstance(exits, Mapping):
        return {}
    named = [*_ids_in(node.get("options")), *_EXITS]
    known = {key: at for at, key in reversed(list(enumerate(named)))}
    return {key: exits[key] for key in sorted(exits, key=lambda key: (known.get(key, len(named)), str(key)))}


def _ids_in(options: Any) -> Iterator[str]:
    """The ids of things in lists of options: they name exits."""
    lists = (part for part in options.values() if isinstance(part, list)) if isinstance(options, Mapping) else ()
    for part in lists:
        yield from (str(item["id"]) for item in part if isinstance(item, Mapping) and "id" in item)


def node_order(entry: Any, nodes: Mapping[str, Any]) -> list[str]:
    """The nodes as a reader meets them: each before what follows it, branches in the order of their exits, and a node
    where branches meet after all of them. What cannot be reached stands at the end, by id."""
    order: list[str] = []
    met: set[str] = set()
    for start in (entry, *sorted(nodes)):
        if isinstance(start, str) and start in nodes and start not in met:
            order += reversed(list(_after_all_that_follow(start, nodes, met)))
    return order


def _after_all_that_follow(start: str, nodes: Mapping[str, Any], met: set[str]) -> Iterator[str]:
    """The nodes from here on, each after those it leads to; read backwards that is each before them."""
    met.add(start)
    way = [(start, iter(_targets(nodes[start])))]
    while way:
        key, ahead = way[-1]
        following = next((one for one in ahead if one in nodes and one not in met), None)
        if following is None:
            way.pop()
            yield key
        else:
            met.add(following)
            way.append((following, iter(_targets(nodes[following]))))


def _targets(node: Any) -> Iterable[str]:
    """Where a node leads, its last exit first: read backwards, the first one's branch then stands first."""
    exits = exits_of(node) if isinstance(node, Mapping) else {}
    return [target for target in reversed(exits.values()) if isinstance(target, str)]
