"""Does an input that nobody can handle stop anything but itself? (architecture 3.8)"""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass
from itertools import repeat
from typing import Any

import pytest
import pytest_asyncio

from recado.conversations.events import MessageReceived
from recado.conversations.service.desk import Desk
from recado.conversations.service.ports import Ports, TurnListener
from recado.foundation.database import Transaction
from recado.foundation.lanes.inbox import InboxWorker, Share
from recado.foundation.lanes.models import Input, partition_of
from tests.pipeline import wire
from tests.pipeline.house import House, Organization
from tests.pipeline.wire import somebody

POISON = "veneno"


class Broken(RuntimeError):
    """A bug of ours."""


@dataclass(slots=True)
class Listener:
    """The real listener, with a bug: one text breaks it for as long as `poisoned`."""

    real: TurnListener
    poisoned: bool = True
    runs: int = 0

    async def __call__(self, tx: Transaction, desk: Desk, received: Sequence[MessageReceived]) -> None:
        await self.real(tx, desk, received)
        if self.poisoned and any(one.arrived.text == POISON for one in received):
            self.runs += len(received) == 1
            raise Broken("não sei ler isto")


@pytest_asyncio.fixture(loop_scope="module")
async def listener(house: House) -> AsyncIterator[Listener]:
    """Put the bug in."""
    handler: Any = house.inbox._handler
    before: Ports = handler.ports
    bug = Listener(before.on_messages)
    changed: Callable[..., Ports] = type(before)
    house.inbox._handler = type(handler)(changed(before.adapters, before.clock, before.key, bug))
    yield bug
    house.inbox._handler = handler


async def rush(house: House) -> None:
    """Let the pauses between attempts be over."""
    await house.rows("update inbox set ready_at = '-infinity' where ready_at > now()")


async def test_three_attempts_then_dead_and_the_rest_goes_on(
    house: House, clinic: Organization, listener: Listener
) -> None:
    ana, neighbours = somebody(), [somebody() for _ in range(20)]
    for number, who in enumerate(neighbours):
        await clinic.hears(who, "oi", settle=False)
        if number == 10:
            for said in ("oi", POISON, "depois"):
                await clinic.hears(ana, said, settle=False)
    await house.settle()
    assert all(clinic.told(who) == ["Oi", "B ."] for who in neighbours)
    assert clinic.told(ana) == ["Oi", "B ."], "what came after waits for its turn"
    tried, later = await house.rows("select attempts from inbox where kind = 'message' order by seq")
    assert tried[0] in {1, 2}, "a slow round may last longer than the first pause"
    assert later == (0,)
    for _ in range(2):
        await rush(house)
        await house.settle()
    assert clinic.told(ana) == ["Oi", "B .", "A depois", "B depois."]
    (letter,) = await clinic.dead_letters()
    assert (letter["kind"], letter["attempts"], letter["cause"]) == ("message", 3, "Broken: não sei ler isto")
    assert await house.rows("select count(*) from inbox") == [(0,)]
    assert [line["text"] for line in await clinic.thread(ana, direction="in")] == ["oi", "depois"]


async def test_a_chat_that_waits_holds_up_nobody_behind_it(
    house: House, clinic: Organization, listener: Listener
) -> None:
    """Its rows are more than a batch reads of their partition, and somebody else's stand behind them."""
    ana = somebody()
    place = partition_of(clinic.id, clinic.channel, ana.bsuid)
    bia = next(
        who for who in map(somebody, repeat("Bia")) if partition_of(clinic.id, clinic.channel, who.bsuid) == place
    )
    await clinic.hears(ana, POISON)
    more = [wire.text(ana, f"depois {number}", at=house.clock()) for number in range(300)]
    await clinic.deliver(wire.delivery(clinic.account, *more), settle=False)
    await clinic.hears(bia, "oi", settle=False)
    await house.rows("update inbox set ready_at = ready_at + interval '1 minute' where ready_at > '-infinity'")
    await house.settle()
    assert clinic.told(bia) == ["Oi", "B ."]
    assert clinic.told(ana) == []
    await house.rows("delete from inbox where organization_id = %s", clinic.id)


