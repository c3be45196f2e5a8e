"""Does this interactive message keep the provider's limits, and what can the person tap on it?"""

from __future__ import annotations

import json
from collections.abc import Callable

from recado_simulator.fields import (
    check_text,
    check_unique,
    check_url,
    may_text,
    need_list,
    need_object,
    need_text,
)
from recado_simulator.graph_errors import invalid, missing
from recado_simulator.shapes import Json, as_list, without_none

_MOST_ROWS = 10
_MOST_PRODUCTS = 30
_CENTS = 100
_HEADER_MEDIA = ("image", "video", "document")


def read_interactive(value: Json) -> tuple[Json, Json | None]:
    """Give what the phone shows, and the media of the header as `{kind, value}` when there is one."""
    kind = value.get("type")
    if kind is None:
        raise missing("interactive.type")
    if kind not in _ACTIONS:
        raise invalid("interactive.type", f"must be one of {', '.join(sorted(_ACTIONS))}")
    header_text, header_media = _read_header(value, kind)
    content = without_none(
        interactive=kind,
        header=header_text,
        text=_read_body(value, kind),
        footer=_read_footer(value),
        **_ACTIONS[kind](need_object(value, "action", where="interactive")),
    )
    return content, header_media


def _read_header(value: Json, kind: str) -> tuple[str | None, Json | None]:
    if value.get("header") is None:
        if kind == "product_list":
            raise missing("interactive.header")
        return None, None
    header = need_object(value, "header", where="interactive")
    of_type = header.get("type")
    if of_type == "text":
        return need_text(header, "text", where="interactive.header", most=60), None
    if of_type not in _HEADER_MEDIA or kind in {"list", "product_list"}:
        allowed = "text" if kind in {"list", "product_list"} else "text, image, video, document"
        raise invalid("interactive.header.type", f"must be one of {allowed}")
    return None, {"kind": of_type, "value": need_object(header, of_type, where="interactive.header")}


def _read_body(value: Json, kind: str) -> str | None:
    if kind in {"product", "order_status"} and value.get("body") is None:
        return None
    body = need_object(value, "body", where="interactive")
    return need_text(body, "text", where="interactive.body", most=4096 if kind == "list" else 1024)


def _read_footer(value: Json) -> str | None:
    if value.get("footer") is None:
        return None
    return need_text(need_object(value, "footer", where="interactive"), "text", where="interactive.footer", most=60)


def _read_buttons(action: Json) -> Json:
    buttons = need_list(action, "buttons", where="interactive.action", least=1, most=3)
    shown = []
    for position, button in enumerate(buttons):
        where = f"interactive.action.buttons[{position}]"
        if button.get("type") != "reply":
            raise invalid(f"{where}.type", "must be reply")
        reply = need_object(button, "reply", where=where)
        shown.append(
            {
                "id": need_text(reply, "id", where=f"{where}.reply", most=256),
                "title": need_text(reply, "title", where=f"{where}.reply", most=20),
                "kind": "reply",
            }
        )
    check_unique((one["id"] for one in shown), "interactive.action.buttons.reply.id")
    check_unique((one["title"] for one in shown), "interactive.action.buttons.reply.title")
    return {"buttons": shown}


def _read_list(action: Json) -> Json:
    label = need_text(action, "button", where="interactive.action", most=20)
    sections = need_list(action, "sections", where="interactive.action", least=1, most=10)
    shown = [_read_section(section, position, alone=len(sections) == 1) for position, section in enumerate(sections)]
    ids = [row["id"] for section in shown for row in section["rows"]]
    if len(ids) > _MOST_ROWS:
        raise invalid(
            "interactive.action.sections.rows", f"must be at most {_MOST_ROWS} in all sections, there are {len(ids)}"
        )
    check_unique(ids, "interactive.action.sections.rows.id")
    return {"list_button": label, "sections": shown}


def _read_section(section: Json, position: int, *, alone: bool) -> Json:
    where = f"interactive.action.sections[{position}]"
    read = may_text if alone else need_text
    title = read(section, "title", where=where, most=24)
    rows = need_list(section, "rows", where=where, least=1, most=10)
    return {
        "title": title or "",
        "rows": [_read_row(row, f"{where}.rows[{number}]") for number, row in enumerate(rows)],
    }


def _read_row(row: Json, where: str) -> Json:
    return without_none(
        id=need_text(row, "id", where=where, most=200),
        title=need_text(row, "title", where=where, most=24),
        description=may_text(row, "description", where=where, most=72) or None,
    )


def _read_cta_url(action: Json) -> Json:
    _need_name(action, "cta_url")
    parameters = need_object(action, "parameters", where="interactive.action")
    title = need_text(parameters, "display_text", where="interactive.action.parameters", most=20)
    url = check_url(parameters.get("url"), "interactive.action.parameters.url")
    return {"buttons": [{"id": "cta_url", "title": title, "kind": "url", "url": url}]}


