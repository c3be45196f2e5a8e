"""How are an organization's hours, holidays and days of its own read and set?"""

from __future__ import annotations

from uuid import UUID

from fastapi import APIRouter

from recado.foundation.database import Transaction
from recado.organizations.access import Access, AccessOf, Caller
from recado.organizations.schemas import opening as shapes
from recado.organizations.schemas.base import LARGEST_BODY
from recado.organizations.service import opening

router = APIRouter(tags=["organization"], max_body_size=LARGEST_BODY)


@router.get("/organization/hours", operation_id="hours.read")
async def read(scope: Caller, access: AccessOf) -> shapes.HoursOutput:
    """Show the hours, the days that differ, and whether it is open now (`now.changes_at`: until when)."""
    async with access.database.transaction(scope.organization) as tx:
        return await _shown(tx, access)


@router.put("/organization/hours", operation_id="hours.set")
async def set_hours(body: shapes.HoursInput, scope: Caller, access: AccessOf) -> shapes.HoursOutput:
    """Set the week and the holidays that are kept; 422 `bad_setting` where spans overlap or end before they begin."""
    week = None if body.week is None else [shapes.spans(day) for day in body.week]
    async with access.database.transaction(scope.organization) as tx:
        await opening.set_week(tx, scope, week, national=body.national_holidays, state=body.holiday_state)
        return await _shown(tx, access)


@router.post("/organization/days", operation_id="hours.put_day")
async def put_day(body: shapes.OwnDayInput, scope: Caller, access: AccessOf) -> shapes.HoursOutput:
    """Keep a day that differs from the week: closed without spans. A day of the same date gives way to it."""
    async with access.database.transaction(scope.organization) as tx:
        await opening.put_day(tx, scope, shapes.own_day(body))
        return await _shown(tx, access)


@router.delete("/organization/days/{day_id}", operation_id="hours.remove_day", status_code=204)
async def remove_day(day_id: UUID, scope: Caller, access: AccessOf) -> None:
    """Let a day be as the week has it again."""
    async with access.database.transaction(scope.organization) as tx:
        await opening.remove_day(tx, scope, day_id)


async def _shown(tx: Transaction, access: Access) -> shapes.HoursOutput:
    calendar, days = await opening.read_calendar(tx)
    return shapes.hours(calendar, days, access.clock())
