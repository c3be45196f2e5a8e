"""What are organizations, the people and keys that enter them, and the traces they leave?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any, NewType
from uuid import UUID

from recado.foundation.identifiers import OrganizationId

UserId = NewType("UserId", UUID)
SessionId = NewType("SessionId", UUID)
TeamId = NewType("TeamId", UUID)
ApiKeyId = NewType("ApiKeyId", UUID)
SecretId = NewType("SecretId", UUID)
InvitationId = NewType("InvitationId", UUID)
GrantId = NewType("GrantId", UUID)
WebhookId = NewType("WebhookId", UUID)
DeliveryId = NewType("DeliveryId", UUID)

NOWHERE = OrganizationId(UUID(int=0))
"""Where somebody of the platform is who is inside no organization: row-level security shows nothing there."""


class Role(StrEnum):
    """As what somebody is inside an organization."""

    ORG_ADMIN = "org_admin"
    OPERATOR = "operator"
    AGENT = "agent"
    VIEWER = "viewer"
    SUPER_ADMIN = "super_admin"
    """Of the platform, inside an organization that granted it for a while."""
    PLATFORM = "platform"
    """Of the platform, inside no organization."""
    API_KEY = "api_key"


MEMBER_ROLES = (Role.ORG_ADMIN, Role.OPERATOR, Role.AGENT, Role.VIEWER)


class ActorKind(StrEnum):
    """What sort of author an act has."""

    USER = "user"
    API_KEY = "api_key"
    SYSTEM = "system"


@dataclass(frozen=True, slots=True)
class Actor:
    """Who did it."""

    kind: ActorKind
    id: UUID | None
    name: str


SYSTEM = Actor(ActorKind.SYSTEM, None, "Recado")


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """On whose behalf a request runs: read from its token alone and never changed by anything else in the request."""

    organization: OrganizationId
    actor: Actor
    role: Role
    permissions: frozenset[str]
    session: SessionId | None
    teams: frozenset[TeamId]
    grant: GrantId | None

    @property
    def user(self) -> UserId:
        """The person; `RuntimeError` for a key, which reaches no operation that needs one."""
        if self.actor.kind is not ActorKind.USER or self.actor.id is None:
            raise RuntimeError("this scope belongs to no person")
        return UserId(self.actor.id)

    def may(self, permission: str) -> bool:
        """Tell whether the permission is included."""
        return permission in self.permissions


@dataclass(frozen=True, slots=True, kw_only=True)
class Principal:
    """What the database says about a live session."""

    user: UserId
    organization: OrganizationId | None
    name: str
    role: Role
    teams: frozenset[TeamId]
    grant: GrantId | None


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyPrincipal:
    """What the database says about a live API key."""

    id: ApiKeyId
    organization: OrganizationId
    name: str
    scopes: frozenset[str]
    last_used_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """The account behind an e-mail, before its password was verified."""

    id: UserId
    name: str
    password_hash: str
    platform: bool
    totp_secret: bytes | None
    totp_last_step: int
    disabled: bool
    device_is_known: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class User:
    """A person of the installation, as that person may see themself."""

    id: UserId
    email: str
    name: str
    password_hash: str
    platform: bool
    totp_secret: bytes | None
    totp_on: bool
    totp_last_step: int
    disabled: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """An organization that a person may enter."""

    organization: OrganizationId
    name: str
    slug: str
    time_zone: str
    role: Role


@dataclass(frozen=True, slots=True)
class Ceiling:
    """At most `count` failed attempts under `key` in `window_s` seconds."""

    key: str
    count: int
    window_s: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Refresh:
    """A refresh token as it stands in the database, its session locked."""

    session: SessionId
    user: UserId
    organization: OrganizationId | None
    issued_at: datetime
    rotated_at: datetime | None
    session_expires_at: datetime
    ended: bool
    present: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedSession:
    """A session that just began or went on; `refresh` is the clear token, known here and in the cookie only."""

    id: SessionId
    user: UserId
    organization: OrganizationId | None
    refresh: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnSession:
    """One of a person's open sessions."""

    id: SessionId
    organization: OrganizationId | None
    device: str
    created_at: datetime
    last_used_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Organization:
    """A tenant. `bot_returns_after_minutes` None: the bot speaks again only when handed back."""

    id: OrganizationId
    name: str
    slug: str
    time_zone: str
    solution: str
    consent: str
    bot_returns_after_minutes: int | None
    created_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A person inside one organization."""

    id: UserId
    name: str
    email: str
    role: Role
    active: bool
    joined_at: datetime
    teams: tuple[TeamId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitation:
    """A way in for one e-mail, by a link that was shown once."""

    id: InvitationId
    email: str
    role: Role
    invited_by: UserId
    created_at: datetime
    expires_at: datetime
    accepted_at: datetime | None
    revoked_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Team:
    """People of one organization who share work."""

    id: TeamId
    name: str
    members: tuple[UserId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiKey:
    """A machine's way in; the secret itself is stored nowhere."""

    id: ApiKeyId
    name: str
    prefix: str
    scopes: tuple[str, ...]
    created_by: UserId
    created_at: datetime
    expires_at: datetime | None
    last_used_at: datetime | None
    revoked_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptSecret:
    """What may be known of a secret: its name and where it may travel, never what it is.

    `previous_until`: until then the value before the last change still signs webhooks beside the new one.
    """

    id: SecretId
    name: str
    origins: tuple[str, ...]
    created_at: datetime
    rotated_at: datetime
    previous_until: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Webhook:
    """An address outside that is told of facts. `state`: active, paused (by a person) or disabled (it kept failing)."""

    id: WebhookId
    name: str
    url: str
    facts: tuple[str, ...]
    state: str
    state_reason: str
    failing_since: datetime | None
    previous_until: datetime | None
    created_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class WebhookDelivery:
    """One fact on its way to one address. `state`: pending, delivered or failed; its id is the `webhook-id` of every try."""

    id: DeliveryId
    fact: str
    body: str
    state: str
    attempts: int
    next_at: datetime
    last_status: int | None
    last_error: str
    last_ms: int | None
    attempted_at: datetime | None
    created_at: datetime


