"""Does every limit of the provider's message reference refuse with the right code and name the field?"""

from __future__ import annotations

from typing import Any

import pytest

from tests.simulator.business import Desk

Json = dict[str, Any]


def text(body: object) -> Json:
    return {"type": "text", "text": {"body": body}}


def buttons(*titles: str, **changes: Any) -> Json:
    replies = [{"type": "reply", "reply": {"id": f"id-{n}", "title": title}} for n, title in enumerate(titles)]
    interactive = {"type": "button", "body": {"text": "Confirma?"}, "action": {"buttons": replies}, **changes}
    return {"type": "interactive", "interactive": interactive}


def rows_list(rows: int, *, sections: int = 1, **changes: Any) -> Json:
    per_section = rows // sections
    made = [
        {
            "title": f"S{s}",
            "rows": [{"id": f"r{s}-{n}", "title": f"Opção {s}-{n}"} for n in range(per_section)],
        }
        for s in range(sections)
    ]
    action = {"button": "Ver", "sections": made, **changes}
    return {"type": "interactive", "interactive": {"type": "list", "body": {"text": "Escolha"}, "action": action}}


def one_row(**changes: Any) -> Json:
    row = {"id": "r", "title": "t", **changes}
    return rows_list(1, sections=1) | {
        "interactive": {
            "type": "list",
            "body": {"text": "x"},
            "action": {"button": "Ver", "sections": [{"rows": [row]}]},
        }
    }


def image(**value: Any) -> Json:
    return {"type": "image", "image": value}


REFUSED: list[tuple[str, Json, int, str]] = [
    ("no text", {"type": "text"}, 131008, "text"),
    ("no body", {"type": "text", "text": {}}, 131008, "text.body"),
    ("empty body", text(""), 131009, "text.body"),
    ("blank body", text("  \n "), 131009, "text.body"),
    ("body is a number", text(5), 131009, "text.body"),
    ("long body", text("a" * 4097), 131009, "text.body"),
    ("an emoji counts as two", text("🐶" * 2049), 131009, "4098"),
    ("preview is no boolean", {"type": "text", "text": {"body": "a", "preview_url": "yes"}}, 131009, "preview_url"),
    ("unknown key", {"type": "text", "text": {"body": "a", "bodi": 1}}, 100, "bodi"),
    ("unknown key outside", {**text("a"), "texto": 1}, 100, "texto"),
    ("unknown type", {"type": "poll"}, 100, "poll"),
    ("long callback data", {**text("a"), "biz_opaque_callback_data": "x" * 513}, 131009, "biz_opaque_callback_data"),
    ("context without id", {**text("a"), "context": {}}, 131008, "context.message_id"),
    ("group", {**text("a"), "recipient_type": "group"}, 131041, "group"),
    ("no buttons", buttons(), 131009, "buttons"),
    ("four buttons", buttons("a", "b", "c", "d"), 131009, "between 1 and 3"),
    ("long button title", buttons("a" * 21), 131009, "reply.title"),
    ("emoji in a full button title", buttons("a" * 19 + "🐶"), 131009, "it has 21"),
    ("equal button titles", buttons("Sim", "Sim"), 131009, "unique"),
    ("long button body", buttons("a", body={"text": "x" * 1025}), 131009, "interactive.body.text"),
    ("long footer", buttons("a", footer={"text": "x" * 61}), 131009, "interactive.footer.text"),
    ("long header", buttons("a", header={"type": "text", "text": "x" * 61}), 131009, "interactive.header.text"),
    ("sticker header", buttons("a", header={"type": "sticker", "sticker": {"id": "1"}}), 131009, "header.type"),
    ("no interactive body", {"type": "interactive", "interactive": {"type": "button", "action": {}}}, 131008, "body"),
    ("unknown interactive", {"type": "interactive", "interactive": {"type": "menu"}}, 131009, "interactive.type"),
    ("eleven rows", rows_list(12, sections=2), 131009, "at most 10"),
    ("eleven sections", rows_list(11, sections=11), 131009, "sections"),
    ("no rows", rows_list(0), 131009, "rows"),
    ("long list button", rows_list(2, button="x" * 21), 131009, "action.button"),
    ("no list button", rows_list(2, button=None), 131008, "action.button"),
    ("long row title", one_row(title="x" * 25), 131009, "rows[0].title"),
    ("long row id", one_row(id="x" * 201), 131009, "rows[0].id"),
    ("long row description", one_row(description="x" * 73), 131009, "rows[0].description"),
    (
        "section title missing",
        {
            "type": "interactive",
            "interactive": {
                "type": "list",
                "body": {"text": "x"},
                "action": {
                    "button": "Ver",
                    "sections": [
                        {"rows": [{"id": "a", "title": "a"}]},
                        {"title": "B", "rows": [{"id": "b", "title": "b"}]},
                    ],
                },
            },
        },
        131008,
        "sections[0].title",
    ),
    ("neither id nor link", image(), 131008, "image.link"),
    ("id and link", image(id="1", link="https://x.example/a.png"), 131009, "image"),
    ("someone else's media", image(id="999999999999999"), 100, "media id"),
    ("no address", image(link="ftp://x.example/a.png"), 131009, "image.link"),
    ("long caption", image(link="https://x.example/a.png", caption="x" * 1025), 131009, "image.caption"),
    (
        "audio has no caption",
        {"type": "audio", "audio": {"link": "https://x.example/a.ogg", "caption": "a"}},
        100,
        "caption",
    ),
    ("latitude", {"type": "location", "location": {"latitude": 91, "longitude": 0}}, 131009, "latitude"),
    ("no longitude", {"type": "location", "location": {"latitude": 1}}, 131008, "longitude"),
    ("no contacts", {"type": "contacts", "contacts": []}, 131009, "contacts"),
    ("many contacts", {"type": "contacts", "contacts": [{}] * 258}, 131009, "257"),
    (
        "only a formatted name",
        {"type": "contacts", "contacts": [{"name": {"formatted_name": "Ana"}}]},
        131008,
        "first_name",
    ),
    (
        "reaction to nothing",
        {"type": "reaction", "reaction": {"message_id": "wamid.x", "emoji": "👍"}},
        131009,
        "message_id",
    ),
    ("reaction in words", {"type": "reaction", "reaction": {"message_id": "wamid.x", "emoji": "ok"}}, 131009, "emoji"),
    (
        "cta without address",
        {
            "type": "interactive",
            "interactive": {
                "type": "cta_url",
                "body": {"text": "x"},
                "action": {"name": "cta_url", "parameters": {"display_text": "Abrir"}},
            },
        },
        131009,
        "parameters.url",
    ),
    (
        "template missing",
        {"type": "template", "template": {"name": "nada", "language": {"code": "pt_BR"}}},
        132001,
        "nada",
    ),
]


