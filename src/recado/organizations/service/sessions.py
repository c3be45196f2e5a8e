"""How does a session begin, go on, move to another organization, and end?"""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from recado.foundation.clock import system_clock
from recado.foundation.database import Transaction
from recado.foundation.errors import NotFound
from recado.foundation.identifiers import OrganizationId, new_id
from recado.foundation.secrets import token_hash
from recado.organizations.errors import SessionEnded
from recado.organizations.models import (
    Actor,
    ActorKind,
    KeyPrincipal,
    Membership,
    OpenedSession,
    OwnSession,
    Principal,
    Scope,
    SessionId,
    User,
    UserId,
)
from recado.organizations.rules.refresh import SESSION_LENGTH, Verdict, judge_refresh
from recado.organizations.service.audit_trail import audit
from recado.organizations.store import api_keys as key_store
from recado.organizations.store import sessions as store
from recado.organizations.store import users as user_store

_LONGEST_DEVICE = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Described:
    """A session, the person, and where else the person may go."""

    principal: Principal
    user: User
    memberships: list[Membership]


async def open_session(
    tx: Transaction, user: UserId, *, organization: OrganizationId | None, device: str
) -> OpenedSession:
    """Begin a session with a new id and a first refresh token (256 random bits)."""
    session, refresh = SessionId(new_id()), secrets.token_urlsafe(32)
    await store.start(
        tx,
        session,
        user=user,
        organization=organization,
        refresh=token_hash(refresh),
        device=device[:_LONGEST_DEVICE],
        expires_at=system_clock() + SESSION_LENGTH,
    )
    return OpenedSession(id=session, user=user, organization=organization, refresh=refresh)


async def refresh_session(tx: Transaction, refresh: str) -> OpenedSession | None:
    """Exchange a refresh token; None where it opens nothing. One that was used long ago ends its session for everybody."""
    token = await store.lock_refresh(tx, token_hash(refresh))
    if token is None:
        return None
    verdict = judge_refresh(token)
    if verdict is Verdict.REUSED:
        await store.end(tx, token.session, reason="refresh_reused")
        await _audit_reuse(tx, token.user, token.organization, token.session)
    if verdict is not Verdict.ROTATE or await store.check(tx, token.session) is None:
        return None
    fresh = secrets.token_urlsafe(32)
    await store.rotate_refresh(tx, old=token_hash(refresh), new=token_hash(fresh))
    return OpenedSession(id=token.session, user=token.user, organization=token.organization, refresh=fresh)


async def switch_organization(
    tx: Transaction, scope: Scope, organization: OrganizationId, *, device: str
) -> OpenedSession:
    """Leave the organization at hand for another of the person's; the old session ends. Raises `NotFound`."""
    if organization not in {one.organization for one in await store.memberships(tx, scope.user)}:
        raise NotFound
    if scope.session is not None:
        await store.end(tx, scope.session, reason="switched")
    opened = await open_session(tx, scope.user, organization=organization, device=device)
    await tx.enter(organization)
    await audit(tx, scope.actor, "session.started", subject=("session", opened.id), detail={"how": "switched"})
    return opened


async def sign_out(tx: Transaction, scope: Scope, *, everywhere: bool) -> None:
    """End the caller's session, or every one of theirs."""
    if everywhere:
        await store.end_all(tx, scope.user, reason="signed_out_everywhere")
    elif scope.session is not None:
        await store.end(tx, scope.session, reason="signed_out")
    if scope.organization in {one.organization for one in await store.memberships(tx, scope.user)}:
        await audit(tx, scope, "session.ended", subject=("session", str(scope.session)), detail={"all": everywhere})


async def own_sessions(tx: Transaction, scope: Scope) -> list[OwnSession]:
    """Return the caller's open sessions."""
    return await store.list_open(tx, scope.user)


async def end_own_session(tx: Transaction, scope: Scope, session: SessionId) -> None:
    """End another session of the caller; raise `NotFound` where it is not theirs."""
    if session not in {one.id for one in await store.list_open(tx, scope.user)}:
        raise NotFound
    await store.end(tx, session, reason="ended_by_owner")


async def check_session(tx: Transaction, session: SessionId) -> Principal | None:
    """Return who is behind a session right now."""
    return await store.check(tx, session)


async def check_key(tx: Transaction, key: str) -> KeyPrincipal | None:
    """Return what is behind an API key right now."""
    return await store.find_key(tx, token_hash(key))


async def note_key_use(tx: Transaction, key: KeyPrincipal) -> None:
    """Write down that the key was used, inside its organization."""
    await key_store.touch(tx, key.id)


async def describe(tx: Transaction, session: SessionId) -> Described:
    """Return what the person behind a session may see of it; raise `SessionEnded`."""
    principal = await store.check(tx, session)
    user = None if principal is None else await user_store.find_user(tx, principal.user)
    if principal is None or user is None:
        raise SessionEnded
    return Described(principal=principal, user=user, memberships=await store.memberships(tx, user.id))


async def audit_everywhere(tx: Transaction, user: UserId, action: str) -> None:
    """Write the entry into every organization of the person: each has to know that a key to its door changed."""
    person = await user_store.find_user(tx, user)
    if person is None:
        return
    before = tx.organization
    for one in await store.memberships(tx, user):
        await tx.enter(one.organization)
        await audit(tx, Actor(ActorKind.USER, user, person.name), action, subject=("member", user))
    if before is not None:
        await tx.enter(before)


async def _audit_reuse(tx: Transaction, user: UserId, organization: OrganizationId | None, session: SessionId) -> None:
    if organization is None:
        return
    await tx.enter(organization)
    actor = Actor(ActorKind.USER, user, "")
    await audit(tx, actor, "session.ended", subject=("session", session), detail={"reason": "refresh_reused"})
