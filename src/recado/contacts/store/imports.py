"""How are imports, and what became of each of their rows, kept?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from recado.contacts.models import ContactId, Import, RowOutcome
from recado.foundation.database import Row, Transaction

_IMPORT = """
id, filename, storage_key, state, failure, columns, plan, legal_basis, total, done, created, updated, unchanged, refused,
author_name, created_at, finished_at
"""

INSERT_IMPORT = """
insert into contact_imports (organization_id, id, filename, storage_key, state, columns, total, author_name)
values ($1, $2, $3, $4, 'draft', $5, $6, $7)
"""


async def insert(
    tx: Transaction, id_: UUID, *, filename: str, storage_key: str, columns: Sequence[str], total: int, author_name: str
) -> None:
    """Store a file that has not been begun."""
    await tx.execute(INSERT_IMPORT, tx.organization_id, id_, filename, storage_key, list(columns), total, author_name)


LIST_IMPORTS = f"""
select {_IMPORT} from contact_imports
where organization_id = $1 and ($2::uuid is null or id < $2) order by id desc limit $3
"""


async def list_imports(tx: Transaction, before: UUID | None, limit: int) -> list[Import]:
    """Return imports, the newest first."""
    return [_import(row) for row in await tx.fetch(LIST_IMPORTS, tx.organization_id, before, limit)]


READ_IMPORT = f"select {_IMPORT} from contact_imports where organization_id = $1 and id = $2"


async def read(tx: Transaction, id_: UUID) -> Import | None:
    """Return an import."""
    row = await tx.fetchrow(READ_IMPORT, tx.organization_id, id_)
    return _import(row) if row else None


LOCK_IMPORT = f"select {_IMPORT} from contact_imports where organization_id = $1 and id = $2 for no key update"


async def lock(tx: Transaction, id_: UUID) -> Import | None:
    """Lock and return an import: two workers never take in the same rows."""
    row = await tx.fetchrow(LOCK_IMPORT, tx.organization_id, id_)
    return _import(row) if row else None


START_IMPORT = """
update contact_imports set state = 'running', plan = $3::jsonb, legal_basis = $4
where organization_id = $1 and id = $2 and state = 'draft'
"""


async def start(tx: Transaction, id_: UUID, plan: Mapping[str, Any], legal_basis: str) -> bool:
    """Begin an import; False where it has begun."""
    encoded = msgspec.json.encode(plan).decode()
    return (await tx.execute(START_IMPORT, tx.organization_id, id_, encoded, legal_basis)).endswith("1")


INSERT_ROWS = """
insert into contact_import_rows (organization_id, import_id, number, outcome, reason, contact_id)
select $1, $2, r.number, r.outcome, r.reason, r.contact
from unnest($3::integer[], $4::text[], $5::text[], $6::uuid[]) as r(number, outcome, reason, contact)
"""


async def insert_rows(tx: Transaction, id_: UUID, found: Sequence[RowOutcome]) -> None:
    """Write down what became of rows."""
    await tx.execute(
        INSERT_ROWS, tx.organization_id, id_, [one.number for one in found], [one.outcome for one in found],
        [one.reason for one in found], [one.contact for one in found],
    )  # fmt: skip


ADVANCE = """
update contact_imports set done = done + $3, created = created + $4, updated = updated + $5, unchanged = unchanged + $6,
    refused = refused + $7
where organization_id = $1 and id = $2
"""


async def advance(tx: Transaction, id_: UUID, found: Sequence[RowOutcome]) -> None:
    """Add to the figures of an import."""
    counts = [sum(one.outcome == name for one in found) for name in ("created", "updated", "unchanged", "refused")]
    await tx.execute(ADVANCE, tx.organization_id, id_, len(found), *counts)


FINISH = """
update contact_imports set state = $3, failure = $4, finished_at = $5
where organization_id = $1 and id = $2 and state = 'running'
"""


async def finish(tx: Transaction, id_: UUID, *, failure: str, at: datetime) -> None:
    """Write down that an import is over; `failure` is "" where every row was looked at."""
    await tx.execute(FINISH, tx.organization_id, id_, "failed" if failure else "done", failure, at)


LIST_ROWS = """
select number, outcome, reason, contact_id from contact_import_rows
where organization_id = $1 and import_id = $2 and number > $3 and ($4::text is null or outcome = $4)
order by number limit $5
"""


async def list_rows(tx: Transaction, id_: UUID, after: int, outcome: str | None, limit: int) -> list[RowOutcome]:
    """Return what became of rows after `after`, in their order."""
    rows = await tx.fetch(LIST_ROWS, tx.organization_id, id_, after, outcome, limit)
    return [RowOutcome(row["number"], row["outcome"], row["reason"], _contact(row["contact_id"])) for row in rows]


def _contact(id_: UUID | None) -> ContactId | None:
    return None if id_ is None else ContactId(id_)


def _import(row: Row) -> Import:
    plain = {name: row[name] for name in (
        "id", "filename", "storage_key", "state", "failure", "legal_basis", "total", "done", "created", "updated",
        "unchanged", "refused", "author_name", "created_at", "finished_at",
    )}  # fmt: skip
    return Import(columns=tuple(row["columns"]), plan=msgspec.json.decode(row["plan"]), **plain)
