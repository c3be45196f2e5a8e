"""Which folder do all processes of one test run share, and what is removed when the run is over or was killed?"""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from pathlib import Path

import psutil

from recado.foundation import embedded_postgres

VARIABLE = "RECADO_TEST_RUN_FOLDER"
PREFIX = "recado-tests-"
_MEMORY = Path("/dev/shm")
_LEAST_FREE = 6 * 2**30
"""In memory a database is copied in 20 ms, on a disk in 300: a thousand files are made. A run holds less than 2 GiB at once."""


def begin() -> Path:
    """Make the folder, tell the run's other processes of it, and remove what killed runs left."""
    for place in {_MEMORY, Path(tempfile.gettempdir())}:
        for leftover in place.glob(f"{PREFIX}*"):
            if not _belongs_to_a_run(leftover):
                end(leftover)
    folder = Path(tempfile.mkdtemp(prefix=f"{PREFIX}{os.getpid()}-", dir=_MEMORY if _is_roomy(_MEMORY) else None))
    folder.chmod(0o711)  # the account that runs the server must pass
    os.environ[VARIABLE] = str(folder)
    if folder.parent == _MEMORY:
        inside = folder / "tmp"
        inside.mkdir()
        inside.chmod(0o1777)
        os.environ["TMPDIR"] = str(inside)
        tempfile.tempdir = None
    return folder


def end(folder: Path) -> None:
    """Stop the run's server and remove everything."""
    if url := os.environ.get("RECADO_TEST_DATABASE_URL"):
        from tests.support.postgres import forget_template  # the migrations' packages take a second to load

        forget_template(folder, url)
    with contextlib.suppress(OSError):
        embedded_postgres.stop_folder(folder / "postgres", within_s=10)
        for elsewhere in folder.glob("postgres/elsewhere"):
            shutil.rmtree(elsewhere.read_text().strip(), ignore_errors=True)
    shutil.rmtree(folder, ignore_errors=True)


def current() -> Path:
    return Path(os.environ[VARIABLE])


def name_of(folder: Path) -> str:
    """What tells this run's databases from those of another on the same server."""
    return folder.name.removeprefix(PREFIX)


def _belongs_to_a_run(folder: Path) -> bool:
    number = name_of(folder).partition("-")[0]
    return number.isdigit() and psutil.pid_exists(int(number))


def _is_roomy(place: Path) -> bool:
    return place.is_dir() and min(shutil.disk_usage(place).free, psutil.virtual_memory().available) > _LEAST_FREE
