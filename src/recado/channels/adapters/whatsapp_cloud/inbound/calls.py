"""Who called whom, and did anybody answer?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from recado.channels.adapters.whatsapp_cloud.inbound.identity import chat_of, identity
from recado.channels.adapters.whatsapp_cloud.inbound.messages import Envelope, broken
from recado.channels.adapters.whatsapp_cloud.inbound.shapes import (
    errors_in,
    fingerprint,
    id_in,
    items_in,
    object_in,
    text_in,
)
from recado.channels.adapters.whatsapp_cloud.inbound.times import moment
from recado.channels.models import Arrival, ChannelEvent, Identity, InboundMessage, Json, MessageType


def read_calls(envelope: Envelope, value: Json) -> Iterator[Arrival]:
    """A call that ended is a line in the thread; the signalling around it is only kept."""
    for element in items_in(value, "calls"):
        if type(element) is not dict:
            yield broken(envelope, element)
            continue
        arrival = _ended(envelope, element) if text_in(element, "event").lower() == "terminate" else None
        yield arrival or _signal(envelope, element)
    for element in items_in(value, "statuses"):
        yield _signal(envelope, element) if type(element) is dict else broken(envelope, element)


def _ended(envelope: Envelope, element: Json) -> InboundMessage | None:
    outgoing = text_in(element, "direction").upper() == "BUSINESS_INITIATED"
    who = _person(envelope, element, "to" if outgoing else "from")
    chat, call_id = chat_of(who), id_in(element, "id")
    if not chat or not call_id:
        return None
    answered = text_in(element, "status").upper() == "COMPLETED"
    call: Json = {key: element[key] for key in ("status", "start_time", "end_time", "duration") if key in element}
    call["direction"] = "out" if outgoing else "in"
    return InboundMessage(
        provider_id=call_id,
        chat=chat,
        sender=who,
        type=MessageType.SYSTEM,
        sent_at=moment(element.get("timestamp")),
        text=_words(outgoing=outgoing, answered=answered, seconds=element.get("duration")),
        subtype="call" if answered else "missed_call",
        content={"call": call},
        errors=errors_in(element) or envelope.errors,
        echo=outgoing,
    )


def _words(*, outgoing: bool, answered: bool, seconds: Any) -> str:
    """What the person at the screen reads, as a phone's own list of calls would say it."""
    if not answered:
        return "Chamada de voz não atendida" if outgoing else "Chamada de voz perdida"
    if not isinstance(seconds, int) or isinstance(seconds, bool) or seconds < 0:
        return "Chamada de voz"
    minutes, rest = divmod(seconds, 60)
    return f"Chamada de voz ({minutes} min {rest:02d} s)" if minutes else f"Chamada de voz ({rest} s)"


def _person(envelope: Envelope, element: Json, side: str) -> Identity:
    phone, user = id_in(element, side), id_in(element, f"{side}_user_id")
    card = envelope.cards.of(phone, user)
    return identity(phone, user, id_in(element, f"{side}_parent_user_id"), card)


def _signal(envelope: Envelope, element: Json) -> ChannelEvent:
    """Ringing, connecting, accepted. The session description names network addresses of a home: it is left out."""
    told = {key: item for key, item in element.items() if key != "session"}
    if session := object_in(element, "session"):
        told["session"] = {"sdp_type": text_in(session, "sdp_type")}
    name = id_in(element, "id") or fingerprint(envelope.account, told)
    step = text_in(element, "event") or text_in(element, "status")
    return ChannelEvent(f"calls:{name}:{step}"[:300], "calls", told, moment(element.get("timestamp")))
