"""Deliveries with what people tap, fill in, order, change and take back."""

from __future__ import annotations

from typing import Any

from tests.channels.whatsapp_cloud.catalogue.building import Case, Expected, Json, message, one, says

CONTEXT = {"from": "551140000001", "id": "wamid.OUT1"}


def cases() -> list[Case]:
    return [*_taps(), *_forms(), *_orders(), *_changes(), *_unsupported()]


def answer(kind: str, held: Any, **more: Any) -> Json:
    return message("interactive", interactive={"type": kind, kind: held}, context=CONTEXT, **more)


def tapped(title: str, chosen: str, subtype: str, description: str = "") -> Expected:
    return says(
        "interactive",
        title,
        subtype=subtype,
        reply_to="wamid.OUT1",
        choice__id=chosen,
        choice__title=title,
        choice__description=description,
    )


def _taps() -> list[Case]:
    row = {"id": "slot:1", "title": "14:00", "description": "com Bia"}
    template = message("button", button={"payload": "confirm:42", "text": "Confirmar"}, context=CONTEXT)
    return [
        one(
            "button",
            answer("button_reply", {"id": "confirm:42", "title": "Confirmar"}),
            tapped("Confirmar", "confirm:42", "button_reply"),
        ),
        one("button without a title", answer("button_reply", {"id": "a"}), tapped("", "a", "button_reply")),
        one(
            "button named by its key only",
            message("interactive", interactive={"button_reply": {"id": "a", "title": "A"}}, context=CONTEXT),
            tapped("A", "a", "button_reply"),
        ),
        one("list row", answer("list_reply", row), tapped("14:00", "slot:1", "list_reply", "com Bia")),
        one(
            "list row without description",
            answer("list_reply", {"id": "s", "title": "S"}),
            tapped("S", "s", "list_reply"),
        ),
        one("button that is null", answer("button_reply", None), says("interactive", "", subtype="button_reply")),
        one(
            "call permission given",
            answer(
                "call_permission_reply",
                {"response": "accept", "expiration_timestamp": 1795600000, "response_source": "user_action"},
            ),
            says("interactive", "", subtype="call_permission_reply", content__call_permission_reply__response="accept"),
        ),
        one(
            "call permission refused",
            answer("call_permission_reply", {"response": "reject"}),
            says("interactive", "", content__call_permission_reply__response="reject"),
        ),
        one(
            "answer of a new kind",
            answer("payment_reply", {"x": 1}),
            says("interactive", "", subtype="payment_reply", content__raw__payment_reply={"x": 1}),
        ),
        one(
            "answer without its object",
            message("interactive", context=CONTEXT),
            says("interactive", "", reply_to="wamid.OUT1", error_codes=("131000",)),
            Expected("event", {"field": "errors", "value__code": 131000}),
            errors=[{"code": 131000, "title": "Something went wrong", "error_data": {"details": "Unsupported"}}],
        ),
        one("answer with an empty object", message("interactive", interactive={}), says("interactive", "")),
        one(
            "template button",
            template,
            says("button", "Confirmar", choice__id="confirm:42", choice__title="Confirmar", reply_to="wamid.OUT1"),
        ),
        one(
            "template button without a payload",
            message("button", button={"text": "Sim"}, context=CONTEXT),
            says("button", "Sim", choice__id="Sim"),
        ),
        one(
            "template button without a context",
            message("button", button={"payload": "p", "text": "Sim"}),
            says("button", "Sim", choice__id="p", reply_to=""),
        ),
        one(
            "template button without words",
            message("button", button={"payload": "p"}),
            says("button", "p", choice__id="p"),
        ),
        one("template button without its object", message("button"), says("button", "")),
    ]


def _forms() -> list[Case]:
    def form(told: Any, **more: Any) -> Json:
        return answer("nfm_reply", {"name": "flow", "body": "Enviado", "response_json": told, **more})

    def read(**more: Any) -> Expected:
        return says("interactive", "Enviado", **{"subtype": "nfm_reply", "content__form__name": "flow", **more})

    whole = '{"flow_token":"t-1","nome":"Rex","idade":3,"datas":["2026-11-21"]}'
    return [
        one(
            "form",
            form(whole),
            read(
                content__form__answers={"flow_token": "t-1", "nome": "Rex", "idade": 3, "datas": ["2026-11-21"]},
                content__form__flow_token="t-1",
            ),
        ),
        one("form without a token", form('{"nome":"Rex"}'), read(content__form__answers={"nome": "Rex"})),
        one("form that is no JSON", form("{invalid-json"), read(content__form__raw="{invalid-json")),
        one("form that is null", form(None), read(content__form__raw=None)),
        one("form that is the word null", form("null"), read(content__form__raw="null")),
        one("form that is a list", form('["not","an","object"]'), read(content__form__raw='["not","an","object"]')),
        one("form that is a number", form("7"), read(content__form__raw="7")),
        one("form that is an object already", form({"a": 1}), read(content__form__answers={"a": 1})),
        one("form with NaN inside", form('{"a":NaN}'), read(content__form__raw='{"a":NaN}')),
        one("form with a key twice", form('{"a":1,"a":2}'), read(content__form__raw='{"a":1,"a":2}')),
        one("form nested a thousand deep", form("[" * 1000 + "]" * 1000), read(content__form__name="flow")),
        one("form with a NUL inside", form('{"a":"\\u0000"}'), read(content__form__answers={"a": "\ufffd"})),
        one(
            "address form",
            answer(
                "nfm_reply",
                {"name": "address_message", "body": "Rua A", "response_json": '{"values":{"city":"Recife"}}'},
            ),
            says("interactive", "Rua A", content__form__answers={"values": {"city": "Recife"}}),
        ),
        one(
            "form without its object",
            message("interactive", interactive={"type": "nfm_reply"}),
            says("interactive", "", subtype="nfm_reply"),
        ),
    ]


