"""Does the migrated schema keep organizations apart, as its own catalogue tells? (T18, T19, G18)"""

from __future__ import annotations

import psycopg
import pytest

from tests.support.postgres import Clone
from tests.tenancy import catalogue
from tests.tenancy.catalogue import RULES, Rule

_PEN = "create table pens (organization_id uuid not null, id uuid, {columns} primary key (organization_id, id));"
_PEN_POLICY = (
    "alter table pens enable row level security; alter table pens force row level security;"
    "create policy organization on pens using (organization_id = nullif(current_setting('recado.organization_id', true),"
    " '')::uuid) with check (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid);"
)


def pens(columns: str = "") -> str:
    return _PEN.format(columns=columns) + _PEN_POLICY


# For each rule: what it must see, and what it must let pass.
BAD: dict[str, list[str]] = {
    "tables_without_organization": ["create table pens (id uuid primary key)", "drop table job_attempts"],
    "organization_may_be_missing": [
        "alter table templates drop constraint templates_pkey, alter organization_id drop not null",
        "create table pens (organization_id text primary key)",
    ],
    "row_security_off": [
        "alter table contacts disable row level security",
        "alter table contacts no force row level security",
        "alter table users no force row level security",
        "create table pens (organization_id uuid primary key)",
    ],
    "standard_policy_differs": [
        "drop policy organization on messages",
        "alter policy organization on messages using (true)",
        "alter policy organization on messages with check (true)",
        "alter policy organization on messages to recado_app",
        "alter policy organization on organizations using (true)",
        "alter policy organization on messages using (organization_id = current_setting('recado.organization_id')::uuid)",
        "drop policy organization on messages; create policy organization on messages for select using"
        " (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid)",
    ],
    "policies_beyond_the_list": [
        "create policy peek on messages for select to recado_worker using (true)",
        "alter policy workers on inbox to recado_worker, recado_app",
        "drop policy intake on inbox",
    ],
    "unique_across_organizations": [
        "create unique index on contacts (id)",
        "create unique index on contacts (lower(name))",
        "create table pens (organization_id uuid, id uuid primary key)",
        "create table pens (organization_id uuid not null)",
    ],
    "references_across_organizations": [
        pens("contact_id uuid references pencils (id),").replace("create table pens", "create table pencils"
             " (organization_id uuid, id uuid primary key); create table pens", 1),
        pens("a uuid, o uuid, foreign key (o, a) references contacts (organization_id, id),"),
        pens("o uuid references organizations (id),"),
        pens("u uuid references users (id),"),
    ],
    "enums": [
        f"create type colour as enum ('red'); {pens('colour colour,')}",
        f"create type colour as enum ('red'); {pens('colours colour[],')}",
        f"create type colour as enum ('red'); create domain tint as colour; {pens('tint tint,')}",
    ],
    "states_unchecked": [pens("state text,"), pens("status varchar check (status in ('a')),")],
    "definer_functions": [
        "create function all_messages() returns setof text language sql security definer set search_path = pg_catalog,"
        " public as 'select text from public.messages'",
        "alter function find_user(uuid) reset search_path",
        "alter function find_user(uuid) set search_path = public, pg_catalog",
        "alter function find_user(uuid) owner to current_user",
        "alter function find_user(uuid) security invoker",
        "grant execute on function find_user(uuid) to public",
        "grant execute on function find_user(uuid) to recado_intake",
        "create or replace function find_organization(wanted_slug text) returns uuid language sql stable security definer"
        " set search_path = pg_catalog, public as 'select o.id from organizations o where o.slug = wanted_slug'",
        "drop function find_user(uuid)",
        "alter function quarter_of(timestamptz) security definer",
        "alter function quarter_of(timestamptz) reset search_path",
        "grant execute on function quarter_of(timestamptz) to public",
    ],
    "views_of_the_owner": [
        "create view everybody as select * from contacts",
        "create view everybody with (security_invoker = false) as select * from contacts",
        "create materialized view everybody as select * from contacts",
    ],
    "triggers_beyond_the_list": [
        "create trigger t after insert on messages for each row execute function await_seal()",
        "create rule r as on delete to messages do instead nothing",
        "drop trigger await_seal on audit_entries",
    ],
    "roles_too_strong": [
        "alter role recado_app bypassrls", "alter role recado_worker superuser", "alter role recado_intake createrole",
        "grant recado_lookup to recado_app", "alter role recado_lookup login", "alter role recado_lookup bypassrls",
    ],
    "owned_by_logins": [
        "grant create on schema public to recado_app; alter table contacts owner to recado_app",
        "alter table contacts owner to recado_lookup",
        "grant create on schema public to recado_app; alter function find_user(uuid) owner to recado_app",
    ],
    "granted_to_everybody": [
        "grant select on contacts to public", "grant select (name) on contacts to public",
        "grant create on schema public to public", "grant execute on function find_user(uuid) to public",
        "alter default privileges in schema public grant select on tables to public",
        "create function harmless() returns integer language sql as 'select 1'",
    ],
    "rights_past_the_policies": [
        "grant truncate on contacts to recado_app", "grant references on contacts to recado_worker",
        "grant trigger on contacts to recado_app", "grant select on sequence pgqueuer_id_seq to recado_app",
        "grant select on contacts to recado_app with grant option",
    ],
}  # fmt: skip
GOOD = f"""
{
    pens(
        "state text check (state in ('dry')), contact_id uuid, organization uuid,"
        "foreign key (organization_id, contact_id) references contacts (organization_id, id),"
    )
}
create unique index on pens (organization_id, contact_id);
create view full_pens with (security_invoker = true) as select * from pens;
grant select, insert, update, delete on pens to recado_app;
create index on pens (contact_id);
"""  # noqa: S608 - our own literals


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_t18_t19_the_schema_keeps_the_rule(module_database: Clone, rule: Rule) -> None:
    with psycopg.connect(module_database.owner_dsn) as db:
        assert list(rule(db)) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_g18_the_rule_sees(module_database: Clone, rule: Rule) -> None:
    assert BAD[rule.__name__]
    for statement in BAD[rule.__name__]:
        with psycopg.connect(module_database.owner_dsn) as db:
            db.execute(statement)
            assert list(rule(db)), statement
            db.rollback()
    with psycopg.connect(module_database.owner_dsn) as db:
        db.execute(GOOD)
        assert list(rule(db)) == []
        db.rollback()


def test_every_tenant_table_is_looked_at(module_database: Clone) -> None:
    with psycopg.connect(module_database.owner_dsn) as db:
        found = catalogue.tenant_tables(db)
    assert {"organizations", "messages", "members", "inbox", "outbox", "facts", "uploads"} <= set(found)
    assert len(found) >= 38
