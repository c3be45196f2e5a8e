"""What do the command line, the demo and long streams rely on?"""

from __future__ import annotations

from uuid import uuid4

import pytest
from fastapi import APIRouter, Depends, Request

from recado.foundation.errors import DomainError, NotFound
from recado.foundation.identifiers import OrganizationId
from recado.organizations import service
from recado.organizations.access import AccessOf, Caller, Checks, permit, recheck
from recado.organizations.errors import AlreadyMember, BadEmail, BadSetting, EmailTaken, SlugTaken
from recado.organizations.models import NOWHERE, SYSTEM, KeyPrincipal, Role, UserId
from recado.organizations.models import ApiKeyId as KeyId
from tests.support.access import PASSWORD, Office, office
from tests.support.jobs import change, rows
from tests.support.postgres import Clone


async def found(house: Office, **more: str) -> OrganizationId:
    async with house.database.transaction(None) as tx:
        return await service.create_organization(tx, **{"name": "Clínica", "slug": "clinica", **more})


async def created(house: Office, email: str) -> UserId:
    async with house.database.transaction(None) as tx:
        return await service.create_user(tx, email=email, name="Ana", password_hash=house.hash)


async def test_an_organization_needs_a_free_short_name_and_meaningful_settings(house: Office) -> None:
    clinic = await found(house)
    with pytest.raises(SlugTaken):
        await found(house)
    for wrong in (
        {"slug": "Com Espaço"},
        {"slug": "-a"},
        {"slug": ""},
        {"slug": "b", "time_zone": "BRT"},
        {"slug": "b", "consent": "x"},
    ):
        with pytest.raises(BadSetting):
            await found(house, **wrong)
    async with house.database.transaction(None) as tx:
        assert await service.find_organization(tx, "clinica") == clinic
        assert await service.find_organization(tx, "outra") is None
        assert await service.find_user_id(tx, "ninguem@x.test") is None
    async with house.database.transaction(OrganizationId(uuid4())) as tx:
        with pytest.raises(NotFound):
            await service.get_organization(tx)
    assert rows(house.clone, "select slug, time_zone, consent from organizations") == [
        ("clinica", "America/Sao_Paulo", "on_reply")
    ]


async def test_a_person_is_stored_once_and_joins_once(house: Office) -> None:
    clinic = await found(house)
    ana = await created(house, "ana@clinica.test")
    with pytest.raises(EmailTaken):
        await created(house, " ANA@clinica.test")
    with pytest.raises(BadEmail):
        await created(house, "ana")
    async with house.database.transaction(clinic) as tx:
        await service.add_member(tx, ana, role=Role.AGENT, by=SYSTEM)
        with pytest.raises(AlreadyMember):
            await service.add_member(tx, ana, role=Role.ORG_ADMIN, by=SYSTEM)
        with pytest.raises(NotFound):
            await service.add_member(tx, UserId(uuid4()), role=Role.AGENT, by=SYSTEM)
    assert rows(house.clone, "select role from members") == [("agent",)]


async def test_a_lost_password_is_set_anew_by_whoever_runs_the_installation(house: Office) -> None:
    clinic = await found(house)
    ana = await house.person("ana@clinica.test", {clinic: Role.ORG_ADMIN})
    hers = await house.signed_in("ana@clinica.test")
    new = await house.access.passwords.hash("palavra-nova-1618")
    async with house.database.transaction(None) as tx:
        assert await service.find_user_id(tx, "Ana@clinica.test") == ana.id
        await service.reset_password(tx, ana.id, new)
        with pytest.raises(NotFound):
            await service.reset_password(tx, UserId(uuid4()), new)
    house.access.checks.forget()
    assert (await hers.get("/me")).status_code == 401
    assert (await hers.refresh()).status_code == 401
    assert (await house.browser().sign_in("ana@clinica.test", PASSWORD)).status_code == 401
    back = house.browser()
    assert (await back.sign_in("ana@clinica.test", "palavra-nova-1618")).status_code == 200
    assert "session.password_reset" in (await back.get("/audit")).text