def _read_flow(action: Json) -> Json:
    _need_name(action, "flow")
    where = "interactive.action.parameters"
    parameters = need_object(action, "parameters", where="interactive.action")
    if str(parameters.get("flow_message_version", "")) != "3":
        raise invalid(f"{where}.flow_message_version", "must be 3")
    if not parameters.get("flow_id") and not parameters.get("flow_name"):
        raise missing(f"{where}.flow_id")
    title = need_text(parameters, "flow_cta", where=where, most=30)
    if parameters.get("mode", "published") not in {"draft", "published"}:
        raise invalid(f"{where}.mode", "must be one of draft, published")
    token = str(parameters.get("flow_token") or "unused")
    return {"buttons": [{"id": "flow", "title": title, "kind": "flow", "flow_token": token}]}


def _read_location_request(action: Json) -> Json:
    _need_name(action, "send_location")
    return {"buttons": [{"id": "send_location", "title": "Enviar localização", "kind": "location"}]}


def _read_contact_request(action: Json) -> Json:
    _need_name(action, "request_contact_info")
    return {"buttons": [{"id": "request_contact_info", "title": "Compartilhar número", "kind": "contact"}]}


def _read_product(action: Json) -> Json:
    need_text(action, "catalog_id", where="interactive.action", most=100)
    need_text(action, "product_retailer_id", where="interactive.action", most=100)
    return {"products": [str(action["product_retailer_id"])]}


def _read_product_list(action: Json) -> Json:
    need_text(action, "catalog_id", where="interactive.action", most=100)
    sections = need_list(action, "sections", where="interactive.action", least=1, most=10)
    products = [
        str(item.get("product_retailer_id")) for section in sections for item in as_list(section.get("product_items"))
    ]
    if not 1 <= len(products) <= _MOST_PRODUCTS:
        raise invalid("interactive.action.sections.product_items", "must be between 1 and 30 in all")
    return {"products": products}


def _read_catalog(action: Json) -> Json:
    _need_name(action, "catalog_message")
    return {"buttons": [{"id": "catalog", "title": "Ver catálogo", "kind": "catalog"}]}


def _read_carousel(action: Json) -> Json:
    cards = need_list(action, "cards", where="interactive.action", least=2, most=10)
    shown = []
    for position, card in enumerate(cards):
        where = f"interactive.action.cards[{position}]"
        body = need_object(card, "body", where=where) if card.get("body") is not None else {}
        text = may_text(body, "text", where=f"{where}.body", most=160)
        need_object(card, "header", where=where)
        need_object(card, "action", where=where)
        shown.append({"text": text or ""})
    return {"cards": shown}


def _read_voice_call(action: Json) -> Json:
    parameters = action.get("parameters") if isinstance(action.get("parameters"), dict) else {}
    title = may_text(parameters or {}, "display_text", where="interactive.action.parameters", most=20) or "Ligar"
    return {"buttons": [{"id": "voice_call", "title": title, "kind": "call"}]}


def _read_call_permission(action: Json) -> Json:
    _need_name(action, "call_permission_request")
    return {"buttons": [{"id": "call_permission", "title": "Permitir ligações", "kind": "call_permission"}]}


def _read_address(action: Json) -> Json:
    _need_name(action, "address_message")
    raise invalid("interactive.type", "address_message is not available in this country")


def _read_order_details(action: Json) -> Json:
    _need_name(action, "review_and_pay")
    where = "interactive.action.parameters"
    parameters = need_object(action, "parameters", where="interactive.action")
    need_text(parameters, "reference_id", where=where, most=35)
    if parameters.get("currency") != "BRL":
        raise invalid(f"{where}.currency", "must be BRL")
    amount = need_object(parameters, "total_amount", where=where)
    if not isinstance(amount.get("value"), int) or amount.get("offset") != _CENTS:
        raise invalid(f"{where}.total_amount", "must be {value: integer, offset: 100}")
    need_object(parameters, "order", where=where)
    cents = amount["value"]
    return {
        "order": {"reference_id": parameters["reference_id"], "total": cents},
        "buttons": [{"id": "review_and_pay", "title": "Revisar e pagar", "kind": "pay"}],
    }


def _read_order_status(action: Json) -> Json:
    _need_name(action, "review_order")
    parameters = need_object(action, "parameters", where="interactive.action")
    reference = need_text(parameters, "reference_id", where="interactive.action.parameters", most=35)
    order = need_object(parameters, "order", where="interactive.action.parameters")
    return {"order": {"reference_id": reference, "status": json.dumps(order.get("status"))}}


def _need_name(action: Json, name: str) -> None:
    if check_text(action.get("name") or "-", "interactive.action.name", most=60) != name:
        raise invalid("interactive.action.name", f"must be {name}")


_ACTIONS: dict[str, Callable[[Json], Json]] = {
    "button": _read_buttons,
    "list": _read_list,
    "cta_url": _read_cta_url,
    "flow": _read_flow,
    "location_request_message": _read_location_request,
    "contact_request": _read_contact_request,
    "product": _read_product,
    "product_list": _read_product_list,
    "catalog_message": _read_catalog,
    "carousel": _read_carousel,
    "voice_call": _read_voice_call,
    "call_permission_request": _read_call_permission,
    "address_message": _read_address,
    "order_details": _read_order_details,
    "order_status": _read_order_status,
}
