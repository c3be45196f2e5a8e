"""Whatever the file holds: is it a flow that can be run, with a report, or a refusal with a code?"""

from __future__ import annotations

import copy
import json
import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recado.flows.engine.definition import read_definition
from recado.flows.engine.limits import MAX_NODES
from recado.flows.imports.typebot import TypebotUnreadable, convert
from recado.flows.imports.typebot.convert import CONVERTERS
from tests.flows.engine.support import Talk
from tests.flows.imports.typebot.support import TYPES, bot, codes, text
from tests.flows.imports.typebot.test_bots import BOTS, NAMES

# The same lines thousands of times: traced, they take three times as long and cover nothing more.
pytestmark = pytest.mark.no_cover

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=20,
)
ODD: tuple[Any, ...] = (
    None, True, 0, -1.5, float("nan"), float("inf"), 10**400, "", "x", "{{", "{{=a=}}", "{% raw %}", "\x00", "\ud800", "g",
    [], {}, [None], [[]], {"a": None}, "é" * 9_000, ["x"] * 60, {"richText": [{"children": 3}]}, "{{A}}", "/(/", "current",
)  # fmt: skip


def survives(data: object) -> None:
    """It is refused, or it can be read, run and talked to for a while."""
    try:
        found = convert(data)
    except TypebotUnreadable:
        return
    assert all(one.sentence and one.place for one in found.report)
    json.dumps(found.definition).encode()
    talk = Talk(read_definition(found.definition, TYPES), types=TYPES)
    for said in ("oi", "1", "sim"):
        talk.says(said)


@given(JSON)
@settings(max_examples=100)
def test_any_json(data: object) -> None:
    survives(data)


@given(st.fixed_dictionaries({"groups": JSON, "edges": JSON, "variables": JSON, "events": JSON, "version": JSON}))
@settings(max_examples=80)
def test_any_json_in_the_right_places(data: object) -> None:
    survives(data)


@given(st.lists(st.tuples(st.sampled_from(sorted(CONVERTERS)), JSON, JSON), max_size=5))
@settings(max_examples=100)
def test_blocks_of_every_kind_with_anything_in_them(blocks: list[tuple[str, Any, Any]]) -> None:
    held = [{"type": type, "options": options, "content": options, "items": items} for type, options, items in blocks]
    survives(bot(*held, variables=["A"]))


@pytest.mark.parametrize("name", NAMES)
def test_a_bot_with_parts_changed_at_random(name: str) -> None:
    chance = random.Random(name)  # noqa: S311 (the same bots on every run)
    whole = json.loads((BOTS / f"{name}.json").read_text("utf-8"))
    for _ in range(25):
        data = copy.deepcopy(whole)
        for _ in range(chance.randint(1, 8)):
            _change(data, chance)
        survives(data)


def _change(data: Any, chance: random.Random) -> None:
    """Put something odd in some place, or take it away."""
    at = data
    while True:
        keys = list(at) if isinstance(at, dict) else list(range(len(at)))
        if not keys:
            return
        key = chance.choice(keys)
        if isinstance(at[key], dict | list) and at[key] and chance.random() < 0.85:
            at = at[key]
            continue
        if isinstance(at, dict) and chance.random() < 0.3:
            del at[key]
        else:
            at[key] = copy.deepcopy(chance.choice(ODD))
        return


def chain(count: int, blocks: int) -> dict[str, Any]:
    """A bot of many groups, each going on to the next."""
    groups = [
        {
            "id": f"g{number}",
            "title": f"Passo {number}",
            "graphCoordinates": {"x": number * 300, "y": 0},
            "blocks": [{"id": f"t{number}.{place}", **text(f"Texto {number}.{place}")} for place in range(blocks)],
        }
        for number in range(1, count)
    ]
    for number, group in enumerate(groups, 1):
        group["blocks"][-1]["outgoingEdgeId"] = f"e{number + 1}"  # type: ignore[index]
    edges = [{"id": f"e{number}", "to": {"groupId": f"g{number}"}} for number in range(1, count + 1)]
    return bot({**text("Começo"), "outgoingEdgeId": "e1"}, more=groups, edges=edges)


