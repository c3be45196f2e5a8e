"""How are flows and their versions written?"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from recado.flows.models import BotId, FlowId, FlowVersionId
from recado.foundation.database import Transaction

INSERT_FLOW = """
insert into flows (organization_id, id, bot_id, name, draft, changed_by, errors, warnings, tests)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
"""


async def insert_flow(
    tx: Transaction,
    id_: FlowId,
    bot: BotId | None,
    name: str,
    draft: Mapping[str, Any],
    *,
    by: UUID | None = None,
    found: tuple[int, int] = (0, 0),
    tests: str = "",
) -> None:
    """Store a flow with nothing published yet; `found` are the errors and warnings of its check."""
    encoded = msgspec.json.encode(draft).decode()
    await tx.execute(INSERT_FLOW, tx.organization_id, id_, bot, name, encoded, by, *found, tests)


SET_ENTRY = "update bots set entry_flow_id = $3 where organization_id = $1 and id = $2 and entry_flow_id is null"


async def set_entry(tx: Transaction, bot: BotId, flow: FlowId) -> None:
    """Let a bot that begins nowhere begin at a flow."""
    await tx.execute(SET_ENTRY, tx.organization_id, bot, flow)


SAVE_DRAFT = """
update flows set draft = $4, name = $5, errors = $6, warnings = $7, changed_by = $8, changed_at = now(), revision = revision + 1
where organization_id = $1 and id = $2 and revision = $3 and archived_at is null returning revision
"""


async def save_draft(
    tx: Transaction,
    flow: FlowId,
    revision: int,
    draft: Mapping[str, Any],
    *,
    name: str,
    found: tuple[int, int],
    by: UUID | None,
) -> int | None:
    """Write a draft over the revision that its author saw and return the new one; None where another stands there."""
    encoded = msgspec.json.encode(draft).decode()
    saved: int | None = await tx.fetchval(
        SAVE_DRAFT, tx.organization_id, flow, revision, encoded, name, found[0], found[1], by
    )
    return saved


READ_REVISION = """
select f.revision, f.changed_at, coalesce(m.name, k.name, '') as changed_by_name
from flows f
left join members m on m.organization_id = f.organization_id and m.id = f.changed_by
left join api_keys k on k.organization_id = f.organization_id and k.id = f.changed_by
where f.organization_id = $1 and f.id = $2 and f.archived_at is null
"""


async def read_revision(tx: Transaction, flow: FlowId) -> tuple[int, datetime, str] | None:
    """Return which revision stands, since when and by whom."""
    row = await tx.fetchrow(READ_REVISION, tx.organization_id, flow)
    return None if row is None else (row["revision"], row["changed_at"], row["changed_by_name"])


LOCK_DRAFT = """
select revision, draft from flows where organization_id = $1 and id = $2 and archived_at is null for no key update
"""


async def lock_draft(tx: Transaction, flow: FlowId) -> tuple[int, dict[str, Any]] | None:
    """Lock a flow and return the revision and its draft."""
    row = await tx.fetchrow(LOCK_DRAFT, tx.organization_id, flow)
    return None if row is None else (row["revision"], dict(msgspec.json.decode(row["draft"])))


INSERT_VERSION = """
insert into flow_versions (organization_id, id, flow_id, number, definition, published_by, note)
select $1, $2, $3, coalesce(max(number), 0) + 1, $4, $5, $6 from flow_versions where organization_id = $1 and flow_id = $3
returning number
"""

# Sent twice, an order to publish makes one version.
STANDS_ALREADY = """
select v.number from flows f join flow_versions v on v.organization_id = f.organization_id and v.id = f.published_version_id
where f.organization_id = $1 and f.id = $2 and v.definition = $3
"""

POINT_TO_VERSION = "update flows set published_version_id = $3 where organization_id = $1 and id = $2"


async def publish(
    tx: Transaction,
    flow: FlowId,
    version: FlowVersionId,
    definition: Mapping[str, Any],
    *,
    by: UUID | None,
    note: str = "",
) -> int:
    """Store an immutable version, let new sessions take it, and return its number; the caller holds the flow's lock.

    Where the published version says the same already, that one's number is returned.
    """
    encoded = msgspec.json.encode(definition).decode()
    stands = await tx.fetchval(STANDS_ALREADY, tx.organization_id, flow, encoded)
    if stands is not None:
        return int(stands)
    number = await tx.fetchval(INSERT_VERSION, tx.organization_id, version, flow, encoded, by, note)
    await tx.execute(POINT_TO_VERSION, tx.organization_id, flow, version)
    return int(number)


ARCHIVE = """
update flows set archived_at = now(), published_version_id = null
where organization_id = $1 and id = $2 and archived_at is null
"""


async def archive(tx: Transaction, flow: FlowId) -> None:
    """Put a flow away: nothing new begins in it, what runs goes on in its version."""
    await tx.execute(ARCHIVE, tx.organization_id, flow)


SAVE_TESTS = """
update flows set tests = $4, tests_revision = tests_revision + 1
where organization_id = $1 and id = $2 and tests_revision = $3 and archived_at is null returning tests_revision
"""


async def save_tests(tx: Transaction, flow: FlowId, revision: int, text: str) -> int | None:
    """Write the cases over the revision that their author saw; None where another stands there."""
    saved: int | None = await tx.fetchval(SAVE_TESTS, tx.organization_id, flow, revision, text)
    return saved
