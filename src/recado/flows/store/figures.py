"""How are the figures of flows kept and added up?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from uuid import UUID

import msgspec

from recado.flows.models import Figure, FlowId, TurnSeen
from recado.foundation.database import Row, Transaction

HAND_TO_HUMAN = "hand_to_human"

BEGIN_MARK = """
insert into flow_figure_marks (organization_id, counted_until) values ($1, 'epoch') on conflict do nothing
"""
LOCK_MARK = "select counted_until from flow_figure_marks where organization_id = $1 for no key update"


async def lock_mark(tx: Transaction) -> datetime:
    """Become the one who counts for this organization, and return up to when it has been counted."""
    await tx.execute(BEGIN_MARK, tx.organization_id)
    counted: datetime = await tx.fetchval(LOCK_MARK, tx.organization_id)
    return counted


READ_MARK = "select counted_until from flow_figure_marks where organization_id = $1"


async def read_mark(tx: Transaction) -> datetime | None:
    """Return up to when it has been counted."""
    counted: datetime | None = await tx.fetchval(READ_MARK, tx.organization_id)
    return counted


SET_MARK = "update flow_figure_marks set counted_until = $2 where organization_id = $1"


async def set_mark(tx: Transaction, until: datetime) -> None:
    """Remember up to when it has been counted."""
    await tx.execute(SET_MARK, tx.organization_id, until)


TURNS_SINCE = """
select session_id, turn_id, at from turns where organization_id = $1 and at >= $2 and at < $3 order by at limit $4
"""


async def turns_since(
    tx: Transaction, since: datetime, until: datetime, limit: int
) -> list[tuple[UUID, int, datetime]]:
    """Return (session, number, moment) of turns from `since` to before `until`, the oldest first."""
    rows = await tx.fetch(TURNS_SINCE, tx.organization_id, since, until, limit)
    return [(row["session_id"], row["turn_id"], row["at"]) for row in rows]


WHOLE_SESSIONS = """
select t.session_id, t.turn_id, t.at, v.flow_id, t.node, t.path, t.exits, t.state,
       case when t.state = 'handed_over' then lower(v.definition #>> array['nodes', t.node, 'type']) end as kind
from unnest($2::uuid[], $3::int[]) as wanted(session_id, last)
join turns t on t.organization_id = $1 and t.session_id = wanted.session_id and t.turn_id <= wanted.last
join flow_versions v on v.organization_id = $1 and v.id = t.flow_version_id
"""


async def whole_sessions(tx: Transaction, last: Mapping[UUID, int]) -> list[TurnSeen]:
    """Return all turns of these sessions up to the number given for each."""
    rows = await tx.fetch(WHOLE_SESSIONS, tx.organization_id, list(last), list(last.values()))
    return [_turn(row) for row in rows]


ADD_FIGURES = """
insert into flow_figures (organization_id, flow_id, day, kind, node, about, amount)
select $1, added.* from unnest($2::uuid[], $3::date[], $4::text[], $5::text[], $6::text[], $7::bigint[])
     as added(flow_id, day, kind, node, about, amount)
join flows f on f.organization_id = $1 and f.id = added.flow_id
on conflict (organization_id, flow_id, day, kind, node, about) do update set amount = flow_figures.amount + excluded.amount
"""


async def add(tx: Transaction, figures: Counter[Figure]) -> None:
    """Add to the sums, in one order for everybody."""
    rows = sorted((UUID(one.flow), *one[1:], amount) for one, amount in figures.items() if _is_uuid(one.flow))
    if rows:
        await tx.execute(ADD_FIGURES, tx.organization_id, *(list(column) for column in zip(*rows, strict=True)))


SUM_FIGURES = """
select kind, node, about, sum(amount)::bigint as amount from flow_figures
where organization_id = $1 and flow_id = $2 and day >= $3 group by kind, node, about
"""


async def sums(tx: Transaction, flow: FlowId, since: date) -> Counter[tuple[str, str, str]]:
    """Return the sums of a flow by (kind, node, about) since a day."""
    rows = await tx.fetch(SUM_FIGURES, tx.organization_id, flow, since)
    return Counter({(row["kind"], row["node"], row["about"]): row["amount"] for row in rows})


OPEN_AT = """
select s.node, count(*) as open from sessions s
join flow_versions v on v.organization_id = s.organization_id and v.id = s.flow_version_id
where s.organization_id = $1 and v.flow_id = $2 and s.status = 'waiting' and s.session_expires_at > now() group by s.node
"""


async def open_at(tx: Transaction, flow: FlowId) -> dict[str, int]:
    """Return how many sessions stand at each node of a flow now and may go on."""
    return {row["node"]: row["open"] for row in await tx.fetch(OPEN_AT, tx.organization_id, flow)}


def _turn(row: Row) -> TurnSeen:
    state = row["state"]
    return TurnSeen(
        session=row["session_id"],
        number=row["turn_id"],
        at=row["at"],
        flow=str(row["flow_id"]),
        node=row["node"],
        path=[step for step in _list(row["path"]) if isinstance(step, str)],
        exits=[edge for edge in map(_edge, _list(row["exits"])) if edge is not None],
        waits=state == "waiting",
        # A question that gave up, or a person who asked for one, is no end that the flow's author drew.
        finished=state == "ended" or (state == "handed_over" and row["kind"] == HAND_TO_HUMAN),
    )


def _list(encoded: str | None) -> Sequence[object]:
    found = msgspec.json.decode(encoded) if encoded else []
    return found if isinstance(found, list) else []


def _edge(found: object) -> tuple[str, str, str] | None:
    match found:
        case [str(flow), str(node), str(exit)]:
            return flow, node, exit
    return None


def _is_uuid(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True


def last_of(turns: Collection[tuple[UUID, int, datetime]]) -> dict[UUID, int]:
    """Return the highest number of each session among these turns."""
    last: dict[UUID, int] = {}
    for session, number, _at in turns:
        last[session] = max(number, last.get(session, 0))
    return last


CLOSE_EXPIRED = """
update sessions set status = 'expired' where organization_id = $1 and id in (
    select s.id from sessions s
    where s.organization_id = $1 and s.status = 'waiting' and s.session_expires_at < now() - interval '1 day'
      -- Kept back while a person answers, it goes on once they are done.
      and not exists (select from timers t where t.organization_id = $1 and t.session_id = s.id)
    limit $2 for no key update of s skip locked)
"""


async def close_expired(tx: Transaction, limit: int) -> int:
    """Close sessions a day after they expired, so that only those count as waiting that somebody may come back to.

    The next message would have begun anew in any case. What a turn holds locked at this moment is passed over.
    """
    return int((await tx.execute(CLOSE_EXPIRED, tx.organization_id, limit)).rpartition(" ")[2])
