"""What is kept of what is nobody's message?"""

from __future__ import annotations

from typing import Any

from recado.channels.adapters.evolution.inbound.shapes import fingerprint, moment, without_bytes
from recado.channels.models import ChannelEvent, Json


def aside(reason: str, item: Any, *, event: str = "messages.upsert") -> ChannelEvent:
    """An element that is nobody's message, with the reason; nothing of a file or a key stays in it."""
    return ChannelEvent(
        key=f"{event}:{reason}:{fingerprint(item)}"[:200],
        field=event,
        value={"set_aside": reason, "raw": without_bytes(item if type(item) is dict else {"raw": item})},
        at=moment(item.get("messageTimestamp")) if type(item) is dict else None,
    )


def light(item: Json) -> Json:
    """What is kept of conversations that are none of ours: not their words."""
    return {name: item[name] for name in ("key", "messageType", "messageTimestamp") if name in item}
