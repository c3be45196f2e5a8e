"""What does a template take, what is given to it, and what does a new one say?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from recado.channels.models import Json, RenderedTemplate, TemplateCall

SlotKind = Literal["text", "image", "video", "document", "location", "url", "copy_code", "payload"]
ValueKind = Literal["text", "currency", "date_time"]


@dataclass(frozen=True, slots=True)
class Slot:
    """One thing that a template takes.

    `part` is `header`, `body` or `button`; `key` the name or number of a variable, the index of a button, or empty for
    media. `label` is the button's words; `example` what the author gave the provider for its review. What is not `needed`
    may be left out.
    """

    part: Literal["header", "body", "button"]
    key: str
    kind: SlotKind
    example: str = ""
    label: str = ""
    needed: bool = True


@dataclass(frozen=True, slots=True)
class Value:
    """What fills a variable. `text` is what the person reads; an amount or a date carries its meaning beside it.

    `amount_1000` is the amount in thousandths of `currency` (ISO 4217).
    """

    text: str
    kind: ValueKind = "text"
    name: str = ""
    currency: str = ""
    amount_1000: int = 0


@dataclass(frozen=True, slots=True)
class ButtonValue:
    """What ends a button's address, what it copies, or what comes back when it is tapped."""

    index: int
    kind: Literal["url", "copy_code", "payload"]
    value: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where a location header points."""

    latitude: float
    longitude: float
    name: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class TemplateValues:
    """What is given to a template, in words that are no provider's.

    The file of a media header comes by `media_link`, or with the message itself (then `media_follows`).
    """

    header: tuple[Value, ...] = ()
    body: tuple[Value, ...] = ()
    buttons: tuple[ButtonValue, ...] = ()
    media_link: str = ""
    media_follows: str = ""
    """`image`, `video` or `document` where an uploaded file goes along."""
    location: Place | None = None


@dataclass(frozen=True, slots=True)
class TemplateProblem:
    """Why something about a template would be refused: a code that is worded elsewhere, where, and the bound if one is."""

    code: str
    field: str
    limit: int | None = None


@dataclass(frozen=True, slots=True)
class FilledTemplate:
    """A template with its values: the call that will be made, how it reads, and what is wrong with it."""

    call: TemplateCall
    rendered: RenderedTemplate
    problems: tuple[TemplateProblem, ...] = ()


@dataclass(frozen=True, slots=True)
class DraftButton:
    """A button of a new template. `value` is the address, the number, or the example of a code."""

    kind: Literal["quick_reply", "url", "phone_number", "copy_code"]
    text: str
    value: str = ""
    example: str = ""


@dataclass(frozen=True, slots=True)
class TemplateDraft:
    """A template that is to be submitted. Variables stand as `{{1}}` or `{{nome}}`; `samples` has one for each, by key.

    `header_handle` is the provider's mark of an uploaded sample, for a media header.
    """

    name: str
    language: str
    category: str
    body: str
    header_format: Literal["", "TEXT", "IMAGE", "VIDEO", "DOCUMENT", "LOCATION"] = ""
    header: str = ""
    header_sample: str = ""
    header_handle: str = ""
    footer: str = ""
    buttons: tuple[DraftButton, ...] = ()
    samples: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Submitted:
    """What the provider answered to a new template."""

    provider_id: str
    status: str
    category: str
    components: tuple[Json, ...]
    named: bool
