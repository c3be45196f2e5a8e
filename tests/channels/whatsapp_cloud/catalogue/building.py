"""How is an invented delivery of Meta put together, and what is expected to be read from it?

Everything here is invented in the shapes that Meta documents or that its users have captured.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from recado.channels.models import (
    Arrival,
    ChannelEvent,
    IdentityChange,
    InboundMessage,
    Preference,
    StatusUpdate,
)

WABA, NUMBER_ID, NUMBER = "300000000000001", "400000000000001", "551140000001"
PHONE, BSUID = "5511988887777", "BR.7000000000000000001"
SENT = "1795000000"
SHA_HEX = "29ed500fa64eb55fc19dc4124acb300e5dcca0f822a301ae99944db000000000"
SHA_BASE64 = "Ke1QD6ZOtV/BncQSSsswDl3MoPgiowGumZRNsAAAAAA="

Json = dict[str, Any]
KINDS: dict[str, type[Any]] = {
    "message": InboundMessage,
    "status": StatusUpdate,
    "identity": IdentityChange,
    "preference": Preference,
    "event": ChannelEvent,
}


@dataclass(frozen=True)
class Expected:
    """One arrival: its kind and the attributes that must be so (dotted names reach inside)."""

    kind: str
    attributes: Json = field(default_factory=dict)

    def differences(self, arrival: Arrival) -> list[str]:
        if not isinstance(arrival, KINDS[self.kind]):
            return [f"is a {type(arrival).__name__}, not a {self.kind}"]
        found = []
        for name, wanted in self.attributes.items():
            value = _reach(arrival, name)
            if value != wanted:
                found.append(f"{name}: {value!r} instead of {wanted!r}")
        return found


def _reach(arrival: Arrival, name: str) -> Any:
    if name == "error_codes":
        return tuple(error.code for error in getattr(arrival, "errors", ()))
    value: Any = arrival
    for step in name.split("__"):
        value = value.get(step) if isinstance(value, dict) else getattr(value, step, None)
    return value


@dataclass(frozen=True)
class Case:
    """A delivery and everything it holds, in order. `account` is the number id that every reading must name."""

    name: str
    body: bytes
    expected: tuple[Expected, ...]
    account: str = NUMBER_ID


def says(kind: str, text: str = "", **attributes: Any) -> Expected:
    """A message by the usual person."""
    usual = {"sender__wa_id": PHONE, "sender__bsuid": BSUID, "chat": BSUID, "provider_id": "wamid.1", "echo": False}
    usual.update({"historic": False, "media": None} if "media__provider_id" not in attributes else {"historic": False})
    return Expected("message", {**usual, "type": kind, "text": text, **attributes})


def moves(status: str, provider_id: str = "wamid.OUT1", **attributes: Any) -> Expected:
    return Expected("status", {"status": status, "provider_id": provider_id, **attributes})


def event(name: str, **attributes: Any) -> Expected:
    return Expected("event", {"field": name, **attributes})


def changes(**attributes: Any) -> Expected:
    return Expected("identity", attributes)


def prefers(wish: str, **attributes: Any) -> Expected:
    return Expected("preference", {"marketing": wish, **attributes})


def card(**more: Any) -> Json:
    """The contact of the usual person."""
    return {"profile": {"name": "Ana Souza"}, "wa_id": PHONE, "user_id": BSUID, **more}


def message(kind: str | None = None, /, **more: Any) -> Json:
    """A message of the usual person; a key given as None is left out."""
    base: Json = {"from": PHONE, "from_user_id": BSUID, "id": "wamid.1", "timestamp": SENT, "type": kind, **more}
    return {key: item for key, item in base.items() if item is not None}


def status(word: str = "delivered", /, **more: Any) -> Json:
    base: Json = {"id": "wamid.OUT1", "status": word, "timestamp": SENT, "recipient_id": PHONE}
    return {key: item for key, item in {**base, **more}.items() if item is not None}


def value(**more: Any) -> Json:
    """What every value of the messages field shares."""
    metadata = {"display_phone_number": NUMBER, "phone_number_id": NUMBER_ID}
    return {"messaging_product": "whatsapp", "metadata": metadata, **more}


def change(held: Any, name: str = "messages") -> Json:
    return {"field": name, "value": held}


def delivery(*parts: Json, **entry: Any) -> bytes:
    """The envelope around changes, in the bytes that Meta writes: slashes and everything beyond ASCII escaped."""
    root = {"object": "whatsapp_business_account", "entry": [{"id": WABA, "changes": list(parts), **entry}]}
    return wire(root)


def wire(root: Any) -> bytes:
    return json.dumps(root).replace("/", "\\/").encode()


def one(name: str, element: Json, *expected: Expected, contacts: Any = None, **more: Any) -> Case:
    """A case of a single message."""
    cards = [card()] if contacts is None else contacts
    return Case(name, delivery(change(value(contacts=cards, messages=[element], **more))), expected)


def tells(name: str, element: Json, *expected: Expected, **more: Any) -> Case:
    """A case of a single status."""
    return Case(name, delivery(change(value(statuses=[element], **more))), expected)


def concerns(name: str, held: Any, *expected: Expected, case: str = "", account: str = "", **entry: Any) -> Case:
    """A case of another field; most of them name no number."""
    return Case(f"{name} {case}".strip(), delivery(change(held, name), **entry), expected or (event(name),), account)
