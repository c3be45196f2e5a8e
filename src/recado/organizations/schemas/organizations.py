"""How do an organization, its people, keys and traces look on the wire?"""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import AwareDatetime, Field

from recado.organizations.models import ApiKey, AuditEntry, Grant, Invitation, Member, Organization, Team
from recado.organizations.schemas.base import Email, Input, Name, Output, Sentence
from recado.organizations.service.audit_trail import Verification

MemberRole = Literal["org_admin", "operator", "agent", "viewer"]
Scopes = Annotated[list[Annotated[str, Field(max_length=60)]], Field(min_length=1, max_length=60)]


class OrganizationInput(Input):
    """The settings to change; what is absent stays. `bot_returns_after_minutes` null: only when handed back."""

    name: Name | None = None
    time_zone: Annotated[str, Field(max_length=60)] | None = None
    consent: Literal["ask", "on_reply", "off"] | None = None
    bot_returns_after_minutes: Annotated[int, Field(ge=1, le=43_200)] | None = None


class OrganizationOutput(Output):
    """An organization and its settings."""

    id: UUID
    name: str
    slug: str
    time_zone: str
    solution: str
    consent: str
    bot_returns_after_minutes: int | None
    created_at: datetime


class MemberInput(Input):
    """What a member becomes; what is absent stays."""

    role: MemberRole | None = None
    active: bool | None = None


class MemberOutput(Output):
    """A person inside the organization."""

    id: UUID
    name: str
    email: str
    role: str
    active: bool
    joined_at: datetime
    team_ids: list[UUID]


class MembersOutput(Output):
    """A page of members."""

    items: list[MemberOutput]
    next_cursor: str | None


class InviteInput(Input):
    """Whom to invite, as what."""

    email: Email
    role: MemberRole


class InvitationOutput(Output):
    """An open invitation."""

    id: UUID
    email: str
    role: str
    invited_by: UUID
    created_at: datetime
    expires_at: datetime


class InvitedOutput(Output):
    """A new invitation; the link is shown once and opens once."""

    invitation: InvitationOutput
    link: str


class InvitationsOutput(Output):
    """The open invitations."""

    items: list[InvitationOutput]
    next_cursor: None = None


class TeamInput(Input):
    """A team to create."""

    name: Name
    member_ids: Annotated[tuple[UUID, ...], Field(max_length=500)] = ()


class TeamChangeInput(Input):
    """What changes of a team; what is absent stays."""

    name: Name | None = None
    member_ids: Annotated[list[UUID], Field(max_length=500)] | None = None


class TeamOutput(Output):
    """A team and who is in it."""

    id: UUID
    name: str
    member_ids: list[UUID]


class TeamsOutput(Output):
    """The teams."""

    items: list[TeamOutput]
    next_cursor: None = None


class ApiKeyInput(Input):
    """A key to make. Without `expires_at` it lives until it is revoked."""

    name: Name
    scopes: Scopes
    expires_at: AwareDatetime | None = None


class ApiKeyOutput(Output):
    """A key, without its secret. `last_used_at` is exact to the hour."""

    id: UUID
    name: str
    prefix: str
    scopes: list[str]
    created_by: UUID
    created_at: datetime
    expires_at: datetime | None
    last_used_at: datetime | None
    revoked_at: datetime | None


class NewApiKeyOutput(Output):
    """A new key and its secret, shown once."""

    api_key: ApiKeyOutput
    secret: str


class ApiKeysOutput(Output):
    """A page of keys, and the scopes that a key can be given."""

    items: list[ApiKeyOutput]
    next_cursor: str | None
    available_scopes: list[str]


class ActorOutput(Output):
    """Who did it."""

    kind: str
    id: UUID | None
    name: str


class AuditEntryOutput(Output):
    """A sensitive act. `seal_index` is its place in the chain, null for the second before it is sealed."""

    id: UUID
    at: datetime
    actor: ActorOutput
    session_id: UUID | None
    action: str
    subject_kind: str
    subject_id: str
    detail: dict[str, Any]
    seal_index: int | None


class AuditOutput(Output):
    """A page of the audit trail, the newest first, and every act that the trail knows, to filter by."""

    items: list[AuditEntryOutput]
    next_cursor: str | None
    actions: list[str]


class VerificationOutput(Output):
    """What a walk along the whole chain found. Keep `length` and `head`: shown later, they prove that nothing was cut off."""

    intact: bool
    length: int
    head: str
    first_bad: int | None
    reason: str | None
    unsealed: int
    unsealed_since: datetime | None


