"""What do transbordos and delegations look like on the wire?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Annotated, Any, Literal
from uuid import UUID

import msgspec
from pydantic import AfterValidator, Field, StringConstraints, model_validator

from recado.conversations.handoff_models import HandoffSettings, Targets
from recado.conversations.rules.handoffs import MOST_RECIPIENTS
from recado.conversations.schemas.conversations import Input, Output, TemplateInput, Text
from recado.foundation.database import Row
from recado.foundation.phone import masked, shown, with_country

Priority = Literal["low", "normal", "high"]
LeadClassWord = Literal["high", "medium", "low", "unrated"]
_EMAIL = re.compile(
    r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}"
)
_SHORTEST_NUMBER, _LONGEST_NUMBER = 8, 15


def _email(text: str) -> str:
    address = text.strip()
    if len(address) > 254 or _EMAIL.fullmatch(address) is None:  # noqa: PLR2004 - RFC 5321's longest path
        raise ValueError("not an e-mail address")
    return address.lower()


def _number(text: str) -> str:
    number = with_country(text)
    if not _SHORTEST_NUMBER <= len(number) <= _LONGEST_NUMBER:
        raise ValueError("not a phone number")
    return number


Email = Annotated[str, AfterValidator(_email)]
Number = Annotated[str, AfterValidator(_number)]
Minutes = Annotated[int, Field(ge=1, le=10_080)]
Emails = Annotated[tuple[Email, ...], Field(max_length=MOST_RECIPIENTS)]
Numbers = Annotated[tuple[Number, ...], Field(max_length=MOST_RECIPIENTS)]


class NoticeOutput(Output):
    """A colleague who was told; `recipient` shows enough to know whom. `reason` says why it did not come."""

    kind: str
    medium: str
    recipient: str
    state: str
    reason: str
    at: datetime


class HandoffTask(Output):
    """A transbordo. `late` where nobody took it by `due_at`."""

    id: UUID
    conversation_id: UUID
    contact_id: UUID
    contact_name: str
    contact_phone: str
    channel_name: str
    preview: str
    state: str
    reason: str
    summary: str
    priority: str
    lead_class: str
    team: str
    opened_at: datetime
    due_at: datetime
    late: bool
    taken_at: datetime | None
    taken_by: str
    resolved_at: datetime | None
    notices: list[NoticeOutput]


class HandoffCounts(Output):
    """How many are open, how many of those are late, how many are taken; since when the oldest open one waits."""

    open: int
    late: int
    taken: int
    oldest: datetime | None


class HandoffPage(Output):
    """One page; what is open by its target, so that late ones come first."""

    items: list[HandoffTask]
    counts: HandoffCounts
    next_cursor: str | None


class HandoffHistory(Output):
    """Every transbordo of one conversation, the newest first."""

    items: list[HandoffTask]


class HandoffChange(Input):
    """How urgent a transbordo is."""

    priority: Priority | None = None
    lead_class: LeadClassWord | None = None


class HandoffSettingsBody(Input):
    """Targets in minutes by the class of the lead, and who is told. Numbers are written as people write them."""

    high_minutes: Minutes = 5
    medium_minutes: Minutes = 15
    low_minutes: Minutes = 60
    unrated_minutes: Minutes = 30
    expires_after_hours: Annotated[int, Field(ge=1, le=8_760)] = 72
    email_recipients: Emails = ()
    whatsapp_recipients: Numbers = ()
    late_email_recipients: Emails = ()
    late_whatsapp_recipients: Numbers = ()
    channel_id: UUID | None = None
    template_name: Annotated[str, StringConstraints(max_length=512, pattern=r"^[a-z0-9_]*$")] = ""
    template_language: Annotated[str, StringConstraints(min_length=2, max_length=20)] = "pt_BR"


class HandoffSettingsOutput(Output):
    """The settings that hold; `email_ready` says whether the installation can send letters at all."""

    high_minutes: int
    medium_minutes: int
    low_minutes: int
    unrated_minutes: int
    expires_after_hours: int
    email_recipients: list[str]
    whatsapp_recipients: list[str]
    late_email_recipients: list[str]
    late_whatsapp_recipients: list[str]
    channel_id: UUID | None
    template_name: str
    template_language: str
    email_ready: bool


class DelegationInput(Input):
    """What Viviane is to write, and to whom: the person of a conversation (its id or a phone), or a contact."""

    text: Text = ""
    template: TemplateInput | None = None
    conversation: Annotated[str, StringConstraints(max_length=60)] = ""
    contact_id: UUID | None = None

    @model_validator(mode="after")
    def _says_to_whom(self) -> DelegationInput:
        if bool(self.conversation) == (self.contact_id is not None):
            raise ValueError("exactly one of conversation and contact_id")
        return self


class DelegationOutput(Output):
    """Something asked of Viviane. `receipt` is the provider's number of the message; `failure_code` says why it failed."""

    id: UUID
    contact_id: UUID
    contact_name: str
    contact_phone: str
    conversation_id: UUID | None
    requested_by: str
    text: str
    template: str
    state: Literal["pending", "sent", "failed"]
    failure_code: str
    failure_detail: str
    attempts: int
    message_id: UUID | None
    message_status: str
    receipt: str
    created_at: datetime
    settled_at: datetime | None


