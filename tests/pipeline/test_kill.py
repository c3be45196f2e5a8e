"""Is anything lost, doubled or reordered when the product's parts are killed while people write? (G01, F01-F08, F43)"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CYCLES = 3
"""One of each part."""


def test_g01_kills_lose_double_and_reorder_nothing() -> None:
    """`kill -9` of API, worker and database backend in rotation at 40 messages a second, then a worker stopped past its lease.

    The provider's ledger is the truth. `make nightly` does five hundred, and leaves no worker at all for longer than the wait
    for evidence.
    """
    run = subprocess.run(
        [sys.executable, "bench/kill.py", "--cycles", str(CYCLES), "--stops", "1", "--outages", "0"],
        cwd=ROOT, capture_output=True, text=True, timeout=420, check=False,
    )  # fmt: skip
    assert run.stdout.strip(), run.stderr[-3000:]
    figures = json.loads(run.stdout.strip().splitlines()[-1])
    assert {name: figures[name] for name in ("lost", "doubled", "unflagged", "out_of_order")} == {
        "lost": 0,
        "doubled": 0,
        "unflagged": 0,
        "out_of_order": 0,
    }, figures
    assert figures["accepted"] == figures["written"] > 0
    assert run.returncode == 0
