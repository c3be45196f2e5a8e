"""What do conversations look like on the wire?"""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from recado.channels.templates.schemas import TemplateValuesInput


class Output(BaseModel):
    """What a caller gets: an explicit list, never a row."""

    model_config = ConfigDict(frozen=True)


class Input(BaseModel):
    """What a caller sends: exactly these fields."""

    model_config = ConfigDict(extra="forbid", frozen=True)


Text = Annotated[str, StringConstraints(max_length=65_536)]


class Named(Output):
    """Somebody or something with a name."""

    id: UUID
    name: str


class ContactOutput(Output):
    """The person at the other end; `phone` as people read it, empty where the channel hides it."""

    id: UUID
    name: str
    phone: str
    opted_out: bool


class ChannelShown(Output):
    """The number a conversation runs on. `reactions`: messages there can be answered with an emoji."""

    id: UUID
    name: str
    adapter: str
    number: str
    reactions: bool


class WindowOutput(Output):
    """May free text be written, and until when?"""

    open: bool
    closes_at: datetime | None


class HandoffOutput(Output):
    """The open transbordo."""

    id: UUID
    state: str
    reason: str
    priority: str
    opened_at: datetime


class LastMessage(Output):
    """The newest line, shortened."""

    preview: str
    direction: str
    at: datetime


class ConversationOutput(Output):
    """A conversation as lists and headers show it."""

    id: UUID
    state: Literal["active", "waiting", "archived"]
    state_reason: str
    state_since: datetime
    answerer: Literal["flow", "agent", "person"]
    assignee: Named | None
    team: Named | None
    contact: ContactOutput
    channel: ChannelShown
    bot_id: UUID | None
    unread: int
    last_message: LastMessage
    waiting_since: datetime | None
    opened_at: datetime
    archived_at: datetime | None
    previous_id: UUID | None
    window: WindowOutput | None
    handoff: HandoffOutput | None


class Counts(Output):
    """How many conversations are in each state."""

    active: int
    waiting: int
    archived: int


class ConversationPage(Output):
    """One page of a list; `next_cursor` fetches the next one."""

    items: list[ConversationOutput]
    next_cursor: str | None
    counts: Counts


class FailureOutput(Output):
    """Why a message did not arrive; the dashboard words the code."""

    code: str
    title: str = ""
    details: str = ""


class QuotedOutput(Output):
    """The message that one answers."""

    id: UUID | None
    text: str
    author: str


class ReactionOutput(Output):
    """An emoji under a message."""

    emoji: str
    by: str


class MediaOutput(Output):
    """A file of a message. `provider_id` is the provider's number for it."""

    id: UUID
    provider_id: str
    mime_type: str
    filename: str
    size: int | None
    voice: bool
    state: str
    failure: str
    url: str


class MessageOutput(Output):
    """A line of a thread."""

    id: UUID
    conversation_id: UUID
    direction: Literal["in", "out", "note", "system"]
    type: str
    subtype: str
    text: str
    content: dict[str, Any] | None
    author: str
    author_name: str
    status: str
    failure: FailureOutput | None
    possible_duplicate: bool
    provider_id: str | None
    reply_to: QuotedOutput | None
    reactions: list[ReactionOutput]
    edited: bool
    revoked: bool
    media: list[MediaOutput]
    buttons: list[dict[str, Any]]
    sections: list[dict[str, Any]]
    created_at: datetime
    sent_at: datetime | None


class MessagePage(Output):
    """Lines of a thread, oldest first; `next_cursor` fetches those before them, `newer_cursor` those after."""

    items: list[MessageOutput]
    next_cursor: str | None
    newer_cursor: str | None


class TemplateInput(Input):
    """An approved template with what fills it in: typed `values`, or `components` in the provider's own shape.

    An upload that the message names becomes the file of the template's header.
    """

    name: Annotated[str, StringConstraints(min_length=1, max_length=512)]
    language: Annotated[str, StringConstraints(min_length=2, max_length=20)] = "pt_BR"
    components: list[dict[str, Any]] = []
    values: TemplateValuesInput | None = None


class SendInput(Input):
    """What a person sends: text, a file with or without text, or a template."""

    text: Text = ""
    media_id: UUID | None = None
    reply_to: UUID | None = None
    template: TemplateInput | None = None


class SentOutput(Output):
    """The message is stored and will leave; its status tells how far it came."""

    message_id: UUID


class ReactionInput(Input):
    """One emoji under a message; empty takes it back."""

    emoji: Annotated[str, StringConstraints(max_length=32)]


class NoteInput(Input):
    """A note among colleagues. It calls those of `mention_ids`, and whomever its text names with @."""

    text: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=10_000)]
    mention_ids: Annotated[list[UUID], Field(max_length=20)] = []