async def test_somebody_shut_out_of_the_installation_comes_back_only_by_it(house: Office) -> None:
    clinic = await found(house)
    ana = await house.person("ana@clinica.test", {clinic: Role.ORG_ADMIN})
    hers = await house.signed_in("ana@clinica.test")
    async with house.database.transaction(None) as tx:
        await service.set_user_disabled(tx, ana.id, disabled=True)
        with pytest.raises(NotFound):
            await service.set_user_disabled(tx, UserId(uuid4()), disabled=True)
    house.access.checks.forget()
    assert (await hers.get("/me")).status_code == 401
    assert (await house.browser().sign_in("ana@clinica.test")).status_code == 401
    async with house.database.transaction(None) as tx:
        await service.set_user_disabled(tx, ana.id, disabled=False)
    assert (await hers.refresh()).status_code == 401, "an ended session does not come back"
    assert (await house.browser().sign_in("ana@clinica.test")).status_code == 200


async def test_teams_change_and_their_members_know_it_at_once(house: Office) -> None:
    clinic = await found(house)
    await house.person("ana@clinica.test", {clinic: Role.ORG_ADMIN})
    bia = await house.person("bia@clinica.test", {clinic: Role.AGENT})
    ana = await house.signed_in("ana@clinica.test")
    first = (await ana.post("/teams", {"name": "Recepção"})).json()["id"]
    second = (await ana.post("/teams", {"name": "Banho"})).json()["id"]
    changed = await ana.patch(f"/teams/{first}", {"name": "Portaria", "member_ids": [str(bia.id)]})
    assert changed.json() == {"id": first, "name": "Portaria", "member_ids": [str(bia.id)]}
    assert (await ana.patch(f"/teams/{second}", {"name": "Portaria"})).json()["code"] == "name_taken"
    assert (await ana.patch(f"/teams/{uuid4()}", {"name": "X"})).status_code == 404
    assert (await ana.patch(f"/teams/{first}", {"member_ids": [str(uuid4())]})).status_code == 404
    listed = (await ana.get("/members")).json()["items"]
    assert next(one["team_ids"] for one in listed if one["id"] == str(bia.id)) == [first]
    assert (await ana.delete(f"/teams/{first}")).status_code == 204
    assert (await ana.delete(f"/teams/{first}")).status_code == 404
    assert [one["name"] for one in (await ana.get("/teams")).json()["items"]] == ["Banho"]


async def test_a_stream_is_asked_for_its_session_and_not_for_its_token(database: Clone) -> None:
    router = APIRouter()
    asked: list[str] = []

    @router.get("/system", operation_id="system.read")
    async def follow(request: Request, scope: Caller, access: AccessOf) -> str:
        access.checks.forget()
        if asked:
            change(database, asked.pop())
        try:
            return (await recheck(request, scope, access)).role
        except DomainError as refusal:
            return refusal.code

    @router.get("/overview", operation_id="overview.read", dependencies=[Depends(permit("audit:read"))])
    async def more_than_its_row() -> str:
        return "audit"

    async with office(database, routers=[router]) as house:
        clinic = await found(house)
        await house.person("ana@clinica.test", {clinic: Role.ORG_ADMIN})
        ana = await house.signed_in("ana@clinica.test")
        assert (await ana.get("/overview")).json() == "audit"
        made = await ana.post("/api-keys", {"name": "k", "scopes": ["system:read", "overview:read"]})
        robot = house.browser()
        robot.token = made.json()["secret"]
        assert (await robot.get("/overview")).status_code == 403
        assert (await robot.get("/system")).json() == "api_key"
        asked.append("update api_keys set revoked_at = now()")
        assert (await robot.get("/system")).json() == "session_ended"
        assert (await ana.get("/system")).json() == "org_admin"
        asked.append("update members set role = 'viewer'")
        assert (await ana.get("/system")).json() == "viewer"
        asked.append("update user_sessions set ended_at = now()")
        assert (await ana.get("/system")).json() == "session_ended"


def test_what_was_asked_is_remembered_briefly_and_not_without_end() -> None:
    checks = Checks()
    principal = KeyPrincipal(id=KeyId(uuid4()), organization=NOWHERE, name="k", scopes=frozenset(), last_used_at=None)
    for number in range(10_050):
        checks.keep(number, principal)
    assert len(checks._found) <= 10_000
    assert checks.get(10_049) == principal
    checks.forget()
    assert checks.get(10_049) is None
