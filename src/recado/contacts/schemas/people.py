"""How do people, their identifiers, timelines and merges look on the wire?"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from recado.contacts.models import ContactId, Happening, Merge, Person, Proposal
from recado.contacts.service.profiles import Profile
from recado.foundation.phone import shown

LARGEST_BODY = 256 * 1024
"""Bytes."""


class Input(BaseModel):
    """What a caller sends: exactly these fields."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Output(BaseModel):
    """What a caller gets: an explicit list, never a row."""

    model_config = ConfigDict(frozen=True)


Name = Annotated[str, StringConstraints(strip_whitespace=True, max_length=120, pattern=r"^[^\x00-\x1f\x7f]*$")]
Kind = Literal["phone", "email", "cpf", "cnpj"]
IdentifierText = Annotated[str, StringConstraints(strip_whitespace=True, min_length=3, max_length=320)]
TagName = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=60)]
NoteText = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=4000)]


class IdentifierInput(Input):
    """A phone in any form, an e-mail, a CPF or a CNPJ, with or without dots."""

    kind: Kind
    value: IdentifierText


class NewContactInput(Input):
    """Somebody who has not written yet."""

    name: Name = ""
    identifiers: Annotated[list[IdentifierInput], Field(min_length=1, max_length=20)]


class ContactChangeInput(Input):
    """What is to change; fields that are not named stay, null clears one."""

    name: Name | None = None
    fields: Annotated[dict[str, str | int | float | bool | None], Field(max_length=100)] = {}


class TagsInput(Input):
    """Exactly the tags that the person is to have."""

    tags: Annotated[list[TagName], Field(max_length=50)]


class ContactNoteInput(Input):
    """A note for colleagues."""

    text: NoteText


class MergeInput(Input):
    """Who is the same person: their row goes, the one of the path stays."""

    contact_id: UUID


class AcceptMergeInput(Input):
    """Whose row stays; the older one where nobody says."""

    kept_id: UUID | None = None


class ContactCardOutput(Output):
    """A person as lists show them."""

    id: UUID
    name: str
    given_name: str
    phone: str
    phone_shown: str
    tags: list[str]
    fields: dict[str, Any]
    source: str
    created_at: datetime
    opted_out_at: datetime | None
    marketing_stopped_at: datetime | None
    merged_into: UUID | None


class PeoplePage(Output):
    """People, the newest first."""

    items: list[ContactCardOutput]
    next_cursor: str | None


class IdentifierOutput(Output):
    """A form under which the person is known, and how that is known. Sealed ones are masked for those who only read."""

    kind: str
    value: str
    shown: str
    source: str
    evidence: str
    first_seen_at: datetime
    last_seen_at: datetime


class ProposalOutput(Output):
    """Two who seem to be one person. `evidence` has a `reason` and the `kinds` of addresses that say so."""

    id: UUID
    state: str
    evidence: dict[str, Any]
    created_at: datetime
    first: ContactCardOutput
    second: ContactCardOutput


class ProposalPage(Output):
    """Open proposals, the newest first."""

    items: list[ProposalOutput]
    next_cursor: str | None


class MergeOutput(Output):
    """A merge. `other` is who the person at hand was merged with."""

    id: UUID
    kept_id: UUID
    gone_id: UUID
    state: str
    actor_name: str
    at: datetime
    undone_at: datetime | None
    other: ContactCardOutput | None


class ProfileOutput(Output):
    """Everything that a person's page shows but for the timeline."""

    person: ContactCardOutput
    identifiers: list[IdentifierOutput]
    proposals: list[ProposalOutput]
    merges: list[MergeOutput]


class HappeningOutput(Output):
    """One line of a timeline: message, state, flow, note, consent, merged, imported and others."""

    id: UUID
    at: datetime
    kind: str
    actor: str
    text: str
    conversation_id: UUID | None
    detail: dict[str, Any]


class TimelinePage(Output):
    """Lines, the newest first; `next_cursor` is for the older ones."""

    items: list[HappeningOutput]
    next_cursor: str | None


class FoundOutput(Output):
    """How many pairs were found."""

    found: int


class TagOutput(Output):
    """A tag, and how many have it."""

    id: UUID
    name: str
    people: int


class TagsOutput(Output):
    """All tags by name."""

    items: list[TagOutput]


def person(one: Person) -> ContactCardOutput:
    """A person for the wire."""
    known = one.contact
    return ContactCardOutput(
        id=known.id, name=known.shown_name, given_name=known.given_name, phone=one.phone, phone_shown=shown(one.phone),
        tags=list(one.tags), fields=dict(known.fields), source=one.source, created_at=one.created_at,
        opted_out_at=known.opted_out_at, marketing_stopped_at=known.marketing_stopped_at, merged_into=one.merged_into,
    )  # fmt: skip


def people_page(found: list[Person], limit: int) -> PeoplePage:
    """A page of people."""
    after = str(found[-1].contact.id) if len(found) == limit else None
    return PeoplePage(items=[person(one) for one in found], next_cursor=after)


def proposals(found: Iterable[Proposal], people: dict[ContactId, Person]) -> list[ProposalOutput]:
    """Proposals with their people."""
    return [
        ProposalOutput(
            id=one.id, state=one.state, evidence=dict(one.evidence), created_at=one.created_at,
            first=person(people[one.first]), second=person(people[one.second]),
        )
        for one in found
        if one.first in people and one.second in people
    ]  # fmt: skip


def merge(one: Merge, other: Person | None) -> MergeOutput:
    """A merge for the wire."""
    return MergeOutput(
        id=one.id, kept_id=one.kept, gone_id=one.gone, state=one.state, actor_name=one.actor_name, at=one.at,
        undone_at=one.undone_at, other=person(other) if other else None,
    )  # fmt: skip


def profile(found: Profile) -> ProfileOutput:
    """A person's page."""
    id_ = found.person.contact.id
    people = {**found.others, id_: found.person}
    return ProfileOutput(
        person=person(found.person),
        identifiers=[
            IdentifierOutput(
                kind=one.kind, value=one.value, shown=shown(one.value) if one.kind == "phone" else one.value,
                source=one.source, evidence=one.evidence, first_seen_at=one.first_seen_at, last_seen_at=one.last_seen_at,
            )
            for one in found.identifiers
        ],
        proposals=proposals(found.proposals, people),
        merges=[merge(one, people.get(one.gone if one.kept == id_ else one.kept)) for one in found.merges],
    )  # fmt: skip


def timeline(found: list[Happening], limit: int) -> TimelinePage:
    """A page of a timeline."""
    items = [
        HappeningOutput(
            id=one.id, at=one.at, kind=one.kind, actor=one.actor, text=one.text, conversation_id=one.conversation,
            detail=dict(one.detail),
        )
        for one in found
    ]  # fmt: skip
    return TimelinePage(items=items, next_cursor=str(found[-1].id) if len(found) == limit else None)
