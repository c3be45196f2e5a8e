"""A supervisor over an empty folder, with everything ended afterwards."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.app.run.running import Running


@pytest.fixture
def running() -> Iterator[Running]:
    # Not pytest's own folder: it is closed to the account that runs PostgreSQL when the tests run as root.
    folder = Path(tempfile.mkdtemp(prefix="recado-run-"))
    folder.chmod(0o755)
    run = Running(folder)
    try:
        yield run
    finally:
        run.end()
        run.forget_database()
        shutil.rmtree(folder, ignore_errors=True)
