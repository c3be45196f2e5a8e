"""Where was one called by name?"""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query

from recado.conversations.api.context import PortsOf, viewer_of
from recado.conversations.schemas import teamwork as shapes
from recado.conversations.schemas.teamwork_wording import mention
from recado.conversations.store import mentions as store
from recado.organizations.access import AccessOf, Caller

router = APIRouter(prefix="/mentions", tags=["teamwork"])


@router.get("", operation_id="mentions.list")
async def list_mentions(
    scope: Caller, access: AccessOf, before: UUID | None = None, limit: Annotated[int, Query(ge=1, le=100)] = 30
) -> shapes.MentionPage:
    """List the notes that call the caller by name, the newest first, with how many are unread."""
    async with access.database.transaction(scope.organization) as tx:
        rows = await store.list_page(tx, scope.user, viewer_of(scope), before=before, limit=limit)
        unread = await store.count_unread(tx, scope.user)
    return shapes.MentionPage(
        items=[mention(row) for row in rows], unread=unread,
        next_cursor=str(rows[-1]["id"]) if len(rows) == limit else None,
    )  # fmt: skip


@router.post("/read", operation_id="mentions.mark_read", status_code=204)
async def mark_read(body: shapes.MentionsReadInput, scope: Caller, access: AccessOf, ports: PortsOf) -> None:
    """Say that the caller has looked: in one conversation, or everywhere."""
    async with access.database.transaction(scope.organization) as tx:
        await store.mark_read(tx, scope.user, ports.clock(), body.conversation_id)
