"""What is inside a message of each type?"""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from recado.channels.adapters.whatsapp_cloud.inbound.shapes import id_in, items_in, object_in, text_in
from recado.channels.models import Choice, Json, MediaRef, MessageType

_HEX = re.compile(r"[0-9a-fA-F]{64}", re.ASCII)


@dataclass(slots=True)
class Content:
    """The part of an inbound message that its type decides."""

    type: MessageType
    text: str = ""
    subtype: str = ""
    content: Json = field(default_factory=dict)
    media: MediaRef | None = None
    choice: Choice | None = None
    about: str = ""


def read_text(message: Json) -> Content:
    return Content(MessageType.TEXT, text_in(object_in(message, "text"), "body"))


def read_image(message: Json) -> Content:
    return _media(MessageType.IMAGE, object_in(message, "image"))


def read_video(message: Json) -> Content:
    return _media(MessageType.VIDEO, object_in(message, "video"))


def read_document(message: Json) -> Content:
    return _media(MessageType.DOCUMENT, object_in(message, "document"))


def read_sticker(message: Json) -> Content:
    return _media(MessageType.STICKER, object_in(message, "sticker"))


def read_audio(message: Json) -> Content:
    return _media(MessageType.AUDIO, object_in(message, "audio"))


def read_voice(message: Json) -> Content:
    """The older API's word for a voice note."""
    return _media(MessageType.AUDIO, object_in(message, "voice") or object_in(message, "audio"), voice=True)


def read_location(message: Json) -> Content:
    place = object_in(message, "location")
    return Content(MessageType.LOCATION, content={"location": place})


def read_contacts(message: Json) -> Content:
    """Cards the person shared. `origin` tells the answer to our request for their number from a card passed on."""
    cards = [card for card in items_in(message, "contacts") if isinstance(card, dict)]
    origin = text_in(message, "origin") or next((found for card in cards if (found := text_in(card, "origin"))), "")
    content: Json = {"contacts": cards}
    if origin:
        content["origin"] = origin
    return Content(MessageType.CONTACTS, content=content, subtype=origin)


def read_button(message: Json) -> Content:
    """The quick reply of a template; its payload may be missing, and then the words stand for it."""
    button = object_in(message, "button")
    title = text_in(button, "text") or text_in(button, "payload")
    return Content(MessageType.BUTTON, title, choice=Choice(text_in(button, "payload") or title, title))


def read_order(message: Json) -> Content:
    order = object_in(message, "order")
    return Content(MessageType.ORDER, text_in(order, "text"), content={"order": order})


def read_reaction(message: Json) -> Content:
    """An emoji on a message; none, or an empty one, takes it back."""
    reaction = object_in(message, "reaction")
    emoji = text_in(reaction, "emoji")
    subtype = "" if emoji else "removed"
    return Content(MessageType.REACTION, emoji, subtype, about=id_in(reaction, "message_id"))


def read_revoke(message: Json) -> Content:
    """The person deleted a message for everyone."""
    return Content(MessageType.REVOKE, about=id_in(object_in(message, "revoke"), "original_message_id"))


def read_request_welcome(_: Json) -> Content:
    return Content(MessageType.REQUEST_WELCOME)


def read_template(message: Json) -> Content:
    """A template in an old thread or an echo: what was filled in is kept as it came."""
    template = object_in(message, "template")
    return Content(MessageType.TEMPLATE, text_in(template, "name"), content={"template": template})


def read_unsupported(message: Json) -> Content:
    """What the API cannot hand over: the sub-type says what it was, if the provider knows."""
    kind = text_in(message, "type")
    subtype = text_in(object_in(message, "unsupported"), "type")
    if not subtype and kind not in ("unsupported", "unknown"):
        subtype = kind
    inner = object_in(message, kind)
    text = text_in(inner, "body") or text_in(inner, "caption") or text_in(inner, "text")
    return Content(MessageType.UNSUPPORTED, text, subtype[:64], {"raw": message})


def _media(kind: MessageType, held: Json, *, voice: bool = False) -> Content:
    media = None
    if provider_id := id_in(held, "id"):
        media = MediaRef(
            provider_id=provider_id,
            mime_type=text_in(held, "mime_type"),
            sha256=sha256_hex(text_in(held, "sha256")),
            filename=text_in(held, "filename"),
            voice=voice or held.get("voice") is True,
            animated=held.get("animated") is True,
            url=text_in(held, "url"),
        )
    subtype = "voice" if voice or held.get("voice") is True else ""
    return Content(kind, text_in(held, "caption"), subtype, media=media)


def sha256_hex(value: str) -> str:
    """A digest as lowercase hexadecimal, whether it came as that or as base64; "" if it is neither."""
    if _HEX.fullmatch(value):
        return value.lower()
    try:
        digest = base64.b64decode(value, validate=True)
    except (binascii.Error, ValueError):
        return ""
    return digest.hex() if len(digest) == hashlib.sha256().digest_size else ""


SIMPLE: Mapping[str, Callable[[Json], Content]] = {
    "text": read_text,
    "image": read_image,
    "video": read_video,
    "audio": read_audio,
    "voice": read_voice,
    "document": read_document,
    "sticker": read_sticker,
    "location": read_location,
    "contacts": read_contacts,
    "button": read_button,
    "order": read_order,
    "reaction": read_reaction,
    "revoke": read_revoke,
    "request_welcome": read_request_welcome,
    "template": read_template,
    "unsupported": read_unsupported,
}
