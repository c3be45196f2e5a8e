"""What is a channel, and what can arrive from one or leave by it, whoever the provider is?"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any, Literal, NewType
from uuid import UUID

from msgspec import Struct

CONNECTION = "recado:connection"
"""Field of an event that tells a channel its own state {state, reason, number}; no provider sends it under this name."""

ChannelId = NewType("ChannelId", UUID)

Json = dict[str, Any]
"""A JSON object whose shape belongs to the provider or to a JSON column."""


class MessageType(StrEnum):
    """What a message is made of. The words are the ones WhatsApp uses on the wire."""

    TEXT = "text"
    IMAGE = "image"
    VIDEO = "video"
    AUDIO = "audio"
    DOCUMENT = "document"
    STICKER = "sticker"
    LOCATION = "location"
    CONTACTS = "contacts"
    INTERACTIVE = "interactive"
    BUTTON = "button"
    ORDER = "order"
    REACTION = "reaction"
    SYSTEM = "system"
    EDIT = "edit"
    REVOKE = "revoke"
    REQUEST_WELCOME = "request_welcome"
    TEMPLATE = "template"
    UNSUPPORTED = "unsupported"


@dataclass(frozen=True, slots=True)
class Identity:
    """Who is at the other end, as far as one payload tells. Every field may be empty; at least one is not.

    `wa_id` is digits only, with country code. `bsuid` is `CC.` plus up to 128 characters; where a payload names somebody
    in another way (a word for a number, a username or a group alone) it is that name, so that the same name stays the same
    person, and sending to it is refused. `username` is without its `@`.
    """

    wa_id: str = ""
    bsuid: str = ""
    parent_bsuid: str = ""
    username: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class MediaRef:
    """Bytes that the provider holds for us. `sha256` is lowercase hex, empty if not told; sizes in bytes.

    `inline`: the delivery itself carries them, so that the provider need not be asked.
    """

    provider_id: str
    mime_type: str = ""
    sha256: str = ""
    filename: str = ""
    voice: bool = False
    animated: bool = False
    url: str = ""
    inline: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """What a person picked from buttons or a list: the id that we sent with it, and the words shown."""

    id: str
    title: str
    description: str = ""


@dataclass(frozen=True, slots=True)
class ProviderError:
    """An error as the provider words it. `code` is its number as text."""

    code: str
    title: str = ""
    details: str = ""


@dataclass(frozen=True, slots=True)
class InboundMessage:
    """One thing a person (or, when `echo`, the business from its own phone) wrote.

    `chat` is the key of order and of uniqueness: the BSUID where there is one, else the wa_id; never empty.
    `sender` is the person at the other end, also for an `echo`: whoever the thread is with.
    `text` is what a person would read: body, caption, the title that was tapped; empty if none.
    `content` holds what `text` does not: coordinates, contact cards, order items, referral, form answers.
    """

    provider_id: str
    chat: str
    sender: Identity
    type: MessageType
    sent_at: datetime | None
    text: str = ""
    subtype: str = ""
    content: Json = field(default_factory=dict)
    media: MediaRef | None = None
    choice: Choice | None = None
    reply_to: str = ""
    about: str = ""
    """Provider id of the message that a reaction, an edit or a revocation is about."""
    forwarded: bool = False
    errors: tuple[ProviderError, ...] = ()
    echo: bool = False
    group: str = ""
    historic: bool = False
    """True for a message of an old thread handed over at connection: stored, never answered."""
    key: str = ""
    """What makes a repeat harmless, where `provider_id` is not enough: empty means `provider_id`.

    Meta sends an old media message twice under one id: first as an empty `media_placeholder`, later with its media. The
    second has a key of its own and completes the stored message of that `provider_id`.
    """
    by_original: bool = False
    """An edit or a revocation of which the provider does not say reliably whose it is: it is whoever wrote the original."""


@dataclass(frozen=True, slots=True)
class StatusUpdate:
    """The provider says how far one of our messages has come; `token` is what we sent along, if it came back."""

    provider_id: str
    status: Literal["sent", "delivered", "read", "played", "failed"]
    at: datetime | None
    chat: str
    token: str = ""
    recipient: Identity = Identity()
    error: ProviderError | None = None
    pricing: Json = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class IdentityChange:
    """A person's address became another one. `key` makes a repeat harmless."""

    key: str
    chat: str
    before: Identity
    after: Identity
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Preference:
    """A person told the provider that they want, or no longer want, marketing messages."""

    key: str
    chat: str
    who: Identity
    marketing: Literal["stop", "resume", "signup"]
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class ChannelEvent:
    """Something about the account, a template or a number, or a field that we do not know: kept as it came."""

    key: str
    field: str
    value: Json
    at: datetime | None = None


