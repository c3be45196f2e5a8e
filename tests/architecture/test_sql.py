"""Does SQL stand only in stores, and does any of it send NOTIFY inside the transaction that writes?"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator

from tests.architecture.sources import Source, example, listed, product

STATEMENT = re.compile(
    r"^\s*(?:--[^\n]*\n\s*)*(?:with\s+(?:recursive\s+)?\w+\s+as\s|select\s.+\sfrom\s|select\s+\w+\(|insert\s+into\s|update\s+\w[\w.]*\s+(?:as\s+\w+\s+)?set\s"
    r"|delete\s+from\s|notify\s+\w|listen\s+\w|create\s+(?:table|role|database|index)\s|alter\s+(?:table|role)\s|truncate\s+\w|set\s+local\s)",
    re.IGNORECASE | re.DOTALL,
)
NOTIFIES = re.compile(r"\bpg_notify\s*\(|^\s*notify\s+\w", re.IGNORECASE | re.MULTILINE)
# The wake-up goes out here, on a connection of its own, after the commit (architecture section 3.7).
MAY_NOTIFY = {"recado.foundation.live"}


def may_hold_sql(source: Source) -> bool:
    room = source.parts[2:3]
    # A part of a module that has rooms of its own (templates of channels) has its store too.
    is_store = (bool(room) and (room[0] == "store" or room[0].endswith("_store"))) or source.parts[3:4] == ("store",)
    return source.owner == "foundation" or is_store or source.module in {"recado.app.migrate", "recado.app.health"}


def texts(source: Source) -> Iterator[tuple[int, str]]:
    """String constants but for docstrings; an f-string counts with its holes left out."""
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(source.tree):
        if isinstance(node, ast.JoinedStr):
            pieces = [str(piece.value) for piece in node.values if isinstance(piece, ast.Constant)]
            yield node.lineno, "x".join(pieces)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            yield node.lineno, node.value


def sql_outside_stores(sources: Iterable[Source]) -> Iterator[str]:
    for source in sources:
        if source.owner and not may_hold_sql(source):
            for line, text in texts(source):
                if STATEMENT.match(text):
                    yield source.at(line, f"holds SQL: {' '.join(text.split())[:60]}")


def notifications(sources: Iterable[Source]) -> Iterator[str]:
    for source in sources:
        if source.owner and source.module not in MAY_NOTIFY:
            for line, text in texts(source):
                if NOTIFIES.search(text):
                    yield source.at(line, "sends NOTIFY")


def test_sql_stands_in_stores() -> None:
    assert listed(sql_outside_stores(product())) == ""


def test_nothing_that_writes_notifies() -> None:
    assert listed(notifications(product())) == ""


def test_the_rules_see() -> None:
    good = example('"""Select from what is there."""\nx = "Selecione uma opção"\ny = "update"\nz = "with love"\n')
    statements = (
        "select id from people",
        "insert into x values (1)",
        "\n  with a as (select 1) select 2",
        "update x set y = 1",
    )
    store = example('Q = "select id from people"', module="recado.contacts.store")

    assert list(sql_outside_stores([good, store])) == []
    for statement in statements:
        assert list(sql_outside_stores([example(f"Q = {statement!r}")])), statement
    assert list(sql_outside_stores([example('Q = f"select {columns} from people"')]))
    assert list(notifications([example("Q = \"select pg_notify('x', '')\"", module="recado.contacts.store")]))
    assert list(notifications([example("Q = 'notify wake'", module="recado.contacts.store")]))
    assert list(notifications([store, example('Q = "we notify people"')])) == []
