"""How are the sessions of a flow found, counted and put into another version?"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from uuid import UUID

import msgspec

from recado.flows.engine.session import Session
from recado.flows.models import FlowId, SessionId, StoredSession
from recado.foundation.database import Row, Transaction

# Who waits for a timer is open however long ago they wrote; archived conversations are over, whatever their session says.
COUNT_OPEN = """
select v.number, s.node, count(*) as open from flow_versions v
join sessions s on s.organization_id = v.organization_id and s.flow_version_id = v.id and s.status = 'waiting'
join conversations c on c.organization_id = s.organization_id and c.id = s.conversation_id and c.state <> 'archived'
where v.organization_id = $1 and v.flow_id = $2 and s.session_expires_at > now()
group by v.number, s.node
"""


async def count_open(tx: Transaction, flow: FlowId) -> list[Row]:
    """Return (number, node, open) for every node of every version at which somebody stands."""
    return await tx.fetch(COUNT_OPEN, tx.organization_id, flow)


FIND_ELSEWHERE = """
select s.id, s.conversation_id from flow_versions v
join sessions s on s.organization_id = v.organization_id and s.flow_version_id = v.id and s.status = 'waiting'
where v.organization_id = $1 and v.flow_id = $2 and v.number <> $3 and ($4::uuid is null or s.id > $4)
order by s.id limit $5
"""


async def find_elsewhere(tx: Transaction, flow: FlowId, number: int, after: UUID | None, limit: int) -> list[Row]:
    """Return (id, conversation) of sessions that stand at another version of the flow, in the order of their ids."""
    return await tx.fetch(FIND_ELSEWHERE, tx.organization_id, flow, number, after, limit)


LOCK_CONVERSATIONS = """
select id from conversations where organization_id = $1 and id = any($2) order by id for no key update
"""

READ_LOCKED = """
select id, conversation_id, bot_id, state from sessions where organization_id = $1 and id = any($2) and status = 'waiting'
order by id
"""


async def lock(tx: Transaction, ids: Collection[UUID], conversations: Collection[UUID]) -> list[StoredSession]:
    """Lock the conversations, which are their sessions' lock, and return those sessions that wait still."""
    await tx.fetch(LOCK_CONVERSATIONS, tx.organization_id, list(conversations))
    # A second statement, whose snapshot is younger than the locks: a turn may have ended meanwhile.
    return [
        StoredSession(
            row["id"], row["conversation_id"], row["bot_id"], Session.from_json(msgspec.json.decode(row["state"]))
        )
        for row in await tx.fetch(READ_LOCKED, tx.organization_id, list(ids))
    ]


ARCHIVED_WAITING = """
select s.id from sessions s
join conversations c on c.organization_id = s.organization_id and c.id = s.conversation_id and c.state = 'archived'
where s.organization_id = $1 and s.status = 'waiting' limit $2
"""


async def of_archived(tx: Transaction, limit: int) -> Sequence[SessionId]:
    """Return sessions that wait in conversations which are over."""
    return [row["id"] for row in await tx.fetch(ARCHIVED_WAITING, tx.organization_id, limit)]
