"""Is the table of people out of every login role's reach, but for the definer functions? (T18)"""

from __future__ import annotations

import asyncpg
import pytest

from recado.foundation.database import Database
from recado.foundation.identifiers import OrganizationId
from recado.organizations.models import Role
from tests.support.access import office
from tests.support.jobs import connected, rows
from tests.support.postgres import Clone

GLOBAL = ("users", "recovery_codes", "user_sessions", "refresh_tokens", "known_devices", "attempt_windows")
TENANT = (
    "members",
    "teams",
    "team_members",
    "invitations",
    "api_keys",
    "access_grants",
    "audit_entries",
    "audit_seals",
    "audit_unsealed",
)


async def refused(database: Database, statement: str) -> None:
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        async with database.transaction(None) as tx:
            await tx.execute(statement)


async def test_t18_no_login_role_touches_the_people_of_the_installation(database: Clone) -> None:
    for dsn in (database.app_dsn, database.worker_dsn, database.intake_dsn):
        async with connected(dsn) as pool:
            for table in GLOBAL:
                for start, end in (("select from", ""), ("delete from", ""), ("insert into", "default values")):
                    await refused(pool, f"{start} {table} {end}")


def test_t18_every_table_has_forced_row_security(database: Clone) -> None:
    found = rows(
        database,
        "select relname from pg_class where relrowsecurity and relforcerowsecurity and relname = any(%s)",
        [*GLOBAL, *TENANT],
    )
    assert {row[0] for row in found} == {*GLOBAL, *TENANT}
    policies = rows(
        database,
        """select tablename, roles::text[], cmd from pg_policies where policyname = 'organization' and tablename = any(%s)
           and qual = with_check and qual like '%%recado.organization_id%%'""",
        list(TENANT),
    )
    assert sorted(row[0] for row in policies) == sorted(TENANT)
    others = rows(
        database,
        "select distinct roles::text[] from pg_policies where policyname <> 'organization' and tablename = any(%s)",
        [*GLOBAL, *TENANT],
    )
    assert others == [(["recado_lookup"],)]


def test_t18_the_definer_functions_are_closed_but_to_the_roles_that_need_them(database: Clone) -> None:
    found = rows(
        database,
        """select p.proname, r.rolname, p.proconfig, has_function_privilege('public', p.oid, 'execute'),
                  has_function_privilege('recado_intake', p.oid, 'execute')
           from pg_proc p join pg_roles r on r.oid = p.proowner
           where p.prosecdef and p.pronamespace = 'public'::regnamespace and p.proname not like 'find_channel%%'""",
    )
    assert len(found) >= 27
    for name, owner, config, public, _intake in found:
        assert owner == "recado_lookup", name
        assert any(one.startswith("search_path=pg_catalog, public") for one in config), name
        assert not public, name


async def test_t18_an_organization_sees_its_own_members_only(database: Clone) -> None:
    async with office(database) as house:
        clinic, garage = await house.organization("clinica"), await house.organization("garagem")
        ana = await house.person("ana@clinica.test", {clinic: Role.ORG_ADMIN, garage: Role.VIEWER})
        rui = await house.person("rui@garagem.test", {garage: Role.ORG_ADMIN})
        async with house.database.transaction(clinic) as tx:
            assert [row["id"] for row in await tx.fetch("select id from members")] == [ana.id]
            assert await tx.execute("update members set state = 'disabled' where id = $1", rui.id) == "UPDATE 0"
            assert (
                await tx.execute("update members set role = 'agent' where organization_id = $1", garage) == "UPDATE 0"
            )
        async with house.database.transaction(None) as tx:
            assert await tx.fetch("select id from members") == []
        for statement in (
            "insert into members (organization_id, id, name, email, role) values ($1, $2, '', '', 'viewer')",
            "insert into audit_entries (organization_id, id, actor_kind, actor_name, action) values ($1, $2, 'user', '', '')",
        ):
            with pytest.raises(asyncpg.InsufficientPrivilegeError):
                await _execute(house.database, clinic, statement, garage, ana.id)
        async with house.database.transaction(clinic) as tx:
            assert await tx.fetchval("select end_member_sessions($1, 'x')", rui.id) == 0
        browser = await house.signed_in("rui@garagem.test")
        async with house.database.transaction(clinic) as tx:
            assert await tx.fetchval("select end_member_sessions($1, 'x')", rui.id) == 0
        assert (await browser.get("/me")).status_code == 200


async def _execute(database: Database, organization: OrganizationId, statement: str, *values: object) -> None:
    async with database.transaction(organization) as tx:
        await tx.execute(statement, *values)
