"""Which picture, recording, file or place did the person send?"""

from __future__ import annotations

from recado.flows.engine.inputs import Message
from recado.flows.engine.values import Value, clean

_KINDS = frozenset({"image", "audio", "video", "document"})
_BY_MIME = {"image": "image", "audio": "audio", "video": "video", "application": "document", "text": "document"}
_KEPT = ("id", "mime_type", "filename")


def received(said: Message) -> dict[str, Value] | None:
    """What was sent: `type`, `id`, `mime_type`, perhaps `filename` and `caption`; or `type` `location` with its place.

    A photo sent as a file is a photo: what the bytes are counts more than the way they were sent. None for a text.
    """
    if said.type == "location" or (said.location and not said.media):
        return {"type": "location", **{str(key): clean(value) for key, value in (said.location or {}).items()}}
    if said.media is None and said.type not in _KINDS:
        return None
    media = said.media or {}
    mime = str(media.get("mime_type") or "")
    kind = _BY_MIME.get(mime.split("/", maxsplit=1)[0], "") if said.type in ("document", "") else said.type
    kind = kind or said.type
    if kind not in _KINDS:
        return None  # a sticker answers nothing
    found: dict[str, Value] = {"type": kind}
    found.update({key: clean(media[key]) for key in _KEPT if media.get(key)})
    if said.text.strip():
        found["caption"] = said.text
    return found
