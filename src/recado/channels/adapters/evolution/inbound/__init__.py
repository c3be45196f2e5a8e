"""What has arrived in one webhook delivery of the Evolution API?"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from recado.channels.adapter import MediaFile, Unreadable
from recado.channels.adapters.evolution.inbound.afterthoughts import NOBODY, read_protocol, revoke_of
from recado.channels.adapters.evolution.inbound.asides import aside
from recado.channels.adapters.evolution.inbound.carried import file_of
from recado.channels.adapters.evolution.inbound.connection import read_code, read_connection, read_end
from recado.channels.adapters.evolution.inbound.identity import phone_of, read_key
from recado.channels.adapters.evolution.inbound.messages import read_message
from recado.channels.adapters.evolution.inbound.shapes import id_in, is_indexed, items_in, object_in, text_in
from recado.channels.adapters.evolution.inbound.squeezing import squeezed
from recado.channels.adapters.evolution.inbound.statuses import read_status
from recado.channels.models import Arrival, Json, Reading
from recado.foundation.untrusted_json import JsonRefused, read_json

MAX_NODES = 400_000
"""A thumbnail written as an object of single bytes is up to 40,000 values, and clones send several messages at once."""
_SEPARATORS = re.compile(r"[.\-_\s]+")


def read(raw: bytes) -> tuple[Reading, ...]:
    """Every message, status and event of a delivery, in order; raise `Unreadable` where it is none at all.

    An element that cannot be read becomes an event that carries it and a reason; its neighbours are not touched.
    """
    return tuple(reading for body in _bodies(raw) for reading in _readings(body))


def carried(raw: bytes, message_id: str) -> MediaFile | None:
    """The file that a delivery carries beside the message of this id; None where there is none."""
    try:
        bodies = _bodies(raw)
    except Unreadable:
        return None
    items = [item for body in bodies if type(body) is dict for item in _elements(_bare(body))]
    return file_of(items, message_id)


def _bodies(raw: bytes) -> list[Any]:
    try:
        root = read_json(squeezed(raw), max_nodes=MAX_NODES)
    except JsonRefused as refused:
        raise Unreadable(str(refused)) from refused
    bodies = root if type(root) is list else [root]
    if not any(type(one) is dict for one in bodies):
        raise Unreadable("not an object")
    return bodies


def _bare(body: Json) -> Json:
    """Relays put the delivery into a `body` of their own."""
    inner = object_in(body, "body")
    return inner if "event" in inner and "event" not in body else body


def _readings(told: Any) -> Iterator[Reading]:
    if type(told) is not dict:
        yield Reading("", aside("not_an_object", told, event="unknown"))
        return
    body = _bare(told)
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
    if (named := _spelt(text_in(body, "event"))) and (named in _READERS or not _spelt(text_in(body, "type"))):
        return named
    if (named := _spelt(text_in(body, "type"))) in _READERS:
        return named
    first = next(iter(_elements(body)), None)
    if text_in(first, "keyId") or object_in(first, "update"):
        return "MESSAGES_UPDATE"
    if object_in(first, "message") or text_in(first, "messageType"):
        return "MESSAGES_UPSERT"
    return "CONNECTION_UPDATE" if text_in(first, "state") else ""


def _spelt(name: str) -> str:
    return _SEPARATORS.sub("_", name.strip()).upper()


def _elements(body: Json) -> list[Any]:
    """The elements of `data`: one, a list, or a list under `messages`; some relays leave out `data` itself, or quote it."""
    data = body.get("data")
    if type(data) is str and data[:1] in ("{", "["):
        data = _unquoted(data)
    if data is None and ("key" in body or "messages" in body):
        data = body
    if type(data) is dict and type(data.get("messages")) in (dict, list):
        return items_in(data, "messages")
    if type(data) is dict and data and not is_indexed(data):
        return [data]
    return items_in({"data": data}, "data") if type(data) in (dict, list) else [] if data is None else [data]


def _unquoted(written: str) -> Any:
    try:
        return read_json(written.encode(), max_nodes=MAX_NODES)
    except JsonRefused:
        return written


def _each(read_one: Callable[[Any], Iterator[Arrival]]) -> Callable[[Json], Iterator[Arrival]]:
    return lambda body: (arrival for item in _elements(body) for arrival in read_one(item))


def _said(body: Json) -> Iterator[Arrival]:
    own = _own_number(body)
    return (arrival for item in _elements(body) for arrival in read_message(item, own))


def _own_number(body: Json) -> str:
    return phone_of(text_in(body, "sender") or text_in(object_in(body, "data"), "owner"))


def _edited(body: Json) -> Iterator[Arrival]:
    for item in _elements(body):
        if type(item) is not dict:
            yield aside("not_an_object", item, event="messages.edited")
            continue
        inner = object_in(object_in(item, "message"), "protocolMessage") or object_in(item, "protocolMessage")
        key = read_key(item) if inner else NOBODY
        yield read_protocol(inner or item, key, item, event="messages.edited", own=_own_number(body))


def _deleted(body: Json) -> Iterator[Arrival]:
    for item in _elements(body):
        key = read_key(item) if type(item) is dict else NOBODY
        if key.aside or not key.id or not key.chat:
            yield aside(key.aside or "no_sender", item, event="messages.delete")
        else:
            yield revoke_of(key.id, key)


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
    "MESSAGES_UPSERT": _said,
    "MESSAGE_UPSERT": _said,
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
