"""Does a flow that waits go on at its moment, once, and only where it may?"""

from __future__ import annotations

import asyncio
import contextlib
from typing import Any

import pytest

from recado.foundation import failpoints
from recado.foundation.failpoints import FailpointHit
from tests.pipeline.house import House, Organization
from tests.pipeline.wire import Person, somebody

REMINDER: dict[str, Any] = {
    "format": 1,
    "id": "lembrete",
    "name": "Lembrete",
    "entry": "start",
    "variables": {"x": {"label": "Texto"}},
    "nodes": {
        "start": {"type": "start", "exits": {"next": "first"}},
        "first": {"type": "message", "options": {"text": "Já volto"}, "exits": {"next": "pause"}},
        "pause": {"type": "wait", "options": {"amount": 3, "unit": "hours"}, "exits": {"next": "ask"}},
        "ask": {
            "type": "question",
            "options": {"text": "Voltei, {{ contact.first_name }}. Tudo bem?", "kind": "text", "variable": "x"},
            "exits": {"next": "bye"},
        },
        "bye": {"type": "message", "options": {"text": "Anotei: {{ x }}"}},
    },
}


def waiting(**options: Any) -> dict[str, Any]:
    """The reminder with another wait."""
    nodes = {**REMINDER["nodes"], "pause": {**REMINDER["nodes"]["pause"], "options": options}}
    return {**REMINDER, "nodes": nodes}


async def timers(house: House, clinic: Organization) -> list[tuple[Any, ...]]:
    return await house.rows(
        "select kind, state, held_since is not null from timers where organization_id = %s order by id", clinic.id
    )


async def session(house: House, clinic: Organization) -> tuple[Any, ...]:
    ((status, node),) = await house.rows("select status, node from sessions where organization_id = %s", clinic.id)
    return status, node


@pytest.fixture(autouse=True)
def _no_failpoints() -> Any:
    yield
    failpoints.configure("")


async def test_a_flow_goes_on_by_itself_at_its_moment_and_once(house: House) -> None:
    clinic, ana = await house.organization(flow=REMINDER), somebody()
    await clinic.hears(ana, "oi")
    assert clinic.told(ana) == ["Já volto"]
    assert await timers(house, clinic) == [("flow_timer", "waiting", False)]
    house.clock.passes(hours=2, minutes=59)
    await house.settle()
    assert clinic.told(ana) == ["Já volto"]
    house.clock.passes(minutes=1)
    await house.settle()
    assert clinic.told(ana)[1:] == [f"Voltei, {ana.name.split()[0]}. Tudo bem?"]
    assert await timers(house, clinic) == []
    house.clock.passes(hours=9)
    await house.settle()
    assert len(clinic.told(ana)) == 2
    await clinic.hears(ana, "tudo ótimo")
    assert clinic.told(ana)[2:] == ["Anotei: tudo ótimo"]


async def test_a_wait_of_26_hours_ends_after_the_window_and_what_it_says_is_refused_with_the_reason(
    house: House,
) -> None:
    clinic, ana = await house.organization(flow=waiting(amount=26, unit="hours")), somebody()
    await clinic.hears(ana, "oi")
    house.clock.passes(hours=26, seconds=1)
    await house.settle()
    assert clinic.told(ana) == ["Já volto"]
    (line,) = await clinic.thread(ana, status="failed")
    assert (line["text"], line["failure"]["code"]) == (f"Voltei, {ana.name.split()[0]}. Tudo bem?", "window_closed")
    ((problems,),) = await house.rows(
        "select problems from turns where organization_id = %s and turn_id = 2", clinic.id
    )
    assert problems == [{"code": "not_sent", "severity": "error", "node": "ask", "data": {"reason": "window_closed"}}]
    assert await session(house, clinic) == ("waiting", "ask")


