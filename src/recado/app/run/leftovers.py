"""Which processes belong to an installation, though the one that started them is gone?

Every process of a run carries `RECADO_RUN=<home>|<part>` in its environment and hands it to its own children, so that a
look through `/proc` finds them all, whoever their parent is by now. Elsewhere than on Linux a record of process ids
with the time each began serves instead: an id alone may belong to a stranger by now.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import time
from pathlib import Path

MARK = "RECADO_RUN"
PROC = Path("/proc")
GONE_WITHIN_S = 5.0


def mark(home: Path, part: str = "") -> str:
    """The value of `RECADO_RUN` for a part; without a part, what the values of all parts begin with."""
    return f"{home}|{part}|" if part else f"{home}|"


def end_all(home: Path, part: str = "") -> int:
    """Kill what is left of a home (or of one part of it) and wait until it is gone; how many processes there were."""
    ended = 0
    deadline = time.monotonic() + GONE_WITHIN_S
    while (found := marked(mark(home, part))) and time.monotonic() < deadline:
        for pid in found:
            send(pid, signal.SIGKILL)
        ended = max(ended, len(found))
        time.sleep(0.02)
    return ended


def marked(beginning: str) -> list[int]:
    """Process ids, our own left out, whose mark begins so; those of other accounts cannot be read."""
    needle = f"{MARK}={beginning}".encode()
    found = []
    for entry in os.listdir(PROC) if PROC.is_dir() else ():
        if entry.isdigit() and int(entry) != os.getpid():
            with contextlib.suppress(OSError):
                if any(word.startswith(needle) for word in (PROC / entry / "environ").read_bytes().split(b"\0")):
                    found.append(int(entry))
    return found


class Record:
    """The file of process ids and start times."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def add(self, pid: int) -> None:
        kept = [(known, began) for known, began in self._entries() if began_at(known) == began]
        self._path.write_text(json.dumps([*kept, (pid, began_at(pid))]))

    def end_all(self) -> int:
        """Kill the groups of those that still run and were not replaced by a stranger; how many."""
        alive = [pid for pid, began in self._entries() if began and began_at(pid) == began]
        for pid in alive:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(pid, signal.SIGKILL)
        self._path.unlink(missing_ok=True)
        return len(alive)

    def _entries(self) -> list[tuple[int, str]]:
        try:
            return [(int(pid), str(began)) for pid, began in json.loads(self._path.read_text())]
        except (OSError, ValueError, TypeError):
            return []


def began_at(pid: int) -> str:
    """When a process began, in whatever words the system has for it; empty when there is no such process."""
    if not PROC.is_dir():
        shown = subprocess.run(
            ["/bin/ps", "-p", str(pid), "-o", "lstart="], capture_output=True, text=True, check=False
        )
        return shown.stdout.strip()
    try:
        # The name, in parentheses, may hold spaces; field 22 of proc(5) is the start time in clock ticks since boot.
        return (PROC / str(pid) / "stat").read_text().rpartition(")")[2].split()[19]
    except (OSError, IndexError):
        return ""


def send(pid: int, number: signal.Signals) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.kill(pid, number)
