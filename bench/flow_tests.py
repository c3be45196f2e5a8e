"""How many simulated turns a second do time-travel cases take, in one process?

The demo's flow with all its cases, over and over: production engine, virtual clock, session written to JSON and read back
between turns, every expectation checked. The last line is JSON.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "src"))

from recado.app.installed import installed_nodes
from recado.flows.engine.definition import FlowSet, read_definition
from recado.flows.testing import read_cases, run_cases

DEMO = ROOT / "src" / "recado" / "flows" / "demo"
WANTED = 5_000


def main() -> int:
    """Run the suite for some seconds; exit code 1 where a case fails."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=5.0)
    seconds: float = parser.parse_args().seconds
    types = installed_nodes()
    flow = read_definition(json.loads((DEMO / "clinica.json").read_text("utf-8")), types, version=1)
    flows = FlowSet.of(flow, types=types)
    cases = read_cases((DEMO / "clinica.tests.yaml").read_text("utf-8"))
    run_cases(flows, cases)
    turns = runs = 0
    passed = True
    began, worked = time.perf_counter(), time.process_time()
    while time.perf_counter() - began < seconds:
        report = run_cases(flows, cases)
        turns, runs, passed = turns + report.turns, runs + 1, passed and report.passed
    took, cpu = time.perf_counter() - began, time.process_time() - worked
    outcome = {
        "bench": "flow_tests",
        "cases": len(cases),
        "suites": runs,
        "turns": turns,
        "passed": passed,
        "turns_per_s": round(turns / took),
        "turns_per_cpu_s": round(turns / cpu),
        "wanted": WANTED,
    }
    print(json.dumps(outcome))
    return 0 if passed else 1


if __name__ == "__main__":
    sys.exit(main())