class DelegationCounts(Output):
    """How many are in each state; `total` is their sum."""

    pending: int
    sent: int
    failed: int
    total: int


class DelegationPage(Output):
    """The queue to Viviane: its figures and one page, the newest first."""

    counts: DelegationCounts
    items: list[DelegationOutput]
    next_cursor: str | None = None


def handoff(row: Row, notices: Sequence[Row], now: datetime) -> HandoffTask:
    """Word a row of `store.handoffs` with those who were told of it."""
    return HandoffTask(
        id=row["id"], conversation_id=row["conversation_id"], contact_id=row["contact_id"],
        contact_name=row["contact_name"], contact_phone=shown(row["reply_wa_id"]), channel_name=row["channel_name"],
        preview=row["last_message_preview"], state=row["state"], reason=row["reason"], summary=row["summary"],
        priority=row["priority"], lead_class=row["lead_class"], team=row["team"], opened_at=row["opened_at"],
        due_at=row["due_at"], late=row["state"] == "open" and row["due_at"] <= now, taken_at=row["taken_at"],
        taken_by=row["taken_by_name"] or "", resolved_at=row["resolved_at"],
        notices=[
            NoticeOutput(
                kind=one["kind"], medium=one["medium"], recipient=_masked(one["medium"], one["recipient"]), state=one["state"],
                reason=one["reason"], at=one["settled_at"] or one["created_at"],
            )
            for one in notices
        ],
    )  # fmt: skip


def settings_of(body: HandoffSettingsBody) -> HandoffSettings:
    """Return what the body sets."""
    targets = Targets(
        timedelta(minutes=body.high_minutes), timedelta(minutes=body.medium_minutes), timedelta(minutes=body.low_minutes),
        timedelta(minutes=body.unrated_minutes), timedelta(hours=body.expires_after_hours),
    )  # fmt: skip
    return HandoffSettings(
        targets, tuple(dict.fromkeys(body.email_recipients)), tuple(dict.fromkeys(body.whatsapp_recipients)),
        tuple(dict.fromkeys(body.late_email_recipients)), tuple(dict.fromkeys(body.late_whatsapp_recipients)),
        body.channel_id, body.template_name, body.template_language,
    )  # fmt: skip


def settings(one: HandoffSettings, *, email_ready: bool) -> HandoffSettingsOutput:
    """Word the settings that hold."""

    def minutes(span: timedelta) -> int:
        return int(span.total_seconds() // 60)

    targets = one.targets
    return HandoffSettingsOutput(
        high_minutes=minutes(targets.high), medium_minutes=minutes(targets.medium), low_minutes=minutes(targets.low),
        unrated_minutes=minutes(targets.unrated), expires_after_hours=minutes(targets.expires_after) // 60,
        email_recipients=list(one.email_recipients), whatsapp_recipients=[shown(n) for n in one.whatsapp_recipients],
        late_email_recipients=list(one.late_email_recipients),
        late_whatsapp_recipients=[shown(n) for n in one.late_whatsapp_recipients], channel_id=one.channel,
        template_name=one.template_name, template_language=one.template_language, email_ready=email_ready,
    )  # fmt: skip


def delegation(row: Row) -> DelegationOutput:
    """Word a row of `store.delegation`."""
    template: dict[str, Any] = {} if not row["template"] else _decoded(row["template"])
    return DelegationOutput(
        id=row["id"], contact_id=row["contact_id"], contact_name=row["contact_name"],
        contact_phone=shown(row["reply_wa_id"]), conversation_id=row["conversation_id"],
        requested_by=row["requested_by_name"], text=row["text"], template=str(template.get("name", "")),
        state=row["state"], failure_code=row["failure_code"], failure_detail=row["failure_detail"],
        attempts=row["attempts"], message_id=row["message_id"], message_status=row["message_status"] or "",
        receipt=row["receipt"], created_at=row["created_at"], settled_at=row["settled_at"],
    )  # fmt: skip


def _masked(medium: str, recipient: str) -> str:
    if medium == "whatsapp":
        return masked(recipient)
    name, _, domain = recipient.partition("@")
    return f"{name[:2]}…@{domain}"


def _decoded(text: str) -> dict[str, Any]:
    found: dict[str, Any] = msgspec.json.decode(text)
    return found
