"""Can anything in a request but its token decide on whose behalf it runs? (T12, T13, T20)"""

from __future__ import annotations

import dataclasses
import time
from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import pytest
from fastapi.routing import APIRoute

from recado.organizations.api import routers
from recado.organizations.models import NOWHERE, SYSTEM, Role, Scope
from tests.organizations.test_sign_in import mann_whitney_z
from tests.support.access import PASSWORD, Office
from tests.support.jobs import rows

TABLES = "organizations members teams team_members invitations api_keys access_grants users"


def state(house: Office, tables: str = TABLES) -> list[Any]:
    return [rows(house.clone, f"select t::text from {table} t order by 1") for table in tables.split()]  # noqa: S608


def test_t12_a_scope_cannot_be_changed() -> None:
    scope = Scope(
        organization=NOWHERE,
        actor=SYSTEM,
        role=Role.VIEWER,
        permissions=frozenset(),
        session=None,
        teams=frozenset(),
        grant=None,
    )
    for field in dataclasses.fields(scope):
        with pytest.raises(dataclasses.FrozenInstanceError):
            setattr(scope, field.name, "x")
    with pytest.raises(AttributeError):
        scope.permissions.add("audit:read")  # type: ignore[attr-defined]


async def test_t12_identifiers_sent_twice_change_nothing(house: Office) -> None:
    clinic, garage = await house.organization("clinica"), await house.organization("garagem")
    ana = await house.person("ana@clinica.test", {clinic: Role.ORG_ADMIN})
    bia = await house.person("bia@clinica.test", {clinic: Role.AGENT})
    rui = await house.person("rui@garagem.test", {garage: Role.ORG_ADMIN})
    hers = await house.signed_in("ana@clinica.test")
    foreign = state(house, "members")
    names = ("organization_id", "organization", "org", "tenant_id", "user_id", "member_id", "id", "role", "session")
    for name in names:
        for value in (str(garage), str(rui.id), "super_admin"):
            headers = {name.replace("_", "-"): value, f"x-{name.replace('_', '-')}": value}
            listed = await hers.get(f"/members?{name}={value}", headers=headers)
            assert {one["id"] for one in listed.json()["items"]} == {str(ana.id), str(bia.id)}
            assert (await hers.get(f"/organization?{name}={value}", headers=headers)).json()["id"] == str(clinic)
            path = f"/members/{bia.id}?{name}={value}"
            assert (await hers.patch(path, {"role": "agent"}, headers=headers)).json()["id"] == str(bia.id)
            assert (await hers.patch(path, {"role": "agent", name: value})).status_code == 422
    assert (await hers.patch(f"/members/{rui.id}?member_id={bia.id}", {"role": "viewer"})).status_code == 404
    assert (await hers.get(f"/members?cursor={uuid4()}&cursor={rui.id}")).status_code == 200
    assert state(house, "members") == foreign


def inputs() -> Iterator[tuple[str, str]]:
    for router in routers:
        for route in router.routes:
            assert isinstance(route, APIRoute)
            if route.body_field is not None:
                for method in route.methods or ():
                    yield method, route.path


BODIES: dict[str, dict[str, Any]] = {
    "/session": {"email": "ana@clinica.test", "password": PASSWORD},
    "/session/organization": {"organization_id": "{clinic}"},
    "/session/password": {"current": PASSWORD, "new": "nova-palavra-2718"},
    "/session/totp": {"password": PASSWORD},
    "/session/totp/confirm": {"code": "123456"},
    "/session/totp/drop": {"password": PASSWORD},
    "/me": {"name": "Ana"},
    "/invitations/read": {"token": "x" * 43},
    "/invitations/accept": {"token": "x" * 43, "name": "A", "password": PASSWORD},
    "/organization": {"name": "Outra"},
    "/members/{member_id}": {"role": "viewer"},
    "/members/invitations": {"email": "novo@clinica.test", "role": "agent"},
    "/teams": {"name": "Time"},
    "/teams/{team_id}": {"name": "Time"},
    "/api-keys": {"name": "k", "scopes": ["members:read"]},
    "/secrets": {"name": "crm", "value": "um-segredo-longo", "origins": ["https://crm.example.com"]},
    "/secrets/{secret_id}/rotate": {"value": "um-segredo-novo", "origins": ["https://crm.example.com"]},
    "/organization/hours": {"week": None},
    "/organization/days": {"day": "2027-06-11", "name": "Aniversário da loja"},
    "/webhooks": {"name": "CRM", "url": "https://crm.example.com/avisos", "facts": ["conversations.message_received"]},
    "/webhooks/{webhook_id}": {"name": "CRM"},
    "/webhooks/{webhook_id}/rotate": {"keep_previous_hours": 1},
    "/platform/grants": {"organization": "clinica", "reason": "um motivo bem escrito", "minutes": 30},
}


MEANT = {
    "national_holidays",
    "holiday_state",
    "name",
    "role",
    "active",
    "consent",
    "time_zone",
    "expires_at",
    "bot_returns_after_minutes",
    "totp",
}


async def test_t13_no_column_can_be_set_that_is_not_meant_to_be(house: Office) -> None:
    clinic = await house.organization("clinica")
    ana = await house.person("ana@clinica.test", {clinic: Role.ORG_ADMIN})
    hers = await house.signed_in("ana@clinica.test")
    columns = {
        row[0]
        for row in rows(
            house.clone, "select distinct column_name from information_schema.columns where table_schema = 'public'"
        )
    }
    columns |= {"is_admin", "tenant_id", "permissions", "platform", "super_admin", "__class__", "constructor"}
    assert len(columns) > 150
    before = state(house)
    operations = list(inputs())
    assert {path for _method, path in operations} == set(BODIES), "each operation with a body is tried"
    for method, path in operations:
        place = path.replace("{member_id}", str(ana.id)).replace("{team_id}", str(uuid4()))
        place = place.replace("{secret_id}", str(uuid4())).replace("{webhook_id}", str(uuid4()))
        foreign = columns - BODIES[path].keys()
        answer = await hers.request(method, place, json={**BODIES[path], **dict.fromkeys(foreign, "x")})
        if path == "/platform/grants":
            assert answer.status_code == 403
            continue
        assert answer.status_code == 422, (method, path, answer.text)
        refused = {one["at"][-1] for one in answer.json()["data"]["fields"] if one["why"] == "extra_forbidden"}
        assert foreign - refused <= MEANT, (method, path, foreign - refused)
    assert state(house) == before


@pytest.mark.slow
async def test_t20_a_foreign_id_and_a_random_one_look_and_take_the_same(house: Office) -> None:
    clinic, garage = await house.organization("clinica"), await house.organization("garagem")
    await house.person("ana@clinica.test", {clinic: Role.ORG_ADMIN})
    rui = await house.person("rui@garagem.test", {garage: Role.ORG_ADMIN})
    hers = await house.signed_in("ana@clinica.test")
    bodies = set()
    # A pause of the machine may fall on one side; a difference of the product falls on it each time.
    for _ in range(3):
        times: dict[str, list[float]] = {"foreign": [], "random": []}
        for round_ in range(300):
            for kind in ("foreign", "random") if round_ % 2 else ("random", "foreign"):
                id_ = rui.id if kind == "foreign" else uuid4()
                began = time.perf_counter()
                answer = await hers.patch(f"/members/{id_}", {"active": False})
                times[kind].append(time.perf_counter() - began)
                bodies.add((answer.status_code, answer.text))
        assert len(bodies) == 1
        if mann_whitney_z(times["foreign"], times["random"]) < 3.3:
            return
    pytest.fail("a foreign id and a random one can be told apart by the time their refusal takes")
