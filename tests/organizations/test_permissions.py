"""Is the permission matrix the single source, and does nothing stand outside of it? (T15)"""

from __future__ import annotations

import re
from uuid import uuid4

import httpx
from fastapi import APIRouter
from fastapi.routing import APIRoute

from recado.app import authentication
from recado.app.api import describe_api
from recado.organizations.access import Caller
from recado.organizations.api import routers
from recado.organizations.models import Role
from recado.organizations.permissions import KEY_SCOPES, OPERATIONS, PERMISSIONS, PUBLIC, permissions_of
from tests.support.access import ORIGIN, Office, office
from tests.support.postgres import Clone


def test_t15_every_route_is_in_the_matrix() -> None:
    served = [route for router in routers for route in router.routes if isinstance(route, APIRoute)]
    assert len(served) > 25
    assert [route.path for route in served if route.operation_id not in OPERATIONS] == []


async def test_t15_the_whole_product_stands_behind_the_guard_and_in_the_matrix(house: Office) -> None:
    app = describe_api()
    operations = {
        str(one["operationId"]): (method.upper(), re.sub(r"\{[^}]*\}", str(uuid4()), path))
        for path, methods in app.openapi()["paths"].items()
        for method, one in methods.items()
        if path.startswith(authentication.PREFIX)
    }
    assert set(operations) == set(OPERATIONS), "no route without a row, no row without a route"
    app.state.access = house.access
    transport = httpx.ASGITransport(app=app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url=ORIGIN) as stranger:
        for operation, (method, path) in operations.items():
            if OPERATIONS[operation] != PUBLIC:
                for token in ("", "Bearer x", "Bearer rcd_x"):
                    answer = await stranger.request(method, path, headers={"authorization": token})
                    assert answer.status_code == 401, (operation, answer.text)
                forged = {"origin": "https://evil.test", "authorization": "Bearer x"}
                answer = await stranger.request(method, path, headers=forged)
                assert answer.status_code == (401 if method == "GET" else 403), operation


def test_t15_every_row_names_a_permission_that_exists() -> None:
    assert {need for need in OPERATIONS.values() if need != PUBLIC} <= set(PERMISSIONS)
    assert all(PERMISSIONS.values())
    assert {name for name, need in OPERATIONS.items() if need == PUBLIC} == {
        "session.start",
        "session.refresh",
        "invitations.read",
        "invitations.accept",
    }


def test_t15_roles_form_a_ladder() -> None:
    ladder = [permissions_of(role) for role in (Role.AGENT, Role.OPERATOR, Role.ORG_ADMIN)]
    assert ladder[0] < ladder[1] < ladder[2]
    assert not any(name.endswith(":write") for name in permissions_of(Role.VIEWER))
    assert not any(name.endswith(":write") for name in permissions_of(Role.SUPER_ADMIN))
    assert permissions_of(Role.PLATFORM) == {"session:own", "platform:grants"}
    assert "conversations:all" not in permissions_of(Role.AGENT)
    assert permissions_of(Role.API_KEY) == frozenset()
    assert not KEY_SCOPES & {"session:own", "api_keys:write", "members:write", "grants:write"}


async def test_openapi_says_what_needs_a_token_and_how_a_refusal_looks(database: Clone) -> None:
    async with office(database) as house:
        document = house.app.openapi()
    operations = [one for path in document["paths"].values() for one in path.values()]
    assert {one["operationId"] for one in operations} <= set(OPERATIONS)
    for one in operations:
        assert bool(one.get("security")) == (OPERATIONS[one["operationId"]] != PUBLIC), one["operationId"]
        assert "application/problem+json" in one["responses"]["4XX"]["content"]
        assert "422" not in one["responses"]
    assert "__Host-" not in str(document), "cookies are no parameters for callers"


async def test_t15_a_route_outside_the_matrix_is_refused_even_to_an_administrator(database: Clone) -> None:
    router = APIRouter()

    @router.get("/forgotten", operation_id="forgotten.read")
    async def forgotten() -> str:
        return "leaked"

    @router.get("/nameless")
    async def nameless(scope: Caller) -> str:
        return str(scope.organization)

    async with office(database, routers=[router]) as house:
        clinic = await house.organization("clinica")
        await house.person("ana@clinica.test", {clinic: Role.ORG_ADMIN})
        ana = await house.signed_in("ana@clinica.test")
        for path in ("/forgotten", "/nameless"):
            assert (await house.browser().get(path)).status_code == 401
            answer = await ana.get(path)
            assert (answer.status_code, answer.json()["data"]["permission"]) == (403, "unlisted_operation")
