"""Does a flow come back from its text as it went, and a text from its flow?"""

from __future__ import annotations

import json
import os
import random
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

import recado.flows
from recado.flows.engine.definition import write_definition
from recado.flows.text import read, read_flow_text, write
from tests.flows.engine.test_fuzz import Drawing

# The same lines thousands of times: traced, they take three times as long and cover nothing more.
pytestmark = pytest.mark.no_cover

MORE = 20 if "FUZZ_TURNS" in os.environ else 1
"""The nightly run looks further."""
FOLDER = Path(str(recado.flows.__file__)).parent
SHIPPED = sorted(path for path in FOLDER.rglob("*.json") if '"nodes"' in path.read_text("utf-8"))

WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=40)
AWKWARD = st.sampled_from(
    [
        "", " ", "não", "no", "NO", "yes", "on", "Off", "null", "~", "true", "1", "1.50", "007", "0x1F", "1_000", "12:30",
        "21:30:00", "2026-12-25", "2026-12-25 10:00", "1e3", ".5", "+5", ".inf", "- a", "? a", ": a", "a: b", "a #b", "#", "&a",
        "*a", "!a", "|", ">", "'", '"', "%a", "@a", "`a`", "{{ nome }}", "{a}", "[a]", "a,b", "a:", "---", "...", "--- a", "<<",
        "Oi\nTudo bem?", "Oi\n\n  recuado\n", "\nOi", " Oi\nx", "Oi \nx", "a\tb\nc", "fim\n\n", "\n", "\r\n", "a\r\nb", "a\x85b",
        "a\u2028b", "a\xa0b", "\ufeffa", "a\u202eb", "👩\u200d👧", "❤️", "é\u0301", "\x1b[0m", "a" * 3000, "chave longa " * 90,
        "\\", "\\n", '"a"', "=", "a\\\nb",
    ]
)  # fmt: skip
TEXTS = WORDS | AWKWARD
SCALARS = (
    TEXTS
    | st.integers(-(10**15), 10**15)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.booleans()
    | st.none()
)
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4), max_leaves=12
)
NODES = st.fixed_dictionaries(
    {"type": TEXTS},
    optional={
        "label": TEXTS,
        "options": st.dictionaries(
            TEXTS | st.sampled_from(["text", "type", "next", "raw", "exits"]), VALUES, max_size=4
        )
        | VALUES,
        "exits": st.dictionaries(TEXTS | st.sampled_from(["next", "else"]), TEXTS, max_size=4) | VALUES,
        "layout": st.fixed_dictionaries({"x": st.integers(-9, 9), "y": st.floats(-9, 9)}) | VALUES,
        "unknown": VALUES,
    },
)
DEFINITIONS = st.fixed_dictionaries(
    {"format": st.integers(0, 3)},
    optional={
        "id": SCALARS, "name": SCALARS, "language": SCALARS, "entry": SCALARS,
        "variables": st.dictionaries(TEXTS, VALUES, max_size=3) | VALUES,
        "nodes": st.dictionaries(TEXTS, NODES | VALUES, max_size=4) | VALUES,
        "layout": VALUES, "bot": VALUES, "raw": VALUES, "more": VALUES,
    },
)  # fmt: skip


def same(one: Any, other: Any) -> bool:
    """Equal, and 1 is not true."""
    return repr(_sorted(one)) == repr(_sorted(other))


def _sorted(value: Any) -> Any:
    if isinstance(value, dict):
        return sorted(((key, _sorted(part)) for key, part in value.items()), key=lambda pair: pair[0])
    return [_sorted(part) for part in value] if isinstance(value, list) else value


def shuffled(value: Any, chance: random.Random) -> Any:
    """The same with every mapping in another order, as a database may give it back."""
    if isinstance(value, dict):
        keys = list(value)
        chance.shuffle(keys)
        return {key: shuffled(value[key], chance) for key in keys}
    return [shuffled(part, chance) for part in value] if isinstance(value, list) else value


@settings(max_examples=150 * MORE)
@given(DEFINITIONS)
def test_any_draft_comes_back_as_it_went(definition: dict[str, Any]) -> None:
    text = write(definition, bot="Recepção")
    back = read_flow_text(text)
    assert same(back.definition, definition)
    assert back.bot == "Recepção"
    assert write(back.definition, bot=back.bot) == text


@settings(max_examples=100 * MORE)
@given(VALUES)
def test_another_reader_of_yaml_understands_the_same(value: Any) -> None:
    text = write({"format": 1, "nodes": {"a": {"type": "message", "options": {"text": value}}}})
    theirs = yaml.load(text, Loader=yaml.SafeLoader)["nodes"]["a"]["text"]
    ours = read(text)["nodes"]["a"]["options"]["text"]
    assert same(ours, value)
    assert same(theirs, value) or _has_number_of_11(value)


def _has_number_of_11(value: Any) -> bool:
    """YAML 1.1 reads `1e+16` as text; nobody writes that in a flow."""
    return any(isinstance(part, float) and "e" in repr(part) for part in _leaves(value))


def _leaves(value: Any) -> list[Any]:
    if isinstance(value, dict):
        return [leaf for part in value.values() for leaf in _leaves(part)]
    return [leaf for part in value for leaf in _leaves(part)] if isinstance(value, list) else [value]


@pytest.mark.parametrize("seed", range(60 * MORE))
def test_flows_by_chance(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - repeatable chance
    definition = write_definition(Drawing(chance).flow("f"))
    text = write(definition)
    assert read(text) == definition
    assert write(read(text)) == text
    assert write(shuffled(definition, chance)) == text


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.name)
def test_every_flow_that_ships(path: Path) -> None:
    definition = json.loads(path.read_text("utf-8"))
    text = write(definition)
    assert read(text) == definition
    assert write(shuffled(definition, random.Random(1))) == text  # noqa: S311 - repeatable chance
    # The parts of a stored draft lose their order in the database; nothing of it may depend on them.
    assert write(json.loads(json.dumps(definition, sort_keys=True))) == text


def test_there_are_flows_that_ship() -> None:
    assert any(path.name == "clinica.json" for path in SHIPPED)