async def test_a_message_meanwhile_neither_loses_nor_hastens_the_timer(house: House) -> None:
    clinic, ana = await house.organization(flow=REMINDER), somebody()
    await clinic.hears(ana, "oi")
    house.clock.passes(hours=1)
    await clinic.hears(ana, "e aí?")
    assert clinic.told(ana) == ["Já volto"]
    house.clock.passes(hours=2)
    await house.settle()
    assert len(clinic.told(ana)) == 2


async def test_a_message_that_ends_the_wait_withdraws_the_timer(house: House) -> None:
    flow = waiting(amount=3, unit="hours", on_message="leave")
    flow["nodes"]["pause"]["exits"] = {"next": "ask", "replied": "bye"}
    clinic, ana = await house.organization(flow=flow), somebody()
    await clinic.hears(ana, "oi")
    await clinic.hears(ana, "já respondi")
    assert clinic.told(ana)[1:] == ["Anotei:"]
    assert await timers(house, clinic) == []
    house.clock.passes(hours=4)
    await house.settle()
    assert len(clinic.told(ana)) == 2


async def test_a_message_and_the_timer_of_one_moment_are_both_heard_in_their_order(house: House) -> None:
    clinic, ana = await house.organization(flow=REMINDER), somebody()
    await clinic.hears(ana, "oi")
    house.clock.passes(hours=3)
    assert await house.timers.run_once() == 1
    await clinic.hears(ana, "minha resposta", settle=False)
    await house.settle()
    assert clinic.told(ana)[2:] == ["Anotei: minha resposta"]


async def test_a_session_that_waits_longer_than_it_may_be_idle_does_not_end_meanwhile(house: House) -> None:
    clinic, ana = await house.organization(flow=waiting(amount=3, unit="days")), somebody()
    await clinic.hears(ana, "oi")
    house.clock.passes(days=2, hours=12)
    await clinic.hears(ana, "ainda aí?")
    assert clinic.told(ana) == ["Já volto"]
    house.clock.passes(hours=12)
    await house.settle()
    assert len(clinic.told(ana)) == 2


async def test_while_a_person_answers_the_flow_is_held_and_goes_on_once_they_are_done(house: House) -> None:
    clinic, ana = await house.organization(flow=REMINDER, bot_returns=None), somebody()
    await clinic.hears(ana, "oi")
    await clinic.act(ana, "take")
    house.clock.passes(hours=3)
    await house.settle()
    assert clinic.told(ana) == ["Já volto"]
    assert await timers(house, clinic) == [("flow_timer", "waiting", True)]
    house.clock.passes(hours=1)
    await house.settle()
    await clinic.act(ana, "hand-back")
    house.clock.passes(minutes=1)
    await house.settle()
    assert len(clinic.told(ana)) == 2
    assert (await session(house, clinic))[1] == "ask"


async def test_a_bot_that_may_return_takes_up_its_wait_by_itself(house: House) -> None:
    clinic, ana = await house.organization(flow=REMINDER, bot_returns=60), somebody()
    await clinic.hears(ana, "oi")
    await clinic.act(ana, "take")
    house.clock.passes(hours=3)
    await house.settle()
    assert len(clinic.told(ana)) == 2
    assert (await clinic.conversation(ana))["answerer"] == "flow"


async def test_what_a_person_keeps_for_a_week_is_given_up_and_nobody_is_left_with_a_dead_bot(house: House) -> None:
    clinic, ana = await house.organization(flow=REMINDER, bot_returns=None), somebody()
    await clinic.hears(ana, "oi")
    await clinic.act(ana, "take")
    house.clock.passes(hours=3)
    await house.settle()
    house.clock.passes(days=7)
    await house.settle()
    assert await timers(house, clinic) == []
    assert (await session(house, clinic))[0] == "expired"
    await clinic.act(ana, "hand-back")
    await clinic.hears(ana, "oi de novo")
    assert clinic.told(ana) == ["Já volto", "Já volto"]


