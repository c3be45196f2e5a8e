"""How do tests come by real databases, one server for all of them and one migrated database for each?

The first test that needs a database starts the server; the run's other processes find it by the folder they share. The
schema is made once, in a template; a test's database is a copy of it (20 ms in memory, 300 on a disk).

    RECADO_TEST_DATABASE_URL   use this server instead (a superuser's address; version 15 or newer)
    RECADO_TEST_PG_BIN         start these programs instead of the embedded 18, e.g. those of Debian's PostgreSQL 15
"""

from __future__ import annotations

import contextlib
import fcntl
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit
from uuid import uuid4

import psycopg
from psycopg import sql

from recado.app.migrate import upgrade
from recado.app.roles import LOGIN_ROLES, role_dsn
from recado.foundation import embedded_postgres
from recado.foundation.secrets import MasterKey
from tests.support import run_folder

MASTER_KEY = MasterKey(bytes.fromhex("7e57" * 16))
# A crash of the machine loses nothing here that matters; a crash of a process loses nothing in either case.
FASTER = {"fsync": "off", "max_connections": "200", "max_wal_size": "1GB"}


@dataclass(frozen=True, slots=True)
class Clone:
    """A migrated, empty database of its own. Each address is the same database under another role."""

    name: str
    owner_dsn: str
    app_dsn: str
    worker_dsn: str
    intake_dsn: str
    key: MasterKey

    def as_role(self, role: str) -> str:
        return role_dsn(self.owner_dsn, role, self.key)


class Cluster:
    """The server of this test run."""

    def __init__(self, folder: Path, admin_dsn: str) -> None:
        self._folder = folder
        self.admin_dsn = admin_dsn
        self.template = f"recado_template_{run_folder.name_of(folder)}"

    def dsn_of(self, database: str) -> str:
        return urlunsplit(urlsplit(self.admin_dsn)._replace(path=f"/{database}"))

    def make_template(self) -> None:
        """Migrate once for all processes of the run; the others wait."""
        with _only_one(self._folder / "template.lock"):
            done = self._folder / "template.done"
            if not done.exists():
                self._run(sql.SQL("drop database if exists {}").format(sql.Identifier(self.template)))
                self._run(sql.SQL("create database {}").format(sql.Identifier(self.template)))
                upgrade(self.dsn_of(self.template), MASTER_KEY)
                done.touch()

    def empty(self) -> str:
        """A database with nothing in it; its name."""
        name = f"recado_test_{uuid4().hex[:12]}"
        self._run(sql.SQL("create database {}").format(sql.Identifier(name)))
        return name

    def clone(self) -> Clone:
        """A copy of the template."""
        self.make_template()
        name = f"recado_test_{uuid4().hex[:12]}"
        self._run(
            sql.SQL("create database {} template {} strategy file_copy").format(
                sql.Identifier(name), sql.Identifier(self.template)
            )
        )
        owner = self.dsn_of(name)
        app, worker, intake = (role_dsn(owner, role, MASTER_KEY) for role in LOGIN_ROLES)
        return Clone(name, owner, app, worker, intake, MASTER_KEY)

    def drop(self, name: str) -> None:
        self._run(sql.SQL("drop database if exists {} with (force)").format(sql.Identifier(name)))

    def _run(self, statement: sql.Composed) -> None:
        with psycopg.connect(self.admin_dsn, autocommit=True) as connection:
            connection.execute(statement)


def forget_template(folder: Path, url: str) -> None:
    """Take the template of a run off a server that outlives it."""
    cluster = Cluster(folder, url)
    with contextlib.suppress(psycopg.Error):
        cluster.drop(cluster.template)


def running_cluster() -> Cluster:
    """The server of this run, started if no other process of the run did."""
    folder = run_folder.current()
    if url := os.environ.get("RECADO_TEST_DATABASE_URL"):
        return Cluster(folder, url)
    server = embedded_postgres.start(folder / "postgres", settings=FASTER)
    return Cluster(folder, server.dsn_of("postgres"))


@contextlib.contextmanager
def _only_one(path: Path) -> Iterator[None]:
    with open(path, "w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
