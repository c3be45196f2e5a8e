"""How are recorded turns read?"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

import msgspec

from recado.conversations.models import ConversationId
from recado.flows.models import FlowId
from recado.flows.recording import KeptTurn, read_record
from recado.foundation.database import Row, Transaction

READ_RECORDS = """
select t.session_id, t.turn_id, t.at, t.node, t.path, t.said, t.answered, t.state, t.record, t.outcome, t.flow_set_id
from sessions s join turns t on t.organization_id = s.organization_id and t.session_id = s.id
where s.organization_id = $1 and s.conversation_id = $2
order by t.session_id, t.turn_id
"""


async def of_conversation(tx: Transaction, conversation: ConversationId) -> list[KeptTurn]:
    """Return every turn of a conversation, session after session, each from its first turn on."""
    return [_turn(row) for row in await tx.fetch(READ_RECORDS, tx.organization_id, conversation)]


READ_SURROUNDINGS = "select id, content from flow_sets where organization_id = $1 and id = any($2)"


async def surroundings(tx: Transaction, ids: Collection[UUID]) -> dict[UUID, str]:
    """Return the contents of flow sets by id."""
    rows = await tx.fetch(READ_SURROUNDINGS, tx.organization_id, list(ids))
    return {row["id"]: row["content"] for row in rows}


# One after another by id: a month of a large organization is read in portions.
CONVERSATIONS_BETWEEN = """
select distinct s.conversation_id from turns t
join sessions s on s.organization_id = t.organization_id and s.id = t.session_id
where t.organization_id = $1 and t.at >= $2 and t.at < $3
order by s.conversation_id
"""


async def conversations_between(tx: Transaction, begin: datetime, end: datetime) -> list[ConversationId]:
    """Return the conversations in which a flow had a turn between two moments."""
    return [row["conversation_id"] for row in await tx.fetch(CONVERSATIONS_BETWEEN, tx.organization_id, begin, end)]


FIND_FLOW = """
select id, name from flows where organization_id = $1 and (id::text = $2 or lower(name) = lower($2))
order by archived_at nulls first limit 2
"""


async def find_flow(tx: Transaction, ref: str) -> list[Row]:
    """Return flows of this id or name; two where it is not clear which is meant."""
    return await tx.fetch(FIND_FLOW, tx.organization_id, ref)


ENTRY_FLOWS = "select distinct entry_flow_id as id from bots where organization_id = $1 and entry_flow_id is not null"


async def entry_flows(tx: Transaction) -> list[FlowId]:
    """Return the flows at which the organization's bots begin."""
    return [row["id"] for row in await tx.fetch(ENTRY_FLOWS, tx.organization_id)]


def _turn(row: Row) -> KeptTurn:
    return KeptTurn(
        session=row["session_id"], number=row["turn_id"], at=row["at"], node=row["node"],
        path=tuple(msgspec.json.decode(row["path"])), said=row["said"],
        answered=tuple(msgspec.json.decode(row["answered"])), state=row["state"],
        record=read_record(row["record"]) if row["record"] else None, outcome=row["outcome"] or b"",
        around=row["flow_set_id"],
    )  # fmt: skip
