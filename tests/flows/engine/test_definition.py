"""Is every flow that can be read one that can be run, and everything else refused with its place? (T39)"""

from __future__ import annotations

import copy
import json
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recado.flows import demo
from recado.flows.engine.advance import advance
from recado.flows.engine.definition import DefinitionInvalid, Flow, FlowSet, read_definition, write_definition
from recado.flows.engine.inspect import check_definition, inspect, may_be_published
from recado.flows.engine.limits import WHATSAPP, CommonChannel
from recado.flows.engine.node_type import node_types
from recado.flows.engine.problems import Code, Problem, Severity
from recado.flows.nodes import start
from recado.flows.upgrades import FORMAT, UnknownFormat, upgrade
from tests.flows.engine.support import TYPES, arriving, ask, flow_of, say

CLINIC: dict[str, Any] = json.loads(Path(demo.__file__).with_name("clinica.json").read_text("utf-8"))
OLD = Path(__file__).parent.parent / "upgrades"
SMALL: dict[str, Any] = {
    "format": 1, "id": "f", "name": "F", "entry": "a",
    "nodes": {"a": {"type": "message", "options": {"text": "oi"}, "exits": {"next": "a"}, "layout": {"x": 1, "y": -2.5}}},
}  # fmt: skip


def problems_of(data: Any) -> list[Problem]:
    with pytest.raises(DefinitionInvalid) as caught:
        read_definition(data, TYPES)
    return list(caught.value.problems)


def test_the_canonical_form_reads_back_equal_and_is_stable() -> None:
    flow = read_definition(CLINIC, TYPES, version=3)
    written = write_definition(flow)
    assert read_definition(json.loads(json.dumps(written)), TYPES, version=3) == flow
    assert write_definition(read_definition(written, TYPES)) == written
    assert written["nodes"]["menu"]["layout"] == {"x": 880, "y": 200}
    assert flow.version == 3


def test_upper_case_is_accepted() -> None:
    loud = copy.deepcopy(SMALL)
    loud["nodes"]["a"]["type"] = "MESSAGE"
    assert read_definition(loud, TYPES) == read_definition(SMALL, TYPES)


@pytest.mark.parametrize("number", range(FORMAT))
def test_each_old_format_has_a_pair_of_files(number: int) -> None:
    old = json.loads((OLD / f"v{number}.json").read_text("utf-8"))
    newest = json.loads((OLD / f"v{FORMAT}.json").read_text("utf-8"))
    assert read_definition(old, TYPES) == read_definition(newest, TYPES)
    assert write_definition(read_definition(old, TYPES)) == newest


@pytest.mark.parametrize("number", [-1, 2, 10**9, "1", 1.0, True, None, []])
def test_unknown_formats_are_refused(number: Any) -> None:
    assert [problem.code for problem in problems_of({**SMALL, "format": number})] == [Code.UNKNOWN_FORMAT]
    with pytest.raises(UnknownFormat):
        upgrade({"format": number})


def edited(path: str, value: Any) -> dict[str, Any]:
    """SMALL with one place changed; dots part the keys."""
    data = copy.deepcopy(SMALL)
    place: Any = data
    *way, last = path.split("/")
    for key in way:
        place = place[key]
    place[last] = value
    return data


