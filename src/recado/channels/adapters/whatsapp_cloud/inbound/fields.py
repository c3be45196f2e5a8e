"""What does a change say that is not a message: about a person's wishes, an account, a template, a number?"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from typing import Any, Literal

from recado.channels.adapters.whatsapp_cloud.inbound.calls import read_calls
from recado.channels.adapters.whatsapp_cloud.inbound.history import read_history
from recado.channels.adapters.whatsapp_cloud.inbound.identity import NO_CARDS, Cards, as_wa_id, chat_of, identity
from recado.channels.adapters.whatsapp_cloud.inbound.messages import Envelope, broken, read_echo, read_messages
from recado.channels.adapters.whatsapp_cloud.inbound.shapes import (
    as_object,
    errors_in,
    fingerprint,
    id_in,
    items_in,
    object_in,
    text_in,
)
from recado.channels.adapters.whatsapp_cloud.inbound.statuses import read_statuses
from recado.channels.adapters.whatsapp_cloud.inbound.times import moment
from recado.channels.models import Arrival, ChannelEvent, Identity, IdentityChange, Json, Preference

Reader = Callable[[Envelope, Json], Iterator[Arrival]]


def envelope_of(value: Json, field: str) -> Envelope:
    """Read what all elements of a value share."""
    metadata = object_in(value, "metadata")
    return Envelope(
        account=id_in(metadata, "phone_number_id"),
        cards=Cards(contacts) if (contacts := items_in(value, "contacts")) else NO_CARDS,
        number=as_wa_id(id_in(metadata, "display_phone_number")),
        field=field,
        errors=errors_in(value),
    )


def field_of(change: Json, value: Json) -> str:
    """The field's name, or, where none is told, the one whose elements are there."""
    return id_in(change, "field") or next((field for key, field in _SIGNS if value.get(key)), "unknown")


_SIGNS = (
    ("messages", "messages"),
    ("statuses", "messages"),
    ("message_echoes", "smb_message_echoes"),
    ("history", "history"),
    ("state_sync", "smb_app_state_sync"),
    ("calls", "calls"),
    ("user_preferences", "user_preferences"),
    ("user_id_update", "user_id_update"),
    ("errors", "messages"),
)


def read_conversation(envelope: Envelope, value: Json) -> Iterator[Arrival]:
    """Messages, statuses and errors, which may share one value."""
    if elements := items_in(value, "messages"):
        yield from read_messages(envelope, elements)
    if elements := items_in(value, "statuses"):
        yield from read_statuses(envelope, elements)
    if "errors" in value:
        yield from _events(envelope, value, "errors")
    if "message_echoes" in value:
        yield from read_echoes(envelope, value)


def read_echoes(envelope: Envelope, value: Json) -> Iterator[Arrival]:
    for element in items_in(value, "message_echoes"):
        yield read_echo(envelope, element) if type(element) is dict else broken(envelope, element)


def read_address_book(envelope: Envelope, value: Json) -> Iterator[Arrival]:
    """Contacts that the owner of the phone added, changed or removed."""
    yield from _events(envelope, value, "state_sync")


def read_preferences(envelope: Envelope, value: Json) -> Iterator[Arrival]:
    """Wishes about marketing. `stop` must be honoured: sending on is refused with 131050."""
    for element in items_in(value, "user_preferences"):
        yield _preference(envelope, element) or broken(envelope, element)


def _preference(envelope: Envelope, element: Any) -> Preference | None:
    if type(element) is not dict or text_in(element, "category") not in ("marketing_messages", ""):
        return None
    who = _person(envelope, element)
    wish = _WISHES.get(text_in(element, "value").lower())
    if wish is None or not chat_of(who):
        return None
    key = f"user_preferences:{fingerprint(envelope.account, element)}"
    return Preference(key, chat_of(who), who, wish, moment(element.get("timestamp")))


_WISHES: Mapping[str, Literal["stop", "resume", "signup"]] = {"stop": "stop", "resume": "resume", "signup": "signup"}


def read_new_ids(envelope: Envelope, value: Json) -> Iterator[Arrival]:
    """BSUIDs that were replaced by others."""
    for element in items_in(value, "user_id_update"):
        yield _new_id(envelope, element) or broken(envelope, element)


def _new_id(envelope: Envelope, element: Any) -> IdentityChange | None:
    if type(element) is not dict:
        return None
    users, parents = object_in(element, "user_id"), object_in(element, "parent_user_id")
    wa_id = as_wa_id(id_in(element, "wa_id"))
    before = Identity(
        wa_id=wa_id,
        bsuid=id_in(users, "previous") or id_in(element, "previous_user_id"),
        parent_bsuid=id_in(parents, "previous") or id_in(element, "previous_parent_user_id"),
    )
    after = Identity(
        wa_id=wa_id,
        bsuid=id_in(users, "current") or id_in(element, "user_id"),
        parent_bsuid=id_in(parents, "current") or id_in(element, "parent_user_id"),
    )
    if not chat_of(before) or not chat_of(after) or before == after:
        return None
    key = f"user_id_update:{fingerprint(envelope.account, element)}"
    return IdentityChange(key, chat_of(before), before, after, moment(element.get("timestamp")))


def _person(envelope: Envelope, element: Json) -> Identity:
    phone, user = id_in(element, "wa_id"), id_in(element, "user_id")
    card = envelope.cards.of(phone, user)
    return identity(phone, user, id_in(element, "parent_user_id"), card)


def _events(envelope: Envelope, value: Json, key: str) -> Iterator[ChannelEvent]:
    """Keep each element of a list, or the list's place if it is none, as an event of the field."""
    field = key if key == "errors" else envelope.field
    elements = items_in(value, key)
    if not elements and value.get(key):
        elements = [value[key]]
    for element in elements:
        held = as_object(element)
        at = moment(held.get("timestamp")) or moment(object_in(held, "metadata").get("timestamp"))
        yield ChannelEvent(f"{field}:{fingerprint(envelope.account, element)}", field, held, at)


def account_event(field: str, value: Any, business: str, at: datetime | None) -> ChannelEvent:
    """Keep a change that concerns no thread. Templates, numbers, accounts, groups, and whatever comes tomorrow."""
    told = None if at is None else at.timestamp()
    return ChannelEvent(f"{field}:{fingerprint(business, field, value, told)}", field, as_object(value), at)


READERS: Mapping[str, Reader] = {
    "messages": read_conversation,
    "smb_message_echoes": read_echoes,
    "message_echoes": read_echoes,
    "smb_app_state_sync": read_address_book,
    "history": read_history,
    "user_preferences": read_preferences,
    "user_id_update": read_new_ids,
    "calls": read_calls,
}
