"""How do webhooks and their deliveries look on the wire? Their signing secret is shown once."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

import msgspec
from pydantic import Field

from recado.organizations.models import Webhook, WebhookDelivery
from recado.organizations.schemas.base import Input, Name, Output

Url = Annotated[str, Field(min_length=8, max_length=2_000)]
FactNames = Annotated[list[Annotated[str, Field(max_length=80)]], Field(min_length=1, max_length=50)]


class WebhookInput(Input):
    """An address to tell, and of which facts."""

    name: Name
    url: Url
    facts: FactNames


class WebhookChangeInput(Input):
    """What changes; what is absent stays. `active` true puts a paused or disabled one back into service."""

    name: Name | None = None
    url: Url | None = None
    facts: FactNames | None = None
    active: bool | None = None


class WebhookRotationInput(Input):
    """`keep_previous_hours`: so long deliveries are signed with the old secret as well."""

    keep_previous_hours: Annotated[int, Field(ge=0, le=720)] = 24


class WebhookOutput(Output):
    """An address that is told of facts. `state`: active, paused, disabled (`state_reason`: failing, gone)."""

    id: UUID
    name: str
    url: str
    facts: list[str]
    state: str
    state_reason: str
    failing_since: datetime | None
    previous_until: datetime | None
    created_at: datetime


class FactOutput(Output):
    """A fact that can be told, in words for people."""

    name: str
    label: str


class WebhooksOutput(Output):
    """The addresses by name, and every fact that can be told."""

    items: list[WebhookOutput]
    available_facts: list[FactOutput]


class NewWebhookOutput(Output):
    """An address with its new signing secret: here and nowhere else."""

    webhook: WebhookOutput
    secret: str


class WebhookDeliveryOutput(Output):
    """One fact on its way to one address; `id` is its `webhook-id`, the same at every attempt."""

    id: UUID
    fact: str
    body: Any
    state: str
    attempts: int
    next_at: datetime | None
    last_status: int | None
    last_error: str
    last_ms: int | None
    attempted_at: datetime | None
    created_at: datetime


class WebhookDeliveriesOutput(Output):
    """A page of deliveries, the newest first."""

    items: list[WebhookDeliveryOutput]
    next_cursor: str | None


class TestSentOutput(Output):
    """A delivery that was made to try an address."""

    delivery_id: UUID


def webhook(one: Webhook) -> WebhookOutput:
    """Word an address."""
    return WebhookOutput(
        id=one.id, name=one.name, url=one.url, facts=list(one.facts), state=one.state, state_reason=one.state_reason,
        failing_since=one.failing_since, previous_until=one.previous_until, created_at=one.created_at,
    )  # fmt: skip


def delivery(one: WebhookDelivery) -> WebhookDeliveryOutput:
    """Word a delivery; the next attempt has a moment while there will be one."""
    return WebhookDeliveryOutput(
        id=one.id, fact=one.fact, body=_read(one.body), state=one.state, attempts=one.attempts,
        next_at=one.next_at if one.state == "pending" else None, last_status=one.last_status,
        last_error=one.last_error, last_ms=one.last_ms, attempted_at=one.attempted_at, created_at=one.created_at,
    )  # fmt: skip


def _read(body: str) -> Any:
    try:
        return msgspec.json.decode(body)
    except msgspec.DecodeError:
        return body
