"""Does `.env.example` list exactly the settings there are, and does anybody read the environment past them?"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import fields

from recado.foundation.settings import Settings
from tests.architecture.sources import ROOT, Source, example, listed, product

NAME = re.compile(r"^#?\s?([A-Z][A-Z0-9_]+)=", re.MULTILINE)
# These start or find other processes and hand their environment on, or read it for the tests alone.
MAY_READ_ENVIRONMENT = (
    "recado.foundation.settings",
    "recado.foundation.embedded_postgres",
    "recado.app.run",
    "recado_simulator",
)


def documented(text: str) -> set[str]:
    return set(NAME.findall(text))


def readers(sources: Iterable[Source]) -> Iterator[str]:
    for source in sources:
        if source.module.startswith(MAY_READ_ENVIRONMENT):
            continue
        for node in ast.walk(source.tree):
            if isinstance(node, ast.Attribute) and ast.unparse(node) in {"os.environ", "os.getenv"}:
                yield source.at(node.lineno, "reads the environment past Settings")


def test_every_setting_is_documented_and_nothing_else() -> None:
    settings = {field.name.upper() for field in fields(Settings)}

    assert documented((ROOT / ".env.example").read_text()) == settings


def test_the_environment_is_read_in_one_place() -> None:
    assert listed(readers(product())) == ""


def test_the_rules_see() -> None:
    assert documented("PORT=8000\n# WORKERS=1\n# A remark about A=1\n") == {"PORT", "WORKERS"}
    assert list(readers([example("import os\nx = os.environ['PORT']\n")]))
    assert list(readers([example("x = environment['PORT']\n")])) == []
