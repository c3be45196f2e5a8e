"""Who gets which answer from the routes of organizations: a stranger, a wrong role, another organization, the right one?"""

from __future__ import annotations

from collections.abc import AsyncIterator
from uuid import uuid4

import pytest

from recado.organizations.models import Role
from tests.support.access import Office

ADMIN_CALLS = (
    ("PATCH", "/organization", {"name": "Outra"}),
    ("POST", "/members/invitations", {"email": "novo@clinica.test", "role": "agent"}),
    ("GET", "/members/invitations", None),
    ("POST", "/teams", {"name": "Recepção"}),
    ("GET", "/api-keys", None),
    ("POST", "/api-keys", {"name": "Integração", "scopes": ["members:read"]}),
    ("POST", "/secrets", {"name": "token_erp", "value": "abc", "origins": ["https://api.exemplo.com.br"]}),
    ("POST", f"/secrets/{uuid4()}/rotate", {"value": "abc"}),
    ("DELETE", f"/secrets/{uuid4()}", None),
    ("GET", "/audit", None),
    ("GET", "/audit/verify", None),
    ("GET", "/grants", None),
)
ALL_CALLS = (
    *ADMIN_CALLS,
    ("GET", "/me", None),
    ("DELETE", "/session", None),
    ("GET", "/session/all", None),
    ("POST", "/session/organization", {"organization_id": str(uuid4())}),
    ("POST", "/session/password", {"current": "a", "new": "b"}),
    ("GET", "/organization", None),
    ("GET", "/members", None),
    ("PATCH", f"/members/{uuid4()}", {"active": False}),
    ("GET", "/teams", None),
    ("GET", "/platform/grants", None),
)


async def test_a_stranger_gets_nothing(house: Office) -> None:
    stranger = house.browser()
    for method, path, body in ALL_CALLS:
        answer = await stranger.request(method, path, json=body)
        assert answer.status_code == 401, (method, path, answer.text)
        assert answer.headers["content-type"] == "application/problem+json"
        assert answer.headers["www-authenticate"] == "Bearer"
        problem = answer.json()
        assert (problem["code"], problem["status"], problem["type"]) == ("session_ended", 401, "about:blank")


@pytest.mark.parametrize("role", [Role.OPERATOR, Role.AGENT, Role.VIEWER])
async def test_a_wrong_role_is_refused_before_anything_happens(house: Office, role: Role) -> None:
    clinic = await house.organization("clinica")
    await house.person("ana@clinica.test", {clinic: role})
    ana = await house.signed_in("ana@clinica.test")
    for method, path, body in ADMIN_CALLS:
        answer = await ana.request(method, path, json=body)
        assert answer.status_code == 403, (method, path, answer.text)
        assert answer.json()["code"] == "not_permitted"
    assert (await ana.get("/organization")).json()["name"] == "Clinica"


async def test_another_organization_does_not_exist(house: Office) -> None:
    clinic, garage = await house.organization("clinica"), await house.organization("garagem")
    ana = await house.person("ana@clinica.test", {clinic: Role.ORG_ADMIN})
    await house.person("rui@garagem.test", {garage: Role.ORG_ADMIN})
    hers, his = await house.signed_in("ana@clinica.test"), await house.signed_in("rui@garagem.test")
    team = (await hers.post("/teams", {"name": "Recepção"})).json()["id"]
    key = (await hers.post("/api-keys", {"name": "k", "scopes": ["audit:read"]})).json()["api_key"]["id"]
    invited = await hers.post("/members/invitations", {"email": "bia@clinica.test", "role": "agent"})
    invitation = invited.json()["invitation"]["id"]
    session = (await hers.get("/session/all")).json()["items"][0]["id"]

    for method, path, body in (
        ("PATCH", f"/members/{ana.id}", {"active": False}),
        ("PATCH", f"/members/{ana.id}", {"role": "viewer"}),
        ("DELETE", f"/members/invitations/{invitation}", None),
        ("PATCH", f"/teams/{team}", {"name": "Minha"}),
        ("DELETE", f"/teams/{team}", None),
        ("POST", "/teams", {"name": "Roubo", "member_ids": [str(ana.id)]}),
        ("DELETE", f"/api-keys/{key}", None),
        ("DELETE", f"/session/all/{session}", None),
        ("POST", "/session/organization", {"organization_id": str(clinic)}),
    ):
        foreign = await his.request(method, path, json=body)
        made_up = await his.request(
            method, path.replace(path.rpartition("/")[2], str(uuid4())) if body is None else path, json=body
        )
        assert foreign.status_code == 404, (method, path, foreign.text)
        assert foreign.json()["code"] == made_up.json()["code"] == "not_found"
    for path in ("/members", "/teams", "/api-keys", "/members/invitations", "/audit", "/session/all", "/organization"):
        seen = (await his.get(path)).text
        assert "clinica" not in seen.lower(), path
        assert str(ana.id) not in seen, path
    assert (await hers.get("/me")).status_code == 200


