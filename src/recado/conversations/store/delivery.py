"""How is written down how far messages have come?"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any
from uuid import UUID

import msgspec

from recado.channels.models import StatusUpdate
from recado.conversations.models import Progress
from recado.foundation.database import Row, Transaction
from recado.foundation.identifiers import OrganizationId
from recado.foundation.lanes.models import Outgoing

FIND_MESSAGES = """
select m.id, m.channel_id, m.provider_id from messages m
join unnest($2::uuid[], $3::text[]) as wanted(channel_id, provider_id)
  on m.channel_id = wanted.channel_id and m.provider_id = wanted.provider_id
where m.organization_id = $1 and m.provider_id is not null and m.direction = 'out'
"""


async def find_messages(tx: Transaction, ids: Collection[tuple[UUID, str]]) -> dict[tuple[UUID, str], UUID]:
    """Return our message of each (channel, provider id) that is known."""
    rows = await tx.fetch(FIND_MESSAGES, tx.organization_id, [one[0] for one in ids], [one[1] for one in ids])
    return {(row["channel_id"], row["provider_id"]): row["id"] for row in rows}


# Only forward: a late `sent` never overwrites `read`, and `failed` counts only from before `delivered`. A provider that
# gives one id to two messages is believed for the first; the other is still known by its mark.
ADVANCE = """
update messages m
set status = n.status, status_rank = n.rank,
    provider_id = coalesce(m.provider_id, case when not exists (
        select from messages x
        where x.organization_id = $1 and x.channel_id = m.channel_id and x.provider_id = n.provider_id
    ) then n.provider_id end),
    failure = case when n.status = 'failed' then n.failure end
from unnest($2::uuid[], $3::text[], $4::text[], $5::smallint[], $6::jsonb[])
     as n(id, provider_id, status, rank, failure)
where m.organization_id = $1 and m.id = any ($2) and m.id = n.id and m.direction = 'out' and m.status_rank < n.rank
returning m.id, m.conversation_id, m.author
"""


async def advance(tx: Transaction, progress: Sequence[Progress]) -> list[tuple[UUID, UUID, str]]:
    """Move messages forward; return (message, conversation, author) of those that did move."""
    rows = await tx.fetch(
        ADVANCE, tx.organization_id, [one.message for one in progress], [one.provider_id or None for one in progress],
        [one.status.value for one in progress], [one.rank for one in progress],
        [msgspec.json.encode(one.failure).decode() if one.failure else None for one in progress],
    )  # fmt: skip
    return [(row["id"], row["conversation_id"], row["author"]) for row in rows]


# A status proves that the provider has the message, whatever our own record of the call says.
SETTLE_BY_EVIDENCE = """
delete from outbox where organization_id = $1 and id = any($2)
  and (state = 'unconfirmed' or (state = 'queued' and resent))
"""


async def settle_by_evidence(tx: Transaction, messages: Sequence[UUID]) -> int:
    """Take messages off the lane whose send had no known end; return how many there were."""
    return int((await tx.execute(SETTLE_BY_EVIDENCE, tx.organization_id, messages)).rpartition(" ")[2])


PARK = """
insert into parked_statuses (organization_id, channel_id, provider_id, status, payload)
select $1, * from unnest($2::uuid[], $3::text[], $4::text[], $5::text[]) on conflict do nothing
"""


async def park(tx: Transaction, statuses: Sequence[tuple[UUID, StatusUpdate]]) -> None:
    """Keep statuses of messages that are not known yet, for ten minutes at most."""
    if statuses:
        await tx.execute(
            PARK, tx.organization_id, [channel for channel, _ in statuses], [one.provider_id for _, one in statuses],
            [one.status for _, one in statuses], [msgspec.json.encode(one).decode() for _, one in statuses],
        )  # fmt: skip


TAKE_PARKED = """
delete from parked_statuses p using unnest($2::uuid[], $3::text[]) as wanted(channel_id, provider_id)
where p.organization_id = $1 and p.channel_id = wanted.channel_id and p.provider_id = wanted.provider_id
returning p.channel_id, p.payload
"""


async def take_parked(tx: Transaction, ids: Collection[tuple[UUID, str]]) -> list[tuple[UUID, str]]:
    """Take and return what was parked for these (channel, provider id)."""
    rows = await tx.fetch(TAKE_PARKED, tx.organization_id, [one[0] for one in ids], [one[1] for one in ids])
    return [(row["channel_id"], row["payload"]) for row in rows]


WITH_PARKED = "select organization_id from organizations_with_parked_statuses()"


async def organizations_with_parked(tx: Transaction) -> list[OrganizationId]:
    """Return the organizations that have parked statuses."""
    return [row["organization_id"] for row in await tx.fetch(WITH_PARKED)]


# Our own record of the call and a parked status can miss each other: each committed before it could see the other.
TAKE_MATCHED = """
delete from parked_statuses p using messages m
where p.organization_id = $1 and m.organization_id = $1 and m.channel_id = p.channel_id and m.provider_id = p.provider_id
  and m.provider_id is not null
