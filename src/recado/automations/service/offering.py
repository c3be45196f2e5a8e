"""What can an automation of this organization be made of?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from recado.automations.store import working as store
from recado.foundation.database import Transaction


@dataclass(frozen=True, slots=True)
class Named:
    """Something that a rule may refer to; `within` is the pipeline of a stage."""

    kind: str
    id: UUID
    name: str
    within: UUID | None


@dataclass(frozen=True, slots=True)
class Offer:
    """Everything that an organization has which a rule may name."""

    named: Sequence[Named]
    templates: Sequence[tuple[str, str]]
    tags: Sequence[str]
    fields: Sequence[tuple[str, str]]


async def offer(tx: Transaction) -> Offer:
    """Return what a rule may refer to: ids with names, templates as (name, language), custom fields as (key, label)."""
    named = [Named(row["kind"], row["id"], row["name"], row["within"]) for row in await store.references(tx)]
    templates = [(row["name"], row["language"]) for row in await store.templates(tx)]
    fields = [(row["key"], row["label"]) for row in await store.custom_fields(tx)]
    return Offer(named, templates, await store.tags(tx), fields)
