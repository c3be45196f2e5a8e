"""What did a person, or the business from its own phone, write?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from recado.channels.adapters.evolution.inbound.afterthoughts import edit_of, is_undecryptable, note_of, read_protocol
from recado.channels.adapters.evolution.inbound.asides import aside, light
from recado.channels.adapters.evolution.inbound.content import READERS, Content, Piece, read_unknown
from recado.channels.adapters.evolution.inbound.identity import Key, read_key
from recado.channels.adapters.evolution.inbound.shapes import id_in, is_true, moment, object_in, text_in, without_bytes
from recado.channels.adapters.evolution.inbound.wrappers import BESIDE, unwrap
from recado.channels.models import Arrival, InboundMessage, Json, MessageType

_SILENT = {
    "encReactionMessage": "encrypted",
    "encCommentMessage": "encrypted",
    "encEventResponseMessage": "encrypted",
    "albumMessage": "album",
    "pinInChatMessage": "pin",
    "keepInChatMessage": "keep",
    "callLogMesssage": "call",
    "stickerSyncRmrMessage": "sync",
    "messageHistoryBundle": "sync",
    "messageHistoryNotice": "sync",
}
"""What WhatsApp's clients tell one another; `callLogMesssage` is spelt so."""
_NOTED = {"secretEncryptedMessage": "edit_unreadable", "placeholderMessage": "undecryptable"}
_MOST_MENTIONED = 50


def read_message(item: Any, own: str = "") -> Iterator[Arrival]:
    """One element of `messages.upsert`; whatever is no message to anybody becomes an event with its reason.

    `own` are the digits of the account itself, "" where the delivery does not tell.
    """
    if type(item) is not dict:
        yield aside("not_an_object", item)
        return
    key = read_key(item)
    if reason := _not_for_us(key, item, own):
        yield aside(reason, item if reason in ("no_sender", "no_id") else light(item))
        return
    message, layers = unwrap(item.get("message"))
    kind = kind_in(item, message)
    if "protocolMessage" in message:
        yield read_protocol(object_in(message, "protocolMessage"), key, item)
    elif "editedMessage" in layers and kind in READERS:
        yield edit_of(Piece(message[kind], message, key.id, item), kind, key, item)
    elif (kind in _NOTED or (not kind and is_undecryptable(item))) and not key.mine:
        yield note_of(_NOTED.get(kind, "undecryptable"), object_in(message, kind), key, item)
    elif reason := _SILENT.get(kind, "" if kind and kind not in _NOTED else "no_content"):
        yield aside(reason, item)
    else:
        yield _built(item, key, kind, message, layers)


def _not_for_us(key: Key, item: Json, own: str) -> str:
    """Why this is nobody's message to this business; "" where it may be one."""
    if key.aside:
        return key.aside
    if not key.chat or not key.id:
        return "no_sender" if not key.chat else "no_id"
    if key.mine and own and key.who.wa_id == own:
        return "own_chat"  # notes that the owner writes to themselves
    return "sent_by_api" if key.mine and _was_sent_by_the_api(key.id, item) else ""


def _was_sent_by_the_api(id_: str, item: Json) -> bool:
    """Some versions (2.2.3) tell what the API sends as if it had been written on the phone, often before they answer.

    What the library makes itself is PENDING, has an id that begins so, and comes from no phone.
    """
    pending = text_in(item, "status").upper() in ("PENDING", "1")
    return pending and id_.startswith("3EB0") and text_in(item, "source") in ("web", "unknown", "")


def _built(item: Json, key: Key, kind: str, message: Json, layers: tuple[str, ...]) -> Arrival:
    value = message[kind]
    piece = Piece(value, message, key.id, item)
    reader = READERS.get(kind)
    held = read_unknown(kind, piece) if reader is None else reader(piece)
    if held.type is MessageType.TEXT and not held.text.strip():
        if value in ("", {}):
            return aside("no_content", item)
        held = read_unknown(kind, piece)
    elif reader is not None and type(value) is not dict and held.type is not MessageType.TEXT:
        held.content["raw"] = without_bytes({kind: value})
    if any(layer.startswith("viewOnce") for layer in layers):
        held.content["view_once"] = True
    if "ephemeralMessage" in layers:
        held.content["ephemeral"] = True
    context = _context(item, message, value)
    _add_context(held, context)
    return InboundMessage(
        provider_id=key.id, chat=key.chat, sender=key.who, type=held.type, sent_at=moment(item.get("messageTimestamp")),
        text=held.text, subtype=held.subtype, content=held.content, media=held.media, choice=held.choice,
        reply_to="" if held.about else id_in(context, "stanzaId", "stanzaID"), about=held.about,
        forwarded=is_true(context, "isForwarded"), echo=key.mine,
    )  # fmt: skip


def kind_in(item: Json, message: Json) -> str:
    """The gateway's word, where the message holds that; else what it does hold, which is seldom its first key."""
    told = text_in(item, "messageType")
    if told in message and told not in BESIDE:
        return told
    known = next((name for name in message if name in READERS and message[name] != ""), "")
    return known or next((name for name in message if name not in BESIDE), "")


def _context(item: Json, message: Json, value: Any) -> Json:
    """Quotes and advertisements stand beside the message, inside it, or both; what is inside is what was written."""
    found: Json = {}
    for holder in (message, item, value):
        found |= {
            name: told for name, told in object_in(holder, "contextInfo").items() if told not in (None, "", [], {})
        }
    return found


def _add_context(held: Content, context: Json) -> None:
    """The advertisement that brought somebody here, in the words of all channels, and who was mentioned."""
    mentioned = context.get("mentionedJid")
    if type(mentioned) is list and (
        names := [id_ for one in mentioned[:_MOST_MENTIONED] if (id_ := id_in({"it": one}, "it"))]
    ):
        held.content["mentions"] = names
    advert = object_in(context, "externalAdReply")
    if not (advert and text_in(advert, "sourceUrl", "sourceId", "ctwaClid")):
        return
    told = {
        "source_url": text_in(advert, "sourceUrl"), "source_id": text_in(advert, "sourceId"),
        "source_type": text_in(advert, "sourceType"), "headline": text_in(advert, "title"),
        "body": text_in(advert, "body"), "ctwa_clid": text_in(advert, "ctwaClid"),
    }  # fmt: skip
    held.content["referral"] = {name: value[:2000] for name, value in told.items() if value}
