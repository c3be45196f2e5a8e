"""How does an installation without a database of its own get a real PostgreSQL that nobody has to look after?

    server = start(Path(".recado/postgres"))
    server.dsn            # superuser, database `recado`, over a unix socket
    stop(server)

Layout of the folder given to `start`:

    data/                 the cluster, mode 0700, owned by the account that runs the server
    socket/               mode 0700; the server listens nowhere else, and asks for a password (scram) even there
    superuser-password    mode 0600, owned by whoever called `start`
    postgres.log          what the server says; statements and row contents are kept out of it
    starting.lock         held while a server is being started, so that two callers end up with one server
    elsewhere             only where needed: the folder in which data, socket and programs stand instead (see `places`)
"""

from __future__ import annotations

import os
import signal
from collections.abc import Mapping
from pathlib import Path

from recado.foundation.embedded_postgres.cluster import launch, make_cluster, password_of, wait_until_it_answers
from recado.foundation.embedded_postgres.errors import EmbeddedPostgresFailed
from recado.foundation.embedded_postgres.places import data_of, make_folder, only_one_starting, places_of, programs
from recado.foundation.embedded_postgres.processes import end_orphans, live_postmaster, send, wait_until_gone
from recado.foundation.embedded_postgres.server import DATABASE, SUPERUSER, Server

__all__ = [
    "DATABASE",
    "SUPERUSER",
    "EmbeddedPostgresFailed",
    "Server",
    "is_running",
    "programs",
    "start",
    "stop",
    "stop_folder",
]


def start(folder: Path, *, settings: Mapping[str, str] | None = None, ends_with_caller: bool = False) -> Server:
    """Start the server of `folder`, made first if it is not there, or find it running; return when it answers queries.

    `settings` are server parameters on top of the house's own. With `ends_with_caller` the kernel stops the server when
    the calling thread ends, in whatever way (Linux only). Raises `EmbeddedPostgresFailed`, one sentence for a person.
    """
    folder = folder.absolute()
    try:
        make_folder(folder)
        with only_one_starting(folder):
            places = places_of(folder)
            password = password_of(places)
            made_now = make_cluster(places, password)
            pid = live_postmaster(places.data)
            reused = pid is not None
            if pid is None:
                end_orphans(places.data)
                pid = launch(places, settings or {}, ends_with_caller=ends_with_caller)
            server = Server(folder, places.data, places.sockets, places.programs, password, pid, reused, made_now)
            wait_until_it_answers(server)
            return server
    except OSError as error:
        raise EmbeddedPostgresFailed(f"{error.filename or folder}: {os.strerror(error.errno or 0)}") from error


def stop(server: Server, *, within_s: float = 30.0) -> None:
    """Stop the server (fast shutdown: sessions are cut, data is flushed) and return when nothing of it runs."""
    stop_folder(server.folder, within_s=within_s)


def stop_folder(folder: Path, *, within_s: float = 30.0) -> None:
    """Stop whatever server runs on `folder`; nothing happens when none does."""
    data = data_of(folder.absolute())
    pid = live_postmaster(data)
    if pid is not None:
        send(pid, signal.SIGINT)
        if not wait_until_gone(pid, data, within_s=within_s):
            send(pid, signal.SIGQUIT)  # immediate shutdown: the next start recovers from the log
            wait_until_gone(pid, data, within_s=5.0)
    end_orphans(data)


def is_running(server: Server) -> bool:
    """Whether the server found or started earlier is still the one that runs on its folder."""
    return live_postmaster(server.data) == server.pid
