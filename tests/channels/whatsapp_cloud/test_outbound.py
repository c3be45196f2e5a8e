"""Is every message worded as Meta wants it, and refused where it breaks a limit?"""

from __future__ import annotations

from typing import Any

import pytest

from recado.channels.adapter import MessageRefused
from recado.channels.adapters.whatsapp_cloud.adapter import WhatsAppCloud
from recado.channels.models import (
    Button,
    Json,
    OutgoingMedia,
    OutgoingMessage,
    Recipient,
    Row,
    Section,
    TemplateCall,
)

TO = Recipient(wa_id="5511988887777")
EMOJI = "👍"  # two units of UTF-16


def write(to: Recipient = TO, token: str = "out:77", /, **shape: Any) -> Json:
    return WhatsAppCloud().write(OutgoingMessage(**shape), to, token)


def refused(to: Recipient = TO, token: str = "out:77", /, **shape: Any) -> tuple[str, str, int | None]:
    with pytest.raises(MessageRefused) as error:
        write(to, token, **shape)
    return error.value.code, error.value.field, error.value.limit


def buttons(*titles: str) -> tuple[Button, ...]:
    return tuple(Button(id=f"b:{index}", title=title) for index, title in enumerate(titles))


def rows(count: int, **more: Any) -> tuple[Row, ...]:
    return tuple(Row(**{"id": f"r:{index}", "title": f"{index}:00", **more}) for index in range(count))


def listed(*sections: Section, **more: Any) -> Json:
    return {"text": "Qual?", "list_label": "Ver", "sections": sections, **more}


IMAGE = OutgoingMedia(type="image", provider_id="900")


def test_text() -> None:
    assert write(text="oi", reply_to="wamid.Q", preview_url=True) == {
        "messaging_product": "whatsapp",
        "recipient_type": "individual",
        "to": "5511988887777",
        "type": "text",
        "text": {"body": "oi", "preview_url": True},
        "context": {"message_id": "wamid.Q"},
        "biz_opaque_callback_data": "out:77",
    }


def test_no_token_and_no_reply_leave_no_keys() -> None:
    assert set(write(TO, "", text="oi")) == {"messaging_product", "recipient_type", "to", "type", "text"}


@pytest.mark.parametrize(
    ("to", "address"),
    [
        (Recipient("5511988887777", ""), {"to": "5511988887777"}),
        (Recipient("553188887777", "BR.7"), {"to": "553188887777"}),
        (Recipient("", "BR.7000000000000000001"), {"recipient": "BR.7000000000000000001"}),
        (Recipient("", "BR.ENT.9081726354"), {"recipient": "BR.ENT.9081726354"}),
    ],
)
def test_address(to: Recipient, address: Json) -> None:
    body = write(to, text="oi")
    assert {key: body[key] for key in ("to", "recipient") if key in body} == address


@pytest.mark.parametrize(
    ("to", "code"),
    [
        (Recipient(), "missing"),
        (Recipient("+5511988887777"), "bad_recipient"),
        (Recipient("55 11 98888-7777"), "bad_recipient"),
        (Recipient("bla"), "bad_recipient"),
        (Recipient("1"), "bad_recipient"),
        (Recipient("٥٥١١٩٨٨٨٨٧٧٧٧"), "bad_recipient"),
        (Recipient("", "7000"), "bad_recipient"),
        (Recipient("", "br.7000"), "bad_recipient"),
        (Recipient("", "BR.7/../1"), "bad_recipient"),
    ],
)
def test_address_refused(to: Recipient, code: str) -> None:
    assert refused(to, text="oi")[0] == code


def test_buttons() -> None:
    body = write(text="Confirma?", buttons=buttons("Sim", "Não"), header="Consulta", footer="Clínica")
    assert body["type"] == "interactive"
    assert body["interactive"] == {
        "type": "button",
        "body": {"text": "Confirma?"},
        "header": {"type": "text", "text": "Consulta"},
        "footer": {"text": "Clínica"},
        "action": {
            "buttons": [
                {"type": "reply", "reply": {"id": "b:0", "title": "Sim"}},
                {"type": "reply", "reply": {"id": "b:1", "title": "Não"}},
            ]
        },
    }


def test_buttons_under_a_picture() -> None:
    body = write(text="Gostou?", buttons=buttons("Sim"), media=IMAGE, header="never shown")
    assert body["interactive"]["header"] == {"type": "image", "image": {"id": "900"}}


