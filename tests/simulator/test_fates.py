"""What becomes of a message that was taken but cannot arrive, and when is one refused for its speed?"""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest

from tests.simulator.business import APP, NUMBER, PHONE, TOKEN, Business, Desk, account

DAY_S = 86400


async def test_the_window_closes_after_a_day_and_opens_with_the_next_word(desk: Desk, business: Business) -> None:
    await desk.say("oi")
    await desk.control("POST", "clock", {"advance_s": DAY_S - 60})
    assert (await desk.send_text("ainda"))[0] == 200
    await desk.control("POST", "clock", {"advance_s": 61})

    status, answer = await desk.send_text("tarde demais")
    assert status == 200
    late = answer["messages"][0]["id"]
    failed = (await business.until(lambda: business.statuses(late)))[0]
    assert failed["status"] == "failed"
    assert failed["errors"][0]["code"] == 131047
    assert failed["errors"][0]["error_data"]["details"]
    assert "recipient_user_id" not in failed
    assert all("contacts" not in value for value in business.values() if value.get("statuses") == [failed])
    assert [one["text"] for one in await desk.on_phone()] == ["oi", "ainda"]
    assert [one["status"] for one in await desk.on_phone(query="?all=1")][-1] == "failed"

    await desk.say("voltei")
    _, answer = await desk.send_text("que bom")
    again = answer["messages"][0]["id"]
    await business.until(lambda: [one["status"] for one in business.statuses(again)] == ["sent", "delivered"])


async def test_the_closed_window_can_be_refused_at_once(desk: Desk) -> None:
    await desk.control("POST", "habits", {"window_refused_at_once_share": 1})
    status, answer = await desk.send_text("sem janela")
    assert (status, answer["error"]["code"]) == (400, 131047)


async def test_an_ad_keeps_the_window_open_for_three_days(desk: Desk, business: Business) -> None:
    await desk.say({"text": "vi o anúncio", "referral": {"source_type": "ad", "source_id": "1", "ctwa_clid": "c"}})
    assert (await business.until(business.messages))[0]["referral"]["ctwa_clid"] == "c"
    await desk.control("POST", "clock", {"advance_s": 2 * DAY_S})
    _, answer = await desk.send_text("olá")
    sent = await business.until(lambda: business.statuses(answer["messages"][0]["id"]))
    assert sent[0]["pricing"]["type"] == "free_entry_point"


@pytest.mark.parametrize("mark", ["not_on_whatsapp", "blocked"])
async def test_who_cannot_be_reached_fails_later_with_131026(desk: Desk, business: Business, mark: str) -> None:
    await desk.say("oi")
    await desk.control("PUT", f"phones/{PHONE}", {mark: True})
    status, answer = await desk.send_text("alô?")
    assert status == 200
    failed = (await business.until(lambda: business.statuses(answer["messages"][0]["id"])))[0]
    assert (failed["status"], failed["errors"][0]["code"]) == ("failed", 131026)


async def test_a_phone_that_is_off_receives_when_it_comes_back(desk: Desk, business: Business) -> None:
    await desk.say("oi")
    await desk.control("PUT", f"phones/{PHONE}", {"online": False})
    _, answer = await desk.send_text("está aí?")
    message_id = answer["messages"][0]["id"]
    await business.until(lambda: business.statuses(message_id))
    await asyncio.sleep(0.1)
    assert [one["status"] for one in business.statuses(message_id)] == ["sent"]
    assert len(await desk.on_phone()) == 1
    await desk.control("PUT", f"phones/{PHONE}", {"online": True})
    await business.until(lambda: [one["status"] for one in business.statuses(message_id)] == ["sent", "delivered"])
    assert len(await desk.on_phone()) == 2


async def test_reading_alone_can_skip_delivered(desk: Desk, business: Business) -> None:
    await desk.control("POST", "habits", {"skip_delivered_share": 1})
    await desk.say("oi")
    await desk.control("PUT", f"phones/{PHONE}", {"auto_read": True})
    _, answer = await desk.send_text("olá")
    message_id = answer["messages"][0]["id"]
    await business.until(lambda: len(business.statuses(message_id)) == 2)
    assert [one["status"] for one in business.statuses(message_id)] == ["sent", "read"]


async def test_the_pair_limit_is_a_bucket_of_45_that_refills_every_six_seconds(desk: Desk) -> None:
    await desk.say("oi")
    answers = await asyncio.gather(*(desk.send_text(f"n {n}") for n in range(50)))
    refused = [body["error"]["code"] for status, body in answers if status != 200]
    assert set(refused) == {131056}
    assert 3 <= len(refused) <= 5
    await desk.say("oi", phone="5511977776666")
    assert (await desk.send_text("outra pessoa", to="5511977776666"))[0] == 200
    await desk.control("POST", "clock", {"advance_s": 12})
    assert [(await desk.send_text("de novo"))[0] for _ in range(3)] == [200, 200, 400]


