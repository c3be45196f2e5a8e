"""How is a cluster made, its server started, and when is it ready?"""

from __future__ import annotations

import ctypes
import os
import secrets
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from recado.foundation.embedded_postgres.errors import EmbeddedPostgresFailed
from recado.foundation.embedded_postgres.places import Places
from recado.foundation.embedded_postgres.processes import STARTED, cluster_name, live_postmaster
from recado.foundation.embedded_postgres.server import DATABASE, SUPERUSER, Server

LARGEST_LOG = 20_000_000  # bytes; a larger one is begun anew at the next start
READY_WITHIN_S = 60.0  # recovery after a crash replays at most max_wal_size
FIRST_WITH_BUILTIN_LOCALE = 17
FIRST_WITH_IO_METHOD = 18
PR_SET_PDEATHSIG = 1
DATABASE_COUNT = f"select count(*) from pg_database where datname = '{DATABASE}'"  # noqa: S608 - a constant of ours
DATABASE_CREATION = f"create database {DATABASE}"

SETTINGS = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "password_encryption": "scram-sha-256",
    "max_connections": "60",
    "shared_buffers": "64MB",
    "jit": "off",
    "fsync": "on",
    "synchronous_commit": "on",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "max_logical_replication_workers": "0",
    "min_wal_size": "64MB",
    "max_wal_size": "512MB",
    "checkpoint_timeout": "10min",
    "autovacuum_naptime": "5s",  # the queue tables turn over completely within seconds
    "timezone": "UTC",
    "log_timezone": "UTC",
    "log_line_prefix": "%m [%p] ",
    "log_checkpoints": "off",
    # The log holds no personal data: no statements, no parameters, no DETAIL lines with the failing row.
    "log_error_verbosity": "terse",
    "log_min_error_statement": "panic",
    "log_parameter_max_length": "0",
    "log_parameter_max_length_on_error": "0",
}


def password_of(places: Places) -> str:
    """The superuser's password, made with the cluster."""
    path = places.folder / "superuser-password"
    if not path.exists():
        if (places.data / "PG_VERSION").exists():
            raise EmbeddedPostgresFailed(f"Falta {path}, sem o qual {places.data} não abre; restaure o arquivo.")
        _write_secret(path, secrets.token_urlsafe(24))
    return path.read_text().strip()


def make_cluster(places: Places, password: str) -> bool:
    """Make the cluster unless it is there, and tell whether it was made.

    initdb runs beside the final place and the result is renamed: a half-made cluster is never taken for a whole one.
    """
    version = _version(places.programs)
    if (places.data / "PG_VERSION").exists():
        made_by = int((places.data / "PG_VERSION").read_text())
        if made_by != version:
            raise EmbeddedPostgresFailed(f"{places.data} é do PostgreSQL {made_by} e os programas são do {version}.")
        return False
    for leftover in places.data.parent.glob("making-*"):
        shutil.rmtree(leftover, ignore_errors=True)
    making = Path(tempfile.mkdtemp(prefix="making-", dir=places.data.parent))
    _write_secret(making / "password", password)
    places.account.give(making / "password")
    places.account.give(making)
    command = [str(places.programs / "initdb"), "-D", str(making / "data"), "-U", SUPERUSER, "-A", "scram-sha-256"]
    command += [f"--pwfile={making / 'password'}", "-E", "UTF8", "-k", "--locale=C"]
    # Order by code point everywhere, and lower('É') = 'é': from the server itself, else from the C library.
    builtin = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
    command += builtin if version >= FIRST_WITH_BUILTIN_LOCALE else ["--lc-ctype=C.UTF-8"]
    made = _run(command, **places.account.as_popen_arguments())
    if made.returncode:
        shutil.rmtree(making, ignore_errors=True)
        raise EmbeddedPostgresFailed(f"O PostgreSQL não pôde ser criado em {places.data}: {_last_line(made.stderr)}")
    (making / "data").rename(places.data)
    shutil.rmtree(making)
    return True


