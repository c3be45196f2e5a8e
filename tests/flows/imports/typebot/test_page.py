"""Does the page about imports say what is so?"""

from __future__ import annotations

import json
import re
from pathlib import Path

from recado.flows.imports.typebot import convert
from recado.flows.imports.typebot.convert import CONVERTERS
from recado.flows.imports.typebot.findings import CATALOGUE
from recado.flows.imports.typebot.kinds import KINDS
from recado.flows.text import write

ROOT = Path(__file__).parents[4]
PAGE = (ROOT / "docs/flows/typebot.md").read_text("utf-8")
SOURCES = sorted((ROOT / "src/recado/flows/imports/typebot").glob("*.py"))


def fenced(language: str) -> str:
    found = re.search(rf"^```{language}\n(.*?)^```", PAGE, re.DOTALL | re.MULTILINE)
    assert found is not None
    return found[1]


def test_the_example_becomes_what_it_says() -> None:
    found = convert(json.loads(fenced("json")))
    assert write(found.definition).startswith(fenced("yaml"))
    first = found.report[0]
    assert f"> {first.place}: {first.sentence}\n" in PAGE


def test_every_kind_of_block_is_on_the_page() -> None:
    assert [kind for kind in {*CONVERTERS, *KINDS} if f"`{kind}`" not in PAGE] == []


def test_every_sentence_is_said_somewhere_and_ends() -> None:
    written = "".join(path.read_text("utf-8") for path in SOURCES if path.name != "findings.py")
    assert [code for code in CATALOGUE if f'"{code}"' not in written] == []
    assert [code for code, (_, sentence) in CATALOGUE.items() if sentence[-1] not in ".}?"] == []
