"""Is what a flow asks of the outside asked as often as its author allows, and its answer heard once, whatever breaks?"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Iterator
from typing import Any

import pytest
import pytest_asyncio

from recado.flows.performers import ANSWER_ASK
from recado.flows.tasks.answer_asks import OF_ONE_ORGANIZATION, AnswerAsk
from recado.foundation import failpoints
from recado.foundation.clock import system_clock
from recado.foundation.egress.client import open_egress
from recado.foundation.egress.policy import Policy
from recado.foundation.egress.urls import read_origin
from tests.pipeline.house import House, Organization
from tests.pipeline.stranger import Stranger, asking, serving
from tests.pipeline.wire import Person, somebody
from tests.support.jobs import running


@pytest_asyncio.fixture(loop_scope="module")
async def stranger() -> AsyncIterator[Stranger]:
    async with serving() as found:
        yield found


@contextlib.asynccontextmanager
async def answering(house: House, stranger: Stranger) -> AsyncIterator[None]:
    """Have asks answered meanwhile, as a worker does."""
    egress = open_egress(Policy(exceptions=frozenset({read_origin(stranger.base)})))
    handler = AnswerAsk(egress, system_clock, house.built.key)
    async with running(house.worker, house.clone, {ANSWER_ASK: handler}):
        yield
    await egress.close()


async def told(house: House, clinic: Organization, person: Person, count: int = 2) -> list[str]:
    async def enough() -> bool:
        return len(clinic.told(person)) >= count

    await house.until(enough, 30)
    return clinic.told(person)


@pytest.fixture(autouse=True)
def _no_failpoints() -> Iterator[None]:
    yield
    failpoints.configure("")


async def test_an_answer_from_outside_comes_back_as_an_input_of_the_chat(house: House, stranger: Stranger) -> None:
    clinic, ana = await house.organization(flow=asking(stranger.base)), somebody()
    async with answering(house, stranger):
        await clinic.hears(ana, "oi")
        assert await told(house, clinic, ana) == ["Achei Rex", "Mais?"]
    assert await house.rows("select count(*) from timers where organization_id = %s", clinic.id) == [(0,)]
    assert await house.rows("select count(*) from asks where organization_id = %s", clinic.id) == [(0,)]
    ((method, _, key),) = stranger.asked
    assert method == "GET"
    assert len(key) == 36


async def test_no_lock_and_no_connection_is_held_while_the_outside_thinks(house: House, stranger: Stranger) -> None:
    clinic, ana, bia = await house.organization(flow=asking(stranger.base)), somebody(), somebody()
    stranger.pause_s = 1.0
    async with answering(house, stranger):
        await clinic.hears(ana, "oi")
        while not stranger.asked:
            await asyncio.sleep(0.02)
        await clinic.hears(ana, "alô?")
        assert clinic.told(ana) == []
        stranger.pause_s = 0.0
        await clinic.hears(bia, "oi")
        assert await told(house, clinic, ana) == ["Achei Rex", "Mais?"]
        assert await told(house, clinic, bia) == ["Achei Rex", "Mais?"]


@pytest.mark.parametrize(
    ("method", "retries", "answers", "asked", "says"),
    [
        ("get", 2, [(503, {}), (0, None), (200, {"nome": "Rex"})], 3, "Achei Rex"),
        ("get", 1, [(500, {}), (502, {}), (200, {"nome": "Rex"})], 2, "Não deu"),
        ("get", 0, [(503, {}), (200, {"nome": "Rex"})], 1, "Não deu"),
        ("post", 0, [(0, None), (200, {"nome": "Rex"})], 1, "Não deu"),
        ("post", 1, [(0, None), (200, {"nome": "Rex"})], 2, "Achei Rex"),
        ("get", 3, [(404, {}), (200, {"nome": "Rex"})], 1, "Não deu"),
    ],
)
async def test_the_outside_is_asked_as_often_as_the_author_allows(
    house: House, stranger: Stranger, method: str, retries: int, answers: list[Any], asked: int, says: str
) -> None:
    clinic = await house.organization(flow=asking(stranger.base, method=method, retries=retries))
    stranger.answers, ana = answers, somebody()
    async with answering(house, stranger):
        await clinic.hears(ana, "oi")
        assert (await told(house, clinic, ana))[0] == says
    assert len(stranger.asked) == asked
    assert len({key for _, _, key in stranger.asked}) == 1, "each attempt carries the same key"


@pytest.mark.parametrize(
    ("method", "where", "asked", "says"),
    [
        ("get", "asks.called", 2, "Achei Rex"),
        ("post", "asks.called", 1, "Não deu"),
        ("post", "asks.answered", 1, "Achei Rex"),
        *(
            pytest.param(*one, marks=pytest.mark.nightly)
            for one in (
                ("get", "asks.begun", 1, "Achei Rex"),
                ("get", "asks.before_commit", 2, "Achei Rex"),
                ("get", "asks.answered", 1, "Achei Rex"),
                ("post", "asks.before_commit", 1, "Não deu"),
            )
        ),
    ],
)
async def test_a_call_that_breaks_off_is_repeated_only_where_that_does_no_harm(
    house: House, stranger: Stranger, method: str, where: str, asked: int, says: str
) -> None:
    clinic, ana = await house.organization(flow=asking(stranger.base, method=method)), somebody()
    failpoints.configure(f"{where}:raise")
    async with answering(house, stranger):
        await clinic.hears(ana, "oi")
        assert await told(house, clinic, ana) == [says, "Mais?"]
    assert len(stranger.asked) == asked
    turns = await house.rows("select turn_id from turns where organization_id = %s order by 1", clinic.id)
    assert turns == [(1,), (2,)]


async def test_nobody_waits_for_ever_for_an_answer(house: House, stranger: Stranger) -> None:
    clinic, ana = await house.organization(flow=asking(stranger.base)), somebody()
    await clinic.hears(ana, "oi")
    house.clock.passes(minutes=10)
    await house.settle()
    assert clinic.told(ana) == ["Não deu", "Mais?"]
    async with answering(house, stranger):
        await asyncio.sleep(0.5)
        await house.settle()
    assert clinic.told(ana) == ["Não deu", "Mais?"]
    assert stranger.asked == [], "nobody waits for it any more"


async def test_an_answer_is_held_while_a_person_answers(house: House, stranger: Stranger) -> None:
    clinic, ana = await house.organization(flow=asking(stranger.base), bot_returns=None), somebody()
    await clinic.hears(ana, "oi")
    await clinic.act(ana, "take")

    async def held() -> bool:
        query = "select count(*) from timers where organization_id = %s and held_since is not null"
        return await house.rows(query, clinic.id) == [(1,)]

    async with answering(house, stranger):
        await house.until(held, 6)
    assert clinic.told(ana) == []
    await clinic.act(ana, "hand-back")
    house.clock.passes(minutes=2)
    await house.settle()
    assert clinic.told(ana) == ["Achei Rex", "Mais?"]


async def test_one_organization_with_slow_addresses_leaves_room_for_others(house: House, stranger: Stranger) -> None:
    slow, quick = (
        await house.organization(flow=asking(stranger.base)),
        await house.organization(flow=asking(stranger.base)),
    )
    stranger.pause_s = 1.5
    async with answering(house, stranger):
        for _ in range(30):
            await slow.hears(somebody(), "oi", settle=False)
        await house.settle()
        while stranger.under_way < OF_ONE_ORGANIZATION:
            await asyncio.sleep(0.02)
        await asyncio.sleep(0.3)
        assert stranger.under_way == OF_ONE_ORGANIZATION
        stranger.pause_s, ana = 0.0, somebody()
        await quick.hears(ana, "oi")
        assert await told(house, quick, ana) == ["Achei Rex", "Mais?"]
    assert stranger.most_under_way <= OF_ONE_ORGANIZATION + 1
