"""What do other modules need to know of a channel?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Pacing:
    """How fast a channel may send. The pair figures are the provider's own: one message in 6 s to a person, 45 at once."""

    per_second: float = 10.0
    pair_seconds: float = 6.0
    pair_burst: int = 45
    per_minute: int = 600
    per_day: int = 100_000


@dataclass(frozen=True, slots=True)
class Checked:
    """The state of a channel before and after its account was asked about; both empty where it is out of service."""

    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Known:
    """Up to when everything that a provider holds is here (None: it was never connected), and since when it is connected
    (None: it is not)."""

    caught_up_at: datetime | None
    open_since: datetime | None


@dataclass(frozen=True, slots=True)
class ChannelView:
    """A channel as others may see it: no secrets."""

    id: UUID
    adapter: str
    name: str
    external_id: str
    number: str
    state: str
    state_reason: str
    state_since: datetime
    last_checked_at: datetime | None
    is_fallback: bool
    default_bot: UUID | None
    window_hours: int | None
    pacing: Pacing
    settings: Mapping[str, Any]