returning p.channel_id, p.payload
"""


async def take_matched(tx: Transaction) -> list[tuple[UUID, str]]:
    """Take and return parked statuses whose message has become known meanwhile."""
    return [(row["channel_id"], row["payload"]) for row in await tx.fetch(TAKE_MATCHED, tx.organization_id)]


# From row to row by key, whatever the statistics of young tables say.
SENDABLE = """
select o.id, m.status_rank, c.contact_id, c.last_inbound_at, ct.opted_out_at, ct.marketing_stopped_at,
       ch.adapter, ch.state, ch.limits
from unnest($2::uuid[]) as o(id)
cross join lateral (select * from messages where organization_id = $1 and id = o.id offset 0) m
cross join lateral (select * from conversations where organization_id = $1 and id = m.conversation_id offset 0) c
cross join lateral (select * from contacts where organization_id = $1 and id = c.contact_id offset 0) ct
join channels ch on ch.organization_id = $1 and ch.id = m.channel_id
"""


async def sendable(tx: Transaction, ids: Sequence[UUID]) -> dict[UUID, Row]:
    """Return, for each message that still exists, what decides whether it may leave."""
    return {row["id"]: row for row in await tx.fetch(SENDABLE, tx.organization_id, ids)}


REFUSE = """
update messages m set status = 'failed', status_rank = 45, failure = jsonb_build_object('code', n.code)
from unnest($2::uuid[], $3::text[]) as n(id, code)
where m.organization_id = $1 and m.id = any ($2) and m.id = n.id and m.status_rank < 45
returning m.id, m.conversation_id
"""


async def refuse(tx: Transaction, refused: Sequence[tuple[UUID, str]]) -> list[tuple[UUID, UUID]]:
    """Mark messages that a rule keeps from leaving."""
    rows = await tx.fetch(REFUSE, tx.organization_id, [one[0] for one in refused], [one[1] for one in refused])
    return [(row["id"], row["conversation_id"]) for row in rows]


LOCK_PACING = """
select key, free_at, counted, counted_since from pacing where organization_id = $1 and key = any($2) order by key for update
"""


async def lock_pacing(tx: Transaction, keys: Sequence[str]) -> dict[str, Row]:
    """Lock and return the pacing rows that exist."""
    return {row["key"]: row for row in await tx.fetch(LOCK_PACING, tx.organization_id, keys)}


SAVE_PACING = """
insert into pacing (organization_id, key, free_at, counted, counted_since)
select $1, * from unnest($2::text[], $3::timestamptz[], $4::int[], $5::timestamptz[])
on conflict (organization_id, key) do update
set free_at = excluded.free_at, counted = excluded.counted, counted_since = excluded.counted_since
"""


async def save_pacing(tx: Transaction, rows: Sequence[tuple[str, Any, int, Any]]) -> None:
    """Write (key, free at, counted, counted since)."""
    if rows:
        columns = [list(column) for column in zip(*sorted(rows), strict=True)]
        await tx.execute(SAVE_PACING, tx.organization_id, *columns)


BURY_MESSAGES = """
insert into dead_letters (organization_id, id, kind, channel_id, conversation_id, summary, cause, payload, attempts)
select $1, n.id, 'send', m.channel_id, m.conversation_id, left(m.text, 200), n.cause, m.id::text, n.attempts
from unnest($2::uuid[], $3::uuid[], $4::text[], $5::smallint[]) as n(id, message, cause, attempts)
join messages m on m.organization_id = $1 and m.id = n.message
"""


KEEP_DEAD_SENDS = """
insert into dead_sends (organization_id, id, recipient, body, token, lane, class)
select $1, * from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::smallint[], $7::text[])
on conflict (organization_id, id) do update
set recipient = excluded.recipient, body = excluded.body, lane = excluded.lane, class = excluded.class
"""


async def keep_dead_sends(tx: Transaction, rows: Sequence[Outgoing]) -> None:
    """Keep what somebody needs to send these once more, from where they stood."""
    if rows:
        await tx.execute(
            KEEP_DEAD_SENDS, tx.organization_id, [row.id for row in rows], [row.recipient for row in rows],
            [row.body for row in rows], [row.token for row in rows], [row.lane for row in rows],
            [row.klass for row in rows],
        )  # fmt: skip


async def bury_messages(tx: Transaction, dead: Sequence[tuple[UUID, UUID, str, int]]) -> None:
    """Show (dead letter, message, cause, attempts) on the dead-letter screen."""
    if dead:
        columns = [list(column) for column in zip(*dead, strict=True)]
        await tx.execute(BURY_MESSAGES, tx.organization_id, *columns)


FLAG_DUPLICATES = """
update messages set content = coalesce(content, '{}'::jsonb) || '{"possible_duplicate": true}'
where organization_id = $1 and id = any($2)
"""


async def flag_possible_duplicates(tx: Transaction, ids: Sequence[UUID]) -> None:
    """Say in the thread that the person may see this message twice."""
    if ids:
        await tx.execute(FLAG_DUPLICATES, tx.organization_id, ids)


RANKS_OF = "select id, status_rank from messages where organization_id = $1 and id = any($2)"


async def ranks_of(tx: Transaction, ids: Sequence[UUID]) -> dict[UUID, int]:
    """Return how far messages have come."""
    return {row["id"]: row["status_rank"] for row in await tx.fetch(RANKS_OF, tx.organization_id, ids)}