def launch(places: Places, settings: Mapping[str, str], *, ends_with_caller: bool) -> int:
    """Start the server in a session of its own, so that Ctrl-C at the terminal is not also sent to it; its pid."""
    # Of a killed server; the caller made sure that none lives. PostgreSQL itself would refuse while the number in them
    # is taken, be it by a stranger or by the killed server's own remains, which some containers never bury.
    for stale in (
        places.data / "postmaster.pid",
        places.sockets / ".s.PGSQL.5432",
        places.sockets / ".s.PGSQL.5432.lock",
    ):
        stale.unlink(missing_ok=True)
    chosen = SETTINGS | dict(settings)
    chosen |= {"unix_socket_directories": str(places.sockets), "cluster_name": cluster_name(places.data)}
    if _version(places.programs) >= FIRST_WITH_IO_METHOD:
        chosen.setdefault("io_method", "sync")  # three processes less; at this size workers bring nothing
    command = [str(places.programs / "postgres"), "-D", str(places.data)]
    for name, value in chosen.items():
        command += ["-c", f"{name}={value}"]
    log = places.folder / "postgres.log"
    fresh = not log.exists() or log.stat().st_size > LARGEST_LOG
    flags = os.O_CREAT | os.O_WRONLY | os.O_APPEND | (os.O_TRUNC if fresh else 0)
    with os.fdopen(os.open(log, flags, 0o600), "ab") as output:
        child = subprocess.Popen(
            command,
            cwd="/",
            env=_environment(),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            start_new_session=True,
            preexec_fn=_stop_when_parent_ends() if ends_with_caller and sys.platform == "linux" else None,  # noqa: PLW1509 - one system call
            **places.account.as_popen_arguments(),
        )
    STARTED[child.pid] = child
    return child.pid


def wait_until_it_answers(server: Server) -> None:
    """Ready means: a query was answered, and the product's database is there."""
    deadline = time.monotonic() + READY_WITHIN_S
    answer = ""
    while time.monotonic() < deadline:
        if live_postmaster(server.data) is None and not _is_starting(server.pid):
            raise EmbeddedPostgresFailed(f"O PostgreSQL embutido não subiu: {_last_line(_log_of(server))}")
        if _says_ready(server.data):
            answered = _ask(server, DATABASE_COUNT)
            if answered.returncode == 0:
                if answered.stdout.strip() == "0":
                    _ask(server, DATABASE_CREATION)
                    continue
                return
            answer = answered.stderr
            if "password authentication failed" in answer:
                break
        time.sleep(0.02)
    raise EmbeddedPostgresFailed(f"O PostgreSQL embutido não respondeu: {_last_line(answer or _log_of(server))}")


def _says_ready(data: Path) -> bool:
    """The eighth line of `postmaster.pid`; only a hint that spares idle questions, the query decides."""
    try:
        return (data / "postmaster.pid").read_text().splitlines()[7].strip() == "ready"
    except (OSError, IndexError):
        return False


def _is_starting(pid: int) -> bool:
    child = STARTED.get(pid)
    return child is not None and child.poll() is None


def _ask(server: Server, statement: str) -> subprocess.CompletedProcess[str]:
    command = [
        str(server.programs / "psql"),
        "-XAtqw",
        "-h",
        str(server.sockets),
        "-U",
        SUPERUSER,
        "-d",
        "postgres",
        "-c",
        statement,
    ]
    return _run(command, env=_environment() | {"PGPASSWORD": server.password, "PGCONNECT_TIMEOUT": "5"})


def _run(
    command: list[str], *, env: dict[str, str] | None = None, **arguments: object
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # type: ignore[call-overload, no-any-return]
        command,
        cwd="/",
        env=env or _environment(),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
        **arguments,
    )


def _environment() -> dict[str, str]:
    """Nothing of the caller's environment: PGHOST, PGOPTIONS or a foreign locale would change what runs."""
    return {"PATH": os.environ.get("PATH", os.defpath), "LC_ALL": "C", "TZ": "UTC"}


def _stop_when_parent_ends() -> Callable[[], None]:
    libc, parent = ctypes.CDLL(None, use_errno=True), os.getpid()

    def ask_kernel() -> None:
        libc.prctl(PR_SET_PDEATHSIG, signal.SIGINT)
        if os.getppid() != parent:  # it ended between the fork and the line above
            os._exit(1)

    return ask_kernel


def _version(folder: Path) -> int:
    """The major version of the programs."""
    shown = _run([str(folder / "postgres"), "--version"])
    if shown.returncode:
        raise EmbeddedPostgresFailed(f"{folder / 'postgres'} não roda nesta máquina: {_last_line(shown.stderr)}")
    return int(shown.stdout.split()[2].split(".")[0])


def _write_secret(path: Path, secret: str) -> None:
    partial = path.with_suffix(".partial")
    partial.unlink(missing_ok=True)
    with os.fdopen(os.open(partial, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w") as file:
        file.write(secret)
    partial.rename(path)


def _log_of(server: Server) -> str:
    try:
        return (server.folder / "postgres.log").read_text(errors="replace")[-4000:]
    except OSError:
        return ""


def _last_line(text: str) -> str:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    grave = [line for line in lines if "FATAL" in line or "PANIC" in line]
    return (grave or lines or ["sem explicação"])[-1]
