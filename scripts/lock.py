"""Which exact versions, with which hashes, do the lists in requirements/*.in stand for today?

Writes requirements/*.txt for every Python from 3.11 on and every platform at once. No address of any registry is
written: where packages come from is the business of the machine that installs them.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NAMES = ("run", "bench", "test", "dev")


def main(arguments: list[str]) -> int:
    uv = Path(sys.executable).with_name("uv")
    for name in NAMES:
        command = [
            str(uv),
            "pip",
            "compile",
            "--universal",
            "--python-version",
            "3.11",
            "--generate-hashes",
            "--no-header",
        ]
        command += ["--no-emit-index-url", "--no-emit-find-links", "--quiet", *arguments]
        if name != "run":
            command += ["-c", "requirements/run.txt"]  # tests run on the versions that ship
        done = subprocess.run(
            [*command, f"requirements/{name}.in", "-o", f"requirements/{name}.txt"], cwd=ROOT, check=False
        )
        if done.returncode:
            return done.returncode
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))  # e.g. `--upgrade` or `--upgrade-package fastapi`
