"""Do templates pass through review, and are their parameters held to their definition?"""

from __future__ import annotations

from typing import Any

import pytest

from tests.simulator.business import PHONE, WABA, Business, Desk

Json = dict[str, Any]
BODY = {
    "type": "BODY",
    "text": "Olá {{1}}, seu horário é {{2}} na nossa clínica.",
    "example": {"body_text": [["a", "b"]]},
}
REMINDER: Json = {
    "name": "lembrete",
    "language": "pt_BR",
    "category": "UTILITY",
    "components": [
        {"type": "HEADER", "format": "IMAGE"},
        BODY,
        {"type": "FOOTER", "text": "Clínica Bicho Feliz"},
        {
            "type": "BUTTONS",
            "buttons": [
                {"type": "QUICK_REPLY", "text": "Confirmar"},
                {"type": "URL", "text": "Ver", "url": "https://bichofeliz.example/{{1}}"},
            ],
        },
    ],
}
VALUES = {"type": "body", "parameters": [{"type": "text", "text": "Ana"}, {"type": "text", "text": "14:00"}]}
CONFIRM = {
    "type": "button",
    "sub_type": "quick_reply",
    "index": "0",
    "parameters": [{"type": "payload", "payload": "confirm:42"}],
}
LINK = {"type": "button", "sub_type": "url", "index": 1, "parameters": [{"type": "text", "text": "a1"}]}


def sent(*components: Json, name: str = "lembrete", language: str = "pt_BR") -> Json:
    template = {"name": name, "language": {"code": language}, "components": list(components)}
    return {"type": "template", "template": template}


async def create(desk: Desk, business: Business, **changes: Any) -> str:
    status, answer = await desk.graph("POST", f"{WABA}/message_templates", {**REMINDER, **changes})
    assert (status, answer["status"]) == (200, "PENDING"), answer
    field = "message_template_status_update"
    await business.until(lambda: str(answer["id"]) in {str(v["message_template_id"]) for v in business.values(field)})
    return str(answer["id"])


async def test_review_takes_a_moment_and_is_told(desk: Desk, business: Business) -> None:
    template_id = await create(desk, business)
    value = business.values("message_template_status_update")[0]
    assert value == {
        "event": "APPROVED",
        "message_template_id": int(template_id),
        "message_template_name": "lembrete",
        "message_template_language": "pt_BR",
        "reason": "NONE",
        "message_template_category": "UTILITY",
    }
    assert isinstance(business.bodies[-1]["entry"][0]["time"], int)
    _, listed = await desk.graph("GET", f"{WABA}/message_templates?name=lembrete")
    assert listed["data"][0]["id"] == template_id
    assert "parameter_format" not in listed["data"][0]
    query = "fields=name,status,parameter_format,quality_score,rejected_reason"
    _, listed = await desk.graph("GET", f"{WABA}/message_templates?name=lembrete&{query}")
    row = listed["data"][0]
    assert (row["parameter_format"], row["rejected_reason"]) == ("POSITIONAL", "NONE")
    assert row["quality_score"] == {"score": "UNKNOWN"}


async def test_a_full_send_is_shown_and_its_quick_reply_comes_back(desk: Desk, business: Business) -> None:
    await create(desk, business)
    picture = {"type": "header", "parameters": [{"type": "image", "image": {"link": f"{business.url}/foto.png"}}]}
    status, answer = await desk.send(sent(picture, VALUES, CONFIRM, LINK))
    assert status == 200
    assert answer["messages"][0]["message_status"] == "accepted"
    rows = await business.until(lambda: business.statuses(answer["messages"][0]["id"]))
    assert rows[0]["pricing"]["category"] == "utility"
    shown = (await desk.on_phone())[0]
    assert shown["text"] == "Olá Ana, seu horário é 14:00 na nossa clínica."
    assert shown["footer"] == "Clínica Bicho Feliz"
    assert shown["media"]["mime_type"] == "image/png"
    assert shown["buttons"][1]["url"] == "https://bichofeliz.example/a1"
    await desk.say({"tap": "Confirmar"})
    message = (await business.until(business.messages))[0]
    assert message["type"] == "button"
    assert message["button"] == {"payload": "confirm:42", "text": "Confirmar"}
    assert message["context"]["id"] == shown["id"]


