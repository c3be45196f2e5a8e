"""How do flows, their drafts and versions look on the wire?"""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import Field

from recado.flows.models import Draft, ListedFlow, VersionHead
from recado.flows.schemas.base import Input, Name, Output, Text
from recado.flows.schemas.problems import ExitOutput, ProblemOutput, exits, problems
from recado.flows.service.checking import Checked

Revision = Annotated[int, Field(ge=1, le=2**31 - 1)]
Definition = dict[str, Any]


class NamedBot(Output):
    """A bot by name."""

    id: UUID
    name: str


class PublishedOutput(Output):
    """The version that new sessions take."""

    number: int
    at: datetime
    by_name: str


class DraftOutput(Output):
    """What stands in the editor; `differs`: it is not what was published."""

    revision: int
    changed_at: datetime
    changed_by_name: str
    differs: bool


class ListedFlowOutput(Output):
    """A flow in the list. `errors` and `warnings` are those of its draft when it was saved."""

    id: UUID
    name: str
    bot: NamedBot | None
    is_entry: bool
    published: PublishedOutput | None
    draft: DraftOutput
    open_sessions: int
    errors: int
    warnings: int


class FlowsOutput(Output):
    """The flows, the last changed first."""

    items: list[ListedFlowOutput]


class FlowInput(Input):
    """A new flow: from a template, from a definition, or empty. Without a bot it is shared."""

    name: Name
    bot_id: UUID | None = None
    template: Annotated[str, Field(max_length=60)] | None = None
    definition: Definition | None = None


class NewFlowOutput(Output):
    """Where the new flow is."""

    id: UUID
    revision: int


class FlowOutput(Output):
    """A flow in the editor, with what is wrong with it and the exits of each node."""

    id: UUID
    name: str
    bot: NamedBot | None
    is_entry: bool
    revision: int
    changed_at: datetime
    changed_by_name: str
    definition: Definition
    published: PublishedOutput | None
    problems: list[ProblemOutput]
    exits: dict[str, list[ExitOutput]]


class DraftInput(Input):
    """What the editor saves, over the revision that it showed."""

    revision: Revision
    definition: Definition
    name: Name | None = None


class SavedOutput(Output):
    """The new revision, and what the check of it found."""

    revision: int
    problems: list[ProblemOutput]
    exits: dict[str, list[ExitOutput]]


class CheckInput(Input):
    """A definition to look at; nothing is saved. `flow_id` says which flow it is the draft of."""

    definition: Definition
    flow_id: UUID | None = None


class TemplateOutput(Output):
    """A flow to begin from."""

    key: str
    name: str
    description: str
    nodes: int


class TemplatesOutput(Output):
    """All of them, in the order in which they are shown."""

    items: list[TemplateOutput]


class ImportInput(Input):
    """What another tool, or this one, wrote. Without a name its own is taken."""

    format: Literal["json", "yaml", "typebot"]
    text: Annotated[Text, Field(min_length=1, max_length=2_000_000)]
    name: Name | None = None
    bot_id: UUID | None = None


class FindingOutput(Output):
    """Something that could not be carried over as it was, or that the reader should know."""

    severity: Literal["info", "warning", "error"]
    place: str
    sentence: str


class ImportedOutput(Output):
    """Where the new flow is, and what became of the old one."""

    id: UUID
    revision: int
    report: list[FindingOutput]


def listed(one: ListedFlow) -> ListedFlowOutput:
    """Return a flow of the list."""
    return ListedFlowOutput(
        id=one.id,
        name=one.name,
        bot=_bot(one.bot, one.bot_name),
        is_entry=one.is_entry,
        published=published(one.published),
        draft=DraftOutput(
            revision=one.revision,
            changed_at=one.changed_at,
            changed_by_name=one.changed_by_name,
            differs=one.differs,
        ),
        open_sessions=one.open_sessions,
        errors=one.errors,
        warnings=one.warnings,
    )


def flow(one: Draft, checked: Checked) -> FlowOutput:
    """Return a flow for the editor."""
    return FlowOutput(
        id=one.id,
        name=one.name,
        bot=_bot(one.bot, one.bot_name),
        is_entry=one.is_entry,
        revision=one.revision,
        changed_at=one.changed_at,
        changed_by_name=one.changed_by_name,
        definition=dict(one.definition),
        published=published(one.published),
        problems=problems(checked.problems),
        exits=exits(checked.exits),
    )


def saved(revision: int, checked: Checked) -> SavedOutput:
    """Return what came of saving."""
    return SavedOutput(revision=revision, problems=problems(checked.problems), exits=exits(checked.exits))


def published(head: VersionHead | None) -> PublishedOutput | None:
    """Return the published version, if there is one."""
    return None if head is None else PublishedOutput(number=head.number, at=head.at, by_name=head.by_name)


def _bot(id_: UUID | None, name: str) -> NamedBot | None:
    return None if id_ is None else NamedBot(id=id_, name=name)
