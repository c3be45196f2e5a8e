"""How are bots, flows and their versions kept?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

import msgspec

from recado.flows.models import BotId, FlowId, FlowVersionId
from recado.foundation.database import Transaction

INSERT_BOT = """
insert into bots (organization_id, id, name, keywords, fallback_text, is_fallback)
values ($1, $2, $3, $4, $5, not exists (select from bots where organization_id = $1 and is_fallback))
"""


async def insert_bot(tx: Transaction, id_: BotId, name: str, keywords: Sequence[str], fallback_text: str) -> None:
    """Store a bot; the first of an organization is its fallback."""
    await tx.execute(INSERT_BOT, tx.organization_id, id_, name, list(keywords), fallback_text)


INSERT_FLOW = "insert into flows (organization_id, id, bot_id, name, draft) values ($1, $2, $3, $4, $5)"


async def insert_flow(tx: Transaction, id_: FlowId, bot: BotId | None, name: str, draft: dict[str, Any]) -> None:
    """Store a flow with nothing published yet."""
    await tx.execute(INSERT_FLOW, tx.organization_id, id_, bot, name, msgspec.json.encode(draft).decode())


SET_ENTRY = "update bots set entry_flow_id = $3 where organization_id = $1 and id = $2"


async def set_entry(tx: Transaction, bot: BotId, flow: FlowId) -> None:
    """Let a bot begin at a flow."""
    await tx.execute(SET_ENTRY, tx.organization_id, bot, flow)


LOCK_DRAFT = "select draft from flows where organization_id = $1 and id = $2 for no key update"


async def lock_draft(tx: Transaction, flow: FlowId) -> dict[str, Any] | None:
    """Lock a flow and return its draft."""
    draft = await tx.fetchval(LOCK_DRAFT, tx.organization_id, flow)
    return None if draft is None else dict(msgspec.json.decode(draft))


INSERT_VERSION = """
insert into flow_versions (organization_id, id, flow_id, number, definition, published_by)
select $1, $2, $3, coalesce(max(number), 0) + 1, $4, $5 from flow_versions where organization_id = $1 and flow_id = $3
returning number
"""

POINT_TO_VERSION = "update flows set published_version_id = $3 where organization_id = $1 and id = $2"


async def publish(
    tx: Transaction, flow: FlowId, version: FlowVersionId, definition: dict[str, Any], by: UUID | None
) -> int:
    """Store an immutable version, let new sessions take it, and return its number; the caller holds the flow's lock."""
    encoded = msgspec.json.encode(definition).decode()
    number = await tx.fetchval(INSERT_VERSION, tx.organization_id, version, flow, encoded, by)
    await tx.execute(POINT_TO_VERSION, tx.organization_id, flow, version)
    return int(number)
