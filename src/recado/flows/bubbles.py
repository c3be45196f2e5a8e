"""When are several messages that a person writes in a row one turn, and what do they say together?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import msgspec

from recado.flows.engine.inputs import Message
from recado.flows.engine.values import Stored, Value, read_value, store_value

KEY = "bubble"
_MOST_WINDOWS = 10
"""Somebody who never pauses is answered after so many windows all the same."""
_MOST_MESSAGES = 50


class Part(msgspec.Struct, frozen=True):
    """One message of a bubble, without its text: that is read when the bubble ends, for it may be edited meanwhile."""

    id: UUID
    type: str
    media: dict[str, Any] | None = None
    location: dict[str, Any] | None = None


class Bubble(msgspec.Struct, frozen=True):
    """Messages that wait to be answered as one; `began` is when the first was taken in."""

    began: datetime
    parts: tuple[Part, ...]

    def is_full(self) -> bool:
        """Is it answered now, whatever may follow?"""
        return len(self.parts) >= _MOST_MESSAGES

    def encoded(self) -> str:
        """Return it as JSON."""
        return msgspec.json.encode(self).decode()


_decoder = msgspec.json.Decoder(Bubble)


def read(payload: str) -> Bubble:
    """Read what `encoded` wrote."""
    return _decoder.decode(payload)


def joined(bubble: Bubble | None, id_: UUID, message: Message, now: datetime) -> Bubble:
    """Return the bubble with one more message in it."""
    part = Part(id_, message.type, _stored(message.media), _stored(message.location))
    if bubble is None:
        return Bubble(now, (part,))
    return Bubble(bubble.began, (*bubble.parts, part))


def ends_at(bubble: Bubble, window: timedelta, now: datetime) -> datetime:
    """Return when the bubble is answered if nothing more comes: a window after its last message."""
    return min(now + window, bubble.began + window * _MOST_WINDOWS)


def merged(bubble: Bubble, texts: Mapping[UUID, str], last: Message | None = None) -> Message | None:
    """Return what the messages say together; those without a text in `texts` were taken back. None where all were.

    `last` is a tap that has ended the bubble: it keeps its choice. Otherwise what is no text, if there is any, decides what
    kind of message it is: a picture and a word about it are a picture with a caption.
    """
    parts = [part for part in bubble.parts if part.id in texts]
    said = [texts[part.id] for part in parts if texts[part.id]]
    if last is not None:
        return replace(last, text="\n".join([*said, last.text] if last.text else said))
    if not parts:
        return None
    shown = next((part for part in reversed(parts) if part.type != "text"), parts[-1])
    return Message("\n".join(said), shown.type, media=_read(shown.media), location=_read(shown.location))


def _stored(values: Mapping[str, Value] | None) -> dict[str, Stored] | None:
    return None if values is None else {name: store_value(value) for name, value in values.items()}


def _read(kept: Mapping[str, Stored] | None) -> dict[str, Value] | None:
    return None if kept is None else {name: read_value(value) for name, value in kept.items()}
