"""What must a channel adapter offer so that the platform can take in and send messages through it?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Protocol, runtime_checkable

from recado.channels.models import (
    Identity,
    Json,
    OutgoingMessage,
    ProviderError,
    Reading,
    Recipient,
    RenderedTemplate,
    SendFailure,
    SendResult,
    Template,
    TemplateCall,
)
from recado.channels.template_models import (
    FilledTemplate,
    Slot,
    Submitted,
    TemplateDraft,
    TemplateProblem,
    TemplateValues,
)

LATE: Final = "late"
"""Code of a send that did not leave because the moment until which it might had passed; it is nobody's fault."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What the provider's documentation allows; characters as the provider counts them."""

    text: int
    buttons: int
    button_title: int
    list_rows: int
    list_row_title: int
    list_row_description: int
    list_label: int
    interactive_body: int
    caption: int


@dataclass(frozen=True, slots=True)
class AdapterManifest:
    """What an adapter is called, what it can do, and what it needs to be told.

    `settings` and `secrets` map a name to its Portuguese label; the dashboard draws the form from them.
    `window_hours` is None where free text may be sent at any time.
    """

    key: str
    label: str
    settings: Mapping[str, str]
    secrets: Mapping[str, str]
    # With `inline_media` files travel inside messages, as `data:` links, and nothing is uploaded. With `header_proof` the
    # headers alone prove who sends a webhook: a stranger's body is not even read.
    capabilities: frozenset[str]
    limits: Limits
    window_hours: int | None
    body_cap: int


@dataclass(frozen=True, slots=True)
class Account:
    """The part of a channel that its adapter may see. `secrets` are clear text and never logged (no repr)."""

    external_id: str
    settings: Mapping[str, str]
    secrets: Mapping[str, str]

    def __repr__(self) -> str:
        return f"Account(external_id={self.external_id!r})"


@dataclass(frozen=True, slots=True)
class MediaFile:
    """Bytes of a media message as they were fetched."""

    content: bytes
    mime_type: str
    filename: str = ""


class BadSignature(Exception):
    """The request does not prove that the provider sent it. `missing` tells an absent proof from a wrong one."""

    def __init__(self, *, missing: bool) -> None:
        super().__init__("signature missing" if missing else "signature wrong")
        self.missing = missing


class Unreadable(Exception):
    """The body is signed rightly and cannot be read; it is stored as it came."""


class Adapter(Protocol):
    """One provider. `verify`, `read` and `write` are pure; `deliver` and the media calls speak to the network."""

    @property
    def manifest(self) -> AdapterManifest: ...

    def verify(self, raw: bytes, headers: Mapping[bytes, bytes], secrets: tuple[str, ...]) -> int:
        """Return the index of the secret that signed `raw`; raise `BadSignature` where none did. Nothing is parsed.

        `headers` maps lowercased names to values; a header that came twice maps to its values joined by a comma,
        which never verifies.
        """

    def read(self, raw: bytes) -> tuple[Reading, ...]:
        """Every element of the delivery, in its order; raise `Unreadable` where the body is no delivery at all."""

    def write(self, message: OutgoingMessage, to: Recipient, token: str) -> Json:
        """Word `message` as the provider's request body; raise `MessageRefused` where it breaks a limit."""

    def explain(self, error: ProviderError) -> SendFailure:
        """Judge an error that a status brought: whose fault, and may the message be tried again."""

    async def deliver(self, account: Account, body: Json) -> SendResult:
        """Make one attempt. Never raises for what a provider or a network does, and never retries."""

    async def mark_read(self, account: Account, provider_id: str, *, typing: bool) -> bool:
        """Tell the person that their message was read, and perhaps that somebody is typing; False if it failed."""

    async def fetch_media(self, account: Account, provider_id: str) -> MediaFile:
        """Fetch bytes a person sent; raise `MediaUnavailable`."""

    async def upload_media(self, account: Account, file: MediaFile) -> str:
        """Hand bytes to the provider and return their id; raise `MediaUnavailable`."""

    async def check(self, account: Account) -> str:
        """Ask whether the account works: "" if so, else a code that the dashboard words.

        `network` and `provider` say that nobody could be asked, which is no news about the account.
        """


