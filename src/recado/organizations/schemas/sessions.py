"""How do sign-in and the caller's own account look on the wire?"""

from __future__ import annotations

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import Field

from recado.organizations.models import OwnSession, Role
from recado.organizations.permissions import permissions_of
from recado.organizations.rules.access_tokens import LIFETIME
from recado.organizations.schemas.base import Code, Email, Input, Name, Output, Password, Token
from recado.organizations.service.sessions import Described


class SignInInput(Input):
    """E-mail and password, and the code once `totp_required` was answered."""

    email: Email
    password: Password
    totp: Code | None = None


class SwitchInput(Input):
    """The organization to go on in."""

    organization_id: UUID


class PasswordInput(Input):
    """The password of now and the one to come: 8 to 128 characters."""

    current: Password
    new: Password


class OwnPasswordInput(Input):
    """The password, again: for what must not be done by whoever sits down at an open screen."""

    password: Password


class TotpInput(Input):
    """The first code of an authenticator app."""

    code: Code


class NameInput(Input):
    """The caller's own name."""

    name: Name


class InvitationTokenInput(Input):
    """The token of an invitation's link."""

    token: Token


class AcceptInput(Input):
    """The answer to an invitation; whoever has an account types the password they have."""

    token: Token
    name: Name
    password: Password
    totp: Code | None = None


class UserOutput(Output):
    """A person, as that person sees themself."""

    id: UUID
    name: str
    email: str


class PlaceOutput(Output):
    """The organization at hand."""

    id: UUID
    name: str
    slug: str
    time_zone: str


class ChoiceOutput(Output):
    """An organization to switch to."""

    id: UUID
    name: str
    role: str


class MeOutput(Output):
    """Who is signed in, where, and what they may do there. `organization` is null for the platform's people outside of one."""

    user: UserOutput
    organization: PlaceOutput | None
    role: str
    permissions: list[str]
    organizations: list[ChoiceOutput]
    totp_on: bool


class SessionOutput(MeOutput):
    """A session that began or went on. `expires_in` is in seconds."""

    access_token: str
    expires_in: Annotated[int, Field(gt=0)]


class OwnSessionOutput(Output):
    """One of the caller's open sessions."""

    id: UUID
    device: str
    organization_id: UUID | None
    created_at: datetime
    last_used_at: datetime
    current: bool


class OwnSessionsOutput(Output):
    """The caller's open sessions."""

    items: list[OwnSessionOutput]
    next_cursor: None = None


class TotpOutput(Output):
    """What an authenticator app needs; shown once."""

    secret: str
    uri: str


class RecoveryOutput(Output):
    """Codes for the day the phone is lost; each works once, and they are shown once."""

    recovery_codes: list[str]


class InvitationShownOutput(Output):
    """What somebody with the link may know before answering."""

    organization: str
    email: str
    role: Role
    expires_at: datetime


def me(described: Described) -> MeOutput:
    """Return the caller's own view of their session."""
    return MeOutput(**_parts(described))  # type: ignore[arg-type]  # the parts below, by name


def session(described: Described, access_token: str) -> SessionOutput:
    """Return a session that began or went on."""
    return SessionOutput(
        **_parts(described),  # type: ignore[arg-type]  # the parts below, by name
        access_token=access_token,
        expires_in=int(LIFETIME.total_seconds()),
    )


def own_session(one: OwnSession, *, current: object) -> OwnSessionOutput:
    """Return an open session of the caller."""
    return OwnSessionOutput(
        id=one.id,
        device=one.device,
        organization_id=one.organization,
        created_at=one.created_at,
        last_used_at=one.last_used_at,
        current=one.id == current,
    )


def _parts(described: Described) -> dict[str, object]:
    principal, user = described.principal, described.user
    here = next((one for one in described.memberships if one.organization == principal.organization), None)
    return {
        "user": UserOutput(id=user.id, name=user.name, email=user.email),
        "organization": here
        and PlaceOutput(id=here.organization, name=here.name, slug=here.slug, time_zone=here.time_zone),
        "role": Role.SUPER_ADMIN if principal.role is Role.PLATFORM else principal.role,
        "permissions": sorted(permissions_of(principal.role)),
        "organizations": [
            ChoiceOutput(id=one.organization, name=one.name, role=one.role) for one in described.memberships
        ],
        "totp_on": user.totp_on,
    }
