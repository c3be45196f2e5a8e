"""What is inside the wrappers that WhatsApp puts around a message?"""

from __future__ import annotations

from typing import Any

from recado.channels.adapters.evolution.inbound.content import READERS
from recado.channels.adapters.evolution.inbound.shapes import object_in
from recado.channels.models import Json

BESIDE = frozenset(
    {
        "messageContextInfo", "senderKeyDistributionMessage", "fastRatchetKeySenderKeyDistributionMessage", "base64",
        "mediaUrl", "speechToText", "contextInfo",
    }
)  # fmt: skip
"""What may stand beside a message's content, often before it."""
_DEEP = 8


def unwrap(value: Any) -> tuple[Json, tuple[str, ...]]:
    """What is inside the wrappers, and which there were, the outermost first.

    Ephemeral, view once, edited, album child, poll, bot and group wrappers all hold a `message`; so will the next one.
    Some versions write every field there is, most of them null.
    """
    message = _bare(value)
    layers: list[str] = []
    for _ in range(_DEEP):
        layer = next((name for name in message if _is_wrapper(name, message)), "")
        if not layer:
            break
        layers.append(layer)
        message = _bare(message[layer]["message"])
    return message, tuple(layers)


def _bare(value: Any) -> Json:
    if type(value) is str and value:
        return {"conversation": value}
    return {name: held for name, held in value.items() if held is not None} if type(value) is dict else {}


def _is_wrapper(name: str, message: Json) -> bool:
    inner = object_in(message, name).get("message")
    return type(inner) is dict and name not in BESIDE and (name not in READERS or name == "lottieStickerMessage")
