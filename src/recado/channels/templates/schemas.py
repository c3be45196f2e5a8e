"""What do templates look like on the wire?"""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from recado.channels.adapter import TemplateAdapter
from recado.channels.models import RenderedTemplate, Template
from recado.channels.template_models import (
    ButtonValue,
    DraftButton,
    Place,
    Slot,
    TemplateDraft,
    TemplateProblem,
    TemplateValues,
    Value,
)
from recado.channels.templates.models import StoredTemplate, Sync

Short = Annotated[str, StringConstraints(max_length=512)]
Line = Annotated[str, StringConstraints(max_length=2_000)]
Long = Annotated[str, StringConstraints(max_length=4_096)]


class Output(BaseModel):
    """What a caller gets: an explicit list, never a row."""

    model_config = ConfigDict(frozen=True)


class Input(BaseModel):
    """What a caller sends: exactly these fields."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class TemplateSlotOutput(Output):
    """One thing that a template takes."""

    part: Literal["header", "body", "button"]
    key: str
    kind: str
    example: str
    label: str
    needed: bool


class TemplateButtonOutput(Output):
    """A button as the template defines it; `value` is its address or its number."""

    kind: str
    text: str
    value: str


class MessageTemplateOutput(Output):
    """One language of a template. Words of state are the provider's; texts are text, never markup.

    `sendable` says that it may be sent now. `complete` is false while only its name and state are known.
    """

    id: UUID
    channel_id: UUID
    name: str
    language: str
    category: str
    previous_category: str
    correct_category: str
    status: str
    rejected_reason: str
    status_detail: str
    status_hint: str
    quality: str
    previous_quality: str
    sendable: bool
    complete: bool
    named: bool
    header_format: str
    header: str
    body: str
    footer: str
    buttons: list[TemplateButtonOutput]
    slots: list[TemplateSlotOutput]
    synced_at: datetime
    created_at: datetime


class TemplateSyncOutput(Output):
    """How the last asking for a channel's listing went; `problem` is a code of a channel's check."""

    channel_id: UUID
    finished_at: datetime | None
    running: bool
    problem: str
    found: int


class TemplatePage(Output):
    """Templates by name; `next_cursor` fetches those after them. `syncs` has one for each channel that was asked."""

    items: list[MessageTemplateOutput]
    next_cursor: str | None
    syncs: list[TemplateSyncOutput]


class SyncInput(Input):
    """Whose listing is asked for; nobody named means every channel that has templates."""

    channel_id: UUID | None = None


class SyncStarted(Output):
    """The channels whose listings are asked for now."""

    channel_ids: list[UUID]


class TemplateProblemOutput(Output):
    """Why it would be refused, and where."""

    code: str
    field: str
    limit: int | None


class TemplatePreviewOutput(Output):
    """How a template reads with its values, and what the provider would refuse; nothing wrong means it may be sent."""

    header: str
    body: str
    footer: str
    buttons: list[str]
    media: str
    problems: list[TemplateProblemOutput]


class TemplateValueInput(Input):
    """What fills a variable. `text` is what the person reads; `amount_1000` counts thousandths of `currency`."""

    type: Literal["text", "currency", "date_time"] = "text"
    text: Long = ""
    name: Annotated[str, StringConstraints(max_length=60)] = ""
    currency: Annotated[str, StringConstraints(max_length=3)] = ""
    amount_1000: Annotated[int, Field(ge=-(10**15), le=10**15)] = 0


class ButtonValueInput(Input):
    """What ends the address of a button, what it copies, or what its tap brings back."""

    index: Annotated[int, Field(ge=0, le=9)]
    kind: Literal["url", "copy_code", "payload"]
    value: Line


class PlaceInput(Input):
    """Where a location header points."""

    latitude: Annotated[float, Field(ge=-90, le=90)]
    longitude: Annotated[float, Field(ge=-180, le=180)]
    label: Annotated[str, StringConstraints(max_length=100)] = ""
    address: Annotated[str, StringConstraints(max_length=200)] = ""


class TemplateValuesInput(Input):
    """What is given to a template: variables in their order or by name, buttons by index, and what its header shows."""

    header: Annotated[list[TemplateValueInput], Field(max_length=1)] = []
    body: Annotated[list[TemplateValueInput], Field(max_length=100)] = []
    buttons: Annotated[list[ButtonValueInput], Field(max_length=10)] = []
    media_link: Line = ""
    location: PlaceInput | None = None


class TemplatePreviewInput(Input):
    """Values to try; `media` says which kind of file will go along."""

    values: TemplateValuesInput = TemplateValuesInput()
    media: Literal["", "image", "video", "document"] = ""


class SampleOutput(Output):
    """The provider's mark of a sample file; it belongs into `header_handle` of a new template."""

    header_handle: str


class DraftCheckOutput(Output):
    """What the provider would refuse about a new template, and how it will read with its samples."""

    problems: list[TemplateProblemOutput]
    preview: TemplatePreviewOutput


class DraftButtonInput(Input):
    """A button of a new template."""

    kind: Literal["quick_reply", "url", "phone_number", "copy_code"]
    text: Short = ""
    value: Line = ""
    example: Line = ""


class TemplateDraftInput(Input):
    """A new template. `samples` has an example for every variable of the body, by its name or number.

    `header_handle` is what `templates.sample` gave for the file that shows the reviewer what a media header will hold.
    """

    channel_id: UUID
    name: Short
    language: Annotated[str, StringConstraints(max_length=20)] = "pt_BR"
    category: Annotated[str, StringConstraints(max_length=20)]
    header_format: Literal["", "TEXT", "IMAGE", "VIDEO", "DOCUMENT", "LOCATION"] = ""
    header: Line = ""
    header_sample: Line = ""
    header_handle: Long = ""
    body: Long
    footer: Line = ""
    buttons: Annotated[list[DraftButtonInput], Field(max_length=20)] = []
    samples: Annotated[dict[Short, Line], Field(max_length=100)] = {}


