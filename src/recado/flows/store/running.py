"""How are sessions and turns kept, and what does a turn read?"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any
from uuid import UUID

import msgspec

from recado.conversations.models import ConversationId
from recado.flows.engine.session import Session
from recado.flows.models import (
    Bot,
    FlowId,
    FlowVersionId,
    Published,
    SessionId,
    StoredSession,
    TurnRow,
)
from recado.foundation.database import Row, Transaction

LIST_BOTS = """
select id, name, entry_flow_id, keywords, session_minutes, fallback_text, is_fallback, bubble_window_ms from bots
where organization_id = $1 order by created_at, id
"""


async def bots(tx: Transaction) -> list[Bot]:
    """Return every bot of the organization, oldest first."""
    return [_bot(row) for row in await tx.fetch(LIST_BOTS, tx.organization_id)]


LIST_PUBLISHED = """
select f.id, f.bot_id, v.id as version_id, v.number from flows f
join flow_versions v on v.organization_id = f.organization_id and v.id = f.published_version_id
where f.organization_id = $1
"""


async def published(tx: Transaction) -> list[Published]:
    """Return the published version of every flow that has one."""
    rows = await tx.fetch(LIST_PUBLISHED, tx.organization_id)
    return [Published(row["id"], row["bot_id"], row["version_id"], row["number"]) for row in rows]


READ_VERSIONS = """
select v.flow_id, v.number, v.id, v.definition from flow_versions v
join unnest($2::uuid[], $3::int[]) as wanted(flow_id, number) on v.flow_id = wanted.flow_id and v.number = wanted.number
where v.organization_id = $1
"""


async def versions(
    tx: Transaction, wanted: Collection[tuple[UUID, int]]
) -> list[tuple[FlowId, int, FlowVersionId, dict[str, Any]]]:
    """Return (flow, number, version id, definition) of the versions that exist."""
    rows = await tx.fetch(READ_VERSIONS, tx.organization_id, [one[0] for one in wanted], [one[1] for one in wanted])
    return [(row["flow_id"], row["number"], row["id"], msgspec.json.decode(row["definition"])) for row in rows]


WAITING_SESSIONS = """
select id, conversation_id, bot_id, state from sessions
where organization_id = $1 and conversation_id = any($2) and status = 'waiting'
"""


async def waiting_sessions(
    tx: Transaction, conversations: Collection[ConversationId]
) -> dict[ConversationId, StoredSession]:
    """Return the waiting session of each conversation that has one; the conversation's lock is the session's."""
    rows = await tx.fetch(WAITING_SESSIONS, tx.organization_id, list(conversations))
    return {
        row["conversation_id"]: StoredSession(
            row["id"], row["conversation_id"], row["bot_id"], Session.from_json(msgspec.json.decode(row["state"]))
        )
        for row in rows
    }


SAVE_SESSIONS = """
insert into sessions (organization_id, id, conversation_id, bot_id, flow_version_id, node, status, turn, state,
                      session_expires_at, started_at)
select $1, * from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::text[], $7::text[], $8::int[], $9::text[],
                         $10::timestamptz[], $11::timestamptz[])
on conflict (organization_id, id) do update
set flow_version_id = excluded.flow_version_id, node = excluded.node, status = excluded.status, turn = excluded.turn,
    state = excluded.state, session_expires_at = excluded.session_expires_at
"""


async def save_sessions(tx: Transaction, sessions: Sequence[tuple[StoredSession, FlowVersionId]]) -> None:
    """Write sessions as they are after their turns."""
    if sessions:
        columns = zip(*(_written(stored, version) for stored, version in sessions), strict=True)
        await tx.execute(SAVE_SESSIONS, tx.organization_id, *(list(column) for column in columns))


EXPIRE_SESSIONS = "update sessions set status = 'expired' where organization_id = $1 and id = any($2)"


async def expire(tx: Transaction, ids: Sequence[SessionId]) -> None:
    """Mark sessions whose person stayed away too long."""
    if ids:
        await tx.execute(EXPIRE_SESSIONS, tx.organization_id, ids)


# What turns ran with is there already, mostly; in one statement with them it costs no round trip.
INSERT_TURNS = """
with around as (
    insert into flow_sets (organization_id, id, content) select $1, * from unnest($17::uuid[], $18::text[]) on conflict do nothing
)
insert into turns (organization_id, session_id, turn_id, flow_version_id, node, path, said, answered, problems, phone, message_id,
                   exits, state, record, outcome, flow_set_id)
select $1, * from unnest($2::uuid[], $3::int[], $4::uuid[], $5::text[], $6::jsonb[], $7::text[], $8::jsonb[], $9::jsonb[],
                         $10::text[], $11::uuid[], $12::jsonb[], $13::text[], $14::text[], $15::bytea[], $16::uuid[])
"""


async def insert_turns(tx: Transaction, turns: Sequence[TurnRow], around: Mapping[UUID, str]) -> None:
    """Write what was said and answered, and by id the contents of the flow sets it was answered with."""
    if turns:
        columns = zip(*(_turn(turn) for turn in turns), strict=True)
        sets = list(around), list(around.values())
        await tx.execute(INSERT_TURNS, tx.organization_id, *(list(column) for column in columns), *sets)


LATEST_SESSION = """
select s.id, s.bot_id, s.node, s.status, s.turn, s.state, s.session_expires_at, b.name as bot_name, f.name as flow_name
from sessions s
join bots b on b.organization_id = s.organization_id and b.id = s.bot_id
join flow_versions v on v.organization_id = s.organization_id and v.id = s.flow_version_id
join flows f on f.organization_id = s.organization_id and f.id = v.flow_id
where s.organization_id = $1 and s.conversation_id = $2 order by s.id desc limit 1
"""


async def latest_session(tx: Transaction, conversation: ConversationId) -> Row | None:
    """Return the newest session of a conversation with the names of its bot and flow."""
    return await tx.fetchrow(LATEST_SESSION, tx.organization_id, conversation)


def _bot(row: Row) -> Bot:
    return Bot(
        row["id"], row["name"], row["entry_flow_id"], tuple(row["keywords"]), row["session_minutes"],
        row["fallback_text"], row["is_fallback"], row["bubble_window_ms"],
    )  # fmt: skip


def _written(stored: StoredSession, version: FlowVersionId) -> tuple[Any, ...]:
    session = stored.session
    return (
        stored.id, stored.conversation, stored.bot, version, session.node, session.state.value, session.turn,
        msgspec.json.encode(session.to_json()).decode(), session.expires_at, session.started_at,
    )  # fmt: skip


def _turn(turn: TurnRow) -> tuple[Any, ...]:
    return (
        turn.session, turn.number, turn.version, turn.node, msgspec.json.encode(turn.path).decode(), turn.said,
        msgspec.json.encode(turn.answered).decode(),
        msgspec.json.encode(turn.problems).decode() if turn.problems else None, turn.phone, turn.message,
        msgspec.json.encode(turn.exits).decode() if turn.exits else None, turn.state, turn.record or None,
        turn.outcome or None, turn.flow_set,
    )  # fmt: skip
