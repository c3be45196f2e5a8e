"""What is a bot, and how does a stored session relate to the engine's?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple, NewType
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
    bubble_window_ms: int = 0
    """How long to wait for more messages of a person before they are answered as one; 0 answers each."""


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
    message: UUID | None
    exits: tuple[tuple[str, str, str], ...] = ()
    """The edges that were walked, as (flow, node, exit)."""
    state: str = "waiting"
    """Whether the session goes on: a word of the engine's `State`."""
    record: str = ""
    """What the turn depended on, as `flows.recording` writes it."""
    outcome: bytes = b""
    """The digest of all it gave back."""
    flow_set: UUID | None = None
    """The bot and the published versions it ran with: a row of `flow_sets`."""


WAIT_KINDS = ("flow_timer", "flow_answer", "flow_bubble", "flow_start")
"""What a session may wait for: a moment, the answer to an ask, the end of a pause between two messages, its own beginning."""


@dataclass(frozen=True, slots=True)
class Wait:
    """Something that a session waits for: a row of `timers`.

    `kind` is one of `WAIT_KINDS`; `payload` what is given back beside `key`. Without a session it
    belongs to one that has not begun.
    """

    id: UUID
    conversation: ConversationId
    session: SessionId | None
    kind: str
    key: str
    due_at: datetime
    payload: str = ""
    held_since: datetime | None = None


@dataclass(frozen=True, slots=True)
class NewAsk:
    """A question to the outside; its answer comes as the wait of the same id. `request` is JSON."""

    id: UUID
    kind: str
    request: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A flow as it stands in the editor. `revision` counts its savings; `problems` are counted at each."""

    id: FlowId
    name: str
    bot: BotId | None
    bot_name: str
    is_entry: bool
    revision: int
    changed_at: datetime
    changed_by_name: str
    definition: Mapping[str, Any]
    published: VersionHead | None


@dataclass(frozen=True, slots=True)
class VersionHead:
    """A published version without its definition."""

    id: FlowVersionId
    number: int
    at: datetime
    by_name: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class ListedFlow:
    """A flow as the list shows it. `differs`: the draft is not what was published."""

    id: FlowId
    name: str
    bot: BotId | None
    bot_name: str
    is_entry: bool
    revision: int
    changed_at: datetime
    changed_by_name: str
    errors: int
    warnings: int
    published: VersionHead | None
    differs: bool
    open_sessions: int


@dataclass(frozen=True, slots=True)
class BotSettings:
    """Everything that can be set of a bot. `bubble_window_ms`: how long to wait for more messages of a person."""

    id: BotId
    name: str
    entry: FlowId | None
    entry_name: str
    keywords: tuple[str, ...]
    bubble_window_ms: int
    session_minutes: int
    language: str
    fallback_text: str
    is_fallback: bool


class Figure(NamedTuple):
    """What is counted: on which day of the organization, of what, where."""

    flow: str
    day: date
    kind: str
    node: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True)
class TurnSeen:
    """A turn as far as figures look at it. `flow` and `node` are where it ended, `path` holds `flow/node`, `exits`
    (flow, node, exit); `finished` says that it brought the session to an end of the flow's own."""

    session: UUID
    number: int
    at: datetime
    flow: str
    node: str
    path: Sequence[str]
    exits: Sequence[tuple[str, str, str]]
    waits: bool
    finished: bool