@pytest.mark.parametrize(
    ("path", "value", "code", "where"),
    [
        ("extra", 1, Code.UNKNOWN_KEY, "extra"),
        ("id", "", Code.BAD_NAME, "id"),
        ("id", 5, Code.WRONG_TYPE, "id"),
        ("id", "a b", Code.BAD_NAME, "id"),
        ("name", "x" * 121, Code.TOO_LONG, "name"),
        ("name", "\x00", Code.BAD_CHARACTERS, "name"),
        ("entry", None, Code.WRONG_TYPE, "entry"),
        ("nodes", [], Code.WRONG_TYPE, "nodes"),
        ("nodes", {str(at): {} for at in range(501)}, Code.TOO_MANY, "nodes"),
        ("nodes/a", [], Code.WRONG_TYPE, "nodes.a"),
        ("nodes/a/code", "x", Code.UNKNOWN_KEY, "nodes.a.code"),
        ("nodes/a/type", "eval", Code.UNKNOWN_NODE_TYPE, "nodes.a.type"),
        ("nodes/a/type", None, Code.UNKNOWN_NODE_TYPE, "nodes.a.type"),
        ("nodes/a/label", 5, Code.WRONG_TYPE, "nodes.a.label"),
        ("nodes/a/options", [], Code.WRONG_TYPE, "nodes.a.options"),
        ("nodes/a/options/authorization", "Bearer x", Code.UNKNOWN_KEY, "nodes.a.options.authorization"),
        ("nodes/a/options/text", 5, Code.WRONG_TYPE, "nodes.a.options.text"),
        ("nodes/a/options/text", "x" * 8_193, Code.TOO_LONG, "nodes.a.options.text"),
        ("nodes/a/options/text", "{{", Code.BAD_TEMPLATE, "nodes.a.options.text"),
        ("nodes/a/options/text", "\ud800", Code.BAD_CHARACTERS, "nodes.a.options.text"),
        ("nodes/a/options/choices", {}, Code.WRONG_TYPE, "nodes.a.options.choices"),
        ("nodes/a/options/choices", [{}], Code.MISSING_KEY, "nodes.a.options.choices.0.id"),
        ("nodes/a/options/choices", [{"id": "x y", "title": "t"}], Code.BAD_NAME, "nodes.a.options.choices.0.id"),
        ("nodes/a/options/choices", [{"id": "x", "title": " "}], Code.MISSING_KEY, "nodes.a.options.choices.0.title"),
        ("nodes/a/options/choices", [{"id": "x", "title": "t"}] * 41, Code.TOO_MANY, "nodes.a.options.choices"),
        ("nodes/a/options/media", {"type": "exe", "link": "x"}, Code.UNKNOWN_OPTION, "nodes.a.options.media.type"),
        ("nodes/a/exits", [], Code.WRONG_TYPE, "nodes.a.exits"),
        ("nodes/a/exits", {"next": 5}, Code.WRONG_TYPE, "nodes.a.exits.next"),
        ("nodes/a/layout", {"x": "1"}, Code.WRONG_TYPE, "nodes.a.layout.x"),
        ("nodes/a/layout", {"x": float("inf")}, Code.WRONG_TYPE, "nodes.a.layout.x"),
        ("nodes/a/layout", {"x": 10**400}, Code.WRONG_TYPE, "nodes.a.layout.x"),
        ("variables", [], Code.WRONG_TYPE, "variables"),
        ("variables", {"a b": {}}, Code.BAD_NAME, "variables.a b"),
        ("variables", {"contact": {}}, Code.RESERVED_NAME, "variables.contact"),
        ("variables", {"a": []}, Code.WRONG_TYPE, "variables.a"),
        ("variables", {"a": {"default": {}}}, Code.WRONG_TYPE, "variables.a.default"),
        ("variables", {"a": {"default": float("nan")}}, Code.WRONG_TYPE, "variables.a.default"),
        ("variables", {"a": {"kind": 1}}, Code.UNKNOWN_KEY, "variables.a.kind"),
        ("variables", {f"v{at}": {} for at in range(201)}, Code.TOO_MANY, "variables"),
    ],
)
def test_what_is_wrong_is_named_with_its_place(path: str, value: Any, code: Code, where: str) -> None:
    assert (code, where) in [(problem.code, problem.path) for problem in problems_of(edited(path, value))]


def test_all_problems_are_found_at_once_and_name_their_node() -> None:
    data = edited("nodes/a/options/text", 5)
    data["nodes"]["b"] = {"type": "question", "options": {"kind": "date", "attempts": 99}}
    found = problems_of({**data, "name": 5})
    assert {(problem.code, problem.node) for problem in found} == {
        (Code.WRONG_TYPE, ""),
        (Code.WRONG_TYPE, "a"),
        (Code.MISSING_KEY, "b"),
        (Code.OUT_OF_RANGE, "b"),
    }
    assert "nodes.a.options.text" in str(DefinitionInvalid(found))


@pytest.mark.parametrize(
    "data", [None, [], "x", 5, {}, {"nodes": 1}, {"format": 1}, {"nodes": [{"id": []}], "edges": [[]]}]
)
def test_what_is_no_definition(data: Any) -> None:
    assert problems_of(data)


_JSON = st.recursive(
    st.one_of(
        st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=10), st.sampled_from(["{{", "next", "a"])
    ),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=8), inner, max_size=3)),
    max_leaves=6,
)


@given(data=_JSON)
def test_reading_any_json_is_total(data: Any) -> None:
    check_definition(data, TYPES, WHATSAPP)