@pytest.mark.parametrize("how", ["close", "opt_out"])
async def test_who_has_left_hears_nothing_more(house: House, how: str) -> None:
    clinic, ana = await house.organization(flow=REMINDER), somebody()
    await clinic.hears(ana, "oi")
    if how == "close":
        await clinic.act(ana, "close")
    else:
        await clinic.hears(ana, "parar")
    before = clinic.told(ana)
    house.clock.passes(hours=3)
    await house.settle()
    assert clinic.told(ana) == before
    assert await timers(house, clinic) == []
    assert (await session(house, clinic))[0] == "expired"


@pytest.mark.parametrize("where", ["timers.fired", "timers.before_commit", "timers.after_commit"])
async def test_a_round_that_breaks_off_fires_nothing_twice_and_loses_nothing(house: House, where: str) -> None:
    clinic, ana = await house.organization(flow=REMINDER), somebody()
    await clinic.hears(ana, "oi")
    house.clock.passes(hours=3)
    failpoints.configure(f"{where}:raise")
    assert await house.timers.run_once() == 0
    failpoints.configure("")
    await house.settle()
    await house.settle()
    assert len(clinic.told(ana)) == 2


@pytest.mark.parametrize("where", ["turn.before_commit", "turn.after_commit", "desk.before_commit"])
async def test_a_turn_of_a_timer_that_breaks_off_is_played_once(house: House, where: str) -> None:
    clinic, ana = await house.organization(flow=REMINDER), somebody()
    await clinic.hears(ana, "oi")
    house.clock.passes(hours=3)
    assert await house.timers.run_once() == 1
    failpoints.configure(f"{where}:raise")
    with contextlib.suppress(FailpointHit):
        await house.inbox.run_once()
    failpoints.configure("")
    house.clock.passes(seconds=2)
    await house.until(lambda: _told(clinic, ana, 2))
    assert len(clinic.told(ana)) == 2
    turns = await house.rows("select turn_id from turns where organization_id = %s order by 1", clinic.id)
    assert turns == [(1,), (2,)]


async def _told(clinic: Organization, person: Person, count: int) -> bool:
    return len(clinic.told(person)) >= count


@pytest.mark.nightly
async def test_a_thousand_of_one_moment_come_in_portions_and_a_message_does_not_stand_behind_them(house: House) -> None:
    clinic = await house.organization(flow=REMINDER)
    people = [somebody() for _ in range(300)]
    for person in people:
        await clinic.hears(person, "oi", settle=False)
    await house.settle()
    house.clock.passes(hours=3)
    assert await house.timers.run_once() == 128
    assert await house.timers.run_once() == 0, "no more are under way at a time"
    new = somebody()
    await clinic.hears(new, "oi", settle=False)
    for _ in range(4):
        await house.inbox.run_once()
    await house.outbox.run_once()
    await house.outbox.drain(30)
    assert await house.rows(
        "select count(*) from inbox where organization_id = %s and kind = 'message'", clinic.id
    ) == [(0,)], "the message has had its turn long before the rest of the three hundred"
    await house.settle()
    assert [len(clinic.told(person)) for person in people] == [2] * 300


async def test_several_workers_at_once_fire_each_timer_once(house: House) -> None:
    clinic, people = await house.organization(flow=REMINDER), [somebody() for _ in range(60)]
    for person in people:
        await clinic.hears(person, "oi", settle=False)
    await house.settle()
    house.clock.passes(hours=3)
    fired = await asyncio.gather(*(house.timers.run_once() for _ in range(4)))
    assert sum(fired) == 60
    await house.settle()
    assert [len(clinic.told(person)) for person in people] == [2] * 60


async def test_another_organization_with_much_due_delays_nobody(house: House) -> None:
    busy, quiet = await house.organization(flow=REMINDER), await house.organization(flow=REMINDER)
    for _ in range(150):
        await busy.hears(somebody(), "oi", settle=False)
    await house.settle()
    ana = somebody()
    await quiet.hears(ana, "oi")
    house.clock.passes(hours=3)
    assert await house.timers.run_once() == 129
    await house.settle()
    assert len(quiet.told(ana)) == 2
