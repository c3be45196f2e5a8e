"""What may people do with their own account: see it, rename it, change its password and its second factor?"""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from recado.organizations.access import Access, AccessOf, Caller
from recado.organizations.api.sessions import keep_refresh, printable
from recado.organizations.errors import SessionEnded, WrongCredentials
from recado.organizations.models import NOWHERE, Scope, User
from recado.organizations.rules.attempts import code_ceilings
from recado.organizations.rules.passwords import check_password
from recado.organizations.schemas import sessions as shapes
from recado.organizations.schemas.base import LARGEST_BODY
from recado.organizations.service import accounts, sessions, sign_in

router = APIRouter(tags=["session"], max_body_size=LARGEST_BODY)


@router.get("/me", operation_id="me.read")
async def read_me(scope: Caller, access: AccessOf) -> shapes.MeOutput:
    """Say who is signed in, where, and what they may do there."""
    if scope.session is None:
        raise SessionEnded
    async with access.database.transaction(scope.organization) as tx:
        return shapes.me(await sessions.describe(tx, scope.session))


@router.patch("/me", operation_id="me.change")
async def change_me(body: shapes.NameInput, scope: Caller, access: AccessOf) -> shapes.MeOutput:
    """Change the caller's own name, in every organization of theirs."""
    if scope.session is None:
        raise SessionEnded
    async with access.database.transaction(scope.organization) as tx:
        await accounts.rename(tx, scope, body.name)
        described = await sessions.describe(tx, scope.session)
    access.checks.forget()
    return shapes.me(described)


@router.post("/session/password", operation_id="session.change_password", status_code=204)
async def change_password(
    body: shapes.PasswordInput, request: Request, response: Response, scope: Caller, access: AccessOf
) -> None:
    """Change the password. Every session ends, this one too: the cookie that comes back opens a new one by refreshing."""
    user = await _owner_proved(scope, access, body.current)
    check_password(body.new, about=(user.name, user.email))
    new_hash = await access.passwords.hash(body.new)
    device = printable(request.headers.get("user-agent", ""))
    organization = None if scope.organization == NOWHERE else scope.organization
    async with access.database.transaction(scope.organization) as tx:
        await accounts.change_password(tx, user, new_hash)
        opened = await sessions.open_session(tx, user.id, organization=organization, device=device)
    access.checks.forget()
    keep_refresh(response, opened)


@router.post("/session/totp", operation_id="session.begin_totp")
async def begin_totp(body: shapes.OwnPasswordInput, scope: Caller, access: AccessOf) -> shapes.TotpOutput:
    """Begin to set up a second factor; it counts once confirmed."""
    user = await _owner_proved(scope, access, body.password)
    async with access.database.transaction(scope.organization) as tx:
        secret, uri = await accounts.begin_totp(tx, user, access.key)
    return shapes.TotpOutput(secret=secret, uri=uri)


@router.post("/session/totp/confirm", operation_id="session.confirm_totp")
async def confirm_totp(body: shapes.TotpInput, scope: Caller, access: AccessOf) -> shapes.RecoveryOutput:
    """Put the second factor in force with a first code; the recovery codes are shown once."""
    async with access.database.transaction(scope.organization) as tx:
        await sign_in.count_attempt(tx, code_ceilings(str(scope.user), access.limits))
    async with access.database.transaction(scope.organization) as tx:
        user = await accounts.own_account(tx, scope)
        codes = await accounts.confirm_totp(tx, user, body.code, access.key)
    return shapes.RecoveryOutput(recovery_codes=codes)


@router.post("/session/totp/drop", operation_id="session.drop_totp", status_code=204)
async def drop_totp(body: shapes.OwnPasswordInput, scope: Caller, access: AccessOf) -> None:
    """Switch the second factor off."""
    user = await _owner_proved(scope, access, body.password)
    async with access.database.transaction(scope.organization) as tx:
        await accounts.drop_totp(tx, user)


async def _owner_proved(scope: Scope, access: Access, password: str) -> User:
    """Return the caller's account once they typed their password again; guesses are counted like codes."""
    ceilings = code_ceilings(f"own:{scope.user}", access.limits)
    async with access.database.transaction(scope.organization) as tx:
        await sign_in.count_attempt(tx, ceilings)
        user = await accounts.own_account(tx, scope)
    verified = await access.passwords.verify(user.password_hash, password)
    if not verified.right:
        raise WrongCredentials
    async with access.database.transaction(scope.organization) as tx:
        await sign_in.refund_attempt(tx, ceilings)
    return user
