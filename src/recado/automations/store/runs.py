"""How is each time that an automation heard something kept?"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from recado.automations.models import (
    AutomationId,
    Heard,
    Outcome,
    Past,
    Run,
    RunId,
    RunState,
    SeenGroup,
    Situation,
    Tally,
)
from recado.foundation.database import Row, Transaction

_trace = msgspec.json.Decoder(SeenGroup)
_outcomes = msgspec.json.Decoder(tuple[Outcome, ...])

# The same fact once more, after a crash: its row stands already.
ADD = """
insert into automation_runs (organization_id, id, automation_id, revision, fact_seq, fact, fact_at, fact_data,
                             conversation_id, depth, chain, state, reason, due_at, finished_at)
select $1, n.id, n.automation, n.revision, n.seq, n.fact, n.at, n.data, c.id, n.depth,
       (select coalesce(array_agg(u), '{}') from unnest(string_to_array(n.chain, ',')::uuid[]) u), n.state, n.reason, n.due,
       case when n.state = 'waiting' then null else n.due end
from unnest($2::uuid[], $3::uuid[], $4::int[], $5::bigint[], $6::text[], $7::timestamptz[], $8::jsonb[], $9::uuid[],
            $10::smallint[], $11::text[], $12::text[], $13::text[], $14::timestamptz[])
    as n(id, automation, revision, seq, fact, at, data, conversation, depth, chain, state, reason, due)
left join conversations c on c.organization_id = $1 and c.id = n.conversation
on conflict (organization_id, automation_id, fact_seq) do nothing
"""


async def add(
    tx: Transaction, rows: Sequence[tuple[RunId, AutomationId, int, Heard, RunState, str, datetime]]
) -> None:  # fmt: skip
    """Store (id, automation, revision, fact, state, reason, due): the first time that it is heard, and only then."""
    if not rows:
        return
    values = [
        (id_, automation, revision, one.seq, one.name, one.at, msgspec.json.encode(one.data).decode(), one.conversation,
         one.depth, ",".join(str(part) for part in one.chain), state.value, reason, due)
        for id_, automation, revision, one, state, reason, due in rows
    ]  # fmt: skip
    await tx.execute(ADD, tx.organization_id, *(list(column) for column in zip(*values, strict=True)))


_COLUMNS = """
r.id, r.automation_id, r.revision, r.fact_seq as seq, r.fact as name, r.fact_at as at, r.fact_data::text as data,
r.conversation_id, r.subject, r.state, r.reason, r.due_at, r.attempts, r.depth, r.chain, r.trace::text as trace,
r.outcomes::text as outcomes, r.created_at, r.finished_at
"""

# In the order in which things happened; of one fact, in the order of the automations.
TAKE = f"""
select {_COLUMNS}, '' as contact_name from automation_runs r
join automations a on a.organization_id = r.organization_id and a.id = r.automation_id
where r.organization_id = $1 and r.state = 'waiting' and r.due_at <= $2
order by r.due_at, r.fact_seq, a.position, r.id limit 1 for update of r skip locked
"""


async def take(tx: Transaction, now: datetime) -> Run | None:
    """Lock and return the run that is due first; None where none is, or others hold them."""
    row = await tx.fetchrow(TAKE, tx.organization_id, now)
    return None if row is None else _run(row)


NEXT_DUE = """
select due_at from automation_runs where organization_id = $1 and state = 'waiting' order by due_at limit 1
"""


async def next_due(tx: Transaction) -> datetime | None:
    """Return when the next run is due."""
    found: datetime | None = await tx.fetchval(NEXT_DUE, tx.organization_id)
    return found


TRY = """
update automation_runs set attempts = attempts + 1, due_at = $3 where organization_id = $1 and id = $2 and state = 'waiting'
"""


async def count_attempt(tx: Transaction, id_: RunId, due_at: datetime) -> None:
    """Count an attempt that failed, and let it be due again."""
    await tx.execute(TRY, tx.organization_id, id_, due_at)


POSTPONE = "update automation_runs set due_at = $3 where organization_id = $1 and id = $2"


async def postpone(tx: Transaction, id_: RunId, due_at: datetime) -> None:
    """Let it look again then."""
    await tx.execute(POSTPONE, tx.organization_id, id_, due_at)


FINISH = """
update automation_runs r set state = $3, reason = $4, trace = $5, outcomes = $6, finished_at = $7, subject = $8,
    conversation_id = coalesce((select c.id from conversations c where c.organization_id = $1 and c.id = $9), conversation_id),
    ran_xid = case when $3 in ('ran', 'failed') then pg_current_xact_id()::text::bigint end