Arrival = InboundMessage | StatusUpdate | IdentityChange | Preference | ChannelEvent


@dataclass(frozen=True, slots=True)
class Reading:
    """One arrival with the provider's account it belongs to (for Meta the phone_number_id; empty where none is named).

    `business` is the owner of accounts (for Meta the WABA id): template, account and quality events name only that.
    """

    account: str
    arrival: Arrival
    business: str = ""


@dataclass(frozen=True, slots=True)
class Recipient:
    """Where a message goes. If both are known the phone is used."""

    wa_id: str = ""
    bsuid: str = ""


@dataclass(frozen=True, slots=True)
class Button:
    """A quick answer under a message."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a list."""

    id: str
    title: str
    description: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A titled group of rows."""

    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class OutgoingMedia:
    """Bytes that leave with a message: by the id of an upload, or by a link the provider fetches."""

    type: Literal["image", "video", "audio", "document", "sticker"]
    provider_id: str = ""
    link: str = ""
    filename: str = ""
    voice: bool = False


@dataclass(frozen=True, slots=True)
class TemplateCall:
    """An approved template with its parameters, in the shape of the provider's `components`."""

    name: str
    language: str
    components: tuple[Json, ...] = ()


@dataclass(frozen=True, slots=True)
class Template:
    """One language of a template as the provider lists it. Words of state are the provider's, in capitals."""

    provider_id: str
    name: str
    language: str
    status: str
    category: str = ""
    named: bool = False
    components: tuple[Json, ...] = ()
    quality: str = ""
    rejected_reason: str = ""


@dataclass(frozen=True, slots=True)
class RenderedTemplate:
    """How a template reads on the phone. `media` is the parameter of a media header, `buttons` their words."""

    header: str = ""
    body: str = ""
    footer: str = ""
    buttons: tuple[str, ...] = ()
    media: Json = field(default_factory=dict)

    @property
    def text(self) -> str:
        """Header, body and footer as one text for a thread and its search."""
        return "\n\n".join(part for part in (self.header, self.body, self.footer) if part)


class OutgoingMessage(Struct, frozen=True, gc=False):
    """What the platform wants said, before an adapter words it for its provider. Changed by `msgspec.structs.replace`.

    Exactly one of the shapes is meant, in this order: `template`, `reaction`, `sections` (list), `buttons`,
    `media` (with `text` as caption), `location`, `contacts`, `interactive` (a ready provider object), `text`.
    """

    text: str = ""
    buttons: tuple[Button, ...] = ()
    sections: tuple[Section, ...] = ()
    list_label: str = ""
    header: str = ""
    footer: str = ""
    media: OutgoingMedia | None = None
    template: TemplateCall | None = None
    reaction: str | None = None
    about: str = ""
    """Provider id of the message a reaction is about."""
    location: Json | None = None
    contacts: tuple[Json, ...] = ()
    interactive: Json | None = None
    reply_to: str = ""
    preview_url: bool = False


class Fault(StrEnum):
    """Whose fault is it that a message did not go?"""

    OURS = "ours"
    RECIPIENT = "recipient"
    PROVIDER = "provider"
    ACCOUNT = "account"
    NETWORK = "network"


class Outcome(StrEnum):
    """What is known after a send was tried."""

    ACCEPTED = "accepted"
    NOT_ACCEPTED = "not_accepted"
    UNKNOWN = "unknown"


class Retry(StrEnum):
    """When, if ever, the same message may be tried again."""

    NEVER = "never"
    SOON = "soon"
    """Backoff in seconds."""
    LATER = "later"
    """Hours or a day, and less volume."""
    PAIR = "pair"
    """Only this recipient waits: 4^n seconds."""
    CHANNEL = "channel"
    """The channel stands still until somebody mends it; its messages are parked, not failed."""
    TEMPLATE = "template"
    """The window is closed: a template, or wait for the person."""


@dataclass(frozen=True, slots=True)
class SendFailure:
    """Why a message did not go: may it be tried again, whose fault, which code, and the provider's words.

    `suppress` says that this person must get no more marketing.
    """

    code: str
    retry: Retry
    fault: Fault
    title: str = ""
    details: str = ""
    suppress: bool = False
    retry_after: float | None = None
    """Seconds, where the provider named them."""
    attempts: int | None = None
    """At most so many attempts in all, where the code deserves fewer than the lane would make."""


@dataclass(frozen=True, slots=True)
class SendResult:
    """The end of one attempt. `provider_id` with ACCEPTED; `failure` with the other two.

    `wa_id` is the form of the recipient's address the provider answered with, empty if none.
    """

    outcome: Outcome
    provider_id: str = ""
    wa_id: str = ""
    bsuid: str = ""
    failure: SendFailure | None = None
    raw: str = ""
    """The first 2,000 characters of an answer that could not be read."""
