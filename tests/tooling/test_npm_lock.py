"""Does a lock made where only one platform's binaries are known become whole?"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = {
    "": {"name": "dashboard"},
    "node_modules/bundler": {
        "version": "4.1.0",
        "dev": True,
        "optionalDependencies": {
            "@bundler/linux-x64-gnu": "4.1.0",
            "@bundler/linux-arm64-musl": "4.1.0",
            "@bundler/win32-x64": "4.1.0",
            "@bundler/wasm32-wasi": "4.1.0",
            "fsevents": "~2.3.2",
        },
    },
    "node_modules/@bundler/linux-x64-gnu": {"version": "4.1.0", "integrity": "sha512-x", "optional": True},
    "node_modules/old": {"version": "1.0.0"},
    "node_modules/old/node_modules/bundler": {
        "version": "3.0.0",
        "optionalDependencies": {"@bundler/linux-x64-gnu": "3.0.0", "@bundler/darwin-arm64": "3.0.0"},
    },
    "node_modules/old/node_modules/@bundler/linux-x64-gnu": {"version": "3.0.0", "optional": True},
}


def completed(folder: Path) -> dict[str, dict[str, object]]:
    (folder / "package-lock.json").write_text(json.dumps({"lockfileVersion": 3, "packages": PACKAGES}))
    subprocess.run(
        [sys.executable, str(ROOT / "scripts" / "npm_lock.py"), str(folder)], check=True, capture_output=True
    )
    packages: dict[str, dict[str, object]] = json.loads((folder / "package-lock.json").read_text())["packages"]
    return packages


def test_missing_platforms_are_added_as_npm_writes_them(tmp_path: Path) -> None:
    packages = completed(tmp_path)

    assert packages["node_modules/@bundler/linux-arm64-musl"] == {
        "version": "4.1.0", "dev": True, "optional": True, "cpu": ["arm64"], "os": ["linux"], "libc": ["musl"],
    }  # fmt: skip
    assert packages["node_modules/@bundler/win32-x64"]["os"] == ["win32"]
    assert packages["node_modules/@bundler/wasm32-wasi"]["cpu"] == ["wasm32"]
    assert packages["node_modules/fsevents"] == {"version": "2.3.2", "dev": True, "optional": True, "os": ["darwin"]}


def test_two_versions_stay_apart(tmp_path: Path) -> None:
    packages = completed(tmp_path)

    assert packages["node_modules/old/node_modules/@bundler/darwin-arm64"]["version"] == "3.0.0"
    assert "node_modules/@bundler/darwin-arm64" not in packages


def test_what_is_there_stays_and_a_second_time_changes_nothing(tmp_path: Path) -> None:
    packages = completed(tmp_path)
    before = (tmp_path / "package-lock.json").read_text()

    subprocess.run(
        [sys.executable, str(ROOT / "scripts" / "npm_lock.py"), str(tmp_path)], check=True, capture_output=True
    )

    assert packages["node_modules/@bundler/linux-x64-gnu"] == PACKAGES["node_modules/@bundler/linux-x64-gnu"]
    assert (tmp_path / "package-lock.json").read_text() == before
