"""What did a person, or the business from its own phone, write?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from recado.channels.adapters.evolution.inbound.content import READERS, Content, Piece, read_unknown
from recado.channels.adapters.evolution.inbound.identity import Key, read_key
from recado.channels.adapters.evolution.inbound.shapes import (
    fingerprint,
    id_in,
    is_true,
    moment,
    object_in,
    text_in,
    without_bytes,
)
from recado.channels.models import Arrival, ChannelEvent, InboundMessage, Json, MessageType

_WRAPPERS = (
    "ephemeralMessage", "viewOnceMessage", "viewOnceMessageV2", "viewOnceMessageV2Extension",
    "documentWithCaptionMessage", "editedMessage", "associatedChildMessage", "deviceSentMessage",
    "botInvokeMessage", "groupMentionedMessage", "lottieStickerMessage", "pollCreationMessageV4",
)  # fmt: skip
_BESIDE = frozenset(
    {"messageContextInfo", "senderKeyDistributionMessage", "base64", "mediaUrl", "speechToText", "contextInfo"}
)
_SILENT = {
    "secretEncryptedMessage": "encrypted_edit",
    "encReactionMessage": "encrypted",
    "albumMessage": "album",
    "pinInChatMessage": "pin",
    "keepInChatMessage": "keep",
    "placeholderMessage": "no_content",
    "callLogMesssage": "call",
}
_DEEP = 8
_REVOKE = frozenset({"0", "REVOKE", "revoke"})
_EDIT = frozenset({"14", "MESSAGE_EDIT", "message_edit"})


def aside(reason: str, item: Any, *, event: str = "messages.upsert") -> ChannelEvent:
    """An element that is nobody's message, with the reason; nothing of a file or a key stays in it."""
    return ChannelEvent(
        key=f"{event}:{reason}:{fingerprint(item)}"[:200],
        field=event,
        value={"set_aside": reason, "raw": without_bytes(item if type(item) is dict else {"raw": item})},
        at=moment(item.get("messageTimestamp")) if type(item) is dict else None,
    )


def read_message(item: Any) -> Iterator[Arrival]:
    """One element of `messages.upsert`; whatever is no message to anybody becomes an event with its reason."""
    if type(item) is not dict:
        yield aside("not_an_object", item)
        return
    key = read_key(item)
    if key.aside:
        yield aside(key.aside, _light(item))
        return
    message, layers = unwrap(item.get("message"))
    if not key.chat or not key.id:
        yield aside("no_sender" if not key.chat else "no_id", item)
        return
    if key.mine and _was_sent_by_the_api(key.id, item):
        yield aside("sent_by_api", _light(item))
        return
    if "protocolMessage" in message:
        yield read_protocol(object_in(message, "protocolMessage"), key, item)
        return
    kind = _kind(item, message)
    if reason := _SILENT.get(kind, "" if kind else "no_content"):
        yield aside(reason, item)
        return
    yield _built(item, key, kind, message, layers)


def _was_sent_by_the_api(id_: str, item: Json) -> bool:
    """Some versions (2.2.3) tell what the API sends as if it had been written on the phone, often before they answer.

    What the library makes itself is PENDING, has an id that begins so, and comes from no phone.
    """
    pending = text_in(item, "status").upper() in ("PENDING", "1")
    return pending and id_.startswith("3EB0") and text_in(item, "source") in ("web", "unknown", "")


def _built(item: Json, key: Key, kind: str, message: Json, layers: tuple[str, ...]) -> InboundMessage:
    value = message.get(kind)
    piece = Piece(value, message, key.id, item)
    reader = READERS.get(kind)
    held = read_unknown(kind, piece) if reader is None else reader(piece)
    if any(layer.startswith("viewOnce") for layer in layers):
        held.content["view_once"] = True
    if "ephemeralMessage" in layers:
        held.content["ephemeral"] = True
    context = _context(item, message, value)
    _add_advert(held, context)
    return InboundMessage(
        provider_id=key.id, chat=key.chat, sender=key.who, type=held.type, sent_at=moment(item.get("messageTimestamp")),
        text=held.text, subtype=held.subtype, content=held.content, media=held.media, choice=held.choice,
        reply_to="" if held.about else id_in(context, "stanzaId"), about=held.about,
        forwarded=is_true(context, "isForwarded"), echo=key.mine,
    )  # fmt: skip


