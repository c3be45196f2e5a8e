"""How are custom fields and segments defined?"""

from __future__ import annotations

from uuid import UUID

from fastapi import APIRouter

from recado.contacts.models import FieldType
from recado.contacts.schemas import settings as shapes
from recado.contacts.schemas.people import LARGEST_BODY
from recado.contacts.service import segments
from recado.organizations.access import AccessOf, Caller

router = APIRouter(prefix="/contacts", tags=["contacts"], max_body_size=LARGEST_BODY)


@router.get("/fields", operation_id="contacts.fields")
async def list_fields(scope: Caller, access: AccessOf) -> shapes.ContactFieldsOutput:
    """List the custom fields."""
    async with access.database.transaction(scope.organization) as tx:
        found = await segments.list_fields(tx)
    return shapes.ContactFieldsOutput(items=[shapes.field(one) for one in found])


@router.post("/fields", operation_id="contacts.create_field", status_code=201)
async def create_field(body: shapes.ContactFieldInput, scope: Caller, access: AccessOf) -> shapes.ContactFieldOutput:
    """Define a field; 422 `bad_field`, 409 `field_taken` or `too_many`."""
    async with access.database.transaction(scope.organization) as tx:
        made = await segments.create_field(
            tx, scope, label=body.label, key=body.key, type_=FieldType(body.type), choices=body.choices
        )
    return shapes.field(made)


@router.patch("/fields/{field_id}", operation_id="contacts.change_field")
async def change_field(
    field_id: UUID, body: shapes.ContactFieldChangeInput, scope: Caller, access: AccessOf
) -> shapes.ContactFieldOutput:
    """Give a field another label or other choices; its key and type stay."""
    async with access.database.transaction(scope.organization) as tx:
        changed = await segments.change_field(tx, scope, field_id, label=body.label, choices=body.choices)
    return shapes.field(changed)


@router.delete("/fields/{field_id}", operation_id="contacts.remove_field", status_code=204)
async def remove_field(field_id: UUID, scope: Caller, access: AccessOf) -> None:
    """Forget a field; values stay with the people until they are overwritten."""
    async with access.database.transaction(scope.organization) as tx:
        await segments.remove_field(tx, scope, field_id)


@router.get("/segments", operation_id="contacts.segments")
async def list_segments(scope: Caller, access: AccessOf) -> shapes.SegmentsOutput:
    """List the saved segments."""
    async with access.database.transaction(scope.organization) as tx:
        found = await segments.list_segments(tx)
    return shapes.SegmentsOutput(items=[shapes.segment(one) for one in found])


@router.post("/segments", operation_id="contacts.create_segment", status_code=201)
async def create_segment(body: shapes.SegmentInput, scope: Caller, access: AccessOf) -> shapes.SegmentsOutput:
    """Save a filter; 422 `bad_filter`, 409 `segment_taken` or `too_many`."""
    async with access.database.transaction(scope.organization) as tx:
        await segments.create_segment(tx, scope, name=body.name, filter_=body.filter)
        found = await segments.list_segments(tx)
    return shapes.SegmentsOutput(items=[shapes.segment(one) for one in found])


@router.delete("/segments/{segment_id}", operation_id="contacts.remove_segment", status_code=204)
async def remove_segment(segment_id: UUID, scope: Caller, access: AccessOf) -> None:
    """Forget a segment."""
    async with access.database.transaction(scope.organization) as tx:
        await segments.remove_segment(tx, segment_id)


@router.post("/segments/count", operation_id="contacts.count")
async def count(body: shapes.FilterInput, scope: Caller, access: AccessOf) -> shapes.PeopleCountOutput:
    """Count the people whom a filter fits; 422 `bad_filter`."""
    async with access.database.transaction(scope.organization) as tx:
        return shapes.PeopleCountOutput(count=await segments.count(tx, access.key, body.filter))
