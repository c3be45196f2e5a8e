"""Who is a person to the platform?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NewType
from uuid import UUID

ContactId = NewType("ContactId", UUID)


@dataclass(frozen=True, slots=True)
class Seen:
    """The addresses and names under which one payload shows a person; empty where it is silent.

    `phone` is digits with country code as the provider wrote it.
    """

    phone: str = ""
    bsuid: str = ""
    parent_bsuid: str = ""
    name: str = ""
    username: str = ""


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


@dataclass(frozen=True, slots=True)
class NewTag:
    """A label for people. `key` is its name without case and accents."""

    id: UUID
    name: str
    key: str
