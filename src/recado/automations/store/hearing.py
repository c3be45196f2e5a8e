"""How do automations read facts behind a cursor, and know whose doing they are?"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from recado.automations.models import Heard
from recado.foundation.database import Row, Transaction

LISTENER = "automations.run"
# Whoever holds the cursor reads on; another worker goes past.
TAKE_CURSOR = """
select xid, seq from fact_cursors where organization_id = $1 and listener = $2 for update skip locked
"""
# Who begins to listen hears what happens from now on, not the week before.
MAKE_CURSOR = """
insert into fact_cursors (organization_id, listener, xid, seq)
select $1, $2, coalesce(max(n.xid), 0), coalesce(max(n.seq), 0) from (
    select xid, seq from facts where organization_id = $1
      and xid < pg_snapshot_xmin(pg_current_snapshot())::text::bigint order by xid desc, seq desc limit 1) n
on conflict do nothing
"""
MOVE_CURSOR = "update fact_cursors set xid = $3, seq = $4 where organization_id = $1 and listener = $2"
DROP_CURSOR = "delete from fact_cursors where organization_id = $1 and listener = $2"
READ_FACTS = """
select xid, seq, name, conversation_id, data::text as data, at from facts
where organization_id = $1 and (xid, seq) > ($2::bigint, $3::bigint)
  and xid < pg_snapshot_xmin(pg_current_snapshot())::text::bigint
order by xid, seq limit $4
"""


async def begin_listening(tx: Transaction) -> None:
    """Set the cursor behind what has happened so far, where it stands nowhere yet."""
    await tx.execute(MAKE_CURSOR, tx.organization_id, LISTENER)


async def stop_listening(tx: Transaction) -> None:
    """Forget the cursor: nobody listens."""
    await tx.execute(DROP_CURSOR, tx.organization_id, LISTENER)


async def take_cursor(tx: Transaction) -> tuple[int, int] | None:
    """Lock and return how far was read; None where nobody listens or another worker holds it."""
    row = await tx.fetchrow(TAKE_CURSOR, tx.organization_id, LISTENER)
    return None if row is None else (row["xid"], row["seq"])


async def move_cursor(tx: Transaction, xid: int, seq: int) -> None:
    """Write down how far was read."""
    await tx.execute(MOVE_CURSOR, tx.organization_id, LISTENER, xid, seq)


async def read_facts(tx: Transaction, cursor: tuple[int, int], limit: int) -> list[Row]:
    """Return facts behind the cursor, oldest first; none of a transaction that still runs."""
    return await tx.fetch(READ_FACTS, tx.organization_id, *cursor, limit)


# A fact is an automation's doing where it was written in the transaction of a run, or is about a message that a run wrote.
DOINGS = """
select r.ran_xid as xid, r.depth, r.chain, r.automation_id from automation_runs r
where r.organization_id = $1 and r.ran_xid = any($2)
"""
WRITERS = """
select m.id as message_id, r.depth, r.chain, r.automation_id
from messages m join automation_runs r on r.organization_id = $1 and r.id = (m.content ->> 'automation_run')::uuid
where m.organization_id = $1 and m.id = any($2) and m.content ->> 'automation_run' is not null
"""


async def doings(tx: Transaction, xids: Collection[int]) -> list[Row]:
    """Return the runs that acted in these transactions."""
    return await tx.fetch(DOINGS, tx.organization_id, list(xids))


async def writers(tx: Transaction, messages: Collection[UUID]) -> list[Row]:
    """Return the runs that wrote these messages."""
    return await tx.fetch(WRITERS, tx.organization_id, list(messages)) if messages else []


RECENT = """
select seq, name, conversation_id, data::text as data, at from facts
where organization_id = $1 and name = any($2) and at > $3 order by seq desc limit $4
"""


async def recent(tx: Transaction, names: Sequence[str], since: datetime, limit: int) -> list[Heard]:
    """Return what happened lately, the newest first."""
    return [heard(row) for row in await tx.fetch(RECENT, tx.organization_id, list(names), since, limit)]


ONE = "select seq, name, conversation_id, data::text as data, at from facts where organization_id = $1 and seq = $2"


async def one(tx: Transaction, seq: int) -> Heard | None:
    """Return one fact that is still kept."""
    row = await tx.fetchrow(ONE, tx.organization_id, seq)
    return None if row is None else heard(row)


def heard(row: Row, *, depth: int = 0, chain: tuple[UUID, ...] = ()) -> Heard:
    """Return a row as an automation hears it."""
    data: dict[str, Any] = msgspec.json.decode(row["data"])
    return Heard(row["seq"], row["name"], row["at"], row["conversation_id"], data, depth, chain)
