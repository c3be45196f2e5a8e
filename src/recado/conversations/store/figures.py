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


# Differences that each change leaves (see migrations/sql/0019_conversation_tallies.up.sql): some hundred rows, however many
# conversations there are. A state that nobody knows (from an import) counts as waiting: a person has to look.
FUNNEL = """
select coalesce(sum(n) filter (where state = 'active'), 0) as active,
       coalesce(sum(n) filter (where state = 'archived'), 0) as archived,
       coalesce(sum(n) filter (where state not in ('active', 'archived')), 0) as waiting
from conversation_tallies where organization_id = $1
"""

HAS_MANY_TALLIES = (
    "select count(*) > $2 from (select from conversation_tallies where organization_id = $1 limit $2 + 1) few"
)


async def has_many_tallies(tx: Transaction, few: int) -> bool:
    """Tell whether more than `few` rows must be added up to count conversations."""
    return bool(await tx.fetchval(HAS_MANY_TALLIES, tx.organization_id, few))


# What others add meanwhile is not in this statement's snapshot, and stays.
FOLD_TALLIES = """
with gone as (delete from conversation_tallies where organization_id = $1 returning since, assignee_id, team_id, state, n),
folded as (
    insert into conversation_tallies (organization_id, since, assignee_id, team_id, state, n)
    select $1, case when since < $2 then '-infinity' else since end as since, assignee_id, team_id, state, sum(n) from gone
    group by 2, 3, 4, 5 having sum(n) <> 0 returning 1
)
select (select count(*) from gone) - (select count(*) from folded)
"""


async def fold_tallies(tx: Transaction, before: datetime) -> int:
    """Add up rows of one quarter of an hour, and all from before `before`; return how many fewer there are."""
    return int(await tx.fetchval(FOLD_TALLIES, tx.organization_id, before))


# A message counts on the day on which it was said: an old one that an import or a repaired line brings today is not of today.
# Ids carry the moment they were made, so a day is a range of the primary key, and nothing is said after it was written down.
MESSAGES_SINCE = """
select count(*) from messages
where organization_id = $1 and direction in ('in', 'out') and least(sent_at, created_at) >= $2 and id >= $3
"""


async def funnel(tx: Transaction, midnight: datetime, today: int | None = None) -> Funnel:
    """Return the figures; messages count since `midnight` of the organization, in and out, no notes or system lines.

    `today` is their number where somebody has counted them already.
    """
    row = await tx.fetchrow(FUNNEL, tx.organization_id)
    assert row is not None  # noqa: S101 - an aggregate always has one row
    if today is None:
        today = await tx.fetchval(MESSAGES_SINCE, tx.organization_id, midnight, _first_id(midnight))
    return Funnel(row["active"], row["waiting"], row["archived"], today)


# The three states at the end of each day: what had changed until then.
HISTORY = """
select days.at,
       coalesce(sum(t.n) filter (where t.state = 'active'), 0) as active,
       coalesce(sum(t.n) filter (where t.state not in ('active', 'archived')), 0) as waiting,
       coalesce(sum(t.n) filter (where t.state = 'archived'), 0) as archived
from unnest($2::timestamptz[]) as days(at)
join conversation_tallies t on t.organization_id = $1 and t.since < days.at
group by days.at
"""


async def history(tx: Transaction, ends: list[datetime]) -> dict[datetime, Funnel]:
    """Return the three states as they were at each of `ends`."""
    rows = await tx.fetch(HISTORY, tx.organization_id, ends)
    return {row["at"]: Funnel(row["active"], row["waiting"], row["archived"], 0) for row in rows}


# One pass for all days and the hours of today: each message falls into the span between two of the bounds.
MESSAGES = """
select width_bucket(said.at, $2::timestamptz[]) as span, m.direction, count(*) as n,
       case when said.at >= $4 then extract(hour from said.at at time zone $5)::int end as hour
from messages m cross join lateral (select least(m.sent_at, m.created_at) as at) said
where m.organization_id = $1 and m.direction in ('in', 'out') and m.id >= $3 group by 1, 2, 4
"""


@dataclass(frozen=True, slots=True)
class Volumes:
    """How many messages were said in each span, and in and out in each hour of the last one."""

    per_span: list[int]
    hours: list[dict[str, int]]


async def volumes(tx: Transaction, spans: list[tuple[datetime, datetime]], zone: str) -> Volumes:
    """Count messages of spans that follow one another without gaps; hours are the organization's."""
    bounds = [spans[0][0], *(end for _, end in spans)]
    today = spans[-1][0]
    found = Volumes([0] * len(spans), [{"hour": hour, "in": 0, "out": 0} for hour in range(24)])
    for row in await tx.fetch(MESSAGES, tx.organization_id, bounds, _first_id(bounds[0]), today, zone):
        if 1 <= row["span"] <= len(spans):
            found.per_span[row["span"] - 1] += row["n"]
        if row["hour"] is not None:
            found.hours[row["hour"]][row["direction"]] += row["n"]
    return found


# Conversations that came with a state nobody knows wait for a person, and say which word they came with.
TO_REPAIR = "select count(*) from conversations where organization_id = $1 and legacy_state <> ''"


async def count_to_repair(tx: Transaction) -> int:
    """Return how many conversations came with a state that nobody knows."""
    return int(await tx.fetchval(TO_REPAIR, tx.organization_id))


LIST_TO_REPAIR = """
select c.id, c.legacy_state from conversations c
where c.organization_id = $1 and c.legacy_state <> '' and ($2::uuid is null or c.id > $2) order by c.id limit $3
"""


async def list_to_repair(tx: Transaction, after: UUID | None, limit: int) -> list[Row]:
    """Return conversations (id, the word they came with) that somebody has to put right, in the order of their ids."""
    return await tx.fetch(LIST_TO_REPAIR, tx.organization_id, after, limit)


REPAIRED = "update conversations set legacy_state = '' where organization_id = $1 and id = $2 and legacy_state <> ''"


async def repaired(tx: Transaction, id_: UUID) -> bool:
    """Forget the word that a conversation came with; False where it came with none."""
    return await tx.execute(REPAIRED, tx.organization_id, id_) == "UPDATE 1"


LONGEST_WAITING = """
select id from conversations
where organization_id = $1 and state = 'waiting' and (
    $3::uuid is null or assignee_id = $3
    or (assignee_id is null and (team_id is null or team_id in (
        select tm.team_id from team_members tm where tm.organization_id = $1 and tm.member_id = $3))))
order by waiting_since limit $2
"""


async def longest_waiting(tx: Transaction, viewer: UUID | None, limit: int) -> list[Row]:
    """Return who waits longest for a person; with a `viewer` only those that are theirs, or nobody's of their teams."""
    return await tx.fetch(LONGEST_WAITING, tx.organization_id, limit, viewer)


def days_back(midnight: datetime, days: int = DAYS) -> list[tuple[datetime, datetime]]:
    """Return the last `days` whole days and today, oldest first, as (begin, end)."""
    return [(midnight - timedelta(days=back), midnight - timedelta(days=back - 1)) for back in range(days, -1, -1)]


def _first_id(at: datetime) -> str:
    """Return the lowest id that could have been made at `at`, less a minute for clocks that differ."""
    milliseconds = max(0, int(at.timestamp() * 1000) - 60_000)
    return f"{milliseconds:012x}".rjust(12, "0").ljust(32, "0")
