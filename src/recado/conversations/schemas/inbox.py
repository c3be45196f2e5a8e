"""Which shapes do filters, found conversations, views, drafts and acts on many have on the wire?"""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field, StringConstraints

from recado.conversations.schemas.conversations import ConversationOutput, Input, Named, Output, Text

Short = Annotated[str, StringConstraints(strip_whitespace=True, max_length=60)]
_WEEKS_MINUTES = 60 * 24 * 60


class InboxFilter(Input):
    """What a list is narrowed to. `assignee` is `me`, `none` or an id; `waiting_minutes` is for how long at least."""

    state: Literal["active", "waiting", "archived"] | None = None
    q: Annotated[str, StringConstraints(max_length=200)] = ""
    assignee: Annotated[str, StringConstraints(max_length=40)] = ""
    answerer: Literal["flow", "agent", "person"] | None = None
    team_id: UUID | None = None
    tag: Short = ""
    channel_id: UUID | None = None
    unread: bool = False
    waiting_minutes: Annotated[int, Field(ge=0, le=_WEEKS_MINUTES)] = 0
    since: datetime | None = None
    until: datetime | None = None


class PieceOutput(Output):
    """A part of a text; `marked` is what was looked for."""

    text: str
    marked: bool


class HitOutput(Output):
    """Why a conversation was found: by its person (`message_id` is null), or by what a message says."""

    message_id: UUID | None
    at: datetime | None
    author: str
    snippet: list[PieceOutput]


class FoundConversation(Output):
    """A conversation that was found, and where."""

    conversation: ConversationOutput
    hit: HitOutput


class FoundPage(Output):
    """One page; a short one with a `next_cursor` has more to look through."""

    items: list[FoundConversation]
    next_cursor: str | None


class FilterChoices(Output):
    """What a list can be narrowed to besides words and states."""

    members: list[Named]
    teams: list[Named]
    channels: list[Named]
    tags: list[str]


class ViewInput(Input):
    """A filter under a name; a shared one is seen by everybody of the organization."""

    name: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=60)]
    filter: InboxFilter
    shared: bool = False


class CountOutput(Output):
    """How many conversations; `more` says that there are more than `n`."""

    n: int
    more: bool


class ViewOutput(Output):
    """A kept filter; `mine` may be changed by the caller."""

    id: UUID
    name: str
    filter: InboxFilter
    shared: bool
    mine: bool
    owner_name: str
    count: CountOutput


class ViewList(Output):
    """Own and shared views, by name."""

    items: list[ViewOutput]


class WritingDraftInput(Input):
    """What somebody has begun to write. The highest `revision` stays, whichever arrives last; an empty text is none."""

    text: Text = ""
    reply_to: UUID | None = None
    revision: Annotated[int, Field(ge=1, lt=2**53)]


class WritingDraft(Output):
    """The draft that stays; an empty text where there is none."""

    text: str
    reply_to: UUID | None
    revision: int


class DraftList(Output):
    """Where the caller has begun to write."""

    conversation_ids: list[UUID]


class BulkInput(Input):
    """One act on up to a hundred conversations. `assign` needs `assignee_id` or null for nobody; tags need `tag`."""

    action: Literal["archive", "assign", "tag", "untag", "mark_read", "mark_unread"]
    ids: Annotated[list[UUID], Field(min_length=1, max_length=100)]
    assignee_id: UUID | None = None
    tag: Short = ""


class BulkResult(Output):
    """What became of one: `done`, or the code of what refused it."""

    id: UUID
    done: bool
    code: str = ""


class BulkOutput(Output):
    """What became of each, in the order asked for."""

    items: list[BulkResult]
