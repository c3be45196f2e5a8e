"""Which inbound message does it make when a person does this on the phone?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from recado_simulator.shapes import BadRequest, Json, as_object, as_text, without_none
from recado_simulator.threads import Message

_MOST_CHARACTERS = 4096
MEDIA_KINDS = ("image", "video", "audio", "voice", "document", "sticker")


@dataclass(frozen=True, slots=True)
class Said:
    """An inbound message: the provider's keys beside id and timestamp, what the phone shows, and errors beside it."""

    type: str
    wire: Json
    content: Json
    reply_to: str | None = None
    errors: list[Json] | None = None


def plain(said: Json) -> Said:
    """Everything a person can write that needs neither a file nor an earlier message."""
    kind = as_text(said.get("type")) or ("text" if "text" in said else "")
    reader = _READERS.get(kind)
    if reader is None and isinstance(said.get(kind), dict):
        return raw({"raw": {"type": kind, kind: said[kind]}})
    if reader is None:
        known = ", ".join(sorted({*_READERS, *MEDIA_KINDS, "reaction"}))
        raise BadRequest(f"say text, tap, reaction, raw or a type of: {known}")
    return reader(said)


def _text(said: Json) -> Said:
    body = said.get("text")
    body = as_object(body).get("body") if isinstance(body, dict) else body
    if not isinstance(body, str) or not body:
        raise BadRequest("text must be a string that is not empty")
    if len(body) > _MOST_CHARACTERS:
        raise BadRequest(f"a person can write at most {_MOST_CHARACTERS} characters")
    return Said("text", {"text": {"body": body}}, {"text": body})


def _location(said: Json) -> Said:
    value = as_object(said.get("location")) or said
    place = {
        "latitude": value.get("latitude", -23.55052),
        "longitude": value.get("longitude", -46.633308),
        "name": value.get("name"),
        "address": value.get("address"),
    }
    location = without_none(**place)
    return Said("location", {"location": location}, {"location": location, "text": as_text(place["name"])})


def _contacts(said: Json) -> Said:
    contacts = said.get("contacts")
    if contacts is None:
        name = as_text(said.get("contact_name")) or "Ana Souza"
        phone = as_text(said.get("contact_phone")) or "+55 11 98888-7777"
        digits = "".join(mark for mark in phone if mark.isdigit())
        contacts = [
            {
                "name": {"formatted_name": name, "first_name": name.split(" ")[0]},
                "phones": [{"phone": phone, "wa_id": digits, "type": "CELL"}],
            }
        ]
    names = ", ".join(as_text(as_object(one.get("name")).get("formatted_name")) for one in contacts)
    return Said("contacts", {"contacts": contacts}, {"contacts": contacts, "text": names})


def _order(said: Json) -> Said:
    order = as_object(said.get("order")) or {
        "catalog_id": "800000000000001",
        "text": as_text(said.get("text")),
        "product_items": [{"product_retailer_id": "racao-10kg", "quantity": 1, "item_price": 189.9, "currency": "BRL"}],
    }
    return Said("order", {"order": order}, {"order": order, "text": as_text(order.get("text")) or "Pedido"})


def _unsupported(said: Json) -> Said:
    of_kind = as_text(said.get("of")) or "poll_creation"
    error = {
        "code": 131051,
        "title": "Message type unknown",
        "message": "Message type unknown",
        "error_data": {"details": "Message type is currently not supported."},
    }
    return Said(
        "unsupported",
        {"unsupported": {"type": of_kind}, "errors": [error]},
        {"text": as_text(said.get("text")) or "Mensagem não suportada"},
    )


def _edit(said: Json) -> Said:
    original = as_text(said.get("message_id"))
    text = as_text(said.get("text"))
    if not original or not text:
        raise BadRequest("edit needs message_id and text")
    edited = {"type": "text", "text": {"body": text}}
    return Said("edit", {"edit": {"original_message_id": original, "message": edited}}, {"text": text})


def _revoke(said: Json) -> Said:
    original = as_text(said.get("message_id"))
    if not original:
        raise BadRequest("revoke needs message_id")
    return Said("revoke", {"revoke": {"original_message_id": original}}, {"text": ""})


