"""Does the setup say in one sentence what is missing, and do nothing twice?"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """What the commands look at before they look at anything else."""
    for name in ("Makefile", "scripts"):
        source = ROOT / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, tmp_path / name)
    (tmp_path / "requirements").mkdir()
    for name in ("run", "bench", "test", "dev"):
        (tmp_path / "requirements" / f"{name}.txt").write_text("# nothing\n")
    (tmp_path / "src").mkdir()
    return tmp_path


@pytest.fixture
def programs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A PATH of its own: make and a shell, and what a test puts there."""
    folder = tmp_path_factory.mktemp("bin")
    for name in ("make", "sh", "awk", "cut"):
        (folder / name).symlink_to(str(shutil.which(name)))
    return folder


def put(folder: Path, name: str, script: str) -> None:
    (folder / name).write_text(f"#!/bin/sh\n{script}\n")
    (folder / name).chmod(0o755)


def make(clone: Path, programs: Path, target: str) -> subprocess.CompletedProcess[str]:
    environment = {"PATH": str(programs), "HOME": str(clone)}
    return subprocess.run(["make", target], cwd=clone, env=environment, capture_output=True, text=True, check=False)


def sentence(done: subprocess.CompletedProcess[str]) -> str:
    """The one line of complaint; make adds a line of its own."""
    assert done.returncode != 0
    lines = [line for line in done.stderr.splitlines() if not line.startswith("make: ***")]
    assert len(lines) == 1, done.stderr
    return lines[0]


def test_no_python(clone: Path, programs: Path) -> None:
    assert sentence(make(clone, programs, "run")) == "Falta o python3; o Recado precisa de Python 3.11 ou mais novo."


def test_old_python(clone: Path, programs: Path) -> None:
    put(programs, "python3", 'test "$1" = -V && { echo "Python 3.9.2"; exit; }; exit 1')

    said = sentence(make(clone, programs, "run"))

    assert said == "O Recado precisa de Python 3.11 ou mais novo; este é o 3.9.2."


def test_a_newer_python_under_another_name_is_found(clone: Path, programs: Path) -> None:
    put(programs, "python3", "exit 1")
    (programs / "python3.12").symlink_to(sys.executable)

    assert make(clone, programs, "python").returncode == 0


@pytest.mark.parametrize(
    ("version", "part"), [("", "Falta o node"), ("v18.20.1", "este é o v18.20.1"), ("v20.9.0", "v20.9.0")]
)
def test_no_node_or_an_old_one(clone: Path, programs: Path, version: str, part: str) -> None:
    (programs / "python3").symlink_to(sys.executable)
    (clone / "dashboard").mkdir()
    (clone / "dashboard" / "package.json").write_text("{}")
    if version:
        put(programs, "node", f"echo {version}")
        put(programs, "npm", "exit 0")

    assert part in sentence(make(clone, programs, "run"))


def setup(clone: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(clone / "scripts" / "setup.py"), "run"]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.mark.nightly
def test_it_does_what_is_missing_and_no_more(clone: Path) -> None:
    (clone / ".venv" / "bin").mkdir(parents=True)
    (clone / ".venv" / "bin" / "python").symlink_to("/nowhere/python3")  # of a Python since removed
    lock = clone / "requirements" / "run.txt"

    first, second = setup(clone), setup(clone)
    lock.write_text("# still nothing\n")
    changed = setup(clone)
    lock.write_text("typer==0.1\n")
    unhashed = setup(clone)

    assert "criando o ambiente" in first.stdout
    assert second.stdout == ""
    assert "criando o ambiente" not in changed.stdout
    assert "instalando os pacotes Python (run)" in changed.stdout
    assert unhashed.returncode == 1
    assert "hash" in unhashed.stderr.lower()
    assert not list((clone / ".venv").glob("installed-*"))
    python = [str(clone / ".venv" / "bin" / "python"), "-c", "import sys; print(sys.path)"]
    assert str(clone / "src") in subprocess.run(python, capture_output=True, text=True, check=True).stdout
