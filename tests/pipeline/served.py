"""The API as it is served: a process of its own, reached over real sockets."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil

from tests.support.postgres import Clone

ROOT = Path(__file__).resolve().parents[2]


@dataclass(slots=True)
class Served:
    """`recado serve` on a port."""

    port: int
    process: subprocess.Popen[bytes]

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def resident(self) -> int:
        """Bytes of memory that its processes hold."""
        parent = psutil.Process(self.process.pid)
        return sum(one.memory_info().rss for one in (parent, *parent.children(recursive=True)))

    def processor_s(self) -> float:
        """Processor time that its processes have used: what it costs, however busy the machine is with others."""
        parent = psutil.Process(self.process.pid)
        return sum(sum(one.cpu_times()[:2]) for one in (parent, *parent.children(recursive=True)))

    async def raw(self, *pieces: bytes, pause: float = 0.0, patience: float = 15.0) -> tuple[int, float]:
        """Send pieces over a socket of its own; the status that came (0: closed without one) and after how long."""
        began = time.monotonic()
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        answer = asyncio.ensure_future(reader.read(200))
        try:
            for piece in pieces:
                if answer.done():
                    break
                try:
                    writer.write(piece)
                    await writer.drain()
                except ConnectionError:
                    break
                if pause:
                    await asyncio.wait([answer], timeout=pause)
            said = await asyncio.wait_for(answer, patience)
        except ConnectionError:
            said = b""
        finally:
            answer.cancel()
            writer.close()
        return int(said.split()[1]) if said.startswith(b"HTTP/1.1 ") else 0, time.monotonic() - began


@contextmanager
def serving(clone: Clone, folder: Path) -> Iterator[Served]:
    """Start the API on `clone`, and end it."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port: int = free.getsockname()[1]
    own = {
        "DATABASE_URL": clone.owner_dsn, "RECADO_MASTER_KEY": "7e57" * 16, "RECADO_HOME": str(folder), "PORT": str(port),
        "PYTHONPATH": str(ROOT / "src"),
    }  # fmt: skip
    with open(folder / "api.log", "wb") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "recado.app.cli", "serve"],
            cwd=folder, env=os.environ | own, stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True,
        )  # fmt: skip
    try:
        _wait(port, process, folder / "api.log")
        yield Served(port, process)
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        try:
            process.wait(15)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def _wait(port: int, process: subprocess.Popen[bytes], log: Path) -> None:
    limit = time.monotonic() + 60
    while time.monotonic() < limit and process.poll() is None:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/ready", timeout=2):
                return
        except urllib.error.HTTPError as error:
            if error.code != 503:
                return
        except OSError:
            pass
        time.sleep(0.1)
    raise AssertionError(log.read_text()[-3000:])
