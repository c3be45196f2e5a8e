"""What does a database's schema consist of, as text that two databases can be compared by?"""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

import psycopg

# Everything that a migration can make, in words that hold no number of an object.
PARTS = """
select 'schema', n.nspname, n.nspacl::text from pg_namespace n where n.nspname = 'public'
union all select 'relation', c.relname, concat_ws(' ', c.relkind, c.relpersistence, c.relrowsecurity, c.relforcerowsecurity,
        pg_get_userbyid(c.relowner), c.reloptions::text,
        (select string_agg(a::text, ',' order by a::text) from unnest(c.relacl) a))
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind <> 'i'
union all select 'column', c.relname || '.' || a.attname, concat_ws(' ', row_number() over (partition by c.oid order by a.attnum),
        format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attidentity, a.attgenerated, a.attcollation::regcollation,
        pg_get_expr(d.adbin, d.adrelid), (select string_agg(x::text, ',' order by x::text) from unnest(a.attacl) x))
    from pg_attribute a join pg_class c on c.oid = a.attrelid left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'v') and a.attnum > 0 and not a.attisdropped
union all select 'constraint', conrelid::regclass || '.' || conname, pg_get_constraintdef(oid) from pg_constraint
    where connamespace = 'public'::regnamespace and contype <> 'n'
union all select 'index', indexrelid::regclass::text, pg_get_indexdef(indexrelid) from pg_index
    where indrelid in (select oid from pg_class where relnamespace = 'public'::regnamespace)
union all select 'policy', tablename || '.' || policyname, concat_ws(' ', permissive, roles::text, cmd, qual, with_check)
    from pg_policies where schemaname = 'public'
union all select 'function', p.oid::regprocedure::text, concat_ws(' ', pg_get_functiondef(p.oid), pg_get_userbyid(p.proowner),
        (select string_agg(a::text, ',' order by a::text) from unnest(p.proacl) a))
    from pg_proc p where p.pronamespace = 'public'::regnamespace
union all select 'trigger', tgrelid::regclass || '.' || tgname, pg_get_triggerdef(oid) from pg_trigger
    where not tgisinternal and tgrelid in (select oid from pg_class where relnamespace = 'public'::regnamespace)
union all select 'type', t.typname,
        (select string_agg(e.enumlabel, ',' order by e.enumsortorder) from pg_enum e where e.enumtypid = t.oid)
    from pg_type t where t.typnamespace = 'public'::regnamespace and t.typtype in ('e', 'd')
"""


def parts(connection: psycopg.Connection[tuple[Any, ...]]) -> dict[tuple[str, str], str]:
    """Return every object of the schema with its definition."""
    rows = connection.execute(PARTS)
    found = {(kind, name): str(text) for kind, name, text in rows if not name.startswith("alembic_version")}
    return dict(sorted(found.items()))


def dump(programs: Path, dsn: str) -> str:
    """Return the schema as PostgreSQL's own dump prints it."""
    command = [str(programs / "pg_dump"), "--schema-only", "--exclude-table=alembic_version", f"--dbname={dsn}"]
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    # Each dump begins and ends with a word of its own, against commands smuggled into it.
    return "\n".join(line for line in printed.splitlines() if not line.startswith(("\\restrict", "\\unrestrict")))
