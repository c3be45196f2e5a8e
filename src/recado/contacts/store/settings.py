"""How are an organization's fields and segments kept?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

import msgspec

from recado.contacts.models import FieldDefinition, FieldType, Segment
from recado.foundation.database import Row, Transaction

LIST_FIELDS = """
select id, key, label, type, choices from contact_fields where organization_id = $1 order by id limit 200
"""


async def list_fields(tx: Transaction) -> list[FieldDefinition]:
    """Return the custom fields, the oldest first."""
    return [_field(row) for row in await tx.fetch(LIST_FIELDS, tx.organization_id)]


INSERT_FIELD = """
insert into contact_fields (organization_id, id, key, label, type, choices) values ($1, $2, $3, $4, $5, $6)
on conflict (organization_id, key) do nothing
"""


async def insert_field(tx: Transaction, one: FieldDefinition) -> bool:
    """Store a field; False where its key is taken."""
    done = await tx.execute(
        INSERT_FIELD, tx.organization_id, one.id, one.key, one.label, one.type.value, list(one.choices)
    )  # fmt: skip
    return done.endswith("1")


CHANGE_FIELD = "update contact_fields set label = $3, choices = $4 where organization_id = $1 and id = $2"


async def change_field(tx: Transaction, one: FieldDefinition) -> None:
    """Store another label and other choices of a field."""
    await tx.execute(CHANGE_FIELD, tx.organization_id, one.id, one.label, list(one.choices))


REMOVE_FIELD = "delete from contact_fields where organization_id = $1 and id = $2 returning key"


async def remove_field(tx: Transaction, id_: UUID) -> str | None:
    """Forget a field and return its key; values stay with the people, where flows may still name them."""
    found: str | None = await tx.fetchval(REMOVE_FIELD, tx.organization_id, id_)
    return found


LIST_SEGMENTS = """
select id, name, filter, created_at from contact_segments where organization_id = $1 order by name limit 200
"""


async def list_segments(tx: Transaction) -> list[Segment]:
    """Return the saved segments by name."""
    return [_segment(row) for row in await tx.fetch(LIST_SEGMENTS, tx.organization_id)]


READ_SEGMENT = "select id, name, filter, created_at from contact_segments where organization_id = $1 and id = $2"


async def read_segment(tx: Transaction, id_: UUID) -> Segment | None:
    """Return a segment."""
    row = await tx.fetchrow(READ_SEGMENT, tx.organization_id, id_)
    return _segment(row) if row else None


INSERT_SEGMENT = """
insert into contact_segments (organization_id, id, name, filter, created_by) values ($1, $2, $3, $4::jsonb, $5)
on conflict (organization_id, name) do nothing
"""


async def insert_segment(tx: Transaction, id_: UUID, name: str, filter_: Mapping[str, Any], by: UUID | None) -> bool:
    """Store a segment; False where its name is taken."""
    encoded = msgspec.json.encode(filter_).decode()
    return (await tx.execute(INSERT_SEGMENT, tx.organization_id, id_, name, encoded, by)).endswith("1")


REMOVE_SEGMENT = "delete from contact_segments where organization_id = $1 and id = $2"


async def remove_segment(tx: Transaction, id_: UUID) -> bool:
    """Forget a segment; False where there is none."""
    return (await tx.execute(REMOVE_SEGMENT, tx.organization_id, id_)).endswith("1")


def _field(row: Row) -> FieldDefinition:
    return FieldDefinition(row["id"], row["key"], row["label"], FieldType(row["type"]), tuple(row["choices"]))


def _segment(row: Row) -> Segment:
    return Segment(
        id=row["id"], name=row["name"], filter=msgspec.json.decode(row["filter"]), created_at=row["created_at"]
    )  # fmt: skip
