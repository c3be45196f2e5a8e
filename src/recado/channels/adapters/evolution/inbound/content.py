"""What is inside a message of each kind?"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from recado.channels.adapters.evolution.inbound.shapes import (
    id_in,
    is_true,
    items_in,
    number,
    object_in,
    text_in,
    without_bytes,
)
from recado.channels.adapters.evolution.inbound.vcards import card_of
from recado.channels.models import Choice, Json, MediaRef, MessageType
from recado.foundation.untrusted_json import JsonRefused, read_json


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
    return Content(MessageType.TEXT, text_in({"it": piece.value}, "it") or text_in(piece.value, *_WORDS[:3]))


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
            inline=holds_file(piece.message, held, piece.around, object_in(piece.around, "message")),
        )
        told = "voice" if voice else "gif" if gif else subtype
        content: Json = {"view_once": True} if is_true(held, "viewOnce") else {}
        if heard := text_in(piece.message, "speechToText") or text_in(
            object_in(piece.around, "message"), "speechToText"
        ):
            content["speech_to_text"] = heard
        return Content(kind, text_in(held, "caption"), told, content, media)

    return read


def holds_file(*holders: Json) -> bool:
    """Did the gateway put the file itself beside the message, or inside it?"""
    return any(one.get("base64") for one in holders)


def _location(piece: Piece) -> Content:
    place: Json = {}
    for ours, theirs in (("latitude", "degreesLatitude"), ("longitude", "degreesLongitude")):
        found = number(piece.value.get(theirs) if type(piece.value) is dict else None)
        if found is not None and abs(found) <= _MOST_DEGREES:
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
    """A native-flow answer: a button or a row where it names an id, else a form that somebody filled in."""
    flow = object_in(piece.value, "nativeFlowResponseMessage")
    told = _parsed(text_in(flow, "paramsJson")) or object_in(flow, "params", "paramsJson")
    title = text_in(object_in(piece.value, "body"), "text") or text_in(told, "display_text", "title")
    picked = id_in(told, "id", "selectedId", "selectedRowId")
    if told and not picked:
        form: Json = {"name": text_in(flow, "name"), "answers": without_bytes(told)}
        return Content(MessageType.INTERACTIVE, title, "nfm_reply", {"form": form})
    subtype = "list_reply" if text_in(flow, "name") == "single_select" else "button_reply"
    return _picked(picked, title, text_in(told, "description"), subtype=subtype)


def _parsed(written: str) -> Json:
    try:
        told = read_json(written.encode()) if written else {}
    except JsonRefused:
        return {}
    return told if type(told) is dict else {}


def _poll(piece: Piece) -> Content:
    name = text_in(piece.value, "name")
    listed = items_in(piece.value, "options")
    options = [one if type(one) is str else text_in(one, "optionName", "name") for one in listed]
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


def _event(piece: Piece) -> Content:
    """An appointment in WhatsApp's own calendar: its name and what it is about."""
    lines = (text_in(piece.value, "name"), text_in(piece.value, "description"))
    text = "\n".join(line for line in lines if line)
    return Content(MessageType.UNSUPPORTED, text, "event", {"raw": without_bytes(piece.value)})


def _order(piece: Piece) -> Content:
    text = text_in(piece.value, "message", "orderTitle")
    return Content(MessageType.ORDER, text, content={"order": without_bytes(piece.value)})


def _other(subtype: str) -> Callable[[Piece], Content]:
    def read(piece: Piece) -> Content:
        return Content(MessageType.UNSUPPORTED, words_in(piece.value), subtype, {"raw": without_bytes(piece.value)})

    return read


def read_unknown(kind: str, piece: Piece) -> Content:
    """A kind that nobody has met: shown as such, with the words in it."""
    content = {"raw": without_bytes({kind: piece.value})}
    return Content(MessageType.UNSUPPORTED, words_in(piece.value), kind[:64], content)


def words_in(value: Any, depth: int = 0) -> str:
    """The words of a kind that is not read field by field: what a person would read first, wherever it stands."""
    if type(value) is str:
        return value
    if type(value) is not dict or depth > _DEEP:
        return ""
    if found := text_in(value, *_WORDS):
        return found
    return next((found for name in _HOLDERS if (found := words_in(value.get(name), depth + 1))), "")


_WORDS = (
    "text", "body", "conversation", "caption", "contentText", "hydratedContentText", "message", "description", "name",
    "title", "orderTitle", "groupName", "displayName",
)  # fmt: skip
_HOLDERS = (
    "body", "text", "hydratedTemplate", "hydratedFourRowTemplate", "fourRowTemplate", "interactiveMessageTemplate", "content",
    "header", "product", "noteMessage", "extendedTextMessage", "message",
)  # fmt: skip
_DEEP, _MOST_DEGREES = 4, 180


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
    "pollCreationMessageV5": _poll,
    "pollCreationMessageV6": _poll,
    "pollUpdateMessage": _vote,
    "orderMessage": _order,
    "productMessage": _other("product"),
    "groupInviteMessage": _other("group_invite"),
    "eventMessage": _event,
    "stickerPackMessage": _other("sticker_pack"),
    "templateMessage": _other("template"),
    "buttonsMessage": _other("buttons"),
    "listMessage": _other("list"),
    "interactiveMessage": _other("interactive"),
}
