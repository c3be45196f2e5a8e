"""Does any committed file name a package registry or a place on somebody's machine?"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator

import pytest

from tests.architecture.sources import ROOT, committed, listed

REGISTRIES = re.compile(
    r"registry\.(?:npmjs\.org|yarnpkg\.com|npmmirror\.com)|(?:test\.)?pypi\.org|files\.pythonhosted\.org"
    r"|--(?:extra-)?index-url|--find-links|\bindex-url\s*=|npm\.pkg\.github\.com",
    re.IGNORECASE,
)
# A home folder, or the folders in which a workplace keeps its tools; the paths of an installed system are no secret.
MACHINES = re.compile(
    r"(?<![\w.~-])/(?:home/(?!user\b|recado\b)[a-z][\w-]*|Users/[A-Za-z]|work|opt|root/\w)(?:/|\b)[\w./-]*"
)
SECRETS = re.compile(r"-----BEGIN [A-Z ]*PRIVATE KEY-----|\bAKIA[0-9A-Z]{16}\b|\bghp_[A-Za-z0-9]{36}\b")
# The rules themselves must spell what they look for.
THIS = "tests/architecture/test_committed_files.py"
TEXT_LIMIT = 2_000_000


def mentions(pattern: re.Pattern[str], texts: Iterable[tuple[str, str]]) -> Iterator[str]:
    for path, text in texts:
        for number, line in enumerate(text.splitlines(), 1):
            if found := pattern.search(line):
                yield f"{path}:{number}: {found[0]}"


def committed_texts() -> Iterator[tuple[str, str]]:
    for path in committed():
        content = (ROOT / path).read_bytes()
        if path != THIS and len(content) < TEXT_LIMIT and b"\0" not in content[:8000]:
            yield path, content.decode(errors="replace")


@pytest.mark.parametrize("pattern", [REGISTRIES, MACHINES, SECRETS], ids=["registries", "machines", "secrets"])
def test_no_committed_file_says_so(pattern: re.Pattern[str]) -> None:
    assert listed(mentions(pattern, committed_texts())) == ""


def test_locks_hold_hashes_and_no_addresses() -> None:
    for name in ("run", "test", "bench", "dev"):
        lock = (ROOT / "requirements" / f"{name}.txt").read_text()
        pinned = re.findall(r"^[a-z0-9][\w.\[\],-]*==\S+", lock, re.MULTILINE)
        assert len(pinned) > 20
        assert lock.count("--hash=sha256:") >= len(pinned)
        assert "://" not in lock


def test_the_dashboard_lock_holds_hashes_and_no_addresses() -> None:
    packages = json.loads((ROOT / "dashboard" / "package-lock.json").read_text())["packages"]
    fetched = {name: entry for name, entry in packages.items() if name and not entry.get("link")}

    assert fetched
    assert [name for name, entry in fetched.items() if "resolved" in entry] == []
    unhashed = {
        name: entry for name, entry in fetched.items() if not entry.get("integrity") and not entry.get("inBundle")
    }
    # Binaries of platforms that the lock's maker could not look up (scripts/npm_lock.py).
    assert [name for name, entry in unhashed.items() if not entry.get("optional") or not has_platform(entry)] == []
    assert [name for name, entry in unhashed.items() if name.endswith(("linux-x64", "linux-x64-gnu"))] == []


def has_platform(entry: dict[str, object]) -> bool:
    return bool(entry.get("os") or entry.get("cpu"))


@pytest.mark.parametrize(
    ("pattern", "bad", "good"),
    [
        (REGISTRIES, "https://registry.npmjs.org/react/-/react.tgz", "https://graph.facebook.com/v25.0"),
        (REGISTRIES, "--extra-index-url https://example.org", "an index of pages"),
        (MACHINES, "see /home/ana/recado/notes", "/var/lib/recado and ~/recado"),
        (MACHINES, "open /opt/tools/bin", "an opt-out, /api/options, src/work/x"),
        (SECRETS, "-----BEGIN RSA PRIVATE KEY-----", "PRIVATE KEY"),
    ],
)
def test_the_rules_see(pattern: re.Pattern[str], bad: str, good: str) -> None:
    assert list(mentions(pattern, [("x", bad)]))
    assert list(mentions(pattern, [("x", good)])) == []
