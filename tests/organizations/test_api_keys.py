"""Does a key open what it was given for, and nothing after it was revoked? (T30)"""

from __future__ import annotations

import asyncio
import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from recado.organizations.access import Checks
from recado.organizations.models import Role
from recado.organizations.permissions import KEY_SCOPES
from tests.support.access import Browser, Office
from tests.support.jobs import change, rows


async def admin_of(house: Office, slug: str = "clinica") -> Browser:
    clinic = await house.organization(slug)
    await house.person(f"ana@{slug}.test", {clinic: Role.ORG_ADMIN})
    return await house.signed_in(f"ana@{slug}.test")


async def made(ana: Browser, *scopes: str, **more: Any) -> tuple[str, str]:
    """Make a key and return its id and secret."""
    answer = await ana.post("/api-keys", {"name": "Integração", "scopes": list(scopes), **more})
    assert answer.status_code == 201, answer.text
    return answer.json()["api_key"]["id"], answer.json()["secret"]


def machine(house: Office, secret: str) -> Browser:
    browser = house.browser()
    browser.token = secret
    return browser


async def test_t30_a_key_is_random_shown_once_and_not_in_the_database(house: Office) -> None:
    ana = await admin_of(house)
    _id, secret = await made(ana, "members:read")
    assert re.fullmatch(r"rcd_[A-Za-z0-9_-]{43}", secret)
    listed = await ana.get("/api-keys")
    assert secret not in listed.text
    assert listed.json()["items"][0]["prefix"] == secret[:8]
    dump = "".join(str(rows(house.clone, f"select t::text from {t} t")) for t in ("api_keys", "audit_entries"))  # noqa: S608
    assert secret not in dump
    assert secret.encode().hex() not in dump
    assert secret[8:] not in dump


async def test_t30_a_key_does_what_it_was_given_for_inside_its_organization(house: Office) -> None:
    ana = await admin_of(house)
    await admin_of(house, "garagem")
    _id, secret = await made(ana, "members:read", "teams:write")
    robot = machine(house, secret)
    assert [one["email"] for one in (await robot.get("/members")).json()["items"]] == ["ana@clinica.test"]
    assert (await robot.post("/teams", {"name": "Robôs"})).status_code == 201
    for method, path, body in (
        ("GET", "/teams", None),
        ("GET", "/audit", None),
        ("PATCH", "/organization", {"name": "x"}),
        ("POST", "/api-keys", {"name": "filha", "scopes": ["members:read"]}),
        ("POST", "/members/invitations", {"email": "b@c.test", "role": "org_admin"}),
        ("GET", "/me", None),
        ("DELETE", "/session", None),
        ("POST", "/session/password", {"current": "a", "new": "b"}),
    ):
        assert (await robot.request(method, path, json=body)).status_code == 403, path
    trail = (await ana.get("/audit?action=teams.created")).json()["items"]
    assert trail[0]["actor"]["kind"] == "api_key"


async def test_t30_a_key_cannot_be_wider_than_its_maker(house: Office) -> None:
    ana = await admin_of(house)
    for scopes in (
        ["session:own"],
        ["api_keys:write"],
        ["grants:write"],
        ["*"],
        ["platform:grants"],
        ["members:read", "x"],
    ):
        answer = await ana.post("/api-keys", {"name": "larga", "scopes": scopes})
        assert (answer.status_code, answer.json()["code"]) == (422, "scopes_too_wide"), scopes
    assert (await ana.post("/api-keys", {"name": "vazia", "scopes": []})).status_code == 422
    assert set((await ana.get("/api-keys")).json()["available_scopes"]) == KEY_SCOPES
    _id, secret = await made(ana, "members:read")
    change(house.clone, "update api_keys set scopes = array['members:read', 'api_keys:write', 'session:own']")
    robot = machine(house, secret)
    assert (await robot.get("/api-keys")).status_code == 403, "what a key must not have counts for nothing if it has it"


async def test_t30_a_revoked_or_expired_key_opens_nothing_within_a_second(house: Office) -> None:
    ana = await admin_of(house)
    key, secret = await made(ana, "members:read")
    robot = machine(house, secret)
    here, neighbour = house.access, replace(house.access, checks=Checks())
    house.app.state.access = neighbour
    assert (await robot.get("/members")).status_code == 200
    house.app.state.access = here
    assert (await ana.delete(f"/api-keys/{key}")).status_code == 204
    assert (await ana.delete(f"/api-keys/{key}")).status_code == 404
    assert (await robot.get("/members")).status_code == 401
    house.app.state.access = neighbour
    began = asyncio.get_running_loop().time()
    while (await robot.get("/members")).status_code == 200:
        assert asyncio.get_running_loop().time() - began < 1.0
        await asyncio.sleep(0.02)
    soon = (datetime.now(UTC) + timedelta(seconds=60)).isoformat()
    _id, passing = await made(ana, "members:read", expires_at=soon)
    robot = machine(house, passing)
    assert (await robot.get("/members")).status_code == 200
    change(house.clone, "update api_keys set expires_at = now() where expires_at is not null")
    neighbour.checks.forget()
    assert (await robot.get("/members")).status_code == 401


async def test_t30_near_misses_open_nothing(house: Office) -> None:
    ana = await admin_of(house)
    _id, secret = await made(ana, "members:read")
    for near in (
        secret[:-1],
        secret + "A",
        secret[:-1] + "A",
        secret.lower(),
        "rcd_",
        "rcd_" + "A" * 43,
        secret[4:],
        secret + "\x00",
    ):
        if near != secret:
            answer = await house.browser().get("/members", headers={"authorization": f"Bearer {near}".encode()})
            assert answer.status_code == 401, near


async def test_last_use_is_noted_coarsely(house: Office) -> None:
    ana = await admin_of(house)
    _id, secret = await made(ana, "members:read")
    robot = machine(house, secret)
    assert (await ana.get("/api-keys")).json()["items"][0]["last_used_at"] is None
    await robot.get("/members")
    first = (await ana.get("/api-keys")).json()["items"][0]["last_used_at"]
    assert first is not None
    house.access.checks.forget()
    await robot.get("/members")
    assert (await ana.get("/api-keys")).json()["items"][0]["last_used_at"] == first
    change(house.clone, "update api_keys set last_used_at = now() - interval '61 minutes'")
    house.access.checks.forget()
    await robot.get("/members")
    assert (await ana.get("/api-keys")).json()["items"][0]["last_used_at"] >= first
