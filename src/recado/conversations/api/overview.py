"""What does the first screen of the day show?"""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from fastapi import APIRouter
from pydantic import Field

from recado.channels import service as channels
from recado.channels.views import ChannelView
from recado.conversations.api.context import PortsOf, viewer_of
from recado.conversations.schemas import conversations as shapes
from recado.conversations.schemas import wording
from recado.conversations.store import figures, reading
from recado.conversations.store.figures import Funnel
from recado.conversations.store.policy import read_policy
from recado.foundation.phone import shown
from recado.organizations.access import AccessOf, Caller

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
    messages_per_hour: list[Hour]
    longest_waiting: list[shapes.ConversationOutput]
    connections: list[Connection]


class FunnelStatus(shapes.Output):
    """The figures under the names that older clients know."""

    conversas_ativas: int
    conversas_aguardando: int
    conversas_arquivadas: int
    total: int
    mensagens_hoje: int
    taxa_fechamento: float | None


@router.get("/overview", operation_id="overview.read", response_model_by_alias=True)
async def read_overview(scope: Caller, access: AccessOf, ports: PortsOf) -> Overview:
    """Read the overview."""
    now = ports.clock()
    async with access.database.transaction(scope.organization) as tx:
        policy, _ = await read_policy(tx)
        midnight = now.astimezone(ZoneInfo(policy.time_zone)).replace(hour=0, minute=0, second=0, microsecond=0)
        funnel = await figures.funnel(tx, midnight)
        spans = figures.days_back(midnight)
        past = await figures.history(tx, [end for _, end in spans[:-1]])
        per_day = await figures.messages_by_day(tx, spans)
        hours = await figures.messages_by_hour(tx, midnight, policy.time_zone)
        waiting = await figures.longest_waiting(tx, viewer_of(scope), _LONGEST)
        rows = [await reading.read_conversation(tx, row["id"]) for row in waiting]
        handoffs = await figures.open_handoffs(tx)
        connections = await channels.list_channels(tx, ports.adapters)
    days = [past.get(end, Funnel(0, 0, 0, 0)) for _, end in spans[:-1]]
    return Overview(
        figures=_figures(funnel),
        trends=_trends(funnel, days, per_day),
        # Nobody can delegate before the agents are there: none, and none failed.
        delegation=Delegation(pending=0, sent=0, failed=0, total=0),
        open_handoffs=handoffs,
        messages_per_hour=[Hour(hour=one["hour"], incoming=one["in"], out=one["out"]) for one in hours],
        longest_waiting=[wording.conversation(row, ports.adapters, now) for row in rows if row is not None],
        connections=[_connection(one) for one in connections],
    )


@router.get("/whatsapp-chat/status", operation_id="overview.funnel")
async def read_funnel(scope: Caller, access: AccessOf, ports: PortsOf) -> FunnelStatus:
    """Read the funnel under the names older clients know; the same figures as the overview."""
    async with access.database.transaction(scope.organization) as tx:
        policy, _ = await read_policy(tx)
        local = ports.clock().astimezone(ZoneInfo(policy.time_zone))
        funnel = await figures.funnel(tx, local.replace(hour=0, minute=0, second=0, microsecond=0))
    return FunnelStatus(
        conversas_ativas=funnel.active, conversas_aguardando=funnel.waiting, conversas_arquivadas=funnel.archived,
        total=funnel.total, mensagens_hoje=funnel.messages_today, taxa_fechamento=funnel.closing_rate,
    )  # fmt: skip


def _figures(funnel: Funnel) -> Figures:
    return Figures(
        active=funnel.active, waiting=funnel.waiting, archived=funnel.archived, total=funnel.total,
        messages_today=funnel.messages_today, closing_rate=funnel.closing_rate,
    )  # fmt: skip


def _trends(now: Funnel, days: list[Funnel], per_day: list[int]) -> dict[str, Trend]:
    def trend(values: list[Any]) -> Trend:
        return Trend(sparkline=values, week_before=values[0])

    return {
        name: trend([getattr(day, name) for day in [*days, now]])
        for name in ("active", "waiting", "archived", "total", "closing_rate")
    } | {"messages_today": trend(per_day)}


def _connection(view: ChannelView) -> Connection:
    return Connection(
        id=view.id, adapter=view.adapter, name=view.name, number=shown(view.number), external_id=view.external_id,
        state=view.state, state_reason=view.state_reason, state_since=view.state_since,
        last_checked_at=view.last_checked_at, is_fallback=view.is_fallback,
    )  # fmt: skip
