"""How do custom fields and segments look on the wire?"""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import Field, StringConstraints

from recado.contacts.models import FieldDefinition, Segment
from recado.contacts.schemas.people import Input, Output

Label = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=60, pattern=r"^[^\x00-\x1f\x7f]+$")
]
Choices = Annotated[
    list[Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=80)]], Field(max_length=100)
]
FilterTree = dict[str, Any]
"""`{"all" | "any" | "none": [condition or group, …]}`; a condition is `{"field", "op", "value"}`."""


class ContactFieldInput(Input):
    """A new field. Flows name it `contact.fields.<key>`; the key is made from the label where none is given."""

    label: Label
    type: Literal["text", "number", "money", "date", "choice", "boolean"]
    key: Annotated[str, StringConstraints(pattern=r"^([a-z][a-z0-9_]{0,49})?$")] = ""
    choices: Choices = Field(default_factory=list)


class ContactFieldChangeInput(Input):
    """Another label, other choices."""

    label: Label | None = None
    choices: Choices | None = None


class ContactFieldOutput(Output):
    """A custom field; money is in centavos, dates are ISO 8601."""

    id: UUID
    key: str
    label: str
    type: str
    choices: list[str]


class ContactFieldsOutput(Output):
    """All custom fields, the oldest first."""

    items: list[ContactFieldOutput]


class SegmentInput(Input):
    """A filter to save."""

    name: Label
    filter: FilterTree


class FilterInput(Input):
    """A filter to try."""

    filter: FilterTree


class SegmentOutput(Output):
    """A saved filter."""

    id: UUID
    name: str
    filter: FilterTree
    created_at: datetime


class SegmentsOutput(Output):
    """All segments by name."""

    items: list[SegmentOutput]


class PeopleCountOutput(Output):
    """How many people a filter fits."""

    count: int


def field(one: FieldDefinition) -> ContactFieldOutput:
    """A field for the wire."""
    return ContactFieldOutput(id=one.id, key=one.key, label=one.label, type=one.type.value, choices=list(one.choices))


def segment(one: Segment) -> SegmentOutput:
    """A segment for the wire."""
    return SegmentOutput(id=one.id, name=one.name, filter=dict(one.filter), created_at=one.created_at)