async def test_once_the_bug_is_gone_a_person_sends_it_back(
    house: House, clinic: Organization, listener: Listener
) -> None:
    ana = somebody()
    await clinic.hears(ana, "oi")
    await clinic.hears(ana, POISON)
    for _ in range(2):
        await rush(house)
        await house.settle()
    (letter,) = await clinic.dead_letters()
    await clinic.api("POST", f"/dead-letters/{letter['id']}/retry", {}, expect=204)
    await clinic.api("POST", f"/dead-letters/{letter['id']}/retry", {}, expect=404)
    listener.poisoned = False
    await house.settle()
    assert clinic.told(ana)[2:] == [f"A {POISON}", f"B {POISON}."]
    assert await clinic.dead_letters() == []


async def test_still_broken_it_dies_again(house: House, clinic: Organization, listener: Listener) -> None:
    await clinic.hears(somebody(), POISON)
    for _ in range(2):
        await rush(house)
        await house.settle()
    (letter,) = await clinic.dead_letters()
    await clinic.api("POST", f"/dead-letters/{letter['id']}/retry", {}, expect=204)
    for _ in range(3):
        await house.settle()
        await rush(house)
    (again,) = await clinic.dead_letters()
    assert again["id"] != letter["id"]
    await clinic.api("POST", f"/dead-letters/{again['id']}/dismiss", {}, expect=204)
    assert await clinic.dead_letters() == []


class Died(BaseException):
    """The process is gone: nothing below can catch it."""


async def test_what_kills_the_process_kills_three_and_no_more(house: House, clinic: Organization) -> None:
    """Each start is a new worker; the others' messages are handled meanwhile, the poison is shown."""
    real: Any = house.inbox._handler
    ana, others = somebody(), [somebody() for _ in range(6)]
    for who in (*others[:3], ana, *others[3:]):
        await clinic.hears(who, POISON if who is ana else "oi", settle=False)

    async def deadly(tx: Transaction, inputs: Sequence[Input]) -> None:
        await real(tx, inputs)
        if any(POISON in item.payload for item in inputs):
            raise Died

    deaths = 0
    for _ in range(8):
        worker = InboxWorker(house.worker, deadly, share=Share(), on_dead=lambda *_: None)
        try:
            while await worker.run_once():
                pass
        except Died:
            deaths += 1
    assert deaths == 3
    await house.settle()
    (letter,) = await clinic.dead_letters()
    assert letter["cause"].startswith("Crashed: ")
    assert all(clinic.told(who) == ["Oi", "B ."] for who in others)
    await clinic.api("POST", f"/dead-letters/{letter['id']}/retry", {}, expect=204)
    await house.settle()
    assert clinic.told(ana) == ["Oi", "B ."]


async def test_a_body_that_nobody_can_read_is_kept_and_shown(house: House, clinic: Organization) -> None:
    raw = b'{"object": "whatsapp_business_account", "entry": [' + b"[" * 100
    await clinic.deliver(raw)
    (letter,) = await clinic.dead_letters()
    assert letter["kind"] == "delivery"
    assert await house.rows("select raw from deliveries where organization_id = %s", clinic.id) == [(raw,)]
    refused = await clinic.api("POST", f"/dead-letters/{letter['id']}/retry", {}, expect=409)
    assert refused["code"] == "cannot_retry"


@pytest.mark.parametrize("held", ["depth", "huge", "nul", "surrogate", "nan", "twice"])
async def test_t06_hostile_json_is_answered_and_kept_as_bytes(house: House, clinic: Organization, held: str) -> None:
    """LAB10: every one of them once broke a parser or PostgreSQL."""
    ana = somebody()
    said = {
        "depth": b"[" * 5000 + b"]" * 5000,
        "huge": b"9" * 5000,
        "nul": b'"a\\u0000b"',
        "surrogate": b'"a\\ud800b"',
        "nan": b"NaN",
        "twice": b'"um", "body": "dois"',
    }[held]
    raw = wire.delivery(clinic.account, wire.text(ana, "@@@")).replace(b'"@@@"', said)
    await clinic.deliver(raw)
    kept = await house.rows("select raw from deliveries where organization_id = %s", clinic.id)
    assert kept == [(raw,)]
    if held in {"nul", "surrogate"}:
        assert [line["text"] for line in await clinic.thread(ana, direction="in")] == ["a\ufffdb"]
        assert await clinic.dead_letters() == []
    else:
        assert [letter["kind"] for letter in await clinic.dead_letters()] == ["delivery"]
