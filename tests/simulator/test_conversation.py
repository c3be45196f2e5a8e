"""Does a conversation travel both ways as it does with the provider?"""

from __future__ import annotations

import base64

from tests.simulator.business import NUMBER, PHONE, WABA, Business, Desk


async def test_a_person_writes_and_the_business_is_told(desk: Desk, business: Business) -> None:
    said = await desk.say({"text": "oi, vocês têm vaga às 10/11? 🐶", "name": "Ana Souza"})
    await business.until(business.messages)

    assert business.wrongly_signed == 0
    body = business.bodies[0]
    assert body["object"] == "whatsapp_business_account"
    assert body["entry"][0]["id"] == WABA
    value = business.values()[0]
    assert value["metadata"] == {"display_phone_number": "+55 11 4000-0001", "phone_number_id": NUMBER}
    contact = value["contacts"][0]
    assert contact["profile"] == {"name": "Ana Souza"}
    assert contact["wa_id"] == PHONE
    message = value["messages"][0]
    assert message["text"] == {"body": "oi, vocês têm vaga às 10/11? 🐶"}
    assert message["from"] == PHONE
    assert message["from_user_id"] == contact["user_id"]
    assert message["id"] == said["id"]
    assert message["timestamp"].isdigit()
    assert len(message["timestamp"]) == 10
    assert PHONE.encode() in base64.b64decode(message["id"].removeprefix("wamid."))


async def test_the_bytes_carry_escapes_and_both_signatures(desk: Desk, business: Business) -> None:
    await desk.say("ação 1/2")
    await business.until(business.messages)

    assert b"a\\u00e7\\u00e3o 1\\/2" in business.raw[0]
    assert business.headers[0]["X-Hub-Signature-256"].startswith("sha256=")
    assert len(business.headers[0]["X-Hub-Signature-256"]) == 71


async def test_the_answer_reaches_the_phone_with_ticks(desk: Desk, business: Business) -> None:
    await desk.say("oi")
    status, answer = await desk.send(
        {"type": "text", "text": {"body": "Olá!"}, "biz_opaque_callback_data": "out:1"}, to="+55 (11) 98888-7777"
    )
    assert status == 200
    assert answer["contacts"] == [{"input": "+55 (11) 98888-7777", "wa_id": PHONE}]
    message_id = answer["messages"][0]["id"]
    await business.until(lambda: len(business.statuses(message_id)) == 2)

    assert [one["status"] for one in business.statuses(message_id)] == ["sent", "delivered"]
    for row in business.statuses(message_id):
        assert row["biz_opaque_callback_data"] == "out:1"
        assert row["recipient_id"] == PHONE
        assert row["pricing"] == {
            "billable": False,
            "pricing_model": "PMP",
            "type": "free_customer_service",
            "category": "service",
        }
        assert "conversation" not in row
    shown = await desk.on_phone()
    assert [(one["direction"], one["text"], one["status"]) for one in shown] == [
        ("out", "oi", "delivered"),
        ("in", "Olá!", "delivered"),
    ]


async def test_reading_is_told_once_when_the_thread_is_opened(desk: Desk, business: Business) -> None:
    await desk.say("oi")
    _, answer = await desk.send_text("Olá!")
    message_id = answer["messages"][0]["id"]
    await business.until(lambda: len(business.statuses(message_id)) == 2)
    assert await desk.control("POST", f"phones/{PHONE}/read", {}) == (200, {"read": 1})
    assert await desk.control("POST", f"phones/{PHONE}/read", {}) == (200, {"read": 0})
    await business.until(lambda: len(business.statuses(message_id)) == 3)
    assert business.statuses(message_id)[-1]["status"] == "read"


async def test_buttons_and_lists_can_be_tapped_by_id_and_title(desk: Desk, business: Business) -> None:
    await desk.say("oi")
    buttons = [{"type": "reply", "reply": {"id": f"b:{one}", "title": one}} for one in ("Sim", "Não")]
    await desk.send(
        {
            "type": "interactive",
            "interactive": {"type": "button", "body": {"text": "Confirma?"}, "action": {"buttons": buttons}},
        }
    )
    rows = [{"id": "slot:1", "title": "14:00", "description": "com Bia"}, {"id": "slot:2", "title": "16:30"}]
    await desk.send(
        {
            "type": "interactive",
            "interactive": {
                "type": "list",
                "body": {"text": "Qual horário?"},
                "action": {"button": "Ver horários", "sections": [{"title": "Hoje", "rows": rows}]},
            },
        }
    )

    shown = await desk.on_phone()
    assert [one["title"] for one in shown[1]["buttons"]] == ["Sim", "Não"]
    assert shown[2]["sections"][0]["rows"][0]["description"] == "com Bia"
    await desk.say({"tap": "não"})
    await desk.say({"tap": "slot:1"})
    await business.until(lambda: len(business.messages()) == 3)
    tapped, chosen = business.messages()[1:]
    assert tapped["interactive"] == {"type": "button_reply", "button_reply": {"id": "b:Não", "title": "Não"}}
    assert tapped["context"] == {"from": "551140000001", "id": shown[1]["id"]}
    assert chosen["interactive"]["list_reply"] == {"id": "slot:1", "title": "14:00", "description": "com Bia"}
    status, refused = await desk.control("POST", f"phones/{PHONE}/messages", {"tap": "Talvez"})
    assert status == 404
    assert "Sim, Não" in refused["error"]


async def test_read_and_typing_turn_the_persons_ticks_blue(desk: Desk, business: Business) -> None:
    await desk.say("primeira")
    second = await desk.say("segunda")
    await business.until(lambda: len(business.messages()) == 2)
    body = {
        "messaging_product": "whatsapp",
        "status": "read",
        "message_id": second["id"],
        "typing_indicator": {"type": "text"},
    }
    assert await desk.graph("POST", f"{NUMBER}/messages", body) == (200, {"success": True})
    assert [one["status"] for one in await desk.on_phone()] == ["read", "read"]


async def test_replies_reactions_edits_and_revocations(desk: Desk, business: Business) -> None:
    first = await desk.say("oi")
    _, sent = await desk.send({"type": "text", "text": {"body": "Olá"}, "context": {"message_id": first["id"]}})
    hello = sent["messages"][0]["id"]
    await desk.say({"text": "isso", "reply_to": hello})
    await desk.say({"reaction": "👍"})
    await desk.say({"reaction": ""})
    await desk.send({"type": "reaction", "reaction": {"message_id": first["id"], "emoji": "❤️"}})
    await desk.say({"type": "edit", "message_id": first["id"], "text": "olá!"})
    await business.until(lambda: len(business.messages()) == 5)

    shown = await desk.on_phone()
    assert [one["text"] for one in shown] == ["olá!", "Olá", "isso"]
    assert shown[1]["quoted"] == {"direction": "out", "type": "text", "text": "olá!"}
    assert shown[0]["reactions"] == [{"by": "business", "emoji": "❤️"}]
    assert shown[1]["reactions"] == []
    kinds = [one["type"] for one in business.messages()]
    assert kinds == ["text", "text", "reaction", "reaction", "edit"]
    assert business.messages()[1]["context"] == {"from": "551140000001", "id": hello}
    assert business.messages()[2]["reaction"] == {"message_id": hello, "emoji": "👍"}
    assert "emoji" not in business.messages()[3]["reaction"]
