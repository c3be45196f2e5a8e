"""What does work in common look like on the wire?"""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import BeforeValidator, Field, StringConstraints

from recado.conversations.schemas.conversations import Input, Named, Output

Note = Annotated[str, StringConstraints(strip_whitespace=True, max_length=10_000)]
Rule = Literal["off", "round_robin", "least_loaded"]


class AssignInput(Input):
    """Whose a conversation is to be; neither person nor team means nobody's.

    `seen_assignee_id` is whose it was on the caller's screen: where a colleague took it meanwhile, the answer is 409.
    """

    member_id: UUID | None = None
    team_id: UUID | None = None
    seen_assignee_id: UUID | None = None
    note: Note = ""


class AssignmentOutput(Output):
    """One change of hands. `by` is empty where a rule decided; `seen` tells whether the receiver has read the note."""

    id: UUID
    member: Named | None
    team: Named | None
    actor: str
    actor_id: UUID | None
    by: str
    reason: str
    note: str
    at: datetime
    seen: bool


class AssignmentsOutput(Output):
    """Through whose hands a conversation went, the newest first."""

    items: list[AssignmentOutput]


class GlanceInput(Input):
    """What the caller does in a conversation right now."""

    doing: Literal["looking", "typing", "gone"]


class GlanceOutput(Output):
    """Somebody is there."""

    member_id: UUID
    doing: str


class GlancesOutput(Output):
    """Who is in a conversation right now."""

    items: list[GlanceOutput]


class ColleagueOutput(Output):
    """Somebody who may answer. `present`: their screen is open and they take what comes; `at_hand` counts open conversations."""

    id: UUID
    name: str
    role: str
    present: bool
    available: bool
    cap: int
    at_hand: int
    team_ids: list[UUID]


class TeamDuty(Output):
    """A team and how its conversations find a person."""

    id: UUID
    name: str
    assignment: Rule


class DeskOutput(Output):
    """Who works here now. `me` is null for a key."""

    me: ColleagueOutput | None
    people: list[ColleagueOutput]
    teams: list[TeamDuty]


class AvailableInput(Input):
    """Does the caller take what comes?"""

    available: bool


class CapInput(Input):
    """How many open conversations a rule gives somebody at most."""

    cap: Annotated[int, Field(ge=1, le=500)]


class RuleInput(Input):
    """How a team's conversations find a person."""

    assignment: Rule


class MentionOutput(Output):
    """Where the caller was called by name."""

    id: UUID
    conversation_id: UUID
    message_id: UUID
    contact_name: str
    by: str
    text: str
    at: datetime
    read: bool


class MentionPage(Output):
    """One page, the newest first; `unread` counts to 100."""

    items: list[MentionOutput]
    unread: int
    next_cursor: str | None


class MentionsReadInput(Input):
    """Where the caller has looked; without a conversation everywhere."""

    conversation_id: UUID | None = None


Shortcut = Annotated[
    str, BeforeValidator(lambda said: said.strip().lower() if isinstance(said, str) else said),
    StringConstraints(pattern=r"^[a-z0-9][a-z0-9_-]{0,39}$"),
]  # fmt: skip
ReplyText = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=4_096)]


class QuickReplyInput(Input):
    """What is often said. `text` may hold variables such as `{{ contact.first_name }}`."""

    shortcut: Shortcut
    title: Annotated[str, StringConstraints(strip_whitespace=True, max_length=120)] = ""
    text: ReplyText


class NewQuickReplyInput(QuickReplyInput):
    """The same, and whose it is to be: `shared` ones are the organization's."""

    shared: bool = False


class QuickReplyOutput(Output):
    """What is often said; `shared` is the organization's, else it is the caller's own."""

    id: UUID
    shared: bool
    shortcut: str
    title: str
    text: str
    uses: int
    last_used_at: datetime | None
    changed_at: datetime


class QuickRepliesOutput(Output):
    """All that the caller may use, the most used first, and what their texts may name."""

    items: list[QuickReplyOutput]
    variables: list[str]


class UsedQuickReply(Output):
    """The text as it reads in this conversation; `missing` names what was empty."""

    text: str
    missing: list[str]
