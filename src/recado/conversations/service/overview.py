"""How does the house stand? Every figure is read here once, for the screen, the older clients and the export alike."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from recado.conversations.store import delegation, figures, handoffs
from recado.conversations.store.figures import Funnel
from recado.conversations.store.policy import read_policy
from recado.foundation.database import Transaction


@dataclass(frozen=True, slots=True)
class Pending:
    """Transbordos that are not over: open, late among those, taken; since when the oldest open one waits."""

    open: int
    late: int
    taken: int
    oldest: datetime | None


@dataclass(frozen=True, slots=True)
class Delegated:
    """What was asked of Viviane, by state; `total` is the sum."""

    pending: int
    sent: int
    failed: int
    total: int


@dataclass(frozen=True, slots=True)
class Standing:
    """All figures of one moment. `days` are the ends of the seven days before; `per_day` counts messages, today last."""

    at: datetime
    time_zone: str
    funnel: Funnel
    days: Sequence[Funnel]
    per_day: Sequence[int]
    hours: Sequence[Mapping[str, int]]
    handoffs: Pending
    delegated: Delegated
    spans: Sequence[tuple[datetime, datetime]]
    to_repair: int


async def read_funnel(tx: Transaction, now: datetime) -> Funnel:
    """Return the six figures of now; the day is the organization's."""
    policy, _ = await read_policy(tx)
    return await figures.funnel(tx, _midnight(now, policy.time_zone))


async def read_standing(tx: Transaction, now: datetime) -> Standing:
    """Return every figure of now and of the week before."""
    policy, _ = await read_policy(tx)
    midnight = _midnight(now, policy.time_zone)
    spans = figures.days_back(midnight)
    past = await figures.history(tx, [end for _, end in spans[:-1]])
    said = await figures.volumes(tx, spans, policy.time_zone)
    return Standing(
        at=now,
        time_zone=policy.time_zone,
        funnel=await figures.funnel(tx, midnight, said.per_span[-1]),
        days=[past.get(end, Funnel(0, 0, 0, 0)) for _, end in spans[:-1]],
        per_day=said.per_span,
        hours=said.hours,
        handoffs=Pending(**dict(await handoffs.count_pending(tx, now))),
        delegated=Delegated(**dict(await delegation.count(tx))),
        spans=spans,
        to_repair=await figures.count_to_repair(tx),
    )


async def longest_waiting(tx: Transaction, viewer: UUID | None, limit: int) -> list[UUID]:
    """Return who waits longest for a person, of those that the viewer may see."""
    return [row["id"] for row in await figures.longest_waiting(tx, viewer, limit)]


def _midnight(now: datetime, zone: str) -> datetime:
    return now.astimezone(ZoneInfo(zone)).replace(hour=0, minute=0, second=0, microsecond=0)
