"""What does the kernel say it sent while the whole corpus was called? (T33, G20: the oracle is not our own)"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
UNSHARE = ["unshare", "--net", *([] if os.geteuid() == 0 else ["--map-root-user"])]


def may_unshare() -> bool:
    """Does this machine give a process a network of its own?"""
    if shutil.which("unshare") is None or shutil.which("ip") is None:
        return False
    tried = subprocess.run([*UNSHARE, "ip", "link", "set", "lo", "up"], check=False, capture_output=True)
    return tried.returncode == 0


@pytest.mark.skipif(
    not may_unshare(), reason="no network namespaces here: the audit events of test_t33_addresses stand alone"
)
def test_t33_g20_not_one_packet_leaves_for_a_network_of_ours() -> None:
    environment = {**os.environ, "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}"}
    script = [*UNSHARE, sys.executable, "-m", "tests.foundation.egress.kernel_watch"]
    ran = subprocess.run(script, check=False, capture_output=True, text=True, cwd=ROOT, env=environment, timeout=120)
    assert ran.returncode == 0, ran.stderr[-2_000:]
    told = json.loads(ran.stdout)
    assert told["answered"] == 0
    assert told["sent"] == []
    assert {"10.0.0.5", "169.254.169.254"} <= set(told["past_the_wall"])
