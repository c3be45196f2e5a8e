"""Can a value break out of its place in an author's JSON?"""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recado.flows.engine.expressions import Template
from recado.flows.engine.json_body import JsonBodyUnreadable, as_json, read_json_body
from recado.flows.engine.values import Day, Moment, Money, Value

TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=60)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.floats(allow_nan=False, allow_infinity=False) | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=6,
)


def render(source: str, **values: Value) -> Any:
    def value(name: Template) -> Value:
        return name.value(values, [])

    def text(name: Template) -> str:
        return name.render(values, [])

    return json.loads(read_json_body(source).render(value, text))


@pytest.mark.parametrize(
    ("source", "values", "body"),
    [
        ('{"a": "{{ x }}"}', {"x": 'dito "sim"\\ \n\t'}, {"a": 'dito "sim"\\ \n\t'}),
        ('{"a": {{ x }}}', {"x": 'dito "sim"'}, {"a": 'dito "sim"'}),
        ('{"a": {{ x }}, "b": "{{ x }}"}', {"x": 31}, {"a": 31, "b": "31"}),
        ('{"a": {{ x }}}', {"x": True}, {"a": True}),
        ('{"a": "{{ x }}"}', {"x": True}, {"a": "sim"}),
        ('{"a": {{ nada }}, "b": "{{ nada }}"}', {}, {"a": None, "b": ""}),
        ('{"a": {{ x }}}', {"x": [1, "b", {"c": None}]}, {"a": [1, "b", {"c": None}]}),
        ("{{ x }}", {"x": {"a": [1]}}, {"a": [1]}),
        ("[{{ x }}, {{ y }}]", {"x": 1, "y": "2"}, [1, "2"]),
        ('{"{{ k }}": 1, "b{{ k }}": 2}', {"k": 'x":9,"y'}, {'x":9,"y': 1, 'bx":9,"y': 2}),
        ('{"a": "Olá {{ x }}, de {{ y }}!"}', {"x": '"', "y": "}"}, {"a": 'Olá ", de }!'}),
        ('{"a": "{{ x | default: "ninguém" }}"}', {"x": ""}, {"a": "ninguém"}),
        ('{"a": "\\"{{ x }}\\""}', {"x": "q"}, {"a": '"q"'}),
        ('{"a": "\\\\", "b": {{ x }}}', {"x": 1}, {"a": "\\", "b": 1}),
        ('{"a": {{ x | plus: 1 }}}', {"x": 5}, {"a": 6}),
        ('{"a": {{ x | upcase }}}', {"x": "abc"}, {"a": "ABC"}),
        ('{"a": {{ m }}, "b": "{{ m }}"}', {"m": Money(123_450)}, {"a": 1234.5, "b": "R$ 1.234,50"}),
        ('{"d": {{ d }}, "e": "{{ d }}"}', {"d": Day(date(2026, 12, 25))}, {"d": "2026-12-25", "e": "25/12/2026"}),
        ('{"m": {{ m }}}', {"m": Moment(datetime(2026, 1, 2, 3, 4, tzinfo=UTC))}, {"m": "2026-01-02T03:04:00+00:00"}),
        ('{"a": 1.0, "b": [true, null, "x"]}', {}, {"a": 1.0, "b": [True, None, "x"]}),
        ('"{{ x }}"', {"x": "só texto"}, "só texto"),
    ],
)
def test_values_stand_where_they_were_put(source: str, values: dict[str, Value], body: Any) -> None:
    assert render(source, **values) == body


@pytest.mark.parametrize(
    "source",
    [
        "",
        "{",
        '{"a": }',
        "{'a': 1}",
        '{"a": 1,}',
        '{"a": {{ x }} {{ y }}}',
        '{"a": {{ x | nada }}}',
        '{"a": {{ x }',
        '{"a": "{{ \\"x\\" }}"}',
        """{"a": "{{ x | default: '}}' }}"}""",
        '{"a": NaN}',
        '{"a": {% if x %}1{% endif %}}',
        '{"a": "{% if x %}1{% endif %}"}',
        "[" * 40 + "]" * 40,
        "[" * 5_000,
        '{"a": "\ue0000\ue002"}',
        '{"a": "line\nbreak"}',
    ],
)
def test_what_is_no_json_is_said_before_it_runs(source: str) -> None:
    with pytest.raises(JsonBodyUnreadable):
        read_json_body(source)


@given(VALUES, TEXTS)
def test_no_value_leaves_its_place(value: Any, text: str) -> None:
    body = render('{"a": {{ v }}, "b": "x{{ t }}y", "c": [{"d": "{{ t }}"}], "z": 1}', v=value, t=text)
    assert list(body) == ["a", "b", "c", "z"]
    assert body["b"] == f"x{text}y"
    assert body["c"] == [{"d": text}]
    assert body["z"] == 1
    if isinstance(value, str | bool) or value is None:
        assert body["a"] == value


@given(VALUES)
def test_what_a_variable_holds_is_json(value: Any) -> None:
    assert json.loads(json.dumps(as_json(value), allow_nan=False)) == value