PICTURE = {"type": "header", "parameters": [{"type": "image", "image": {"link": "https://x.example/a.png"}}]}
ONE_VALUE = {"type": "body", "parameters": [{"type": "text", "text": "Ana"}]}
NAMED = {"type": "body", "parameters": [{"type": "text", "parameter_name": n, "text": "x"} for n in ("1", "2")]}
NEWLINE = {"type": "body", "parameters": [{"type": "text", "text": "a\nb"}, {"type": "text", "text": "x"}]}
LONG = {"type": "body", "parameters": [{"type": "text", "text": "a" * 1020}, {"type": "text", "text": "x"}]}
VIDEO = {"type": "header", "parameters": [{"type": "video", "video": {"link": "https://x.example/a.mp4"}}]}
THIRD = {"type": "button", "sub_type": "quick_reply", "index": "2", "parameters": []}
WRONG_KIND = {"type": "button", "sub_type": "url", "index": "0", "parameters": [{"type": "text", "text": "a"}]}


@pytest.mark.parametrize(
    ("components", "code"),
    [
        ((PICTURE, ONE_VALUE, LINK), 132000),
        ((PICTURE, LINK), 132000),
        ((PICTURE, VALUES, THIRD, LINK), 132000),
        ((VALUES, LINK), 132012),
        ((VIDEO, VALUES, LINK), 132012),
        ((PICTURE, NAMED, LINK), 132012),
        ((PICTURE, VALUES, WRONG_KIND, LINK), 132012),
        ((PICTURE, NEWLINE, LINK), 132018),
        ((PICTURE, LONG, LINK), 132005),
        ((PICTURE, VALUES), 131008),
    ],
)
async def test_parameters_that_do_not_fit(
    desk: Desk, business: Business, components: tuple[Json, ...], code: int
) -> None:
    await create(desk, business)
    status, answer = await desk.send(sent(*components))
    assert (status, answer["error"]["code"]) == (400, code), answer


async def test_named_parameters(desk: Desk, business: Business) -> None:
    components = [{"type": "BODY", "text": "Oi {{nome}}, até as {{hora}} de hoje então."}]
    await create(desk, business, name="nomeado", parameter_format="NAMED", components=components)
    values = [{"type": "text", "parameter_name": n, "text": t} for n, t in (("hora", "14h"), ("nome", "Ana"))]
    status, _ = await desk.send(sent({"type": "body", "parameters": values}, name="nomeado"))
    assert status == 200
    assert (await desk.on_phone())[0]["text"] == "Oi Ana, até as 14h de hoje então."
    plain = [{"type": "text", "text": "a"}, {"type": "text", "text": "b"}]
    _, answer = await desk.send(sent({"type": "body", "parameters": plain}, name="nomeado"))
    assert answer["error"]["code"] == 132012


async def test_state_and_language_decide_what_can_be_sent(desk: Desk, business: Business) -> None:
    assert (await desk.send(sent(name="hello_world", language="en_US")))[0] == 200
    status, answer = await desk.send(sent(name="hello_world", language="pt_BR"))
    assert (status, answer["error"]["code"]) == (404, 132001)
    template_id = await create(desk, business, name="simples", components=[{"type": "BODY", "text": "Oi, tudo bem?"}])
    for state, code in (("PAUSED", 132015), ("DISABLED", 132016), ("REJECTED", 132001)):
        await desk.control("POST", f"templates/{template_id}", {"status": state})
        assert (await desk.send(sent(name="simples")))[1]["error"]["code"] == code
    events = [one["event"] for one in business.values("message_template_status_update")]
    await business.until(lambda: len(business.values("message_template_status_update")) == 4)
    assert events[0] == "APPROVED"


