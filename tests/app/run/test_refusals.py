"""Does a start that cannot succeed say why in one sentence, and end with 1?"""

from __future__ import annotations

import os
import signal
import socket

import pytest

from tests.app.run.running import Running


def refusal(running: Running, **settings: str) -> str:
    running.start(**settings)
    assert running.exit_code() == 1
    assert running.output == ""
    assert running.errors.count("\n") == 1, running.errors
    assert running.processes() == []
    return running.errors.strip()


@pytest.mark.parametrize("offset", [0, 1])
def test_taken_port(running: Running, offset: int) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", running.port + offset))
        other.listen()

        said = refusal(running)

    assert said.startswith(f"A porta {running.port + offset} não está livre")


@pytest.mark.parametrize(("port", "part"), [("0", "PORT deve ficar"), ("70000", "PORT deve ficar"), ("oito", "PORT")])
def test_impossible_port(running: Running, port: str, part: str) -> None:
    running.start(PORT=port, FAKE_PORT=str(running.port))

    assert running.exit_code() == 1
    assert running.errors.startswith(part)
    assert running.errors.count("\n") == 1


@pytest.mark.parametrize(
    ("url", "part"),
    [
        ("mysql://localhost/recado", "não é um endereço de PostgreSQL"),
        ("recado", "não é um endereço de PostgreSQL"),
        ("postgresql://nobody:s3cr3t@127.0.0.1:1/recado", "127.0.0.1:1/recado, e nenhum PostgreSQL responde"),
        ("postgresql://nobody:s3cr3t@no-such-host.invalid/recado", "no-such-host.invalid:5432/recado, que não existe"),
        ("postgresql://nobody:s3cr3t@127.0.0.1:notaport/recado", "DATABASE_URL"),
    ],
)
def test_wrong_database(running: Running, url: str, part: str) -> None:
    said = refusal(running, DATABASE_URL=url)

    assert part in said
    assert "s3cr3t" not in said


def test_wrong_password_and_missing_database(running: Running, postgres_dsn: str) -> None:
    wrong_password = postgres_dsn.replace("@/", "x@/")
    wrong_database = postgres_dsn.replace("@/postgres", "@/no_such")

    assert "recusou o usuário ou a senha" in refusal(running, DATABASE_URL=wrong_password)
    assert "não existe" in refusal(running, DATABASE_URL=wrong_database)


def test_folder_that_takes_no_files(running: Running) -> None:
    running.home.write_text("a file where the folder should be")

    said = refusal(running)

    assert said.startswith(f"A pasta {running.home} não aceita arquivos")


@pytest.mark.skipif(os.geteuid() == 0, reason="root writes everywhere")
def test_read_only_folder(running: Running) -> None:
    running.home.mkdir(mode=0o500)

    assert refusal(running).startswith(f"A pasta {running.home} não aceita arquivos")


def test_no_workers(running: Running) -> None:
    assert refusal(running, WORKERS="0") == "WORKERS deve ser 1 ou mais, e veio 0."


def test_a_second_run_in_the_same_folder(running: Running) -> None:
    running.start_and_wait()
    second = Running(running.folder / "second")
    second.folder.mkdir()
    second.home = running.home

    second.start()

    assert second.exit_code() == 1
    assert running.process is not None
    assert second.errors == (
        f"O Recado já está rodando nesta pasta (processo {running.process.pid}, http://localhost:{running.port}).\n"
    )
    assert running.process.poll() is None
    running.send(signal.SIGINT)
    assert running.exit_code() == 0