def unwrap(value: Any) -> tuple[Json, tuple[str, ...]]:
    """What is inside the wrappers, and which there were, the outermost first."""
    message: Json = value if type(value) is dict else {"conversation": value} if type(value) is str and value else {}
    layers: list[str] = []
    for _ in range(_DEEP):
        layer = next((name for name in _WRAPPERS if type(object_in(message, name).get("message")) is dict), "")
        if not layer:
            break
        layers.append(layer)
        message = message[layer]["message"]
    return message, tuple(layers)


def _kind(item: Json, message: Json) -> str:
    """The gateway's word, where the message holds that; else what it does hold, which is seldom its first key."""
    told = text_in(item, "messageType")
    if told in message and told not in _BESIDE and told not in _WRAPPERS:
        return told
    known = next((name for name in message if name in READERS), "")
    return known or next((name for name in message if name not in _BESIDE), "")


def _context(item: Json, message: Json, value: Any) -> Json:
    """Quotes and advertisements stand beside the message, inside it, or both."""
    return (
        object_in(value, "contextInfo") or object_in(item, "contextInfo") or object_in(message, "contextInfo")
    )  # fmt: skip


def _add_advert(held: Content, context: Json) -> None:
    """The advertisement that brought somebody here, in the words of all channels."""
    advert = object_in(context, "externalAdReply")
    if not (advert and text_in(advert, "sourceUrl", "sourceId", "ctwaClid")):
        return
    told = {
        "source_url": text_in(advert, "sourceUrl"), "source_id": text_in(advert, "sourceId"),
        "source_type": text_in(advert, "sourceType"), "headline": text_in(advert, "title"),
        "body": text_in(advert, "body"), "ctwa_clid": text_in(advert, "ctwaClid"),
    }  # fmt: skip
    held.content["referral"] = {name: value[:2000] for name, value in told.items() if value}


def read_protocol(told: Json, key: Key, item: Json, *, event: str = "messages.upsert") -> Arrival:
    """An edit or a revocation; what else WhatsApp clients tell one another is nobody's message."""
    kind, about = text_in(told, "type"), read_key(told)
    who = key if key.chat else about
    if not about.id or not who.chat:
        return aside("no_sender", item, event=event)
    written = object_in(told, "editedMessage")
    if kind in _EDIT or (written and kind not in _REVOKE):
        return _edit(told, written, who, about.id, item, event)
    if kind in _REVOKE or not kind:
        return InboundMessage(
            provider_id=f"{about.id}:revoke", chat=who.chat, sender=who.who, type=MessageType.REVOKE,
            sent_at=moment(told.get("timestampMs"), item.get("messageTimestamp")), about=about.id, echo=who.mine,
        )  # fmt: skip
    return aside("protocol", item, event=event)


def _edit(told: Json, written: Json, who: Key, about: str, item: Json, event: str) -> Arrival:
    message, _ = unwrap(written)
    kind = _kind({}, message)
    if not kind or kind not in READERS:
        return aside("edit_unreadable", item, event=event)
    held = READERS[kind](Piece(message.get(kind), message, about, item))
    at = moment(told.get("timestampMs"), item.get("messageTimestamp"))
    return InboundMessage(
        # An edit told by `messages.edited` has no id of its own; its repeat must have the same.
        provider_id=f"{about}:edit:{fingerprint(held.text, told.get('timestampMs'))[:12]}",
        chat=who.chat, sender=who.who, type=MessageType.EDIT, sent_at=at, text=held.text, subtype=held.type.value,
        content=held.content, about=about, echo=who.mine,
    )  # fmt: skip


def _light(item: Json) -> Json:
    """What is kept of conversations that are none of ours: not their words."""
    return {name: item[name] for name in ("key", "messageType", "messageTimestamp") if name in item}
