"""Does an interactive object that somebody wrote by hand keep the provider's limits?

Source: Meta's reference of interactive messages: each kind has header, body, footer and an action of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from recado.channels.adapter import MessageRefused
from recado.channels.adapters.whatsapp_cloud.checks import between, required, short, unique
from recado.channels.models import Json

_LIST_BODY = 4096
_BODY = 1024


def check_interactive(interactive: Json) -> Json:
    """Return `interactive` as it is; raise `MessageRefused` naming the first field that breaks a limit."""
    kind = interactive.get("type")
    if not isinstance(kind, str) or not kind:
        raise MessageRefused("missing", field="interactive.type")
    body_limit = _LIST_BODY if kind == "list" else _BODY
    body = _text(_object(interactive, "body"), "text")
    if kind in _NO_BODY:
        short(body, body_limit, "interactive.body")
    else:
        required(body, body_limit, "interactive.body")
    short(_text(_object(interactive, "footer"), "text"), 60, "interactive.footer")
    short(_text(_object(interactive, "header"), "text"), 60, "interactive.header")
    check = _ACTIONS.get(kind)
    if check is not None:
        check(_object(interactive, "action"))
    return interactive


_NO_BODY = frozenset({"product", "carousel"})


def _buttons(action: Json) -> None:
    replies = [_object(button, "reply") for button in _objects(action, "buttons")]
    between(len(replies), 1, 3, "interactive.buttons")
    for reply in replies:
        required(_text(reply, "title"), 20, "interactive.buttons.title")
        required(_text(reply, "id"), 256, "interactive.buttons.id")
    unique([_text(reply, "title") for reply in replies], "interactive.buttons.title")


def _list(action: Json) -> None:
    required(_text(action, "button"), 20, "interactive.button")
    sections = _objects(action, "sections")
    between(len(sections), 1, 10, "interactive.sections")
    rows = [row for section in sections for row in _objects(section, "rows")]
    between(len(rows), 1, 10, "interactive.rows")
    for row in rows:
        required(_text(row, "title"), 24, "interactive.rows.title")
        required(_text(row, "id"), 200, "interactive.rows.id")
        short(_text(row, "description"), 72, "interactive.rows.description")
    unique([_text(row, "id") for row in rows], "interactive.rows.id")
    for section in sections:
        check = required if len(sections) > 1 else short
        check(_text(section, "title"), 24, "interactive.sections.title")


def _link(action: Json) -> None:
    parameters = _object(action, "parameters")
    required(_text(parameters, "display_text"), 20, "interactive.display_text")
    required(_text(parameters, "url"), 2000, "interactive.url")


def _form(action: Json) -> None:
    parameters = _object(action, "parameters")
    required(_text(parameters, "flow_cta"), 30, "interactive.flow_cta")
    if bool(parameters.get("flow_id")) == bool(parameters.get("flow_name")):
        raise MessageRefused("missing", field="interactive.flow_id")


def _products(action: Json) -> None:
    sections = _objects(action, "sections")
    products = [item for section in sections for item in _objects(section, "product_items")]
    between(len(products), 1, 30, "interactive.product_items")


def _cards(action: Json) -> None:
    cards = _objects(action, "cards")
    between(len(cards), 2, 10, "interactive.cards")
    for card in cards:
        short(_text(_object(card, "body"), "text"), 160, "interactive.cards.body")


_ACTIONS: Mapping[str, Callable[[Json], None]] = {
    "button": _buttons,
    "list": _list,
    "cta_url": _link,
    "flow": _form,
    "product_list": _products,
    "carousel": _cards,
}


def _object(container: Any, key: str) -> Json:
    value = container.get(key) if isinstance(container, dict) else None
    return value if isinstance(value, dict) else {}


def _objects(container: Json, key: str) -> list[Json]:
    value = container.get(key)
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def _text(container: Json, key: str) -> str:
    value = container.get(key)
    return value if isinstance(value, str) else ""
