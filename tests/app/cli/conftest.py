"""A terminal in front of a migrated database of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.app.cli.terminal import Terminal
from tests.support.postgres import Clone


@pytest.fixture
def terminal(database: Clone, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    monkeypatch.chdir(tmp_path)  # a file `.env` of the person who runs the tests must not be read
    return Terminal(database, tmp_path)
