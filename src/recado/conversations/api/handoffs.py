"""How are transbordos looked at, ended and given their targets?"""

from __future__ import annotations

from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter, Query, Request

from recado.conversations.api.context import PortsOf, actor_of, viewer_of
from recado.conversations.handoff_models import LeadClass
from recado.conversations.schemas import handoffs as shapes
from recado.conversations.service import handoff_acts, verbs
from recado.conversations.service.ports import Ports
from recado.conversations.store import handoffs as store
from recado.conversations.store import notices
from recado.conversations.store.handoffs import WantedHandoffs
from recado.foundation.database import Row, Transaction
from recado.foundation.mail import mailer_of
from recado.foundation.pages import read_cursor, write_cursor
from recado.organizations.access import AccessOf, Caller
from recado.organizations.models import Scope
from recado.organizations.service import audit

router = APIRouter(tags=["handoffs"])

StateWord = Literal["open", "late", "taken", "resolved", "expired", "ended"]
_OVER = ("resolved", "expired", "ended")


@router.get("/handoffs", operation_id="handoffs.list")
async def list_handoffs(
    scope: Caller,
    access: AccessOf,
    ports: PortsOf,
    state: StateWord = "open",
    priority: shapes.Priority | None = None,
    lead_class: shapes.LeadClassWord | None = None,
    cursor: Annotated[str, Query(max_length=100)] = "",
    limit: Annotated[int, Query(ge=1, le=100)] = 50,
) -> shapes.HandoffPage:
    """List transbordos: open ones by their target, late ones first; those that are over newest first."""
    wanted = WantedHandoffs(
        state=state, viewer=viewer_of(scope), priority=priority, lead_class=LeadClass(lead_class) if lead_class else None,
        after=read_cursor(cursor), limit=limit,
    )  # fmt: skip
    now = ports.clock()
    async with access.database.transaction(scope.organization) as tx:
        rows = await store.list_handoffs(tx, wanted, now)
        items = await _worded(tx, rows, ports)
        counts = await store.count_pending(tx, now)
    mark = "opened_at" if state in _OVER else "due_at"
    return shapes.HandoffPage(
        items=items, counts=shapes.HandoffCounts(**dict(counts)),
        next_cursor=write_cursor(rows[-1][mark], rows[-1]["id"]) if len(rows) == limit else None,
    )  # fmt: skip


@router.get("/conversations/{ref}/handoffs", operation_id="handoffs.history")
async def list_history(ref: str, scope: Caller, access: AccessOf, ports: PortsOf) -> shapes.HandoffHistory:
    """List every transbordo that a conversation has had."""
    async with access.database.transaction(scope.organization) as tx:
        id_ = await verbs.find_seen(tx, ref, viewer_of(scope))
        return shapes.HandoffHistory(items=await _worded(tx, await store.history(tx, id_), ports))


@router.patch("/handoffs/{handoff_id}", operation_id="handoffs.change")
async def change(
    handoff_id: UUID, body: shapes.HandoffChange, scope: Caller, access: AccessOf, ports: PortsOf
) -> shapes.HandoffTask:
    """Say how urgent a transbordo is; 409 `handoff_over`."""
    async with access.database.transaction(scope.organization) as tx:
        lead_class = LeadClass(body.lead_class) if body.lead_class else None
        await handoff_acts.change(
            tx, handoff_id, ports, viewer_of(scope), priority=body.priority, lead_class=lead_class
        )
        return await _one(tx, handoff_id, ports)


@router.post("/handoffs/{handoff_id}/resolve", operation_id="handoffs.resolve")
async def resolve(handoff_id: UUID, scope: Caller, access: AccessOf, ports: PortsOf) -> shapes.HandoffTask:
    """Say that nobody is needed any more; 409 `handoff_over`."""
    async with access.database.transaction(scope.organization) as tx:
        await handoff_acts.resolve(tx, handoff_id, ports, actor_of(scope), viewer_of(scope))
        return await _one(tx, handoff_id, ports)


@router.get("/handoffs/settings", operation_id="handoffs.read_settings")
async def read_settings(request: Request, scope: Caller, access: AccessOf) -> shapes.HandoffSettingsOutput:
    """Read targets and recipients."""
    async with access.database.transaction(scope.organization) as tx:
        found = await store.read_settings(tx)
    return shapes.settings(found, email_ready=_email_ready(request))


@router.put("/handoffs/settings", operation_id="handoffs.change_settings")
async def change_settings(
    request: Request, body: shapes.HandoffSettingsBody, scope: Caller, access: AccessOf, ports: PortsOf
) -> shapes.HandoffSettingsOutput:
    """Set targets and recipients; 422 `no_such_channel`."""
    async with access.database.transaction(scope.organization) as tx:
        kept = await handoff_acts.change_settings(tx, shapes.settings_of(body), ports)
        await _note(tx, scope, body)
    return shapes.settings(kept, email_ready=_email_ready(request))


async def _note(tx: Transaction, scope: Scope, body: shapes.HandoffSettingsBody) -> None:
    await audit(tx, scope, "handoffs.settings_changed", detail={"fields": sorted(body.model_fields_set)})


async def _one(tx: Transaction, id_: UUID, ports: Ports) -> shapes.HandoffTask:
    row = await store.read_handoff(tx, id_)
    return (await _worded(tx, [row] if row else [], ports))[0]


async def _worded(tx: Transaction, rows: list[Row], ports: Ports) -> list[shapes.HandoffTask]:
    told: dict[UUID, list[Row]] = {}
    for one in await notices.notices_of(tx, [row["id"] for row in rows]):
        told.setdefault(one["handoff_id"], []).append(one)
    return [shapes.handoff(row, told.get(row["id"], []), ports.clock()) for row in rows]


def _email_ready(request: Request) -> bool:
    return mailer_of(request.app.state.product.settings).is_configured
