"""How do versions, their differences and a publication look on the wire?"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field

from recado.flows.models import VersionHead
from recado.flows.schemas.base import Input, Output, Text
from recado.flows.schemas.flows import Definition, Revision
from recado.flows.schemas.problems import ProblemOutput, problems
from recado.flows.service.publishing import Publication
from recado.flows.service.versions import Change, Preview


class ChangeOutput(Output):
    """One difference between two versions, in Portuguese."""

    kind: str
    node: str
    sentence: str


class ChangesOutput(Output):
    """All of them, in the order of the flow."""

    changes: list[ChangeOutput]


class OpenSessionsOutput(Output):
    """People in the middle of the flow: how many could go on in the new version where they stand."""

    open: int
    can_move: int
    must_restart: int


class PreviewOutput(Output):
    """What publishing would do."""

    next_number: int
    revision: int
    changes: list[ChangeOutput]
    sessions: OpenSessionsOutput
    problems: list[ProblemOutput]


class PublishInput(Input):
    """Publish the draft that the caller saw. What happens to open sessions: they `stay` in their version, `move` to the
    new one where they can, or `restart` in it."""

    revision: Revision
    sessions: Literal["stay", "move", "restart"] = "stay"
    note: Annotated[Text, Field(max_length=500)] = ""


class PublicationOutput(Output):
    """The new version's number, and what happened to open sessions."""

    number: int
    moved: int
    restarted: int
    stayed: int


class VersionOutput(Output):
    """A published version and how many sessions are open in it."""

    number: int
    at: datetime
    by_name: str
    note: str
    open_sessions: int


class VersionsOutput(Output):
    """The versions, the newest first."""

    items: list[VersionOutput]


class VersionDefinitionOutput(Output):
    """What a version is."""

    number: int
    definition: Definition


class RestoreInput(Input):
    """Over which revision of the draft the old version is put."""

    revision: Revision


class RestoredOutput(Output):
    """The draft's new revision."""

    revision: int
    problems: list[ProblemOutput]


def changes(found: Sequence[Change]) -> list[ChangeOutput]:
    """Return differences in words."""
    return [ChangeOutput(kind=one.kind, node=one.node, sentence=one.sentence) for one in found]


def preview(found: Preview) -> PreviewOutput:
    """Return what publishing would do."""
    return PreviewOutput(
        next_number=found.next_number,
        revision=found.draft.revision,
        changes=changes(found.changes),
        sessions=OpenSessionsOutput(
            open=found.sessions.open, can_move=found.sessions.can_move, must_restart=found.sessions.must_restart
        ),
        problems=problems(found.checked.problems),
    )


def publication(done: Publication) -> PublicationOutput:
    """Return what publishing did."""
    return PublicationOutput(number=done.number, moved=done.moved, restarted=done.restarted, stayed=done.stayed)


def version(head: VersionHead, open_sessions: int) -> VersionOutput:
    """Return a version of the list."""
    return VersionOutput(
        number=head.number, at=head.at, by_name=head.by_name, note=head.note, open_sessions=open_sessions
    )