def _places(data: Any) -> list[tuple[Any, Any]]:
    """Every (container, key) of a JSON document."""
    found: list[tuple[Any, Any]] = []
    pairs: Any = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in pairs:
        found += [(data, key), *_places(value)]
    return found


_WORDS = ("", "{{", "{% for", "\x00", "\ud800", "x" * 9_000)
_ODD: tuple[Any, ...] = (None, True, 0, -1, 1e308, 10**400, float("nan"), *_WORDS, [], {}, [[]], {"": 1})


@settings(deadline=None, max_examples=300)
@given(seed=st.integers(0, 2**32), strokes=st.integers(1, 4))
def test_a_mutated_flow_is_refused_or_runs(seed: int, strokes: int) -> None:
    chance = Random(seed)  # noqa: S311 - repeatable chance
    data = copy.deepcopy(CLINIC)
    for _ in range(strokes):
        places = _places(data)
        container, key = chance.choice(places)
        if isinstance(container, dict) and chance.random() < 0.3:
            container[chance.choice(["x", "type", "options", "__class__", "$ref"])] = container.pop(key)
        else:
            other, at = chance.choice(places)
            container[key] = chance.choice((copy.deepcopy(other[at]), chance.choice(_ODD)))
    try:
        flow = read_definition(data, TYPES)
    except DefinitionInvalid:
        return
    except RecursionError:  # The stroke put a document into itself; no JSON parser gives that.
        return
    inspect(flow, TYPES, WHATSAPP)
    flows = FlowSet.of(flow, types=TYPES)
    session = None
    for text in ("oi", "agendar", "Ana", "Thor", "gato", "1", "amanhã", "sim"):
        session = advance(flows, session, arriving(text)).session
    assert read_definition(write_definition(flow), TYPES) == flow


def inspected(nodes: dict[str, Any], **more: Any) -> list[tuple[Code, str]]:
    return [(problem.code, problem.node) for problem in inspect(flow_of(nodes, **more), TYPES, WHATSAPP)]


def test_the_demo_flow_is_without_a_problem() -> None:
    assert check_definition(CLINIC, TYPES, WHATSAPP) == ()


MEDIA = {
    "type": "message",
    "options": {"media": {"type": "image", "link": "http://x.example/a.png"}},
    "exits": {"next": "z"},
}
CHOICES = [{"id": "a", "title": "Sim"}, {"id": "b", "title": "Não"}]
Z = {"type": "end"}


@pytest.mark.parametrize(
    ("nodes", "problem"),
    [
        ({"a": say("1", next="z"), "z": Z, "b": say("2", next="z")}, (Code.UNREACHABLE_NODE, "b")),
        ({"a": say("1")}, (Code.MISSING_EXIT, "a")),
        ({"a": say("1", next="nope")}, (Code.DANGLING_EDGE, "a")),
        ({"a": say("1", next="z", nope="z"), "z": Z}, (Code.UNKNOWN_EXIT, "a")),
        ({"a": say("{{ x }}", next="z"), "z": Z}, (Code.UNKNOWN_VARIABLE, "a")),
        ({"a": say("{% if x %}{% endif %}.", next="z"), "z": Z}, (Code.UNKNOWN_VARIABLE, "a")),
        ({"a": say("", next="z"), "z": Z}, (Code.NOTHING_SAID, "a")),
        ({"a": say("x" * 4_097, next="z"), "z": Z}, (Code.CHANNEL_LIMIT, "a")),
        ({"a": MEDIA, "z": Z}, (Code.BAD_LINK, "a")),
        ({"a": ask("?", {"next": "z"}, kind="choice"), "z": Z}, (Code.TOO_FEW, "a")),
        ({"a": ask("?", {"next": "z"}, choices=CHOICES), "z": Z}, (Code.UNKNOWN_OPTION, "a")),
        ({"a": ask("?", {"next": "z"}, kind="choice", choices=CHOICES * 2), "z": Z}, (Code.DUPLICATE_ID, "a")),
        (
            {"a": ask("?", {"next": "z"}, kind="choice", choices=[{"id": "invalid", "title": "x"}]), "z": Z},
            (Code.DUPLICATE_ID, "a"),
        ),
        (
            {"a": ask("?", {"next": "z"}, kind="choice", choices=[{"id": "a", "title": "x" * 25}]), "z": Z},
            (Code.CHANNEL_LIMIT, "a"),
        ),
        (
            {"a": ask("?", {"next": "z"}, kind="choice", choices=CHOICES, list_label="x" * 21), "z": Z},
            (Code.CHANNEL_LIMIT, "a"),
        ),
        ({"a": ask("?", {"next": "z"}, kind="number", minimum=2, maximum=1), "z": Z}, (Code.OUT_OF_RANGE, "a")),
        ({"a": say("1", next="b"), "b": say("2", next="a")}, (Code.LOOP_WITHOUT_WAIT, "a")),
        ({"a": say("1", next="a")}, (Code.LOOP_WITHOUT_WAIT, "a")),
    ],
)
def test_inspection_finds(nodes: dict[str, Any], problem: tuple[Code, str]) -> None:
    assert list(dict.fromkeys(inspected(nodes))) == [problem]


