"""What has happened, as rows that listeners read behind a cursor?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import msgspec

from recado.foundation.database import Transaction
from recado.foundation.identifiers import OrganizationId

PUBLISH = """
insert into facts (organization_id, name, conversation_id, data)
select $1, * from unnest($2::text[], $3::uuid[], $4::jsonb[])
"""

# A plain sequence cursor loses rows: a transaction that took a lower number may commit later. Rows of transactions at or
# after the oldest one still running are left for the next reading.
READ_AFTER = """
select xid, seq, name, conversation_id, data from facts
where organization_id = $1 and (xid, seq) > ($2::bigint, $3::bigint)
  and xid < pg_snapshot_xmin(pg_current_snapshot())::text::bigint
order by xid, seq limit $4
"""

NEWEST = """
select xid, seq from facts
where organization_id = $1 and xid < pg_snapshot_xmin(pg_current_snapshot())::text::bigint
order by xid desc, seq desc limit 1
"""

# Not younger than the cursor, so that a subscriber which was away too long can be told to load everything anew.
OLDEST = "select xid, seq from facts where organization_id = $1 order by xid, seq limit 1"


def topic_of(organization: OrganizationId) -> str:
    """Return the topic that is woken when something has happened in an organization."""
    return f"facts/{organization}"


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that happened: a past-tense name `module.verb`, and ids, never contents."""

    name: str
    conversation: UUID | None = None
    data: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, order=True)
class Cursor:
    """How far a listener has read; prints and parses as `xid-seq`."""

    xid: int = 0
    seq: int = 0

    def __str__(self) -> str:
        return f"{self.xid}-{self.seq}"

    @classmethod
    def parse(cls, text: str) -> Cursor | None:
        """Read what `str` wrote; None for anything else."""
        xid, dash, seq = text.partition("-")
        if not dash or not xid.isascii() or not xid.isdigit() or not seq.isascii() or not seq.isdigit():
            return None
        return cls(min(int(xid), 2**62), min(int(seq), 2**62))


async def publish(tx: Transaction, facts: Sequence[Fact]) -> None:
    """Write `facts` of the organization at hand in this transaction."""
    if not facts:
        return
    await tx.execute(
        PUBLISH,
        tx.organization_id,
        [fact.name for fact in facts],
        [fact.conversation for fact in facts],
        [msgspec.json.encode(fact.data).decode() for fact in facts],
    )
    tx.wake(topic_of(tx.organization_id))


async def read_after(tx: Transaction, cursor: Cursor, limit: int) -> list[tuple[Cursor, Fact]]:
    """Return at most `limit` facts after `cursor`, oldest first; none of a transaction that still runs."""
    rows = await tx.fetch(READ_AFTER, tx.organization_id, cursor.xid, cursor.seq, limit)
    return [
        (Cursor(row["xid"], row["seq"]), Fact(row["name"], row["conversation_id"], msgspec.json.decode(row["data"])))
        for row in rows
    ]


async def newest(tx: Transaction) -> Cursor:
    """Return the cursor behind everything that has happened so far."""
    row = await tx.fetchrow(NEWEST, tx.organization_id)
    return Cursor(row["xid"], row["seq"]) if row else Cursor()


async def oldest(tx: Transaction) -> Cursor:
    """Return the cursor of the oldest fact that is still kept."""
    row = await tx.fetchrow(OLDEST, tx.organization_id)
    return Cursor(row["xid"], row["seq"]) if row else Cursor()
