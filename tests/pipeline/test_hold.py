"""Does a reply ever leave behind its successor without saying so, however slow or shaken its worker is? (G01, F43)"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from recado.foundation.lanes.hold import TAKEN_OVER_AFTER_S
from recado.foundation.lanes.models import Attempt, Outgoing
from recado.foundation.lanes.outbox import OutboxWorker
from tests.pipeline.house import House, Organization
from tests.pipeline.wire import Person, somebody

NOBODY = 2_000_000_001
"""A worker's number whose lock nobody holds: it was lost with its connection, and the worker lives on."""
Wrapped = Callable[..., Awaitable[Attempt]]


class Slow:
    """A worker that claims, is slow to call out, and has lost its lock meanwhile."""

    def __init__(self, house: House) -> None:
        self.go_on = asyncio.Event()
        self._deliver: Wrapped = house.outbox._deliver
        self.worker = OutboxWorker(
            house.worker, number=NOBODY, gate=house.outbox._gate, deliver=self._waits, settle=house.outbox._settle
        )

    async def _waits(self, row: Outgoing, *more: object) -> Attempt:
        await self.go_on.wait()
        return await self._deliver(row, *more)

    async def finish(self) -> None:
        self.go_on.set()
        await self.worker.drain(10)


async def greeted(clinic: Organization) -> Person:
    ana = somebody()
    await clinic.hears(ana, "oi")
    return ana


async def is_unconfirmed(house: House, message: str) -> bool:
    await house.sweeper.run_once()
    return await house.rows("select state from outbox where id = %s", message) == [("unconfirmed",)]


async def taken_over(house: House, clinic: Organization, ana: Person, slow: Slow) -> str:
    """The slow one claims a message, others give it up, and the next of its conversation goes."""
    first = await clinic.send(ana, "primeira", settle=False)
    await slow.worker.run_once()
    await clinic.send(ana, "segunda", settle=False)
    async with asyncio.timeout(TAKEN_OVER_AFTER_S + 3):
        while not await is_unconfirmed(house, first):
            await asyncio.sleep(0.1)
    await house.settle()
    assert clinic.told(ana)[2:] == ["segunda"]
    return first


async def test_a_worker_that_lost_its_lock_says_so_when_its_reply_leaves_late(
    house: House, clinic: Organization
) -> None:
    ana, slow = await greeted(clinic), Slow(house)
    first = await taken_over(house, clinic, ana, slow)
    await slow.finish()
    await house.settle()
    assert clinic.told(ana)[2:] == ["segunda", "primeira"]
    assert (await clinic.message(ana, first))["possible_duplicate"] is True


async def test_what_was_sent_once_more_meanwhile_does_not_leave_again(house: House, clinic: Organization) -> None:
    ana, slow = await greeted(clinic), Slow(house)
    first = await taken_over(house, clinic, ana, slow)
    await house.rows("update outbox set unconfirmed_at = now() - interval '1 hour' where id = %s", first)
    await house.settle(sweeps=True)
    await slow.finish()
    await house.settle()
    assert clinic.told(ana)[2:] == ["segunda", "primeira"]
    assert (await clinic.message(ana, first))["possible_duplicate"] is True


async def test_a_slow_worker_keeps_a_row_that_nobody_took(house: House, clinic: Organization) -> None:
    ana, slow = await greeted(clinic), Slow(house)
    first = await clinic.send(ana, "primeira", settle=False)
    await slow.worker.run_once()
    await clinic.send(ana, "segunda", settle=False)
    await asyncio.sleep(2.2)  # it must be renewed
    await slow.finish()
    await house.settle()
    assert clinic.told(ana)[2:] == ["primeira", "segunda"]
    shown = await clinic.message(ana, first)
    assert (shown["status"], shown["possible_duplicate"]) == ("accepted", False)
    assert await house.rows("select failures from outbox where organization_id = %s", clinic.id) == []
