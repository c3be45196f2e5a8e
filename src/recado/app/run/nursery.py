"""How are the parts started so that none outlives us, and how are they ended?

Three nets, because each has a hole: the kernel kills a part when we end, however we end (Linux only, and not the part's
own children); `leftovers` finds the rest at the next start; and a part that dies takes its own children with it.
"""

from __future__ import annotations

import asyncio
import contextlib
import ctypes
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from recado.app.run import leftovers

PR_SET_PDEATHSIG = 1
LARGEST_LOG = 20_000_000  # bytes; a larger one is set aside as `name.log.1`, in place of the one before, and begun anew


@dataclass(frozen=True, slots=True)
class Child:
    """A process of ours."""

    name: str
    process: asyncio.subprocess.Process
    started_at: float

    @property
    def lived_s(self) -> float:
        return time.monotonic() - self.started_at


class Nursery:
    """Starts the processes of one home folder, and ends them."""

    def __init__(self, home: Path, environment: Mapping[str, str]) -> None:
        self._home = home
        self._environment = dict(environment)
        self._record = leftovers.Record(home / "run.json")

    def set(self, **variables: str) -> None:
        """Tell what is started from now on."""
        self._environment |= variables

    async def start(self, name: str, command: Sequence[str], *, capture: bool = False) -> Child:
        """Start one in a session of its own: Ctrl-C at the terminal reaches us alone, and we end them in order."""
        with self._log(name) as log:
            process = await asyncio.create_subprocess_exec(
                *command,
                env=self._environment | {leftovers.MARK: leftovers.mark(self._home, name)},
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE if capture else log,
                stderr=log,
                start_new_session=True,
                umask=0o077,  # keys, media and logs are nobody else's
                preexec_fn=_die_with_parent(signal.SIGKILL),
            )
        self._record.add(process.pid)
        return Child(name, process, time.monotonic())

    async def stop(self, children: Sequence[Child], *, within_s: float) -> None:
        """Ask all to end, wait for them together, kill what is left of them and of their children."""
        for child in children:
            leftovers.send(child.process.pid, signal.SIGTERM)
        waiting = [asyncio.ensure_future(child.process.wait()) for child in children]
        if waiting:
            await asyncio.wait(waiting, timeout=within_s)
        for child in children:
            if child.process.returncode is None:
                leftovers.send(child.process.pid, signal.SIGKILL)
        await asyncio.gather(*waiting)
        for child in children:
            self.end_descendants(child)

    def turn_logs(self) -> int:
        """Set aside the logs that have grown too large, and begin them anew; how many.

        Their writers keep them open to append, so what they write next stands at the new beginning.
        """
        large = [path for path in (self._home / "logs").glob("*.log") if path.stat().st_size > LARGEST_LOG]
        for path in large:
            shutil.copy2(path, path.with_suffix(".log.1"))
            os.truncate(path, 0)
        return len(large)

    def end_leftovers(self) -> int:
        """Kill what an earlier run of this home left behind; how many processes."""
        return leftovers.end_all(self._home) + self._record.end_all()

    def end_descendants(self, child: Child) -> None:
        """Kill what a dead part left behind: its own children may still hold its port."""
        leftovers.end_all(self._home, child.name)

    def last_lines(self, name: str, count: int = 1) -> str:
        """The end of a part's log."""
        try:
            text = self._log_path(name).read_bytes()[-8000:].decode(errors="replace")
        except OSError:
            return ""
        # Without the frames that some commands draw around their words.
        lines = (line.strip(" \t│╭╮╰╯─") for line in text.splitlines())
        return "\n".join([line for line in lines if line][-count:])

    def _log_path(self, name: str) -> Path:
        return self._home / "logs" / f"{name}.log"

    @contextlib.contextmanager
    def _log(self, name: str) -> Iterator[BinaryIO]:
        path = self._log_path(name)
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with os.fdopen(os.open(path, os.O_CREAT | os.O_WRONLY | os.O_APPEND, 0o600), "ab") as log:
            yield log


def end_with_parent(number: signal.Signals) -> None:
    """Ask the kernel to send this process `number` when its parent ends; nothing happens elsewhere than on Linux."""
    if sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).prctl(PR_SET_PDEATHSIG, number)


def _die_with_parent(number: signal.Signals) -> Callable[[], None] | None:
    if sys.platform != "linux":
        return None
    libc, parent = ctypes.CDLL(None, use_errno=True), os.getpid()

    def ask_kernel() -> None:
        libc.prctl(PR_SET_PDEATHSIG, number)
        if os.getppid() != parent:  # it ended between the fork and the line above
            os._exit(1)

    return ask_kernel
