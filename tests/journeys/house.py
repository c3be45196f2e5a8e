"""How does a test come by the whole product as a newcomer starts it, with the simulator beside it?"""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import psutil

from recado.app.run.home import LARGEST_PORT
from tests.app.run.running import free_pair

ROOT = Path(__file__).resolve().parents[2]
_READY_WITHIN_S = 120.0
_ENDED_WITHIN_S = 30.0
_BUILD = "import setup; setup.install_dashboard(); setup.build_dashboard()"
_SIGN_IN = re.compile(r"Entrar: (\S+)\s+Senha: (\S+)")


@dataclass(slots=True)
class House:
    """A running product in a folder of its own."""

    folder: Path
    port: int
    process: subprocess.Popen[bytes]
    email: str = ""
    password: str = ""
    colleague: str = "rafael@recado.local"

    @property
    def url(self) -> str:
        """The dashboard and the API, at the address that the greeting prints."""
        return f"http://localhost:{self.port}"

    @property
    def simulator(self) -> str:
        return f"http://localhost:{self.port + 1}"

    @property
    def output(self) -> str:
        return (self.folder / "out").read_text() + (self.folder / "err").read_text()

    def part(self, name: str) -> psutil.Process:
        """The process of a part: `serve`, `worker`."""
        own = psutil.Process(self.process.pid).children()
        return next(one for one in own if any(word.endswith(name) for word in one.cmdline()))

    def end(self) -> None:
        """Ctrl-C, then nothing is left: neither processes nor files."""
        self.process.send_signal(signal.SIGINT)
        try:
            self.process.wait(timeout=_ENDED_WITHIN_S)
        finally:
            if self.process.poll() is None:
                self.process.kill()
            shutil.rmtree(self.folder, ignore_errors=True)


def open_house() -> House:
    """Build the dashboard where its sources are newer, start the product, and wait for its greeting."""
    subprocess.run([sys.executable, "-c", _BUILD], cwd=ROOT / "scripts", check=True, capture_output=True)
    # Not pytest's own folder: it is closed to the account that runs PostgreSQL when the tests run as root.
    folder = Path(tempfile.mkdtemp(prefix="recado-journeys-"))
    folder.chmod(0o711)
    port = free_pair()
    assert port < LARGEST_PORT
    own = {
        "PORT": str(port),
        "RECADO_HOME": str(folder / ".recado"),
        "PYTHONPATH": str(ROOT / "src"),
        "DATABASE_URL": "",
    }
    with open(folder / "out", "wb") as out, open(folder / "err", "wb") as err:
        process = subprocess.Popen(
            [sys.executable, "-m", "recado.app.run"],
            cwd=ROOT, env=os.environ | own, stdin=subprocess.DEVNULL, stdout=out, stderr=err,
        )  # fmt: skip
    house = House(folder, port, process)
    deadline = time.monotonic() + _READY_WITHIN_S
    while not (found := _SIGN_IN.search(house.output)):
        if process.poll() is not None or time.monotonic() > deadline:
            said = house.output
            house.end()
            raise AssertionError(f"the product did not start:\n{said}")
        time.sleep(0.05)
    house.email, house.password = found.groups()
    return house
