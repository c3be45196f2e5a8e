"""What can a login role do to another organization's rows with SQL alone?

Two transactions as the application would open them: one inside A, one inside no organization. Each tries to read, change,
move, remove and add rows of B, behind every filter of every query: this is the wall that a forgotten filter leans on.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import psycopg
from psycopg import sql

from tests.tenancy.catalogue import LOGINS, Connection
from tests.tenancy.exceptions import EXTRA_POLICIES


@dataclass(frozen=True, slots=True)
class Breach:
    """Something that should have been impossible."""

    role: str
    act: str
    table: str
    inside: str

    def __str__(self) -> str:
        return f"{self.role}, inside {self.inside}, can {self.act} rows of another organization in {self.table}"


@dataclass(frozen=True, slots=True)
class Attempt:
    """One statement; `right` is the privilege without which it is refused for another reason."""

    act: str
    right: str
    statement: sql.Composed


def breaches(db: Connection, table: str, own: UUID, foreign: UUID) -> Iterator[Breach]:
    """Try everything on one table as each login role that has the right to; `db` is the superuser's, nothing stays."""
    with db.transaction(force_rollback=True):
        _copy_one_row(db, table, foreign)
        for attempt in _attempts(db, table):
            for role in LOGINS:
                if may(db, role, table, attempt.right) and not _listed(role, table, attempt.right):
                    for inside, organization in (("A", own), ("no organization", None)):
                        if _works(db, role, organization, attempt, {"own": own, "foreign": foreign}):
                            yield Breach(role, attempt.act, table, inside)


def _attempts(db: Connection, table: str) -> Sequence[Attempt]:
    names = {"table": sql.Identifier(table), "key": _key(table), "columns": _columns(db, table)}

    def attempt(act: str, right: str, text: str) -> Attempt:
        return Attempt(act, right, sql.SQL(text).format(**names))

    return (
        attempt("read", "select", "select from {table} where {key} = %(foreign)s"),
        attempt("change", "update", "update {table} set {key} = {key} where {key} = %(foreign)s"),
        attempt("remove", "delete", "delete from {table} where {key} = %(foreign)s"),
        attempt("move", "update", "update {table} set {key} = %(foreign)s where {key} = %(own)s"),
        # Without a column that is read, the policies for reading are not asked.
        attempt("take blindly", "update", "update {table} set {key} = %(foreign)s"),
        attempt("add", "insert", "insert into {table} ({columns}) select {columns} from foreign_row"),
    )


def _copy_one_row(db: Connection, table: str, organization: UUID) -> None:
    """What `add` tries to add: a row that is there already, so that past the policy the primary key refuses it."""
    statement = sql.SQL("create temporary table foreign_row on commit drop as select * from {} where {} = %s limit 1")
    copied = db.execute(statement.format(sql.Identifier(table), _key(table)), [organization])
    assert copied.rowcount == 1, f"{table} has no row of B"
    db.execute(sql.SQL("grant select on foreign_row to {}").format(sql.SQL(", ").join(map(sql.Identifier, LOGINS))))


def _key(table: str) -> sql.Identifier:
    return sql.Identifier("id" if table == "organizations" else "organization_id")


def _columns(db: Connection, table: str) -> sql.Composed:
    rows = db.execute(
        """select attname from pg_attribute where attrelid = %s::regclass and attnum > 0 and not attisdropped
           and attidentity = '' and attgenerated = ''""",
        [table],
    )
    return sql.SQL(", ").join(sql.Identifier(name) for (name,) in rows)


def may(db: Connection, role: str, table: str, right: str) -> bool:
    """Tell whether the role has the right on the table at all, whatever its policies say."""
    if right == "delete":
        return db.execute("select has_table_privilege(%s, %s, 'delete')", (role, table)).fetchone() == (True,)
    return db.execute("select has_any_column_privilege(%s, %s, %s)", (role, table, right)).fetchone() == (True,)


def _listed(role: str, table: str, right: str) -> bool:
    """Tell whether a policy with a reason allows it: the workers' claim, and intake."""
    return any(
        where == table and role in roles and command in ("ALL", right.upper())
        for where, _policy, command, roles in EXTRA_POLICIES
    )


def _works(db: Connection, role: str, inside: UUID | None, attempt: Attempt, values: Mapping[str, Any]) -> bool:
    """Tell whether the statement reached a row of B, or was let past the policies to fail on something else."""
    try:
        with db.transaction(force_rollback=True):
            db.execute("select set_config('recado.organization_id', %s, true)", [str(inside or "")])
            db.execute(sql.SQL("set local role {}").format(sql.Identifier(role)))
            return db.execute(attempt.statement, values).rowcount > 0
    except psycopg.errors.InsufficientPrivilege:
        return False
    except psycopg.errors.IntegrityError:
        return True
