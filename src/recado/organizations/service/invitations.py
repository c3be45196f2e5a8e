"""How does somebody with an invitation's link come in: as a new person, or with the account they already have?"""

from __future__ import annotations

from dataclasses import dataclass

from recado.foundation.database import Transaction
from recado.foundation.errors import DomainError
from recado.foundation.secrets import MasterKey
from recado.organizations.models import Invitation, Organization
from recado.organizations.rules.attempts import AttemptLimits
from recado.organizations.rules.passwords import check_password
from recado.organizations.service.accounts import create_user
from recado.organizations.service.members import accept_invitation, open_invitation
from recado.organizations.service.organizations import get_organization
from recado.organizations.service.passwords import Verified
from recado.organizations.service.sign_in import (
    Begun,
    Knock,
    SignedIn,
    begin,
    check_candidate,
    count_secret_shown,
    enter_as,
    refund_attempt,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """An open invitation, for whoever holds its link."""

    organization: Organization
    invitation: Invitation


@dataclass(frozen=True, slots=True, kw_only=True)
class Arriving:
    """Somebody who answers an invitation: what they typed, and what is known of them."""

    begun: Begun
    shown: Shown
    name: str

    @property
    def is_new(self) -> bool:
        """Whether the installation does not know the e-mail yet."""
        return self.begun.candidate is None


async def show(tx: Transaction, token: str, *, network: str, key: MasterKey, limits: AttemptLimits) -> Shown:
    """Return the invitation behind a token; raise `InvitationGone` or `TooManyAttempts`."""
    await count_secret_shown(tx, "invitation", network, key, limits)
    _organization, invitation = await open_invitation(tx, token)
    return Shown(organization=await get_organization(tx), invitation=invitation)


async def arrive(
    tx: Transaction, token: str, *, name: str, knock: Knock, key: MasterKey, limits: AttemptLimits
) -> Arriving:
    """Look up who answers; `knock.email` is ignored for the invitation's own. Counted like any attempt to sign in."""
    _organization, invitation = await open_invitation(tx, token)
    theirs = Knock(
        email=invitation.email,
        network=knock.network,
        device_token=knock.device_token,
        device_name=knock.device_name,
    )
    begun = await begin(tx, theirs, key, limits)
    if begun.candidate is None:
        await refund_attempt(tx, begun.ceilings)  # nobody's password is being guessed
    return Arriving(begun=begun, shown=Shown(organization=await get_organization(tx), invitation=invitation), name=name)


def check_new_password(arriving: Arriving, password: str) -> None:
    """Raise `WeakPassword` for somebody new; whoever has an account types the password they have."""
    if arriving.is_new:
        about = (arriving.name, arriving.shown.invitation.email, arriving.shown.organization.name)
        check_password(password, about=about)


async def join(
    tx: Transaction,
    token: str,
    arriving: Arriving,
    *,
    verified: Verified,
    new_hash: str | None,
    code: str | None,
    key: MasterKey,
    limits: AttemptLimits,
) -> SignedIn | DomainError:
    """Make the person a member and open their session, or return the refusal to raise after the commit."""
    organization, invitation = await open_invitation(tx, token)
    email = invitation.email
    if new_hash is not None and arriving.is_new:
        user = await create_user(tx, email=email, name=arriving.name, password_hash=new_hash)
        name, device_is_known = arriving.name, False
    else:
        candidate = await check_candidate(tx, arriving.begun, verified, code=code, key=key, limits=limits)
        if isinstance(candidate, DomainError):
            return candidate
        user, name, device_is_known = candidate.id, candidate.name, candidate.device_is_known
    await accept_invitation(tx, invitation, user, name=name, email=email)
    return await enter_as(
        tx,
        arriving.begun,
        user=user,
        name=name,
        organization=organization,
        device_is_known=device_is_known,
        how="invitation",
    )
