"""How do deals look on the wire? Money is whole centavos."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import Field

from recado.contacts.models import ContactId
from recado.conversations.models import ConversationId
from recado.foundation.phone import shown
from recado.leads.models import Closing, Deal, Move, NewDeal, PipelineId, ReasonId, StageId
from recado.leads.schemas.base import Cents, Input, Line, Origin, Output, Words
from recado.leads.schemas.pipelines import Kind


class DealInput(Input):
    """A new deal. Who it is with: `contact_id`, the conversation (id or phone), or a `phone` with the `name` of somebody new."""

    pipeline_id: UUID
    stage_id: UUID | None = None
    contact_id: UUID | None = None
    conversation_ref: Annotated[str, Field(max_length=64)] = ""
    phone: Annotated[str, Field(max_length=40)] = ""
    name: Line = ""
    title: Line = ""
    value_cents: Cents = 0
    origin: Origin = ""
    owner_id: UUID | None = None
    expected_on: date | None = None
    reason_id: UUID | None = None
    reason_note: Words = ""


class DealChange(Input):
    """What changes of a deal over the revision that was looked at; what is absent stays. Null empties."""

    revision: Annotated[int, Field(ge=1)]
    title: Annotated[Line, Field(min_length=1)] | None = None
    value_cents: Cents | None = None
    origin: Origin | None = None
    owner_id: UUID | None = None
    expected_on: date | None = None
    conversation_id: UUID | None = None


class MoveInput(Input):
    """Where a deal goes: the stage, and which deal then stands right above it (none: to the top)."""

    stage_id: UUID
    after_id: UUID | None = None
    revision: Annotated[int, Field(ge=1)]
    reason_id: UUID | None = None
    reason_note: Words = ""


class PersonOutput(Output):
    """Who the business is with."""

    id: UUID
    name: str
    phone: str


class OwnerOutput(Output):
    """The colleague whose business it is."""

    id: UUID
    name: str


class WhyOutput(Output):
    """Why it was won or lost."""

    id: UUID | None
    name: str
    note: str


class DealOutput(Output):
    """A deal. `kind` is that of its stage; whoever changes it says the `revision` they saw."""

    id: UUID
    pipeline_id: UUID
    stage_id: UUID
    kind: Kind
    contact: PersonOutput
    conversation_id: UUID | None
    title: str
    value_cents: int
    currency: Literal["BRL"]
    origin: str
    owner: OwnerOutput | None
    expected_on: date | None
    revision: int
    reason: WhyOutput | None
    created_at: datetime
    stage_since: datetime
    closed_at: datetime | None


class MoveOutput(Output):
    """A line of the history; `was` is empty for the entry, the actor's name where it was nobody of the organization."""

    at: datetime
    was: str
    became: str
    actor: str
    actor_name: str
    reason: str


class DealPage(DealOutput):
    """A deal with where it has been, the last move first."""

    history: list[MoveOutput]


class DealsOutput(Output):
    """Deals; where there is more, `next_cursor` says how to go on."""

    items: list[DealOutput]
    next_cursor: str | None


def deal(one: Deal) -> DealOutput:
    """Return a deal."""
    return DealOutput(**_fields(one))


def page(one: Deal, history: list[Move]) -> DealPage:
    """Return a deal and its history."""
    lines = [
        MoveOutput(
            at=move.at, was=move.was, became=move.became, actor=move.actor, actor_name=move.actor_name,
            reason=move.reason,
        )
        for move in history
    ]  # fmt: skip
    return DealPage(**_fields(one), history=lines)


def new_deal(body: DealInput) -> NewDeal:
    """Return what a caller wants begun."""
    return NewDeal(
        pipeline=PipelineId(body.pipeline_id), stage=None if body.stage_id is None else StageId(body.stage_id),
        contact=None if body.contact_id is None else ContactId(body.contact_id), phone=body.phone, name=body.name,
        conversation=body.conversation_ref, title=body.title, value_cents=body.value_cents, origin=body.origin,
        owner=body.owner_id, expected_on=body.expected_on,
    )  # fmt: skip


def closing(body: DealInput | MoveInput) -> Closing:
    """Return why a deal is closed, as far as the caller says it."""
    return Closing(reason=None if body.reason_id is None else ReasonId(body.reason_id), note=body.reason_note)


_NAMES = {"owner_id": "owner", "conversation_id": "conversation"}
_MAY_BE_EMPTY = {"owner_id", "expected_on", "conversation_id"}


def changes(body: DealChange) -> dict[str, Any]:
    """Return what a caller wants changed, by the names of `Deal`."""
    named = {field: getattr(body, field) for field in body.model_fields_set if field != "revision"}
    kept = {field: value for field, value in named.items() if value is not None or field in _MAY_BE_EMPTY}
    if kept.get("conversation_id") is not None:
        kept["conversation_id"] = ConversationId(kept["conversation_id"])
    return {_NAMES.get(field, field): value for field, value in kept.items()}


def _fields(one: Deal) -> dict[str, Any]:
    closed = one.reason is not None or one.reason_note != ""
    return {
        "id": one.id, "pipeline_id": one.pipeline, "stage_id": one.stage, "kind": one.kind.value,
        "contact": PersonOutput(id=one.contact, name=one.contact_name, phone=shown(one.phone)),
        "conversation_id": one.conversation, "title": one.title, "value_cents": one.value_cents, "currency": one.currency,
        "origin": one.origin, "owner": None if one.owner is None else OwnerOutput(id=one.owner, name=one.owner_name),
        "expected_on": one.expected_on, "revision": one.revision,
        "reason": WhyOutput(id=one.reason, name=one.reason_name, note=one.reason_note) if closed else None,
        "created_at": one.created_at, "stage_since": one.stage_since, "closed_at": one.closed_at,
    }  # fmt: skip
