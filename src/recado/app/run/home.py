"""May Recado run in this folder, on these ports, now?"""

from __future__ import annotations

import contextlib
import fcntl
import json
import os
import socket
import tempfile
from collections.abc import Iterator
from pathlib import Path

from recado.app.run.errors import RunRefused

LARGEST_PORT = 65_535


def make_home(home: Path) -> None:
    """The home folder exists and takes files."""
    try:
        if not home.exists():
            home.mkdir(mode=0o711, parents=True)
            # The database's own account must be able to pass; what is in here keeps modes of its own.
            home.chmod(0o711 if os.geteuid() == 0 else 0o700)
        with tempfile.TemporaryFile(dir=home):
            pass
    except OSError as error:
        raise RunRefused(f"A pasta {home} não aceita arquivos ({os.strerror(error.errno or 0)}).") from error


@contextlib.contextmanager
def only_run(home: Path, *, address: str) -> Iterator[None]:
    """Hold the folder: the lock goes with the process, however it ends, so a killed run never blocks the next."""
    descriptor = os.open(home / "run.lock", os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, 0o600)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise RunRefused(_who_runs(home)) from None
        (home / "run.owner").write_text(json.dumps({"pid": os.getpid(), "address": address}))
        yield
    finally:
        os.close(descriptor)


def _who_runs(home: Path) -> str:
    try:
        owner = json.loads((home / "run.owner").read_text())
        return f"O Recado já está rodando nesta pasta (processo {owner['pid']}, {owner['address']})."
    except (OSError, ValueError, KeyError, TypeError):
        return "O Recado já está rodando nesta pasta."


def check_port(host: str, port: int, *, setting: str = "PORT") -> None:
    """The port can be listened on."""
    if not 0 < port <= LARGEST_PORT:
        raise RunRefused(f"{setting} deve ficar entre 1 e {LARGEST_PORT}, e veio {port}.")
    try:
        place = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0]
    except OSError as error:
        raise RunRefused(f"HOST não é um endereço desta máquina: {host}.") from error
    with socket.socket(place[0], socket.SOCK_STREAM) as listener:
        # Otherwise connections of a run that just ended, still fading away, would count as taken.
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind(place[4])
            listener.listen(1)
        except PermissionError:
            raise RunRefused(
                f"A porta {port} é reservada ao administrador; escolha outra com PORT=… make run."
            ) from None
        except OSError as error:
            raise RunRefused(
                f"A porta {port} não está livre ({os.strerror(error.errno or 0)}); escolha outra com PORT=… make run."
            ) from None