@runtime_checkable
class TemplateAdapter(Protocol):
    """What an adapter with the capability `template` offers beside the rest; `isinstance` asks for it."""

    async def list_templates(self, account: Account) -> tuple[Template, ...]:
        """Every template of the account, in every state; raise `AccountUnavailable`."""

    def check_template(self, template: Template, call: TemplateCall) -> None:
        """Refuse before sending what the provider would refuse: `MessageRefused` with its code."""

    def render_template(self, template: Template, call: TemplateCall) -> RenderedTemplate:
        """Fill a template in as the phone shows it."""

    def slots_of(self, template: Template) -> tuple[Slot, ...]:
        """Everything that a template takes, in the order in which it is read."""

    def check_call(self, template: Template, call: TemplateCall) -> tuple[TemplateProblem, ...]:
        """Everything the provider would refuse about a call that is worded already."""

    def fill_template(self, template: Template, values: TemplateValues) -> FilledTemplate:
        """Word values as the provider wants them, render the result, and say what the provider would refuse."""

    def check_draft(self, draft: TemplateDraft) -> tuple[TemplateProblem, ...]:
        """What the provider would refuse about a new template; empty where it may be submitted."""

    def word_draft(self, draft: TemplateDraft) -> Template:
        """A draft as if it were listed, so that it can be previewed."""

    async def create_template(self, account: Account, draft: TemplateDraft) -> Submitted:
        """Submit a new template; raise `TemplateNotTaken`, `AccountUnavailable`."""

    async def delete_template(self, account: Account, template: Template) -> None:
        """Take a template away at the provider; raise `TemplateNotTaken`, `AccountUnavailable`."""

    async def upload_sample(self, account: Account, file: MediaFile) -> str:
        """Hand over the sample of a media header and return the provider's mark of it; raise as above."""


@dataclass(frozen=True, slots=True)
class Pairing:
    """How far a phone is from being paired: `connected` or `connecting`, and what its owner types or scans.

    `qr` is the text of a QR code, `qr_image` the same as the provider drew it (a PNG as a `data:` link). Codes are secrets
    for as long as they last: whoever scans one gives their own account to this channel, and nothing of it is stored.
    """

    state: str
    pairing_code: str = ""
    qr: str = ""
    qr_image: str = ""
    expires_at: datetime | None = None

    def __repr__(self) -> str:
        return f"Pairing(state={self.state!r})"


@runtime_checkable
class PairingAdapter(Protocol):
    """What an adapter with the capability `pairing` offers beside the rest; `isinstance` asks for it."""

    async def connect(self, account: Account, *, webhook: str, phone: str) -> Pairing:
        """Get a code to pair a phone: for the number `phone` (digits), or a QR code where that is empty.

        `webhook` is where the provider shall report. Repeating it gives the code of this moment. Raises
        `AccountUnavailable`.
        """

    async def log_out(self, account: Account) -> None:
        """End the session, on the phone too; one that has ended is fine. Raises `AccountUnavailable`."""


@runtime_checkable
class CarriedMediaAdapter(Protocol):
    """What an adapter offers whose deliveries may carry files themselves; `isinstance` asks for it."""

    def carried_media(self, raw: bytes, provider_id: str) -> MediaFile | None:
        """The file beside the message of this id in a delivery, None where there is none. Pure; takes a while."""


@dataclass(frozen=True, slots=True)
class SentThere:
    """Something that left through the provider's API, by us or by another client of it: to whom, which words, when."""

    provider_id: str
    who: Identity
    text: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Held:
    """What a provider holds of a while, the oldest first; `until` is the moment up to which that is everything."""

    readings: tuple[Reading, ...]
    until: datetime
    sent: tuple[SentThere, ...] = ()


@runtime_checkable
class CatchUpAdapter(Protocol):
    """What an adapter offers whose provider keeps messages and soon forgets webhooks; `isinstance` asks for it."""

    async def held(self, account: Account, since: datetime, now: datetime) -> Held | None:
        """What was written since a moment, and how far what we sent has come; None where nobody can say."""


class AccountUnavailable(Exception):
    """The account could not be asked. `code` is one of those of `check`."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class TemplateNotTaken(Exception):
    """The provider refused a template. `code` is a word of ours, `number` the provider's own, `details` its words."""

    def __init__(self, code: str, *, number: str = "", details: str = "") -> None:
        super().__init__(f"{code} {number}")
        self.code, self.number, self.details = code, number, details


class MessageRefused(Exception):
    """A message breaks a limit of its channel. `field` and `limit` say which."""

    def __init__(self, code: str, *, field: str, limit: int | None = None) -> None:
        super().__init__(f"{code}: {field}")
        self.code, self.field, self.limit = code, field, limit


class MediaUnavailable(Exception):
    """Media cannot be had: `gone` means never, otherwise later perhaps."""

    def __init__(self, code: str, *, gone: bool) -> None:
        super().__init__(code)
        self.code, self.gone = code, gone
