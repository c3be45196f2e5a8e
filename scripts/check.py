"""Does the change at hand pass the gates?

Usage: check.py [--fast]

Runs the gates two at a time, shows the output of those that refuse, and one line for each with its seconds.
`--fast` leaves out what takes more than a few seconds; git runs it before each commit (`make hooks`).
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DASHBOARD = ROOT / "dashboard"
BIN = Path(sys.executable).parent
PYTHON_FOLDERS = ("src", "tests", "scripts", "bench", "migrations")


@dataclass(frozen=True)
class Gate:
    """One command that must end with 0."""

    name: str
    command: tuple[str, ...]
    folder: Path = ROOT
    fast: bool = True


@dataclass(frozen=True)
class Outcome:
    """What a gate said."""

    gate: Gate
    passed: bool
    seconds: float
    output: str


def main(arguments: list[str]) -> int:
    outcomes = run_gates([gate for gate in gates() if gate.fast or "--fast" not in arguments])
    return 0 if all(outcome.passed for outcome in outcomes) else 1


def gates() -> list[Gate]:
    return [*python_gates(), *dashboard_gates({"lint": "eslint", "type-check": "tsc", "knip": "knip"})]


def run_gates(gates: list[Gate]) -> list[Outcome]:
    """Run them all, whatever fails, so that one round shows everything."""
    with ThreadPoolExecutor(max_workers=2) as pool:
        outcomes = list(pool.map(run_gate, gates))
    for outcome in outcomes:
        if not outcome.passed:
            print(f"\n──── {outcome.gate.name}: {' '.join(outcome.gate.command)}\n{outcome.output.rstrip()}\n")
    for outcome in outcomes:
        print(f"  {'ok  ' if outcome.passed else 'FAIL'}  {outcome.gate.name:<22} {outcome.seconds:5.1f} s", flush=True)
    return outcomes


def python_gates() -> list[Gate]:
    folders = tuple(name for name in PYTHON_FOLDERS if any((ROOT / name).rglob("*.py")))
    return [
        Gate("types", (str(BIN / "mypy"),), fast=False),
        Gate("format", (str(BIN / "ruff"), "format", "--check", *folders)),
        Gate("lint", (str(BIN / "ruff"), "check", "--output-format=concise", *folders)),
        Gate("imports", (str(BIN / "lint-imports"), "--cache-dir=.import_linter_cache")),
        Gate("architecture", (sys.executable, "-m", "pytest", "-q", "tests/architecture"), fast=False),
    ]


def dashboard_gates(wanted: dict[str, str]) -> list[Gate]:
    """The scripts of package.json among `wanted` (script: name of the gate)."""
    if not (DASHBOARD / "node_modules").exists() or not (DASHBOARD / "package.json").exists():
        return []
    scripts = json.loads((DASHBOARD / "package.json").read_text()).get("scripts", {})
    return [
        Gate(f"dashboard {name}", ("npm", "run", "--silent", script), folder=DASHBOARD, fast=False)
        for script, name in wanted.items()
        if script in scripts
    ]


def run_gate(gate: Gate) -> Outcome:
    started = time.monotonic()
    environment = os.environ | {"PYTHONPATH": str(ROOT / "src"), "NO_COLOR": "1"}
    done = subprocess.run(
        gate.command,
        cwd=gate.folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return Outcome(gate, done.returncode == 0, time.monotonic() - started, done.stdout)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
