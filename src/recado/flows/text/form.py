"""How is a flow written as a text for people, and read back without losing anything?

    format: 1
    id: saudacao
    name: Saudação
    bot: Recepção              # which bot it belongs to; not part of the flow
    entry: oi
    nodes:
      oi:
        type: message
        text: Oi, {{ contact.first_name }}!
        next: fim              # short for `exits: {next: fim}`
      fim:
        type: end
    layout:
      oi: [0, 200]

Options stand in the node itself. Where that would be ambiguous they stand under `options`; what has not the shape of a
node stands as it is under `raw`. So every draft can be written, also an unfinished one, and comes back as it was.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from recado.flows.text.faults import Fault, TextUnreadable
from recado.flows.text.order import exits_of, node_order, ordered
from recado.flows.text.yaml_reading import Document, Path, read_yaml
from recado.flows.text.yaml_writing import lines_of

_TOP = ("format", "id", "name", "language")
_OURS = frozenset({"bot", "layout", "raw"})
"""Keys of the text that a definition has not; one that has them, or has no nodes, stands under `raw`."""
_NODE = frozenset({"type", "label", "options", "exits", "layout"})
_TAKEN = _NODE | {"next", "raw"}


@dataclass(frozen=True, slots=True)
class FlowText:
    """A flow as it was read from a text: its definition, the name of its bot (empty where none is given), and where in
    the text each part stands."""

    definition: dict[str, Any]
    bot: str
    document: Document

    def line_of(self, node: str, path: str) -> int:
        """The line of a problem, by its node and its place in the definition."""
        steps = path.removeprefix(f"nodes.{node}" if node else "").strip(".").split(".") if path else []
        if not node:
            return self.document.line_of(tuple(map(_step, steps)))
        place: Path = ("nodes", node)
        if steps[:1] == ["layout"]:
            return self.document.line_of(("layout", node))
        if steps == ["exits", "next"] and (*place, "next") in self.document.lines:
            return self.document.line_of((*place, "next"))
        inside = tuple(map(_step, steps))
        found = [inside, inside[1:]] if inside[:1] == ("options",) else [inside, ("options", *inside)]
        return max((self.document.line_of((*place, *one)) for one in found), default=1)


def _step(step: str) -> str | int:
    return int(step) if step.isdigit() else step


def write(definition: Mapping[str, Any], *, bot: str = "", names: Mapping[str, str] | None = None) -> str:
    """The canonical text of a definition (any JSON object): the same flow gives the same text, however it is stored.

    `bot` is noted in its head; `names` says what flows are called, for a remark beside the id of one that is called.
    """
    return "\n".join(_written(definition, bot, names or {})) + "\n"


def _written(definition: Mapping[str, Any], bot: str, names: Mapping[str, str]) -> Iterator[str]:
    belongs = {"bot": bot} if bot else {}
    nodes = definition.get("nodes")
    if _OURS & set(definition) or "nodes" not in definition:
        for key, part in {**belongs, "raw": dict(definition)}.items():
            yield from lines_of(key, ordered(part), indent=0)
        return
    known = {key: definition[key] for key in _TOP if key in definition}
    others = {key: definition[key] for key in sorted(definition) if key not in {*_TOP, "entry", "variables", "nodes"}}
    entry = {"entry": definition["entry"]} if "entry" in definition else {}
    for key, part in {"format": 0, **known, **belongs, **entry, **others}.items():
        yield from lines_of(key, ordered(part), indent=0)
    if "variables" in definition:
        yield from _variables(definition["variables"])
    if not isinstance(nodes, Mapping) or not nodes:
        yield from lines_of("nodes", ordered(nodes), indent=0)
        return
    yield from ("", "nodes:")
    order = node_order(definition.get("entry"), nodes)
    for at, key in enumerate(order):
        yield from [""] if at else []
        yield from _node_lines(key, nodes[key], names)
    yield from _layout([(key, nodes[key]) for key in order])


def _variables(variables: Any) -> Iterator[str]:
    if not isinstance(variables, Mapping) or not variables:
        yield from lines_of("variables", ordered(variables), indent=0)
        return
    yield from ("", "variables:")
    for name in sorted(variables):
        yield from lines_of(name, ordered(variables[name]), indent=2)


def _node_lines(key: str, node: Any, names: Mapping[str, str]) -> Iterator[str]:
    """A node with one part a line, also where all of it would fit on one."""
    *long_key, head = lines_of(key, None, indent=2)
    yield from (*long_key, head.removesuffix(" null"))
    for name, part in _short(node).items():
        if name == "exits" and isinstance(part, Mapping) and part:
            yield "    exits:"
            for exit, target in part.items():
                yield from lines_of(exit, target, indent=6)
        else:
            remark = names.get(part, "") if isinstance(part, str) else ""
            yield from lines_of(name, part, indent=4, remark=" ".join(remark.split()))


def _short(node: Any) -> dict[str, Any]:
    """The node as it stands in the text."""
    if not isinstance(node, Mapping) or not set(node) <= _NODE or not isinstance(node.get("type"), str):
        return {"raw": ordered(node)}
    head = {key: node[key] for key in ("type", "label") if key in node}
    return {**head, **_short_options(node), **_short_exits(node), **_own_layout(node)}


def _short_options(node: Mapping[str, Any]) -> dict[str, Any]:
    if "options" not in node:
        return {}
    options = ordered(node["options"])
    if isinstance(options, dict) and options and not _TAKEN & set(options):
        return options
    return {"options": options}


def _short_exits(node: Mapping[str, Any]) -> dict[str, Any]:
    if "exits" not in node:
        return {}
    exits = node["exits"]
    if isinstance(exits, Mapping) and set(exits) == {"next"} and isinstance(exits["next"], str):
        return {"next": exits["next"]}
    return {"exits": exits_of(node) if isinstance(exits, Mapping) else ordered(exits)}


def _own_layout(node: Mapping[str, Any]) -> dict[str, Any]:
    return {"layout": ordered(node["layout"])} if "layout" in node and not _is_point(node["layout"]) else {}


def _is_point(layout: Any) -> bool:
    return isinstance(layout, Mapping) and set(layout) == {"x", "y"}


def _layout(nodes: list[tuple[str, Any]]) -> Iterator[str]:
    """Where nodes stand on the canvas: at the end and one a line, out of the way of whoever reviews the flow."""
    points = [
        (key, node["layout"])
        for key, node in nodes
        if "raw" not in _short(node) and isinstance(node, Mapping) and _is_point(node.get("layout"))
    ]
    if points:
        yield from ("", "layout:")
    for key, point in points:
        yield from lines_of(key, [point["x"], point["y"]], indent=2)


def read(text: str) -> dict[str, Any]:
    """The definition that a text stands for, not yet checked against node types. Raises TextUnreadable."""
    return read_flow_text(text).definition


def read_flow_text(text: str) -> FlowText:
    """The flow of a text with its bot's name and its lines. Raises TextUnreadable."""
    document = read_yaml(text)
    head = document.value
    if not isinstance(head, dict) or not (isinstance(head.get("raw"), dict) or "nodes" in head):
        raise TextUnreadable(
            [Fault("not_a_flow", 1, 1, "isto não é um fluxo: faltam as chaves do começo, como “nodes”")]
        )
    bot = head.get("bot")
    if "raw" in head:
        return FlowText(head["raw"], bot if isinstance(bot, str) else "", document)
    definition = {key: part for key, part in head.items() if key not in _OURS}
    faults: list[Fault] = []
    if isinstance(head["nodes"], dict):
        definition["nodes"] = {
            key: _long(node, document, ("nodes", key), faults) for key, node in head["nodes"].items()
        }
        _place(definition["nodes"], head.get("layout"), document, faults)
    if faults:
        raise TextUnreadable(faults)
    return FlowText(definition, bot if isinstance(bot, str) else "", document)


