"""How are people listed, read and changed?"""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query

from recado.contacts.api.context import LONGEST_FILTER, HoldersOf, filter_of
from recado.contacts.errors import IdentifierTaken
from recado.contacts.models import ContactId
from recado.contacts.schemas import people as shapes
from recado.contacts.service import profiles, segments
from recado.contacts.store import profiles as store
from recado.foundation.database import Transaction
from recado.foundation.secrets import MasterKey
from recado.organizations.access import AccessOf, Caller
from recado.organizations.models import Scope

router = APIRouter(prefix="/contacts", tags=["contacts"], max_body_size=shapes.LARGEST_BODY)


@router.get("", operation_id="contacts.list")
async def list_contacts(
    scope: Caller,
    access: AccessOf,
    q: Annotated[str, Query(max_length=200)] = "",
    segment_id: UUID | None = None,
    filter: Annotated[str, Query(max_length=LONGEST_FILTER)] = "",
    cursor: UUID | None = None,
    limit: Annotated[int, Query(ge=1, le=100)] = 50,
) -> shapes.PeoplePage:
    """List people, the newest first: by words, phone in any form, e-mail or CPF (`q`), a segment, or a filter as JSON."""
    tree = filter_of(filter)
    async with access.database.transaction(scope.organization) as tx:
        if tree is not None:
            found = await segments.people_of(tx, access.key, tree, cursor, limit)
        elif segment_id is not None:
            found = await segments.people_of_segment(tx, access.key, segment_id, cursor, limit)
        else:
            found = await profiles.search(tx, access.key, q, cursor, limit)
    return shapes.people_page(found, limit)


@router.post("", operation_id="contacts.create", status_code=201)
async def create_contact(body: shapes.NewContactInput, scope: Caller, access: AccessOf) -> shapes.ProfileOutput:
    """Store somebody; 422 `bad_identifier`, 409 `identifier_taken` with who has it."""
    given = [(one.kind, one.value) for one in body.identifiers]
    async with access.database.transaction(scope.organization) as tx:
        id_ = await profiles.create(tx, scope, access.key, name=body.name, given=given)
        return await _shown(tx, scope, access.key, id_)


@router.get("/tags", operation_id="contacts.tags")
async def list_tags(scope: Caller, access: AccessOf) -> shapes.TagsOutput:
    """List all tags with how many people have each."""
    async with access.database.transaction(scope.organization) as tx:
        found = await store.list_tags(tx)
    return shapes.TagsOutput(
        items=[shapes.TagOutput(id=row["id"], name=row["name"], people=row["people"]) for row in found]
    )


@router.get("/{contact_id}", operation_id="contacts.read")
async def read_contact(contact_id: UUID, scope: Caller, access: AccessOf) -> shapes.ProfileOutput:
    """Read one person with identifiers and their evidence, proposals and merges."""
    async with access.database.transaction(scope.organization) as tx:
        return await _shown(tx, scope, access.key, ContactId(contact_id))


@router.patch("/{contact_id}", operation_id="contacts.change")
async def change_contact(
    contact_id: UUID, body: shapes.ContactChangeInput, scope: Caller, access: AccessOf
) -> shapes.ProfileOutput:
    """Set a name and custom fields; 422 `bad_field`."""
    async with access.database.transaction(scope.organization) as tx:
        await profiles.change(tx, scope, ContactId(contact_id), name=body.name, fields=body.fields)
        return await _shown(tx, scope, access.key, ContactId(contact_id))


@router.put("/{contact_id}/tags", operation_id="contacts.set_tags")
async def set_tags(contact_id: UUID, body: shapes.TagsInput, scope: Caller, access: AccessOf) -> shapes.ProfileOutput:
    """Let the person have exactly these tags."""
    async with access.database.transaction(scope.organization) as tx:
        await profiles.set_tags(tx, scope, ContactId(contact_id), body.tags)
        return await _shown(tx, scope, access.key, ContactId(contact_id))


@router.post("/{contact_id}/identifiers", operation_id="contacts.add_identifier", status_code=201)
async def add_identifier(
    contact_id: UUID, body: shapes.IdentifierInput, scope: Caller, access: AccessOf
) -> shapes.ProfileOutput:
    """Remember a phone, e-mail or document; 409 `identifier_taken` where it is somebody else's: a merge is proposed."""
    id_ = ContactId(contact_id)
    async with access.database.transaction(scope.organization) as tx:
        owner = await profiles.add_identifier(tx, scope, access.key, id_, body.kind, body.value)
        known = await _shown(tx, scope, access.key, id_)
    if owner is not None:
        raise IdentifierTaken(kind=body.kind, contact_id=str(owner))
    return known


@router.post("/{contact_id}/identifiers/remove", operation_id="contacts.remove_identifier")
async def remove_identifier(
    contact_id: UUID, body: shapes.IdentifierInput, scope: Caller, access: AccessOf
) -> shapes.ProfileOutput:
    """Forget a form that was typed wrongly."""
    async with access.database.transaction(scope.organization) as tx:
        await profiles.remove_identifier(tx, scope, access.key, ContactId(contact_id), body.kind, body.value)
        return await _shown(tx, scope, access.key, ContactId(contact_id))


@router.post("/{contact_id}/notes", operation_id="contacts.add_note", status_code=204)
async def add_note(contact_id: UUID, body: shapes.ContactNoteInput, scope: Caller, access: AccessOf) -> None:
    """Write something that only colleagues see."""
    async with access.database.transaction(scope.organization) as tx:
        await profiles.add_note(tx, scope, ContactId(contact_id), body.text)


@router.get("/{contact_id}/timeline", operation_id="contacts.timeline")
async def read_timeline(
    contact_id: UUID,
    scope: Caller,
    access: AccessOf,
    holders: HoldersOf,
    cursor: UUID | None = None,
    limit: Annotated[int, Query(ge=1, le=100)] = 50,
) -> shapes.TimelinePage:
    """List what happened with a person, the newest first: messages, states, flows, notes, consents, merges, imports."""
    async with access.database.transaction(scope.organization) as tx:
        found = await profiles.timeline(tx, ContactId(contact_id), holders, cursor, limit)
    return shapes.timeline(found, limit)


async def _shown(tx: Transaction, scope: Scope, key: MasterKey, id_: ContactId) -> shapes.ProfileOutput:
    return shapes.profile(await profiles.read(tx, key, id_, masked=not scope.may("contacts:write")))