def test_list() -> None:
    today = Section("Hoje", (Row("slot:1", "14:00", "com Bia"), Row("slot:2", "16:30")))
    body = write(**listed(today, footer="Clínica"))
    assert body["interactive"] == {
        "type": "list",
        "body": {"text": "Qual?"},
        "footer": {"text": "Clínica"},
        "action": {
            "button": "Ver",
            "sections": [
                {
                    "title": "Hoje",
                    "rows": [
                        {"id": "slot:1", "title": "14:00", "description": "com Bia"},
                        {"id": "slot:2", "title": "16:30"},
                    ],
                }
            ],
        },
    }


def test_a_lone_section_needs_no_title() -> None:
    assert write(**listed(Section("", rows(1))))["interactive"]["action"]["sections"] == [
        {"rows": [{"id": "r:0", "title": "0:00"}]}
    ]


@pytest.mark.parametrize(
    ("media", "text", "content"),
    [
        (IMAGE, "olha", {"id": "900", "caption": "olha"}),
        (IMAGE, "", {"id": "900"}),
        (OutgoingMedia("video", link="https://cdn.example/a.mp4"), "", {"link": "https://cdn.example/a.mp4"}),
        (OutgoingMedia("audio", "900", voice=True), "", {"id": "900", "voice": True}),
        (OutgoingMedia("audio", "900"), "", {"id": "900"}),
        (OutgoingMedia("document", "900", filename="Orçamento.pdf"), "x", {
            "id": "900", "filename": "Orçamento.pdf", "caption": "x"}),
        (OutgoingMedia("sticker", "900", filename="ignored.webp"), "", {"id": "900"}),
    ],
)  # fmt: skip
def test_media(media: OutgoingMedia, text: str, content: Json) -> None:
    body = write(media=media, text=text)
    assert body["type"] == media.type
    assert body[media.type] == content


def test_reaction_location_contacts_and_ready_objects() -> None:
    reaction = write(reaction="👍", about="wamid.Q", reply_to="wamid.Q")
    assert reaction["reaction"] == {"message_id": "wamid.Q", "emoji": "👍"}
    assert "context" not in reaction
    assert write(reaction="", about="wamid.Q")["reaction"]["emoji"] == ""
    place = {"latitude": "-23.5", "longitude": -46.6, "name": "MASP", "other": 1}
    assert write(location=place)["location"] == {"latitude": -23.5, "longitude": -46.6, "name": "MASP"}
    card = {"name": {"formatted_name": "Bia", "first_name": "Bia"}, "phones": [{"phone": "+55"}]}
    assert write(contacts=(card,))["contacts"] == [card]
    ready = {"type": "location_request_message", "body": {"text": "Onde?"}, "action": {"name": "send_location"}}
    assert write(interactive=ready)["interactive"] == ready


def test_template() -> None:
    components: tuple[Json, ...] = (
        {"type": "BODY", "parameters": [{"type": "text", "text": "Ana"}]},
        {"type": "button", "sub_type": "QUICK_REPLY", "index": 0, "parameters": [{"type": "payload", "payload": "p"}]},
    )
    body = write(template=TemplateCall("lembrete_horario", "pt_BR", components))
    assert body["template"] == {
        "name": "lembrete_horario",
        "language": {"code": "pt_BR"},
        "components": [
            {"type": "body", "parameters": [{"type": "text", "text": "Ana"}]},
            {"type": "button", "sub_type": "quick_reply", "index": "0",
             "parameters": [{"type": "payload", "payload": "p"}]},
        ],
    }  # fmt: skip
    assert write(template=TemplateCall("a", "en"))["template"] == {"name": "a", "language": {"code": "en"}}


def test_order_of_shapes() -> None:
    """The first shape that is there is meant, as the model says."""
    body = write(template=TemplateCall("a", "pt_BR"), text="x", buttons=buttons("b"), sections=(Section("", rows(1)),))
    assert body["type"] == "template"
    assert (
        write(text="x", list_label="l", sections=(Section("", rows(1)),), buttons=buttons("b"))["interactive"]["type"]
        == "list"
    )


@pytest.mark.parametrize(
    "shape",
    [
        {"text": "a" * 4096},
        {"text": EMOJI * 2048},
        {"text": "b" * 1024, "buttons": buttons("x" * 20, "y", "z"), "footer": "f" * 60, "header": "h" * 60},
        {"text": "b", "buttons": (Button("i" * 256, "t"),)},
        listed(Section("s" * 24, rows(10, title="t" * 24, description="d" * 72)), text="b" * 4096, list_label="l" * 20),
        listed(*(Section(f"s{index}", (Row(f"r{index}", "t"),)) for index in range(10))),
        listed(Section("", (Row("i" * 200, "t"),))),
        {"media": IMAGE, "text": "c" * 1024},
        {"contacts": ({"name": {"formatted_name": "a", "last_name": "b"}},) * 257},
        {"location": {"latitude": 90, "longitude": -180}},
    ],
)
def test_exactly_at_the_limit(shape: Json) -> None:
    assert write(TO, "t" * 512, **shape)


