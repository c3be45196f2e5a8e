"""Does each ordered fault strike as it says, and does the ledger tell the truth about it?"""

from __future__ import annotations

import asyncio
import time
from typing import Any

import aiohttp
import pytest

from tests.simulator.business import NUMBER, PHONE, TOKEN, Business, Desk

Json = dict[str, Any]


async def attempt(desk: Desk, text: str = "oi", *, patience: float = 5) -> tuple[int | str, bytes]:
    """Status and body of one send, or the name of what broke."""
    url = f"{desk.simulator.url}/v25.0/{NUMBER}/messages"
    body = {"messaging_product": "whatsapp", "to": PHONE, "text": {"body": text}, "biz_opaque_callback_data": "t:1"}
    headers = {"Authorization": f"Bearer {TOKEN}"}
    try:
        async with desk.http.post(url, json=body, headers=headers, timeout=aiohttp.ClientTimeout(patience)) as answer:
            return answer.status, await answer.read()
    except (aiohttp.ClientError, TimeoutError) as error:
        return type(error).__name__, b""


@pytest.mark.parametrize(
    ("kind", "status", "code"),
    [
        ("429", 429, 130429),
        ("500", 500, 131000),
        ("503", 503, 131016),
        ("token_expired", 401, 190),
        ("account_locked", 403, 131031),
    ],
)
async def test_a_refusing_fault_takes_nothing(desk: Desk, kind: str, status: int, code: int) -> None:
    await desk.say("oi")
    await desk.control("POST", "faults", {"kind": kind, "count": 1})
    _, answer = await desk.send_text("um")
    assert (answer["error"]["code"], _) == (code, status)
    assert len(await desk.on_phone()) == 1
    row = (await desk.ledger())[-1]
    assert (row["decision"], row["fault"], row["wamid"]) == ("fault", kind, None)
    assert (await desk.send_text("dois"))[0] == 200
    assert (await desk.control("GET", "faults"))[1] == {"faults": []}


@pytest.mark.parametrize(
    ("kind", "seen"),
    [
        ("500_sent", 500),
        ("hang", "TimeoutError"),
        ("accept_and_hang", "TimeoutError"),
        ("drip", "TimeoutError"),
        ("cut_sent", "ServerDisconnectedError"),
        ("accept-and-cut", "ServerDisconnectedError"),
        ("garbage", 200),
        ("html", 200),
        ("no_id", 200),
        ("wrong_id", 200),
    ],
)
async def test_a_spoiling_fault_has_taken_the_message(
    desk: Desk, business: Business, kind: str, seen: int | str
) -> None:
    await desk.say("oi")
    await desk.control("POST", "faults", {"kind": kind, "count": 1})
    status, raw = await attempt(desk, "recebida", patience=0.7)
    assert status in {seen, "ClientOSError"} if isinstance(seen, str) else status == seen
    row = (await desk.ledger())[-1]
    assert (row["decision"], row["token"], row["text"]) == ("accepted", "t:1", "recebida")
    assert row["wamid"].encode() not in raw
    rows = await business.until(lambda: business.statuses(row["wamid"]))
    assert rows[0]["biz_opaque_callback_data"] == "t:1"
    assert (await desk.on_phone())[-1]["text"] == "recebida"


@pytest.mark.parametrize("kind", ["cut", "hang_lost"])
async def test_a_losing_fault_takes_nothing_and_answers_nothing(desk: Desk, kind: str) -> None:
    await desk.say("oi")
    await desk.control("POST", "faults", {"kind": kind, "count": 1})
    status, _ = await attempt(desk, patience=0.5)
    assert isinstance(status, str)
    assert len(await desk.on_phone()) == 1
    assert (await desk.ledger())[-1]["decision"] == "fault"


async def test_a_delay_answers_late_but_well(desk: Desk) -> None:
    await desk.say("oi")
    await desk.control("POST", "faults", {"kind": "delay", "delay_s": 0.4, "count": 1, "direction": "send"})
    started = time.monotonic()
    assert (await desk.send_text("devagar"))[0] == 200
    assert time.monotonic() - started >= 0.4


async def test_share_time_and_phone_narrow_a_fault(desk: Desk) -> None:
    await desk.control("POST", "limits", {"enabled": False})
    await desk.say("oi")
    await desk.control("POST", "faults", {"kind": "500", "share": 0.3})
    statuses = [(await desk.send_text("a"))[0] for _ in range(60)]
    assert 3 <= statuses.count(500) <= 40
    await desk.control("DELETE", "faults")
    await desk.control("POST", "faults", {"kind": "500", "for_s": 60, "phone": "+55 11 97777-6666"})
    assert (await desk.send_text("a"))[0] == 200
    assert (await desk.send_text("a", to="5511977776666"))[0] == 500
    await desk.control("POST", "clock", {"advance_s": 61})
    assert (await desk.send_text("a", to="5511977776666"))[0] == 200


async def test_one_fault_can_be_cancelled(desk: Desk) -> None:
    _, first = await desk.control("POST", "faults", {"kind": "500"})
    await desk.control("POST", "faults", {"kind": "429"})
    await desk.control("DELETE", f"faults/{first['id']}")
    _, left = await desk.control("GET", "faults")
    assert [one["kind"] for one in left["faults"]] == ["429"]


@pytest.mark.parametrize(
    "wanted",
    [
        {},
        {"kind": "fogo"},
        {"kind": "500", "share": 2},
        {"kind": "500", "count": "x"},
        {"kind": "500", "direction": "webhook"},
    ],
)
async def test_a_fault_that_makes_no_sense_is_explained(desk: Desk, wanted: Json) -> None:
    status, answer = await desk.control("POST", "faults", wanted)
    assert status == 400
    assert answer["error"]


async def test_webhooks_can_be_repeated_reordered_lost_and_cut(desk: Desk, business: Business) -> None:
    await desk.control("POST", "habits", {"retry_gaps_s": [0.1, 0.2]})
    await desk.control("POST", "faults", {"kind": "duplicate", "count": 1})
    await desk.say("uma")
    await business.until(lambda: len(business.raw) == 2)
    assert business.raw[0] == business.raw[1]

    for kind in ("lost", "cut"):
        await desk.control("POST", "faults", {"kind": kind, "count": 1, "direction": "webhook"})
        await desk.say(kind)
        await business.until(lambda: not desk.simulator.parts.deliverer.owed)
    assert [one["text"]["body"] for one in business.messages()] == ["uma", "uma", "lost", "cut", "cut"]
    answers = [one["answer"] for one in (await desk.control("GET", "deliveries"))[1]["deliveries"]]
    assert answers == [200, "lost", 200, "cut", 200]

    await desk.control("POST", "faults", {"kind": "reorder", "count": 1})
    await asyncio.gather(desk.say("primeira"), desk.say("segunda", phone="5511977776666"))
    await business.until(lambda: {"primeira", "segunda"} <= {one["text"]["body"] for one in business.messages()})


@pytest.mark.parametrize("kind", ["bad_signature", "unsigned"])
async def test_a_forged_copy_comes_before_the_true_one(desk: Desk, business: Business, kind: str) -> None:
    await desk.control("POST", "faults", {"kind": kind, "count": 1})
    await desk.say("oi")
    await business.until(business.messages)
    assert business.wrongly_signed == 1
    assert len(business.messages()) == 1