def _orders() -> list[Case]:
    items = [{"product_retailer_id": "RACAO", "quantity": 3, "item_price": 30.5, "currency": "BRL"}]
    order = {"catalog_id": "354", "text": "entregar hoje", "product_items": items}
    return [
        one("order", message("order", order=order), says("order", "entregar hoje", content__order=order)),
        one("order without a note", message("order", order={**order, "text": ""}), says("order", "")),
        one("order without items", message("order", order={"catalog_id": "1"}), says("order", "")),
        one("order without its object", message("order"), says("order", "")),
    ]


def _changes() -> list[Case]:
    def edit(**held: Any) -> Json:
        return message("edit", edit={"original_message_id": "wamid.Q", **held})

    picture = {"caption": "nova legenda", "mime_type": "image/jpeg", "id": "900"}
    return [
        one(
            "edited text",
            edit(message={"type": "text", "text": {"body": "corrigido"}}),
            says("edit", "corrigido", about="wamid.Q", subtype="text"),
        ),
        one(
            "edited caption",
            edit(message={"type": "image", "image": picture}),
            says("edit", "nova legenda", about="wamid.Q", subtype="image", media__provider_id="900"),
        ),
        one(
            "edited reply",
            edit(message={"type": "text", "text": {"body": "x"}, "context": {"id": "wamid.P"}}),
            says("edit", "x", about="wamid.Q"),
        ),
        one("edited into nothing", edit(), says("edit", "", about="wamid.Q")),
        one("edited into an edit", edit(message={"type": "edit", "edit": {}}), says("edit", "", about="wamid.Q")),
        one("edit without its object", message("edit"), says("edit", "", about="")),
        one(
            "taken back",
            message("revoke", revoke={"original_message_id": "wamid.Q"}),
            says("revoke", "", about="wamid.Q"),
        ),
        one("taken back without its object", message("revoke"), says("revoke", "", about="")),
    ]


SUBTYPES = (
    "errors",
    "gif",
    "group_invite",
    "hsm",
    "image",
    "interactive",
    "keep_in_chat",
    "link_preview",
    "list",
    "location",
    "media_placeholder",
    "order",
    "pin",
    "poll_creation",
    "poll_update",
    "product",
    "reaction",
    "edit",
)


def _unsupported() -> list[Case]:
    error = {"code": 131051, "title": "Message type unknown", "error_data": {"details": "not supported"}}
    named = [
        one(
            f"unsupported {subtype}",
            message("unsupported", unsupported={"type": subtype}, errors=[error]),
            says("unsupported", "", subtype=subtype, error_codes=("131051",)),
        )
        for subtype in SUBTYPES
    ]
    return [
        *named,
        one(
            "unsupported without its object",
            message("unsupported", errors=[error]),
            says("unsupported", "", subtype="", error_codes=("131051",)),
        ),
        one(
            "unknown of the older API",
            message("unknown", errors=[{"code": 501, "details": "x", "title": "Unknown"}]),
            says("unsupported", "", subtype="", error_codes=("501",)),
        ),
        one("ephemeral", message("ephemeral"), says("unsupported", "", subtype="ephemeral")),
        one(
            "a type of tomorrow",
            message("hologram", hologram={"id": "1"}),
            says("unsupported", "", subtype="hologram", content__raw__hologram={"id": "1"}),
        ),
        one(
            "a type of tomorrow with words",
            message("poll", poll={"body": "Qual dia?"}),
            says("unsupported", "Qual dia?", subtype="poll"),
        ),
        one("a type that is a number", message(**{"type": 7}), says("unsupported", "", subtype="7")),
        one("a type that is a list", message(**{"type": ["text"]}), says("unsupported", "", subtype="")),
        one("nothing but an address", message(), says("unsupported", "")),
    ]
