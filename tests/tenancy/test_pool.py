"""Does a pooled connection ever remember the organization of its last user? (T17)"""

from __future__ import annotations

import asyncio
import random
from collections import Counter
from collections.abc import AsyncIterator

import asyncpg
import pytest

from recado.foundation.database import Database, DatabaseBusy, Row
from recado.foundation.identifiers import OrganizationId, new_id
from tests.support.postgres import Clone

ORGANIZATIONS, TASKS, POOL, SECONDS = 20, 200, 4, 4.0
# The one question of this test carries no organization: only the setting decides what it sees.
EVERY_NAME = "select name from contacts"
SEE = EVERY_NAME + " cross join (select pg_sleep($1)) as slowly"


@pytest.fixture
async def small_pool(module_database: Clone) -> AsyncIterator[Database]:
    # Waiting is no failure here: two hundred share four connections.
    found = await Database.connect(module_database.app_dsn, size=POOL, name="test-pool")
    found._acquire_timeout = 30.0
    yield found
    await found.close()


@pytest.fixture
async def canaries(module_database: Clone) -> dict[OrganizationId, str]:
    """One contact in each of twenty organizations; its name is found in no other."""
    found = {OrganizationId(new_id()): f"canary{number}" for number in range(ORGANIZATIONS)}
    owner = await asyncpg.connect(module_database.owner_dsn)
    await owner.execute("truncate contacts cascade")
    for id_, name in found.items():
        await owner.execute("insert into organizations (id, name, slug) values ($1, $2, $2)", id_, f"{name}-{id_.hex}")
        await owner.execute("insert into contacts (organization_id, id, name) values ($1, $2, $3)", id_, new_id(), name)
    await owner.close()
    return found


class Crowd:
    """What two hundred users of one pool saw."""

    def __init__(self, database: Database, canaries: dict[OrganizationId, str]) -> None:
        self._database = database
        self._canaries = canaries
        self.seen: Counter[str] = Counter()
        self.wrong: list[str] = []

    async def use(self, seed: int, until: float) -> None:
        """Ask again and again, as this organization or as none, and be cancelled at any moment of it."""
        dice = random.Random(seed)  # noqa: S311 - which moment, no secret
        while asyncio.get_running_loop().time() < until:
            asking = asyncio.create_task(self._ask(dice))
            if dice.random() < 0.35:
                await asyncio.sleep(dice.uniform(0, 0.05))
                asking.cancel()
            try:
                await asking
            except asyncio.CancelledError:
                self.seen["cancelled"] += 1
            except (asyncpg.DivisionByZeroError, DatabaseBusy) as error:
                self.seen[type(error).__name__] += 1

    async def _ask(self, dice: random.Random) -> None:
        organization = dice.choice([None, *self._canaries])
        async with self._database.transaction(organization) as tx:
            self._check(organization, await tx.fetch(SEE, dice.choice((0.0, 0.0, 0.002))))
            if dice.random() < 0.1:
                await tx.fetchval("select 1 / 0")
            if organization is not None and dice.random() < 0.2:
                other = dice.choice(list(self._canaries))
                await tx.enter(other)
                self._check(other, await tx.fetch(EVERY_NAME))

    def _check(self, organization: OrganizationId | None, rows: list[Row]) -> None:
        names = [row["name"] for row in rows]
        expected = [] if organization is None else [self._canaries[organization]]
        self.seen["nothing" if organization is None else "own"] += 1
        if names != expected:
            self.wrong.append(f"{expected} saw {names}")


@pytest.mark.slow
async def test_t17_two_hundred_tasks_of_twenty_organizations_see_their_own(
    small_pool: Database, canaries: dict[OrganizationId, str]
) -> None:
    crowd = Crowd(small_pool, canaries)
    until = asyncio.get_running_loop().time() + SECONDS
    await asyncio.gather(*(crowd.use(seed, until) for seed in range(TASKS)))

    assert crowd.wrong == []
    assert crowd.seen["own"] > 300
    assert crowd.seen["nothing"] > 10
    assert crowd.seen["cancelled"] > 50
    assert crowd.seen["DivisionByZeroError"] > 10


async def test_t17_after_any_end_of_a_transaction_the_connection_is_inside_no_organization(
    module_database: Clone, canaries: dict[OrganizationId, str]
) -> None:
    database = await Database.connect(module_database.app_dsn, size=1, name="test-one")
    organization = next(iter(canaries))
    try:
        async with database.transaction(organization) as tx:
            assert await tx.fetchval(EVERY_NAME) == canaries[organization]
        assert await without_organization(database) == []
        with pytest.raises(asyncpg.DivisionByZeroError):
            async with database.transaction(organization) as tx:
                await tx.fetchval("select 1 / 0")
        assert await without_organization(database) == []
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.1), database.transaction(organization) as tx:
                await tx.fetchval("select pg_sleep(5)")
        assert await without_organization(database) == []
        assert await database.execute_alone("update contacts set name = name") == "UPDATE 0"
    finally:
        await database.close()


async def without_organization(database: Database) -> list[object]:
    async with database.transaction(None) as tx:
        return list(await tx.fetch(EVERY_NAME))


async def test_t17_an_organization_is_an_id_and_nothing_else(module_database: Clone) -> None:
    database = await Database.connect(module_database.app_dsn, size=1, name="test-one")
    try:
        for invented in ("' or true --", "00000000-0000-0000-0000-000000000000", 7, object()):
            with pytest.raises((AttributeError, TypeError)):
                async with database.transaction(invented):  # type: ignore[arg-type]
                    pass
        assert await without_organization(database) == []
    finally:
        await database.close()


async def test_the_test_sees_a_setting_that_outlives_its_transaction(
    small_pool: Database, canaries: dict[OrganizationId, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same crowd over a pool that sets the organization for the whole session must be caught."""
    acquire = small_pool._acquire

    async def remembering() -> object:
        connection = await acquire()
        await connection.execute(f"set recado.organization_id = '{next(iter(canaries))}'")
        return connection

    monkeypatch.setattr(small_pool, "_acquire", remembering)
    crowd = Crowd(small_pool, canaries)
    until = asyncio.get_running_loop().time() + 0.5
    await asyncio.gather(*(crowd.use(seed, until) for seed in range(20)))

    assert crowd.wrong