def _welcome(said: Json) -> Said:
    return Said("request_welcome", {}, {"text": ""})


def _flow_reply(said: Json) -> Said:
    reply = {
        "name": as_text(said.get("name")) or "flow",
        "body": as_text(said.get("body")) or "Sent",
        "response_json": said.get("response_json", '{"flow_token":"unused"}'),
    }
    wire = {"interactive": {"type": "nfm_reply", "nfm_reply": reply}}
    return Said("interactive", wire, {"text": "Formulário respondido"})


def raw(said: Json) -> Said:
    """Any message as it is: whatever the provider may invent."""
    message = as_object(said.get("raw"))
    kind = as_text(message.get("type")) or "unknown"
    value = as_object(message.get(kind))
    chosen = as_object(value.get(as_text(value.get("type"))))
    text = as_text(value.get("body")) or as_text(chosen.get("title")) or as_text(value.get("text")) or f"[{kind}]"
    errors = said.get("errors")
    return Said(kind, message, {"text": text}, errors=errors if isinstance(errors, list) else None)


def tap(wanted: str, messages: list[Message], *, person: tuple[str, str] = ("", "")) -> Said:
    """Touch a button or list row by id or title, on the newest message of the business that has it."""
    folded = wanted.casefold().strip()
    for message in reversed(messages):
        if message.direction != "in" or not message.shown:
            continue
        for option in options_of(message):
            if wanted == option["id"] or folded == as_text(option["title"]).casefold():
                return _tapped(message, option, person)
    offered = [as_text(one["title"]) for message in messages for one in options_of(message)][-20:]
    raise BadRequest(
        f"nothing to tap called {wanted!r}; the last messages offer: {', '.join(offered) or 'nothing'}", status=404
    )


def options_of(message: Message) -> list[Json]:
    """All that can be tapped on a message, rows of its list included."""
    rows = [{**row, "kind": "row"} for section in message.content.get("sections", []) for row in section["rows"]]
    return [*message.content.get("buttons", []), *rows]


def _own_contact(name: str, number: str) -> Said:
    """The person answers a request for the number with the own contact."""
    contact = {
        "name": {"formatted_name": name or "Sem nome", "first_name": name.split(" ", maxsplit=1)[0] or "Sem nome"},
        "phones": [{"phone": f"+{number}", "wa_id": number, "type": "CELL"}],
        "origin": "contact_request",
    }
    return _contacts({"contacts": [contact]})


def _tapped(message: Message, option: Json, person: tuple[str, str]) -> Said:
    kind, title = option["kind"], option["title"]
    content: Json = {"text": title, "tapped": option["id"]}
    if kind == "quick_reply":
        return Said("button", {"button": {"payload": option["id"], "text": title}}, content, message.id)
    if kind == "row":
        reply = without_none(id=option["id"], title=title, description=option.get("description"))
        return Said("interactive", {"interactive": {"type": "list_reply", "list_reply": reply}}, content, message.id)
    if kind == "reply":
        reply = {"id": option["id"], "title": title}
        wire = {"interactive": {"type": "button_reply", "button_reply": reply}}
        return Said("interactive", wire, content, message.id)
    if kind == "contact":
        return replace(_own_contact(*person), reply_to=message.id)
    if kind == "location":
        located = _location({})
        return Said("location", located.wire, located.content, message.id)
    if kind == "flow":
        response = f'{{"flow_token":"{option.get("flow_token", "unused")}"}}'
        filled = _flow_reply({"response_json": response})
        return Said("interactive", filled.wire, filled.content, message.id)
    if kind == "call_permission":
        permission = {"response": "accept", "is_permanent": False, "response_source": "user_action"}
        wire = {"interactive": {"type": "call_permission_reply", "call_permission_reply": permission}}
        return Said("interactive", wire, content, message.id)
    raise BadRequest(f"tapping {title!r} opens something on the phone and sends nothing", status=409)


_READERS: dict[str, Callable[[Json], Said]] = {
    "text": _text,
    "location": _location,
    "contacts": _contacts,
    "order": _order,
    "unsupported": _unsupported,
    "edit": _edit,
    "revoke": _revoke,
    "request_welcome": _welcome,
    "flow_reply": _flow_reply,
}