def test_a_big_bot_fits_by_saying_more_in_one_message() -> None:
    found = convert(chain(200, 6))
    assert 200 < len(found.definition["nodes"]) <= MAX_NODES
    assert "too_many_nodes" not in codes(found)


def test_one_that_is_too_big_says_what_is_left_out() -> None:
    found = convert(chain(600, 1))
    assert len(found.definition["nodes"]) == MAX_NODES
    (told,) = [one for one in found.report if one.code == "too_many_nodes"]
    assert told.severity == "error"
    survives(chain(600, 1))


def test_one_beyond_all_measure_is_refused() -> None:
    with pytest.raises(TypebotUnreadable, match="too_large"):
        convert(chain(2_002, 1))


@pytest.mark.parametrize(
    ("data", "code"),
    [
        ([], "not_an_object"),
        ("{}", "not_an_object"),
        (None, "not_an_object"),
        ({}, "not_a_typebot"),
        ({"groups": {}, "version": "6"}, "not_a_typebot"),
        ({"nodes": {}, "format": 1}, "not_a_typebot"),
        ({"groups": []}, "not_a_typebot"),
    ],
)
def test_what_is_no_bot_is_refused_in_words(data: object, code: str) -> None:
    with pytest.raises(TypebotUnreadable) as refusal:
        convert(data)
    assert refusal.value.code == code
    assert refusal.value.sentence.startswith("O arquivo não é uma exportação do Typebot")


def test_deep_nesting_is_cut() -> None:
    node: Any = {"text": "fundo"}
    for _ in range(400):
        node = {"type": "p", "children": [node]}
    survives(bot({"type": "text", "content": {"richText": [node]}}))


def test_rings_that_do_nothing_end() -> None:
    jump = {"type": "Jump", "options": {"groupId": "g"}}
    survives(bot(jump))
    survives(bot({"type": "Typebot link", "options": {"typebotId": "current", "groupId": "g"}}, text("depois")))


def test_a_long_speech_is_said_in_fewer_messages() -> None:
    data = bot(*[text(f"Parte {number}.") for number in range(45)])
    found = convert(data)
    assert "texts_joined" in codes(found)
    said = Talk(read_definition(found.definition, TYPES), types=TYPES).says("oi")
    assert len(said) <= 20
    assert "\n\n".join(said).split("\n\n") == [f"Parte {number}." for number in range(45)]


def test_variables_that_nobody_uses_do_not_fill_the_session() -> None:
    data = bot(
        text("Oi, {{v7}}!"),
        variables=[{"id": f"v{number}", "name": f"v{number}", "value": "x"} for number in range(400)],
    )
    found = convert(data)
    assert list(found.definition["variables"]) == ["v7"]
    assert "unused_variables" in codes(found)
    assert Talk(read_definition(found.definition, TYPES), types=TYPES).says("oi") == ["Oi, x!"]


LONG = "texto longo " * 1_300
BLANK_CHOICE = {"type": "choice input", "items": [{"id": "i", "content": "{{nada}}"}, {"id": "j", "content": "B"}]}
FOUND_BY_CHANCE: dict[str, dict[str, Any]] = {
    "a field that is no text": {"type": "cards", "items": [{"id": "c"}], "options": {
        "saveResponseMapping": [{"field": {"a": None}, "variableId": "A"}],
    }},
    "an element whose type is a list": {"type": "text", "content": {"richText": [{"type": [[]], "children": [{"text": "x"}]}]}},
    "a choice without words": BLANK_CHOICE,
    "a comparison with a long text": {"type": "Condition", "items": [{"id": "i", "content": {"comparisons": [
        {"variableId": "A", "comparisonOperator": "Equal to", "value": LONG},
    ]}}]},
    "a long value": {"type": "Set variable", "options": {"variableId": "A", "expressionToEvaluate": LONG}},
}  # fmt: skip


@pytest.mark.parametrize("found", FOUND_BY_CHANCE)
def test_what_chance_found_once(found: str) -> None:
    names = [{"id": f"{number}", "name": f"{number} {LONG[:300]}"} for number in range(30)]
    call = {"type": "Webhook", "options": {"webhook": {"url": "https://x.example"}}}
    survives(bot(FOUND_BY_CHANCE[found], call, variables=["A", {"id": "L", "name": "L", "value": [LONG]}, *names]))
