"""Can a page of another site make a browser do something here? (T26)"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from fastapi.routing import APIRoute

from recado.organizations.api import routers
from recado.organizations.models import Role
from tests.support.access import ORIGIN, PASSWORD, Office
from tests.support.jobs import rows

FORM = {"content-type": "application/x-www-form-urlencoded"}
FOREIGN: tuple[dict[str, str], ...] = (
    {"origin": "https://evil.test"},
    {"origin": "null"},
    {"origin": ""},
    {"origin": "http://recado.test.evil.test"},
    {"origin": "http://recado.test@evil.test"},
    {"origin": "http://evil.test/recado.test"},
    {"origin": "http://recado.test:8080"},
    {"origin": "file://recado.test"},
    {"origin": "https://recado.test\\@evil.test"},
    {"origin": "http://[recado.test"},
    {"sec-fetch-site": "cross-site"},
    {"sec-fetch-site": "same-site", "origin": "http://blog.recado.test"},
    {"sec-fetch-site": "cross-site", "origin": ORIGIN},
    {"sec-fetch-site": "none", "origin": "https://evil.test"},
)
OURS: tuple[dict[str, str], ...] = (
    {"origin": ORIGIN},
    {"origin": ORIGIN.upper()},
    {"origin": ORIGIN, "sec-fetch-site": "same-origin"},
    {},
    {"origin": "http://recado.test", "host": "recado.test"},
    {"origin": "http://localhost:8000", "host": "localhost:8000"},
)


def unsafe() -> Iterator[tuple[str, str]]:
    for router in routers:
        for route in router.routes:
            assert isinstance(route, APIRoute)
            for method in (route.methods or set()) - {"GET", "HEAD", "OPTIONS"}:
                yield method, route.path.replace("{", "").replace("}", "")


TABLES = "members teams api_keys invitations user_sessions refresh_tokens audit_entries organizations attempt_windows"


def state(house: Office) -> list[Any]:
    return [rows(house.clone, f"select t::text from {table} t order by 1") for table in TABLES.split()]  # noqa: S608


async def test_t26_no_unsafe_operation_runs_from_another_site(house: Office) -> None:
    clinic = await house.organization("clinica")
    await house.person("ana@clinica.test", {clinic: Role.ORG_ADMIN})
    ana = await house.signed_in("ana@clinica.test")
    before = state(house)
    operations = list(unsafe())
    assert len(operations) > 20
    for method, path in operations:
        for headers in FOREIGN:
            answer = await ana.request(method, path, json={"name": "x"}, headers=headers)
            assert (answer.status_code, answer.json()["code"]) == (403, "foreign_origin"), (method, path, headers)
        # A plain form of another page: an old browser, no header that tells, the cookie along.
        answer = await ana.request(method, path, content="a=b", headers={**FORM, "authorization": ""})
        assert answer.status_code in {401, 403, 422}
    assert state(house) == before


async def test_t26_a_form_without_origin_is_refused_where_the_cookie_is_the_key(house: Office) -> None:
    clinic = await house.organization("clinica")
    await house.person("ana@clinica.test", {clinic: Role.ORG_ADMIN})
    ana = await house.signed_in("ana@clinica.test")
    token, ana.token = ana.token, ""
    for content_type in ("application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/plain", ""):
        for path, body in (("/session/refresh", "a=b"), ("/session", f"email=ana@clinica.test&password={PASSWORD}")):
            headers = {"content-type": content_type} if content_type else {}
            answer = await ana.request("POST", path, content=body, headers=headers)
            assert (answer.status_code, answer.json()["code"]) == (403, "foreign_origin"), (content_type, path)
    ana.token = token
    assert (await ana.get("/me")).status_code == 200


async def test_our_own_pages_and_programs_come_through(house: Office) -> None:
    clinic = await house.organization("clinica")
    await house.person("ana@clinica.test", {clinic: Role.ORG_ADMIN})
    for headers in OURS:
        ana = house.browser(**headers)
        assert (await ana.sign_in("ana@clinica.test")).status_code == 200, headers
        assert (await ana.refresh()).status_code == 200, headers
        assert (await ana.post("/teams", {"name": f"t{OURS.index(headers)}"})).status_code == 201, headers


async def test_reading_is_not_guarded_by_origin_but_by_the_token(house: Office) -> None:
    answer = await house.browser(origin="https://evil.test").get("/me")
    assert answer.status_code == 401
    assert "access-control-allow-origin" not in answer.headers
