"""Has everything that the audit may hold a name in Portuguese at the screen?"""

from __future__ import annotations

import re

from tests.architecture.sources import ROOT, SRC

_ACT = re.compile(r"\baudit\(\s*tx,\s*(?:[\w.]+,\s*)?\"([a-z_]+\.[a-z_]+)\"")
_NAMED = re.compile(r"^  \"([a-z_]+\.[a-z_]+)\":", re.MULTILINE)


def test_every_audited_act_is_named() -> None:
    acts = {act for path in SRC.rglob("*.py") for act in _ACT.findall(path.read_text(encoding="utf-8"))}
    assert len(acts) > 60
    words = (ROOT / "dashboard/src/features/settings/audit-texts.ts").read_text(encoding="utf-8")
    assert acts - set(_NAMED.findall(words)) == set()
