"""How far has a message of ours come?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Literal

from recado.channels.adapters.evolution.inbound.afterthoughts import edit_of, revoke_of
from recado.channels.adapters.evolution.inbound.asides import aside
from recado.channels.adapters.evolution.inbound.content import READERS, Piece
from recado.channels.adapters.evolution.inbound.identity import Key, read_key
from recado.channels.adapters.evolution.inbound.shapes import is_true, items_in, moment, object_in, text_in
from recado.channels.adapters.evolution.inbound.wrappers import unwrap
from recado.channels.models import Arrival, InboundMessage, Json, ProviderError, StatusUpdate

_Status = Literal["sent", "delivered", "read", "played", "failed"]
_LADDER: dict[str, _Status] = {
    "0": "failed", "ERROR": "failed", "FAILED": "failed",
    "2": "sent", "SERVER_ACK": "sent", "SENT": "sent",
    "3": "delivered", "DELIVERY_ACK": "delivered", "DELIVERED": "delivered",
    "4": "read", "READ": "read",
    "5": "played", "PLAYED": "played",
}  # fmt: skip
_ORDER: tuple[_Status, ...] = ("failed", "sent", "delivered", "read", "played")
_EVENT = "messages.update"


def furthest(words: Iterable[Any]) -> str:
    """The word that says most of those given for one message, "" where none says anything."""
    known = [word for one in words if (word := _word({"status": one})) in _LADDER]
    return max(known, key=lambda word: _ORDER.index(_LADDER[word]), default="")


def _word(update: Json) -> str:
    return text_in(update, "status").split(".")[0].upper()


def read_status(item: Any) -> Iterator[Arrival]:
    """One element of `messages.update`, flat or nested.

    PENDING, DELETED, EDITED and no status at all move nothing: a mere edit is told as DELETED by some versions. A status
    of what a person wrote says that the owner has read it on the phone.
    """
    if type(item) is not dict:
        yield aside("not_an_object", item, event=_EVENT)
        return
    update = object_in(item, "update") or item
    word = _word(update)
    status, key = _LADDER.get(word), read_key(item)
    if key.aside:
        yield aside(key.aside, {"key": item.get("key"), "status": word}, event=_EVENT)
    elif status is None and key.id and key.chat and (change := _change(update, key, item)) is not None:
        yield change
    elif status is None:
        yield aside(f"status_{word.lower() or 'missing'}"[:40], item, event=_EVENT)
    elif not key.id:
        yield aside("no_id", item, event=_EVENT)
    elif not (key.mine or _is_silent_about_sender(item)):
        yield aside("read_by_owner", item, event=_EVENT)
    else:
        yield StatusUpdate(
            provider_id=key.id, status=status,
            at=moment(update.get("messageTimestamp"), update.get("timestamp"), item.get("datetime")),
            chat=key.chat or key.id, recipient=key.who, error=_error(update, item) if status == "failed" else None,
        )  # fmt: skip


def _change(update: Json, key: Key, item: Json) -> InboundMessage | None:
    """Where the library's own words are passed on, an edit and a revocation are updates of the message as well."""
    if update is item:
        return None
    if "message" in update and (update["message"] is None or text_in(update, "messageStubType") in ("1", "REVOKE")):
        return revoke_of(key.id, key, update)
    message, layers = unwrap(update.get("message"))
    kind = next((name for name in message if name in READERS), "")
    if "editedMessage" not in layers or not kind:
        return None
    return edit_of(Piece(message[kind], message, key.id, item), kind, key, update)


def _is_silent_about_sender(item: Json) -> bool:
    return "fromMe" not in item and "fromMe" not in object_in(item, "key")


def _error(*holders: Json) -> ProviderError:
    """The code of the library, where the gateway passes it on; it usually stands in its log alone."""
    for holder in holders:
        for one in items_in(holder, "messageStubParameters"):
            if type(one) is str and one.isdigit():
                return ProviderError(one, "ERROR")
    code = next((found for one in holders if (found := text_in(one, "errorCode", "code"))), "")
    return ProviderError(code or "ERROR", "ERROR", "" if not is_true(holders[0], "error") else "error")
