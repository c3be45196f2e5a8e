"""How does somebody sign in, stay signed in, change organization, and sign out?"""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Cookie, Query, Request, Response

from recado.foundation.database import Transaction
from recado.foundation.errors import DomainError
from recado.foundation.identifiers import OrganizationId
from recado.organizations.access import Access, AccessOf, Caller, network_of_request
from recado.organizations.errors import SessionEnded
from recado.organizations.models import NOWHERE, OpenedSession, SessionId
from recado.organizations.rules import access_tokens
from recado.organizations.rules.refresh import IDLE
from recado.organizations.schemas import sessions as shapes
from recado.organizations.schemas.base import LARGEST_BODY
from recado.organizations.service import invitations, sessions, sign_in
from recado.organizations.service.sign_in import Knock, SignedIn

REFRESH_COOKIE = "__Host-recado_refresh"
DEVICE_COOKIE = "__Host-recado_device"
_A_YEAR_S = 365 * 24 * 3600
_LONGEST_TOKEN = 128

RefreshCookie = Annotated[str, Cookie(alias=REFRESH_COOKIE, max_length=_LONGEST_TOKEN, include_in_schema=False)]
DeviceCookie = Annotated[str, Cookie(alias=DEVICE_COOKIE, max_length=_LONGEST_TOKEN, include_in_schema=False)]

router = APIRouter(tags=["session"], max_body_size=LARGEST_BODY)


@router.post("/session", operation_id="session.start")
async def start(
    body: shapes.SignInInput, request: Request, response: Response, access: AccessOf, device: DeviceCookie = ""
) -> shapes.SessionOutput:
    """Sign in. 401 `wrong_credentials` or `totp_required`; 429 `too_many_attempts` with `retry_after_s`."""
    knock = _knock(body.email, request, access, device)
    async with access.database.transaction(None) as tx:
        begun = await sign_in.begin(tx, knock, access.key, access.limits)
    verified = await access.passwords.verify(begun.stored_hash, body.password)
    async with access.database.transaction(None) as tx:
        outcome = await sign_in.finish(tx, begun, verified, code=body.totp, key=access.key, limits=access.limits)
        answer = await _answer(tx, outcome, access)
    if isinstance(outcome, DomainError) or answer is None:
        raise outcome if isinstance(outcome, DomainError) else SessionEnded
    if verified.outdated and begun.candidate is not None:
        rehashed = await access.passwords.hash(body.password)
        async with access.database.transaction(None) as tx:
            await sign_in.keep_rehashed(tx, begun.candidate, rehashed)
    _keep_cookies(response, outcome)
    return answer


@router.post("/session/refresh", operation_id="session.refresh")
async def refresh(response: Response, access: AccessOf, token: RefreshCookie = "") -> shapes.SessionOutput:
    """Exchange the refresh cookie for a new access token and a new cookie; 401 `session_ended`."""
    async with access.database.transaction(None) as tx:
        opened = await sessions.refresh_session(tx, token)
        answer = None if opened is None else await describe(tx, opened, access)
    if opened is None or answer is None:
        access.checks.forget()
        raise SessionEnded
    keep_refresh(response, opened)
    return answer


@router.delete("/session", operation_id="session.end", status_code=204)
async def end(
    response: Response, scope: Caller, access: AccessOf, everywhere: Annotated[bool, Query()] = False
) -> None:
    """Sign out; with `everywhere`, end every session of the caller."""
    async with access.database.transaction(scope.organization) as tx:
        await sessions.sign_out(tx, scope, everywhere=everywhere)
    access.checks.forget()
    response.delete_cookie(REFRESH_COOKIE, path="/", secure=True, httponly=True, samesite="strict")
    response.headers["cache-control"] = "no-store"
    # Not the storage: the chosen theme lies there, and nothing of anybody's.
    response.headers["clear-site-data"] = '"cache"'


@router.get("/session/all", operation_id="session.list")
async def list_own(scope: Caller, access: AccessOf) -> shapes.OwnSessionsOutput:
    """List the caller's open sessions."""
    async with access.database.transaction(scope.organization) as tx:
        found = await sessions.own_sessions(tx, scope)
    return shapes.OwnSessionsOutput(items=[shapes.own_session(one, current=scope.session) for one in found])


@router.delete("/session/all/{session_id}", operation_id="session.end_other", status_code=204)
async def end_other(session_id: UUID, scope: Caller, access: AccessOf) -> None:
    """End one of the caller's sessions: a lost phone, a forgotten browser."""
    async with access.database.transaction(scope.organization) as tx:
        await sessions.end_own_session(tx, scope, SessionId(session_id))
    access.checks.forget()


