"""Who is calling, and may they?

The one door of every API room to authentication: `Caller` is the scope of the request, read from its token alone. `guard` is
mounted on the whole API, so that a route which forgets to ask is still refused: the operation (the route's operation id) is
looked up in the permission matrix, and what is not there is refused.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Annotated
from urllib.parse import urlsplit

from fastapi import Depends, Request, Security
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from recado.foundation.clock import Clock, monotonic, system_clock
from recado.foundation.database import Database
from recado.foundation.networks import client_address, network_of
from recado.foundation.secrets import MasterKey
from recado.organizations.errors import ForeignOrigin, NotPermitted, SessionEnded
from recado.organizations.models import (
    NOWHERE,
    Actor,
    ActorKind,
    KeyPrincipal,
    Principal,
    Role,
    Scope,
    SessionId,
)
from recado.organizations.permissions import KEY_SCOPES, PUBLIC, permission_for, permissions_of
from recado.organizations.rules import access_tokens, api_keys
from recado.organizations.rules.attempts import AttemptLimits
from recado.organizations.service.grants import note_grant_use
from recado.organizations.service.passwords import Passwords
from recado.organizations.service.sessions import check_key, check_session, note_key_use

_SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
_FORM_TYPES = frozenset({"application/x-www-form-urlencoded", "multipart/form-data", "text/plain", ""})
_REMEMBERED_S = 0.5
_MOST_REMEMBERED = 10_000


class Checks:
    """What was just asked of the database about a session or key, for half a second: revocation must reach every process
    within one second, and a dashboard that opens fires a dozen requests at once."""

    def __init__(self) -> None:
        self._found: dict[object, tuple[float, Principal | KeyPrincipal]] = {}

    def get(self, token: object) -> Principal | KeyPrincipal | None:
        """Return what was found less than half a second ago."""
        until, found = self._found.get(token, (0.0, None))
        return found if until > monotonic() else None

    def keep(self, token: object, found: Principal | KeyPrincipal) -> None:
        """Remember what was found."""
        if len(self._found) >= _MOST_REMEMBERED:
            now = monotonic()
            self._found = {one: kept for one, kept in self._found.items() if kept[0] > now}
            if len(self._found) >= _MOST_REMEMBERED:
                self._found.clear()
        self._found[token] = (monotonic() + _REMEMBERED_S, found)

    def forget(self) -> None:
        """Forget everything: somebody was just signed out or changed here."""
        self._found.clear()


@dataclass(frozen=True, slots=True, kw_only=True)
class Access:
    """What authentication needs; `app.state.access` holds the one of the process."""

    database: Database
    key: MasterKey
    passwords: Passwords
    public_url: str
    trusted_proxies: int
    limits: AttemptLimits = field(default_factory=AttemptLimits)
    clock: Clock = system_clock
    checks: Checks = field(default_factory=Checks)

    @property
    def token_key(self) -> bytes:
        """The key of access tokens."""
        return self.key.derive(access_tokens.KEY_PURPOSE)


def access_of(request: Request) -> Access:
    """Return the process's access."""
    access: Access = request.app.state.access
    return access


async def guard(request: Request) -> None:
    """Refuse what the matrix does not allow; runs before every operation of the API, and before its body is looked at."""
    refuse_foreign_origin(request)
    operation = getattr(request.scope.get("route"), "operation_id", None) or ""
    needed = permission_for(operation)
    if needed == PUBLIC:
        return
    access = access_of(request)
    scope = await authenticate(request, access)
    if needed is None or not scope.may(needed):
        raise NotPermitted(permission=needed or "unlisted_operation")
    if scope.grant is not None:
        async with access.database.transaction(scope.organization) as tx:
            await note_grant_use(tx, scope, operation)
    request.state.scope = scope


# Only says in OpenAPI what a token looks like; the guard reads the header itself, and more strictly.
_bearer = HTTPBearer(auto_error=False, bearerFormat="JWT", description="Access token of a session, or an API key.")


async def caller(
    request: Request,
    _guarded: Annotated[None, Depends(guard)],
    _shown: Annotated[HTTPAuthorizationCredentials | None, Security(_bearer)],
) -> Scope:
    """Return the scope of the request; `SessionEnded` on a public operation, which has none."""
    scope: Scope | None = getattr(request.state, "scope", None)
    if scope is None:
        raise SessionEnded
    return scope


Caller = Annotated[Scope, Depends(caller)]
AccessOf = Annotated[Access, Depends(access_of)]


