"""How far has a message of ours come?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Literal, get_args

from recado.channels.adapters.whatsapp_cloud.inbound.identity import chat_of, identity
from recado.channels.adapters.whatsapp_cloud.inbound.messages import Envelope
from recado.channels.adapters.whatsapp_cloud.inbound.shapes import (
    as_object,
    errors_in,
    fingerprint,
    id_in,
    object_in,
    text_in,
)
from recado.channels.adapters.whatsapp_cloud.inbound.times import moment
from recado.channels.models import Arrival, ChannelEvent, Json, StatusUpdate

_Status = Literal["sent", "delivered", "read", "played", "failed"]
_KNOWN: dict[str, _Status] = {word: word for word in get_args(_Status)}


def read_statuses(envelope: Envelope, elements: Sequence[Any]) -> Iterator[Arrival]:
    """Statuses in order. `deleted`, `warning` and what may come are events: they move nothing."""
    for element in elements:
        known = _KNOWN.get(text_in(element, "status").lower()) if type(element) is dict else None
        if known is None or not id_in(element, "id") or element.get("type") not in _ABOUT_MESSAGES:
            yield _other(envelope, element)
        else:
            yield _status(envelope, element, known)


# Older webhooks say `message`; the statuses of calls and payments have lives of their own.
_ABOUT_MESSAGES = (None, "", "message")


def _status(envelope: Envelope, element: Json, status: _Status) -> StatusUpdate:
    provider_id = id_in(element, "id")
    group = id_in(element, "recipient_id") if element.get("recipient_type") == "group" else ""
    prefix = "recipient_participant_" if group else "recipient_"
    phone, user = id_in(element, prefix + "id"), id_in(element, prefix + "user_id")
    card = envelope.cards.of(phone, user)
    recipient = identity(phone, user, id_in(element, prefix + "parent_user_id"), card)
    errors = errors_in(element)
    return StatusUpdate(
        provider_id=provider_id,
        status=status,
        at=moment(element.get("timestamp")),
        chat=group or chat_of(recipient) or provider_id,
        token=text_in(element, "biz_opaque_callback_data")[:512],
        recipient=recipient,
        error=errors[0] if errors else None,
        pricing=_pricing(element),
    )


def _pricing(element: Json) -> Json:
    """What it costs, and the window it belongs to.

    Meta prices by delivered message (`PMP`) since 2025-07-01, by conversation (`CBP`) before; since 2026-10-01 free-form
    `service` messages are charged as well. `conversation` comes from v24.0 on only with ads. Rates change by country and
    quarter and stand nowhere in this code.
    """
    pricing = object_in(element, "pricing")
    conversation = object_in(element, "conversation")
    return {**pricing, "conversation": conversation} if conversation else pricing


def _other(envelope: Envelope, element: Any) -> ChannelEvent:
    value = as_object(element)
    return ChannelEvent(
        key=f"statuses:{fingerprint(envelope.account, element)}",
        field="statuses",
        value=value,
        at=moment(value.get("timestamp")),
    )
