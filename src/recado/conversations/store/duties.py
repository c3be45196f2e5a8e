"""Who is at the desk?"""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from recado.foundation.database import Transaction

# Whoever looked in less than half a minute ago changes nothing: no row is written for that.
SEEN = """
insert into duties (organization_id, member_id, seen_at)
select $1, m.id, $3::timestamptz from members m where m.organization_id = $1 and m.id = $2 and m.state = 'active'
on conflict (organization_id, member_id) do update set seen_at = excluded.seen_at
    where duties.seen_at is null or duties.seen_at < $4
returning member_id
"""
SEEN_BEFORE = "select seen_at from duties where organization_id = $1 and member_id = $2"
_OFTEN = timedelta(seconds=20)


async def note_seen(tx: Transaction, member: UUID, at: datetime) -> datetime | None:
    """Write down that somebody is there; return when they were seen before that, None for never."""
    before: datetime | None = await tx.fetchval(SEEN_BEFORE, tx.organization_id, member)
    await tx.execute(SEEN, tx.organization_id, member, at, at - _OFTEN)
    return before


SET_AVAILABLE = """
insert into duties (organization_id, member_id, available, seen_at)
select $1, m.id, $3, $4::timestamptz from members m where m.organization_id = $1 and m.id = $2 and m.state = 'active'
on conflict (organization_id, member_id) do update set available = excluded.available, seen_at = excluded.seen_at
"""


async def set_available(tx: Transaction, member: UUID, *, available: bool, at: datetime) -> bool:
    """Write down what somebody says of themself; False for who is no active member."""
    return await tx.execute(SET_AVAILABLE, tx.organization_id, member, available, at) == "INSERT 0 1"


SET_CAP = """
insert into duties (organization_id, member_id, cap)
select $1, m.id, $3 from members m where m.organization_id = $1 and m.id = $2
on conflict (organization_id, member_id) do update set cap = excluded.cap
"""


async def set_cap(tx: Transaction, member: UUID, cap: int) -> bool:
    """Say how many conversations a rule gives somebody at most; False for who is no member."""
    return await tx.execute(SET_CAP, tx.organization_id, member, cap) == "INSERT 0 1"
