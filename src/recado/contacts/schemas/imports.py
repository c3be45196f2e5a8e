"""How do imports look on the wire?"""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field, StringConstraints

from recado.contacts.models import Import, RowOutcome
from recado.contacts.schemas.people import Input, Output, TagName

Target = Annotated[str, StringConstraints(max_length=60)]


class ImportStartInput(Input):
    """What each column becomes ("" leaves it out), and on what legal ground these people's data are held."""

    targets: Annotated[list[Target], Field(min_length=1, max_length=100)]
    legal_basis: Literal[
        "consent", "contract", "legitimate_interest", "legal_obligation", "credit_protection", "existing_relationship"
    ]
    overwrite: bool = False
    tags: Annotated[list[TagName], Field(max_length=20)] = Field(default_factory=list)


class ImportOutput(Output):
    """An import and how far it is."""

    id: UUID
    filename: str
    state: str
    failure: str
    columns: list[str]
    legal_basis: str
    total: int
    done: int
    created: int
    updated: int
    unchanged: int
    refused: int
    author_name: str
    created_at: datetime
    finished_at: datetime | None


class ImportPreview(Output):
    """A file that was read: its columns, a suggested target for each, and its first rows."""

    imported: ImportOutput
    targets: list[str]
    rows: list[list[str]]


class ImportsPage(Output):
    """Imports, the newest first."""

    items: list[ImportOutput]
    next_cursor: str | None


class ImportRowOutput(Output):
    """What became of one row: created, updated, unchanged, or refused with a reason."""

    number: int
    outcome: str
    reason: str
    contact_id: UUID | None


class ImportRowsPage(Output):
    """Rows in their order; `next_after` is for the following ones."""

    items: list[ImportRowOutput]
    next_after: int | None


def imported(one: Import) -> ImportOutput:
    """An import for the wire."""
    return ImportOutput(
        id=one.id, filename=one.filename, state=one.state, failure=one.failure, columns=list(one.columns),
        legal_basis=one.legal_basis, total=one.total, done=one.done, created=one.created, updated=one.updated,
        unchanged=one.unchanged, refused=one.refused, author_name=one.author_name, created_at=one.created_at,
        finished_at=one.finished_at,
    )  # fmt: skip


def row(one: RowOutcome) -> ImportRowOutput:
    """A row's outcome for the wire."""
    return ImportRowOutput(number=one.number, outcome=one.outcome, reason=one.reason, contact_id=one.contact)
