"""What has arrived in one webhook delivery of the Evolution API?"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from recado.channels.adapter import Unreadable
from recado.channels.adapters.evolution.inbound.connection import read_code, read_connection, read_end
from recado.channels.adapters.evolution.inbound.identity import read_key
from recado.channels.adapters.evolution.inbound.messages import aside, read_message, read_protocol
from recado.channels.adapters.evolution.inbound.shapes import id_in, items_in, object_in, text_in
from recado.channels.adapters.evolution.inbound.statuses import read_status
from recado.channels.models import Arrival, InboundMessage, Json, MessageType, Reading
from recado.foundation.untrusted_json import JsonRefused, read_json

MAX_NODES = 400_000
"""A thumbnail written as an object of single bytes is up to 40,000 values, and clones send several messages at once."""
_SEPARATORS = re.compile(r"[.\-_\s]+")


def read(raw: bytes) -> tuple[Reading, ...]:
    """Every message, status and event of a delivery, in order; raise `Unreadable` where it is none at all.

    An element that cannot be read becomes an event that carries it and a reason; its neighbours are not touched.
    """
    try:
        root = read_json(raw, max_nodes=MAX_NODES)
    except JsonRefused as refused:
        raise Unreadable(str(refused)) from refused
    bodies = [one for one in root if type(one) is dict] if type(root) is list else [root]
    if not bodies or type(bodies[0]) is not dict:
        raise Unreadable("not an object")
    return tuple(reading for body in bodies for reading in _readings(_bare(body)))


def _bare(body: Json) -> Json:
    """Relays put the delivery into a `body` of their own."""
    inner = object_in(body, "body")
    return inner if "event" in inner and "event" not in body else body


def _readings(body: Json) -> Iterator[Reading]:
    account = _instance(body)
    found = False
    for arrival in _READERS.get(_event_of(body), _keep)(body):
        found = True
        yield Reading(account, arrival)
    if not found:
        yield Reading(account, aside("no_data", body, event=_name(body)))


def _instance(body: Json) -> str:
    named = body.get("instance")
    if type(named) is dict:
        return id_in(named, "instanceName", "name")
    return id_in(body, "instance", "instanceName")


def _event_of(body: Json) -> str:
    """The event's name in one spelling; where it is missing, what its data looks like."""
    if told := text_in(body, "event", "type"):
        return _SEPARATORS.sub("_", told.strip()).upper()
    first = next(iter(_elements(body)), None)
    if object_in(first, "message") or text_in(first, "messageType"):
        return "MESSAGES_UPSERT"
    if text_in(first, "keyId") or object_in(first, "update"):
        return "MESSAGES_UPDATE"
    return "CONNECTION_UPDATE" if text_in(first, "state") else ""


def _elements(body: Json) -> list[Any]:
    """The elements of `data`: one, a list, or a list under `messages`; some relays leave out `data` itself."""
    data = body.get("data")
    if type(data) is dict and type(data.get("messages")) is list:
        return items_in(data, "messages")
    if data is None and "key" in body:
        return [body]
    if type(data) in (str, int, float, bool):
        return [data]
    return [data] if type(data) is dict and data else items_in(body, "data")


def _each(read_one: Callable[[Any], Iterator[Arrival]]) -> Callable[[Json], Iterator[Arrival]]:
    return lambda body: (arrival for item in _elements(body) for arrival in read_one(item))


def _edited(body: Json) -> Iterator[Arrival]:
    for item in _elements(body):
        if type(item) is not dict:
            yield aside("not_an_object", item, event="messages.edited")
            continue
        told = object_in(object_in(item, "message"), "protocolMessage") or object_in(item, "protocolMessage") or item
        yield read_protocol(told, read_key(item), item, event="messages.edited")


def _deleted(body: Json) -> Iterator[Arrival]:
    for item in _elements(body):
        key = read_key(item) if type(item) is dict else None
        if key is None or key.aside or not key.id or not key.chat:
            yield aside("no_sender" if key is None or not key.aside else key.aside, item, event="messages.delete")
            continue
        yield InboundMessage(
            provider_id=f"{key.id}:revoke", chat=key.chat, sender=key.who, type=MessageType.REVOKE, sent_at=None,
            about=key.id, echo=key.mine,
        )  # fmt: skip


def _sent(body: Json) -> Iterator[Arrival]:
    """What the gateway's own API sent, by whichever of its clients: no person has written on the phone."""
    for item in _elements(body):
        light = {name: item[name] for name in ("key", "status") if name in item} if type(item) is dict else item
        yield aside("sent_by_api", light, event="send.message")


def _history(body: Json) -> Iterator[Arrival]:
    count = {"count": len(_elements(body)), "at": text_in(body, "date_time")}
    yield aside("history", count, event="messages.set")


def _keep(body: Json) -> Iterator[Arrival]:
    """Events of contacts, chats, groups, presence, calls, labels, and those nobody has met."""
    yield aside("unused", body, event=_name(body))


def _name(body: Json) -> str:
    return (text_in(body, "event", "type") or "unknown")[:60]


_READERS: Mapping[str, Callable[[Json], Iterator[Arrival]]] = {
    "MESSAGES_UPSERT": _each(read_message),
    "MESSAGE_UPSERT": _each(read_message),
    "MESSAGES_UPDATE": _each(read_status),
    "MESSAGE_UPDATE": _each(read_status),
    "MESSAGES_EDITED": _edited,
    "MESSAGES_DELETE": _deleted,
    "SEND_MESSAGE": _sent,
    "SEND_MESSAGE_UPDATE": _sent,
    "MESSAGES_SET": _history,
    "MESSAGING_HISTORY_SET": _history,
    "CONNECTION_UPDATE": lambda body: iter((read_connection(body, object_in(body, "data")),)),
    "STATUS_INSTANCE": lambda body: iter((read_connection(body, object_in(body, "data")),)),
    "QRCODE_UPDATED": lambda body: iter((read_code(body, object_in(body, "data")),)),
    "LOGOUT_INSTANCE": lambda body: iter((read_end(body, "logged_out"),)),
    "REMOVE_INSTANCE": lambda body: iter((read_end(body, "instance_missing"),)),
    "INSTANCE_DELETE": lambda body: iter((read_end(body, "instance_missing"),)),
}
