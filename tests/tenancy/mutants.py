"""Which ways are there to weaken one policy, each of which a probe must see?"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass

from tests.tenancy.catalogue import LOGINS, STANDARD, STANDARD_OF, Connection, tenant_tables
from tests.tenancy.direct import may
from tests.tenancy.exceptions import EXTRA_POLICIES


@dataclass(frozen=True, slots=True)
class Mutant:
    """One policy made useless, and how it is made whole again."""

    table: str
    what: str
    break_it: str
    mend_it: str
    rights: tuple[str, ...] = ("select",)
    """Without one of these no login role gets anything from it."""

    def __str__(self) -> str:
        return f"{self.table}: {self.what}"


def mutants(db: Connection) -> list[Mutant]:
    """Return every weakening of every policy that keeps a login role out; where none has the right, nothing opens."""
    every = [*_of_the_standard(tenant_tables(db)), *_of_the_rest()]
    return [one for one in every if any(may(db, role, one.table, right) for role in LOGINS for right in one.rights)]


def opened(table: str) -> Mutant:
    """Return the mutant that lets everybody see and write everything of one table."""
    return next(one for one in _of_the_standard([table]) if one.what == "sees and takes everything")


def _of_the_standard(tables: list[str]) -> Iterator[Mutant]:
    for table in tables:
        rule = STANDARD_OF.get(table, STANDARD)
        alter = f"alter policy organization on {table}"
        whole = f"{alter} using ({rule}) with check ({rule})"
        yield Mutant(table, "sees everything", f"{alter} using (true)", whole)
        yield Mutant(table, "takes everything", f"{alter} with check (true)", whole, ("insert", "update"))
        yield Mutant(table, "sees and takes everything", f"{alter} using (true) with check (true)", whole)
        off, on = (f"alter table {table} {word} row level security" for word in ("disable", "enable"))
        yield Mutant(table, "has no row security", off, on)


def _of_the_rest() -> Iterator[Mutant]:
    for table, policy, command, roles in EXTRA_POLICIES:
        alter, rights = f"alter policy {policy} on {table} to", ("select",) if command == "ALL" else (command.lower(),)
        yield Mutant(table, f"{policy} is for everybody", f"{alter} public", f"{alter} {', '.join(roles)}", rights)


@contextlib.contextmanager
def applied(db: Connection, mutant: Mutant) -> Iterator[None]:
    """Weaken the policy meanwhile, for this transaction alone."""
    with db.transaction(force_rollback=True):
        db.execute(mutant.break_it)
        yield
