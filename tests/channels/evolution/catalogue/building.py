"""How is it told what must be read from a delivery?"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from recado.channels.models import Arrival, ChannelEvent, InboundMessage, StatusUpdate

KINDS = {"message": InboundMessage, "status": StatusUpdate, "event": ChannelEvent}


@dataclass(frozen=True)
class Expected:
    """One arrival: its kind and what must be so (`a__b` reaches inside)."""

    kind: str
    attributes: dict[str, Any] = field(default_factory=dict)

    def differences(self, arrival: Arrival) -> list[str]:
        if not isinstance(arrival, KINDS[self.kind]):
            return [f"is {arrival!r}, no {self.kind}"]
        found = {name: _reach(arrival, name) for name in self.attributes}
        return [f"{name}: {found[name]!r}" for name, wanted in self.attributes.items() if found[name] != wanted]


def _reach(arrival: Arrival, name: str) -> Any:
    value: Any = arrival
    for step in name.split("__"):
        value = value.get(step) if isinstance(value, dict) else getattr(value, step, None)
    return value


@dataclass(frozen=True)
class Case:
    """A delivery and everything that must be read from it."""

    name: str
    body: bytes
    expected: tuple[Expected, ...]


def said(name: str, body: bytes, **attributes: Any) -> Case:
    """A delivery with one message."""
    return Case(name, body, (Expected("message", attributes),))


def aside(name: str, body: bytes, reason: str) -> Case:
    """A delivery with nothing for anybody."""
    return Case(name, body, (Expected("event", {"value__set_aside": reason}),))


def status(name: str, body: bytes, **attributes: Any) -> Case:
    """A delivery with one status."""
    return Case(name, body, (Expected("status", attributes),))


def connection(name: str, body: bytes, **attributes: Any) -> Case:
    """A delivery that tells the channel its state."""
    wanted = {f"value__{key}": value for key, value in attributes.items()}
    return Case(name, body, (Expected("event", {"field": "recado:connection", **wanted}),))
