"""How is a message worded for the Cloud API, and which of its limits does it break?

Limits: Meta's reference of `POST /{phone_number_id}/messages` (v25.0). Lengths are counted in UTF-16 units, as Meta's
counting of an emoji as two suggests: what passes here is never too long there. Nothing is ever cut.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from recado.channels.adapter import MessageRefused
from recado.channels.adapters.whatsapp_cloud.checks import between, required, short, unique
from recado.channels.adapters.whatsapp_cloud.ready_interactive import check_interactive
from recado.channels.adapters.whatsapp_cloud.template_values import attach_media
from recado.channels.models import Button, Json, OutgoingMedia, OutgoingMessage, Recipient, Section, TemplateCall

TEXT: Final = 4096
CAPTION: Final = 1024
BODY: Final = 1024
LIST_BODY: Final = 4096
HEADER = FOOTER = 60
BUTTONS, BUTTON_TITLE, BUTTON_ID = 3, 20, 256
SECTIONS, ROWS, SECTION_TITLE, ROW_TITLE, ROW_ID, ROW_DESCRIPTION, LIST_LABEL = 10, 10, 24, 24, 200, 72, 20
CONTACTS = 257
FILENAME = 240
TOKEN = 512
TEMPLATE_NAME = 512

_DIGITS = re.compile(r"[0-9]{5,20}", re.ASCII)
_BSUID = re.compile(r"[A-Z]{2}\.[A-Za-z0-9.]{1,140}", re.ASCII)
_TEMPLATE = re.compile(r"[a-z0-9_]+", re.ASCII)
_LANGUAGE = re.compile(r"[a-z]{2,3}(_[A-Za-z]{2,4})?", re.ASCII)
_LINK = re.compile(r"https?://[^\s/]+\S*", re.ASCII | re.IGNORECASE)


def write(message: OutgoingMessage, to: Recipient, token: str) -> Json:
    """Word `message` as the body of one request; raise `MessageRefused` where it breaks a limit of the provider.

    `token` comes back in the statuses and settles a send whose end is not known.
    """
    kind, content = _shape(message)
    body: Json = {"messaging_product": "whatsapp", "recipient_type": "individual", **_address(to)}
    body["type"] = kind
    body[kind] = content
    if message.reply_to and kind != "reaction":
        body["context"] = {"message_id": message.reply_to}
    if token:
        body["biz_opaque_callback_data"] = short(token, TOKEN, "token")
    return body


def _address(to: Recipient) -> Json:
    """The phone in digits (a leftover `+` has been answered 131009), else the BSUID; with both the phone would win."""
    if to.wa_id:
        if not _DIGITS.fullmatch(to.wa_id):
            raise MessageRefused("bad_recipient", field="wa_id")
        return {"to": to.wa_id}
    if not _BSUID.fullmatch(to.bsuid):
        raise MessageRefused("bad_recipient" if to.bsuid else "missing", field="bsuid" if to.bsuid else "recipient")
    return {"recipient": to.bsuid}


def _shape(message: OutgoingMessage) -> tuple[str, Json | list[Json]]:
    for meant, write_it in _SHAPES:
        if meant(message):
            return write_it(message)
    return _text(message)


def _text(message: OutgoingMessage) -> tuple[str, Json]:
    return "text", {"body": required(message.text, TEXT, "text"), "preview_url": message.preview_url}


def _reaction(message: OutgoingMessage) -> tuple[str, Json]:
    """An empty emoji takes the reaction back."""
    about = required(message.about, BUTTON_ID, "about")
    return "reaction", {"message_id": about, "emoji": short(message.reaction or "", 32, "reaction")}


def _buttons(message: OutgoingMessage) -> tuple[str, Json]:
    between(len(message.buttons), 1, BUTTONS, "buttons")
    buttons = [{"type": "reply", "reply": _button(button)} for button in message.buttons]
    unique([button.title for button in message.buttons], "buttons.title")
    unique([button.id for button in message.buttons], "buttons.id")
    interactive: Json = {"type": "button", "body": {"text": required(message.text, BODY, "text")}}
    if message.media is not None:
        interactive["header"] = _media_header(message.media)
    return "interactive", _framed(interactive, message, {"buttons": buttons})


def _button(button: Button) -> Json:
    if button.id != button.id.strip():
        raise MessageRefused("bad_format", field="buttons.id")
    return {
        "id": required(button.id, BUTTON_ID, "buttons.id"),
        "title": required(button.title, BUTTON_TITLE, "buttons.title"),
    }


def _list(message: OutgoingMessage) -> tuple[str, Json]:
    if message.media is not None:
        raise MessageRefused("not_allowed", field="media")  # a list's header holds text only
    between(len(message.sections), 1, SECTIONS, "sections")
    rows = [row for section in message.sections for row in section.rows]
    between(len(rows), 1, ROWS, "sections.rows")
    unique([row.id for row in rows], "sections.rows.id")
    interactive: Json = {"type": "list", "body": {"text": required(message.text, LIST_BODY, "text")}}
    action = {
        "button": required(message.list_label, LIST_LABEL, "list_label"),
        "sections": [_section(section, alone=len(message.sections) == 1) for section in message.sections],
    }
    return "interactive", _framed(interactive, message, action)


def _section(section: Section, *, alone: bool) -> Json:
    if not section.rows:
        raise MessageRefused("missing", field="sections.rows")
    rows = []
    for row in section.rows:
        worded = {
            "id": required(row.id, ROW_ID, "sections.rows.id"),
            "title": required(row.title, ROW_TITLE, "sections.rows.title"),
        }
        if row.description:
            worded["description"] = short(row.description, ROW_DESCRIPTION, "sections.rows.description")
        rows.append(worded)
    if alone and not section.title:
        return {"rows": rows}
    return {"title": required(section.title, SECTION_TITLE, "sections.title"), "rows": rows}


def _framed(interactive: Json, message: OutgoingMessage, action: Json) -> Json:
    if message.header and "header" not in interactive:
        interactive["header"] = {"type": "text", "text": short(message.header, HEADER, "header")}
    if message.footer:
        interactive["footer"] = {"text": short(message.footer, FOOTER, "footer")}
    return {**interactive, "action": action}


def _media_header(media: OutgoingMedia) -> Json:
    if media.type not in ("image", "video", "document"):
        raise MessageRefused("not_allowed", field="media")
    return {"type": media.type, media.type: _source(media)}


def _media(message: OutgoingMessage) -> tuple[str, Json]:
    media = message.media
    if media is None:
        raise MessageRefused("missing", field="media")
    content = _source(media)
    if message.text:
        if media.type in ("audio", "sticker"):
            raise MessageRefused("not_allowed", field="text")  # neither takes a caption
        content["caption"] = short(message.text, CAPTION, "text")
    if media.type == "audio" and media.voice:
        content["voice"] = True
    return media.type, content


def _source(media: OutgoingMedia) -> Json:
    if bool(media.provider_id) == bool(media.link):
        raise MessageRefused("missing" if not media.link else "not_allowed", field="media")
    if media.link and not _LINK.fullmatch(media.link):
        raise MessageRefused("bad_format", field="media.link")
    source: Json = {"id": media.provider_id} if media.provider_id else {"link": media.link}
    if media.type == "document" and media.filename:
        source["filename"] = short(media.filename, FILENAME, "media.filename")
    return source


def _location(message: OutgoingMessage) -> tuple[str, Json]:
    place = message.location or {}
    worded: Json = {"latitude": _degrees(place, "latitude", 90), "longitude": _degrees(place, "longitude", 180)}
    worded.update({key: str(place[key]) for key in ("name", "address") if place.get(key)})
    return "location", worded


def _degrees(place: Json, key: str, most: int) -> float:
    try:
        value = float(place[key])
    except (KeyError, TypeError, ValueError):
        raise MessageRefused("missing", field=f"location.{key}") from None
    if not -most <= value <= most:
        raise MessageRefused("out_of_range", field=f"location.{key}", limit=most)
    return value


def _contacts(message: OutgoingMessage) -> tuple[str, list[Json]]:
    between(len(message.contacts), 1, CONTACTS, "contacts")
    for card in message.contacts:
        name = card.get("name")
        parts = ("first_name", "last_name", "middle_name", "prefix", "suffix")
        if not isinstance(name, dict) or not name.get("formatted_name") or not any(name.get(part) for part in parts):
            raise MessageRefused("missing", field="contacts.name")
    return "contacts", list(message.contacts)


def _interactive(message: OutgoingMessage) -> tuple[str, Json]:
    return "interactive", check_interactive(message.interactive or {})


def _template(message: OutgoingMessage) -> tuple[str, Json]:
    call: TemplateCall | None = message.template
    if call is None:
        raise MessageRefused("missing", field="template")
    if not _TEMPLATE.fullmatch(required(call.name, TEMPLATE_NAME, "template.name")):
        raise MessageRefused("bad_format", field="template.name")
    if not _LANGUAGE.fullmatch(call.language):
        raise MessageRefused("bad_format", field="template.language")
    if message.media is not None:
        call = attach_media(call, message.media.type, _source(message.media))
    template: Json = {"name": call.name, "language": {"code": call.language}}
    if call.components:
        template["components"] = [_component(component) for component in call.components]
    return "template", template


def _component(component: Json) -> Json:
    """A button's index is text on the wire, whatever a flow's author wrote."""
    if not isinstance(component.get("type"), str):
        raise MessageRefused("missing", field="template.components.type")
    worded = {**component, "type": component["type"].lower()}
    if worded["type"] == "button":
        index = str(worded.get("index", ""))
        if index not in tuple("0123456789"):
            raise MessageRefused("bad_format", field="template.components.index")
        worded["index"] = index
        worded["sub_type"] = str(worded.get("sub_type", "")).lower()
    return worded


_SHAPES: tuple[
    tuple[Callable[[OutgoingMessage], bool], Callable[[OutgoingMessage], tuple[str, Json | list[Json]]]], ...
]
_SHAPES = (
    (lambda message: message.template is not None, _template),
    (lambda message: message.reaction is not None, _reaction),
    (lambda message: bool(message.sections), _list),
    (lambda message: bool(message.buttons), _buttons),
    (lambda message: message.media is not None, _media),
    (lambda message: message.location is not None, _location),
    (lambda message: bool(message.contacts), _contacts),
    (lambda message: message.interactive is not None, _interactive),
)
