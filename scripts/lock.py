"""Which exact versions, with which hashes, do the lists in requirements/*.in stand for today?

Writes requirements/*.txt for every Python from 3.11 on and every platform at once. No address of any registry is
written: where packages come from is the business of the machine that installs them.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from npm_lock import main as complete

ROOT = Path(__file__).resolve().parent.parent
NAMES = ("run", "bench", "test", "dev")


OPTIONS = (
    "--universal",
    "--python-version=3.11",
    "--generate-hashes",
    "--no-header",
    "--no-emit-index-url",
    "--no-emit-find-links",
    "--quiet",
)


def main(arguments: list[str]) -> int:
    uv = Path(sys.executable).with_name("uv")
    for name in NAMES:
        # Tests and benchmarks run on the versions that ship.
        shipped = [] if name == "run" else ["-c", "requirements/run.txt"]
        lists = [f"requirements/{name}.in", "-o", f"requirements/{name}.txt"]
        done = subprocess.run(
            [str(uv), "pip", "compile", *OPTIONS, *shipped, *arguments, *lists], cwd=ROOT, check=False
        )
        if done.returncode:
            return done.returncode
    return lock_dashboard()


def lock_dashboard() -> int:
    """npm looks at what is installed here and leaves other platforms out, so it is given an empty folder."""
    with tempfile.TemporaryDirectory() as folder:
        for name in ("package.json", "package-lock.json", ".npmrc"):
            if (ROOT / "dashboard" / name).exists():
                shutil.copy(ROOT / "dashboard" / name, folder)
        command = ["npm", "install", "--package-lock-only", "--omit-lockfile-registry-resolved"]
        done = subprocess.run(command, cwd=folder, check=False)
        if done.returncode == 0:
            complete(Path(folder))
            shutil.copy(Path(folder) / "package-lock.json", ROOT / "dashboard")
        return done.returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))  # e.g. `--upgrade` or `--upgrade-package fastapi`
