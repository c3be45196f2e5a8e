"""Who is a person to the platform?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any, NewType, Protocol
from uuid import UUID

from recado.foundation.database import Transaction

ContactId = NewType("ContactId", UUID)


@dataclass(frozen=True, slots=True)
class Seen:
    """The addresses and names under which one payload shows a person; empty where it is silent.

    `phone` is digits with country code as the provider wrote it. `lid` is WhatsApp's hidden id: its digits are no phone.
    """

    phone: str = ""
    bsuid: str = ""
    parent_bsuid: str = ""
    name: str = ""
    username: str = ""
    lid: str = ""


@dataclass(frozen=True, slots=True)
class Contact:
    """A person as an organization knows them. `fields` are the custom ones."""

    id: ContactId
    name: str
    given_name: str
    opted_out_at: datetime | None
    marketing_stopped_at: datetime | None
    fields: Mapping[str, Any]

    @property
    def shown_name(self) -> str:
        """The name the organization gave, else the one the person goes by on WhatsApp."""
        return self.name or self.given_name


@dataclass(frozen=True, slots=True)
class Address:
    """One address of a contact, with what it was learned from."""

    kind: str
    value: str
    match_key: str
    contact: ContactId
    evidence: str
    is_stale: bool = False
    """Whether its last sighting was written down long ago."""


@dataclass(frozen=True, slots=True)
class NewTag:
    """A label for people. `key` is its name without case and accents."""

    id: UUID
    name: str
    key: str


SEALED = ("email", "cpf", "cnpj")
"""Kinds of identifiers that lie encrypted; they are found by a keyed hash of their clear form."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Identifier:
    """A form under which a person is known, with its evidence. `value` is clear; `source` is channel, person or import."""

    kind: str
    value: str
    source: str
    evidence: str
    first_seen_at: datetime
    last_seen_at: datetime


class FieldType(StrEnum):
    """What sort of value a custom field holds; money is whole centavos, a date is ISO 8601."""

    TEXT = "text"
    NUMBER = "number"
    MONEY = "money"
    DATE = "date"
    CHOICE = "choice"
    BOOLEAN = "boolean"


@dataclass(frozen=True, slots=True)
class FieldDefinition:
    """A custom field of an organization; flows name it `contact.fields.<key>`."""

    id: UUID
    key: str
    label: str
    type: FieldType
    choices: tuple[str, ...] = ()


Value = str | int | float | bool
"""What a custom field may hold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A contact as lists show them. `merged_into` is set where somebody else stands for them now."""

    contact: Contact
    created_at: datetime
    source: str
    phone: str
    tags: tuple[str, ...]
    merged_into: ContactId | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """Two rows that seem to be one person, and why it seems so."""

    id: UUID
    first: ContactId
    second: ContactId
    state: str
    evidence: Mapping[str, Any]
    created_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """A merge that was made: whose row stayed, whose is gone."""

    id: UUID
    kept: ContactId
    gone: ContactId
    proposal: UUID | None
    state: str
    actor_name: str
    at: datetime
    undone_at: datetime | None


@dataclass(frozen=True, slots=True)
class Moved:
    """One thing that a merge moved or changed, as it was before: enough to put it back."""

    what: str
    reference: str
    was: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """One line of a person's timeline. `id` is in the order of time; `detail` holds what the line needs."""

    id: UUID
    at: datetime
    kind: str
    actor: str = ""
    text: str = ""
    conversation: UUID | None = None
    detail: Mapping[str, Any] = field(default_factory=dict)


class Holder(Protocol):
    """What a module above implements that keeps things of people: how they follow in a merge and come back."""

    name: str
    tables: tuple[str, ...]
    """Those of the module that point to people."""

    async def move(self, tx: Transaction, *, gone: ContactId, kept: ContactId, at: datetime) -> Sequence[Moved]:
        """Give everything of `gone` to `kept` and return each thing moved, in an order that can be walked back."""

    async def put_back(self, tx: Transaction, moved: Sequence[Moved], *, gone: ContactId, kept: ContactId) -> None:
        """Give back what `move` returned; what has changed since stays as it is."""

    async def happenings(self, tx: Transaction, contact: ContactId, before: UUID | None, limit: int) -> list[Happening]:
        """Return the newest lines of a person's timeline before `before`, newest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A filter that was saved under a name."""

    id: UUID
    name: str
    filter: Mapping[str, Any]
    created_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """One comparison of a filter. `field` is a built-in name or `fields.<key>`; `type` is that of a custom field."""

    field: str
    operator: str
    value: Value | tuple[Value, ...] | datetime | None = None
    type: FieldType | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """Conditions that must hold all, or any of them, or none."""

    joint: str
    parts: tuple[Condition | Group, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Import:
    """A file of people and how far it has been taken in. `plan` says what each column becomes."""

    id: UUID
    filename: str
    storage_key: str
    state: str
    failure: str
    columns: tuple[str, ...]
    plan: Mapping[str, Any]
    legal_basis: str
    total: int
    done: int
    created: int
    updated: int
    unchanged: int
    refused: int
    author_name: str
    created_at: datetime
    finished_at: datetime | None


@dataclass(frozen=True, slots=True)
class RowOutcome:
    """What became of one row of an import; `number` counts as the spreadsheet does, the header being 1."""

    number: int
    outcome: str
    reason: str = ""
    contact: ContactId | None = None
