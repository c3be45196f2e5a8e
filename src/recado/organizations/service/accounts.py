"""How do people of the installation come to be, and change their own account?"""

from __future__ import annotations

import base64
import os

import pyotp

from recado.foundation.clock import system_clock
from recado.foundation.database import Transaction
from recado.foundation.errors import NotFound
from recado.foundation.identifiers import new_id
from recado.foundation.secrets import MasterKey, token_hash
from recado.organizations.errors import EmailTaken, SessionEnded, TotpAlreadyOn, TotpRequired, WrongCredentials
from recado.organizations.models import Scope, User, UserId
from recado.organizations.rules.emails import read_email
from recado.organizations.rules.totp import enrolment_uri, matching_step
from recado.organizations.service.sessions import audit_everywhere
from recado.organizations.store import sessions as session_store
from recado.organizations.store import users as store

_RECOVERY_CODES = 8


async def create_user(
    tx: Transaction, *, email: str, name: str, password_hash: str, super_admin: bool = False
) -> UserId:
    """Store a person; raise `EmailTaken` or `BadEmail`. The hash comes from `Passwords.hash`, before the transaction."""
    user = UserId(new_id())
    if not await store.create_user(
        tx, user, email=read_email(email), name=name, password_hash=password_hash, super_admin=super_admin
    ):
        raise EmailTaken
    return user


async def find_user_id(tx: Transaction, email: str) -> UserId | None:
    """Return the person with this e-mail, for the command line of whoever runs the installation."""
    found = await store.find_candidate(tx, read_email(email), None)
    return found.id if found else None


async def reset_password(tx: Transaction, user: UserId, password_hash: str) -> None:
    """Set a password for somebody who lost theirs and end their sessions; for the command line of the installation."""
    if not await store.set_password(tx, user, password_hash, was=None, new=True):
        raise NotFound
    await session_store.end_all(tx, user, reason="password_reset")
    await audit_everywhere(tx, user, "session.password_reset")


async def set_user_disabled(tx: Transaction, user: UserId, *, disabled: bool) -> None:
    """Shut a person out of the whole installation, or let them in again; for its command line. Raises `NotFound`."""
    await audit_everywhere(tx, user, "session.user_disabled" if disabled else "session.user_enabled")
    if not await store.set_disabled(tx, user, disabled):
        raise NotFound
    if disabled:
        await session_store.end_all(tx, user, reason="disabled")


async def own_account(tx: Transaction, scope: Scope) -> User:
    """Return the caller's own account."""
    user = await store.find_user(tx, scope.user)
    if user is None or user.disabled:
        raise SessionEnded
    return user


async def change_password(tx: Transaction, user: User, password_hash: str) -> None:
    """Store the new hash and end every session of the person; raise `WrongCredentials` where it changed meanwhile."""
    if not await store.set_password(tx, user.id, password_hash, was=user.password_hash, new=True):
        raise WrongCredentials
    await session_store.end_all(tx, user.id, reason="password_changed")
    await audit_everywhere(tx, user.id, "session.password_changed")


async def rename(tx: Transaction, scope: Scope, name: str) -> None:
    """Change the caller's own name, in every organization of theirs; the platform's people may be in none."""
    await store.rename(tx, scope.user, name)
    await audit_everywhere(tx, scope.user, "members.renamed")


async def begin_totp(tx: Transaction, user: User, key: MasterKey) -> tuple[str, str]:
    """Keep a fresh secret and return it with its otpauth:// address; it counts once confirmed with a first code."""
    secret = pyotp.random_base32()
    if not await store.begin_totp(tx, user.id, key.seal(secret.encode(), context=_seal_context(user.id))):
        raise TotpAlreadyOn
    return secret, enrolment_uri(secret, email=user.email)


async def confirm_totp(tx: Transaction, user: User, code: str, key: MasterKey) -> list[str]:
    """Put the second factor in force and return the recovery codes, shown once; raise `TotpRequired` for a wrong code."""
    if user.totp_on:
        raise TotpAlreadyOn
    if not await _code_is_right(tx, user.id, user.totp_secret, user.totp_last_step, code, key):
        raise TotpRequired(reason="wrong")
    codes = [_recovery_code() for _ in range(_RECOVERY_CODES)]
    await store.confirm_totp(tx, user.id, [token_hash(_bare(one)) for one in codes])
    await audit_everywhere(tx, user.id, "session.totp_switched_on")
    return codes


async def drop_totp(tx: Transaction, user: User) -> None:
    """Switch the second factor off; the caller has verified the password."""
    await store.drop_totp(tx, user.id)
    await audit_everywhere(tx, user.id, "session.totp_switched_off")


async def second_factor_is_right(
    tx: Transaction, user: UserId, sealed: bytes, last_step: int, code: str, key: MasterKey
) -> bool:
    """Use up a one-time code, or a recovery code; False where it is wrong or was used before."""
    if await _code_is_right(tx, user, sealed, last_step, code, key):
        return True
    return await store.use_recovery_code(tx, user, token_hash(_bare(code)))


async def _code_is_right(
    tx: Transaction, user: UserId, sealed: bytes | None, last_step: int, code: str, key: MasterKey
) -> bool:
    if sealed is None:
        return False
    secret = key.open(sealed, context=_seal_context(user)).decode()
    step = matching_step(secret, code, now=system_clock(), last_used=last_step)
    return step is not None and await store.use_totp_step(tx, user, step)


def _seal_context(user: UserId) -> str:
    return f"users.totp_secret:{user}"


def _recovery_code() -> str:
    text = base64.b32encode(os.urandom(10)).decode().lower()
    return "-".join(text[start : start + 4] for start in range(0, len(text), 4))


def _bare(code: str) -> str:
    return code.replace("-", "").replace(" ", "").lower()
