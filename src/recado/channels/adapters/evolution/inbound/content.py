"""What is inside a message of each kind?"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from recado.channels.adapters.evolution.inbound.shapes import (
    id_in,
    is_true,
    items_in,
    object_in,
    text_in,
    without_bytes,
)
from recado.channels.adapters.evolution.inbound.vcards import card_of
from recado.channels.models import Choice, Json, MediaRef, MessageType


@dataclass(slots=True)
class Content:
    """The part of an inbound message that its kind decides. `about` is the message it is about."""

    type: MessageType
    text: str = ""
    subtype: str = ""
    content: Json = field(default_factory=dict)
    media: MediaRef | None = None
    choice: Choice | None = None
    about: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """What a reader gets: the value under the kind's name, the whole message, its id, and the element around it."""

    value: Any
    message: Json
    id: str
    around: Json


def _text(piece: Piece) -> Content:
    value = piece.value
    return Content(MessageType.TEXT, value if type(value) is str else text_in(value, "text", "body", "conversation"))


def _media(kind: MessageType, subtype: str = "") -> Callable[[Piece], Content]:
    def read(piece: Piece) -> Content:
        held = object_in({"it": piece.value}, "it")
        voice = kind is MessageType.AUDIO and is_true(held, "ptt")
        gif = kind is MessageType.VIDEO and is_true(held, "gifPlayback")
        media = MediaRef(
            # The gateway knows the file by the message's id. WhatsApp's own address of it is encrypted.
            provider_id=piece.id,
            mime_type=text_in(held, "mimetype", "mimeType")[:120],
            filename=text_in(held, "fileName", "title")[:240],
            voice=voice,
            animated=is_true(held, "isAnimated") or gif,
        )
        told = "voice" if voice else "gif" if gif else subtype
        content: Json = {"view_once": True} if is_true(held, "viewOnce") else {}
        return Content(kind, text_in(held, "caption"), told, content, media)

    return read


def _location(piece: Piece) -> Content:
    place: Json = {}
    for ours, theirs in (("latitude", "degreesLatitude"), ("longitude", "degreesLongitude")):
        found = piece.value.get(theirs) if type(piece.value) is dict else None
        if isinstance(found, int | float) and not isinstance(found, bool):
            place[ours] = found
    for name in ("name", "address", "url"):
        if told := text_in(piece.value, name):
            place[name] = told
    return Content(MessageType.LOCATION, text_in(piece.value, "caption"), content={"location": place})


def _contact(piece: Piece) -> Content:
    return Content(MessageType.CONTACTS, content={"contacts": [card_of(piece.value)]})


def _contacts(piece: Piece) -> Content:
    cards = [card_of(one) for one in items_in(piece.value, "contacts") if type(one) is dict]
    return Content(MessageType.CONTACTS, content={"contacts": cards})


def _reaction(piece: Piece) -> Content:
    emoji = text_in(piece.value, "text")
    return Content(
        MessageType.REACTION, emoji, "" if emoji else "removed", about=id_in(object_in(piece.value, "key"), "id")
    )  # fmt: skip


def _picked(id_: str, title: str, description: str = "", *, subtype: str) -> Content:
    title = title or id_
    return Content(MessageType.INTERACTIVE, title, subtype, choice=Choice(id_ or title, title, description))


def _buttons_response(piece: Piece) -> Content:
    return _picked(
        text_in(piece.value, "selectedButtonId", "selectedId"), text_in(piece.value, "selectedDisplayText"),
        subtype="button_reply",
    )  # fmt: skip


def _list_response(piece: Piece) -> Content:
    row = text_in(object_in(piece.value, "singleSelectReply"), "selectedRowId")
    return _picked(
        row, text_in(piece.value, "title"), text_in(piece.value, "description"), subtype="list_reply"
    )  # fmt: skip


def _native_response(piece: Piece) -> Content:
    flow = object_in(piece.value, "nativeFlowResponseMessage")
    try:
        told = json.loads(text_in(flow, "paramsJson") or "{}")
    except (ValueError, RecursionError):
        told = {}
    title = text_in(object_in(piece.value, "body"), "text") or text_in(told, "display_text", "title")
    return _picked(text_in(told, "id", "selectedId"), title, subtype="button_reply")


def _poll(piece: Piece) -> Content:
    name = text_in(piece.value, "name")
    options = [text_in(one, "optionName") for one in items_in(piece.value, "options")]
    poll = {"name": name, "options": [one for one in options if one]}
    text = "\n".join([name, *(f"- {one}" for one in options if one)])
    return Content(MessageType.UNSUPPORTED, text, "poll", {"poll": poll})


def _vote(piece: Piece) -> Content:
    """The names of what was voted for, where the gateway could read them."""
    votes = items_in(piece.around, "pollUpdates") or items_in(piece.value, "pollUpdates")
    names = [text_in(one, "name") for one in votes if items_in(one, "voters")]
    for one in votes:
        chosen = object_in(one, "vote").get("selectedOptions")
        names += [item for item in chosen if type(item) is str] if type(chosen) is list else []
    text = ", ".join(name for name in names if name)
    return Content(MessageType.UNSUPPORTED, text, "poll_vote", {"poll_vote": {"options": names}})


def _order(piece: Piece) -> Content:
    return Content(MessageType.ORDER, text_in(piece.value, "message"), content={"order": without_bytes(piece.value)})


def _other(subtype: str, *names: str) -> Callable[[Piece], Content]:
    def read(piece: Piece) -> Content:
        text = text_in(piece.value, *names) if names else ""
        return Content(MessageType.UNSUPPORTED, text, subtype, {"raw": without_bytes(piece.value)})

    return read


def read_unknown(kind: str, piece: Piece) -> Content:
    """A kind that nobody has met: shown as such, with the words in it."""
    text = piece.value if type(piece.value) is str else text_in(piece.value, "text", "caption", "title", "body", "name")
    return Content(MessageType.UNSUPPORTED, text, kind[:64], {"raw": without_bytes({kind: piece.value})})


READERS: Mapping[str, Callable[[Piece], Content]] = {
    "conversation": _text,
    "extendedTextMessage": _text,
    "textMessage": _text,
    "imageMessage": _media(MessageType.IMAGE),
    "videoMessage": _media(MessageType.VIDEO),
    "ptvMessage": _media(MessageType.VIDEO, "video_note"),
    "audioMessage": _media(MessageType.AUDIO),
    "documentMessage": _media(MessageType.DOCUMENT),
    "stickerMessage": _media(MessageType.STICKER),
    "lottieStickerMessage": _media(MessageType.STICKER),
    "locationMessage": _location,
    "liveLocationMessage": _location,
    "contactMessage": _contact,
    "contactsArrayMessage": _contacts,
    "reactionMessage": _reaction,
    "buttonsResponseMessage": _buttons_response,
    "templateButtonReplyMessage": _buttons_response,
    "listResponseMessage": _list_response,
    "interactiveResponseMessage": _native_response,
    "pollCreationMessage": _poll,
    "pollCreationMessageV2": _poll,
    "pollCreationMessageV3": _poll,
    "pollUpdateMessage": _vote,
    "orderMessage": _order,
    "productMessage": _other("product", "body"),
    "groupInviteMessage": _other("group_invite", "caption", "groupName"),
    "eventMessage": _other("event", "name"),
    "stickerPackMessage": _other("sticker_pack", "name"),
    "templateMessage": _other("template"),
    "buttonsMessage": _other("buttons", "contentText", "text"),
    "listMessage": _other("list", "description", "title"),
    "interactiveMessage": _other("interactive"),
}
