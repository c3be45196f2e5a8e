"""How are sessions and their refresh tokens kept? By the definer functions of migration 0009 alone."""

from __future__ import annotations

from datetime import datetime, timedelta

from recado.foundation.database import Transaction
from recado.foundation.identifiers import OrganizationId
from recado.organizations.models import (
    KeyPrincipal,
    Membership,
    OwnSession,
    Principal,
    Refresh,
    Role,
    SessionId,
    UserId,
)

FIND_MEMBERSHIPS = "select * from find_memberships($1)"


async def memberships(tx: Transaction, user: UserId) -> list[Membership]:
    """Return the organizations the person may enter, by name; those of a running grant with role super_admin."""
    return [
        Membership(
            organization=row["organization_id"],
            name=row["name"],
            slug=row["slug"],
            time_zone=row["time_zone"],
            role=Role(row["role"]),
        )
        for row in await tx.fetch(FIND_MEMBERSHIPS, user)
    ]


START_SESSION = "select start_session($1, $2, $3, $4, $5, $6)"


async def start(
    tx: Transaction,
    session: SessionId,
    *,
    user: UserId,
    organization: OrganizationId | None,
    refresh: bytes,
    device: str,
    expires_at: datetime,
) -> None:
    """Store a session with the hash of its first refresh token."""
    await tx.execute(START_SESSION, session, user, organization, refresh, device, expires_at)


CHECK_SESSION = "select * from check_session($1)"


async def check(tx: Transaction, session: SessionId) -> Principal | None:
    """Return who is behind the session and what they are there now; None where it or they may not enter any more."""
    row = await tx.fetchrow(CHECK_SESSION, session)
    if row is None:
        return None
    return Principal(
        user=row["user_id"],
        organization=row["organization_id"],
        name=row["name"],
        role=Role(row["role"]),
        teams=frozenset(row["teams"]),
        grant=row["grant_id"],
    )


FIND_API_KEY = "select * from find_api_key($1)"


async def find_key(tx: Transaction, key_hash: bytes) -> KeyPrincipal | None:
    """Return the living key with this hash."""
    row = await tx.fetchrow(FIND_API_KEY, key_hash)
    if row is None:
        return None
    return KeyPrincipal(
        id=row["id"],
        organization=row["organization_id"],
        name=row["name"],
        scopes=frozenset(row["scopes"]),
        last_used_at=row["last_used_at"],
    )


LOCK_REFRESH = "select * from lock_refresh($1)"


async def lock_refresh(tx: Transaction, token: bytes) -> Refresh | None:
    """Return the refresh token with this hash and lock its session until the end of the transaction."""
    row = await tx.fetchrow(LOCK_REFRESH, token)
    if row is None:
        return None
    return Refresh(
        session=row["session_id"],
        user=row["user_id"],
        organization=row["organization_id"],
        issued_at=row["issued_at"],
        rotated_at=row["rotated_at"],
        session_expires_at=row["session_expires_at"],
        ended=row["ended"],
        present=row["present"],
    )


ROTATE_REFRESH = "select rotate_refresh($1, $2)"


async def rotate_refresh(tx: Transaction, *, old: bytes, new: bytes) -> None:
    """Add the new token's hash to the session and mark the old one as rotated."""
    await tx.execute(ROTATE_REFRESH, old, new)


END_SESSION = "select end_session($1, $2)"


async def end(tx: Transaction, session: SessionId, *, reason: str) -> bool:
    """End the session; False where it had ended."""
    return bool(await tx.fetchval(END_SESSION, session, reason))


END_USER_SESSIONS = "select end_user_sessions($1, $2)"


async def end_all(tx: Transaction, user: UserId, *, reason: str) -> int:
    """End every session of the person, in every organization; return how many."""
    ended: int = await tx.fetchval(END_USER_SESSIONS, user, reason)
    return ended


END_MEMBER_SESSIONS = "select end_member_sessions($1, $2)"


async def end_here(tx: Transaction, user: UserId, *, reason: str) -> int:
    """End the person's sessions inside the organization at hand, and no other; return how many."""
    ended: int = await tx.fetchval(END_MEMBER_SESSIONS, user, reason)
    return ended


LIST_USER_SESSIONS = "select * from list_user_sessions($1)"


async def list_open(tx: Transaction, user: UserId) -> list[OwnSession]:
    """Return the person's open sessions, the last used first."""
    return [
        OwnSession(
            id=row["id"],
            organization=row["organization_id"],
            device=row["device"],
            created_at=row["created_at"],
            last_used_at=row["last_used_at"],
        )
        for row in await tx.fetch(LIST_USER_SESSIONS, user)
    ]


FORGET_OLD_ACCESS = "select forget_old_access($1)"


async def forget_old(tx: Transaction, keep: timedelta) -> int:
    """Remove what nobody can use any more and is older than `keep`; return how many sessions went."""
    gone: int = await tx.fetchval(FORGET_OLD_ACCESS, keep)
    return gone
