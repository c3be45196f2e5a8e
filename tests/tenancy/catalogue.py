"""What does PostgreSQL's own catalogue say against our tenancy? Each rule returns one line for each breach."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import psycopg

from tests.tenancy.exceptions import (
    DEFINERS,
    EXTRA_POLICIES,
    FREE_WORDS,
    GLOBAL_PARENTS,
    GLOBALLY_UNIQUE,
    INVOKERS,
    TRIGGERS,
    WITHOUT_ORGANIZATION,
)

LOGINS = ("recado_app", "recado_worker", "recado_intake")
STANDARD = "(organization_id = (NULLIF(current_setting('recado.organization_id'::text, true), ''::text))::uuid)"
# The root of tenancy is found by its own id.
STANDARD_OF = {"organizations": STANDARD.replace("organization_id =", "id =")}
STATES = frozenset(
    (
        "state",
        "status",
        "kind",
        "role",
        "class",
        "direction",
        "answerer",
        "author",
        "priority",
        "lane",
        "actor_kind",
        "consent",
    )
)

Connection = psycopg.Connection[tuple[Any, ...]]
Rule = Callable[[Connection], Iterator[str]]

TENANT_TABLES = """
select c.relname from pg_class c
where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
  and (c.relname = 'organizations' or exists (
      select from pg_attribute a where a.attrelid = c.oid and a.attname = 'organization_id' and not a.attisdropped))
