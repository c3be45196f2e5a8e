"""Is the whole product in order?

Finds or installs Chromium, runs the gates and all tests with their coverage, compares the coverage with the floors in
pyproject.toml, and ends with one line: `N passed, N failed`. Arguments are handed to pytest.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
import tomllib
from collections.abc import Iterable
from pathlib import Path
from xml.etree import ElementTree

from check import DASHBOARD, dashboard_gates, gates, run_gates

ROOT = Path(__file__).resolve().parent.parent
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
RESULTS = ROOT / "test-results"
PROCESSES = "3"
"""Of pytest. One more than cores: a third of the time a test waits for browsers, kills and clocks."""


def main(arguments: list[str]) -> int:
    started = time.monotonic()
    browser = find_browser() or install_browser()
    print(f"  Chromium: {browser or 'não encontrado; os testes do navegador vão falhar'}", flush=True)
    passed, failed = count_gates()
    tests_passed, tests_failed = run_pytest(arguments, browser)
    below = [] if arguments else list(floors_missed())
    for line in below:
        print(f"  FAIL  {line}")
    passed, failed = passed + tests_passed, failed + tests_failed + len(below)
    print(f"{passed} passed, {failed} failed in {time.monotonic() - started:.0f}s", flush=True)
    return 1 if failed else 0


def find_browser() -> str | None:
    chosen = os.environ.get("RECADO_CHROMIUM")
    return chosen or next((found for name in BROWSERS if (found := shutil.which(name))), None)


def install_browser() -> str | None:
    """Debian's package, where apt is there and we may use it."""
    if shutil.which("apt-get") is None or os.geteuid() != 0:
        return None
    print("  instalando o Chromium …", flush=True)
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for command in (
        ["apt-get", "update", "-qq"],
        ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"],
    ):
        done = subprocess.run(
            command, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
        )
        if done.returncode:
            print(done.stdout[-2000:] + done.stderr[-2000:], file=sys.stderr)
    return find_browser()


def count_gates() -> tuple[int, int]:
    # vitest counts it as a failure when there is nothing to run.
    has_units = any((DASHBOARD / "src").rglob("*.test.ts*"))
    outcomes = run_gates([*gates(), *dashboard_gates({"test": "vitest"} if has_units else {})])
    refused = sum(1 for outcome in outcomes if not outcome.passed)
    return len(outcomes) - refused, refused


def run_pytest(arguments: list[str], browser: str | None) -> tuple[int, int]:
    """How many tests passed and failed; errors and a pytest that broke count as failed."""
    shutil.rmtree(RESULTS, ignore_errors=True)
    RESULTS.mkdir()
    report = RESULTS / "pytest.xml"
    environment = os.environ | ({"RECADO_CHROMIUM": browser} if browser else {})
    measured = (
        [] if arguments else ["-m", "not nightly", "--cov", "--cov-report=", "--ignore=tests/architecture"]
    )  # the gates ran those
    command = [sys.executable, "-m", "pytest", "-n", PROCESSES, f"--junitxml={report}", "-q", *measured, *arguments]
    code = subprocess.run(command, cwd=ROOT, env=environment, stdin=subprocess.DEVNULL, check=False).returncode
    if not report.exists():
        return 0, 1
    suites = list(ElementTree.parse(report).getroot().iter("testsuite"))  # noqa: S314 - written by our own pytest
    counts = {
        key: sum(int(suite.get(key, 0)) for suite in suites) for key in ("tests", "failures", "errors", "skipped")
    }
    failed = counts["failures"] + counts["errors"]
    if code not in (0, 1):
        failed = max(failed, 1)
    return counts["tests"] - counts["failures"] - counts["errors"] - counts["skipped"], failed


def floors_missed() -> Iterable[str]:
    """The folders of `[tool.recado.coverage]` whose covered share of lines and branches is below their floor."""
    floors = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["recado"]["coverage"]
    for folder, floor in floors.items():
        pattern = "src/*" if folder == "total" else f"src/{folder}/*"
        command = [
            sys.executable,
            "-m",
            "coverage",
            "report",
            "--format=total",
            "--precision=1",
            f"--include={pattern}",
        ]
        shown = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        share = float(shown.stdout) if shown.returncode == 0 and shown.stdout.strip() else 0.0
        print(f"  coverage {folder:<28} {share:5.1f} % (floor {floor} %)")
        if share < floor:
            yield f"coverage of {folder} is {share} %, its floor is {floor} %"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
