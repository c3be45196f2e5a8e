"""Are a person's messages handled in order, each once, and is nobody else held up? (DLV 1, 2; CRM 1; T09; G08)"""

from __future__ import annotations

import asyncio
import random
import time

import pytest

from recado.foundation.lanes.inbox import InboxWorker, Share
from tests.pipeline import wire
from tests.pipeline.house import House, Organization
from tests.pipeline.wire import Person, somebody


async def test_bursts_of_many_people_are_handled_in_the_order_they_came(house: House, clinic: Organization) -> None:
    """Two workers turn the lanes at once; every person gets both bubbles of each message, in order."""
    clinic = await house.organization(policy={"messages_a_minute": 1000})
    people = [somebody() for _ in range(15)]
    burst = [(who, f"n{number}") for number in range(12) for who in people]
    draw = random.Random(11)  # noqa: S311 - a test must draw alike each time
    for number, (who, said) in enumerate(burst):
        await clinic.hears(who, said, settle=False)
        if number % 37 == 0:
            await asyncio.gather(*(house.inbox.run_once() for _ in range(draw.randint(1, 3))))
            await asyncio.gather(*(house.outbox.run_once() for _ in range(2)))
    await house.settle()
    for who in people:
        expected = ["Oi", "B ."] + [bubble for number in range(1, 12) for bubble in (f"A n{number}", f"B n{number}.")]
        assert clinic.told(who) == expected
    twice = await house.rows(
        "select session_id, turn_id from turns where organization_id = %s group by 1, 2 having count(*) > 1", clinic.id
    )
    assert twice == []


async def test_messages_of_one_delivery_are_handled_in_its_order(clinic: Organization) -> None:
    ana = somebody()
    values = [wire.text(ana, word) for word in ("oi", "um", "dois", "três")]
    await clinic.deliver(wire.delivery(clinic.account, *values))
    assert clinic.told(ana) == ["Oi", "B .", "A um", "B um.", "A dois", "B dois.", "A três", "B três."]


async def test_two_first_messages_at_once_open_one_conversation(house: House, clinic: Organization) -> None:
    """Under two addresses of one person the messages lie in two partitions, and two workers meet."""
    pair = [
        InboxWorker(house.worker, house.inbox._handler, share=Share(partitions=1), on_dead=lambda *_: None)
        for _ in range(2)
    ]
    outcomes: list[list[int]] = []
    while outcomes.count([1, 1]) <= 3 and len(outcomes) < 40:
        ana = somebody()
        by_phone = wire.text(ana, "oi por telefone", at=house.clock(), from_user_id=None)
        del by_phone["contacts"][0]["user_id"], by_phone["messages"][0]["from_user_id"]
        await clinic.deliver(wire.delivery(clinic.account, by_phone), settle=False)
        await clinic.hears(ana, "oi por nome", settle=False)
        outcomes.append(await asyncio.gather(*(one.run_once() for one in pair)))
        await house.settle()
        lines = await clinic.thread(ana)
        assert {line["text"] for line in lines if line["direction"] == "in"} == {"oi por telefone", "oi por nome"}
        assert len({line["conversation_id"] for line in lines}) == 1
    assert outcomes.count([1, 1]) > 3, outcomes
    open_ones = await house.rows(
        "select channel_id, contact_id from conversations where organization_id = %s and state <> 'archived'"
        " group by 1, 2 having count(*) > 1", clinic.id,
    )  # fmt: skip
    assert open_ones == []