class GrantInput(Input):
    """A look into an organization to ask for, with the reason that it will read."""

    organization: Annotated[str, Field(max_length=48, pattern=r"^[a-z0-9-]+$")]
    reason: Sentence
    minutes: Annotated[int, Field(ge=5, le=480)]


class GrantOutput(Output):
    """A look of the platform's people into an organization."""

    id: UUID
    organization_id: UUID
    user_id: UUID
    user_name: str
    reason: str
    minutes: int
    state: str
    requested_at: datetime
    approved_at: datetime | None
    approved_by: UUID | None
    expires_at: datetime | None
    ended_at: datetime | None


class OwnGrantOutput(GrantOutput):
    """One that the caller asked for, with the organization's name."""

    organization_name: str


class GrantsOutput(Output):
    """What was asked of the organization."""

    items: list[GrantOutput]
    next_cursor: None = None


class OwnGrantsOutput(Output):
    """What the caller asked for."""

    items: list[OwnGrantOutput]
    next_cursor: None = None


def organization(one: Organization) -> OrganizationOutput:
    """Return an organization's wire shape."""
    return OrganizationOutput(
        id=one.id,
        name=one.name,
        slug=one.slug,
        time_zone=one.time_zone,
        solution=one.solution,
        consent=one.consent,
        bot_returns_after_minutes=one.bot_returns_after_minutes,
        created_at=one.created_at,
    )


def member(one: Member) -> MemberOutput:
    """Return a member's wire shape."""
    return MemberOutput(
        id=one.id,
        name=one.name,
        email=one.email,
        role=one.role,
        active=one.active,
        joined_at=one.joined_at,
        team_ids=list(one.teams),
    )


def invitation(one: Invitation) -> InvitationOutput:
    """Return an invitation's wire shape."""
    return InvitationOutput(
        id=one.id,
        email=one.email,
        role=one.role,
        invited_by=one.invited_by,
        created_at=one.created_at,
        expires_at=one.expires_at,
    )


def team(one: Team) -> TeamOutput:
    """Return a team's wire shape."""
    return TeamOutput(id=one.id, name=one.name, member_ids=list(one.members))


def api_key(one: ApiKey) -> ApiKeyOutput:
    """Return a key's wire shape."""
    return ApiKeyOutput(
        id=one.id,
        name=one.name,
        prefix=one.prefix,
        scopes=list(one.scopes),
        created_by=one.created_by,
        created_at=one.created_at,
        expires_at=one.expires_at,
        last_used_at=one.last_used_at,
        revoked_at=one.revoked_at,
    )


def audit_entry(one: AuditEntry, seal_index: int | None) -> AuditEntryOutput:
    """Return an audit entry's wire shape."""
    return AuditEntryOutput(
        id=one.id,
        at=one.at,
        actor=ActorOutput(kind=one.actor.kind, id=one.actor.id, name=one.actor.name),
        session_id=one.session,
        action=one.action,
        subject_kind=one.subject_kind,
        subject_id=one.subject_id,
        detail=dict(one.detail),
        seal_index=seal_index,
    )


def verification(found: Verification) -> VerificationOutput:
    """Return the wire shape of a walk along the chain."""
    return VerificationOutput(
        intact=found.intact,
        length=found.length,
        head=found.head.hex(),
        first_bad=found.first_bad,
        reason=found.reason,
        unsealed=found.unsealed,
        unsealed_since=found.unsealed_since,
    )


def grant(one: Grant, now: datetime) -> GrantOutput:
    """Return a grant's wire shape, its state as at `now`."""
    return GrantOutput(**_grant_parts(one, now))


def own_grant(one: Grant, name: str, now: datetime) -> OwnGrantOutput:
    """Return the wire shape of a grant that the caller asked for."""
    return OwnGrantOutput(**_grant_parts(one, now), organization_name=name)


def _grant_parts(one: Grant, now: datetime) -> dict[str, Any]:
    return {
        "id": one.id,
        "organization_id": one.organization,
        "user_id": one.user,
        "user_name": one.user_name,
        "reason": one.reason,
        "minutes": one.minutes,
        "state": one.state(now),
        "requested_at": one.requested_at,
        "approved_at": one.approved_at,
        "approved_by": one.approved_by,
        "expires_at": one.expires_at,
        "ended_at": one.ended_at,
    }
