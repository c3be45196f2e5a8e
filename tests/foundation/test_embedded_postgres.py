"""Does the embedded PostgreSQL start, recover, stay closed to others, and leave nothing behind?"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import asyncpg
import psutil
import pytest

from recado.foundation import embedded_postgres
from recado.foundation.embedded_postgres import EmbeddedPostgresFailed, Server
from recado.foundation.embedded_postgres.places import LONGEST_SOCKET_FOLDER

AS_ROOT = pytest.mark.skipif(os.geteuid() != 0, reason="only root must give its rights away")


@pytest.fixture
def base() -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp(prefix="recado-pg-"))
    folder.chmod(0o755)
    yield folder
    for elsewhere in folder.rglob("elsewhere"):
        embedded_postgres.stop_folder(elsewhere.parent)
        shutil.rmtree(elsewhere.read_text().strip(), ignore_errors=True)
    for cluster in folder.rglob("postmaster.pid"):
        embedded_postgres.stop_folder(cluster.parent.parent)
    shutil.rmtree(folder, ignore_errors=True)


async def ask(server: Server, query: str) -> object:
    connection = await asyncpg.connect(server.dsn)
    try:
        return await connection.fetchval(query)
    finally:
        await connection.close()


def processes_of(server: Server) -> list[psutil.Process]:
    found = []
    for process in psutil.process_iter(["cmdline"]):
        command = " ".join(process.info["cmdline"] or [])
        if str(server.data) in command or embedded_postgres.processes.cluster_name(server.data) in command:
            found.append(process)
    return found


async def test_answers_and_is_set_for_this_product(base: Path) -> None:
    server = embedded_postgres.start(base / "pg")

    assert int(str(await ask(server, "show server_version_num"))) >= 150000
    assert await ask(server, "select current_database()") == "recado"
    assert await ask(server, "show listen_addresses") == ""
    assert await ask(server, "show fsync") == "on"
    assert await ask(server, "show data_checksums") == "on"
    assert await ask(server, "show server_encoding") == "UTF8"
    assert await ask(server, "show jit") == "off"
    assert await ask(server, "select lower('ÇÃO')") == "ção"
    assert not server.reused
    assert server.made_now


async def test_vectors_are_there(base: Path) -> None:
    if os.environ.get("RECADO_TEST_PG_BIN"):
        pytest.skip("other programs were asked for")
    server = embedded_postgres.start(base / "pg")
    connection = await asyncpg.connect(server.dsn)
    await connection.execute("create extension vector")

    assert await connection.fetchval("select '[1,2]'::vector <-> '[1,3]'::vector") == 1
    await connection.close()


async def test_a_second_start_finds_the_first(base: Path) -> None:
    first = embedded_postgres.start(base / "pg")
    second = embedded_postgres.start(base / "pg")

    assert second.reused
    assert second.pid == first.pid
    assert not second.made_now


def test_stop_leaves_nothing_and_can_be_repeated(base: Path) -> None:
    server = embedded_postgres.start(base / "pg")

    embedded_postgres.stop(server)
    embedded_postgres.stop(server)

    assert processes_of(server) == []
    assert not embedded_postgres.is_running(server)


async def test_committed_rows_outlive_a_kill(base: Path) -> None:
    server = embedded_postgres.start(base / "pg")
    connection = await asyncpg.connect(server.dsn)
    await connection.execute("create table kept (value int)")
    await connection.execute("insert into kept values (7)")

    os.kill(server.pid, signal.SIGKILL)
    again = embedded_postgres.start(base / "pg")

    assert again.pid != server.pid
    assert await ask(again, "select value from kept") == 7


def test_everything_killed_is_recovered(base: Path) -> None:
    server = embedded_postgres.start(base / "pg")
    for process in processes_of(server):
        process.kill()

    assert embedded_postgres.start(base / "pg").pid != server.pid


@pytest.mark.nightly
def test_a_pid_file_naming_a_stranger_is_no_server(base: Path) -> None:
    server = embedded_postgres.start(base / "pg")
    record = (server.data / "postmaster.pid").read_text()
    embedded_postgres.stop(server)
    # As after a restart of the machine: the number now belongs to somebody else, alive, of the same account even.
    account = {"user": server.data.stat().st_uid, "group": server.data.stat().st_gid} if os.geteuid() == 0 else {}
    stranger = subprocess.Popen(["/bin/sleep", "60"], **account)  # type: ignore[call-overload]
    try:
        (server.data / "postmaster.pid").write_text(record.replace(str(server.pid), str(stranger.pid), 1))

        assert embedded_postgres.start(base / "pg").pid != stranger.pid
        assert stranger.poll() is None
    finally:
        stranger.kill()
        stranger.wait()


@pytest.mark.nightly
def test_a_half_made_cluster_is_made_anew(base: Path) -> None:
    made = embedded_postgres.start(base / "pg")
    embedded_postgres.stop(made)
    shutil.rmtree(made.data)
    half = made.data.parent / "making-dead" / "data"
    half.mkdir(parents=True)
    (half / "PG_VERSION").write_text("18\n")

    again = embedded_postgres.start(base / "pg")

    assert again.made_now
    assert again.data == made.data
    assert list(made.data.parent.glob("making-*")) == []


def test_it_is_closed_to_others(base: Path) -> None:
    server = embedded_postgres.start(base / "pg")

    assert server.data.stat().st_mode & 0o777 == 0o700
    assert server.sockets.stat().st_mode & 0o777 == 0o700
    assert (server.folder / "superuser-password").stat().st_mode & 0o777 == 0o600
    assert (server.folder / "postgres.log").stat().st_mode & 0o777 == 0o600
    rules = (server.data / "pg_hba.conf").read_text().splitlines()
    assert {line.split()[-1] for line in rules if line.strip() and not line.startswith("#")} == {"scram-sha-256"}
    assert server.password not in repr(server)


async def test_without_the_password_nobody_enters(base: Path) -> None:
    server = embedded_postgres.start(base / "pg")

    with pytest.raises(asyncpg.InvalidPasswordError):
        await asyncpg.connect(server.dsn.replace(server.password, "guessed"))


async def test_the_log_holds_no_contents_of_rows(base: Path) -> None:
    server = embedded_postgres.start(base / "pg")
    connection = await asyncpg.connect(server.dsn)
    await connection.execute("create table people (phone text primary key)")
    for _ in range(2):
        try:
            await connection.execute("insert into people values ($1)", "5511987654321")
        except asyncpg.UniqueViolationError:
            continue
    await connection.close()

    assert "5511987654321" not in (server.folder / "postgres.log").read_text()


@pytest.mark.nightly
def test_a_path_too_long_for_a_socket(base: Path) -> None:
    deep = base / ("d" * 60) / ("e" * 60) / "pg"

    server = embedded_postgres.start(deep)

    assert len(os.fsencode(server.sockets)) <= LONGEST_SOCKET_FOLDER
    assert server.sockets.stat().st_mode & 0o777 == 0o700
    embedded_postgres.stop(server)
    shutil.rmtree(server.sockets)


@pytest.mark.nightly
def test_a_socket_folder_of_somebody_else_is_refused(base: Path) -> None:
    deep = base / ("d" * 60) / ("e" * 60) / "pg"
    sockets = embedded_postgres.start(deep).sockets
    embedded_postgres.stop_folder(deep)
    shutil.rmtree(sockets)
    sockets.symlink_to(base)

    try:
        with pytest.raises(EmbeddedPostgresFailed, match="pertence a outra pessoa"):
            embedded_postgres.start(deep)
    finally:
        sockets.unlink()


@AS_ROOT
async def test_root_gives_its_rights_away(base: Path) -> None:
    server = embedded_postgres.start(base / "pg")

    for process in processes_of(server):
        assert 0 not in process.uids()
        assert 0 not in process.gids()
    assert (base / "pg").stat().st_uid == 0


@AS_ROOT
async def test_below_a_closed_folder_data_stand_elsewhere_and_nothing_is_opened(base: Path) -> None:
    closed = base / "closed"
    closed.mkdir(mode=0o700)
    folder = closed / "clone" / ".recado" / "postgres"

    server = embedded_postgres.start(folder)

    assert closed.stat().st_mode & 0o777 == 0o700
    assert await ask(server, "select 1") == 1
    assert closed not in server.data.parents
    assert (folder / "elsewhere").read_text().strip() == str(server.data.parent)
    assert server.data.stat().st_mode & 0o777 == 0o700
    embedded_postgres.stop(server)
    assert embedded_postgres.start(folder).data == server.data


@AS_ROOT
@pytest.mark.nightly
def test_data_that_stood_elsewhere_and_are_gone_are_not_made_up(base: Path) -> None:
    closed = base / "closed"
    closed.mkdir(mode=0o700)
    server = embedded_postgres.start(closed / "pg")
    embedded_postgres.stop(server)
    shutil.rmtree(server.data.parent)

    with pytest.raises(EmbeddedPostgresFailed, match="que não existe mais"):
        embedded_postgres.start(closed / "pg")


def test_two_at_once_end_up_with_one_server(base: Path) -> None:
    script = (
        "import sys, pathlib; from recado.foundation import embedded_postgres as e;"
        "print(e.start(pathlib.Path(sys.argv[1])).pid)"
    )
    command = [sys.executable, "-c", script, str(base / "pg")]
    environment = os.environ | {"PYTHONPATH": str(Path(embedded_postgres.__file__).parents[3])}
    both = [subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) for _ in range(2)]

    said = {process.communicate(timeout=60)[0].strip() for process in both}

    assert len(said) == 1
    assert said.pop().isdigit()


@pytest.mark.nightly
def test_it_ends_with_its_caller_when_asked_to(base: Path) -> None:
    script = (
        "import sys, pathlib, signal; from recado.foundation import embedded_postgres as e;"
        "print(e.start(pathlib.Path(sys.argv[1]), ends_with_caller=True).pid, flush=True); signal.pause()"
    )
    environment = os.environ | {"PYTHONPATH": str(Path(embedded_postgres.__file__).parents[3])}
    command = [sys.executable, "-c", script, str(base / "pg")]
    caller = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)
    assert caller.stdout is not None
    pid = int(caller.stdout.readline())

    caller.kill()
    caller.wait()

    deadline = time.monotonic() + 10
    while psutil.pid_exists(pid) and psutil.Process(pid).status() != psutil.STATUS_ZOMBIE:
        assert time.monotonic() < deadline
        time.sleep(0.02)
    caller.stdout.close()


def test_a_start_that_fails_says_why(base: Path) -> None:
    with pytest.raises(EmbeddedPostgresFailed, match="não subiu"):
        embedded_postgres.start(base / "pg", settings={"shared_buffers": "a lot"})


def test_data_of_another_version_is_not_touched(base: Path) -> None:
    server = embedded_postgres.start(base / "pg")
    embedded_postgres.stop(server)
    (server.data / "PG_VERSION").write_text("9\n")

    with pytest.raises(EmbeddedPostgresFailed, match="é do PostgreSQL 9"):
        embedded_postgres.start(base / "pg")


def test_a_lost_password_is_told_apart(base: Path) -> None:
    embedded_postgres.stop(embedded_postgres.start(base / "pg"))
    (base / "pg" / "superuser-password").unlink()

    with pytest.raises(EmbeddedPostgresFailed, match=r"Falta .*superuser-password"):
        embedded_postgres.start(base / "pg")
