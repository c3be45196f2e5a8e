"""Which identifiers does a business see of a person?"""

from __future__ import annotations

import re

import pytest

from recado_simulator.identity import canonical, user_id_of, wa_id_of
from tests.simulator.business import NUMBER, PHONE, Business, Desk, account

MINAS = "5531987654321"


@pytest.mark.parametrize(
    ("dialled", "wa_id"),
    [
        ("5511988887777", "5511988887777"),
        ("5528988887777", "5528988887777"),
        ("5531987654321", "553187654321"),
        ("553187654321", "553187654321"),
        ("551188887777", "5511988887777"),
        ("5531912345678", "5531912345678"),
        ("553133334444", "553133334444"),
        ("14155552671", "14155552671"),
        ("351912345678", "351912345678"),
    ],
)
def test_the_ninth_digit(dialled: str, wa_id: str) -> None:
    assert wa_id_of(dialled) == wa_id
    assert canonical(wa_id) == canonical(dialled)


def test_a_bsuid_is_per_portfolio_and_generation() -> None:
    ids = {
        user_id_of("p1", PHONE, generation=0),
        user_id_of("p2", PHONE, generation=0),
        user_id_of("p1", PHONE, generation=1),
        user_id_of("p1", MINAS, generation=0),
    }
    assert len(ids) == 4
    assert all(re.fullmatch(r"BR\.7\d{18}", one) for one in ids)
    assert user_id_of("p1", "14155552671", generation=0).startswith("US.")


async def test_minas_answers_with_twelve_digits(desk: Desk, business: Business) -> None:
    await desk.say("uai", phone=MINAS)
    message = (await business.until(business.messages))[0]
    assert message["from"] == "553187654321"
    _, answer = await desk.send_text("oi", to=MINAS)
    assert answer["contacts"] == [{"input": MINAS, "wa_id": "553187654321"}]
    _, answer = await desk.send_text("oi de novo", to="553187654321")
    assert answer["contacts"] == [{"input": "553187654321", "wa_id": "553187654321"}]
    assert len(await desk.on_phone(phone="553187654321")) == 3
    assert {row["recipient_id"] for row in await business.until(business.statuses)} == {"553187654321"}


async def test_a_hidden_number_is_absent_not_empty_and_answered_by_bsuid(desk: Desk, business: Business) -> None:
    await desk.say({"text": "oi", "name": "Carla", "username": "carla.dias", "hide_phone": True})
    value = (await business.until(business.values))[0]
    user_id = value["messages"][0]["from_user_id"]
    assert "from" not in value["messages"][0]
    assert value["contacts"] == [{"profile": {"name": "Carla", "username": "@carla.dias"}, "user_id": user_id}]

    body = {"messaging_product": "whatsapp", "recipient": user_id, "type": "text", "text": {"body": "oi, Carla"}}
    status, answer = await desk.graph("POST", f"{NUMBER}/messages", body)
    assert status == 200
    assert answer["contacts"] == [{"input": user_id, "user_id": user_id}]
    rows = await business.until(lambda: business.statuses(answer["messages"][0]["id"]))
    assert "recipient_id" not in rows[0]
    assert rows[0]["recipient_user_id"] == user_id
    assert (await desk.on_phone())[-1]["text"] == "oi, Carla"


async def test_a_bsuid_of_another_portfolio_is_unknown(desk: Desk, business: Business) -> None:
    other = account(business, phone_number_id="400000000000009", waba_id="300000000000009", business_id="x")
    await desk.control("POST", "accounts", other)
    await desk.say({"text": "oi", "account": NUMBER})
    user_id = (await business.until(business.messages))[0]["from_user_id"]
    body = {"messaging_product": "whatsapp", "recipient": user_id, "text": {"body": "a"}}
    status, answer = await desk.graph("POST", "400000000000009/messages", body)
    assert (status, answer["error"]["code"]) == (400, 131009)


async def test_a_new_number_moves_the_thread_and_is_told_as_a_system_message(desk: Desk, business: Business) -> None:
    await desk.say({"text": "oi", "name": "Ana"})
    await business.until(business.messages)
    status, _ = await desk.control("POST", f"phones/{PHONE}/number", {"to": "+55 11 97777-6666"})
    assert status == 200
    await business.until(lambda: len(business.messages()) == 2)
    value = business.values()[-1]
    system = value["messages"][0]
    assert "contacts" not in value
    assert (system["type"], system["from"]) == ("system", PHONE)
    assert system["system"]["type"] == "user_changed_number"
    assert system["system"]["wa_id"] == "5511977776666"
    assert [one["text"] for one in await desk.on_phone(phone="5511977776666")] == ["oi"]
    await desk.say("agora daqui", phone="5511977776666")
    await business.until(lambda: len(business.messages()) == 3)
    assert business.messages()[-1]["from_user_id"] == system["system"]["user_id"]


async def test_a_new_bsuid_is_told_twice_and_the_old_one_finds_nobody(desk: Desk, business: Business) -> None:
    await desk.say("oi")
    old = (await business.until(business.messages))[0]["from_user_id"]
    await desk.control("POST", f"phones/{PHONE}/user_id", {})
    update = (await business.until(lambda: business.values("user_id_update")))[0]["user_id_update"][0]
    assert update["user_id"]["previous"] == old
    await business.until(lambda: len(business.messages()) == 2)
    assert business.messages()[1]["system"]["user_id"] == update["user_id"]["current"]
    body = {"messaging_product": "whatsapp", "text": {"body": "a"}}
    assert (await desk.graph("POST", f"{NUMBER}/messages", {**body, "recipient": old}))[0] == 400
    current = update["user_id"]["current"]
    assert (await desk.graph("POST", f"{NUMBER}/messages", {**body, "recipient": current}))[0] == 200


async def test_stop_and_resume_are_told(desk: Desk, business: Business) -> None:
    await desk.say("oi")
    for choice in ("stop", "resume"):
        await desk.control("POST", f"phones/{PHONE}/preferences", {"marketing": choice})
    await business.until(lambda: len(business.values("user_preferences")) == 2)
    rows = [value["user_preferences"][0] for value in business.values("user_preferences")]
    assert {row["value"] for row in rows} == {"stop", "resume"}
    assert all(isinstance(row["timestamp"], int) and row["category"] == "marketing_messages" for row in rows)
