"""What does the first screen of the day show?"""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from fastapi import APIRouter, Query, Response
from pydantic import Field

from recado.channels import service as channels
from recado.channels.views import ChannelView
from recado.conversations.api.context import PortsOf, actor_of, viewer_of
from recado.conversations.api.context import shown as shown_conversation
from recado.conversations.models import ConversationId, State
from recado.conversations.schemas import conversations as shapes
from recado.conversations.schemas import wording
from recado.conversations.schemas.export import csv_of
from recado.conversations.service import overview, repairing, verbs
from recado.conversations.service.overview import Standing
from recado.conversations.store import figures, reading
from recado.conversations.store.figures import Funnel
from recado.foundation.phone import shown
from recado.organizations.access import AccessOf, Caller
from recado.organizations.service import audit

router = APIRouter(tags=["overview"])
_LONGEST = 5


class Figures(shapes.Output):
    """The six figures; the closing rate runs from 0 to 1 and is null where there is nothing to divide."""

    active: int
    waiting: int
    archived: int
    total: int
    messages_today: int
    closing_rate: float | None


class Trend(shapes.Output):
    """The last seven days and the value a week ago."""

    sparkline: list[float | None]
    week_before: float | None


class Delegation(shapes.Output):
    """Delegations to Viviane, by state."""

    pending: int
    sent: int
    failed: int
    total: int


class Handoffs(shapes.Output):
    """Transbordos that are not over; `late` ones are among the open ones. `oldest` is when the first open one began."""

    open: int
    late: int
    taken: int
    oldest: datetime | None


class Hour(shapes.Output):
    """Messages in one hour of today."""

    hour: int
    incoming: int = Field(serialization_alias="in")
    out: int


class Connection(shapes.Output):
    """A number, how it is, and since when."""

    id: UUID
    adapter: str
    name: str
    number: str
    external_id: str
    state: str
    state_reason: str
    state_since: datetime
    last_checked_at: datetime | None
    is_fallback: bool


class Overview(shapes.Output):
    """Everything on the screen."""

    figures: Figures
    trends: dict[str, Trend]
    delegation: Delegation
    open_handoffs: int
    handoffs: Handoffs
    to_repair: int
    messages_per_hour: list[Hour]
    longest_waiting: list[shapes.ConversationOutput]
    connections: list[Connection]


class Repair(shapes.Output):
    """A conversation that came with a state nobody knows; it waits for a person until somebody says what it is."""

    conversation: shapes.ConversationOutput
    legacy_state: str


class Repairs(shapes.Output):
    """One page of what is to be put right."""

    items: list[Repair]
    next_cursor: str | None


class RepairInput(shapes.Input):
    """The state that the conversation is in."""

    state: Literal["active", "waiting", "archived"]


@router.get("/overview", operation_id="overview.read", response_model_by_alias=True)
async def read_overview(scope: Caller, access: AccessOf, ports: PortsOf) -> Overview:
    """Read the overview."""
    now = ports.clock()
    async with access.database.transaction(scope.organization) as tx:
        standing = await overview.read_standing(tx, now)
        waiting = await overview.longest_waiting(tx, viewer_of(scope), _LONGEST)
        rows = await reading.show_conversations(tx, waiting)
        connections = await channels.list_channels(tx, ports.adapters)
    return Overview(
        figures=_figures(standing.funnel),
        trends=_trends(standing),
        delegation=Delegation.model_validate(standing.delegated, from_attributes=True),
        open_handoffs=standing.handoffs.open,
        handoffs=Handoffs.model_validate(standing.handoffs, from_attributes=True),
        to_repair=standing.to_repair,
        messages_per_hour=[Hour(hour=one["hour"], incoming=one["in"], out=one["out"]) for one in standing.hours],
        longest_waiting=[wording.conversation(row, ports.adapters, now) for row in rows],
        connections=[_connection(one) for one in connections],
    )


@router.get("/overview/export", operation_id="overview.export", response_class=Response, responses={
    200: {"content": {"text/csv": {"schema": {"type": "string"}}}},
})  # fmt: skip
async def export(scope: Caller, access: AccessOf, ports: PortsOf) -> Response:
    """Read the figures of the overview as CSV, for a spreadsheet."""
    async with access.database.transaction(scope.organization) as tx:
        standing = await overview.read_standing(tx, ports.clock())
    name = f"visao-geral-{standing.spans[-1][0]:%Y-%m-%d}.csv"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "private, no-store"}
    return Response(csv_of(standing), media_type="text/csv; charset=utf-8", headers=headers)


@router.get("/overview/repairs", operation_id="overview.repairs")
async def list_repairs(
    scope: Caller,
    access: AccessOf,
    ports: PortsOf,
    after: UUID | None = None,
    limit: Annotated[int, Query(ge=1, le=100)] = 50,
) -> Repairs:
    """List conversations that came with a state nobody knows."""
    async with access.database.transaction(scope.organization) as tx:
        found = await figures.list_to_repair(tx, after, limit)
        rows = {row["id"]: row for row in await reading.show_conversations(tx, [row["id"] for row in found])}
    now = ports.clock()
    return Repairs(
        items=[
            Repair(
                conversation=wording.conversation(rows[one["id"]], ports.adapters, now),
                legacy_state=one["legacy_state"],
            )
            for one in found
            if one["id"] in rows
        ],
        next_cursor=str(found[-1]["id"]) if len(found) == limit else None,
    )


@router.post("/conversations/{ref}/repair", operation_id="overview.repair")
async def repair(
    ref: str, body: RepairInput, scope: Caller, access: AccessOf, ports: PortsOf
) -> shapes.ConversationOutput:
    """Say in which state a conversation is that came with one nobody knows; 409 `nothing_to_repair`."""
    async with access.database.transaction(scope.organization) as tx:
        id_: ConversationId = await verbs.find_seen(tx, ref, viewer_of(scope))
        await repairing.repair(tx, id_, ports, actor_of(scope), viewer_of(scope), state=State(body.state))
        await audit(tx, scope, "conversations.repaired", subject=("conversation", id_), detail={"state": body.state})
        return await shown_conversation(tx, id_, ports, scope)


def _figures(funnel: Funnel) -> Figures:
    return Figures(
        active=funnel.active, waiting=funnel.waiting, archived=funnel.archived, total=funnel.total,
        messages_today=funnel.messages_today, closing_rate=funnel.closing_rate,
    )  # fmt: skip


def _trends(standing: Standing) -> dict[str, Trend]:
    def trend(values: list[Any]) -> Trend:
        return Trend(sparkline=values, week_before=values[0])

    return {
        name: trend([getattr(day, name) for day in [*standing.days, standing.funnel]])
        for name in ("active", "waiting", "archived", "total", "closing_rate")
    } | {"messages_today": trend(list(standing.per_day))}


def _connection(view: ChannelView) -> Connection:
    return Connection(
        id=view.id, adapter=view.adapter, name=view.name, number=shown(view.number), external_id=view.external_id,
        state=view.state, state_reason=view.state_reason, state_since=view.state_since,
        last_checked_at=view.last_checked_at, is_fallback=view.is_fallback,
    )  # fmt: skip