where organization_id = $1 and id = $2
"""


async def finish(
    tx: Transaction,
    id_: RunId,
    state: RunState,
    reason: str,
    *,
    trace: SeenGroup | None,
    outcomes: Sequence[Outcome],
    situation: Situation | None,
    now: datetime,
) -> None:
    """Write down what became of a run."""
    await tx.execute(
        FINISH, tx.organization_id, id_, state.value, reason,
        None if trace is None else msgspec.json.encode(trace).decode(), msgspec.json.encode(outcomes).decode(), now,
        situation.subject if situation else None, situation.conversation if situation else None,
    )  # fmt: skip


PAST = """
select count(*) filter (where automation_id = $3 and finished_at > $4) as own, count(*) filter (where finished_at > $4) as every,
       max(finished_at) filter (where automation_id = $3) as last
from automation_runs where organization_id = $1 and subject = $2 and state = 'ran' and finished_at > $5
"""


async def past(
    tx: Transaction, subject: UUID | None, automation: AutomationId, *, hour: datetime, since: datetime
) -> Past:  # fmt: skip
    """Return how much was done for a subject since `hour`, and when by this automation last since `since`."""
    if subject is None:
        return Past()
    row = await tx.fetchrow(PAST, tx.organization_id, subject, automation, hour, min(hour, since))
    return Past(row["own"], row["every"], row["last"]) if row else Past()


LIST = f"""
select {_COLUMNS}, coalesce(nullif(ct.name, ''), nullif(ct.given_name, ''), '') as contact_name
from automation_runs r
left join conversations c on c.organization_id = r.organization_id and c.id = r.conversation_id
left join contacts ct on ct.organization_id = c.organization_id and ct.id = c.contact_id
where r.organization_id = $1 and r.automation_id = $2 and ($3 = '' or r.state = $3) and ($4::uuid is null or r.id < $4)
order by r.id desc limit $5
"""


async def list_page(
    tx: Transaction, automation: AutomationId, *, state: str, before: UUID | None, limit: int
) -> list[Run]:
    """Return runs of an automation, the newest first."""
    return [_run(row) for row in await tx.fetch(LIST, tx.organization_id, automation, state, before, limit)]


TALLY = """
select automation_id, count(*) filter (where state = 'ran') as ran, count(*) filter (where state = 'skipped') as skipped,
       count(*) filter (where state = 'failed') as failed, count(*) filter (where state = 'waiting') as waiting,
       max(finished_at) filter (where state = 'ran') as last_ran_at
from automation_runs where organization_id = $1 and id > $2 group by automation_id
"""


async def tallies(tx: Transaction, since: UUID) -> dict[AutomationId, Tally]:
    """Count the runs whose id is younger than `since`, by automation."""
    return {
        AutomationId(row["automation_id"]): Tally(
            ran=row["ran"], skipped=row["skipped"], failed=row["failed"], waiting=row["waiting"],
            last_ran_at=row["last_ran_at"],
        )
        for row in await tx.fetch(TALLY, tx.organization_id, since)
    }  # fmt: skip


FORGET = """
delete from automation_runs where organization_id = $1 and id = any(array(
    select id from automation_runs where organization_id = $1 and state <> 'waiting'
      and finished_at < case when state = 'skipped' then $2::timestamptz else $3::timestamptz end
    order by finished_at limit $4))
"""


async def forget(tx: Transaction, skipped: datetime, acted: datetime, limit: int) -> int:
    """Remove what was settled long ago: what came to nothing before `skipped`, the rest before `acted`."""
    return int((await tx.execute(FORGET, tx.organization_id, skipped, acted, limit)).rpartition(" ")[2])


def _run(row: Row) -> Run:
    data: dict[str, Any] = msgspec.json.decode(row["data"])
    heard = Heard(row["seq"], row["name"], row["at"], row["conversation_id"], data, row["depth"], tuple(row["chain"]))
    return Run(
        id=row["id"], automation=row["automation_id"], revision=row["revision"], heard=heard, state=RunState(row["state"]),
        reason=row["reason"], due_at=row["due_at"], attempts=row["attempts"], subject=row["subject"],
        contact_name=row["contact_name"], trace=_trace.decode(row["trace"]) if row["trace"] else None,
        outcomes=_outcomes.decode(row["outcomes"]) if row["outcomes"] else (), created_at=row["created_at"],
        finished_at=row["finished_at"],
    )  # fmt: skip