order by 1
"""


def tenant_tables(db: Connection) -> list[str]:
    """Return every table that belongs to organizations, `organizations` among them."""
    return [name for (name,) in db.execute(TENANT_TABLES) if name not in WITHOUT_ORGANIZATION]


def tables_without_organization(db: Connection) -> Iterator[str]:
    found = db.execute(
        "select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'f') order by 1"
    )
    tenant = set(tenant_tables(db))
    others = {name for (name,) in found} - tenant
    yield from (
        f"{name}: has no organization_id and no reason" for name in sorted(others - WITHOUT_ORGANIZATION.keys())
    )
    yield from (f"{name}: is excused and not there" for name in sorted(WITHOUT_ORGANIZATION.keys() - others))


def organization_may_be_missing(db: Connection) -> Iterator[str]:
    rows = db.execute(
        """select c.relname, a.attnotnull, format_type(a.atttypid, a.atttypmod) from pg_attribute a
           join pg_class c on c.oid = a.attrelid
           where c.relname = any(%s) and c.relnamespace = 'public'::regnamespace and a.attname = 'organization_id'""",
        [tenant_tables(db)],
    )
    yield from (
        f"{table}.organization_id: {kind}, not null {given}"
        for table, given, kind in rows
        if not given or kind != "uuid"
    )


def row_security_off(db: Connection) -> Iterator[str]:
    closed = {name for name, entry in WITHOUT_ORGANIZATION.items() if entry.closed}
    rows = db.execute(
        "select relname, relrowsecurity, relforcerowsecurity from pg_class where relname = any(%s) and relkind in ('r', 'p')",
        [[*tenant_tables(db), *closed]],
    )
    yield from (f"{table}: enabled {on}, forced {forced}" for table, on, forced in rows if not (on and forced))


def standard_policy_differs(db: Connection) -> Iterator[str]:
    rows = db.execute(
        """select tablename, permissive, roles::text[], cmd, qual, with_check from pg_policies
           where schemaname = 'public' and policyname = 'organization'"""
    )
    found = {table: rest for table, *rest in rows}
    for table in tenant_tables(db):
        wanted = STANDARD_OF.get(table, STANDARD)
        if found.get(table) != ["PERMISSIVE", ["public"], "ALL", wanted, wanted]:
            yield f"{table}: policy is {found.get(table)}"


def policies_beyond_the_list(db: Connection) -> Iterator[str]:
    rows = db.execute(
        """select tablename, policyname, cmd, roles::text[] from pg_policies
           where schemaname = 'public' and policyname <> 'organization' order by 1, 2"""
    )
    found = {(table, policy, command, tuple(roles)) for table, policy, command, roles in rows}
    yield from (f"{one}: is on no list" for one in sorted(found - EXTRA_POLICIES.keys()))
    yield from (f"{one}: is listed and not there" for one in sorted(EXTRA_POLICIES.keys() - found))


def unique_across_organizations(db: Connection) -> Iterator[str]:
    """Keys that do not begin with the organization tell whether another one has the same value (LAB7)."""
    rows = db.execute(
        """select c.relname, i.relname, x.indisprimary, a.attname from pg_index x
           join pg_class c on c.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
           left join pg_attribute a on a.attrelid = c.oid and a.attnum = x.indkey[0]
           where (x.indisunique or x.indisexclusion) and c.relname = any(%s) and c.relnamespace = 'public'::regnamespace""",
        [tenant_tables(db)],
    )
    keyed = {"organizations"}
    for table, index, primary, first in rows:
        if primary:
            keyed.add(table)
        if first != "organization_id" and (table, index) not in GLOBALLY_UNIQUE:
            yield f"{index} on {table} begins with {first or 'an expression'}"
    yield from (f"{table}: has no primary key" for table in tenant_tables(db) if table not in keyed)


def references_across_organizations(db: Connection) -> Iterator[str]:
    """Checks of foreign keys see past row-level security, so only a composite one keeps to its organization (LAB8)."""
    rows = db.execute(
        """select c.relname, p.relname, k.conname,
                  array(select a.attname::text from unnest(k.conkey) with ordinality u(n, o)
                        join pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.n order by u.o),
                  array(select a.attname::text from unnest(k.confkey) with ordinality u(n, o)
                        join pg_attribute a on a.attrelid = k.confrelid and a.attnum = u.n order by u.o)
           from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_class p on p.oid = k.confrelid
           where k.contype = 'f' and c.relnamespace = 'public'::regnamespace order by 3"""
    )
    tenant = set(tenant_tables(db))
    for child, parent, name, own, theirs in rows:
        pairs = list(zip(own, theirs, strict=True))
        if parent == "organizations":
            fits = pairs == [("organization_id", "id")]
        elif parent in tenant:
            fits = child in tenant and ("organization_id", "organization_id") in pairs
        else:
            fits = child not in tenant or (child, parent) in GLOBAL_PARENTS
        if not fits:
            yield f"{name}: {child} {own} -> {parent} {theirs}"


def enums(db: Connection) -> Iterator[str]:
    """Their comparison is not leakproof, so under a policy no index is reached."""
    rows = db.execute(
        """select c.relname, a.attname from pg_attribute a join pg_class c on c.oid = a.attrelid
           join pg_type t on t.oid = a.atttypid left join pg_type e on e.oid in (t.typelem, t.typbasetype)
           where c.relname = any(%s) and c.relkind in ('r', 'p') and a.attnum > 0
             and (t.typtype = 'e' or (e.typtype = 'e' and (t.typtype = 'd' or t.typcategory = 'A')))""",
        [tenant_tables(db)],
    )
    yield from (f"{table}.{column} is an enum" for table, column in rows)


def states_unchecked(db: Connection) -> Iterator[str]:
    rows = db.execute(
        """select c.relname, a.attname, t.typname, exists (
                select from pg_constraint k where k.conrelid = c.oid and k.contype = 'c' and a.attnum = any(k.conkey)
                  and k.convalidated)
           from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_type t on t.oid = a.atttypid
           where c.relname = any(%s) and c.relkind in ('r', 'p') and a.attname = any(%s)""",
        [tenant_tables(db), sorted(STATES)],
    )
    for table, column, kind, checked in rows:
        if (table, column) not in FREE_WORDS and not (checked and kind in ("text", "int2")):
            yield f"{table}.{column}: {kind}, checked {checked}"


def definer_functions(db: Connection) -> Iterator[str]:
    """They see every organization: few, closed, and unable to be led to another schema's tables."""
    rows = db.execute(
        """select p.oid::regprocedure::text, p.proname, pg_get_userbyid(p.proowner), p.proconfig, p.prosrc, p.prosecdef,
                  array(select r from unnest(%s::text[]) r where has_function_privilege(r, p.oid, 'execute')),
                  exists (select from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a where a.grantee = 0)
           from pg_proc p where p.pronamespace = 'public'::regnamespace order by 1""",
        [list(LOGINS)],
    )
    tables = {
        name for (name,) in db.execute("select relname from pg_class where relnamespace = 'public'::regnamespace")
    }
    seen = set()
    for signature, name, owner, config, source, definer, callers, public in rows:
        seen.add(name)
        if name in INVOKERS:
            yield from _of_an_invoker(signature, definer=definer, config=config or [], public=public)
            continue
        if name not in DEFINERS:
            yield f"{signature}: is on no list"
        elif tuple(callers) != DEFINERS[name].callers:
            yield f"{signature}: may be called by {callers}"
        if not definer or owner != "recado_lookup":
            yield f"{signature}: belongs to {owner}, definer {definer}"
        if config != ["search_path=pg_catalog, public"]:
            yield f"{signature}: runs with {config}"
        if public:
            yield f"{signature}: everybody may call it"
        yield from (f"{signature}: names {table} without its schema" for table in _unqualified(source, tables))
    yield from (f"{name}: is listed and not there" for name in sorted((DEFINERS.keys() | INVOKERS.keys()) - seen))


def _of_an_invoker(signature: str, *, definer: bool, config: list[str], public: bool) -> Iterator[str]:
    if definer:
        yield f"{signature}: runs as its owner"
    if not any(setting.startswith("search_path=pg_catalog") for setting in config):
        yield f"{signature}: runs with {config}"
    if public:
        yield f"{signature}: everybody may call it"


def _unqualified(source: str, tables: set[str]) -> Iterator[str]:
    # A caller's temporary table would be found before ours: pg_temp comes first where the path does not name it.
    for place in re.finditer(r"\b(?:from|join|into|update)\s+(?!public\.)(\w+)", source, re.IGNORECASE):
        if place[1] in tables:
            yield place[1]


