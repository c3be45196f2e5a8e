"""What does Meta write into a webhook, and how does it sign it?"""

from __future__ import annotations

import hashlib
import hmac
import itertools
import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

Json = dict[str, Any]
WABA = "300000000000001"
_numbers = itertools.count(1)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with a phone. `bsuid` is how Meta names them beside their number."""

    phone: str
    name: str = "Ana"

    @property
    def bsuid(self) -> str:
        return f"BR.{self.phone}"


def somebody(name: str = "Ana") -> Person:
    """Return a person nobody has met."""
    return Person(f"55119{80_000_000 + next(_numbers)}", name)


def wamid(prefix: str = "IN") -> str:
    """Return an id that no message has."""
    return f"wamid.{prefix}{next(_numbers)}"


def text(person: Person, body: str, *, at: datetime | None = None, id_: str = "", tap: str = "", **more: Any) -> Json:
    """The value of a text message, or of a tapped button with the id `tap`."""
    moment = at or datetime.now(UTC)
    said: Json = {"type": "text", "text": {"body": body}}
    if tap:
        said = {
            "type": "interactive",
            "interactive": {"type": "button_reply", "button_reply": {"id": tap, "title": body}},
        }
    message = {
        "from": person.phone, "from_user_id": person.bsuid, "id": id_ or wamid(), "timestamp": str(int(moment.timestamp())),
        **said, **more,
    }  # fmt: skip
    return {"contacts": [_card(person)], "messages": [message]}


def echo(person: Person, body: str, business: str, *, at: datetime | None = None) -> Json:
    """The value of `smb_message_echoes`: the business wrote from its own phone."""
    moment = at or datetime.now(UTC)
    message = {
        "from": business, "to": person.phone, "to_user_id": person.bsuid, "id": wamid("ECHO"),
        "timestamp": str(int(moment.timestamp())), "type": "text", "text": {"body": body},
    }  # fmt: skip
    return {"message_echoes": [message]}


def status(word: str, id_: str, person: Person, *, token: str = "", at: datetime | None = None, **more: Any) -> Json:
    """One element of `statuses`."""
    moment = at or datetime.now(UTC)
    row = {"id": id_, "status": word, "timestamp": str(int(moment.timestamp())), "recipient_id": person.phone, **more}
    return row | ({"biz_opaque_callback_data": token} if token else {})


def failed(id_: str, person: Person, code: int, title: str = "Message undeliverable") -> Json:
    """A status that says that a message failed after all."""
    return status("failed", id_, person, errors=[{"code": code, "title": title, "message": title}])


def delivery(phone_number_id: str, *values: Json, field: str = "messages") -> bytes:
    """A webhook's body: one change for each value, all of one number."""
    changes = [
        {
            "field": field,
            "value": {
                "messaging_product": "whatsapp",
                "metadata": {"display_phone_number": "551140000001", "phone_number_id": phone_number_id},
                **value,
            },
        }
        for value in values
    ]
    return json.dumps({"object": "whatsapp_business_account", "entry": [{"id": WABA, "changes": changes}]}).encode()


def signature(secret: str, raw: bytes) -> str:
    """The value of `X-Hub-Signature-256`."""
    return "sha256=" + hmac.new(secret.encode(), raw, hashlib.sha256).hexdigest()


def _card(person: Person) -> Json:
    return {"profile": {"name": person.name}, "wa_id": person.phone, "user_id": person.bsuid}
