"""What can reach a flow, and everything the flow may know about the moment it happens?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from recado.flows.engine.limits import WHATSAPP, ChannelLimits
from recado.flows.engine.values import Value


@dataclass(frozen=True, slots=True)
class Contact:
    """What the flow may know of the person: read in templates as `contact.name`, `contact.first_name`,
    `contact.phone`, `contact.email`, and each custom field as `contact.<field>`."""

    name: str = ""
    phone: str = ""
    """Digits with country code, empty where the channel gave none."""
    email: str = ""
    custom: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Message:
    """The person wrote or tapped something. `type` is a `MessageType` word; `choice_id` the id sent with the button
    or row that was tapped; `media` what is known of attached bytes (any JSON)."""

    text: str = ""
    type: str = "text"
    choice_id: str = ""
    media: Mapping[str, Value] | None = None


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
