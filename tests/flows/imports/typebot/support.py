"""Small exports, one block after another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from recado.app.installed import installed_nodes
from recado.flows.engine.definition import read_definition
from recado.flows.imports.typebot import Converted, convert
from tests.flows.engine.support import Talk

TYPES = installed_nodes()
Json = dict[str, Any]


def text(*lines: str) -> Json:
    """A text bubble."""
    return {"type": "text", "content": {"richText": [{"type": "p", "children": [{"text": line}]} for line in lines]}}


def bot(
    *blocks: Mapping[str, Any], variables: Iterable[str | Json] = (), more: Iterable[Json] = (), **rest: Any
) -> Json:
    """A bot of one group (`g`) that holds these blocks, and `more` groups. A variable's id is its name."""
    return {
        "version": "6.1",
        "name": "Teste",
        "events": [{"id": "s", "type": "start", "outgoingEdgeId": "start"}],
        "edges": [{"id": "start", "from": {"eventId": "s"}, "to": {"groupId": "g"}}, *rest.pop("edges", ())],
        "groups": [
            {
                "id": "g",
                "title": "Grupo",
                "graphCoordinates": {"x": 0, "y": 0},
                "blocks": [{"id": f"b{place}", **block} for place, block in enumerate(blocks)],
            },
            *more,
        ],
        "variables": [one if isinstance(one, dict) else {"id": one, "name": one} for one in variables],
        **rest,
    }


def codes(found: Converted) -> list[str]:
    """The codes of a report."""
    return [one.code for one in found.report]


def talk(data: Json) -> Talk:
    """Somebody who talks with the bot."""
    return Talk(read_definition(convert(data).definition, TYPES, version=1), types=TYPES)