class GrantState(StrEnum):
    """Where a grant stands."""

    REQUESTED = "requested"
    OPEN = "open"
    ENDED = "ended"


@dataclass(frozen=True, slots=True, kw_only=True)
class Grant:
    """A look of the platform's people into an organization."""

    id: GrantId
    organization: OrganizationId
    user: UserId
    user_name: str
    reason: str
    minutes: int
    requested_at: datetime
    approved_at: datetime | None
    approved_by: UserId | None
    expires_at: datetime | None
    ended_at: datetime | None

    def state(self, now: datetime) -> GrantState:
        """Return where the grant stands at `now`."""
        if self.ended_at is not None or (self.expires_at is not None and self.expires_at <= now):
            return GrantState.ENDED
        return GrantState.OPEN if self.approved_at is not None else GrantState.REQUESTED


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditEntry:
    """One sensitive act. `detail` holds ids and names of fields, never what a person wrote."""

    id: UUID
    at: datetime
    actor: Actor
    session: SessionId | None
    action: str
    subject_kind: str
    subject_id: str
    detail: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Seal:
    """The link of one entry in the chain of its organization."""

    index: int
    entry_id: UUID
    previous: bytes
    hash: bytes
    signature: bytes


Hours = tuple[tuple[int, int], ...]
"""Spans of one day in minutes since midnight, in order, without overlap; the end is the first minute outside."""


@dataclass(frozen=True, slots=True)
class OwnDay:
    """A day that differs from the week: closed where it has no hours. `every_year`: on that day and month each year."""

    day: date
    name: str
    hours: Hours
    every_year: bool = False
