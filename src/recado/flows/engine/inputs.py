"""What can reach a flow, and everything the flow may know about the moment it happens?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import datetime
from typing import Any, Literal

from recado.flows.engine.limits import WHATSAPP, ChannelLimits, CommonChannel
from recado.flows.engine.values import Stored, Value, clean_text, read_value, store_value


@dataclass(frozen=True, slots=True)
class Contact:
    """What the flow may know of the person: read in templates as `contact.name`, `contact.first_name`,
    `contact.phone`, `contact.email`, and each custom field as `contact.<field>`."""

    name: str = ""
    phone: str = ""
    """Digits with country code, empty where the channel gave none."""
    email: str = ""
    custom: Mapping[str, Value] = field(default_factory=dict)
    id: str = ""
    """The contact's id. Decides on which arm of a split a person stands, and is shown to nobody."""


@dataclass(frozen=True, slots=True)
class Message:
    """The person wrote or tapped something. `type` is a `MessageType` word; `choice_id` the id sent with the button
    or row that was tapped; `media` what is known of attached bytes (`id`, `mime_type` and whatever else is known);
    `location` a place that was shared (`latitude`, `longitude`, perhaps `name` and `address`)."""

    text: str = ""
    type: str = "text"
    choice_id: str = ""
    media: Mapping[str, Value] | None = None
    location: Mapping[str, Value] | None = None


@dataclass(frozen=True, slots=True)
class Timer:
    """A timer that an effect started has fired."""

    key: str


@dataclass(frozen=True, slots=True)
class Answer:
    """The outside answered an ask."""

    key: str
    ok: bool
    value: Value = None


@dataclass(frozen=True, slots=True)
class Start:
    """Begin the bot's entry flow although nobody wrote: a campaign, an operator, a test."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """Why a session begins; readable in templates of its first turn as `trigger.kind` and `trigger.value`.

    `variables` are preset and stay.
    """

    kind: Literal["message", "keyword", "campaign", "manual"] = "message"
    value: str = ""
    variables: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Input:
    """One thing that happened, with all that the turn may depend on.

    `moment` is aware (ValueError otherwise); `time_zone` an IANA name, in which people's times are read and shown;
    `seed` the only source of chance; `channel` what the way back carries.
    """

    what: Message | Timer | Answer | Start
    moment: datetime
    time_zone: str
    contact: Contact
    seed: int
    trigger: Trigger = Trigger()
    channel: ChannelLimits = WHATSAPP

    def __post_init__(self) -> None:
        if self.moment.tzinfo is None:
            raise ValueError("the moment of an input needs a time zone")

    def to_json(self) -> dict[str, Stored]:
        """A JSON object that `from_json` makes an equal input of, but for characters that no database keeps: `advance`
        takes those away as well. What stands at its default is left out."""
        kept: dict[str, Stored] = {
            "what": _write_what(self.what),
            "moment": self.moment.isoformat(),
            "zone": self.time_zone,
            "seed": self.seed,
            "contact": _write_contact(self.contact),
        }
        if self.trigger != _NO_TRIGGER:
            given = {name: store_value(value) for name, value in self.trigger.variables.items()}
            kept["trigger"] = {"kind": self.trigger.kind, "value": self.trigger.value, "variables": given}
        channel = {name: getattr(self.channel, name) for name in _MEASURES}
        if channel != _WHATSAPP:
            kept["channel"] = {**channel}
        return kept

    @staticmethod
    def from_json(kept: Mapping[str, Any]) -> Input:
        """Read what `to_json` wrote. Raises KeyError, TypeError or ValueError on anything else."""
        contact, trigger = dict(kept["contact"]), kept.get("trigger")
        contact["custom"] = _read_values(contact.get("custom")) or {}
        return Input(
            what=_read_what(kept["what"]),
            moment=datetime.fromisoformat(kept["moment"]),
            time_zone=kept["zone"],
            contact=Contact(**contact),
            seed=kept["seed"],
            trigger=_NO_TRIGGER
            if trigger is None
            else Trigger(**{**trigger, "variables": _read_values(trigger["variables"])}),
            channel=CommonChannel(**kept["channel"]) if "channel" in kept else WHATSAPP,
        )


_NO_TRIGGER = Trigger()
_MEASURES = tuple(one.name for one in fields(CommonChannel))
_WHATSAPP = {name: getattr(WHATSAPP, name) for name in _MEASURES}


def _write_what(what: Message | Timer | Answer | Start) -> dict[str, Stored]:
    match what:
        case Message():
            kept: dict[str, Stored] = {"kind": "message", "text": clean_text(what.text), "type": what.type}
            if what.choice_id:
                kept["choice_id"] = clean_text(what.choice_id)
            if what.media is not None:
                kept["media"] = _storable(what.media)
            if what.location is not None:
                kept["location"] = _storable(what.location)
            return kept
        case Timer():
            return {"kind": "timer", "key": what.key}
        case Answer():
            return {"kind": "answer", "key": what.key, "ok": what.ok, "value": store_value(_sound(what.value))}
        case Start():
            return {"kind": "start"}


def _read_what(kept: Mapping[str, Any]) -> Message | Timer | Answer | Start:
    match kept["kind"]:
        case "message":
            media, location = _read_values(kept.get("media")), _read_values(kept.get("location"))
            return Message(kept["text"], kept["type"], kept.get("choice_id", ""), media, location)
        case "timer":
            return Timer(kept["key"])
        case "answer":
            return Answer(kept["key"], kept["ok"], read_value(kept["value"]))
        case "start":
            return Start()
        case other:
            raise ValueError(other)


def _write_contact(contact: Contact) -> dict[str, Stored]:
    kept: dict[str, Stored] = {
        "name": clean_text(contact.name), "phone": contact.phone, "email": clean_text(contact.email), "id": contact.id,
    }  # fmt: skip
    kept = {name: value for name, value in kept.items() if value}
    if contact.custom:
        kept["custom"] = _storable(contact.custom)
    return kept


def _storable(values: Mapping[str, Value]) -> dict[str, Stored]:
    return {clean_text(name): store_value(_sound(value)) for name, value in values.items()}


def _sound(value: Value) -> Value:
    """The value with sound texts in it, at any depth; `clean` would cut it off where a replay must see all of it."""
    if isinstance(value, str):
        return clean_text(value)
    if isinstance(value, list):
        return [_sound(item) for item in value]
    if isinstance(value, dict):
        return {clean_text(name): _sound(item) for name, item in value.items()}
    return value


def _read_values(kept: Mapping[str, object] | None) -> dict[str, Value] | None:
    return None if kept is None else {name: read_value(value) for name, value in kept.items()}
