"""How is something delegated to Viviane, and what became of it?"""

from __future__ import annotations

from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter, Header, Query

from recado.contacts.models import ContactId
from recado.conversations.api.context import PortsOf, actor_of, viewer_of
from recado.conversations.errors import DelegationNotFound
from recado.conversations.schemas import handoffs as shapes
from recado.conversations.service import delegation
from recado.conversations.store import delegation as store
from recado.foundation.database import Transaction
from recado.foundation.pages import read_cursor, write_cursor
from recado.organizations.access import AccessOf, Caller
from recado.organizations.service import audit

router = APIRouter(prefix="/viva/handoff", tags=["viva"])


@router.get("", operation_id="delegation.list")
async def list_tasks(
    scope: Caller,
    access: AccessOf,
    state: Literal["pending", "sent", "failed"] | None = None,
    cursor: Annotated[str, Query(max_length=100)] = "",
    limit: Annotated[int, Query(ge=1, le=100)] = 50,
) -> shapes.DelegationPage:
    """List what was asked of Viviane, with how many of all are in each state."""
    async with access.database.transaction(scope.organization) as tx:
        counts = await store.count(tx)
        rows = await store.list_tasks(tx, state=state, before=read_cursor(cursor), limit=limit)
    return shapes.DelegationPage(
        counts=shapes.DelegationCounts(**dict(counts)), items=[shapes.delegation(row) for row in rows],
        next_cursor=write_cursor(rows[-1]["created_at"], rows[-1]["id"]) if len(rows) == limit else None,
    )  # fmt: skip


@router.post("", operation_id="delegation.create", status_code=201)
async def create(
    body: shapes.DelegationInput,
    scope: Caller,
    access: AccessOf,
    ports: PortsOf,
    idempotency_key: Annotated[str, Header(max_length=200)] = "",
) -> shapes.DelegationOutput:
    """Have Viviane write to a person. What cannot go now answers 201 all the same: `failed`, with its code, to be tried again."""
    wanted = delegation.Wanted(
        body.text, body.template.model_dump() if body.template else None, body.conversation,
        ContactId(body.contact_id) if body.contact_id else None,
    )  # fmt: skip
    async with access.database.transaction(scope.organization) as tx:
        id_ = await delegation.delegate(
            tx, wanted, ports, actor_of(scope), viewer_of(scope), key=idempotency_key
        )  # fmt: skip
        await audit(tx, scope, "delegation.created", subject=("viva_handoff_task", id_))
        return await _one(tx, id_)


@router.post("/{task_id}/retry", operation_id="delegation.retry")
async def retry(task_id: UUID, scope: Caller, access: AccessOf, ports: PortsOf) -> shapes.DelegationOutput:
    """Try once more what has failed; 409 `delegation_not_failed`."""
    async with access.database.transaction(scope.organization) as tx:
        await delegation.retry(tx, task_id, ports)
        await audit(tx, scope, "delegation.retried", subject=("viva_handoff_task", task_id))
        return await _one(tx, task_id)


async def _one(tx: Transaction, id_: UUID) -> shapes.DelegationOutput:
    row = await store.read(tx, id_)
    if row is None:
        raise DelegationNotFound
    return shapes.delegation(row)
