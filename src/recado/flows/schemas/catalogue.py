"""How do the node types and what templates can read look on the wire?"""

from __future__ import annotations

from typing import Any

from recado.flows.schemas.base import Output


class VariableOutput(Output):
    """A name that every template can read."""

    name: str
    label: str


class FilterOutput(Output):
    """A filter of templates, with an example and what it gives."""

    name: str
    example: str
    result: str


class CalledFlow(Output):
    """A flow that a node may call."""

    id: str
    name: str
    bot_id: str | None


class NodeTypesOutput(Output):
    """Everything that the palette, the forms and the completion need. `items` are manifests with their JSON schema."""

    items: list[dict[str, Any]]
    variables: list[VariableOutput]
    filters: list[FilterOutput]
    flows: list[CalledFlow]
