"""How are an organization's hours and days of its own kept?"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from recado.foundation.database import Transaction
from recado.organizations.models import Hours, OwnDay

GET_HOURS = """
select week::text as week, national_holidays, holiday_state from opening_hours where organization_id = $1
"""


async def get(tx: Transaction) -> tuple[tuple[Hours, ...], bool, str] | None:
    """Return the week, whether national holidays are kept, and the state; None where nobody has said."""
    row = await tx.fetchrow(GET_HOURS, tx.organization_id)
    if row is None:
        return None
    return tuple(_hours(day) for day in json.loads(row["week"])), row["national_holidays"], row["holiday_state"]


SET_HOURS = """
insert into opening_hours (organization_id, week, national_holidays, holiday_state) values ($1, $2::text::jsonb, $3, $4)
on conflict (organization_id) do update
    set week = excluded.week, national_holidays = excluded.national_holidays, holiday_state = excluded.holiday_state,
        changed_at = now()
"""


async def put(tx: Transaction, week: Sequence[Hours], *, national: bool, state: str) -> None:
    """Write the week and which holidays are kept."""
    await tx.execute(SET_HOURS, tx.organization_id, json.dumps(list(week)), national, state)


DROP_HOURS = "delete from opening_hours where organization_id = $1"


async def drop(tx: Transaction) -> None:
    """Forget the week: always open."""
    await tx.execute(DROP_HOURS, tx.organization_id)


LIST_DAYS = """
select id, day, name, every_year, hours::text as hours from opening_days where organization_id = $1 order by day limit 400
"""


async def days(tx: Transaction) -> list[tuple[UUID, OwnDay]]:
    """Return the days of its own in order."""
    return [
        (row["id"], OwnDay(row["day"], row["name"], _hours(json.loads(row["hours"])), row["every_year"]))
        for row in await tx.fetch(LIST_DAYS, tx.organization_id)
    ]


COUNT_DAYS = "select count(*) from opening_days where organization_id = $1"


async def count_days(tx: Transaction) -> int:
    """How many days of its own the organization has."""
    return int(await tx.fetchval(COUNT_DAYS, tx.organization_id))


PUT_DAY = """
insert into opening_days (organization_id, id, day, name, every_year, hours) values ($1, $2, $3, $4, $5, $6::text::jsonb)
on conflict (organization_id, day) do update
    set name = excluded.name, every_year = excluded.every_year, hours = excluded.hours
returning id
"""


async def put_day(tx: Transaction, id_: UUID, one: OwnDay) -> UUID:
    """Write a day; the one of the same date gives way. Return its id."""
    hours = json.dumps(list(one.hours))
    kept: UUID = await tx.fetchval(PUT_DAY, tx.organization_id, id_, one.day, one.name, one.every_year, hours)
    return kept


REMOVE_DAY = "delete from opening_days where organization_id = $1 and id = $2 returning day"


async def remove_day(tx: Transaction, id_: UUID) -> date | None:
    """Remove a day and return its date; None where there is none."""
    gone: date | None = await tx.fetchval(REMOVE_DAY, tx.organization_id, id_)
    return gone


def _hours(spans: Any) -> Hours:
    return tuple((int(begin), int(end)) for begin, end in spans)
