"""What are the figures of the desk? One definition each, for the screen, the API and every export."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from recado.foundation.database import Row, Transaction

DAYS = 7


@dataclass(frozen=True, slots=True)
class Funnel:
    """The six figures. `total` is the sum of the three states; the closing rate is None where there is nothing to divide."""

    active: int
    waiting: int
    archived: int
    messages_today: int

    @property
    def total(self) -> int:
        """Conversations in any state."""
        return self.active + self.waiting + self.archived

    @property
    def closing_rate(self) -> float | None:
        """Archived conversations of all, from 0 to 1."""
        return self.archived / self.total if self.total else None


# A state that nobody knows (from an import) counts as waiting: a person has to look.
FUNNEL = """
select count(*) filter (where state = 'active') as active,
       count(*) filter (where state = 'archived') as archived,
       count(*) filter (where state not in ('active', 'archived')) as waiting
from conversations where organization_id = $1
"""

# Ids carry the moment they were made, so a day is a range of the primary key.
MESSAGES_SINCE = """
select count(*) from messages where organization_id = $1 and direction in ('in', 'out') and created_at >= $2 and id >= $3
"""


async def funnel(tx: Transaction, midnight: datetime) -> Funnel:
    """Return the figures; messages count since `midnight` of the organization, in and out, no notes or system lines."""
    row = await tx.fetchrow(FUNNEL, tx.organization_id)
    assert row is not None  # noqa: S101 - an aggregate always has one row
    today = await tx.fetchval(MESSAGES_SINCE, tx.organization_id, midnight, _first_id(midnight))
    return Funnel(row["active"], row["waiting"], row["archived"], today)


# The state of each conversation at the end of each day, rebuilt from its moves.
HISTORY = """
with days as (select d.at from unnest($2::timestamptz[]) as d(at))
select days.at,
       count(*) filter (where s.state = 'active') as active,
       count(*) filter (where s.state = 'waiting') as waiting,
       count(*) filter (where s.state = 'archived') as archived
from days
join conversations c on c.organization_id = $1 and c.opened_at < days.at
cross join lateral (
    select coalesce(
        (select v.became from conversation_moves v
         where v.organization_id = $1 and v.conversation_id = c.id and v.at < days.at order by v.id desc limit 1),
        'active') as state
) s
group by days.at order by days.at
"""


async def history(tx: Transaction, ends: list[datetime]) -> dict[datetime, Funnel]:
    """Return the three states as they were at each of `ends`."""
    rows = await tx.fetch(HISTORY, tx.organization_id, ends)
    return {row["at"]: Funnel(row["active"], row["waiting"], row["archived"], 0) for row in rows}


MESSAGES_BY_DAY = """
select d.at, (select count(*) from messages m where m.organization_id = $1 and m.direction in ('in', 'out')
              and m.created_at >= d.at and m.created_at < d.till and m.id >= d.first and m.id < d.last) as n
from unnest($2::timestamptz[], $3::timestamptz[], $4::uuid[], $5::uuid[]) as d(at, till, first, last)
"""


async def messages_by_day(tx: Transaction, spans: list[tuple[datetime, datetime]]) -> list[int]:
    """Return how many messages came and went in each span."""
    begins, ends = [one[0] for one in spans], [one[1] for one in spans]
    rows = await tx.fetch(
        MESSAGES_BY_DAY,
        tx.organization_id,
        begins,
        ends,
        [_first_id(at) for at in begins],
        [_first_id(at) for at in ends],
    )
    found = {row["at"]: row["n"] for row in rows}
    return [found.get(at, 0) for at in begins]


MESSAGES_BY_HOUR = """
select extract(hour from created_at at time zone $4)::int as hour, direction, count(*) as n from messages
where organization_id = $1 and direction in ('in', 'out') and created_at >= $2 and id >= $3 group by 1, 2
"""


async def messages_by_hour(tx: Transaction, midnight: datetime, zone: str) -> list[dict[str, int]]:
    """Return in and out for each hour of today, in the organization's zone."""
    hours = [{"hour": hour, "in": 0, "out": 0} for hour in range(24)]
    for row in await tx.fetch(MESSAGES_BY_HOUR, tx.organization_id, midnight, _first_id(midnight), zone):
        hours[row["hour"]][row["direction"]] = row["n"]
    return hours


OPEN_HANDOFFS = "select count(*) from handoffs where organization_id = $1 and state = 'open'"


async def open_handoffs(tx: Transaction) -> int:
    """Return how many transbordos nobody has taken yet."""
    return int(await tx.fetchval(OPEN_HANDOFFS, tx.organization_id))


LONGEST_WAITING = """
select id from conversations
where organization_id = $1 and state = 'waiting' and ($3::uuid is null or assignee_id is null or assignee_id = $3)
order by waiting_since limit $2
"""


async def longest_waiting(tx: Transaction, viewer: UUID | None, limit: int) -> list[Row]:
    """Return who waits longest for a person; with a `viewer` only those that are theirs or nobody's."""
    return await tx.fetch(LONGEST_WAITING, tx.organization_id, limit, viewer)


def days_back(midnight: datetime, days: int = DAYS) -> list[tuple[datetime, datetime]]:
    """Return the last `days` whole days and today, oldest first, as (begin, end)."""
    return [(midnight - timedelta(days=back), midnight - timedelta(days=back - 1)) for back in range(days, -1, -1)]


def _first_id(at: datetime) -> str:
    """Return the lowest id that could have been made at `at`, less a minute for clocks that differ."""
    milliseconds = max(0, int(at.timestamp() * 1000) - 60_000)
    return f"{milliseconds:012x}".rjust(12, "0").ljust(32, "0")
