"""What did a person, or the business from its own phone, write?"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from recado.channels.adapters.whatsapp_cloud.inbound.content import SIMPLE, Content, read_unsupported
from recado.channels.adapters.whatsapp_cloud.inbound.identity import NO_CARDS, Cards, chat_of, identity, with_address
from recado.channels.adapters.whatsapp_cloud.inbound.interactive import read_interactive
from recado.channels.adapters.whatsapp_cloud.inbound.shapes import (
    errors_in,
    fingerprint,
    id_in,
    object_in,
    text_in,
)
from recado.channels.adapters.whatsapp_cloud.inbound.system import as_identity_change, change_in, read_system
from recado.channels.adapters.whatsapp_cloud.inbound.times import moment
from recado.channels.models import (
    Arrival,
    ChannelEvent,
    Identity,
    InboundMessage,
    Json,
    MessageType,
    ProviderError,
)


@dataclass(frozen=True, slots=True)
class Envelope:
    """What the value around an element tells about it."""

    account: str
    cards: Cards = NO_CARDS
    number: str = ""
    """The business's own number, digits: in echoes and old threads it tells who wrote."""
    field: str = "messages"
    errors: tuple[ProviderError, ...] = ()


def read_messages(envelope: Envelope, elements: Sequence[Any]) -> Iterator[Arrival]:
    """What people wrote, in order; whatever cannot be read becomes an event that carries it."""
    for element in elements:
        if type(element) is not dict:
            yield broken(envelope, element)
        elif element.get("type") == "system":
            yield from _read_system_message(envelope, element)
        else:
            phone, user = id_in(element, "from"), id_in(element, "from_user_id")
            card = envelope.cards.of(phone, user)
            who = identity(phone, user, id_in(element, "from_parent_user_id"), card)
            yield build(envelope, element, who)


def read_echo(
    envelope: Envelope, element: Json, *, historic: bool = False, thread: str = ""
) -> InboundMessage | ChannelEvent:
    """What the business wrote from its own phone: the person is whom it went `to`."""
    phone, user = id_in(element, "to") or thread, id_in(element, "to_user_id")
    card = envelope.cards.of(phone, user)
    who = identity(phone, user, id_in(element, "to_parent_user_id"), card)
    return build(envelope, element, who, echo=True, historic=historic)


def build(
    envelope: Envelope, element: Json, who: Identity, *, echo: bool = False, historic: bool = False
) -> InboundMessage | ChannelEvent:
    """Put one message together. One that names nobody at all is an event: there is no thread to show it in."""
    group = id_in(element, "group_id")
    chat = chat_of(who, group)
    if not chat:
        return broken(envelope, element)
    held = read_content(element)
    errors = errors_in(element)
    if not errors and envelope.errors and _is_hollow(held):
        errors = envelope.errors
    content, reply_to, forwarded = held.content, "", False
    if "context" in element:
        reply_to, forwarded = _read_context(object_in(element, "context"), content)
    if referral := object_in(element, "referral"):
        content["referral"] = referral
    provider_id = id_in(element, "id") or _name_for(envelope, element)
    return InboundMessage(
        provider_id=provider_id,
        chat=chat,
        sender=with_address(who, chat),
        type=held.type,
        sent_at=moment(element.get("timestamp")),
        text=held.text,
        subtype=held.subtype,
        content=content,
        media=held.media,
        choice=held.choice,
        reply_to=reply_to,
        about=held.about,
        forwarded=forwarded,
        errors=errors,
        echo=echo,
        group=group,
        historic=historic,
    )


def read_content(message: Json) -> Content:
    """Read a message by its type, or, if that is missing, by the object it carries."""
    kind = text_in(message, "type")
    if not kind:
        kind = next((key for key in _READERS if key in message), "")
    return _READERS.get(kind, read_unsupported)(message)


def broken(envelope: Envelope, element: Any) -> ChannelEvent:
    """Keep what cannot be read as a message, without losing its neighbours."""
    return ChannelEvent(
        key=f"{envelope.field}:{fingerprint(envelope.account, element)}",
        field=envelope.field,
        value=element if type(element) is dict else {"raw": element},
        at=moment(element.get("timestamp")) if type(element) is dict else None,
    )


def _read_system_message(envelope: Envelope, element: Json) -> Iterator[Arrival]:
    """A notice in the thread, and the change of address it is about."""
    change = change_in(element)
    who = identity(id_in(element, "from"), id_in(element, "from_user_id"), id_in(element, "from_parent_user_id"))
    if change is not None and chat_of(change.before):
        who = change.before
    elif change is not None and not chat_of(who):
        who = change.after
    if not chat_of(who) and (card := envelope.cards.of("", "")):
        who = identity("", "", "", card)
    notice = build(envelope, element, who)
    yield notice
    if change is not None and isinstance(notice, InboundMessage):
        told = as_identity_change(change, notice.provider_id, notice.sent_at)
        if told is not None:
            yield told


def _read_edit(message: Json) -> Content:
    """An earlier message got new words: they are read as a message of their own."""
    edit = object_in(message, "edit")
    inner = object_in(edit, "message")
    about = id_in(edit, "original_message_id")
    if not inner or inner.get("type") == "edit":
        return Content(MessageType.EDIT, about=about)
    held = read_content(inner)
    return Content(MessageType.EDIT, held.text, held.type.value, held.content, held.media, held.choice, about)


def _read_context(context: Json, content: Json) -> tuple[str, bool]:
    """The message that this one answers, and whether it was passed on."""
    if product := object_in(context, "referred_product"):
        content["referred_product"] = product
    often = context.get("frequently_forwarded") is True
    if often:
        content["frequently_forwarded"] = True
    return id_in(context, "id"), often or context.get("forwarded") is True


def _is_hollow(held: Content) -> bool:
    """Say whether a message came without anything in it, so that the errors beside it must be its own."""
    return not (held.text or held.media or held.choice or held.content or held.about or held.subtype)


def _name_for(envelope: Envelope, element: Json) -> str:
    """A name for a message that came without an id; a repeat of the delivery gives the same."""
    return f"recado:{fingerprint(envelope.account, element)}"


_READERS: Mapping[str, Callable[[Json], Content]] = {
    **SIMPLE,
    "interactive": read_interactive,
    "system": read_system,
    "edit": _read_edit,
}
