"""How does the canvas export (lists of nodes and edges, kinds in capitals) become format 1 (exits on each node)?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_KEPT = ("id", "name", "language", "variables")


def upgrade(data: Mapping[str, Any]) -> dict[str, Any]:
    """Nodes by id, edges as exits of the node they leave, `position` as layout, the first START node as entry."""
    nodes: dict[str, Any] = {}
    for node in _objects(data.get("nodes")):
        nodes[str(node.get("id", ""))] = _node(node)
    for edge in _objects(data.get("edges")):
        source = nodes.get(str(edge.get("source", "")))
        if source is not None:
            source["exits"].setdefault(str(edge.get("sourceHandle") or "next"), str(edge.get("target", "")))
    known = {key: data[key] for key in _KEPT if key in data}
    unknown = {key: data[key] for key in data if key not in (*_KEPT, "nodes", "edges", "entry", "format", "viewport")}
    return {"format": 1, **known, **unknown, "entry": _entry(data, nodes), "nodes": nodes}


def _node(node: Mapping[str, Any]) -> dict[str, Any]:
    data = node.get("data")
    options = dict(data) if isinstance(data, Mapping) else {}
    label = options.pop("label", "")
    position = node.get("position")
    upgraded: dict[str, Any] = {"type": str(node.get("type", "")).lower(), "options": options, "exits": {}}
    if label:
        upgraded["label"] = label
    if isinstance(position, Mapping):
        upgraded["layout"] = dict(position)
    return upgraded


def _entry(data: Mapping[str, Any], nodes: Mapping[str, Any]) -> Any:
    if "entry" in data:
        return data["entry"]
    return next((key for key, node in nodes.items() if node["type"] == "start"), next(iter(nodes), ""))


def _objects(value: Any) -> list[Mapping[str, Any]]:
    return [item for item in value if isinstance(item, Mapping)] if isinstance(value, list) else []
