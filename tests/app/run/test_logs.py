"""Does a log that grows make room for itself while its writer goes on?"""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest

from recado.app.run import nursery
from recado.app.run.nursery import Nursery
from tests.support.jobs import until

WRITER = "import sys, time\nfor n in range(100):\n    print(f'line {n}', flush=True)\n    time.sleep(0.05)\n"


async def test_a_large_log_is_set_aside_and_begun_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nursery, "LARGEST_LOG", 40)
    children = Nursery(tmp_path, os.environ)
    log, aside = tmp_path / "logs" / "api.log", tmp_path / "logs" / "api.log.1"
    child = await children.start("api", [sys.executable, "-c", WRITER])
    try:
        await until(lambda: log.exists() and log.stat().st_size > 40)
        assert children.turn_logs() == 1
        assert children.turn_logs() == 0
        assert aside.read_text().startswith("line 0\n")
        await until(lambda: log.stat().st_size > 40)
        text = log.read_text()
        assert text.startswith("line "), "the writer goes on at the new beginning, without a hole"
        assert "line 0\n" not in text
        assert children.turn_logs() == 1
        assert "line 0\n" not in aside.read_text(), "one is kept, not a hundred"
        assert {stat.S_IMODE(path.stat().st_mode) for path in (log, aside)} == {0o600}
    finally:
        await children.stop([child], within_s=5)
