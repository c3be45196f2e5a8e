"""Which processes of a cluster are alive, and how are they ended?

A process is recognised by its command line, never by its number alone: after a restart of the machine or container
the number in `postmaster.pid` may belong to a stranger. The command line can be read where `/proc/<pid>/cwd` cannot
(root in a container without ptrace rights, looking at another account's process).
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

_PROC = Path("/proc/self/cmdline")
STARTED: dict[int, subprocess.Popen[bytes]] = {}
"""Postmasters that this process started: they are our children and must be reaped."""


def cluster_name(data: Path) -> str:
    """The name that all helper processes of the cluster carry in their titles."""
    return "recado-" + hashlib.sha256(os.fsencode(data)).hexdigest()[:12]


def live_postmaster(data: Path) -> int | None:
    """The running server's process id, or None; a `postmaster.pid` left by a killed server counts for nothing."""
    try:
        pid = int((data / "postmaster.pid").read_text().split("\n", 1)[0])
    except (OSError, ValueError):
        return None
    return pid if _is_postmaster_of(pid, data) else None


def end_orphans(data: Path) -> None:
    """End sessions that outlived a killed postmaster: a new server refuses to start while one is attached."""
    title = f"postgres: {cluster_name(data)}: "
    if live_postmaster(data) is not None:
        return
    for pid, command in _commands():
        if command.startswith(title):
            send(pid, signal.SIGQUIT)
    deadline = time.monotonic() + 5.0
    while time.monotonic() < deadline and any(command.startswith(title) for _, command in _commands()):
        time.sleep(0.05)
    for pid, command in _commands():
        if command.startswith(title):
            send(pid, signal.SIGKILL)


def wait_until_gone(pid: int, data: Path, *, within_s: float) -> bool:
    """Wait for a postmaster to end; whether it did."""
    deadline = time.monotonic() + within_s
    while _is_postmaster_of(pid, data):
        if time.monotonic() > deadline:
            return False
        time.sleep(0.02)
    return True


def send(pid: int, number: signal.Signals) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, number)


def _is_postmaster_of(pid: int, data: Path) -> bool:
    child = STARTED.get(pid)
    if child is not None and child.poll() is not None:
        del STARTED[pid]
        return False
    command = _command(pid)
    return f"-D {data} " in command + " " and "postgres" in command


def _command(pid: int) -> str:
    """The command line with spaces between its parts; empty for a process that is gone or a zombie."""
    if not _PROC.exists():
        shown = subprocess.run(["/bin/ps", "-p", str(pid), "-o", "command="], capture_output=True, check=False)
        return os.fsdecode(shown.stdout).strip()
    try:
        return os.fsdecode(Path(f"/proc/{pid}/cmdline").read_bytes()).replace("\0", " ").strip()
    except OSError:
        return ""


def _commands() -> Iterator[tuple[int, str]]:
    if not _PROC.exists():
        shown = subprocess.run(["/bin/ps", "-axo", "pid=,command="], capture_output=True, check=False)
        for line in os.fsdecode(shown.stdout).splitlines():
            number, _, command = line.strip().partition(" ")
            yield int(number), command
        return
    for entry in os.listdir("/proc"):
        if entry.isdigit():
            yield int(entry), _command(int(entry))
