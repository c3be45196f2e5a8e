"""Which file does a delivery itself carry?"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from recado.channels.adapter import MediaFile
from recado.channels.adapters.evolution.inbound.identity import read_key
from recado.channels.adapters.evolution.inbound.shapes import bytes_of, object_in, text_in
from recado.channels.adapters.evolution.inbound.wrappers import unwrap

LARGEST: Final = 64 * 1024 * 1024


def file_of(items: Iterable[Any], message_id: str) -> MediaFile | None:
    """The bytes beside the message of this id, in whatever way they are written; None where there are none, or too many."""
    for item in items:
        if type(item) is not dict or read_key(item).id != message_id:
            continue
        outer = object_in(item, "message")
        message, _ = unwrap(outer)
        held = next((value for name, value in message.items() if name.endswith("Message") and type(value) is dict), {})
        for place in (outer, message, held, item):
            content = bytes_of(place.get("base64"))
            if content is not None and len(content) <= LARGEST:
                return MediaFile(content, text_in(held, "mimetype", "mimeType"), text_in(held, "fileName", "title"))
    return None
