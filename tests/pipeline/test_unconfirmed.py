"""Where an answer is lost, do we say that we do not know, and does nobody get a message twice unflagged? (G01, 3.2)"""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from tests.pipeline.house import House, Organization
from tests.pipeline.wire import somebody
from tests.pipeline.world import World, open_world

TAKEN = ("cut_sent", "garbage", "html", "no_id", "500_sent", "hang")
"""Faults after which the provider has the message and we do not know it."""
NOT_TAKEN = ("cut", "hang_lost")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def world(opened: House, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[World]:
    folder: Path = tmp_path_factory.mktemp("simulator")
    async with open_world(opened, folder) as found:
        yield found


@pytest_asyncio.fixture(loop_scope="module")
async def office(world: World, house: House) -> AsyncIterator[Organization]:
    """An organization whose number lives on the simulator."""
    clinic = await house.organization(graph_url=world.graph_url)
    await world.declare(clinic)
    yield clinic
    await world.control("DELETE", "faults")
    await world.control("DELETE", f"accounts/{clinic.account}")


async def sent_with(world: World, office: Organization, **fault: Any) -> tuple[Any, str]:
    """Let the person write, then send one message into a fault; the person and the message."""
    house, ana = world.house, somebody()
    await world.says(office, ana.phone, "oi")

    async def greeted() -> bool:
        return [row["status"] for row in await world.shown(office, ana.phone)] == ["read", "read"] or (
            len(await world.taken(ana.phone)) == 2 and not await house.rows("select from outbox")
        )

    await house.until(greeted)
    await world.control("POST", "faults", {"count": 1, "account": office.account, **fault}, expect=201)
    message = await office.send(ana, "Sua consulta é às 15h", settle=False)
    await house.outbox.run_once()
    await house.outbox.drain(30)
    return ana, message


@pytest.mark.parametrize("kind", TAKEN)
async def test_f04_what_was_taken_is_settled_by_its_mark(world: World, office: Organization, kind: str) -> None:
    house = world.house
    ana, message = await sent_with(world, office, kind=kind, delay_s=0.3)
    assert (await office.message(ana, message))["status"] == "unconfirmed"

    async def arrived() -> bool:
        return (await office.message(ana, message))["status"] in ("delivered", "read")

    await house.until(arrived)
    await house.rows("update outbox set unconfirmed_at = now() - interval '1 hour' where state = 'unconfirmed'")
    await house.settle(sweeps=True)
    assert len([row for row in await world.taken(ana.phone) if "15h" in row["text"]]) == 1
    assert (await office.message(ana, message))["possible_duplicate"] is False
    assert await house.rows("select id from outbox where organization_id = %s", office.id) == []


@pytest.mark.parametrize("kind", NOT_TAKEN)
async def test_f05_what_was_not_taken_is_sent_once_more_and_flagged(
    world: World, office: Organization, kind: str
) -> None:
    house = world.house
    ana, message = await sent_with(world, office, kind=kind, delay_s=0.3)
    assert (await office.message(ana, message))["status"] == "unconfirmed"
    await house.rows("update outbox set unconfirmed_at = now() + interval '1 hour' where state = 'unconfirmed'")
    await house.settle(sweeps=True)
    assert [row for row in await world.taken(ana.phone) if "15h" in row["text"]] == [], "the wait is not over"
    await house.rows("update outbox set unconfirmed_at = now() where state = 'unconfirmed'")

    async def arrived() -> bool:
        return (await office.message(ana, message))["status"] in ("delivered", "read")

    await house.until(arrived, sweeps=True)
    assert len([row for row in await world.taken(ana.phone) if "15h" in row["text"]]) == 1
    assert (await office.message(ana, message))["possible_duplicate"] is True


async def test_taken_but_its_statuses_are_lost_the_person_gets_two_and_we_say_so(
    world: World, office: Organization
) -> None:
    house = world.house
    await world.control("POST", "habits", {"sent_ms": [60_000, 60_000], "early_status_share": 0})
    try:
        ana, message = await sent_with(world, office, kind="cut_sent")

        async def sent_again() -> bool:
            return len([row for row in await world.taken(ana.phone) if "15h" in row["text"]]) == 2

        await house.until(sent_again, sweeps=True)
        await house.settle(sweeps=True)
        shown = await office.message(ana, message)
        assert (shown["status"], shown["possible_duplicate"]) == ("accepted", True)
        marks = {row["token"] for row in await world.taken(ana.phone) if "15h" in row["text"]}
        assert len(marks) == 1
    finally:
        await world.control("POST", "habits", {"preset": "perfect"})


async def test_lost_twice_it_stays_unconfirmed_and_is_never_sent_again(world: World, office: Organization) -> None:
    house = world.house
    ana, message = await sent_with(world, office, kind="cut", count=2)

    async def given_up() -> bool:
        return not await house.rows("select id from outbox where organization_id = %s", office.id)

    await house.until(given_up, sweeps=True)
    shown = await office.message(ana, message)
    assert (shown["status"], shown["possible_duplicate"]) == ("unconfirmed", True)
    assert [row for row in await world.taken(ana.phone) if "15h" in row["text"]] == []


@pytest.mark.parametrize(("attempt", "goes"), [(2, True), (5, False)])
async def test_a_reply_is_sent_again_while_only_workers_died_with_it(
    world: World, office: Organization, attempt: int, goes: bool
) -> None:
    house, ana = world.house, somebody()
    await world.says(office, ana.phone, "oi")

    async def greeted() -> bool:
        return len(await world.taken(ana.phone)) == 2 and not await house.rows("select from outbox")

    await house.until(greeted)
    message = await office.send(ana, "Sua consulta é às 15h", settle=False)
    await house.rows(
        """update outbox set state = 'dispatching', resent = true, attempt = %s, worker = 2000000000,
                             dispatched_at = now() - interval '10 seconds' where id = %s returning id""",
        attempt, message,
    )  # fmt: skip

    async def over() -> bool:
        return not await house.rows("select id from outbox where organization_id = %s", office.id)

    await house.until(over, sweeps=True)
    assert len([row for row in await world.taken(ana.phone) if "15h" in row["text"]]) == int(goes)
    assert ((await office.message(ana, message))["status"] == "unconfirmed") is not goes


async def test_an_answer_with_a_wrong_id_is_corrected_by_the_mark(world: World, office: Organization) -> None:
    ana, message = await sent_with(world, office, kind="wrong_id")

    async def arrived() -> bool:
        return (await office.message(ana, message))["status"] in ("delivered", "read")

    await world.house.until(arrived)
    assert len([row for row in await world.taken(ana.phone) if "15h" in row["text"]]) == 1


async def test_the_next_message_does_not_wait_for_one_in_doubt(world: World, office: Organization) -> None:
    ana, message = await sent_with(world, office, kind="cut")
    await office.send(ana, "Confirma?")
    texts = [row["text"] for row in await world.taken(ana.phone)]
    assert texts[-1] == "Confirma?"
    assert (await office.message(ana, message))["status"] == "unconfirmed"


async def test_f43_a_worker_that_wakes_late_changes_nothing(house: House, office: Organization, world: World) -> None:
    """Its lease ran out, somebody else sent the message and wrote it down; then its own answer arrives."""
    from recado.channels.models import Outcome, SendResult
    from recado.foundation.lanes.models import Attempt, End, Finished
    from recado.foundation.lanes.outbox import CLAIM_OF, _outgoing

    ana = somebody()
    await world.says(office, ana.phone, "oi")

    async def greeted() -> bool:
        return len(await world.taken(ana.phone)) == 2

    await house.until(greeted)
    message = await office.send(ana, "uma vez", settle=False)
    async with house.worker.transaction(None) as tx:
        late = next(_outgoing(row) for row in await tx.fetch(CLAIM_OF, 64, office.id) if str(row["id"]) == message)
    await house.settle()
    before = await office.message(ana, message)
    stale = Attempt(End.FAILED, SendResult(Outcome.NOT_ACCEPTED))
    house.outbox._record(Finished(late, stale))
    house.outbox._record(Finished(late, Attempt(End.AGAIN, SendResult(Outcome.NOT_ACCEPTED))))
    await house.outbox.drain(10)
    assert (await office.message(ana, message))["status"] == before["status"] != "failed"
    assert await house.rows("select id from outbox where organization_id = %s", office.id) == []