def permit(permission: str) -> Callable[[Scope], Scope]:
    """Return a dependency that gives the scope if it holds `permission`, for a route that asks for more than its row."""

    def permitted(scope: Caller) -> Scope:
        if not scope.may(permission):
            raise NotPermitted(permission=permission)
        return scope

    return permitted


async def authenticate(request: Request, access: Access) -> Scope:
    """Return on whose behalf the request runs; raise `SessionEnded`, always the same."""
    shown = request.headers.getlist("authorization")
    # Two headers could be read differently by two parts of the house, so two are none.
    if len(shown) != 1:
        raise SessionEnded
    kind, _, token = shown[0].partition(" ")
    if kind.lower() != "bearer":
        raise SessionEnded
    return await scope_of_token(token, access)


async def scope_of_token(token: str, access: Access) -> Scope:
    """Return the scope that a bearer token opens right now; raise `SessionEnded`."""
    if token.startswith(api_keys.PREFIX):
        return await _scope_of_key(token, access)
    said = access_tokens.read(token, key=access.token_key, now=access.clock())
    scope = await _scope_of_session(said.session, access)
    if scope.actor.id != said.user or scope.organization != said.organization:
        raise SessionEnded
    return scope


async def recheck(request: Request, scope: Scope, access: Access) -> Scope:
    """Return the scope as it is now, for a stream that stays open longer than a request; raise `SessionEnded`.

    A stream outlives its ten-minute token, not its session: what is asked again is the session (or the key).
    """
    if scope.session is None:
        now = await authenticate(request, access)
    else:
        now = await _scope_of_session(scope.session, access)
    if now.organization != scope.organization or now.actor.id != scope.actor.id:
        raise SessionEnded
    return now


def network_of_request(request: Request, access: Access) -> str:
    """Return the network that the request came from, as far as it is not invented."""
    peer = request.client.host if request.client else ""
    forwarded = request.headers.getlist("x-forwarded-for")
    return network_of(client_address(peer, forwarded, trusted_proxies=access.trusted_proxies))


def refuse_foreign_origin(request: Request) -> None:
    """Raise `ForeignOrigin` where a page of another site sent an unsafe request.

    Browsers add Origin to every unsafe request and Sec-Fetch-Site besides; programs add neither and show a token that no
    page can make a browser send. What has neither and could be a plain HTML form is refused.
    """
    if request.method in _SAFE_METHODS:
        return
    headers = request.headers
    if headers.get("sec-fetch-site", "same-origin") not in {"same-origin", "none"}:
        raise ForeignOrigin
    origins = headers.getlist("origin")
    if origins:
        if len(origins) != 1 or not _is_ours(origins[0], request):
            raise ForeignOrigin
        return
    content_type = headers.get("content-type", "").partition(";")[0].strip().lower()
    bare_form = content_type in _FORM_TYPES and headers.get("content-length", "0") != "0"
    if "sec-fetch-site" not in headers and not headers.get("authorization") and bare_form:
        raise ForeignOrigin


def _is_ours(origin: str, request: Request) -> bool:
    try:
        said = urlsplit(origin)
    except ValueError:
        return False
    if said.scheme not in {"http", "https"} or not said.netloc or "@" in said.netloc:
        return False
    # The Host header is safe to compare with: a page of another site cannot choose it.
    return (
        origin.lower() == access_of(request).public_url.lower()
        or said.netloc.lower() == request.headers.get("host", "").lower()
    )


async def _scope_of_session(session: SessionId, access: Access) -> Scope:
    found = access.checks.get(session)
    if not isinstance(found, Principal):
        async with access.database.transaction(None) as tx:
            found = await check_session(tx, session)
        if found is None:
            raise SessionEnded
        access.checks.keep(session, found)
    return Scope(
        organization=found.organization or NOWHERE,
        actor=Actor(ActorKind.USER, found.user, found.name),
        role=found.role,
        permissions=permissions_of(found.role),
        session=session,
        teams=found.teams,
        grant=found.grant,
    )


async def _scope_of_key(token: str, access: Access) -> Scope:
    found = access.checks.get(token)
    if not isinstance(found, KeyPrincipal):
        async with access.database.transaction(None) as tx:
            found = await check_key(tx, token)
            if found is None:
                raise SessionEnded
            if api_keys.use_is_worth_noting(found.last_used_at, access.clock()):
                await tx.enter(found.organization)
                await note_key_use(tx, found)
        access.checks.keep(token, found)
    return Scope(
        organization=found.organization,
        actor=Actor(ActorKind.API_KEY, found.id, found.name),
        role=Role.API_KEY,
        permissions=found.scopes & KEY_SCOPES,
        session=None,
        teams=frozenset(),
        grant=None,
    )
