"""Starts a supervisor with stand-ins, and looks at what runs and what it says."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import psutil

from recado.foundation.embedded_postgres.places import data_of
from recado.foundation.embedded_postgres.processes import cluster_name

ROOT = Path(__file__).resolve().parents[3]
PATIENCE_S = 60.0


def free_pair() -> int:
    """A port that is free together with the next one."""
    while True:
        with socket.socket() as first, socket.socket() as second:
            first.bind(("127.0.0.1", 0))
            port: int = first.getsockname()[1]
            try:
                second.bind(("127.0.0.1", port + 1))
            except (OSError, OverflowError):
                continue
            return port


class Running:
    """One supervisor over one home folder; `start` may be called again after it ended."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.home = folder / ".recado"
        self.port = free_pair()
        self.process: subprocess.Popen[bytes] | None = None

    @property
    def data(self) -> Path:
        """PostgreSQL's own folder; elsewhere, when its account cannot reach this clone."""
        return data_of(self.home / "postgres")

    @property
    def output(self) -> str:
        return (self.folder / "out").read_text() if (self.folder / "out").exists() else ""

    @property
    def errors(self) -> str:
        return (self.folder / "err").read_text() if (self.folder / "err").exists() else ""

    @property
    def log(self) -> str:
        path = self.home / "postgres" / "postgres.log"
        return path.read_text()[-4000:] if path.exists() else ""

    def environment(self, **more: str) -> dict[str, str]:
        own = {
            "PORT": str(self.port),
            "RECADO_HOME": str(self.home),
            "PYTHONPATH": str(ROOT / "src"),
            "DATABASE_URL": "",
        }
        own |= {"FAKE_POSTS": str(self.folder / "posts"), "FAKE_DEMOS": str(self.folder / "demos")}
        return os.environ | own | more

    def start(self, *arguments: str, **more: str) -> None:
        self._launch((), arguments, more)

    def start_under(self, *parent: str, arguments: tuple[str, ...]) -> None:
        """Start as the child of another command, which is then what `send` reaches."""
        self._launch(parent, arguments, {})

    def _launch(self, parent: tuple[str, ...], arguments: tuple[str, ...], more: dict[str, str]) -> None:
        command = [*parent, sys.executable, str(Path(__file__).with_name("fake_run.py")), *arguments]
        with open(self.folder / "out", "wb") as out, open(self.folder / "err", "wb") as err:
            self.process = subprocess.Popen(
                command, cwd=self.folder, env=self.environment(**more), stdin=subprocess.DEVNULL, stdout=out, stderr=err
            )  # fmt: skip

    def start_and_wait(self, *arguments: str, **more: str) -> float:
        """Start and wait for the greeting; the seconds it took."""
        began = time.monotonic()
        self.start(*arguments, **more)
        self.until(lambda: "Recado está no ar" in self.output, "the greeting")
        return time.monotonic() - began

    def until(self, condition: Callable[[], object], what: str) -> None:
        deadline = time.monotonic() + PATIENCE_S
        while not condition():
            assert time.monotonic() < deadline, f"waited in vain for {what}:\n{self.output}\n{self.errors}\n{self.log}"
            time.sleep(0.02)

    def exit_code(self) -> int:
        assert self.process is not None
        return self.process.wait(timeout=PATIENCE_S)

    def send(self, number: signal.Signals) -> None:
        assert self.process is not None
        self.process.send_signal(number)

    def processes(self, text: str = "") -> list[psutil.Process]:
        """What runs for this home: parts by their mark, PostgreSQL by its folder or the name of its helpers."""
        found = []
        database = cluster_name(self.data)
        for process in psutil.process_iter(["cmdline", "environ"]):
            command = " ".join(process.info["cmdline"] or [])
            environment = process.info["environ"] or {}
            ours = environment.get("RECADO_RUN", "").startswith(f"{self.home}|")
            ours = ours or str(self.home) in command or str(self.data) in command or database in command
            if ours and text in command and process.pid != (self.process.pid if self.process else 0):
                found.append(process)
        return found

    def part(self, name: str) -> psutil.Process:
        """The process of a stand-in, once it runs."""
        wanted = re.compile(rf"fake_part\.py {name}( |$)")
        found: list[psutil.Process] = []

        def look() -> bool:
            found[:] = [process for process in self.processes() if wanted.search(" ".join(process.cmdline()))]
            return bool(found)

        self.until(look, name)
        return found[0]

    def postmaster(self) -> int:
        return int((self.data / "postmaster.pid").read_text().split()[0])

    def end(self) -> None:
        """After a test: nothing may stay, whatever it did."""
        if self.process is not None and self.process.poll() is None:
            self.process.terminate()
            self.process.wait(timeout=PATIENCE_S)
        for process in self.processes():
            with contextlib.suppress(psutil.NoSuchProcess):
                process.kill()

    def forget_database(self) -> None:
        """As a person does who wants to begin anew; data that stand elsewhere go too."""
        shutil.rmtree(self.data.parent, ignore_errors=True)
        shutil.rmtree(self.home / "postgres", ignore_errors=True)
