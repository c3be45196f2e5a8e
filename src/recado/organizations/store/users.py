"""How are the people of the installation kept? Their table has one door, the definer functions of migration 0009."""

from __future__ import annotations

from collections.abc import Sequence

from recado.foundation.database import Row, Transaction
from recado.organizations.models import Candidate, User, UserId

FIND_SIGN_IN = "select * from find_sign_in($1, $2)"


async def find_candidate(tx: Transaction, email: str, device: bytes | None) -> Candidate | None:
    """Return the account behind an e-mail, and whether the device (its token's hash) has signed in to it before."""
    row = await tx.fetchrow(FIND_SIGN_IN, email, device)
    if row is None:
        return None
    return Candidate(
        id=row["id"],
        name=row["name"],
        password_hash=row["password_hash"],
        platform=row["platform_role"] == "super_admin",
        totp_secret=row["totp_secret"],
        totp_last_step=row["totp_last_step"],
        disabled=row["disabled"],
        device_is_known=row["device_is_known"],
    )


FIND_USER = "select * from find_user($1)"


async def find_user(tx: Transaction, user: UserId) -> User | None:
    """Return a person; only for what that person does with their own account."""
    row = await tx.fetchrow(FIND_USER, user)
    return None if row is None else _user(row)


CREATE_USER = "select create_user($1, $2, $3, $4, $5)"


async def create_user(
    tx: Transaction, user: UserId, *, email: str, name: str, password_hash: str, super_admin: bool
) -> bool:
    """Store a person; False where the e-mail is taken."""
    role = "super_admin" if super_admin else ""
    return bool(await tx.fetchval(CREATE_USER, user, email, name, password_hash, role))


SET_PASSWORD = "select set_password($1, $2, $3, $4)"  # noqa: S105  # SQL, no secret


async def set_password(tx: Transaction, user: UserId, password_hash: str, *, was: str | None, new: bool) -> bool:
    """Store a hash; with `was`, only where that one still stands there. Return whether it was stored.

    `new` tells a changed password from the same one hashed again.
    """
    return bool(await tx.fetchval(SET_PASSWORD, user, was, password_hash, new))


RENAME_USER = "select rename_user($1, $2)"


async def rename(tx: Transaction, user: UserId, name: str) -> None:
    """Change the name, here and in every organization of the person."""
    await tx.execute(RENAME_USER, user, name)


SET_USER_DISABLED = "select set_user_disabled($1, $2)"


async def set_disabled(tx: Transaction, user: UserId, disabled: bool) -> bool:
    """Shut a person out or let them in again; False where there is none."""
    return bool(await tx.fetchval(SET_USER_DISABLED, user, disabled))


REMEMBER_DEVICE = "select remember_device($1, $2)"


async def remember_device(tx: Transaction, user: UserId, device: bytes) -> None:
    """Note that this device (its token's hash) signed in to this account."""
    await tx.execute(REMEMBER_DEVICE, user, device)


BEGIN_TOTP = "select begin_totp($1, $2)"


async def begin_totp(tx: Transaction, user: UserId, sealed: bytes) -> bool:
    """Keep a sealed secret that is not in force yet; False where one already is."""
    return bool(await tx.fetchval(BEGIN_TOTP, user, sealed))


CONFIRM_TOTP = "select confirm_totp($1, $2)"


async def confirm_totp(tx: Transaction, user: UserId, codes: Sequence[bytes]) -> bool:
    """Put the kept secret in force, with the hashes of the recovery codes; False where there was none to confirm."""
    return bool(await tx.fetchval(CONFIRM_TOTP, user, list(codes)))


DROP_TOTP = "select drop_totp($1)"


async def drop_totp(tx: Transaction, user: UserId) -> None:
    """Forget the second factor."""
    await tx.execute(DROP_TOTP, user)


USE_TOTP_STEP = "select use_totp_step($1, $2)"


async def use_totp_step(tx: Transaction, user: UserId, step: int) -> bool:
    """Mark the step as used; False where it, or a later one, was used already."""
    return bool(await tx.fetchval(USE_TOTP_STEP, user, step))


USE_RECOVERY_CODE = "select use_recovery_code($1, $2)"


async def use_recovery_code(tx: Transaction, user: UserId, code: bytes) -> bool:
    """Use up a recovery code (its hash); False where there is no such code."""
    return bool(await tx.fetchval(USE_RECOVERY_CODE, user, code))


def _user(row: Row) -> User:
    return User(
        id=row["id"],
        email=row["email"],
        name=row["name"],
        password_hash=row["password_hash"],
        platform=row["platform_role"] == "super_admin",
        totp_secret=row["totp_secret"],
        totp_on=row["totp_confirmed_at"] is not None,
        totp_last_step=row["totp_last_step"],
        disabled=row["disabled"],
    )