@pytest.mark.parametrize(("body", "code", "named"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED])
async def test_refused(desk: Desk, body: Json, code: int, named: str) -> None:
    await desk.say("oi")
    status, answer = await desk.send(body)
    error = answer["error"]
    assert (error["code"], status) == (code, 404 if code == 132001 else 400)
    assert named in error["error_data"]["details"]
    assert error["type"] == "OAuthException"
    assert error["message"].startswith(f"(#{code}) ")
    assert error["fbtrace_id"]
    assert [one["direction"] for one in await desk.on_phone()] == ["out"]
    row = (await desk.ledger())[-1]
    assert (row["decision"], row["code"], row["wamid"]) == ("refused", code, None)


ACCEPTED: list[tuple[str, Json]] = [
    ("longest text", text("á" * 4096)),
    ("numbers as coordinates in text", {"type": "location", "location": {"latitude": "-23.5", "longitude": "-46.6"}}),
    ("three full buttons", buttons("a" * 20, "b" * 20, "c" * 20, body={"text": "x" * 1024}, footer={"text": "y" * 60})),
    ("ten rows in five sections", rows_list(10, sections=5)),
    ("longest row", one_row(id="x" * 200, title="x" * 24, description="x" * 72)),
    ("longest callback data", {**text("a"), "biz_opaque_callback_data": "x" * 512}),
    (
        "a contact",
        {"type": "contacts", "contacts": [{"name": {"formatted_name": "Ana S", "first_name": "Ana"}, "phones": []}]},
    ),
    (
        "ask for the place",
        {
            "type": "interactive",
            "interactive": {
                "type": "location_request_message",
                "body": {"text": "Onde?"},
                "action": {"name": "send_location"},
            },
        },
    ),
    (
        "a pix charge",
        {
            "type": "interactive",
            "interactive": {
                "type": "order_details",
                "body": {"text": "Banho"},
                "action": {
                    "name": "review_and_pay",
                    "parameters": {
                        "reference_id": "b-1",
                        "type": "digital-goods",
                        "payment_type": "br",
                        "currency": "BRL",
                        "total_amount": {"value": 8900, "offset": 100},
                        "order": {"status": "pending", "items": []},
                    },
                },
            },
        },
    ),
]


@pytest.mark.parametrize("body", [row[1] for row in ACCEPTED], ids=[row[0] for row in ACCEPTED])
async def test_accepted(desk: Desk, body: Json) -> None:
    await desk.say("oi")
    status, answer = await desk.send(body)
    assert status == 200, answer
    assert answer["messages"][0]["id"].startswith("wamid.")
    assert [one["direction"] for one in await desk.on_phone()] == ["out", "in"]


@pytest.mark.parametrize(
    ("envelope", "code"),
    [
        ({"to": "5511988887777", "type": "text", "text": {"body": "a"}}, 100),
        ({"messaging_product": "whatsapp", "type": "text", "text": {"body": "a"}}, 100),
        ({"messaging_product": "whatsapp", "to": "12ab", "text": {"body": "a"}}, 131009),
        ({"messaging_product": "whatsapp", "to": "BR.7000", "text": {"body": "a"}}, 131009),
        ({"messaging_product": "whatsapp", "recipient": "BR.7000", "text": {"body": "a"}}, 131009),
        ({"messaging_product": "whatsapp", "to": "+55 11 4000-0001", "text": {"body": "a"}}, 131021),
    ],
)
async def test_the_envelope_is_checked_first(desk: Desk, envelope: Json, code: int) -> None:
    status, answer = await desk.graph("POST", "400000000000001/messages", envelope)
    assert (status, answer["error"]["code"]) == (400, code)


async def test_a_number_without_country_code_gets_the_businesss_own(desk: Desk) -> None:
    await desk.say("oi")
    _, answer = await desk.send(text("Olá"), to="(11) 98888-7777")
    assert answer["contacts"] == [{"input": "(11) 98888-7777", "wa_id": "5511988887777"}]


@pytest.mark.parametrize("raw", [b"", b"{", b"[]", b"nul", b'"text"', b"[" * 100_000])
async def test_a_body_that_is_no_object_is_refused(desk: Desk, raw: bytes) -> None:
    url = f"{desk.simulator.url}/v25.0/400000000000001/messages"
    headers = {"Authorization": "Bearer EAAG-token", "Content-Type": "application/json"}
    async with desk.http.post(url, data=raw, headers=headers) as answer:
        assert answer.status == 400
        assert (await answer.json())["error"]["code"] == 100
