"""Does package-lock.json name the binaries of every platform, even where they could not be looked up?

`npm ci` refuses a lock in which an optional package is missing. Made behind a mirror that carries only one platform's
binaries, a lock misses all others, and then installs nowhere, not even there. This adds them as npm itself writes them,
with the version their parent asks for and the platforms that their names tell, but without a hash: none was seen.

Usage: npm_lock.py DASHBOARD
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

SYSTEMS = {"aix", "android", "darwin", "freebsd", "linux", "netbsd", "openbsd", "openharmony", "sunos", "win32"}
PROCESSORS = {
    "arm", "arm64", "ia32", "loong64", "mips64el", "ppc64", "riscv64", "s390x", "universal", "wasm32", "x64",
}  # fmt: skip
LIBRARIES = {"gnu": "glibc", "gnueabihf": "glibc", "musl": "musl", "musleabihf": "musl"}


def main(folder: Path) -> int:
    path = folder / "package-lock.json"
    lock = json.loads(path.read_text())
    added = dict(missing(lock["packages"]))
    if added:
        lock["packages"] = dict(sorted((lock["packages"] | added).items()))
        path.write_text(json.dumps(lock, indent=2, ensure_ascii=False) + "\n")
    print(f"  {len(added)} pacotes de outras plataformas acrescentados ao package-lock.json")
    return 0


def missing(packages: dict[str, dict[str, Any]]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Place and entry of each optional package that some installed package asks for and the lock lacks."""
    for parent, entry in packages.items():
        for name, version in entry.get("optionalDependencies", {}).items():
            if not any(f"{place}node_modules/{name}" in packages for place in places_above(parent)):
                yield place_of(parent, name, packages), described(name, version, entry)


def places_above(parent: str) -> Iterator[str]:
    """Where npm looks for what a package needs: below itself, then ever higher."""
    while parent:
        yield f"{parent}/"
        parent = parent.rpartition("/node_modules/")[0] if "/node_modules/" in parent else ""
    yield ""


def place_of(parent: str, name: str, packages: dict[str, dict[str, Any]]) -> str:
    """Beside its siblings for other platforms, so that two versions of the parent stay apart."""
    siblings = packages[parent]["optionalDependencies"]
    for place in places_above(parent):
        if any(f"{place}node_modules/{sibling}" in packages for sibling in siblings):
            return f"{place}node_modules/{name}"
    return f"node_modules/{name}"


def described(name: str, version: str, parent: dict[str, Any]) -> dict[str, Any]:
    words = name.rpartition("/")[2].replace("_", "-").split("-")
    entry: dict[str, Any] = {"version": version.lstrip("^~=")}
    told = {
        "cpu": [word for word in words if word in PROCESSORS and word != "universal"],
        "os": ["darwin"] if name == "fsevents" else [word for word in words if word in SYSTEMS],
        "libc": [LIBRARIES[word] for word in words if word in LIBRARIES],
    }
    if parent.get("dev"):
        entry["dev"] = True
    entry["optional"] = True
    return entry | {key: value for key, value in told.items() if value}


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
