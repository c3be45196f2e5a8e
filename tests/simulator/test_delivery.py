"""Does the simulator deliver as the provider does: at least once, in no promised order, until somebody says 200?"""

from __future__ import annotations

import asyncio
from collections import Counter
from pathlib import Path

import aiohttp

from recado_simulator import SimulatorSettings, start_simulator
from recado_simulator.settings import PRESETS
from tests.simulator.business import NUMBER, Business, Desk, account, until


async def test_anything_but_200_is_tried_again_with_the_same_bytes(desk: Desk, business: Business) -> None:
    await desk.control("POST", "habits", {"retry_gaps_s": [0.05, 0.1, 0.2]})
    business.statuses_to_answer = [500, 201, 204]
    await desk.say("insista")
    await business.until(lambda: len(business.raw) == 4)
    assert len(set(business.raw)) == 1
    await business.until(lambda: not desk.simulator.parts.deliverer.owed)
    await asyncio.sleep(0.3)
    assert len(business.raw) == 4
    assert (await desk.on_phone())[0]["status"] == "delivered"


async def test_a_message_has_one_tick_until_the_business_has_it(desk: Desk, business: Business) -> None:
    await desk.control("POST", "habits", {"retry_gaps_s": [30]})
    business.statuses_to_answer = [503]
    await desk.say("oi")
    await business.until(business.raw.copy)
    await asyncio.sleep(0.05)
    assert (await desk.on_phone())[0]["status"] == "sent"
    assert (await desk.control("POST", "webhooks/flush"))[1] == {"tried": 1}
    await business.until(lambda: len(business.raw) == 2)
    await until(lambda: not desk.simulator.parts.deliverer.owed)
    assert (await desk.on_phone())[0]["status"] == "delivered"


async def test_a_persons_messages_keep_their_order_while_other_people_go_past(desk: Desk, business: Business) -> None:
    for number in range(40):
        await desk.say(f"a{number}")
        await desk.say(f"b{number}", phone="5511977776666")
    await business.until(lambda: len(business.messages()) == 80)
    texts = [one["text"]["body"] for one in business.messages()]
    assert [one for one in texts if one[0] == "a"] == [f"a{n}" for n in range(40)]
    assert [one for one in texts if one[0] == "b"] == [f"b{n}" for n in range(40)]


async def test_statuses_can_come_twice_swapped_early_and_in_batches(desk: Desk, business: Business) -> None:
    await desk.control("POST", "limits", {"enabled": False})
    await desk.control(
        "POST",
        "habits",
        {
            "preset": "wild",
            "answer_ms": [20, 60],
            "sent_ms": [0, 10],
            "delivered_ms": [5, 30],
            "milliseconds_share": 0.5,
        },
    )
    await desk.say("oi")
    early = 0
    for number in range(60):
        _, answer = await desk.send_text(f"n {number}")
        early += bool(business.statuses(answer["messages"][0]["id"]))
    await business.until(lambda: len({(one["id"], one["status"]) for one in business.statuses()}) == 120)
    assert early >= 5
    seen = Counter((one["id"], one["status"]) for one in business.statuses())
    assert sum(count > 1 for count in seen.values()) >= 5
    firsts: dict[str, str] = {}
    for row in business.statuses():
        firsts.setdefault(row["id"], row["status"])
    assert list(firsts.values()).count("delivered") >= 5
    assert any(len(value.get("statuses", [])) > 1 for value in business.values())
    assert any(len(body["entry"]) > 1 or len(body["entry"][0]["changes"]) > 1 for body in business.bodies)
    assert {len(one["timestamp"]) for one in business.statuses()} == {10, 13}


async def test_messages_and_statuses_can_share_one_delivery(desk: Desk, business: Business) -> None:
    await desk.say("oi")
    await business.until(business.messages)
    await desk.control("POST", "habits", {"batch_share": 1, "batch_ms": 200})
    for number in range(8):
        await asyncio.gather(desk.say(f"m{number}"), desk.send_text(f"r{number}"))
        await asyncio.sleep(0.25)
    await business.until(lambda: len(business.messages()) == 9)
    assert any(value.get("messages") and value.get("statuses") for value in business.values())


async def test_nothing_is_delivered_before_the_challenge_and_everything_after(
    tmp_path: Path, business: Business
) -> None:
    business.verify_token = "outro"
    settings = SimulatorSettings(data=tmp_path, habits=PRESETS["perfect"], config={"accounts": [account(business)]})
    simulator = await start_simulator(settings)
    async with aiohttp.ClientSession() as http:
        desk = Desk(simulator, http)
        for number in range(3):
            await desk.say(f"cedo demais {number}")
        await asyncio.sleep(0.3)
        assert business.raw == []
        _, answer = await desk.control("GET", "accounts")
        assert answer["accounts"][0]["verified"] is False
        assert "403" in answer["accounts"][0]["callback_state"]
        business.verify_token = "verifique"
        await until(lambda: len(business.messages()) == 3)
        assert [one["text"]["body"][-1] for one in business.messages()] == ["0", "1", "2"]
    await simulator.close()


async def test_what_is_owed_survives_a_restart(tmp_path: Path, business: Business) -> None:
    habits = PRESETS["perfect"]
    settings = SimulatorSettings(data=tmp_path, habits=habits, config={"accounts": [account(business)]})
    simulator = await start_simulator(settings)
    await until(lambda: simulator.parts.world.accounts.choose(NUMBER).verified)
    async with aiohttp.ClientSession() as http:
        business.statuses_to_answer = [500]
        said = await Desk(simulator, http).say("não esqueça")
        await until(business.raw.copy)
    await simulator.close()

    simulator = await start_simulator(settings)
    await until(lambda: len(business.raw) == 2)
    assert business.raw[0] == business.raw[1]
    threads = simulator.parts.world.threads
    await until(lambda: (found := threads.get(said["id"])) is not None and found.status == "delivered")
    await simulator.close()


async def test_an_unsubscribed_account_hears_nothing(desk: Desk, business: Business) -> None:
    assert (await desk.graph("DELETE", "300000000000001/subscribed_apps"))[1] == {"success": True}
    await desk.say("alguém?")
    await asyncio.sleep(0.1)
    assert business.raw == []
    await desk.graph("POST", "300000000000001/subscribed_apps")
    await desk.say("agora sim")
    await business.until(business.messages)
