"""Are templates read, checked before they are sent, and shown as the phone shows them?"""

from __future__ import annotations

from typing import Any

import pytest

from recado.channels.adapter import MessageRefused
from recado.channels.adapters.whatsapp_cloud.templates import (
    check_call,
    fill,
    read_page,
    render,
    variables_of,
)
from recado.channels.models import Json, Template, TemplateCall

BODY: Json = {"type": "BODY", "text": "Olá {{1}}, seu horário é {{2}}."}
FOOTER: Json = {"type": "FOOTER", "text": "Clínica Rex"}
PICTURE: Json = {"type": "HEADER", "format": "IMAGE", "example": {"header_handle": ["h"]}}
BUTTONS: Json = {"type": "BUTTONS", "buttons": [
    {"type": "QUICK_REPLY", "text": "Confirmar"},
    {"type": "URL", "text": "Ver", "url": "https://a.example/{{1}}"},
    {"type": "URL", "text": "Site", "url": "https://a.example/"},
    {"type": "COPY_CODE", "text": "Copiar"},
]}  # fmt: skip
IMAGE = {"type": "image", "image": {"link": "https://a.example/a.jpg"}}


def template(*components: Json, status: str = "APPROVED", named: bool = False) -> Template:
    return Template("1", "lembrete", "pt_BR", status, "UTILITY", named, components)


def call(**parts: Any) -> TemplateCall:
    components: list[Json] = []
    for part, values in parts.items():
        given = [value if isinstance(value, dict) else {"type": "text", "text": value} for value in values]
        if part.startswith("button"):
            components.append({"type": "button", "index": part.removeprefix("button"), "parameters": given})
        else:
            components.append({"type": part, "parameters": given})
    return TemplateCall("lembrete", "pt_BR", tuple(components))


def refusal(which: Template, what: TemplateCall) -> str:
    with pytest.raises(MessageRefused) as refused:
        check_call(which, what)
    return refused.value.code


def named(**values: str) -> list[Json]:
    return [{"type": "text", "parameter_name": name, "text": value} for name, value in values.items()]


def test_listing_is_read() -> None:
    answer: Json = {
        "data": [
            {"id": "11", "name": "lembrete", "language": "pt_BR", "status": "APPROVED", "category": "UTILITY",
             "parameter_format": "NAMED", "rejected_reason": "NONE", "quality_score": {"score": "GREEN", "date": 1},
             "components": [BODY, "x", None]},
            {"id": 12, "name": "promo", "language": "pt_BR", "status": "rejected", "rejected_reason": "PROMOTIONAL",
             "components": None, "quality_score": None},
            {"id": "13", "name": "", "language": "pt_BR"},
            None,
            "x",
        ],
        "paging": {"cursors": {"before": "a", "after": "b"}, "next": "https://graph.example/next"},
    }  # fmt: skip
    templates, after = read_page(answer)
    assert after == "b"
    first, second = templates
    assert (first.provider_id, first.named, first.quality, first.rejected_reason) == ("11", True, "GREEN", "")
    assert first.components == (BODY,)
    assert (second.provider_id, second.status, second.rejected_reason, second.components) == (
        "12", "REJECTED", "PROMOTIONAL", ())  # fmt: skip


@pytest.mark.parametrize("answer", [{}, {"data": None}, {"data": {}}, {"data": [], "paging": None}])
def test_empty_listings(answer: Json) -> None:
    assert read_page(answer) == ((), "")


def test_last_page_has_cursors_and_no_next() -> None:
    assert read_page({"data": [], "paging": {"cursors": {"after": "b"}}}) == ((), "")


def test_right_calls_pass() -> None:
    check_call(template(BODY, FOOTER), call(body=["Ana", "14:00"]))
    check_call(template(PICTURE, BODY), call(header=[IMAGE], body=["Ana", "14:00"]))
    check_call(template({"type": "BODY", "text": "sem nada"}), call())
    check_call(template({"type": "HEADER", "format": "TEXT", "text": "Oi {{1}}"}, BODY), call(header=["a"], body="ab"))
    check_call(template(BODY, BUTTONS), call(body=["Ana", "14:00"], button1=["x"], button3=["COD"]))
    body = {"type": "BODY", "text": "Olá {{nome}}, {{hora}}"}
    check_call(template(body, named=True), call(body=named(nome="Ana", hora="14:00")))
    check_call(template({"type": "BODY", "text": "{{1}} e de novo {{1}}"}), call(body=["Ana"]))
    money: Json = {"type": "currency", "currency": {"fallback_value": "R$ 10", "code": "BRL", "amount_1000": 10000}}
    check_call(template(BODY), call(body=["Ana", money]))


@pytest.mark.parametrize(
    ("which", "what", "code"),
    [
        (template(BODY), call(), "132000"),
        (template(BODY), call(body=["Ana"]), "132000"),
        (template(BODY), call(body=["Ana", "b", "c"]), "132000"),
        (template({"type": "BODY", "text": "fixo"}), call(body=["Ana"]), "132000"),
        (template(PICTURE, BODY), call(body=["Ana", "b"]), "132012"),
        (template(PICTURE), call(header=["Ana"]), "132012"),
        (template(PICTURE), call(header=[{"type": "video", "video": {"id": "1"}}]), "132012"),
        (template({"type": "HEADER", "format": "LOCATION"}), call(), "132012"),
        (template(BODY), call(body=[IMAGE, "b"]), "132012"),
        (template({"type": "BODY", "text": "{{nome}}"}, named=True), call(body=["Ana"]), "132012"),
        (template({"type": "BODY", "text": "{{nome}}"}, named=True), call(body=named(hora="x")), "132012"),
        (template(BODY, BUTTONS), call(body=["a", "b"], button1=["x"]), "131008"),
        (template(BODY, BUTTONS), call(body=["a", "b"], button3=["x"]), "131008"),
        (template(BODY, status="PENDING"), call(body=["a", "b"]), "132001"),
        (template(BODY, status="REJECTED"), call(body=["a", "b"]), "132001"),
        (template(BODY, status="PAUSED"), call(body=["a", "b"]), "132015"),
        (template(BODY, status="DISABLED"), call(body=["a", "b"]), "132016"),
    ],
)
def test_wrong_calls_are_told_before_sending(which: Template, what: TemplateCall, code: str) -> None:
    assert refusal(which, what) == code


def test_rendering() -> None:
    shown = render(template(PICTURE, BODY, FOOTER, BUTTONS), call(header=[IMAGE], body=["Ana", "14:00"]))
    assert shown.text == "Olá Ana, seu horário é 14:00.\n\nClínica Rex"
    assert shown.buttons == ("Confirmar", "Ver", "Site", "Copiar")
    assert shown.media == IMAGE
    header = {"type": "HEADER", "format": "TEXT", "text": "Oi {{nome}}"}
    assert render(template(header, named=True), call(header=named(nome="Ana"))).header == "Oi Ana"


def test_values_are_never_scanned_again() -> None:
    assert fill("{{1}} {{2}}", [{"type": "text", "text": "{{2}}"}, {"type": "text", "text": "b"}]) == "{{2}} b"
    assert fill("{{1}} {{3}}", [{"type": "text", "text": "a"}]) == "a {{3}}"
    assert fill("{{1}}", [{"type": "date_time", "date_time": {"fallback_value": "amanhã"}}]) == "amanhã"


def test_variables() -> None:
    assert variables_of("{{2}} {{ 1 }} {{2}} {{nome}} {{}} {{a b}} {1}") == ("2", "1", "nome")
