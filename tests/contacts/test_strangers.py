"""Does a new person become one contact, in however many forms and places they arrive at one moment?"""

from __future__ import annotations

import asyncio
import contextlib

import pytest

from recado.contacts import service
from recado.contacts.models import Seen
from recado.foundation.database import Database
from recado.foundation.identifiers import OrganizationId
from tests.support.jobs import add_organization, connected, rows
from tests.support.postgres import Clone

LONG, SHORT = Seen(phone="5511987654321", name="Ana"), Seen(phone="551187654321", name="Ana")
"""One Brazilian mobile with the ninth digit and without."""
COUNTS = "select (select count(*) from contacts), (select count(*) from contact_addresses)"


async def recognised(database: Database, organization: OrganizationId, *people: Seen) -> list[object]:
    async with database.transaction(organization) as tx:
        found = await service.recognise(tx, people)
        await asyncio.sleep(0.01)
    return [one.id for one in found]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (LONG, SHORT),
        (SHORT, LONG),
        (LONG, LONG),
        (Seen(phone="5511987654321", bsuid="BR.1"), Seen(bsuid="BR.1")),
    ],
)
async def test_two_forms_of_a_stranger_at_one_moment_are_one_person(database: Clone, first: Seen, second: Seen) -> None:
    organization = add_organization(database)
    async with connected(database.worker_dsn) as one, connected(database.worker_dsn) as other:
        async with one.transaction(organization) as tx:
            (mine,) = await service.recognise(tx, [first])
            theirs = asyncio.create_task(recognised(other, organization, second))
            done, _ = await asyncio.wait([theirs], timeout=0.3)
            assert not done, "it must wait until the other has committed"
        assert await theirs == [mine.id]
    assert rows(database, COUNTS)[0][0] == 1


async def test_when_the_first_one_fails_the_second_makes_the_person(database: Clone) -> None:
    organization = add_organization(database)
    async with connected(database.worker_dsn) as one, connected(database.worker_dsn) as other:
        with contextlib.suppress(ZeroDivisionError):
            async with one.transaction(organization) as tx:
                await service.recognise(tx, [LONG])
                theirs = asyncio.create_task(recognised(other, organization, SHORT))
                await asyncio.sleep(0.1)
                raise ZeroDivisionError
        await theirs
    assert rows(database, COUNTS) == [(1, 1)]


async def test_many_at_once_in_any_order_wait_for_each_other_without_a_deadlock(database: Clone) -> None:
    organization = add_organization(database)
    numbers = [f"8765{number:04}" for number in range(30)]
    long = [Seen(phone=f"55119{number}") for number in numbers]
    short = [Seen(phone=f"5511{number}") for number in reversed(numbers)]
    async with connected(database.worker_dsn) as one, connected(database.worker_dsn) as other:
        found = await asyncio.gather(
            *(recognised(place, organization, *people) for place in (one, other) for people in (long, short))
        )
    assert found[0] == found[2] == found[1][::-1] == found[3][::-1]
    assert rows(database, COUNTS) == [(30, 60)]


async def test_another_organization_does_not_wait(database: Clone) -> None:
    mine, theirs = add_organization(database), add_organization(database, "outra")
    places = connected(database.worker_dsn), connected(database.worker_dsn)
    async with places[0] as one, places[1] as other, one.transaction(mine) as tx:
        await service.recognise(tx, [LONG])
        await asyncio.wait_for(recognised(other, theirs, SHORT), 2)


async def test_who_is_known_takes_no_lock(database: Clone) -> None:
    organization = add_organization(database)
    async with connected(database.worker_dsn) as one:
        await recognised(one, organization, LONG)
        async with one.transaction(organization) as tx:
            await service.recognise(tx, [SHORT, LONG])
            assert (
                await tx.fetchval(
                    "select count(*) from pg_locks where locktype = 'advisory' and pid = pg_backend_pid()"
                )
                == 0
            )
