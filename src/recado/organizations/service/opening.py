"""How does an organization say when it is open, and how do others learn whether it is?"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from recado.foundation.database import Transaction
from recado.foundation.errors import NotFound
from recado.foundation.identifiers import new_id
from recado.organizations.errors import TooManyDays
from recado.organizations.models import Hours, OwnDay, Scope
from recado.organizations.rules import opening as rules
from recado.organizations.rules.opening import Calendar, Opening, open_seconds
from recado.organizations.service.audit_trail import audit
from recado.organizations.service.organizations import get_organization
from recado.organizations.store import opening as store

__all__ = ["Calendar", "open_seconds", "opening_at", "put_day", "read_calendar", "remove_day", "set_week"]

MOST_DAYS = 400


async def read_calendar(tx: Transaction) -> tuple[Calendar, list[tuple[UUID, OwnDay]]]:
    """Return everything that decides when the organization at hand is open, and its own days with their ids."""
    zone = ZoneInfo((await get_organization(tx)).time_zone)
    kept = await store.get(tx)
    days = await store.days(tx)
    own = tuple(day for _, day in days)
    if kept is None:
        return Calendar(zone=zone, own=own), days
    week, national, state = kept
    return Calendar(zone=zone, week=week, national=national, state=state, own=own), days


async def opening_at(tx: Transaction, now: datetime) -> Opening:
    """Say whether the organization at hand is open at `now`, why, and when that changes."""
    calendar, _ = await read_calendar(tx)
    return rules.opening_at(calendar, now)


async def set_week(
    tx: Transaction, scope: Scope, week: Sequence[Sequence[Sequence[int]]] | None, *, national: bool, state: str
) -> None:
    """Set the seven days, Monday first, and the holidays that are kept; None: always open. Raises `BadSetting`."""
    if week is None:
        await store.drop(tx)
    else:
        days: list[Hours] = [rules.check_hours(day) for day in week]
        await store.put(tx, days, national=national, state=rules.check_state(state))
    await audit(tx, scope, "organization.hours_changed", detail={"always": week is None, "holiday_state": state})


async def put_day(tx: Transaction, scope: Scope, one: OwnDay) -> UUID:
    """Keep a day that differs from the week; the one of the same date gives way. Raises `BadSetting`, `TooManyDays`."""
    if await store.count_days(tx) >= MOST_DAYS:
        raise TooManyDays(limit=MOST_DAYS)
    checked = OwnDay(one.day, one.name, rules.check_hours(one.hours), one.every_year)
    kept = await store.put_day(tx, new_id(), checked)
    await audit(tx, scope, "organization.day_kept", subject=("day", kept), detail={"day": one.day.isoformat()})
    return kept


async def remove_day(tx: Transaction, scope: Scope, id_: UUID) -> None:
    """Let a day be as the week has it again; raises `NotFound`."""
    day = await store.remove_day(tx, id_)
    if day is None:
        raise NotFound
    await audit(tx, scope, "organization.day_removed", subject=("day", id_), detail={"day": day.isoformat()})
