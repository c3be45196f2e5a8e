"""What is a bot, and how does a stored session relate to the engine's?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NewType
from uuid import UUID

from recado.conversations.models import ConversationId
from recado.flows.engine.session import Session

BotId = NewType("BotId", UUID)
FlowId = NewType("FlowId", UUID)
FlowVersionId = NewType("FlowVersionId", UUID)
SessionId = NewType("SessionId", UUID)


@dataclass(frozen=True, slots=True)
class Bot:
    """A bot with the flow it begins at. `session_minutes` counts from the person's last input."""

    id: BotId
    name: str
    entry: FlowId | None
    keywords: tuple[str, ...]
    session_minutes: int
    fallback_text: str
    is_fallback: bool


@dataclass(frozen=True, slots=True)
class Published:
    """The version of a flow that new sessions take. `bot` is None for a sub-flow that bots share."""

    flow: FlowId
    bot: BotId | None
    version: FlowVersionId
    number: int


@dataclass(frozen=True, slots=True)
class StoredSession:
    """A session with its row's id."""

    id: SessionId
    conversation: ConversationId
    bot: BotId
    session: Session


@dataclass(frozen=True, slots=True)
class TurnRow:
    """What one turn leaves behind, under the key (session, turn)."""

    session: SessionId
    number: int
    version: FlowVersionId
    node: str
    path: tuple[str, ...]
    said: str
    answered: tuple[str, ...]
    problems: tuple[dict[str, object], ...]
    phone: str
    message: UUID
    exits: tuple[tuple[str, str, str], ...] = ()
    """The edges that were walked, as (flow, node, exit)."""
    state: str = "waiting"
    """Whether the session goes on: a word of the engine's `State`."""