def test_inspection_of_conditions() -> None:
    small = {"id": "b", "when": {"left": {"variable": "raca"}, "op": "is_empty"}}
    nodes = {
        "a": {
            "type": "condition",
            "options": {"branches": [small, small, {**small, "id": "else"}]},
            "exits": {"b": "z"},
        },
        "z": Z,
    }
    assert sorted(inspected(nodes)) == sorted(
        [(Code.MISSING_EXIT, "a"), (Code.UNKNOWN_VARIABLE, "a"), (Code.DUPLICATE_ID, "a"), (Code.DUPLICATE_ID, "a")]
    )


def test_inspection_knows_what_is_set_somewhere() -> None:
    nodes = {
        "a": ask("{{ x }} {{ y }} {{ w }} {{ now }}", {"next": "b"}, variable="x"),
        "b": {
            "type": "set_variable",
            "options": {"assignments": [{"variable": "y", "value": "{{ x }}"}]},
            "exits": {"next": "z"},
        },
        "z": Z,
    }
    assert inspected(nodes, variables={"w": {}}) == []


def test_a_loop_with_a_question_in_it_is_no_problem() -> None:
    tapped = {
        "type": "message",
        "options": {"text": "?", "choices": CHOICES},
        "exits": {"a": "b", "other": "z", "b": "z"},
    }
    assert inspected({"a": ask("?", {"next": "b"}), "b": say("1", next="a")}) == []
    assert inspected({"a": tapped, "b": say("1", next="a"), "z": Z}) == []


def test_choices_cover_the_way_on() -> None:
    nodes = {"a": ask("?", {"a": "z", "b": "z"}, kind="choice", choices=CHOICES), "z": Z}
    assert inspected(nodes) == []
    nodes["a"]["exits"].pop("b")
    assert inspected(nodes) == [(Code.MISSING_EXIT, "a")]


def test_an_entry_that_is_not_there() -> None:
    found = inspect(Flow("f", "F", "gone", flow_of({"a": Z}).nodes), TYPES, WHATSAPP)
    assert [problem.code for problem in found] == [Code.NO_ENTRY, Code.UNREACHABLE_NODE]
    assert not may_be_published(found)
    assert may_be_published([problem for problem in found if problem.severity is Severity.WARNING])


def test_the_channel_decides_what_fits() -> None:
    flow = flow_of({"a": ask("?", {"next": "z"}, kind="choice", choices=CHOICES), "z": Z})
    bare = CommonChannel(buttons=0, list_rows=0)
    assert inspect(flow, TYPES, WHATSAPP) == ()
    assert [problem.code for problem in inspect(flow, TYPES, bare)] == [Code.CHANNEL_LIMIT]


def test_a_long_chain_is_inspected_without_recursion() -> None:
    nodes = {f"n{at}": say("x", next=f"n{at + 1}") for at in range(499)} | {"n499": Z}
    assert inspected(nodes) == []


def test_manifests_can_be_drawn() -> None:
    for key, kind in TYPES.items():
        drawn = json.loads(json.dumps(kind.manifest.to_json()))
        assert drawn["key"] == key
        assert all(drawn[word] for word in ("label", "description", "icon", "group"))
        assert all(one["title"] and one["widget"] for one in drawn["options"]["properties"].values())
        assert drawn["options"]["additionalProperties"] is False
        assert set(drawn["options"]["order"]) == set(drawn["options"]["properties"])


def test_two_node_types_of_one_key_are_refused() -> None:
    with pytest.raises(ValueError, match="start"):
        node_types(start, start)