@router.post("/session/organization", operation_id="session.switch")
async def switch(
    body: shapes.SwitchInput, request: Request, response: Response, scope: Caller, access: AccessOf
) -> shapes.SessionOutput:
    """Go on in another of the caller's organizations, in a new session; 404 where they may not enter."""
    device = request.headers.get("user-agent", "")
    async with access.database.transaction(None) as tx:
        opened = await sessions.switch_organization(
            tx, scope, OrganizationId(body.organization_id), device=printable(device)
        )
        answer = await describe(tx, opened, access)
    access.checks.forget()
    keep_refresh(response, opened)
    return answer


@router.post("/invitations/read", operation_id="invitations.read", tags=["members"])
async def read_invitation(
    body: shapes.InvitationTokenInput, request: Request, access: AccessOf
) -> shapes.InvitationShownOutput:
    """Show an invitation to whoever holds its link; 410 `invitation_gone`."""
    async with access.database.transaction(None) as tx:
        shown = await invitations.show(
            tx, body.token, network=network_of_request(request, access), key=access.key, limits=access.limits
        )
    return shapes.InvitationShownOutput(
        organization=shown.organization.name,
        email=shown.invitation.email,
        role=shown.invitation.role,
        expires_at=shown.invitation.expires_at,
    )


@router.post("/invitations/accept", operation_id="invitations.accept", tags=["members"])
async def accept_invitation(
    body: shapes.AcceptInput, request: Request, response: Response, access: AccessOf, device: DeviceCookie = ""
) -> shapes.SessionOutput:
    """Join with a link, once, and be signed in; 410 `invitation_gone`, 422 `weak_password`, 401 as for signing in."""
    knock = _knock("", request, access, device)
    async with access.database.transaction(None) as tx:
        arriving = await invitations.arrive(
            tx, body.token, name=body.name, knock=knock, key=access.key, limits=access.limits
        )
    invitations.check_new_password(arriving, body.password)
    new_hash = await access.passwords.hash(body.password) if arriving.is_new else None
    verified = await access.passwords.verify(arriving.begun.stored_hash, body.password)
    async with access.database.transaction(None) as tx:
        outcome = await invitations.join(
            tx,
            body.token,
            arriving,
            verified=verified,
            new_hash=new_hash,
            code=body.totp,
            key=access.key,
            limits=access.limits,
        )
        answer = await _answer(tx, outcome, access)
    if isinstance(outcome, DomainError) or answer is None:
        raise outcome if isinstance(outcome, DomainError) else SessionEnded
    _keep_cookies(response, outcome)
    return answer


async def describe(tx: Transaction, opened: OpenedSession, access: Access) -> shapes.SessionOutput:
    """Return the answer for a session that began or went on, with a fresh access token."""
    token = access_tokens.AccessToken(user=opened.user, session=opened.id, organization=opened.organization or NOWHERE)
    text = access_tokens.issue(token, key=access.token_key, now=access.clock())
    return shapes.session(await sessions.describe(tx, opened.id), text)


def keep_refresh(response: Response, opened: OpenedSession) -> None:
    """Put the refresh token where only our own pages send it back and no script can read it."""
    _keep_cookie(response, REFRESH_COOKIE, opened.refresh, int(IDLE.total_seconds()))
    response.headers["cache-control"] = "no-store"


def printable(text: str) -> str:
    """Return what of a header can be stored and shown."""
    return "".join(char for char in text if char.isprintable())


async def _answer(tx: Transaction, outcome: SignedIn | DomainError, access: Access) -> shapes.SessionOutput | None:
    return None if isinstance(outcome, DomainError) else await describe(tx, outcome.session, access)


def _knock(email: str, request: Request, access: Access, device: str) -> Knock:
    return Knock(
        email=email,
        network=network_of_request(request, access),
        device_token=device or None,
        device_name=printable(request.headers.get("user-agent", "")),
    )


def _keep_cookies(response: Response, outcome: SignedIn) -> None:
    keep_refresh(response, outcome.session)
    if outcome.new_device is not None:
        _keep_cookie(response, DEVICE_COOKIE, outcome.new_device, _A_YEAR_S)


def _keep_cookie(response: Response, name: str, value: str, seconds: int) -> None:
    response.set_cookie(name, value, max_age=seconds, path="/", secure=True, httponly=True, samesite="strict")