def views_of_the_owner(db: Connection) -> Iterator[str]:
    rows = db.execute(
        """select relname, relkind::text, coalesce(reloptions, '{}') from pg_class
           where relnamespace = 'public'::regnamespace and relkind in ('v', 'm', 'f', 'p')"""
    )
    for name, kind, options in rows:
        if kind != "v":
            yield f"{name}: is a {dict(m='materialised view', f='foreign table', p='partitioned table')[kind]}"
        elif not {"security_invoker=true", "security_invoker=on"} & set(options):
            yield f"{name}: is a view with its owner's eyes"


def triggers_beyond_the_list(db: Connection) -> Iterator[str]:
    rows = db.execute(
        """select c.relname, t.tgname from pg_trigger t join pg_class c on c.oid = t.tgrelid
           where not t.tgisinternal and c.relnamespace = 'public'::regnamespace
           union all select c.relname, r.rulename from pg_rewrite r join pg_class c on c.oid = r.ev_class
           where c.relnamespace = 'public'::regnamespace and c.relkind <> 'v'"""
    )
    found = set(rows.fetchall())
    yield from (f"{table}.{name}: is on no list" for table, name in sorted(found ^ TRIGGERS))


def roles_too_strong(db: Connection) -> Iterator[str]:
    rows = db.execute(
        """select rolname, rolcanlogin, rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication,
                  array(select pg_get_userbyid(m.roleid)::text from pg_auth_members m where m.member = r.oid)
           from pg_roles r where rolname like 'recado\\_%%' order by 1"""
    )
    found = {name: rest for name, *rest in rows}
    for name in (*LOGINS, "recado_lookup"):
        login, strong, memberships = found.get(name, [None, None, None])
        if login != (name in LOGINS) or strong or memberships:
            yield f"{name}: logs in {login}, is strong {strong}, member of {memberships}"


def owned_by_logins(db: Connection) -> Iterator[str]:
    """An owner may switch the policies of his table off."""
    rows = db.execute(
        """select pg_get_userbyid(d.refobjid)::text, pg_describe_object(d.classid, d.objid, d.objsubid) from pg_shdepend d
           where d.deptype = 'o' and d.refclassid = 'pg_authid'::regclass
             and d.dbid = (select oid from pg_database where datname = current_database())
             and pg_get_userbyid(d.refobjid) like 'recado\\_%%'"""
    )
    for owner, what in rows:
        if owner in LOGINS or not what.startswith("function "):
            yield f"{owner} owns {what}"


def granted_to_everybody(db: Connection) -> Iterator[str]:
    rows = db.execute(
        """select 'table ' || c.relname, a.privilege_type from pg_class c, aclexplode(c.relacl) a
           where c.relnamespace = 'public'::regnamespace and a.grantee = 0
           union all select 'column ' || c.relname || '.' || t.attname, a.privilege_type
           from pg_attribute t join pg_class c on c.oid = t.attrelid, aclexplode(t.attacl) a
           where c.relnamespace = 'public'::regnamespace and a.grantee = 0
           union all select 'schema ' || n.nspname, a.privilege_type from pg_namespace n, aclexplode(n.nspacl) a
           where n.nspname = 'public' and a.grantee = 0 and a.privilege_type <> 'USAGE'
           union all select 'function ' || p.proname, a.privilege_type
           from pg_proc p, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
           where p.pronamespace = 'public'::regnamespace and a.grantee = 0
           union all select 'whatever will be made', a.privilege_type from pg_default_acl d, aclexplode(d.defaclacl) a
           where a.grantee = 0"""
    )
    yield from (f"{what}: everybody has {privilege}" for what, privilege in rows)


def rights_past_the_policies(db: Connection) -> Iterator[str]:
    """TRUNCATE asks no policy, REFERENCES and TRIGGER lead around them, and a sequence's value counts all organizations."""
    rows = db.execute(
        """select c.relname, a.grantee::regrole::text, a.privilege_type from pg_class c, aclexplode(c.relacl) a
           where c.relnamespace = 'public'::regnamespace and a.grantee <> 0 and a.grantee::regrole::text like 'recado\\_%%'
             and (a.privilege_type not in ('SELECT', 'INSERT', 'UPDATE', 'DELETE', 'USAGE') or a.is_grantable
                  or (c.relkind = 'S' and a.privilege_type <> 'USAGE'))"""
    )
    yield from (f"{table}: {role} has {privilege}" for table, role, privilege in rows)


RULES: tuple[Rule, ...] = (
    tables_without_organization,
    organization_may_be_missing,
    row_security_off,
    standard_policy_differs,
    policies_beyond_the_list,
    unique_across_organizations,
    references_across_organizations,
    enums,
    states_unchecked,
    definer_functions,
    views_of_the_owner,
    triggers_beyond_the_list,
    roles_too_strong,
    owned_by_logins,
    granted_to_everybody,
    rights_past_the_policies,
)