async def test_the_throughput_of_a_number_is_80_a_second(desk: Desk) -> None:
    await desk.control("POST", "limits", {"pair_burst": 0, "throughput_per_s": 10})
    await desk.say("oi")
    answers = await asyncio.gather(*(desk.send_text(f"n {n}") for n in range(60)))
    codes = [body["error"]["code"] for status, body in answers if status == 429]
    assert set(codes) == {130429}
    assert 10 <= len(codes) <= 51


async def test_limits_can_be_switched_off(desk: Desk) -> None:
    await desk.control("POST", "limits", {"enabled": False})
    await desk.say("oi")
    answers = await asyncio.gather(*(desk.send_text(f"n {n}") for n in range(150)))
    assert {status for status, _ in answers} == {200}


@pytest.mark.parametrize(
    ("state", "code", "status"),
    [("unregistered", 133010, 400), ("locked", 131031, 403), ("payment", 131042, 400), ("restricted", 131048, 400)],
)
async def test_an_account_in_trouble(desk: Desk, business: Business, state: str, code: int, status: int) -> None:
    await desk.say("oi")
    await desk.control("POST", "accounts", account(business, state=state))
    answered, answer = await desk.send_text("olá")
    assert (answered, answer["error"]["code"]) == (status, code)
    await desk.control("POST", "accounts", account(business, state="ok"))
    assert (await desk.send_text("olá"))[0] == 200


async def test_a_test_number_writes_only_to_its_recipients(desk: Desk, business: Business) -> None:
    await desk.control("POST", "accounts", account(business, recipients=["+55 31 98765-4321"]))
    await desk.say("oi")
    status, answer = await desk.send_text("olá")
    assert (status, answer["error"]["code"]) == (400, 131030)
    await desk.say("oi", phone="5531987654321")
    assert (await desk.send_text("olá", to="553187654321"))[0] == 200


async def test_whom_the_business_blocked(desk: Desk, business: Business) -> None:
    body = {"messaging_product": "whatsapp", "block_users": [{"user": PHONE}]}
    status, answer = await desk.graph("POST", f"{NUMBER}/block_users", body)
    assert (status, answer["error"]["code"]) == (400, 139100)

    await desk.say("oi")
    await business.until(business.messages)
    _, answer = await desk.graph("POST", f"{NUMBER}/block_users", body)
    assert answer["block_users"] == {"added_users": [{"input": PHONE, "wa_id": PHONE}]}
    assert (await desk.send_text("olá"))[1]["error"]["code"] == 130403
    _, listed = await desk.graph("GET", f"{NUMBER}/block_users")
    assert listed["data"] == [{"messaging_product": "whatsapp", "wa_id": PHONE}]
    await desk.say("vocês me bloquearam?")
    await asyncio.sleep(0.1)
    assert len(business.messages()) == 1

    await desk.graph("DELETE", f"{NUMBER}/block_users", body)
    assert (await desk.send_text("olá"))[0] == 200


async def test_delivered_messages_are_charged_after_the_free_thousand(desk: Desk, business: Business) -> None:
    await desk.say("oi")
    world = desk.simulator.parts.world
    await desk.send_text("grátis")
    await business.until(lambda: len(business.statuses()) == 2)
    month = next(iter(world.accounts.choose(NUMBER).service_messages))
    world.accounts.save(replace(world.accounts.choose(NUMBER), service_messages={month: 1000}))
    await desk.send_text("paga")
    await business.until(lambda: len(business.statuses()) == 4)
    assert business.statuses()[0]["pricing"]["billable"] is False
    assert business.statuses()[2]["pricing"] == {
        "billable": True,
        "pricing_model": "PMP",
        "type": "regular",
        "category": "service",
    }
    _, answer = await desk.control("GET", "accounts")
    assert answer["accounts"][0]["charges"] == {"service": 1}


@pytest.mark.parametrize("token", ["", "errado", TOKEN + "x", f"{APP}|errado"])
async def test_a_wrong_bearer_is_refused(desk: Desk, token: str) -> None:
    await desk.say("oi")
    status, answer = await desk.graph(
        "POST",
        f"{NUMBER}/messages",
        {"messaging_product": "whatsapp", "to": PHONE, "text": {"body": "a"}},
        token=token,
    )
    assert (status, answer["error"]["code"]) == (401, 190)


async def test_another_businesss_number_is_not_there(desk: Desk, business: Business) -> None:
    other = account(business, phone_number_id="400000000000009", waba_id="300000000000009", access_token="outro")
    await desk.control("POST", "accounts", {**other, "app_id": "200000000000009"})
    status, answer = await desk.graph("GET", NUMBER, token="outro")
    assert (status, answer["error"]["code"], answer["error"]["error_subcode"]) == (400, 100, 33)
