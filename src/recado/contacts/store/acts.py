"""How are notes about people, and what was done to them, kept and read?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

import msgspec

from recado.contacts.models import ContactId, Happening
from recado.foundation.database import Row, Transaction
from recado.foundation.identifiers import new_ids

INSERT_ACTS = """
insert into contact_acts (organization_id, id, contact_id, act, actor_name, detail)
select $1, a.id, a.contact, a.act, $5, a.detail
from unnest($2::uuid[], $3::uuid[], $4::text[], $6::jsonb[]) as a(id, contact, act, detail)
"""


async def insert_acts(
    tx: Transaction, acts: Sequence[tuple[ContactId, str, Mapping[str, Any]]], *, actor_name: str
) -> None:
    """Write down what was done: (person, act, detail); names of fields and ids, never contents."""
    if acts:
        await tx.execute(
            INSERT_ACTS, tx.organization_id, new_ids(len(acts)), [one[0] for one in acts], [one[1] for one in acts],
            actor_name, [msgspec.json.encode(one[2]).decode() for one in acts],
        )  # fmt: skip


INSERT_NOTE = """
insert into contact_notes (organization_id, id, contact_id, text, author_id, author_name)
values ($1, $2, $3, $4, $5, $6)
"""


async def insert_note(
    tx: Transaction, id_: UUID, contact: ContactId, text: str, *, author: UUID | None, author_name: str
) -> None:
    """Store a note about a person."""
    await tx.execute(INSERT_NOTE, tx.organization_id, id_, contact, text, author, author_name)


LIST_HAPPENINGS = """
(select id, at, act as kind, actor_name, '' as text, detail from contact_acts
 where organization_id = $1 and contact_id = $2 and ($3::uuid is null or id < $3) order by id desc limit $4)
union all
(select id, created_at, 'note', author_name, text, '{}'::jsonb from contact_notes
 where organization_id = $1 and contact_id = $2 and ($3::uuid is null or id < $3) order by id desc limit $4)
order by id desc limit $4
"""


async def list_happenings(tx: Transaction, contact: ContactId, before: UUID | None, limit: int) -> list[Happening]:
    """Return notes and acts before `before`, the newest first."""
    return [_happening(row) for row in await tx.fetch(LIST_HAPPENINGS, tx.organization_id, contact, before, limit)]


def _happening(row: Row) -> Happening:
    return Happening(
        id=row["id"], at=row["at"], kind=row["kind"], actor=row["actor_name"], text=row["text"],
        detail=msgspec.json.decode(row["detail"]),
    )  # fmt: skip
