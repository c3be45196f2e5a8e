"""Can one organization, or a crowd of them, keep another's replies from leaving? (ORG 1)"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field
from uuid import UUID

import pytest
import pytest_asyncio

from recado.foundation.database import Database, Transaction
from recado.foundation.identifiers import OrganizationId, new_id
from recado.foundation.lanes.fairness import Walk, allowances
from recado.foundation.lanes.models import Attempt, End, Finished, Go, Lane, NewOutgoing, Outgoing, Verdict
from recado.foundation.lanes.outbox import IN_FLIGHT, OutboxWorker, enqueue
from tests.support.jobs import add_organization, change, connected
from tests.support.postgres import Clone


@dataclass(slots=True)
class Provider:
    """Answers when it is told to; knows who has calls under way."""

    answers: asyncio.Event = field(default_factory=asyncio.Event)
    calling: Counter[OrganizationId] = field(default_factory=Counter)
    took: list[OrganizationId] = field(default_factory=list)

    async def deliver(self, row: Outgoing, _hold: object) -> Attempt:
        self.calling[row.organization] += 1
        await self.answers.wait()
        self.calling[row.organization] -= 1
        self.took.append(row.organization)
        return Attempt(End.ACCEPTED)


async def all_go(_tx: Transaction, rows: Sequence[Outgoing]) -> Sequence[Verdict]:
    return [Go()] * len(rows)


async def note_nothing(_tx: Transaction, _finished: Sequence[Finished]) -> None:
    return


@dataclass(slots=True)
class Lane_:
    clone: Clone
    database: Database
    provider: Provider
    worker: OutboxWorker

    async def queue(self, messages: int, *, lane: Lane = Lane.REPLY) -> OrganizationId:
        organization = add_organization(self.clone, f"org-{new_id()}")
        rows = [
            NewOutgoing(new_id(), new_id(), new_id(), lane, "reply", "{}", "{}", f"t{number}")
            for number in range(messages)
        ]
        async with self.database.transaction(organization) as tx:
            await enqueue(tx, rows)
        return organization

    async def turn(self, times: int) -> None:
        for _ in range(times):
            if self.worker.in_flight < IN_FLIGHT:
                await self.worker.run_once()
            await asyncio.sleep(0)


@pytest_asyncio.fixture
async def lane(database: Clone) -> AsyncIterator[Lane_]:
    async with connected(database.worker_dsn) as worker:
        provider = Provider()
        made = OutboxWorker(worker, number=0, gate=all_go, deliver=provider.deliver, settle=note_nothing)
        yield Lane_(database, worker, provider, made)
        provider.answers.set()
        await made.drain(10)


async def test_one_that_floods_a_slow_provider_leaves_room_for_who_comes_later(lane: Lane_) -> None:
    loud = await lane.queue(2 * IN_FLIGHT)
    await lane.turn(10)
    assert 0.7 * IN_FLIGHT <= lane.provider.calling[loud] <= 0.75 * IN_FLIGHT
    quiet = await lane.queue(3)
    await lane.turn(1)
    assert lane.provider.calling[quiet] == 3


async def test_a_crowd_that_floods_leaves_room_as_well(lane: Lane_) -> None:
    loud = [await lane.queue(IN_FLIGHT) for _ in range(5)]
    await lane.turn(30)
    calls = [lane.provider.calling[one] for one in loud]
    assert max(calls) - min(calls) <= 8, calls
    quiet = await lane.queue(3)
    await lane.turn(1)
    assert lane.provider.calling[quiet] == 3


async def test_a_long_line_is_not_before_somebody_elses_single_message(lane: Lane_) -> None:
    lane.provider.answers.set()
    loud = await lane.queue(1_000)
    quiet = await lane.queue(1)
    await lane.turn(1)
    await lane.worker.drain(10)
    assert quiet in lane.provider.took
    assert len(lane.provider.took) <= 33, "half of a claim is for others"
    assert loud in lane.provider.took


async def test_more_organizations_than_one_claim_looks_at_are_all_served(lane: Lane_) -> None:
    lane.provider.answers.set()
    waiting = [await lane.queue(2) for _ in range(150)]
    turns = 0
    while await lane.worker.run_once():
        await lane.worker.drain(10)
        turns += 1
        assert turns < 60
    assert Counter(lane.provider.took) == dict.fromkeys(waiting, 2)


async def test_those_that_must_wait_neither_hide_others_nor_keep_the_worker_turning(lane: Lane_) -> None:
    lane.provider.answers.set()
    for _ in range(70):
        await lane.queue(1)
    change(lane.clone, "update outbox set not_before = now() + interval '1 hour'")
    quiet = await lane.queue(1)
    change(lane.clone, "update outbox set organization_id = %s where organization_id = %s", UUID(int=2**128 - 1), quiet)
    turns = [await lane.worker.run_once() for _ in range(4)]
    await lane.worker.drain(10)
    assert lane.provider.took == [OrganizationId(UUID(int=2**128 - 1))]
    assert turns[-1] == 0 or turns[-2] == 0, "a round that finds nothing is a reason to rest"


async def test_replies_go_before_bulk_within_an_organization(lane: Lane_) -> None:
    organization = await lane.queue(100, lane=Lane.BULK)
    rows = [NewOutgoing(new_id(), new_id(), new_id(), Lane.REPLY, "reply", "{}", "{}", "r") for _ in range(3)]
    async with lane.database.transaction(organization) as tx:
        await enqueue(tx, rows)
    sent: list[int] = []

    async def deliver(row: Outgoing, _hold: object) -> Attempt:
        sent.append(row.lane)
        return Attempt(End.ACCEPTED)

    worker = OutboxWorker(lane.database, number=0, gate=all_go, deliver=deliver, settle=note_nothing)
    while await worker.run_once():
        await worker.drain(10)
    assert sent[:3] == [0, 0, 0]
    assert len(sent) == 103


@pytest.mark.parametrize("several", [1, 2, 5, 20])
def test_shares_settle_where_the_next_one_finds_places(several: int) -> None:
    names = [OrganizationId(UUID(int=number + 1)) for number in range(several)]
    under_way: Counter[OrganizationId] = Counter()
    for _ in range(IN_FLIGHT):
        for name in names:
            allowed = allowances(under_way, IN_FLIGHT)
            under_way[name] += min(1, allowed.of.get(name, allowed.others))
    free = IN_FLIGHT - sum(under_way.values())
    assert free >= IN_FLIGHT // (3 * several + 2)
    assert allowances(under_way, IN_FLIGHT).others >= max(under_way.values()) - 3


def test_a_walk_rests_after_a_round_that_found_nothing() -> None:
    walk, far = Walk(), UUID(int=9)
    assert walk.went(far, 0)
    assert walk.after == far
    assert not walk.went(None, 0)
    assert walk.went(far, 1)
    assert walk.went(None, 0), "it began behind the start and found something: from the start again"
    assert not walk.went(None, 0)
