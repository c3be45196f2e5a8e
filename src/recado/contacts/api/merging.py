"""How are people who seem to be one proposed, merged and put apart again?"""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query

from recado.contacts.api.context import HoldersOf
from recado.contacts.models import ContactId
from recado.contacts.schemas import people as shapes
from recado.contacts.service import merging
from recado.contacts.store import profiles as store
from recado.organizations.access import AccessOf, Caller

router = APIRouter(prefix="/contacts", tags=["contacts"], max_body_size=shapes.LARGEST_BODY)


@router.get("/proposals", operation_id="contacts.proposals")
async def list_proposals(
    scope: Caller, access: AccessOf, cursor: UUID | None = None, limit: Annotated[int, Query(ge=1, le=100)] = 30
) -> shapes.ProposalPage:
    """List pairs that seem to be one person, with the evidence."""
    async with access.database.transaction(scope.organization) as tx:
        found = await merging.list_proposals(tx, cursor, limit)
        people = await store.read(tx, {one for pair in found for one in (pair.first, pair.second)})
    after = str(found[-1].id) if len(found) == limit else None
    return shapes.ProposalPage(items=shapes.proposals(found, people), next_cursor=after)


@router.post("/proposals/search", operation_id="contacts.find_duplicates")
async def find_duplicates(scope: Caller, access: AccessOf) -> shapes.FoundOutput:
    """Look for people who have one number in two forms, and propose them."""
    async with access.database.transaction(scope.organization) as tx:
        return shapes.FoundOutput(found=await merging.find_duplicates(tx))


@router.post("/proposals/{proposal_id}/accept", operation_id="contacts.accept_proposal")
async def accept(
    proposal_id: UUID, body: shapes.AcceptMergeInput, scope: Caller, access: AccessOf, holders: HoldersOf
) -> shapes.MergeOutput:
    """Merge the two; 409 `proposal_decided` or `cannot_merge`."""
    kept = ContactId(body.kept_id) if body.kept_id else None
    async with access.database.transaction(scope.organization) as tx:
        made = await merging.accept(tx, scope, proposal_id, kept=kept, holders=holders, now=access.clock())
        people = await store.read(tx, [made.gone])
    return shapes.merge(made, people.get(made.gone))


@router.post("/proposals/{proposal_id}/refuse", operation_id="contacts.refuse_proposal", status_code=204)
async def refuse(proposal_id: UUID, scope: Caller, access: AccessOf) -> None:
    """Say that they are two people; the pair is never proposed again."""
    async with access.database.transaction(scope.organization) as tx:
        await merging.refuse(tx, scope, proposal_id, now=access.clock())


@router.post("/{contact_id}/merge", operation_id="contacts.merge")
async def merge(
    contact_id: UUID, body: shapes.MergeInput, scope: Caller, access: AccessOf, holders: HoldersOf
) -> shapes.MergeOutput:
    """Merge another person into the one of the path, by hand; 409 `cannot_merge`."""
    async with access.database.transaction(scope.organization) as tx:
        made = await merging.merge(
            tx, scope, kept=ContactId(contact_id), gone=ContactId(body.contact_id), holders=holders, now=access.clock(),
            evidence={"reason": "by_hand"},
        )  # fmt: skip
        people = await store.read(tx, [made.gone])
    return shapes.merge(made, people.get(made.gone))


@router.post("/merges/{merge_id}/undo", operation_id="contacts.undo_merge")
async def undo(merge_id: UUID, scope: Caller, access: AccessOf, holders: HoldersOf) -> shapes.MergeOutput:
    """Make two people of one again; 409 `cannot_undo` where a later merge stands on it."""
    async with access.database.transaction(scope.organization) as tx:
        made = await merging.undo(tx, scope, merge_id, holders=holders, now=access.clock())
        people = await store.read(tx, [made.gone])
    return shapes.merge(made, people.get(made.gone))
