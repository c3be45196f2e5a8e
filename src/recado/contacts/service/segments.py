"""How are fields defined, and people chosen by a filter?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from recado.contacts.errors import FieldTaken, SegmentTaken, TooMany
from recado.contacts.models import FieldDefinition, FieldType, Group, Person, Segment
from recado.contacts.rules import fields as field_rules
from recado.contacts.rules import segments as rules
from recado.contacts.service import identifiers
from recado.contacts.store import profiles
from recado.contacts.store import settings as store
from recado.foundation.database import Transaction
from recado.foundation.errors import NotFound
from recado.foundation.identifiers import new_id
from recado.foundation.secrets import MasterKey
from recado.organizations.models import Scope
from recado.organizations.service import audit

MOST_SEGMENTS = 200


async def list_fields(tx: Transaction) -> list[FieldDefinition]:
    """Return the custom fields of the organization at hand."""
    return await store.list_fields(tx)


async def create_field(
    tx: Transaction, scope: Scope, *, label: str, key: str, type_: FieldType, choices: Sequence[str]
) -> FieldDefinition:
    """Define a field; without a key it is made from the label. Raises `BadField`, `FieldTaken`, `TooMany`."""
    made = FieldDefinition(new_id(), key or field_rules.key_of(label), label, type_, tuple(choices))
    field_rules.check_definition(made)
    if len(await store.list_fields(tx)) >= field_rules.MOST_FIELDS:
        raise TooMany(limit=field_rules.MOST_FIELDS)
    if not await store.insert_field(tx, made):
        raise FieldTaken(key=made.key)
    await audit(tx, scope, "contacts.field_created", subject=("contact_field", made.id), detail={"key": made.key})
    return made


async def change_field(
    tx: Transaction, scope: Scope, id_: UUID, *, label: str | None, choices: Sequence[str] | None
) -> FieldDefinition:
    """Give a field another label or other choices; its key and type stay, flows and filters name them."""
    found = next((one for one in await store.list_fields(tx) if one.id == id_), None)
    if found is None:
        raise NotFound
    changed = replace(found, label=label or found.label, choices=found.choices if choices is None else tuple(choices))
    field_rules.check_definition(changed)
    await store.change_field(tx, changed)
    await audit(tx, scope, "contacts.field_changed", subject=("contact_field", id_), detail={"key": found.key})
    return changed


async def remove_field(tx: Transaction, scope: Scope, id_: UUID) -> None:
    """Forget a field; what people have there stays until it is overwritten."""
    key = await store.remove_field(tx, id_)
    if key is None:
        raise NotFound
    await audit(tx, scope, "contacts.field_removed", subject=("contact_field", id_), detail={"key": key})


async def list_segments(tx: Transaction) -> list[Segment]:
    """Return the saved segments by name."""
    return await store.list_segments(tx)


async def create_segment(tx: Transaction, scope: Scope, *, name: str, filter_: Mapping[str, Any]) -> UUID:
    """Save a filter under a name; raise `BadFilter`, `SegmentTaken`, `TooMany`."""
    await _parsed(tx, filter_)
    if len(await store.list_segments(tx)) >= MOST_SEGMENTS:
        raise TooMany(limit=MOST_SEGMENTS)
    id_ = new_id()
    if not await store.insert_segment(tx, id_, name, filter_, scope.actor.id):
        raise SegmentTaken
    return id_


async def remove_segment(tx: Transaction, id_: UUID) -> None:
    """Forget a segment."""
    if not await store.remove_segment(tx, id_):
        raise NotFound


async def count(tx: Transaction, key: MasterKey, filter_: Mapping[str, Any]) -> int:
    """Return how many people a filter fits; raise `BadFilter`."""
    return await profiles.count(tx, await _parsed(tx, filter_), identifiers.blind(key, tx.organization_id))


async def people_of(
    tx: Transaction, key: MasterKey, filter_: Mapping[str, Any], before: UUID | None, limit: int
) -> list[Person]:
    """Return people whom a filter fits before `before`, the newest first; raise `BadFilter`."""
    hashed = identifiers.blind(key, tx.organization_id)
    return await profiles.choose(tx, await _parsed(tx, filter_), hashed, before, limit)


async def people_of_segment(
    tx: Transaction, key: MasterKey, id_: UUID, before: UUID | None, limit: int
) -> list[Person]:
    """Return people of a saved segment as it is now, nobody where there is none; `BadFilter` where a field of it is gone."""
    found = await store.read_segment(tx, id_)
    if found is None:
        return []
    return await people_of(tx, key, found.filter, before, limit)


async def check(tx: Transaction, filter_: Mapping[str, Any]) -> None:
    """Raise `BadFilter` where a filter cannot be asked here."""
    await _parsed(tx, filter_)


async def _parsed(tx: Transaction, filter_: Mapping[str, Any]) -> Group:
    return rules.parse(filter_, {one.key: one for one in await store.list_fields(tx)})
