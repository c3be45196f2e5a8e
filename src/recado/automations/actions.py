"""What can an automation do?"""

from __future__ import annotations

from typing import Literal
from uuid import UUID

from msgspec import Struct


class Assign(Struct, frozen=True, tag="assign", tag_field="do"):
    """Give the conversation to a team, to a person, or to a person in a team. A colleague who has it keeps it."""

    team_id: UUID | None = None
    member_id: UUID | None = None


class ChangeTags(Struct, frozen=True, tag="tags", tag_field="do"):
    """Put tags on the person and take others off."""

    add: tuple[str, ...] = ()
    remove: tuple[str, ...] = ()


class SetField(Struct, frozen=True, tag="set_field", tag_field="do"):
    """Write a custom field of the person; `value` may hold variables, empty clears it."""

    field: str
    value: str = ""


class CreateDeal(Struct, frozen=True, tag="create_deal", tag_field="do"):
    """Begin a deal in a pipeline, unless the person has an open one there and `even_if_open` is not set."""

    pipeline_id: UUID
    stage_id: UUID | None = None
    title: str = ""
    value_cents: int = 0
    even_if_open: bool = False


class MoveDeal(Struct, frozen=True, tag="move_deal", tag_field="do"):
    """Put the deal at hand, else the person's newest open one in that pipeline, into a stage."""

    pipeline_id: UUID
    stage_id: UUID
    reason_note: str = ""


class StartFlow(Struct, frozen=True, tag="start_flow", tag_field="do"):
    """Let a bot begin its flow although nobody has written."""

    bot_id: UUID


class SendText(Struct, frozen=True, tag="send_text", tag_field="do"):
    """Write to the person; inside the window only. `text` may hold variables."""

    text: str


class SendTemplate(Struct, frozen=True, tag="send_template", tag_field="do"):
    """Send an approved template; `values` fill the variables of its body in order and may hold variables of ours."""

    name: str
    language: str = "pt_BR"
    values: tuple[str, ...] = ()


class OpenHandoff(Struct, frozen=True, tag="open_handoff", tag_field="do"):
    """Ask for a person: the conversation waits and the bot keeps silent."""

    reason: str
    priority: Literal["low", "normal", "high"] = "normal"
    team_id: UUID | None = None


class Notify(Struct, frozen=True, tag="notify", tag_field="do"):
    """Tell colleagues: by a note in the thread that calls them, by e-mail, or both. `text` may hold variables."""

    member_ids: tuple[UUID, ...]
    text: str
    by_email: bool = False


class AddNote(Struct, frozen=True, tag="add_note", tag_field="do"):
    """Write a note that only colleagues see. `text` may hold variables."""

    text: str


class CallWebhook(Struct, frozen=True, tag="call_webhook", tag_field="do"):
    """Tell one of the organization's addresses outside, signed and repeated as for facts."""

    webhook_id: UUID


class HandBack(Struct, frozen=True, tag="hand_back", tag_field="do"):
    """Let the bot answer again."""


class Resolve(Struct, frozen=True, tag="resolve", tag_field="do"):
    """Archive the conversation."""


Action = (
    Assign
    | ChangeTags
    | SetField
    | CreateDeal
    | MoveDeal
    | StartFlow
    | SendText
    | SendTemplate
    | OpenHandoff
    | Notify
    | AddNote
    | CallWebhook
    | HandBack
    | Resolve
)

NEEDS_CONVERSATION = (Assign, StartFlow, SendText, SendTemplate, OpenHandoff, AddNote, HandBack, Resolve)
NEEDS_PERSON = (ChangeTags, SetField, CreateDeal, MoveDeal)


def name_of(action: Action) -> str:
    """Return the word of an action on the wire."""
    return str(action.__struct_config__.tag)
