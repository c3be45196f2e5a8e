"""Does somebody of the platform see an organization only while it lets them, and does it see what they saw? (T22)"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from recado.foundation.clock import system_clock
from recado.organizations.models import Role
from tests.support.access import Browser, Office
from tests.support.jobs import change

REASON = "Investigar mensagens que não saíram, chamado 4711"


async def cast(house: Office) -> tuple[Browser, Browser]:
    """An administrator of an organization, and somebody of the platform."""
    clinic = await house.organization("clinica")
    await house.organization("garagem")
    await house.person("ana@clinica.test", {clinic: Role.ORG_ADMIN})
    await house.person("root@recado.test", super_admin=True)
    return await house.signed_in("ana@clinica.test"), await house.signed_in("root@recado.test")


async def enter(root: Browser, ana: Browser, minutes: int = 30) -> str:
    """Ask, be let in, go in; return the grant's id."""
    asked = await root.post("/platform/grants", {"organization": "clinica", "reason": REASON, "minutes": minutes})
    assert asked.status_code == 201, asked.text
    grant = str(asked.json()["id"])
    assert (await ana.post(f"/grants/{grant}/approve")).json()["state"] == "open"
    place = asked.json()["organization_id"]
    moved = await root.post("/session/organization", {"organization_id": place})
    assert moved.status_code == 200, moved.text
    root.token = moved.json()["access_token"]
    return grant


async def test_t22_without_a_grant_the_platform_sees_no_organization(house: Office) -> None:
    ana, root = await cast(house)
    me = (await root.get("/me")).json()
    assert (me["organization"], me["role"], me["organizations"]) == (None, "super_admin", [])
    for path in ("/organization", "/members", "/teams", "/audit", "/api-keys", "/grants", "/members/invitations"):
        assert (await root.get(path)).status_code == 403, path
    here = (await ana.get("/me")).json()["organization"]["id"]
    assert (await root.post("/session/organization", {"organization_id": here})).status_code == 404
    asked = await root.post("/platform/grants", {"organization": "clinica", "reason": REASON, "minutes": 30})
    assert (await root.post("/session/organization", {"organization_id": here})).status_code == 404, (
        "asked is not allowed"
    )
    assert (await root.post(f"/grants/{asked.json()['id']}/approve")).status_code == 403
    unknown = await root.post("/platform/grants", {"organization": "nao-existe", "reason": REASON, "minutes": 30})
    assert unknown.status_code == 404


async def test_t22_a_grant_has_a_reason_a_limit_and_a_trace(house: Office) -> None:
    ana, root = await cast(house)
    bodies: tuple[dict[str, Any], ...] = (
        {"organization": "clinica", "reason": "porque sim", "minutes": 481},
        {"organization": "clinica", "reason": "curto", "minutes": 30},
        {"organization": "clinica", "minutes": 30},
        {"organization": "clinica", "reason": REASON, "minutes": 30, "state": "open"},
    )
    for body in bodies:
        assert (await root.post("/platform/grants", body)).status_code == 422, body
    await enter(root, ana)
    assert (await root.get("/members")).status_code == 200
    assert (await root.get("/me")).json()["role"] == "super_admin"
    writes: tuple[tuple[str, str, Any], ...] = (
        ("POST", "/teams", {"name": "x"}),
        ("PATCH", "/organization", {"name": "x"}),
        ("POST", "/members/invitations", {"email": "eu@recado.test", "role": "org_admin"}),
        ("POST", "/api-keys", {"name": "x", "scopes": ["members:read"]}),
        ("GET", "/grants", None),
    )
    for method, path, body in writes:
        assert (await root.request(method, path, json=body)).status_code == 403, path
    seen = (await ana.get("/grants")).json()["items"][0]
    assert (seen["reason"], seen["user_name"], seen["state"]) == (REASON, "root", "open")
    trail = (await ana.get("/audit?limit=200")).json()["items"]
    assert {"grants.requested", "grants.approved", "grants.used", "session.started"} <= {one["action"] for one in trail}
    used = [one["detail"]["operation"] for one in trail if one["action"] == "grants.used"]
    assert used == ["me.read", "members.list"], "every look leaves a line"


async def test_t22_a_grant_ends_by_the_clock(house: Office) -> None:
    ana, root = await cast(house)
    await enter(root, ana, minutes=5)
    expires = (await root.get("/platform/grants")).json()["items"][0]["expires_at"]
    assert expires <= (system_clock() + timedelta(minutes=5)).isoformat()
    change(house.clone, "update access_grants set expires_at = now()")
    house.access.checks.forget()
    assert (await root.get("/members")).status_code == 401
    assert (await root.refresh()).status_code == 401
    back = await house.signed_in("root@recado.test")
    assert (await back.get("/me")).json()["organizations"] == []
    assert (await back.get("/platform/grants")).json()["items"][0]["state"] == "ended"


async def test_t22_the_organization_ends_a_grant_at_once(house: Office) -> None:
    ana, root = await cast(house)
    grant = await enter(root, ana)
    assert (await ana.delete(f"/grants/{grant}")).json()["state"] == "ended"
    assert (await root.get("/members")).status_code == 401
    for again in (await ana.delete(f"/grants/{grant}"), await ana.post(f"/grants/{grant}/approve")):
        assert (again.status_code, again.json()["code"]) == (409, "grant_not_open")


async def test_t22_another_organization_cannot_approve_and_the_asker_can_give_back(house: Office) -> None:
    ana, root = await cast(house)
    garage = await house.organization("oficina")
    await house.person("rui@oficina.test", {garage: Role.ORG_ADMIN})
    rui = await house.signed_in("rui@oficina.test")
    asked = await root.post("/platform/grants", {"organization": "clinica", "reason": REASON, "minutes": 30})
    grant = asked.json()["id"]
    assert (await rui.get("/grants")).json()["items"] == []
    assert (await rui.post(f"/grants/{grant}/approve")).status_code == 404
    assert (await rui.delete(f"/grants/{grant}")).status_code == 404
    assert (await root.delete(f"/platform/grants/{grant}")).json()["state"] == "ended"
    assert (await ana.post(f"/grants/{grant}/approve")).status_code == 409
    demoted = await root.post("/platform/grants", {"organization": "clinica", "reason": REASON, "minutes": 30})
    await ana.post(f"/grants/{demoted.json()['id']}/approve")
    change(house.clone, "update users set platform_role = '' where email = 'root@recado.test'")
    house.access.checks.forget()
    assert (await root.get("/me")).status_code == 401, "who is of the platform no longer, has no grants"