async def test_the_rightful_administrator_runs_the_organization(house: Office) -> None:
    clinic = await house.organization("clinica")
    await house.person("ana@clinica.test", {clinic: Role.ORG_ADMIN})
    bia = await house.person("bia@clinica.test", {clinic: Role.AGENT})
    ana = await house.signed_in("ana@clinica.test")

    changed = await ana.patch(
        "/organization", {"name": "Clínica Vila", "time_zone": "America/Manaus", "bot_returns_after_minutes": None}
    )
    assert changed.status_code == 200, changed.text
    assert changed.json() == {**changed.json(), "name": "Clínica Vila", "bot_returns_after_minutes": None}
    assert (await ana.patch("/organization", {"time_zone": "America/Nowhere"})).json()["code"] == "bad_setting"
    made = await ana.post("/teams", {"name": "Recepção", "member_ids": [str(bia.id)]})
    assert made.status_code == 201
    assert made.json()["member_ids"] == [str(bia.id)]
    assert (await ana.post("/teams", {"name": "Recepção"})).json()["code"] == "name_taken"
    hers = await house.signed_in("bia@clinica.test")
    promoted = await ana.patch(f"/members/{bia.id}", {"role": "operator"})
    assert promoted.json()["role"] == "operator"
    assert (await hers.get("/me")).json()["role"] == "operator", "a role counts from the next request on"
    page = (await ana.get("/members?limit=1")).json()
    rest = (await ana.get(f"/members?limit=1&cursor={page['next_cursor']}")).json()
    assert {one["email"] for one in page["items"] + rest["items"]} == {"ana@clinica.test", "bia@clinica.test"}
    assert rest["next_cursor"] is None
    renamed = await ana.patch("/me", {"name": "Ana Lúcia"})
    assert renamed.json()["user"]["name"] == "Ana Lúcia"
    assert "Ana Lúcia" in (await hers.get("/members")).text
    actions = {one["action"] for one in (await ana.get("/audit")).json()["items"]}
    assert {"organization.changed", "teams.created", "members.changed", "members.renamed"} <= actions


async def test_an_organization_keeps_an_administrator(house: Office) -> None:
    clinic = await house.organization("clinica")
    ana = await house.person("ana@clinica.test", {clinic: Role.ORG_ADMIN})
    bia = await house.person("bia@clinica.test", {clinic: Role.ORG_ADMIN})
    hers = await house.signed_in("ana@clinica.test")
    assert (await hers.patch(f"/members/{bia.id}", {"active": False})).status_code == 200
    for change in ({"active": False}, {"role": "viewer"}):
        refused = await hers.patch(f"/members/{ana.id}", change)
        assert (refused.status_code, refused.json()["code"]) == (409, "last_admin")
    assert (await hers.patch(f"/members/{bia.id}", {"active": True})).status_code == 200
    assert (await hers.patch(f"/members/{ana.id}", {"role": "viewer"})).status_code == 200


async def test_one_person_has_several_organizations(house: Office) -> None:
    clinic, garage = await house.organization("clinica"), await house.organization("garagem")
    await house.person("ana@clinica.test", {clinic: Role.ORG_ADMIN, garage: Role.VIEWER})
    ana = await house.signed_in("ana@clinica.test")
    here = (await ana.get("/me")).json()
    assert [(one["name"], one["role"]) for one in here["organizations"]] == [
        ("Clinica", "org_admin"),
        ("Garagem", "viewer"),
    ]
    assert (await ana.post("/teams", {"name": "A"})).status_code == 201
    old = ana.token
    there = await ana.post("/session/organization", {"organization_id": str(garage)})
    assert there.status_code == 200
    assert there.json()["organization"]["slug"] == "garagem"
    assert (await ana.get("/me")).status_code == 401, "the token of the place that was left opens nothing"
    ana.token = there.json()["access_token"]
    assert (await ana.get("/teams")).json()["items"] == []
    assert (await ana.post("/teams", {"name": "B"})).status_code == 403
    assert (await ana.refresh()).json()["organization"]["slug"] == "garagem"
    assert old != ana.token


async def test_nonsense_is_answered_not_crashed_on(house: Office) -> None:
    clinic = await house.organization("clinica")
    await house.person("ana@clinica.test", {clinic: Role.ORG_ADMIN})
    ana = await house.signed_in("ana@clinica.test")
    for email in (
        "\x00@x.test",
        "a\x00b@x.test",
        "não é",
        "@",
        "a@b",
        "a@@b.test",
        "ã@ã.test",
        "\u202emoc@x.test",
        "x" * 300,
    ):
        for password in ("\x00" * 10, "💥" * 20):
            answer = await house.browser().post("/session", {"email": email, "password": password})
            assert answer.status_code in {401, 422}, answer.text
        answer = await ana.post("/members/invitations", {"email": email, "role": "agent"})
        assert answer.status_code in {201, 422}, answer.text
    for name in ("\x00", "a\nb", "", " ", "x" * 121, 7, None, ["a"], "a\u202eb"):
        assert (await ana.post("/teams", {"name": name})).status_code == 422, name
    assert (await ana.post("/teams", {"name": "ok", "organization_id": str(uuid4())})).status_code == 422
    assert (await ana.patch("/members/nope", {"role": "agent"})).status_code == 422
    raw = await ana.request(
        "POST", "/teams", content=b'{"name": "\\ud800"}', headers={"content-type": "application/json"}
    )
    assert raw.status_code == 422


async def test_a_body_that_is_too_large_is_not_read(house: Office) -> None:
    read = 0

    async def endless() -> AsyncIterator[bytes]:
        nonlocal read
        yield b'{"email": "'
        for _ in range(1000):
            read += 1
            yield b"x" * 65536

    browser = house.browser()
    answer = await browser.request("POST", "/session", content=endless(), headers={"content-type": "application/json"})
    assert (answer.status_code, answer.json()["code"]) == (413, "too_large")
    assert read < 10
    declared = await browser.request("POST", "/teams", content=b"x" * 100_000)
    assert declared.status_code in {401, 413}
