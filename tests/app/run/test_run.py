"""Does `make run` start, say so, stay up, and leave nothing running?"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import time

import psutil
import pytest

from tests.app.run.running import Running, free_pair


def test_first_start_says_where_and_how_to_sign_in(running: Running) -> None:
    running.start_and_wait()

    assert f"http://localhost:{running.port}" in running.output
    assert f"http://localhost:{running.port + 1}" in running.output
    assert "dona@clinica.example" in running.output
    assert "segredo-da-demo" in running.output
    assert json.loads((running.folder / "posts").read_text()) == {"phone_number_id": "1"}
    assert (running.home / "demo.json").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    "number",
    [signal.SIGTERM, *(pytest.param(one, marks=pytest.mark.nightly) for one in (signal.SIGINT, signal.SIGHUP))],
)
def test_a_signal_ends_everything(running: Running, number: signal.Signals) -> None:
    running.start_and_wait(FAKE_API="--child")
    before = running.processes()

    running.send(number)

    assert running.exit_code() == 0
    assert len(before) >= 8  # api and its child, worker, simulator, postmaster and its helpers
    assert running.processes() == []


@pytest.mark.nightly
def test_a_part_that_ignores_the_signal_is_ended_all_the_same(running: Running) -> None:
    running.start_and_wait(FAKE_API="--deaf")

    running.send(signal.SIGTERM)

    assert running.exit_code() == 0
    assert running.processes() == []


def test_a_later_start_is_quick_and_asks_for_no_second_demo(running: Running) -> None:
    running.start_and_wait()
    running.send(signal.SIGINT)
    running.exit_code()

    seconds = running.start_and_wait()

    assert seconds < 5
    assert (running.folder / "demos").read_text() == "x"
    assert "segredo-da-demo" in running.output


@pytest.mark.nightly
def test_a_database_that_is_no_longer_the_prepared_one_is_prepared_again(running: Running) -> None:
    running.start_and_wait()
    running.send(signal.SIGINT)
    running.exit_code()
    running.forget_database()

    running.start_and_wait()

    assert (running.folder / "demos").read_text() == "xx"


@pytest.mark.nightly
def test_another_port_is_told_to_the_demo(running: Running) -> None:
    running.start_and_wait()
    running.send(signal.SIGINT)
    running.exit_code()
    running.port = free_pair()

    running.start_and_wait()

    assert (running.folder / "demos").read_text() == "xx"


@pytest.mark.parametrize(
    "name", ["worker-1", *(pytest.param(one, marks=pytest.mark.nightly) for one in ("api", "simulator"))]
)
def test_a_killed_part_comes_back(running: Running, name: str) -> None:
    running.start_and_wait()
    killed = running.part(name).pid

    os.kill(killed, signal.SIGKILL)

    running.until(lambda: running.part(name).pid != killed, f"a new {name}")
    assert f"{name} caiu e volta em instantes: morto pelo sinal 9" in running.output


@pytest.mark.nightly
def test_a_killed_part_takes_its_own_children_with_it(running: Running) -> None:
    running.start_and_wait(FAKE_API="--child")
    child = running.part("api-child")

    os.kill(running.part("api").pid, signal.SIGKILL)

    running.until(lambda: not child.is_running(), "the end of the child that holds the port")
    running.until(lambda: running.part("api-child").pid != child.pid, "a new child on the same port")


@pytest.mark.nightly
def test_a_killed_postgres_comes_back(running: Running) -> None:
    running.start_and_wait()
    killed = running.postmaster()

    os.kill(killed, signal.SIGKILL)

    running.until(lambda: "o banco de dados caiu e já voltou" in running.output, "the database's return")
    assert running.postmaster() != killed


def test_a_killed_supervisor_leaves_nothing_that_blocks_the_next(running: Running) -> None:
    running.start_and_wait(FAKE_API="--child")
    before = {process.pid for process in running.processes()}

    running.send(signal.SIGKILL)
    running.exit_code()
    running.start_and_wait(FAKE_API="--child")

    assert before.isdisjoint(process.pid for process in running.processes())
    running.send(signal.SIGINT)
    assert running.exit_code() == 0
    assert running.processes() == []


def test_everything_killed_at_once_is_recovered(running: Running) -> None:
    running.start_and_wait()
    victims = running.processes()

    running.send(signal.SIGKILL)
    for victim in victims:
        with contextlib.suppress(psutil.NoSuchProcess):  # the kernel was quicker
            victim.kill()
    running.exit_code()

    running.start_and_wait()


@pytest.mark.nightly
def test_the_end_of_make_is_ours(running: Running) -> None:
    running.start_under("/bin/sh", "-c", '"$@"; true', "sh", arguments=("--end-with-parent",))
    running.until(lambda: "Recado está no ar" in running.output, "the greeting")
    supervisor = psutil.Process(running.process.pid).children()[0]  # type: ignore[union-attr]

    running.send(signal.SIGKILL)

    running.until(lambda: not supervisor.is_running(), "the supervisor's end")
    assert running.processes() == []


def test_a_part_that_cannot_start_is_named(running: Running) -> None:
    running.start(FAKE_API="--die-after 0")

    assert running.exit_code() == 1
    assert "api não se mantém de pé: estou caindo" in running.errors
    assert running.errors.count("\n") == 1
    assert running.processes() == []


def test_a_schema_that_cannot_be_prepared_is_told(running: Running) -> None:
    running.start(FAKE_MIGRATE="import sys; sys.exit('╭─ Error ─╮\\n│ a migração 7 falhou │\\n╰─────────╯')")

    assert running.exit_code() == 1
    assert running.errors == "O banco de dados não pôde ser preparado: a migração 7 falhou\n"
    assert running.processes() == []


def test_idle_costs_next_to_nothing(running: Running) -> None:
    running.start_and_wait()
    assert running.process is not None
    supervisor = psutil.Process(running.process.pid)
    before = supervisor.cpu_times()

    time.sleep(2)

    after = supervisor.cpu_times()
    assert (after.user + after.system) - (before.user + before.system) < 0.02  # one per cent of a core


def test_the_channel_of_the_environment_is_told_once(running: Running) -> None:
    running.start_and_wait()
    assert "pronto" not in running.output
    for number in ("111", "222"):
        running.end()
        running.start_and_wait(META_PHONE_NUMBER_ID=number)
        assert f"  Número {number} pronto\n  Ctrl-C encerra tudo." in running.output
    running.end()
    running.start_and_wait(META_PHONE_NUMBER_ID="222")
    assert "pronto" not in running.output
