"""Can every migration be taken back and done again, by several processes at once, while others hold locks? (G12)"""

from __future__ import annotations

import asyncio
import itertools
import multiprocessing
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import asyncpg
import psycopg
import pytest

from recado.app import migrate
from recado.app.roles import DatabaseUnusable
from recado.foundation import embedded_postgres
from recado.foundation.identifiers import OrganizationId, new_id
from tests.support.postgres import FASTER, MASTER_KEY
from tests.tenancy.schema import dump, parts
from tests.tenancy.seeding import Place, Seeder

DEBIAN_15 = Path("/usr/lib/postgresql/15/bin")


@pytest.fixture(params=["embedded", pytest.param("15", marks=pytest.mark.nightly)])
def server(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[tuple[str, Path]]:
    """An empty database of the run's server, and of the oldest version that is promised; and that server's programs."""
    if request.param == "embedded":
        yield request.getfixturevalue("empty_database"), embedded_postgres.programs()
        return
    if not (DEBIAN_15 / "postgres").exists():
        pytest.skip("PostgreSQL 15 is not installed here")
    monkeypatch.setenv("RECADO_TEST_PG_BIN", str(DEBIAN_15))
    started = embedded_postgres.start(tmp_path / "postgres", settings=FASTER)
    yield started.dsn, DEBIAN_15
    embedded_postgres.stop(started)


@pytest.mark.slow
def test_every_migration_is_taken_back_and_done_again(server: tuple[str, Path]) -> None:
    dsn, programs = server
    steps = migrate.revisions()
    assert len(steps) >= 12
    migrate.upgrade(dsn, MASTER_KEY, steps[0])
    migrate.downgrade(dsn, "base")
    with psycopg.connect(dsn, autocommit=True) as look:
        shapes = [parts(look)]  # nothing but what the roles need
        for revision in steps:
            migrate.upgrade(dsn, MASTER_KEY, revision)
            shapes.append(parts(look))
        assert all(one != other for one, other in itertools.pairwise(shapes)), "each migration does something"
        printed = dump(programs, dsn)
        asyncio.run(fill(dsn))
        for index in range(len(steps) - 1, -1, -1):
            migrate.downgrade(dsn, steps[index - 1] if index else "base")
            assert parts(look) == shapes[index], f"{steps[index]} leaves something behind"
        for index, revision in enumerate(steps, start=1):
            migrate.upgrade(dsn, MASTER_KEY, revision)
            assert parts(look) == shapes[index], f"{revision} does not come back as it was"
    assert dump(programs, dsn) == printed


async def fill(dsn: str) -> None:
    """Give each table rows of two organizations: taking a migration back must not stumble over what is there."""
    owner = await asyncpg.connect(dsn)
    seeder = Seeder(owner, MASTER_KEY)
    await seeder.learn()
    for letter in "ab":
        place = Place(letter, OrganizationId(new_id()))
        await seeder.insert(place, "organizations")
        await seeder.fill(place)
    await owner.close()


@pytest.mark.slow
def test_processes_that_start_together_migrate_once(empty_database: str) -> None:
    fork = multiprocessing.get_context("fork")  # the others would load everything anew, one after another
    started = [fork.Process(target=migrate.upgrade, args=(empty_database, MASTER_KEY)) for _ in range(6)]
    for one in started:
        one.start()
    for one in started:
        one.join(60)

    assert [one.exitcode for one in started] == [0] * 6
    with psycopg.connect(empty_database) as look:
        assert look.execute("select version_num from alembic_version").fetchall() == [(migrate.head(),)]


def test_a_long_lock_makes_a_migration_try_again_and_stops_no_reader(empty_database: str) -> None:
    migrate.upgrade(empty_database, MASTER_KEY, "0001")
    waits: list[float] = []
    stop = threading.Event()
    reader = threading.Thread(target=read_on, args=(empty_database, waits, stop))
    with psycopg.connect(empty_database) as holder:
        holder.execute("select from organizations")
        reader.start()
        taken_back = threading.Thread(target=migrate.downgrade, args=(empty_database, "base"))
        began = time.monotonic()
        taken_back.start()
        time.sleep(1.5)
        assert taken_back.is_alive(), "it waits for the lock"
        stop.set()
        reader.join(10)
        holder.rollback()
    taken_back.join(20)

    assert not taken_back.is_alive()
    assert time.monotonic() - began >= 1.5
    assert len(waits) > 10
    assert max(waits) < 1.0, "a migration that waits for a lock gives way to readers every 300 ms"
    with psycopg.connect(empty_database) as look:
        assert look.execute("select to_regclass('organizations')").fetchone() == (None,)


def read_on(dsn: str, waits: list[float], stop: threading.Event) -> None:
    with psycopg.connect(dsn, autocommit=True) as reader:
        while not stop.is_set():
            began = time.monotonic()
            reader.execute("select from organizations")
            waits.append(time.monotonic() - began)
            time.sleep(0.02)


def test_a_lock_that_is_never_given_up_is_an_error_and_no_wait_for_ever(
    empty_database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(migrate, "_TRIES", 2)
    migrate.upgrade(empty_database, MASTER_KEY, "0001")
    with psycopg.connect(empty_database) as holder:
        holder.execute("lock table organizations in access share mode")
        with pytest.raises(DatabaseUnusable, match="segura uma tabela"):
            migrate.downgrade(empty_database, "base")
    with psycopg.connect(empty_database) as look:
        assert look.execute("select version_num from alembic_version").fetchall() == [("0001",)], "nothing half done"


def test_a_change_of_rows_that_a_policy_hides_fails_instead_of_doing_nothing(empty_database: str) -> None:
    """Migrations run with row_security off: the owner, whom forced policies blind, is told so."""
    migrate.upgrade(empty_database, MASTER_KEY)
    with psycopg.connect(empty_database) as owner:
        owner.execute("create role blinded nosuperuser nobypassrls")
        owner.execute("grant update, select on contacts to blinded")
        owner.execute("set local role blinded")
        assert owner.execute("update contacts set name = ''").rowcount == 0
        owner.execute("set local row_security = off")
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            owner.execute("update contacts set name = ''")
        owner.rollback()
    from migrations import scripts

    assert "row_security = off" in scripts._PREFACE
    assert "lock_timeout" in scripts._PREFACE
