"""How does a database come to the schema this code expects, and under which roles is it used?"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import psycopg
from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from psycopg import sql
from sqlalchemy import create_engine
from sqlalchemy.engine import Connection
from sqlalchemy.exc import OperationalError
from sqlalchemy.pool import NullPool

from recado.app.roles import LOGIN_ROLES, LOOKUP_ROLE, DatabaseUnusable, password
from recado.foundation.secrets import MasterKey

FOLDER = Path(__file__).resolve().parents[3] / "migrations"
_LOCK = 7_225_201
_TRIES = 40
_OLDEST = 150_000


def upgrade(owner_dsn: str, key: MasterKey, revision: str = "head") -> None:
    """Create the roles and bring the schema to `revision`; several processes may call this at once.

    A migration that meets a long lock gives up after 300 ms and is tried again, 40 times at most.
    Raises `DatabaseUnusable` with what to do.
    """
    try:
        with psycopg.connect(owner_dsn, autocommit=True, connect_timeout=5) as connection:
            if connection.info.server_version < _OLDEST:
                raise DatabaseUnusable("O PostgreSQL precisa ser da versão 15 ou mais nova.")
            connection.execute("select pg_advisory_lock(%s)", (_LOCK,))
            _ensure_roles_once_more(connection, key)
            if revision != "head" or _current(connection) != head():
                _run(owner_dsn, lambda config: command.upgrade(config, revision))
    except psycopg.errors.InsufficientPrivilege as error:
        raise DatabaseUnusable(
            f"O usuário de DATABASE_URL precisa de CREATEROLE e de ser dono do banco: {_one_line(error)}"
        ) from error
    except psycopg.OperationalError as error:
        raise DatabaseUnusable(f"Não foi possível abrir DATABASE_URL: {_one_line(error)}") from error


def downgrade(owner_dsn: str, revision: str) -> None:
    """Take the schema back to `revision` (`base` for nothing at all)."""
    _run(owner_dsn, lambda config: command.downgrade(config, revision))


def head() -> str:
    """Return the newest revision among the files."""
    found = ScriptDirectory(str(FOLDER)).get_current_head()
    if found is None:
        raise DatabaseUnusable("Não há migrações na pasta migrations.")
    return found


def revisions() -> list[str]:
    """Return every revision, oldest first."""
    return [script.revision for script in reversed(list(ScriptDirectory(str(FOLDER)).walk_revisions()))]


def _run(owner_dsn: str, act: Callable[[Config], None]) -> None:
    engine = create_engine(_sqlalchemy_url(owner_dsn), poolclass=NullPool)
    for attempt in range(_TRIES):
        try:
            with engine.connect() as connection:
                act(_config(connection))
                connection.commit()
            return
        except (OperationalError, psycopg.errors.LockNotAvailable) as error:
            # Alembic's own statements go through SQLAlchemy, which wraps the driver's error; our scripts do not.
            if not isinstance(getattr(error, "orig", error), psycopg.errors.LockNotAvailable):
                raise
            if attempt == _TRIES - 1:
                raise DatabaseUnusable(
                    "Outra conexão segura uma tabela que a migração precisa mudar; encerre-a e tente de novo."
                ) from error
            time.sleep(0.25)


def _config(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    # The migrations import their helper as `migrations.scripts`, from whichever folder this was started.
    # A folder's name may hold spaces, which otherwise part one folder from the next.
    config.set_main_option("path_separator", "newline")
    config.set_main_option("prepend_sys_path", str(FOLDER.parent))
    config.attributes["connection"] = connection
    return config


def _sqlalchemy_url(dsn: str) -> str:
    return "postgresql+psycopg://" + dsn.partition("://")[2]


def _current(connection: psycopg.Connection[tuple[object, ...]]) -> object:
    if connection.execute("select to_regclass('public.alembic_version')").fetchone() == (None,):
        return None
    row = connection.execute("select version_num from public.alembic_version").fetchone()
    return row[0] if row else None


def _ensure_roles_once_more(connection: psycopg.Connection[tuple[object, ...]], key: MasterKey) -> None:
    """Roles belong to the whole server, and the lock to one database: another one's migration may be at them too."""
    for attempt in range(_TRIES):
        try:
            return _ensure_roles(connection, key)
        except (psycopg.errors.InternalError_, psycopg.errors.UniqueViolation, psycopg.errors.DuplicateObject):
            if attempt == _TRIES - 1:
                raise
            time.sleep(0.1)


def _ensure_roles(connection: psycopg.Connection[tuple[object, ...]], key: MasterKey) -> None:
    known = {row[0] for row in connection.execute("select rolname from pg_roles where rolname like 'recado_%%'")}
    for role in (*LOGIN_ROLES, LOOKUP_ROLE):
        if role not in known:
            connection.execute(sql.SQL("create role {} nosuperuser nobypassrls").format(sql.Identifier(role)))
    for role in LOGIN_ROLES:
        connection.execute(
            sql.SQL("alter role {} login password {}").format(sql.Identifier(role), sql.Literal(password(role, key)))
        )
    connection.execute(sql.SQL("grant {} to current_user").format(sql.Identifier(LOOKUP_ROLE)))
    connection.execute(sql.SQL("grant usage, create on schema public to {}").format(sql.Identifier(LOOKUP_ROLE)))
    for role in LOGIN_ROLES:
        connection.execute(sql.SQL("grant usage on schema public to {}").format(sql.Identifier(role)))


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split())[:300]
