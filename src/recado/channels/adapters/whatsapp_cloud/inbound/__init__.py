"""What has arrived in one webhook delivery of the Cloud API?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from recado.channels.adapter import Unreadable
from recado.channels.adapters.whatsapp_cloud.inbound.fields import READERS, account_event, envelope_of, field_of
from recado.channels.adapters.whatsapp_cloud.inbound.shapes import as_object, id_in, items_in
from recado.channels.adapters.whatsapp_cloud.inbound.times import moment
from recado.channels.models import Json, Reading
from recado.foundation.untrusted_json import JsonRefused, read_json

MAX_NODES = 100_000
"""Meta's payloads grow to 3 MB. Full of messages (350 bytes and 9 values each) or of statuses (500 and 15) that is about
90,000 values, and a chunk of history is such a delivery: the usual bound of 20,000 would lose it. More is not Meta's."""


def read(raw: bytes) -> tuple[Reading, ...]:
    """Every message, status, error and event of a delivery, in order.

    An element that cannot be read becomes an event that carries it; its neighbours are not touched. `Unreadable` only
    where the bytes are no JSON object at all.
    """
    try:
        root = read_json(raw, max_nodes=MAX_NODES)
    except JsonRefused as refused:
        raise Unreadable(str(refused)) from refused
    if type(root) is not dict:
        raise Unreadable("not an object")
    return tuple(_readings(root))


def _readings(root: Json) -> Iterator[Reading]:
    entries = items_in(root, "entry")
    if not entries:
        # The older API had no envelope: its messages and statuses lie in the root.
        if "messages" in root or "statuses" in root:
            yield from _change({"value": root}, "", None)
        else:
            yield Reading("", account_event("unknown", root, "", None))
    for entry in entries:
        if type(entry) is not dict:
            yield Reading("", account_event("entry", entry, "", None))
            continue
        business, at = id_in(entry, "id"), moment(entry.get("time"))
        changes = items_in(entry, "changes")
        if not changes:
            yield Reading("", account_event("entry", entry, business, at), business)
        for change in changes:
            yield from _change(change, business, at)


def _change(change: Any, business: str, at: datetime | None) -> Iterator[Reading]:
    if type(change) is not dict:
        yield Reading("", account_event("changes", change, business, at), business)
        return
    value = change.get("value")
    if type(value) is not dict:
        yield Reading("", account_event(id_in(change, "field") or "unknown", value, business, at), business)
        return
    field = field_of(change, value)
    envelope = envelope_of(value, field)
    found = False
    if (reader := READERS.get(field)) is not None:
        for arrival in reader(envelope, value):
            found = True
            yield Reading(envelope.account, arrival, business)
    if not found:
        yield Reading(envelope.account, account_event(field, as_object(value), business, at), business)
