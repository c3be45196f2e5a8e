"""Can a test name one place, and only one, at which a process is to die?"""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterable, Iterator

from tests.architecture.sources import Source, example, product

SHAPE = re.compile(r"^[a-z_]+\.[a-z_]+$")


def failpoints(sources: Iterable[Source]) -> Iterator[tuple[str, str]]:
    """Where and name; a call whose name is not written out has an empty one."""
    for source in sources:
        for node in ast.walk(source.tree):
            if isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] == "failpoint":
                name = node.args[0].value if node.args and isinstance(node.args[0], ast.Constant) else ""
                yield source.at(node.lineno, "failpoint"), str(name)


def test_names_are_unique_and_written_out() -> None:
    found = [(where, name) for where, name in failpoints(product()) if "foundation/failpoints" not in where]
    counted = Counter(name for _, name in found)

    assert [(where, name) for where, name in found if counted[name] > 1 or not SHAPE.match(name)] == []


def test_the_rule_sees() -> None:
    bad = example('failpoint("turn.before_commit")\nfailpoints.failpoint(name)\n')

    assert [name for _, name in failpoints([bad])] == ["turn.before_commit", ""]
    assert not SHAPE.match("BeforeCommit")
