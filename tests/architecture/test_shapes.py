"""Does a file look like the others: its question first, no relative imports, nothing done when it is imported?"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator

from tests.architecture.sources import Source, example, listed, product

# Calls whose name begins so only describe something; whatever else stands alone at the top of a file acts.
QUIET_STATEMENTS = (
    ast.Import, ast.ImportFrom, ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Assign, ast.AnnAssign, ast.Assert,
    ast.If, ast.TypeAlias if hasattr(ast, "TypeAlias") else ast.Pass, ast.Try, ast.Delete, ast.AugAssign,
)  # fmt: skip
FORBIDDEN_NAMES = {
    "manager",
    "helper",
    "helpers",
    "util",
    "utils",
    "common",
    "misc",
    "process",
    "handle",
    "data",
    "info",
}


def without_docstring(sources: Iterable[Source]) -> Iterator[str]:
    for source in sources:
        if source.text.strip() and not (ast.get_docstring(source.tree) or "").strip():
            yield source.at(1, "does not open with the question it answers")


def without_future_annotations(sources: Iterable[Source]) -> Iterator[str]:
    for source in sources:
        if any(
            isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.AnnAssign) for node in ast.walk(source.tree)
        ):
            names = {name for _, name in source.imports()}
            if "__future__.annotations" not in names:
                yield source.at(1, "lacks `from __future__ import annotations`")


def lists_commands(source: Source, node: ast.Expr) -> bool:
    """Typer learns a command by being called; in the folder of the command line that is its table of contents."""
    called = ast.unparse(node.value)
    return source.module.startswith("recado.app.cli") and any(
        f".{verb}(" in called for verb in ("add_typer", "command", "callback")
    )


def acting_on_import(sources: Iterable[Source]) -> Iterator[str]:
    """Bare calls at the top level of a file: registering, reading, starting."""
    for source in sources:
        for node in source.tree.body:
            if (
                isinstance(node, ast.Expr)
                and not isinstance(node.value, ast.Constant)
                and not lists_commands(source, node)
            ):
                yield source.at(node.lineno, "does something when it is imported")
            elif isinstance(node, ast.For | ast.While | ast.With):
                yield source.at(node.lineno, "runs a block when it is imported")


def named_for_nothing(sources: Iterable[Source]) -> Iterator[str]:
    """Names that say nothing, as a whole name of a file or a public function."""
    for source in sources:
        if source.parts[-1].lstrip("_") in FORBIDDEN_NAMES:
            yield source.at(1, f"is called {source.parts[-1]}")
        for node in source.tree.body:
            if (
                isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
                and node.name.lower() in FORBIDDEN_NAMES
            ):
                yield source.at(node.lineno, f"is called {node.name}")


def test_every_file_opens_with_its_question() -> None:
    assert listed(without_docstring(product())) == ""


def test_annotations_are_postponed() -> None:
    assert listed(without_future_annotations(product())) == ""


def test_importing_does_nothing() -> None:
    assert listed(acting_on_import(product())) == ""


def test_names_say_something() -> None:
    assert listed(named_for_nothing(product())) == ""


def test_the_rules_see() -> None:
    good = example(
        '"""What is this?"""\n\nfrom __future__ import annotations\n\nLIMIT: int = 3\n\n\ndef hold() -> None: ...\n'
    )
    bad = example("LIMIT: int = 3\nregister(LIMIT)\n\n\ndef process() -> None: ...\n", module="recado.contacts.utils")

    listing = example("cli.add_typer(channels)\n", module="recado.app.cli")

    assert list(acting_on_import([listing])) == []
    assert list(acting_on_import([example("cli.add_typer(channels)\n")]))
    assert list(acting_on_import([example("start()\n", module="recado.app.cli")]))
    for rule in (without_docstring, without_future_annotations, acting_on_import, named_for_nothing):
        assert list(rule([good])) == []
        assert list(rule([bad])), rule.__name__
    assert len(list(named_for_nothing([bad]))) == 2
