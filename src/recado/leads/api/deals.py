"""How are deals begun, read, changed, moved and removed?"""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Header, Query

from recado.contacts.models import ContactId
from recado.leads.api.context import conversations_of, viewer_of
from recado.leads.errors import PersonNeeded
from recado.leads.models import DealId, StageId
from recado.leads.schemas import deals as shapes
from recado.leads.schemas.base import LARGEST_BODY
from recado.leads.service import deals
from recado.leads.service.pipelines import mover_of
from recado.organizations.access import AccessOf, Caller

router = APIRouter(prefix="/deals", tags=["deals"], max_body_size=LARGEST_BODY)
Key = Annotated[str, Header(max_length=200)]


@router.get("", operation_id="deals.list")
async def list_deals(
    scope: Caller,
    access: AccessOf,
    contact_id: Annotated[UUID | None, Query()] = None,
    conversation_ref: Annotated[str, Query(max_length=64)] = "",
) -> shapes.DealsOutput:
    """List the deals of one person, open ones first: by contact, or by a conversation's id or phone."""
    async with access.database.transaction(scope.organization) as tx:
        if conversation_ref:
            found = await deals.deals_of_conversation(tx, conversation_ref, viewer_of(scope), conversations_of(scope))
        elif contact_id is not None:
            found = await deals.deals_of(tx, ContactId(contact_id), viewer_of(scope))
        else:
            raise PersonNeeded
    return shapes.DealsOutput(items=[shapes.deal(one) for one in found], next_cursor=None)


@router.post("", operation_id="deals.create", status_code=201)
async def create(
    body: shapes.DealInput, scope: Caller, access: AccessOf, idempotency_key: Key = ""
) -> shapes.DealOutput:
    """Begin a deal. The same Idempotency-Key gives the same deal. 422 `person_needed`, `reason_needed`."""
    async with access.database.transaction(scope.organization) as tx:
        made = await deals.create(
            tx, mover_of(scope), shapes.new_deal(body), viewer=viewer_of(scope), conversations_of=conversations_of(scope),
            closing=shapes.closing(body), key=idempotency_key,
        )  # fmt: skip
    return shapes.deal(made)


@router.get("/{deal_id}", operation_id="deals.read")
async def read(deal_id: UUID, scope: Caller, access: AccessOf) -> shapes.DealPage:
    """Read a deal and where it has been."""
    async with access.database.transaction(scope.organization) as tx:
        return shapes.page(*await deals.get_deal(tx, DealId(deal_id), viewer_of(scope)))


@router.patch("/{deal_id}", operation_id="deals.change")
async def change(deal_id: UUID, body: shapes.DealChange, scope: Caller, access: AccessOf) -> shapes.DealOutput:
    """Change what is named; 409 `deal_changed` says who was faster, and nothing is lost."""
    async with access.database.transaction(scope.organization) as tx:
        changed = await deals.change(
            tx, mover_of(scope), DealId(deal_id), shapes.changes(body), revision=body.revision, viewer=viewer_of(scope),
            conversations_of=conversations_of(scope),
        )  # fmt: skip
    return shapes.deal(changed)


@router.post("/{deal_id}/move", operation_id="deals.move")
async def move(
    deal_id: UUID, body: shapes.MoveInput, scope: Caller, access: AccessOf, idempotency_key: Key = ""
) -> shapes.DealOutput:
    """Put a deal into a stage, behind another or at the top. The same Idempotency-Key moves once; 409 `deal_changed` says where
    it stands and who was faster; 422 `reason_needed` where it would be lost without one."""
    async with access.database.transaction(scope.organization) as tx:
        moved = await deals.move(
            tx, mover_of(scope), DealId(deal_id), stage=StageId(body.stage_id),
            after=None if body.after_id is None else DealId(body.after_id), revision=body.revision,
            closing=shapes.closing(body), viewer=viewer_of(scope), key=idempotency_key,
        )  # fmt: skip
    return shapes.deal(moved)


@router.delete("/{deal_id}", operation_id="deals.remove", status_code=204)
async def remove(deal_id: UUID, scope: Caller, access: AccessOf) -> None:
    """Delete a deal with its history."""
    async with access.database.transaction(scope.organization) as tx:
        await deals.remove(tx, scope, DealId(deal_id), viewer=viewer_of(scope))
