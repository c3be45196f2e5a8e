"""How does somebody sign in, without the answer telling who has an account?

Three steps, because a hash takes longer than a transaction should: `begin` (count, look up), the caller verifies the
password with no transaction open, `finish` (second factor, session). Unknown, wrong and disabled take the same steps.
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass

from recado.foundation.database import Transaction
from recado.foundation.errors import DomainError
from recado.foundation.identifiers import OrganizationId
from recado.foundation.secrets import MasterKey, token_hash
from recado.organizations.errors import TooManyAttempts, TotpRequired, WrongCredentials
from recado.organizations.models import Actor, ActorKind, Candidate, Ceiling, OpenedSession, UserId
from recado.organizations.rules.attempts import (
    AttemptLimits,
    code_ceilings,
    secret_ceilings,
    sign_in_ceilings,
)
from recado.organizations.rules.emails import attempt_email
from recado.organizations.service.accounts import second_factor_is_right
from recado.organizations.service.audit_trail import audit
from recado.organizations.service.passwords import Verified
from recado.organizations.service.sessions import open_session
from recado.organizations.store import attempts, sessions, users


@dataclass(frozen=True, slots=True, kw_only=True)
class Knock:
    """Who asks to come in: what they typed, and where they stand. `network` and `device` as the request showed them."""

    email: str
    network: str
    device_token: str | None
    device_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Begun:
    """What is known before the password was verified."""

    knock: Knock
    candidate: Candidate | None
    ceilings: tuple[Ceiling, ...]

    @property
    def stored_hash(self) -> str | None:
        """The hash to compare with; None where the account does not exist or is disabled."""
        return None if self.candidate is None or self.candidate.disabled else self.candidate.password_hash


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedIn:
    """The session that began; `new_device` is a token for the browser to keep, where it had none of this account."""

    session: OpenedSession
    new_device: str | None


async def begin(tx: Transaction, knock: Knock, key: MasterKey, limits: AttemptLimits) -> Begun:
    """Look the account up and count the attempt; raise `TooManyAttempts` before anything is hashed."""
    email = attempt_email(knock.email)
    device = token_hash(knock.device_token) if knock.device_token else None
    candidate = await users.find_candidate(tx, email, device)
    known = device if candidate is not None and candidate.device_is_known else None
    ceilings = sign_in_ceilings(
        key.token(b"account:" + email.encode("utf-8", "surrogatepass")),
        key.token(b"network:" + knock.network.encode()),
        key.token(known) if known else None,
        limits,
    )
    await count_attempt(tx, ceilings)
    return Begun(knock=knock, candidate=candidate, ceilings=ceilings)


async def finish(
    tx: Transaction, begun: Begun, verified: Verified, *, code: str | None, key: MasterKey, limits: AttemptLimits
) -> SignedIn | DomainError:
    """Open the session, or return the refusal for the caller to raise after the commit: what was counted must stay."""
    candidate = await check_candidate(tx, begun, verified, code=code, key=key, limits=limits)
    if isinstance(candidate, DomainError):
        return candidate
    places = await sessions.memberships(tx, candidate.id)
    if not places and not candidate.platform:
        return WrongCredentials()
    return await enter_as(
        tx,
        begun,
        user=candidate.id,
        name=candidate.name,
        organization=places[0].organization if places else None,
        device_is_known=candidate.device_is_known,
        how="password",
    )


async def check_candidate(
    tx: Transaction, begun: Begun, verified: Verified, *, code: str | None, key: MasterKey, limits: AttemptLimits
) -> Candidate | DomainError:
    """Return the person whose password and second factor are right, or the refusal."""
    candidate = begun.candidate
    if candidate is None or not verified.right:
        return WrongCredentials()
    refusal = await _second_factor(tx, candidate, code, key, limits)
    if not isinstance(refusal, TotpRequired) or refusal.data["reason"] == "missing":
        await attempts.refund(tx, begun.ceilings)
    return refusal or candidate


async def enter_as(
    tx: Transaction,
    begun: Begun,
    *,
    user: UserId,
    name: str,
    organization: OrganizationId | None,
    device_is_known: bool,
    how: str,
) -> SignedIn:
    """Open the session, remember the device, and write both down in the organization that is entered."""
    opened = await open_session(tx, user, organization=organization, device=begun.knock.device_name)
    shown = begun.knock.device_token
    token = shown if shown and device_is_known else secrets.token_urlsafe(32)
    await users.remember_device(tx, user, token_hash(token))
    if organization is not None:
        await tx.enter(organization)
        actor = Actor(ActorKind.USER, user, name)
        detail = {"how": how, "new_device": not device_is_known}
        await audit(tx, actor, "session.started", subject=("session", opened.id), detail=detail)
    return SignedIn(session=opened, new_device=None if token == shown else token)


async def keep_rehashed(tx: Transaction, candidate: Candidate, password_hash: str) -> None:
    """Replace a hash of older parameters, unless the password was changed meanwhile."""
    await users.set_password(tx, candidate.id, password_hash, was=candidate.password_hash, new=False)


async def count_attempt(tx: Transaction, ceilings: Sequence[Ceiling]) -> None:
    """Count one attempt or raise `TooManyAttempts`."""
    if wait := await attempts.count(tx, ceilings):
        raise TooManyAttempts(retry_after_s=wait)


async def refund_attempt(tx: Transaction, ceilings: Sequence[Ceiling]) -> None:
    """Take an attempt back that did not fail."""
    await attempts.refund(tx, ceilings)


async def count_secret_shown(tx: Transaction, kind: str, network: str, key: MasterKey, limits: AttemptLimits) -> None:
    """Count that somebody showed a long random secret without an account, or raise `TooManyAttempts`."""
    await count_attempt(tx, secret_ceilings(kind, key.token(b"network:" + network.encode()), limits))


async def _second_factor(
    tx: Transaction, candidate: Candidate, code: str | None, key: MasterKey, limits: AttemptLimits
) -> DomainError | None:
    if candidate.totp_secret is None:
        return None
    if not code:
        return TotpRequired(reason="missing")
    ceilings = code_ceilings(str(candidate.id), limits)
    if wait := await attempts.count(tx, ceilings):
        return TooManyAttempts(retry_after_s=wait)
    if await second_factor_is_right(tx, candidate.id, candidate.totp_secret, candidate.totp_last_step, code, key):
        await attempts.refund(tx, ceilings)
        return None
    return TotpRequired(reason="wrong")
