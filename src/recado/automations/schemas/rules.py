"""How does a rule look on the wire? The same shape goes in and comes out."""

from __future__ import annotations

from typing import Annotated, Literal
from uuid import UUID

import msgspec
from pydantic import Field

from recado.automations.models import Rule
from recado.automations.schemas.base import Input, Line, Words

Scalar = bool | int | float | Annotated[str, Field(max_length=500)]


class TestShape(Input):
    """One comparison. A list means: with any of these."""

    __test__ = False
    kind: Literal["test"] = "test"
    field: Annotated[str, Field(max_length=100)]
    op: Annotated[str, Field(max_length=40)]
    value: Scalar | Annotated[list[Scalar], Field(max_length=50)] | None = None


class GroupShape(Input):
    """Comparisons that hold together; an empty group holds."""

    kind: Literal["group"] = "group"
    join: Literal["all", "any", "none"] = "all"
    tests: list[TestShape | GroupShape] = Field(default_factory=list, max_length=40)


class AssignShape(Input):
    """Give the conversation to a team, to a person, or to a person in a team."""

    do: Literal["assign"]
    team_id: UUID | None = None
    member_id: UUID | None = None


class TagsShape(Input):
    """Put tags on the person and take others off."""

    do: Literal["tags"]
    add: list[Annotated[str, Field(max_length=40)]] = Field(default_factory=list, max_length=20)
    remove: list[Annotated[str, Field(max_length=40)]] = Field(default_factory=list, max_length=20)


class SetFieldShape(Input):
    """Write a custom field; empty clears it."""

    do: Literal["set_field"]
    field: Line
    value: Words = ""


class CreateDealShape(Input):
    """Begin a deal, unless one is open there."""

    do: Literal["create_deal"]
    pipeline_id: UUID
    stage_id: UUID | None = None
    title: Line = ""
    value_cents: Annotated[int, Field(ge=0, le=100_000_000_000_000)] = 0
    even_if_open: bool = False


class MoveDealShape(Input):
    """Put the deal at hand, else the newest open one, into a stage."""

    do: Literal["move_deal"]
    pipeline_id: UUID
    stage_id: UUID
    reason_note: Line = ""


class StartFlowShape(Input):
    """Let a bot begin its flow."""

    do: Literal["start_flow"]
    bot_id: UUID


class SendTextShape(Input):
    """Write to the person, inside the window only."""

    do: Literal["send_text"]
    text: Words


class SendTemplateShape(Input):
    """Send an approved template; `values` fill its body in order."""

    do: Literal["send_template"]
    name: Line
    language: Annotated[str, Field(max_length=15)] = "pt_BR"
    values: list[Words] = Field(default_factory=list, max_length=20)


class OpenHandoffShape(Input):
    """Ask for a person."""

    do: Literal["open_handoff"]
    reason: Line
    priority: Literal["low", "normal", "high"] = "normal"
    team_id: UUID | None = None


class NotifyShape(Input):
    """Tell colleagues in the thread, by e-mail, or both."""

    do: Literal["notify"]
    member_ids: Annotated[list[UUID], Field(max_length=20)]
    text: Words
    by_email: bool = False


class AddNoteShape(Input):
    """Write a note that only colleagues see."""

    do: Literal["add_note"]
    text: Words


class CallWebhookShape(Input):
    """Tell one of the organization's addresses outside."""

    do: Literal["call_webhook"]
    webhook_id: UUID


class HandBackShape(Input):
    """Let the bot answer again."""

    do: Literal["hand_back"]


class ResolveShape(Input):
    """Archive the conversation."""

    do: Literal["resolve"]


ActionShape = Annotated[
    AssignShape | TagsShape | SetFieldShape | CreateDealShape | MoveDealShape | StartFlowShape | SendTextShape
    | SendTemplateShape | OpenHandoffShape | NotifyShape | AddNoteShape | CallWebhookShape | HandBackShape | ResolveShape,
    Field(discriminator="do"),
]  # fmt: skip


class RuleShape(Input):
    """Everything that an automation says beside its triggers. `per_hour` is for one conversation; 0: no limit of its own."""

    conditions: GroupShape = GroupShape()
    actions: list[ActionShape] = Field(default_factory=list, max_length=15)
    wait_minutes: Annotated[int, Field(ge=0, le=43_200)] = 0
    hours: Literal["always", "open", "closed", "next_opening"] = "always"
    per_hour: Annotated[int, Field(ge=0, le=60)] = 5
    again_after_minutes: Annotated[int, Field(ge=0, le=43_200)] = 0


def rule_of(shape: RuleShape) -> Rule:
    """Return the rule that a caller means."""
    return msgspec.convert(shape.model_dump(mode="json"), Rule)


def shape_of(rule: Rule) -> RuleShape:
    """Return a rule as callers see it."""
    return RuleShape.model_validate(msgspec.to_builtins(rule))