@pytest.mark.parametrize(
    ("shape", "refusal"),
    [
        ({"text": ""}, ("missing", "text", None)),
        ({"text": " \n"}, ("missing", "text", None)),
        ({"text": "a" * 4097}, ("too_long", "text", 4096)),
        ({"text": EMOJI * 2049}, ("too_long", "text", 4096)),
        ({"text": "x" * 1025, "buttons": buttons("a")}, ("too_long", "text", 1024)),
        ({"text": "", "buttons": buttons("a")}, ("missing", "text", None)),
        ({"text": "x", "buttons": buttons("a", "b", "c", "d")}, ("too_many", "buttons", 3)),
        ({"text": "x", "buttons": buttons("a" * 21)}, ("too_long", "buttons.title", 20)),
        ({"text": "x", "buttons": buttons("")}, ("missing", "buttons.title", None)),
        ({"text": "x", "buttons": buttons("a", "a")}, ("duplicate", "buttons.title", None)),
        ({"text": "x", "buttons": (Button("i", "a"), Button("i", "b"))}, ("duplicate", "buttons.id", None)),
        ({"text": "x", "buttons": (Button("", "a"),)}, ("missing", "buttons.id", None)),
        ({"text": "x", "buttons": (Button(" i", "a"),)}, ("bad_format", "buttons.id", None)),
        ({"text": "x", "buttons": (Button("i" * 257, "a"),)}, ("too_long", "buttons.id", 256)),
        ({"text": "x", "buttons": buttons("a"), "footer": "f" * 61}, ("too_long", "footer", 60)),
        ({"text": "x", "buttons": buttons("a"), "header": "h" * 61}, ("too_long", "header", 60)),
        ({"text": "x", "buttons": buttons("a"), "media": OutgoingMedia("audio", "9")}, ("not_allowed", "media", None)),
        (listed(Section("", rows(11))), ("too_many", "sections.rows", 10)),
        (listed(Section("a", rows(6)), Section("b", rows(5, id="x"))), ("too_many", "sections.rows", 10)),
        (listed(*(Section("s", rows(1)) for _ in range(11))), ("too_many", "sections", 10)),
        (listed(Section("", ())), ("missing", "sections.rows", 1)),
        (listed(Section("a", rows(1)), Section("b", ())), ("missing", "sections.rows", None)),
        (listed(Section("", rows(1)), Section("b", (Row("z", "z"),))), ("missing", "sections.title", None)),
        (listed(Section("s" * 25, rows(1))), ("too_long", "sections.title", 24)),
        (listed(Section("", rows(1, title="t" * 25))), ("too_long", "sections.rows.title", 24)),
        (listed(Section("", rows(1, title=" "))), ("missing", "sections.rows.title", None)),
        (listed(Section("", rows(1, description="d" * 73))), ("too_long", "sections.rows.description", 72)),
        (listed(Section("", rows(1, id="i" * 201))), ("too_long", "sections.rows.id", 200)),
        (listed(Section("", rows(2, id="same"))), ("duplicate", "sections.rows.id", None)),
        (listed(Section("", rows(1)), list_label=""), ("missing", "list_label", None)),
        (listed(Section("", rows(1)), list_label="l" * 21), ("too_long", "list_label", 20)),
        (listed(Section("", rows(1)), text="x" * 4097), ("too_long", "text", 4096)),
        (listed(Section("", rows(1)), media=IMAGE), ("not_allowed", "media", None)),
        ({"media": IMAGE, "text": "c" * 1025}, ("too_long", "text", 1024)),
        ({"media": OutgoingMedia("audio", "9"), "text": "c"}, ("not_allowed", "text", None)),
        ({"media": OutgoingMedia("sticker", "9"), "text": "c"}, ("not_allowed", "text", None)),
        ({"media": OutgoingMedia("image")}, ("missing", "media", None)),
        ({"media": OutgoingMedia("image", "9", "https://a.example/x")}, ("not_allowed", "media", None)),
        ({"media": OutgoingMedia("image", link="ftp://a.example/x")}, ("bad_format", "media.link", None)),
        ({"media": OutgoingMedia("image", link="https://a b")}, ("bad_format", "media.link", None)),
        ({"media": OutgoingMedia("document", "9", filename="n" * 241)}, ("too_long", "media.filename", 240)),
        ({"reaction": "👍"}, ("missing", "about", None)),
        ({"location": {"longitude": 1}}, ("missing", "location.latitude", None)),
        ({"location": {"latitude": 91, "longitude": 1}}, ("out_of_range", "location.latitude", 90)),
        ({"location": {"latitude": 1, "longitude": "nan"}}, ("out_of_range", "location.longitude", 180)),
        ({"contacts": ({"phones": []},)}, ("missing", "contacts.name", None)),
        ({"contacts": ({"name": {"formatted_name": "a"}},)}, ("missing", "contacts.name", None)),
        ({"contacts": ({"name": {"formatted_name": "a", "first_name": "b"}},) * 258}, ("too_many", "contacts", 257)),
        ({"template": TemplateCall("", "pt_BR")}, ("missing", "template.name", None)),
        ({"template": TemplateCall("Lembrete", "pt_BR")}, ("bad_format", "template.name", None)),
        ({"template": TemplateCall("a" * 513, "pt_BR")}, ("too_long", "template.name", 512)),
        ({"template": TemplateCall("a", "")}, ("bad_format", "template.language", None)),
        ({"template": TemplateCall("a", "pt_BR", ({"x": 1},))}, ("missing", "template.components.type", None)),
        ({"template": TemplateCall("a", "pt_BR", ({"type": "button", "index": 10},))},
         ("bad_format", "template.components.index", None)),
    ],
)  # fmt: skip
def test_beyond_the_limit(shape: Json, refusal: tuple[str, str, int | None]) -> None:
    assert refused(TO, "t", **shape) == refusal


