"""Which instances has the gateway, how far is each connected, and what was said through it?"""

from __future__ import annotations

import base64
import secrets
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field

from recado_simulator.shapes import BadRequest, Json, as_object, as_text

_ALPHABET = "ABCDEFGHJKLMNPQRSTVWXYZ123456789"
# The smallest PNG there is: whoever shows a code draws it from its text.
_PIXEL = base64.b64encode(
    bytes.fromhex(
        "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b550000000a49444154789c63f80f00010101001bb6ee56"
        "0000000049454e44ae426082"
    )
).decode()


@dataclass(frozen=True, slots=True)
class Ways:
    """How this version of the gateway writes and what WhatsApp does to the account; changed by control requests.

    `addressing`: pn, lid, lid_alt, sender_pn, both. `bytes`: index, base64. `updates`: flat, nested. `acks`: all, none,
    error. `echo`: also tell sends of the API as messages.upsert, as 2.2.3 did. `on_whatsapp` false: 400 for every number.
    `keeps` false: no database of messages, and asking for them fails.
    """

    addressing: str = "pn"
    bytes: str = "index"
    updates: str = "flat"
    acks: str = "all"
    echo: bool = False
    on_whatsapp: bool = True
    licensed: bool = True
    keeps: bool = True
    qr_s: float = 45.0
    qr_limit: int = 30
    retry_s: float = 5.0
    retries: int = 10


@dataclass(slots=True)
class Line:
    """One message of a chat, as the gateway keeps it."""

    id: str
    phone: str
    mine: bool
    kind: str
    message: Json
    at: float
    status: str = "PENDING"
    text: str = ""
    file: bytes = b""
    body: Json = field(default_factory=dict)
    name: str = ""
    waits: bool = False
    """Written while the connection was away: WhatsApp hands it over when it is back."""


@dataclass(slots=True)
class Instance:
    """One account on the gateway. `state` is open, connecting or close."""

    name: str
    token: str
    number: str = ""
    owner: str = ""
    state: str = "close"
    code: str = ""
    pairing_code: str = ""
    count: int = 0
    ended_with: int | None = None
    webhook: Json = field(default_factory=dict)
    ways: Ways = field(default_factory=Ways)
    lines: list[Line] = field(default_factory=list)
    sent: list[Json] = field(default_factory=list)
    id: str = field(default_factory=lambda: str(uuid.uuid4()))

    @property
    def jid(self) -> str:
        return f"{self.owner}@s.whatsapp.net"

    def new_code(self) -> None:
        """Another QR code, and another pairing code where a number was named."""
        self.code = f"2@{secrets.token_urlsafe(48)},{secrets.token_urlsafe(32)}"
        self.pairing_code = "".join(secrets.choice(_ALPHABET) for _ in range(8)) if self.number else ""
        self.count += 1

    def shown_code(self) -> Json:
        """What connect, create and QRCODE_UPDATED tell."""
        if not self.code:
            return {"pairingCode": None, "code": None, "base64": None, "count": 0}
        picture = f"data:image/png;base64,{_PIXEL}"
        return {"pairingCode": self.pairing_code or None, "code": self.code, "base64": picture, "count": self.count}

    def find(self, id_: str) -> Line | None:
        return next((line for line in self.lines if line.id == id_), None)


class InstanceBook:
    """Every instance by name."""

    def __init__(self, config: Mapping[str, object]) -> None:
        self.key = as_text(as_object(config.get("evolution")).get("key")) or "evolution-key"
        self._known: dict[str, Instance] = {}

    def all(self) -> list[Instance]:
        return list(self._known.values())

    def get(self, name: str) -> Instance | None:
        return self._known.get(name)

    def take(self, name: str) -> Instance:
        """The instance of this name; BadRequest with 404 where there is none."""
        found = self._known.get(name)
        if found is None:
            raise BadRequest(f"there is no instance {name}", status=404)
        return found

    def add(self, name: str, token: str = "") -> Instance:
        made = Instance(name, token or str(uuid.uuid4()).upper())
        self._known[name] = made
        return made

    def drop(self, name: str) -> None:
        self._known.pop(name, None)


def lid_of(phone: str) -> str:
    """The hidden id of a person: always the same, and no phone."""
    return f"{1_000_000_000_000 + int(phone[-10:] or 0) * 7}@lid"