async def test_a_refused_review_a_new_category_and_a_quality_are_told(desk: Desk, business: Business) -> None:
    body = [{"type": "BODY", "text": "Você ganhou um prêmio."}]
    template_id = await create(desk, business, name="scam_premio", components=body)
    assert business.values("message_template_status_update")[0]["event"] == "REJECTED"
    await desk.control("POST", f"templates/{template_id}", {"category": "MARKETING", "quality": "RED"})
    category = (await business.until(lambda: business.values("template_category_update")))[0]
    assert (category["previous_category"], category["new_category"]) == ("UTILITY", "MARKETING")
    quality = (await business.until(lambda: business.values("message_template_quality_update")))[0]
    assert quality["new_quality_score"] == "RED"


async def test_marketing_to_someone_who_stopped_it_fails_later(desk: Desk, business: Business) -> None:
    await create(desk, business, name="promo", category="MARKETING", components=[{"type": "BODY", "text": "Promoção!"}])
    await desk.control("POST", f"phones/{PHONE}/preferences", {"marketing": "stop"})
    _, answer = await desk.send(sent(name="promo"))
    rows = await business.until(lambda: business.statuses(answer["messages"][0]["id"]))
    assert (rows[0]["status"], rows[0]["errors"][0]["code"]) == ("failed", 131050)


@pytest.mark.parametrize(
    ("changes", "subcode"),
    [
        ({"name": "Com Maiúscula"}, None),
        ({"category": "OUTRA"}, None),
        ({"components": []}, None),
        ({"components": [{"type": "BODY", "text": "x" * 1025}]}, 2388040),
        ({"components": [{"type": "BODY", "text": "{{1}} no começo é proibido sempre"}]}, 2388299),
        ({"components": [{"type": "BODY", "text": "Oi {{1}} {{2}} {{3}} fim"}]}, 2388293),
        ({"components": [{"type": "BODY", "text": "Oi {{2}} sem o primeiro aqui"}]}, None),
        ({"components": [BODY, {"type": "FOOTER", "text": "x" * 61}]}, 2388073),
        ({"components": [BODY, {"type": "HEADER", "format": "TEXT", "text": "x" * 61}]}, 2388047),
        ({"components": [BODY, {"type": "BUTTONS", "buttons": [{"type": "QUICK_REPLY", "text": "x" * 26}]}]}, 2388040),
        ({"components": [BODY, {"type": "BUTTONS", "buttons": [{"type": "QUICK_REPLY", "text": "x"}] * 11}]}, None),
    ],
)
async def test_definitions_that_are_refused(desk: Desk, changes: Json, subcode: int | None) -> None:
    status, answer = await desk.graph("POST", f"{WABA}/message_templates", {**REMINDER, **changes})
    assert (status, answer["error"]["code"], answer["error"].get("error_subcode")) == (400, 100, subcode)


async def test_edit_delete_and_the_blocked_name(desk: Desk, business: Business) -> None:
    template_id = await create(desk, business)
    edited = {"components": [{"type": "BODY", "text": "Outro texto."}]}
    assert (await desk.graph("POST", template_id, edited))[1]["success"] is True
    await business.until(lambda: len(business.values("message_template_status_update")) == 2)
    assert (await desk.graph("POST", template_id, edited))[0] == 400
    assert (await desk.graph("DELETE", f"{WABA}/message_templates?name=lembrete"))[1] == {"success": True}
    assert (await desk.graph("DELETE", f"{WABA}/message_templates?name=lembrete"))[0] == 404
    status, answer = await desk.graph("POST", f"{WABA}/message_templates", REMINDER)
    assert (status, answer["error"]["error_subcode"]) == (400, 2388023)


async def test_lists_are_paged(desk: Desk, business: Business) -> None:
    for number in range(5):
        await desk.graph("POST", f"{WABA}/message_templates", {**REMINDER, "name": f"m{number}"})
    names: list[str] = []
    after = ""
    for _ in range(4):
        _, page = await desk.graph("GET", f"{WABA}/message_templates?limit=2&fields=name{after}")
        names += [row["name"] for row in page["data"]]
        if "next" not in page.get("paging", {}):
            break
        after = f"&after={page['paging']['cursors']['after']}"
    assert names == ["hello_world", "m0", "m1", "m2", "m3", "m4"]
    status, answer = await desk.graph("GET", f"{WABA}/message_templates?after=xx")
    assert (status, answer["error"]["code"]) == (400, 131059)