async def test_t09_a_flood_is_stored_whole_and_five_a_minute_are_answered(house: House, clinic: Organization) -> None:
    flooder, others = somebody(), [somebody() for _ in range(5)]
    waits: list[float] = []
    for number in range(500):
        await clinic.hears(flooder, f"spam {number}", settle=False)
        if number % 100 == 50:
            other, began = others[number // 100], time.monotonic()
            await clinic.hears(other, "oi")
            waits.append(time.monotonic() - began)
            assert clinic.told(other) == ["Oi", "B ."]
    await house.settle()
    told = clinic.told(flooder)
    assert told[:2] == ["Oi", "B ."]
    assert told[2:10] == [bubble for n in range(1, 5) for bubble in (f"A spam {n}", f"B spam {n}.")]
    assert len(told) == 11
    assert told[10].startswith("Recebi suas mensagens.")
    stored = await house.rows(
        "select count(*), count(distinct provider_id) from messages where organization_id = %s and text like 'spam %%'",
        clinic.id,
    )  # fmt: skip
    assert stored == [(500, 500)]
    assert max(waits) < 5
    house.clock.passes(seconds=61)
    await clinic.hears(flooder, "desculpe")
    assert clinic.told(flooder)[11:] == ["A desculpe", "B desculpe."]


BYE = {
    "format": 1,
    "id": "bye",
    "name": "Responde e arquiva",
    "entry": "start",
    "variables": {},
    "nodes": {
        "start": {"type": "start", "exits": {"next": "end"}},
        "end": {"type": "end", "options": {"text": "Tchau", "archive": True}},
    },
}


async def test_t09_the_limit_is_the_persons_not_the_conversations(house: House) -> None:
    clinic, ana = await house.organization(flow=BYE), somebody()
    for number in range(20):
        await clinic.hears(ana, f"spam {number}")
    told = clinic.told(ana)
    assert told[:5] == ["Tchau"] * 5
    assert len(told) == 6
    assert told[5].startswith("Recebi suas mensagens.")
    house.clock.passes(seconds=61)
    await clinic.hears(ana, "desculpe")
    assert clinic.told(ana)[6:] == ["Tchau"]


async def test_one_organization_does_not_hold_up_another(house: House, clinic: Organization) -> None:
    """A thousand waiting inputs of one, then one of another: it is in the next batch, not behind them."""
    small, crowd = await house.organization(), [somebody() for _ in range(400)]
    for start in range(0, len(crowd), 100):
        values = [wire.text(who, "oi", at=house.clock()) for who in crowd[start : start + 100]]
        await clinic.deliver(wire.delivery(clinic.account, *values), settle=False)
    ana = somebody()
    await small.hears(ana, "oi", settle=False)
    handled = await house.inbox.run_once()
    assert 0 < handled <= 64
    said = await house.rows("select count(*) from messages where organization_id = %s and direction = 'in'", small.id)
    assert said == [(1,)]
    await house.settle()
    assert {tuple(clinic.told(who)) for who in crowd} == {("Oi", "B .")}


@pytest.mark.nightly
async def test_two_organizations_do_not_hold_up_a_third(house: House, clinic: Organization) -> None:
    """Together they would fill a batch by halves, and the next one too."""
    flooded, small = [clinic, await house.organization()], await house.organization()
    for one in flooded:
        values = [wire.text(somebody(), "oi", at=house.clock()) for _ in range(200)]
        await one.deliver(wire.delivery(one.account, *values), settle=False)
    await small.hears(somebody(), "oi", settle=False)
    await house.inbox.run_once()
    said = await house.rows("select count(*) from messages where organization_id = %s and direction = 'in'", small.id)
    assert said == [(1,)]
    await house.settle()


async def test_an_edit_a_reaction_and_a_revocation_start_no_turn(clinic: Organization, house: House) -> None:
    ana, id_ = somebody(), wire.wamid("M")
    await clinic.hears(ana, "oi", id_=id_)

    def about(kind: str, held: wire.Json) -> bytes:
        value = wire.text(ana, "", at=house.clock())
        value["messages"][0].pop("text")
        value["messages"][0] |= {"type": kind, kind: held}
        return wire.delivery(clinic.account, value)

    await clinic.deliver(about("reaction", {"message_id": id_, "emoji": "👍"}))
    edited = {"original_message_id": id_, "message": {"type": "text", "text": {"body": "oi, tudo bem?"}}}
    await clinic.deliver(about("edit", edited))
    await clinic.deliver(about("revoke", {"original_message_id": id_}))
    assert clinic.told(ana) == ["Oi", "B ."]
    first = (await clinic.thread(ana))[0]
    assert (first["text"], first["edited"], first["revoked"]) == ("oi, tudo bem?", True, True)
    assert [one["emoji"] for one in first["reactions"]] == ["👍"]


async def test_an_edit_that_comes_before_the_turn_is_what_is_answered(clinic: Organization, house: House) -> None:
    ana, bia, id_ = somebody(), somebody(), wire.wamid("M")
    for who in (ana, bia):
        await clinic.hears(who, "oi")
    await clinic.hears(ana, "amanhã às 3", id_=id_, settle=False)
    for who, said in ((ana, "amanhã às 15h"), (bia, "de outra pessoa")):
        value = wire.text(who, "", at=house.clock())
        value["messages"][0].pop("text")
        edit = {"original_message_id": id_, "message": {"type": "text", "text": {"body": said}}}
        value["messages"][0] |= {"type": "edit", "edit": edit}
        await clinic.deliver(wire.delivery(clinic.account, value), settle=False)
    await house.settle()
    assert clinic.told(ana)[2:] == ["A amanhã às 15h", "B amanhã às 15h."]
    assert clinic.told(bia) == ["Oi", "B ."]
    line = next(line for line in await clinic.thread(ana, direction="in") if line["provider_id"] == id_)
    assert (line["text"], line["edited"], line["content"]["first_text"]) == ("amanhã às 15h", True, "amanhã às 3")


async def test_somebody_without_a_phone_is_written_to_by_their_name(clinic: Organization, house: House) -> None:
    hidden = Person("", "Bia")
    value = wire.text(hidden, "oi", at=house.clock())
    for place in (value["contacts"][0], value["messages"][0]):
        for key in ("wa_id", "from"):
            place.pop(key, None)
    value["contacts"][0]["user_id"] = value["messages"][0]["from_user_id"] = "BR.9988776655443322110"
    await clinic.deliver(wire.delivery(clinic.account, value))
    assert house.graph.texts("BR.9988776655443322110") == ["Oi", "B ."]
