"""Do rules, engine and nodes take clock, ids and randomness as values, as they promise?"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator

from tests.architecture.sources import Source, example, listed, product

FORBIDDEN_CALLS = {
    "datetime.now", "datetime.utcnow", "datetime.today", "date.today", "time.time", "time.monotonic", "time.sleep",
    "uuid4", "uuid.uuid4", "random.random", "random.choice", "random.randint", "os.urandom", "open", "print", "input",
    "new_id", "identifiers.new_id", "clock.now",
}  # fmt: skip
PURE_FLOWS = ("engine", "nodes", "upgrades", "imports", "text", "testing")
FORBIDDEN_IMPORTS = {"asyncio", "random", "secrets", "time", "socket", "subprocess", "aiohttp", "asyncpg", "threading"}


def is_pure_room(source: Source) -> bool:
    inside_flows = source.module.startswith(tuple(f"recado.flows.{room}" for room in PURE_FLOWS))
    readers = source.module.startswith("recado.channels.adapters.") and source.parts[4:5] in (
        ("inbound",),
        ("outbound",),
    )
    return inside_flows or readers or (source.parts[2:3] == ("rules",) and source.parts[0] == "recado")


def impurities(sources: Iterable[Source]) -> Iterator[str]:
    for source in sources:
        if not is_pure_room(source):
            continue
        for line, name in source.imports():
            # `secrets.compare_digest` is a pure comparison; the module's other half makes randomness.
            if name.split(".")[0] in FORBIDDEN_IMPORTS and name != "secrets.compare_digest":
                yield source.at(line, f"imports {name}")
        for node in ast.walk(source.tree):
            if isinstance(node, ast.AsyncFunctionDef | ast.Await):
                yield source.at(node.lineno, "is asynchronous")
            elif isinstance(node, ast.Call) and ast.unparse(node.func) in FORBIDDEN_CALLS:
                yield source.at(node.lineno, f"calls {ast.unparse(node.func)}")


def test_pure_rooms_are_pure() -> None:
    assert listed(impurities(product())) == ""


def test_there_are_pure_rooms() -> None:
    assert sum(is_pure_room(source) for source in product()) > 10


def test_the_rule_sees() -> None:
    good = example(
        "from datetime import datetime\n\n\ndef due(now: datetime) -> datetime:\n    return now\n",
        "recado.contacts.rules",
    )
    bad = example("import random\nx = datetime.now(UTC)\nasync def f(): ...\n", "recado.flows.nodes.wait")
    elsewhere = example("import random\nx = datetime.now(UTC)\n", "recado.contacts.service")

    assert list(impurities([good, elsewhere])) == []
    assert len(list(impurities([bad]))) == 3
