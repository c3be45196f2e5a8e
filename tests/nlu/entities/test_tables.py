"""Is every text of the tables read as the tables say, whole?"""

from __future__ import annotations

import pytest

from recado.nlu.entities import read_entities
from recado.nlu.models import Context
from tests.nlu.entities.notation import CASES, rows, written

TABLES = sorted(path.stem for path in CASES.glob("*.txt"))


@pytest.mark.parametrize(("text", "named"), [row for name in TABLES for row in rows(name)])
def test_a_text_names_what_the_table_says(text: str, named: list[str]) -> None:
    assert written(read_entities(text, Context())) == named
