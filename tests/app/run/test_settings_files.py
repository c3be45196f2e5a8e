"""Are `.env` files read as people write them, and leftovers recognised by more than a number?"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from recado.app.run import leftovers
from recado.app.run.dotenv import parse, with_dotenv


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("PORT=9000", "9000"),
        ("  export PORT = 9000  ", "9000"),
        ("PORT='9000'", "9000"),
        ('PORT="9000" # a remark', "9000"),
        ("PORT=9000 # a remark", "9000"),
        ("PORT=9#000", "9#000"),
        ("PORT=", ""),
        ("PORT= # nothing yet", ""),
        ('PORT="a # b"', "a # b"),
        ('PORT="unfinished', '"unfinished'),
        ("PORT=a=b", "a=b"),
    ],
)
def test_a_line(line: str, value: str) -> None:
    assert parse(line) == {"PORT": value}


@pytest.mark.parametrize("line", ["# PORT=9000", "", "PORT", "9PORT=1", "  # x"])
def test_no_setting(line: str) -> None:
    assert parse(line) == {}


def test_what_is_set_outside_wins(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("PORT=9000\nWORKERS=3\n")

    assert with_dotenv({"PORT": "1"}, tmp_path / ".env") == {"PORT": "1", "WORKERS": "3"}
    assert with_dotenv({"PORT": "1"}, tmp_path / "absent") == {"PORT": "1"}


def test_a_recorded_number_that_became_a_strangers_is_left_alone(tmp_path: Path) -> None:
    stranger = subprocess.Popen([sys.executable, "-c", "import signal; signal.pause()"], start_new_session=True)
    try:
        record = leftovers.Record(tmp_path / "run.json")
        (tmp_path / "run.json").write_text(f'[[{stranger.pid}, "long ago"], [999999999, ""]]')

        assert record.end_all() == 0
        assert stranger.poll() is None

        record.add(stranger.pid)
        assert record.end_all() == 1
        assert stranger.wait(timeout=5) < 0
    finally:
        stranger.kill()
        stranger.wait()


def test_a_damaged_record_is_no_obstacle(tmp_path: Path) -> None:
    for text in ("", "{", '{"a": 1}', "[1, 2]"):
        (tmp_path / "run.json").write_text(text)

        assert leftovers.Record(tmp_path / "run.json").end_all() == 0


def test_only_marked_processes_of_this_home_are_ended(tmp_path: Path) -> None:
    def start(home: Path) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-c", "print(1, flush=True); import signal; signal.pause()"]
        environment = {leftovers.MARK: leftovers.mark(home, "api")}
        started = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE)
        assert started.stdout is not None
        started.stdout.readline()
        return started

    ours, neighbour = start(tmp_path / "home"), start(tmp_path / "home2")
    try:
        assert leftovers.end_all(tmp_path / "home", "worker-1") == 0
        assert leftovers.end_all(tmp_path / "home") == 1
        assert ours.wait(timeout=5) < 0
        assert neighbour.poll() is None
    finally:
        for process in (ours, neighbour):
            process.kill()
            process.wait()
            assert process.stdout is not None
            process.stdout.close()