def test_token_beyond_the_limit() -> None:
    assert refused(TO, "t" * 513, text="oi") == ("too_long", "token", 512)


def ready(kind: str, action: Json | None = None, text: str = "x", **more: Any) -> Json:
    return {"type": kind, "body": {"text": text}, "action": action or {}, **more}


REPLY = {"type": "reply", "reply": {"id": "a", "title": "A"}}
LINK = {"name": "cta_url", "parameters": {"display_text": "Ver", "url": "https://a.example"}}
FORM = {"name": "flow", "parameters": {"flow_cta": "Abrir", "flow_id": "1"}}
CARD = {"card_index": 0, "body": {"text": "x"}}


@pytest.mark.parametrize(
    ("interactive", "field"),
    [
        ({}, "interactive.type"),
        ({"type": 7}, "interactive.type"),
        (ready("cta_url", LINK, text=""), "interactive.body"),
        (ready("cta_url", LINK, text="x" * 1025), "interactive.body"),
        (ready("cta_url", {"parameters": {"display_text": "d" * 21, "url": "u"}}), "interactive.display_text"),
        (ready("cta_url", {"parameters": {"display_text": "d"}}), "interactive.url"),
        (ready("cta_url", LINK, footer={"text": "f" * 61}), "interactive.footer"),
        (ready("cta_url", LINK, header={"type": "text", "text": "h" * 61}), "interactive.header"),
        (ready("button", {"buttons": []}), "interactive.buttons"),
        (ready("button", {"buttons": [REPLY] * 4}), "interactive.buttons"),
        (ready("button", {"buttons": [REPLY] * 2}), "interactive.buttons.title"),
        (ready("button", {"buttons": "x"}), "interactive.buttons"),
        (ready("list", {"button": "Ver", "sections": [{"rows": []}]}), "interactive.rows"),
        (ready("list", {"button": "", "sections": []}), "interactive.button"),
        (ready("flow", {"parameters": {"flow_cta": "c" * 31, "flow_id": "1"}}), "interactive.flow_cta"),
        (ready("flow", {"parameters": {"flow_cta": "c"}}), "interactive.flow_id"),
        (ready("flow", {"parameters": {"flow_cta": "c", "flow_id": "1", "flow_name": "n"}}), "interactive.flow_id"),
        (ready("product_list", {"sections": [{"product_items": [{}] * 31}]}), "interactive.product_items"),
        (ready("carousel", {"cards": [CARD]}), "interactive.cards"),
        (ready("carousel", {"cards": [CARD, {"body": {"text": "x" * 161}}]}), "interactive.cards.body"),
    ],
)
def test_ready_object_beyond_the_limit(interactive: Json, field: str) -> None:
    assert refused(TO, "t", interactive=interactive)[1] == field


@pytest.mark.parametrize(
    "interactive",
    [
        ready("cta_url", LINK),
        ready("button", {"buttons": [REPLY]}),
        ready("list", {"button": "Ver", "sections": [{"rows": [{"id": "a", "title": "A"}]}]}, text="x" * 4096),
        ready("flow", FORM),
        ready("contact_request", {"name": "request_contact_info"}),
        ready("carousel", {"cards": [CARD, CARD]}, text=""),
        ready("order_details", {"name": "review_and_pay", "parameters": {}}),
    ],
)
def test_ready_object_goes_as_it_is(interactive: Json) -> None:
    assert write(interactive=interactive)["interactive"] == interactive
