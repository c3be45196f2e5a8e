"""Does each kind of interactive message keep its own rules, and what does a tap on it send?"""

from __future__ import annotations

from typing import Any

import pytest

from tests.simulator.business import Business, Desk

Json = dict[str, Any]


def interactive(kind: str, action: Json, **changes: Any) -> Json:
    return {"type": "interactive", "interactive": {"type": kind, "body": {"text": "Veja"}, "action": action, **changes}}


def cta(**parameters: str) -> Json:
    values = {"display_text": "Abrir", "url": "https://a.example/x", **parameters}
    return interactive("cta_url", {"name": "cta_url", "parameters": values})


def flow(**parameters: Any) -> Json:
    values = {"flow_message_version": "3", "flow_id": "1", "flow_cta": "Preencher", "flow_token": "t-1", **parameters}
    return interactive("flow", {"name": "flow", "parameters": values})


def products(count: int) -> Json:
    items = [{"product_retailer_id": f"p{number}"} for number in range(count)]
    sections = [{"title": "Rações", "product_items": items}]
    header = {"type": "text", "text": "Catálogo"}
    return interactive("product_list", {"catalog_id": "1", "sections": sections}, header=header)


def carousel(count: int, *, text: str = "Cartão") -> Json:
    card = {"type": "cta_url", "header": {"type": "image"}, "body": {"text": text}, "action": {"name": "cta_url"}}
    return interactive("carousel", {"cards": [{"card_index": number, **card} for number in range(count)]})


def order(**parameters: Any) -> Json:
    values = {
        "reference_id": "b-1",
        "currency": "BRL",
        "total_amount": {"value": 8900, "offset": 100},
        "order": {"status": "pending"},
        **parameters,
    }
    return interactive("order_details", {"name": "review_and_pay", "parameters": values})


STATUS = {"reference_id": "b-1", "order": {"status": "shipped"}}
TAKEN: list[tuple[Json, str | None]] = [
    (cta(), "Abrir"),
    (flow(), "Preencher"),
    (interactive("contact_request", {"name": "request_contact_info"}), "Compartilhar número"),
    (interactive("catalog_message", {"name": "catalog_message"}), "Ver catálogo"),
    (interactive("voice_call", {"name": "voice_call", "parameters": {"display_text": "Ligue"}}), "Ligue"),
    (interactive("call_permission_request", {"name": "call_permission_request"}), "Permitir ligações"),
    (order(), "Revisar e pagar"),
    (interactive("order_status", {"name": "review_order", "parameters": STATUS}), None),
    (interactive("product", {"catalog_id": "1", "product_retailer_id": "p1"}), None),
    (products(30), None),
    (carousel(10, text="x" * 160), None),
]


@pytest.mark.parametrize(("body", "button"), TAKEN, ids=[row[0]["interactive"]["type"] for row in TAKEN])
async def test_taken_and_shown(desk: Desk, body: Json, button: str | None) -> None:
    await desk.say("oi")
    status, answer = await desk.send(body)
    assert status == 200, answer
    shown = (await desk.on_phone())[-1]
    assert (shown["type"], shown["interactive"]) == ("interactive", body["interactive"]["type"])
    assert [one["title"] for one in shown["buttons"]] == ([button] if button else [])


@pytest.mark.parametrize(
    ("body", "code", "named"),
    [
        (cta(display_text="x" * 21), 131009, "display_text"),
        (cta(url="a.example"), 131009, "url"),
        (interactive("cta_url", {"name": "outro"}), 131009, "action.name"),
        (flow(flow_cta="x" * 31), 131009, "flow_cta"),
        (flow(flow_id=None), 131008, "flow_id"),
        (flow(flow_message_version="2"), 131009, "flow_message_version"),
        (flow(mode="teste"), 131009, "mode"),
        (products(31), 131009, "product_items"),
        (products(0), 131009, "product_items"),
        (carousel(1), 131009, "between 2 and 10"),
        (carousel(11), 131009, "between 2 and 10"),
        (carousel(2, text="x" * 161), 131009, "cards[0].body.text"),
        (order(currency="USD"), 131009, "currency"),
        (order(total_amount={"value": 1.5, "offset": 100}), 131009, "total_amount"),
        (order(reference_id="x" * 36), 131009, "reference_id"),
        (interactive("address_message", {"name": "address_message"}), 131009, "country"),
        (interactive("list", {"button": "Ver"}, header={"type": "image", "image": {"id": "1"}}), 131009, "header.type"),
        (interactive("product_list", {"catalog_id": "1"}), 131008, "header"),
    ],
)
async def test_refused(desk: Desk, body: Json, code: int, named: str) -> None:
    await desk.say("oi")
    status, answer = await desk.send(body)
    assert (status, answer["error"]["code"]) == (400, code)
    assert named in answer["error"]["error_data"]["details"]


@pytest.mark.parametrize(
    ("body", "title", "sent"),
    [
        (interactive("location_request_message", {"name": "send_location"}), "Enviar localização", "location"),
        (flow(), "Preencher", "interactive"),
        (
            interactive("call_permission_request", {"name": "call_permission_request"}),
            "Permitir ligações",
            "interactive",
        ),
        (interactive("contact_request", {"name": "request_contact_info"}), "Compartilhar número", "contacts"),
    ],
)
async def test_a_tap_answers_what_was_asked(desk: Desk, business: Business, body: Json, title: str, sent: str) -> None:
    await desk.say({"text": "oi", "name": "Ana Souza"})
    _, answer = await desk.send(body)
    await desk.say({"tap": title})
    await business.until(lambda: len(business.messages()) == 2)
    message = business.messages()[1]
    assert (message["type"], message["context"]["id"]) == (sent, answer["messages"][0]["id"])
    if sent == "contacts":
        contact = message["contacts"][0]
        assert contact["origin"] == "contact_request"
        assert contact["name"]["formatted_name"] == "Ana Souza"
        assert contact["phones"][0]["wa_id"] == "5511988887777"
    if title == "Preencher":
        assert message["interactive"]["nfm_reply"]["response_json"] == '{"flow_token":"t-1"}'


async def test_a_tap_that_only_opens_something_sends_nothing(desk: Desk) -> None:
    await desk.say("oi")
    await desk.send(cta())
    assert (await desk.control("POST", "phones/5511988887777/messages", {"tap": "Abrir"}))[0] == 409
