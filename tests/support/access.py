"""How do tests of the API get a served application, organizations and people who can sign in?"""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import UUID

import httpx
from fastapi import APIRouter, FastAPI
from starlette.datastructures import State

from recado.app import authentication, error_responses
from recado.foundation.database import Database
from recado.foundation.identifiers import OrganizationId
from recado.foundation.settings import Settings
from recado.organizations import service
from recado.organizations.access import Access
from recado.organizations.api import routers as own_routers
from recado.organizations.models import SYSTEM, Role, UserId
from recado.organizations.rules.attempts import AttemptLimits
from recado.organizations.service.passwords import Parameters, Passwords
from tests.support.postgres import Clone

PASSWORD = "caneta-quadrada-1877"
CHEAP = Parameters(passes=1, memory_kib=64)
HUGE = AttemptLimits(10**6, 10**6, 10**6, 10**6, 10**6, 10**6, 10**6)
ORIGIN = "http://recado.test"
REFRESH = "__Host-recado_refresh"
DEVICE = "__Host-recado_device"
_BUILT: list[tuple[tuple[APIRouter, ...], FastAPI]] = []


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who can sign in."""

    id: UserId
    email: str


@dataclass(slots=True)
class Browser:
    """A client with the memory of a dashboard: an access token, and the cookies by hand (the test server has no TLS)."""

    http: httpx.AsyncClient
    token: str = ""
    cookies: dict[str, str] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)

    async def request(self, method: str, path: str, **more: Any) -> httpx.Response:
        """Send one request with token and cookies, and keep the cookies that come back."""
        headers = {**self.headers, **more.pop("headers", {})}
        if self.token:
            headers.setdefault("authorization", f"Bearer {self.token}")
        if self.cookies:
            jar = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
            headers.setdefault("cookie", jar.encode("latin-1"))
        answer = await self.http.request(method, f"/api/v1{path}", headers=headers, **more)
        for header in answer.headers.get_list("set-cookie"):
            name, _, value = header.partition(";")[0].partition("=")
            self.cookies[name] = value.strip('"')
        return answer

    async def get(self, path: str, **more: Any) -> httpx.Response:
        return await self.request("GET", path, **more)

    async def post(self, path: str, json: Any = None, **more: Any) -> httpx.Response:
        return await self.request("POST", path, json={} if json is None else json, **more)

    async def patch(self, path: str, json: Any, **more: Any) -> httpx.Response:
        return await self.request("PATCH", path, json=json, **more)

    async def delete(self, path: str, **more: Any) -> httpx.Response:
        return await self.request("DELETE", path, **more)

    async def sign_in(self, email: str, password: str = PASSWORD, **more: Any) -> httpx.Response:
        """Sign in and remember the token where that worked."""
        answer = await self.post("/session", {"email": email, "password": password, **more})
        if answer.status_code == httpx.codes.OK:
            self.token = answer.json()["access_token"]
        return answer

    async def refresh(self) -> httpx.Response:
        """Exchange the cookie and remember the token where that worked."""
        answer = await self.request("POST", "/session/refresh", headers={"authorization": ""})
        if answer.status_code == httpx.codes.OK:
            self.token = answer.json()["access_token"]
        return answer


@dataclass(slots=True)
class Office:
    """A served application on a database of its own."""

    app: FastAPI
    access: Access
    clone: Clone
    hash: str

    @property
    def database(self) -> Database:
        return self.access.database

    def browser(self, address: str = "203.0.113.7", **headers: str) -> Browser:
        """Return a client that seems to come from `address`."""
        transport = httpx.ASGITransport(app=self.app, client=(address, 40000), raise_app_exceptions=False)
        return Browser(httpx.AsyncClient(transport=transport, base_url=ORIGIN), headers=headers)

    async def organization(self, slug: str) -> OrganizationId:
        async with self.database.transaction(None) as tx:
            return await service.create_organization(tx, name=slug.title(), slug=slug)

    async def person(
        self, email: str, places: Mapping[OrganizationId, Role] | None = None, *, super_admin: bool = False
    ) -> Person:
        """Store a person with the one password of all tests, a member of `places`."""
        async with self.database.transaction(None) as tx:
            user = await service.create_user(
                tx, email=email, name=email.partition("@")[0], password_hash=self.hash, super_admin=super_admin
            )
            for organization, role in (places or {}).items():
                await tx.enter(organization)
                await service.add_member(tx, user, role=role, by=SYSTEM)
        return Person(user, email)

    async def signed_in(self, email: str, address: str = "203.0.113.7") -> Browser:
        browser = self.browser(address)
        answer = await browser.sign_in(email)
        assert answer.status_code == 200, answer.text
        return browser

    def change_access(self, **changes: Any) -> None:
        """Serve with other limits, another clock, other hashing."""
        self.access = replace(self.access, **changes)
        self.app.state.access = self.access


@contextlib.asynccontextmanager
async def office(
    clone: Clone,
    *,
    parameters: Parameters = CHEAP,
    limits: AttemptLimits = HUGE,
    routers: Sequence[APIRouter] = (),
    size: int = 10,
) -> AsyncIterator[Office]:
    """Serve organizations and access, and `routers` beside them, on `clone`."""
    database = await Database.connect(clone.app_dsn, size=size, name="test-app")
    settings = Settings(recado_public_url=ORIGIN)
    passwords = Passwords(clone.key, parameters)
    access = replace(authentication.open_door(database, clone.key, settings), passwords=passwords, limits=limits)
    app = _served(tuple(routers))
    app.state = State()
    app.state.access = access
    try:
        yield Office(app, access, clone, await passwords.hash(PASSWORD))
    finally:
        passwords.close()
        await database.close()


def _served(routers: tuple[APIRouter, ...]) -> FastAPI:
    """The routes of an application: to build them takes longer than most tests, and what differs lies in its state."""
    for known, app in _BUILT:
        if len(known) == len(routers) and all(one is other for one, other in zip(known, routers, strict=True)):
            return app
    app = FastAPI()
    error_responses.install(app)
    authentication.mount(app, [*own_routers, *routers])
    _BUILT.append((routers, app))
    return app


def id_of(answer: httpx.Response) -> UUID:
    return UUID(answer.json()["id"])
