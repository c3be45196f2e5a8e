"""What was said before the number was connected?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from recado.channels.adapters.whatsapp_cloud.inbound.identity import as_wa_id, identity
from recado.channels.adapters.whatsapp_cloud.inbound.messages import Envelope, broken, build, read_echo
from recado.channels.adapters.whatsapp_cloud.inbound.shapes import fingerprint, id_in, items_in, object_in
from recado.channels.models import Arrival, ChannelEvent, InboundMessage, Json


def read_history(envelope: Envelope, value: Json) -> Iterator[Arrival]:
    """Old threads in chunks, then, in deliveries of their own, the media that the threads only announced.

    Source: the `history` webhook of coexistence. A thread's id is the person; `from` tells who wrote. For media the
    first delivery carries `media_placeholder`; what is younger than 14 days follows as `messages` under the same id.
    """
    for chunk in items_in(value, "history"):
        if type(chunk) is not dict:
            yield broken(envelope, chunk)
            continue
        for thread in items_in(chunk, "threads"):
            if type(thread) is not dict:
                yield broken(envelope, thread)
                continue
            for element in items_in(thread, "messages"):
                yield _old_message(envelope, element, id_in(thread, "id"))
        yield _progress(envelope, chunk)
    for element in items_in(value, "messages"):
        arrival = _old_message(envelope, element, "")
        if isinstance(arrival, InboundMessage) and arrival.media is not None:
            arrival = replace(arrival, key=f"{arrival.provider_id}:media")
        yield arrival


def _old_message(envelope: Envelope, element: Any, thread: str) -> InboundMessage | ChannelEvent:
    if type(element) is not dict:
        return broken(envelope, element)
    arrival = _sided(envelope, element, thread)
    if isinstance(arrival, InboundMessage) and (context := object_in(element, "history_context")):
        arrival.content["history_context"] = context
    return arrival


def _sided(envelope: Envelope, element: Json, thread: str) -> InboundMessage | ChannelEvent:
    writer = id_in(element, "from")
    if _is_business(envelope, writer, thread, element):
        return read_echo(envelope, element, historic=True, thread=thread)
    phone, user = writer or thread, id_in(element, "from_user_id")
    card = envelope.cards.of(phone, user)
    return build(envelope, element, identity(phone, user, id_in(element, "from_parent_user_id"), card), historic=True)


def _is_business(envelope: Envelope, writer: str, thread: str, element: Json) -> bool:
    """Say who wrote: the business's number, or, where that is not told, anybody but the person of the thread."""
    if writer and envelope.number:
        return as_wa_id(writer) == envelope.number
    if id_in(element, "to") or id_in(element, "to_user_id"):
        return True
    return bool(writer and thread and (as_wa_id(writer) or writer) != (as_wa_id(thread) or thread))


def _progress(envelope: Envelope, chunk: Json) -> ChannelEvent:
    """How far the hand-over is, or why there is none (2593109: the owner does not share it)."""
    told: Json = {key: chunk[key] for key in ("metadata", "errors") if key in chunk}
    told["threads"] = len(items_in(chunk, "threads"))
    return ChannelEvent(key=f"history:{fingerprint(envelope.account, told)}", field="history", value=told)
