"""Is any file or function longer than the house allows? An exception has a reason and a day on which it ends."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from tests.architecture.sources import ROOT, Source, committed, example, listed, of_tests, product

FILE = 400
TEST_FILE = 500
DASHBOARD_FILE = 250
FUNCTION = 50
TABLE_IN_TESTS = 100  # a function of the tests that is no test itself: rows of cases, one below the other


@dataclass(frozen=True)
class Exempt:
    """One file (`a/b.py`) or function (`a/b.py::name`) that may be longer, why, and until when."""

    what: str
    reason: str
    until: date


EXEMPT: tuple[Exempt, ...] = ()


@dataclass(frozen=True)
class TooLong:
    """Something past its limit."""

    what: str
    lines: int
    limit: int

    def __str__(self) -> str:
        return f"{self.what}: {self.lines} lines, the limit is {self.limit}"


def too_long(files: Iterable[Source], *, file_limit: int, tables: int = FUNCTION) -> Iterator[TooLong]:
    for source in files:
        lines = len(source.text.splitlines())
        if lines > file_limit:
            yield TooLong(source.path, lines, file_limit)
        for node in ast.walk(source.tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                length = (node.end_lineno or node.lineno) - node.lineno + 1
                limit = FUNCTION if node.name.startswith("test_") else tables
                if length > limit:
                    yield TooLong(f"{source.path}::{node.name}", length, limit)


def without_exempt(found: Iterable[TooLong], exempt: Iterable[Exempt], today: date) -> list[TooLong]:
    valid = {entry.what for entry in exempt if entry.until >= today}
    return [entry for entry in found if entry.what not in valid]


def today() -> date:
    return datetime.now(UTC).date()


def test_product() -> None:
    found = too_long(product(), file_limit=FILE)

    assert listed(without_exempt(found, EXEMPT, today())) == ""


def test_tests() -> None:
    found = too_long(of_tests(), file_limit=TEST_FILE, tables=TABLE_IN_TESTS)

    assert listed(without_exempt(found, EXEMPT, today())) == ""


def test_dashboard() -> None:
    generated = ("dashboard/src/api/schema", "dashboard/src/api/generated", "dashboard/src/routeTree.gen")
    found = []
    for path in committed():
        if (
            path.startswith("dashboard/src/")
            and Path(path).suffix in {".ts", ".tsx"}
            and not path.startswith(generated)
        ):
            lines = len((ROOT / path).read_text().splitlines())
            if lines > DASHBOARD_FILE:
                found.append(TooLong(path, lines, DASHBOARD_FILE))

    assert listed(without_exempt(found, EXEMPT, today())) == ""


def test_every_exception_has_a_reason_and_is_needed() -> None:
    assert all(len(entry.reason) > 20 for entry in EXEMPT)
    long = {entry.what for entry in too_long((*product(), *of_tests()), file_limit=FILE)}
    dashboard = {entry.what for entry in EXEMPT if entry.what.startswith("dashboard/")}
    assert {entry.what for entry in EXEMPT} - dashboard <= long


def test_the_rule_sees() -> None:
    short = example("def f():\n" + "    x = 1\n" * 49)
    long = example("def f():\n" + "    x = 1\n" * 50)
    huge = example("x = 1\n" * 401)

    def measure(source: Source) -> list[TooLong]:
        return list(too_long([source], file_limit=FILE))

    assert measure(short) == []
    assert [entry.what for entry in measure(long)] == [f"{long.path}::f"]
    assert [entry.lines for entry in measure(huge)] == [401]


def test_an_exception_ends() -> None:
    found = [TooLong("a.py", 401, 400)]
    exempt = [Exempt("a.py", "because it is a table of the provider", date(2027, 1, 31))]

    assert without_exempt(found, exempt, date(2027, 1, 31)) == []
    assert without_exempt(found, exempt, date(2027, 2, 1)) == found
