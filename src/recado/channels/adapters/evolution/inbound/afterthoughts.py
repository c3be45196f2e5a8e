"""What was said about a message that had been written before: another text, that it is gone, that nobody can read it?"""

from __future__ import annotations

from recado.channels.adapters.evolution.inbound.asides import aside
from recado.channels.adapters.evolution.inbound.content import READERS, Piece
from recado.channels.adapters.evolution.inbound.identity import Key, read_key
from recado.channels.adapters.evolution.inbound.shapes import fingerprint, id_in, moment, object_in, text_in
from recado.channels.adapters.evolution.inbound.wrappers import unwrap
from recado.channels.models import Arrival, Identity, InboundMessage, Json, MessageType

_REVOKE = frozenset({"0", "REVOKE"})
_EDIT = frozenset({"14", "MESSAGE_EDIT"})
_OTHERS = ("ephemeralExpiration", "historySyncNotification", "appStateSyncKeyShare", "peerDataOperationRequestMessage")
_NOTES = {
    "undecryptable": "Chegou uma mensagem que não pôde ser aberta aqui. Veja-a no celular.",
    "edit_unreadable": "Uma mensagem foi editada. O texto novo só aparece no celular.",
}
NOBODY = Key("", False, Identity())


def read_protocol(told: Json, key: Key, item: Json, *, event: str = "messages.upsert", own: str = "") -> Arrival:
    """An edit or a revocation; what else WhatsApp clients tell one another is nobody's message.

    `key` is that of the message which brought it. Where there is none (`NOBODY`), only the message that it is about is
    named, in the words of whoever wrote: `fromMe` may be theirs, and the chat may be we ourselves. Its author then is
    whoever wrote the original.
    """
    about = read_key(told)
    if about.aside or key.aside:
        return aside(about.aside or key.aside, {"key": told.get("key")}, event=event)
    who = key if key.chat else about
    is_told = bool(key.chat)
    if not about.id or (is_told and not who.chat):
        return aside("no_sender", item, event=event)
    if not is_told and (not who.chat or who.who.wa_id == own):
        who = Key(about.id, False, Identity())
    kind, written = text_in(told, "type").upper(), object_in(told, "editedMessage")
    if kind in _EDIT or (written and kind not in _REVOKE):
        message, _ = unwrap(written)
        held = next((name for name in message if name in READERS), "")
        if not held:
            return aside("edit_unreadable", item, event=event)
        return edit_of(Piece(message[held], message, about.id, item), held, who, told, by_original=not is_told)
    if kind in _REVOKE or not (kind or any(name in told for name in _OTHERS)):
        return revoke_of(about.id, who, told, item, by_original=not is_told)
    return aside("protocol", item, event=event)


def edit_of(piece: Piece, kind: str, who: Key, told: Json, *, by_original: bool = False) -> InboundMessage:
    """The text that the message `piece.id` has now."""
    held = READERS[kind](piece)
    at = moment(told.get("timestampMs"), told.get("messageTimestamp"), piece.around.get("messageTimestamp"))
    return InboundMessage(
        # An edit told by `messages.edited` has no id of its own; its repeat must have the same.
        provider_id=f"{piece.id}:edit:{fingerprint(held.text, str(at))[:12]}", chat=who.chat or f"about:{piece.id}",
        sender=who.who, type=MessageType.EDIT, sent_at=at, text=held.text, subtype=held.type.value, content=held.content,
        about=piece.id, echo=who.mine, by_original=by_original,
    )  # fmt: skip


def revoke_of(about: str, who: Key, *dated: Json, by_original: bool = False) -> InboundMessage:
    """That a message was taken back."""
    moments = [one.get(name) for one in dated for name in ("timestampMs", "messageTimestamp")]
    return InboundMessage(
        provider_id=f"{about}:revoke", chat=who.chat or f"about:{about}", sender=who.who, type=MessageType.REVOKE,
        sent_at=moment(*moments), about=about, echo=who.mine, by_original=by_original,
    )  # fmt: skip


def is_undecryptable(item: Json) -> bool:
    """Is this the stub of a message whose key this device lacks ("waiting for this message")?"""
    return text_in(item, "messageStubType").upper() in ("2", "CIPHERTEXT")


def note_of(what: str, held: Json, key: Key, item: Json) -> InboundMessage:
    """A line of the house in the thread: something was written that only the phone can show.

    It has an id of its own: the gateway asks for the message again, and what then comes has the first id.
    """
    about = id_in(object_in(held, "targetMessageKey"), "id")
    return InboundMessage(
        provider_id=f"{key.id}:{what}", chat=key.chat, sender=key.who, type=MessageType.SYSTEM,
        sent_at=moment(item.get("messageTimestamp")), text=_NOTES[what], subtype=what, reply_to=about,
        content={"about": about} if about else {},
    )  # fmt: skip