def _long(node: Any, document: Document, path: Path, faults: list[Fault]) -> Any:
    """The node as a definition has it."""
    if not isinstance(node, dict):
        return node
    if set(node) == {"raw"}:
        return node["raw"]
    line = document.line_of(path)
    whole = {key: part for key, part in node.items() if key in _NODE}
    loose = {key: part for key, part in node.items() if key not in _TAKEN}
    if loose:
        if "options" in whole:
            name = path[-1]
            faults.append(Fault("two_forms", line, 1, f"“{name}” tem opções no próprio bloco e em “options”: junte-as"))
        whole["options"] = loose
    if "next" in node:
        exits = whole.get("exits", {})
        if not isinstance(exits, dict) or "next" in exits:
            faults.append(Fault("two_forms", line, 1, f"“{path[-1]}” diz duas vezes para onde vai “next”"))
        else:
            whole["exits"] = {"next": node["next"], **exits}
    return whole


def _place(nodes: dict[str, Any], layout: Any, document: Document, faults: list[Fault]) -> None:
    """Give the nodes their places on the canvas."""
    if layout is None:
        return
    if not isinstance(layout, dict):
        faults.append(Fault("bad_layout", document.line_of(("layout",)), 1, "“layout” deve ter um bloco por linha"))
        return
    for key, point in layout.items():
        node = nodes.get(key)
        line = document.line_of(("layout", key))
        if not isinstance(node, dict):
            faults.append(Fault("bad_layout", line, 1, f"“layout” fala de “{key}”, que não é um bloco deste fluxo"))
        elif not isinstance(point, list) or len(point) != len("xy"):
            faults.append(Fault("bad_layout", line, 1, f"o lugar de “{key}” deve ser [x, y]"))
        else:
            node["layout"] = {"x": point[0], "y": point[1]}
