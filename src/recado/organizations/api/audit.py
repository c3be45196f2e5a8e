"""How is the audit trail read and checked?"""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from pydantic import AwareDatetime

from recado.organizations.access import AccessOf, Caller
from recado.organizations.schemas import organizations as shapes
from recado.organizations.schemas.base import LARGEST_BODY
from recado.organizations.service import audit_trail

router = APIRouter(tags=["audit"], max_body_size=LARGEST_BODY)


@router.get("/audit", operation_id="audit.list")
async def list_entries(
    scope: Caller,
    access: AccessOf,
    cursor: Annotated[UUID | None, Query()] = None,
    action: Annotated[str, Query(max_length=60, pattern=r"^[a-z_.]*$")] = "",
    actor: Annotated[UUID | None, Query()] = None,
    since: Annotated[AwareDatetime | None, Query()] = None,
    until: Annotated[AwareDatetime | None, Query()] = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 100,
) -> shapes.AuditOutput:
    """List sensitive acts in the organization at hand, the newest first: of one kind, of one person or key, of a time."""
    async with access.database.transaction(scope.organization) as tx:
        found = await audit_trail.list_entries(
            tx, before=cursor, since=since, until=until, action=action, actor=actor, limit=limit + 1
        )
        actions = await audit_trail.list_actions(tx)
    page = found[:limit]
    return shapes.AuditOutput(
        items=[shapes.audit_entry(entry, index) for entry, index in page],
        next_cursor=str(page[-1][0].id) if len(found) > limit else None,
        actions=actions,
    )


@router.get("/audit/verify", operation_id="audit.verify")
async def verify(
    scope: Caller,
    access: AccessOf,
    index: Annotated[int | None, Query(ge=1)] = None,
    head: Annotated[str | None, Query(pattern=r"^[0-9a-f]{64}$")] = None,
) -> shapes.VerificationOutput:
    """Walk the whole chain. With `index` and `head` of an earlier answer, a chain cut short or made anew is found too."""
    known = None if index is None or head is None else (index, bytes.fromhex(head))
    async with access.database.transaction(scope.organization) as tx:
        return shapes.verification(await audit_trail.verify(tx, access.key, known=known))
