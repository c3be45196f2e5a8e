"""How is what is often said kept, found and used?"""

from __future__ import annotations

from uuid import UUID

from fastapi import APIRouter

from recado.conversations.api.context import PortsOf, actor_of, viewer_of
from recado.conversations.rules.quick_replies import VARIABLES
from recado.conversations.schemas import teamwork as shapes
from recado.conversations.schemas.teamwork_wording import quick_reply
from recado.conversations.service import quick_replies, verbs
from recado.conversations.store import quick_replies as store
from recado.conversations.teamwork_errors import QuickReplyNotFound
from recado.foundation.database import Transaction
from recado.organizations.access import AccessOf, Caller
from recado.organizations.errors import NotPermitted
from recado.organizations.models import Scope
from recado.organizations.service import audit

router = APIRouter(tags=["quick replies"])
SHARED = "quick_replies:shared"


@router.get("/quick-replies", operation_id="quick_replies.list")
async def list_quick_replies(scope: Caller, access: AccessOf) -> shapes.QuickRepliesOutput:
    """List the organization's and the caller's own, the most used first."""
    async with access.database.transaction(scope.organization) as tx:
        rows = await store.list_all(tx, scope.actor.id)
    return shapes.QuickRepliesOutput(items=[quick_reply(row) for row in rows], variables=list(VARIABLES))


@router.post("/quick-replies", operation_id="quick_replies.create", status_code=201)
async def create(body: shapes.NewQuickReplyInput, scope: Caller, access: AccessOf) -> shapes.QuickReplyOutput:
    """Keep one; 422 `unknown_variable` names what nobody knows, 409 `shortcut_taken`."""
    # A key has nothing of its own: what it keeps is the organization's.
    shared = body.shared or scope.session is None
    if shared and not scope.may(SHARED):
        raise NotPermitted(permission=SHARED)
    async with access.database.transaction(scope.organization) as tx:
        owner = None if shared else scope.actor.id
        id_ = await quick_replies.create(tx, owner, shortcut=body.shortcut, title=body.title, text=body.text)
        if shared:
            await audit(tx, scope, "quick_replies.created", subject=("quick_reply", id_))
        return await _worded(tx, id_, scope)


@router.put("/quick-replies/{reply_id}", operation_id="quick_replies.change")
async def change(
    reply_id: UUID, body: shapes.QuickReplyInput, scope: Caller, access: AccessOf
) -> shapes.QuickReplyOutput:
    """Write one anew."""
    async with access.database.transaction(scope.organization) as tx:
        await quick_replies.change(
            tx, reply_id, scope.actor.id, shared_too=scope.may(SHARED), shortcut=body.shortcut, title=body.title,
            text=body.text,
        )  # fmt: skip
        changed = await _worded(tx, reply_id, scope)
        if changed.shared:
            await audit(tx, scope, "quick_replies.changed", subject=("quick_reply", reply_id))
        return changed


@router.delete("/quick-replies/{reply_id}", operation_id="quick_replies.remove", status_code=204)
async def remove(reply_id: UUID, scope: Caller, access: AccessOf) -> None:
    """Take one away."""
    async with access.database.transaction(scope.organization) as tx:
        await quick_replies.remove(tx, reply_id, scope.actor.id, shared_too=scope.may(SHARED))
        await audit(tx, scope, "quick_replies.removed", subject=("quick_reply", reply_id))


@router.post("/conversations/{ref}/quick-replies/{reply_id}", operation_id="quick_replies.use")
async def use(ref: str, reply_id: UUID, scope: Caller, access: AccessOf, ports: PortsOf) -> shapes.UsedQuickReply:
    """Fill one in for a conversation, for the composer; it is counted as used, and nothing is sent."""
    async with access.database.transaction(scope.organization) as tx:
        id_ = await verbs.find_seen(tx, ref, viewer_of(scope))
        filled = await quick_replies.use(tx, reply_id, id_, ports, actor_of(scope))
    return shapes.UsedQuickReply(text=filled.text, missing=list(filled.missing))


async def _worded(tx: Transaction, id_: UUID, scope: Scope) -> shapes.QuickReplyOutput:
    row = await store.lock(tx, id_, scope.actor.id)
    if row is None:
        raise QuickReplyNotFound
    return quick_reply(row)