def values_of(given: TemplateValuesInput, media: str = "") -> TemplateValues:
    """Read what a caller gives to a template; `media` is the kind of an uploaded file that goes along."""
    place = given.location
    return TemplateValues(
        header=tuple(_value(one) for one in given.header),
        body=tuple(_value(one) for one in given.body),
        buttons=tuple(ButtonValue(one.index, one.kind, one.value) for one in given.buttons),
        media_link=given.media_link,
        media_follows=media,
        location=None if place is None else Place(place.latitude, place.longitude, place.label, place.address),
    )


def _value(given: TemplateValueInput) -> Value:
    return Value(given.text, given.type, given.name, given.currency, given.amount_1000)


def draft_of(given: TemplateDraftInput) -> TemplateDraft:
    """Read a new template."""
    return TemplateDraft(
        name=given.name.strip(), language=given.language, category=given.category, body=given.body.strip(),
        header_format=given.header_format, header=given.header.strip(), header_sample=given.header_sample,
        header_handle=given.header_handle, footer=given.footer.strip(),
        buttons=tuple(DraftButton(one.kind, one.text.strip(), one.value.strip(), one.example) for one in given.buttons),
        samples=tuple(given.samples.items()),
    )  # fmt: skip


def draft_check(draft: TemplateDraft, adapter: TemplateAdapter) -> DraftCheckOutput:
    """Word what is wrong with a new template, and show it with its samples."""
    problems = [
        TemplateProblemOutput(code=one.code, field=one.field, limit=one.limit) for one in adapter.check_draft(draft)
    ]
    known = adapter.word_draft(draft)
    named, samples = known.named, dict(draft.samples)
    body = tuple(
        Value(samples.get(slot.key) or f"{{{{{slot.key}}}}}", name=slot.key if named else "")
        for slot in adapter.slots_of(known) if slot.part == "body"
    )  # fmt: skip
    header = tuple(
        Value(draft.header_sample or f"{{{{{slot.key}}}}}", name=slot.key if named else "")
        for slot in adapter.slots_of(known) if slot.part == "header" and slot.key
    )  # fmt: skip
    filled = adapter.fill_template(known, TemplateValues(header=header, body=body))
    preview = preview_output(filled.rendered, ())
    media = draft.header_format.lower() if draft.header_format not in ("", "TEXT") else ""
    return DraftCheckOutput(problems=problems, preview=preview.model_copy(update={"media": media}))


def template_output(stored: StoredTemplate, adapter: TemplateAdapter) -> MessageTemplateOutput:
    """Word a template."""
    known = stored.known
    parts = _parts(known)
    return MessageTemplateOutput(
        id=stored.id, channel_id=stored.channel, name=known.name, language=known.language, category=known.category,
        previous_category=stored.previous_category, correct_category=stored.correct_category, status=known.status,
        rejected_reason=known.rejected_reason, status_detail=stored.detail, status_hint=stored.hint, quality=known.quality,
        previous_quality=stored.previous_quality, sendable=known.status == "APPROVED" and stored.complete,
        complete=stored.complete, named=known.named, synced_at=stored.synced_at, created_at=stored.created_at,
        slots=[_slot(one) for one in adapter.slots_of(known)], **parts,
    )  # fmt: skip


def _parts(known: Template) -> dict[str, Any]:
    """Header, body, footer and buttons, whatever else the provider has put among them."""
    parts: dict[str, Any] = {"header_format": "", "header": "", "body": "", "footer": "", "buttons": []}
    for component in known.components:
        kind = str(component.get("type", "")).upper()
        if kind == "HEADER":
            parts["header_format"] = _text(component, "format").upper() or "TEXT"
            parts["header"] = _text(component, "text")
        elif kind in ("BODY", "FOOTER"):
            parts[kind.lower()] = _text(component, "text")
        elif kind == "BUTTONS":
            buttons = component.get("buttons")
            parts["buttons"] = (
                [_button(one) for one in buttons if isinstance(one, dict)] if isinstance(buttons, list) else []
            )
    return parts


def _button(button: dict[str, Any]) -> TemplateButtonOutput:
    value = _text(button, "url") or _text(button, "phone_number")
    return TemplateButtonOutput(kind=_text(button, "type").lower(), text=_text(button, "text"), value=value)


def _text(container: dict[str, Any], key: str) -> str:
    value = container.get(key)
    return value if isinstance(value, str) else ""


def _slot(slot: Slot) -> TemplateSlotOutput:
    return TemplateSlotOutput(
        part=slot.part, key=slot.key, kind=slot.kind, example=slot.example, label=slot.label, needed=slot.needed
    )


def sync_output(sync: Sync) -> TemplateSyncOutput:
    """Word how an asking went."""
    return TemplateSyncOutput(
        channel_id=sync.channel,
        finished_at=sync.finished_at,
        running=sync.running,
        problem=sync.problem,
        found=sync.found,
    )


def preview_output(rendered: RenderedTemplate, problems: tuple[TemplateProblem, ...]) -> TemplatePreviewOutput:
    """Word a preview."""
    return TemplatePreviewOutput(
        header=rendered.header, body=rendered.body, footer=rendered.footer, buttons=list(rendered.buttons),
        media=str(rendered.media.get("type", "")),
        problems=[TemplateProblemOutput(code=one.code, field=one.field, limit=one.limit) for one in problems],
    )  # fmt: skip
