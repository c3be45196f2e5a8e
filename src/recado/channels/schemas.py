"""What does a channel look like on the wire? No secret is among its fields."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, StringConstraints

from recado.channels.rules import should_reconnect
from recado.channels.views import ChannelView
from recado.foundation.phone import shown

Secret = Annotated[str, StringConstraints(strip_whitespace=True, min_length=8, max_length=300)]


class ChannelOutput(BaseModel):
    """A connection, its state and since when."""

    model_config = ConfigDict(frozen=True)

    id: UUID
    adapter: str
    name: str
    number: str
    external_id: str
    state: str
    state_reason: str
    state_since: datetime
    last_checked_at: datetime | None
    is_fallback: bool


class CloudChannelInput(BaseModel):
    """A number of Meta's own API. `external_id` is its phone number id, `business_id` that of the business account."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=80)]
    external_id: Annotated[str, StringConstraints(strip_whitespace=True, pattern=r"^[0-9]{5,30}$")]
    number: Annotated[str, StringConstraints(strip_whitespace=True, max_length=30)] = ""
    business_id: Annotated[str, StringConstraints(strip_whitespace=True, pattern=r"^([0-9]{5,30})?$")] = ""
    app_secret: Secret
    verify_token: Secret
    access_token: Annotated[str, StringConstraints(strip_whitespace=True, min_length=8, max_length=1_000)]


class NewChannelOutput(BaseModel):
    """A channel just added, and where its provider is to send what arrives."""

    model_config = ConfigDict(frozen=True)

    channel: ChannelOutput
    webhook_url: str


class ChannelPage(BaseModel):
    """Every connection of the organization."""

    items: list[ChannelOutput]


class ConnectionStatus(BaseModel):
    """A connection under the names older clients know."""

    id: UUID
    channel: str
    number: str
    state: str
    since: datetime
    reason: str
    shouldReconnect: bool
    last_checked_at: datetime | None


class WhatsAppStatus(BaseModel):
    """Is any number connected, and how is each?"""

    connected: bool
    connections: list[ConnectionStatus]


def channel_output(view: ChannelView) -> ChannelOutput:
    """Word a channel."""
    return ChannelOutput(
        id=view.id, adapter=view.adapter, name=view.name, number=shown(view.number), external_id=view.external_id,
        state=view.state, state_reason=view.state_reason, state_since=view.state_since,
        last_checked_at=view.last_checked_at, is_fallback=view.is_fallback,
    )  # fmt: skip


def connection_status(view: ChannelView) -> ConnectionStatus:
    """Word a channel under its older names."""
    return ConnectionStatus(
        id=view.id, channel=view.adapter, number=view.number, state=view.state, since=view.state_since,
        reason=view.state_reason, shouldReconnect=should_reconnect(view.state, view.state_reason),
        last_checked_at=view.last_checked_at,
    )  # fmt: skip
