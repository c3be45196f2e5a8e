"""Do the documents name only what is there: files, settings, figures, commands?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest

from recado.app.figures.wording import COUNTERS, GAUGES, HISTOGRAMS
from recado.foundation.settings import Settings
from tests.architecture.sources import ROOT

PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)#\s]+)(?:#[^)]*)?\)")
FILE = re.compile(r"`((?:src|tests|docs|scripts|bench|migrations|dashboard)/[\w./*-]+)`")
SETTING = re.compile(r"`([A-Z][A-Z0-9]+(?:_[A-Z0-9]+)+)[`=]")
FIGURE = re.compile(r"\b((?:recado_[a-z_]+|messages_(?:received|sent)_total|response_latency))\b")
MAKE = re.compile(r"`make ([a-z]+)`")
# Of other programmes, and of tests.
OTHERS = {
    "RECADO_TEST_DATABASE_URL",
    "RECADO_TEST_PG_BIN",
    "WABA_ID",
    "TELEMETRY_ENABLED",
    "DATABASE_SAVE_DATA_NEW_MESSAGE",
}
ROLES = {"recado_app", "recado_worker", "recado_intake", "recado_lookup", "recado_simulator"}


def wrong_links(page: Path, text: str) -> Iterator[str]:
    for target in LINK.findall(text):
        if "://" not in target and not (page.parent / target).exists():
            yield f"{page.name}: {target}"


def wrong_files(page: Path, text: str) -> Iterator[str]:
    for name in FILE.findall(text):
        if not list(ROOT.glob(name.rstrip("/"))):
            yield f"{page.name}: {name}"


def wrong_settings(page: Path, text: str) -> Iterator[str]:
    known = {field.name.upper() for field in fields(Settings)} | OTHERS
    yield from (f"{page.name}: {name}" for name in SETTING.findall(text) if name not in known)


def wrong_figures(page: Path, text: str) -> Iterator[str]:
    known = {*HISTOGRAMS, *(one[0] for one in GAUGES.values()), *ROLES}
    known |= {f"{name}_total" for name in COUNTERS} | {"recado_figures_complete"}
    yield from (f"{page.name}: {name}" for name in FIGURE.findall(text) if name not in known)


def wrong_commands(page: Path, text: str) -> Iterator[str]:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    yield from (f"{page.name}: make {name}" for name in MAKE.findall(text) if name not in targets)


RULES = (wrong_links, wrong_files, wrong_settings, wrong_figures, wrong_commands)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_documents_name_what_is_there(rule: object) -> None:
    assert callable(rule)
    assert [line for page in PAGES for line in rule(page, page.read_text(encoding="utf-8"))] == []


def test_the_rules_see() -> None:
    text = (
        "[x](nowhere.md) `src/recado/nowhere.py` `RECADO_NOWHERE` `recado_nowhere_total` `make nowhere`"
        " [y](README.md) `src/recado/app/web.py` `RECADO_HOME` `recado_loop_lag` `make run`"
    )
    assert [len(list(rule(ROOT / "x.md", text))) for rule in RULES] == [1, 1, 1, 1, 1]


def test_every_decision_is_in_the_list() -> None:
    index = (ROOT / "docs" / "decisions" / "README.md").read_text()
    pages = sorted(path.name for path in (ROOT / "docs" / "decisions").glob("0*.md"))
    assert [name for name in pages if f"({name})" not in index] == []
    assert [name[:4] for name in pages] == [f"{number:04d}" for number in range(1, len(pages) + 1)]
