"""How are conversations and their threads read?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query

from recado.conversations.api.context import PortsOf, shown
from recado.conversations.api.filters import FilterOf, wanted_of
from recado.conversations.errors import MessageNotFound
from recado.conversations.models import ConversationId
from recado.conversations.schemas import conversations as shapes
from recado.conversations.schemas import wording
from recado.conversations.service import thread_pages, verbs
from recado.conversations.store import choosing, reading
from recado.foundation.database import Row, Transaction
from recado.foundation.pages import write_cursor
from recado.organizations.access import AccessOf, Caller

router = APIRouter(prefix="/conversations", tags=["conversations"])


@router.get("", operation_id="conversations.list")
async def list_conversations(
    scope: Caller,
    access: AccessOf,
    ports: PortsOf,
    filter_: FilterOf,
    cursor: Annotated[str, Query(max_length=100)] = "",
    limit: Annotated[int, Query(ge=1, le=100)] = 30,
) -> shapes.ConversationPage:
    """List conversations, the newest message first. `assignee` is me, none or an id; `q` finds words, names and numbers."""
    now = ports.clock()
    wanted = wanted_of(filter_, scope, now, cursor=cursor, limit=limit)
    async with access.database.transaction(scope.organization) as tx:
        chosen = await choosing.choose(tx, wanted)
        rows = await reading.show_conversations(tx, chosen.ids)
        counts = await reading.count_by_state(tx, wanted.viewer)
    return shapes.ConversationPage(
        items=[wording.conversation(row, ports.adapters, now) for row in rows],
        next_cursor=write_cursor(*chosen.next) if chosen.next else None,
        counts=shapes.Counts(**counts),
    )


@router.get("/{ref}", operation_id="conversations.read")
async def read_conversation(ref: str, scope: Caller, access: AccessOf, ports: PortsOf) -> shapes.ConversationOutput:
    """Read one conversation; `ref` is its id, or a phone in any form (that person's latest)."""
    async with access.database.transaction(scope.organization) as tx:
        return await shown(tx, await verbs.find(tx, ref), ports, scope)


@router.get("/{ref}/messages", operation_id="conversations.messages")
async def list_messages(
    ref: str,
    scope: Caller,
    access: AccessOf,
    ports: PortsOf,
    before: UUID | None = None,
    around: UUID | None = None,
    after: UUID | None = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
) -> shapes.MessagePage:
    """List lines of a thread, oldest first, with those of the conversations it follows: the newest, or those before, around or
    after one of them."""
    async with access.database.transaction(scope.organization) as tx:
        id_ = await verbs.find(tx, ref)
        await shown(tx, id_, ports, scope)
        if around is not None:
            page = await thread_pages.around(tx, id_, around, limit)
        elif after is not None:
            page = await thread_pages.after(tx, id_, after, limit)
        else:
            page = await thread_pages.before(tx, id_, before, limit)
        items = await _worded(tx, id_, page.rows)
    return shapes.MessagePage(items=items, next_cursor=_cursor(page.older), newer_cursor=_cursor(page.newer))


@router.get("/{ref}/messages/{message_id}", operation_id="conversations.message")
async def read_message(
    ref: str, message_id: UUID, scope: Caller, access: AccessOf, ports: PortsOf
) -> shapes.MessageOutput:
    """Read one line of a thread."""
    async with access.database.transaction(scope.organization) as tx:
        id_ = await verbs.find(tx, ref)
        await shown(tx, id_, ports, scope)
        rows = await reading.read_messages(tx, id_, [message_id])
        if not rows:
            raise MessageNotFound
        return (await _worded(tx, id_, rows))[0]


def _cursor(id_: UUID | None) -> str | None:
    return str(id_) if id_ else None


async def _worded(tx: Transaction, id_: ConversationId, rows: Sequence[Row]) -> list[shapes.MessageOutput]:
    provider_ids = [row["provider_id"] for row in rows if row["provider_id"]]
    by_message: dict[str, list[Row]] = {}
    for reaction in await reading.reactions(tx, id_, provider_ids) if provider_ids else []:
        by_message.setdefault(reaction["about"], []).append(reaction)
    return [wording.message(row, by_message.get(row["provider_id"] or "", [])) for row in rows]
