"""How do reports catch up with what has happened?"""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial
from typing import Final
from uuid import UUID

from recado.conversations.rules import measuring as rules
from recado.conversations.rules.measuring import OpenSeconds
from recado.conversations.store import measures as store
from recado.conversations.store.measures import Measured
from recado.foundation.database import Row, Transaction
from recado.organizations.service.opening import open_seconds, read_calendar

AT_ONCE: Final = 2_000
"""Conversations of one step."""
_SPAN: Final = timedelta(days=7)
SOON: Final = timedelta(minutes=1)
"""What was committed late is looked at again; hardly a transaction runs longer. All of it is paid for at each catching up."""
LATE: Final = timedelta(minutes=15)
"""Longer than any transaction runs: looked at again now and then."""
_HOUR: Final = timedelta(hours=1)


async def catch_up(tx: Transaction, now: datetime, overlap: timedelta = SOON) -> bool:
    """Measure one step further, and the last `overlap` anew; return whether there is more to do.

    Where another is at it, nothing is done.
    """
    ours, until = await store.take_progress(tx)
    if not ours:
        return False
    begun = until if until is not None else await store.beginning(tx)
    if begun is None:
        return False
    since = begun - overlap
    # Clocks differ by seconds between processes; what seems to come is taken with what is there.
    end = min(now + SOON, begun + _SPAN)
    end = await _measure_touched(tx, since, begun, end)
    await measure(tx, await store.moved(tx, since, end))
    await store.count_volumes(tx, _hour(since), _hour(end) + _HOUR)
    reached = min(end, now)
    await store.move_progress(tx, max(reached, begun))
    return reached < now


async def _measure_touched(tx: Transaction, since: datetime, begun: datetime, end: datetime) -> datetime:
    """Measure those in which something was said, a page at a time, until one leads beyond `begun`; return how far."""
    place = (since, UUID(int=0))
    while True:
        rows = await store.touched(tx, place, end, AT_ONCE)
        await measure(tx, [row["id"] for row in rows])
        if len(rows) < AT_ONCE:
            return end
        place = (rows[-1]["at"], rows[-1]["id"])
        if place[0] > begun:
            return place[0]


async def measure(tx: Transaction, conversations: list[UUID]) -> None:
    """Measure these conversations anew."""
    if not conversations:
        return
    calendar, _ = await read_calendar(tx)
    counting = partial(open_seconds, calendar)
    await store.keep(tx, [_measured(row, counting) for row in await store.lives(tx, conversations)])


def _measured(row: Row, counting: OpenSeconds) -> Measured:
    response = rules.response(row["heard_at"], row["waited_at"], row["answered_at"], counting)
    resolution = rules.resolution(row["opened_at"], row["closed_at"], counting)
    return Measured(
        row["id"], row["channel_id"], row["opened_at"], row["heard_at"] is not None,
        row["waited_at"] is not None or row["answered_at"] is not None,
        row["answered_at"] if response else None, row["responder_id"] if response else None,
        response.clock_s if response else None, response.open_s if response else None,
        row["closed_at"], row["closer_id"],
        resolution.clock_s if resolution else None, resolution.open_s if resolution else None,
    )  # fmt: skip


def _hour(at: datetime) -> datetime:
    return at.replace(minute=0, second=0, microsecond=0)
