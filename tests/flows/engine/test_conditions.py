"""Do comparisons say what a person would, whatever they are given? (T36, T38)"""

from __future__ import annotations

import time
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recado.flows.engine.condition_format import names_in, read_condition, write_condition
from recado.flows.engine.conditions import OPERATORS, PATTERN_OPERATORS
from recado.flows.engine.patterns import PatternInvalid, compile_pattern
from recado.flows.engine.problems import Code, Problem
from recado.flows.engine.reading import Reading
from recado.flows.engine.values import Day, Moment, Money

DAY = Day(date(2026, 12, 25))
MOMENT = Moment(datetime(2026, 12, 25, 9, tzinfo=UTC))


def holds(left: Any, op: str, right: Any = None, *, exact: bool = False) -> bool | None:
    """Whether it holds; None where the two cannot be compared."""
    problems: list[Problem] = []
    data = {"left": {"variable": "left"}, "op": op, "right": {"variable": "right"}, "exact": exact}
    if op in PATTERN_OPERATORS:
        data["right"] = right
    reading = Reading([])
    outcome = read_condition(data, reading).holds({"left": left, "right": right}, problems)
    assert reading.problems == []
    return None if problems else outcome


@pytest.mark.parametrize(
    ("left", "op", "right", "outcome"),
    [
        ("São Paulo", "equals", "sao  paulo", True),
        ("a", "equals", "b", False),
        (10, "equals", "10", True),
        ("10,0", "equals", 10, True),
        ("1.0", "equals", "1", False),
        (Money(1000), "equals", 10, True),
        (Money(1000), "equals", "R$ 10,00", True),
        (DAY, "equals", "25/12/2026", True),
        (DAY, "equals", "2026-12-25", True),
        (None, "equals", "", True),
        (True, "equals", "sim", True),
        ("a", "not_equals", "b", True),
        ("Quero AGENDAR já", "contains", "agendar", True),
        ("x", "contains", "", False),
        (["Gato", "Cão"], "contains", "cao", True),
        (["Gato"], "contains", "ga", False),
        ("x", "not_contains", "y", True),
        ("Ágata", "starts_with", "aga", True),
        ("Ágata", "ends_with", "TA", True),
        ("Ágata", "ends_with", "", False),
        (10, "greater_than", 9, True),
        ("60 mil", "greater_than", "50.000", True),
        (Money(5000000), "at_least", "50 mil", True),
        (10, "greater_than", 10, False),
        (10, "at_least", 10, True),
        ("9", "less_than", 10, True),
        (10, "at_most", "10", True),
        (DAY, "greater_than", "24/12/2026", True),
        (MOMENT, "equals", DAY, True),
        (MOMENT, "at_most", MOMENT, True),
        (5, "between", [1, 10], True),
        (11, "between", [1, 10], False),
        ("Gato", "in", ["cão", "gato"], True),
        ("Gato", "in", "cão, gato", True),
        ("", "in", "", False),
        ("rato", "not_in", ["cão", "gato"], True),
        (None, "is_empty", None, True),
        ("  ", "is_empty", None, True),
        ([], "is_empty", None, True),
        (0, "is_empty", None, False),
        (False, "is_empty", None, False),
        ("x", "is_not_empty", None, True),
        (True, "is_true", None, True),
        ("Sim", "is_true", None, True),
        ("não", "is_true", None, False),
        (None, "is_false", None, True),
        ("meu cpf é 529.982", "matches", r"\d{3}\.\d{3}", True),
        ("AÇÃO", "matches", "^acao$", True),
        ("acao", "matches", "^Ação$", True),
        ("a", "matches", r"^\D$", True),
        ("a", "not_matches", "b", True),
        # What no person would compare
        ("ontem", "greater_than", 3, None),
        ([], "less_than", {}, None),
        (True, "at_least", 0, None),
        (5, "between", [1], None),
        (5, "between", 3, None),
        (5, "between", ["a", "b"], None),
    ],
)
def test_comparisons(left: Any, op: str, right: Any, outcome: bool | None) -> None:
    assert holds(left, op, right) is outcome


def test_exact_text() -> None:
    assert holds("Gato", "equals", "gato", exact=True) is False
    assert holds("Gato", "equals", "Gato", exact=True) is True
    assert holds("São", "contains", "sao", exact=True) is False


def read(data: Any) -> tuple[Any, list[Code]]:
    problems: list[Problem] = []
    condition = read_condition(data, Reading(problems))
    return condition, [problem.code for problem in problems]


SMALL = {"left": "{{ pet }}", "op": "equals", "right": "gato"}


def test_conditions_nest() -> None:
    condition, wrong = read({"all": [SMALL, {"any": [{"not": SMALL}, {**SMALL, "op": "EQUALS"}]}]})
    assert wrong == []
    assert condition.holds({"pet": "gato"}, [])
    assert not condition.holds({"pet": "cão"}, [])
    assert read({"all": []})[0].holds({}, [])
    assert not read({"any": []})[0].holds({}, [])
    assert names_in(condition) == {"pet"}


def test_operands_of_every_kind() -> None:
    data = {
        "any": [
            {"left": {"variable": "contact.name"}, "op": "in", "right": ["Ana", "{{ nome }}", 5, None, True]},
            {"left": 1.5, "op": "is_not_empty"},
            {"left": "a", "op": "matches", "right": "[a-z]"},
            {"left": "A", "op": "equals", "right": "a", "exact": True},
        ]
    }
    condition, wrong = read(data)
    assert wrong == []
    assert write_condition(condition) == data
    assert read(write_condition(condition))[0] == condition
    assert names_in(condition) == {"contact", "nome"}
    assert condition.conditions[0].holds({"contact": {"name": "Bia"}, "nome": "bia"}, [])
    assert not condition.conditions[0].holds({"contact": {"name": "Zoe"}, "nome": ""}, [])


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (None, Code.BAD_CONDITION),
        ([], Code.BAD_CONDITION),
        ({}, Code.UNKNOWN_OPTION),
        ({"left": 1}, Code.UNKNOWN_OPTION),
        ({"left": 1, "op": "equals"}, Code.BAD_CONDITION),
        ({"op": "is_empty"}, Code.BAD_CONDITION),
        ({"left": 1, "op": "eval", "right": 1}, Code.UNKNOWN_OPTION),
        ({**SMALL, "else": 1}, Code.UNKNOWN_KEY),
        ({**SMALL, "exact": 1}, Code.WRONG_TYPE),
        ({**SMALL, "left": {"eval": "1"}}, Code.WRONG_TYPE),
        ({**SMALL, "left": float("nan")}, Code.WRONG_TYPE),
        ({**SMALL, "left": 10**400}, Code.WRONG_TYPE),
        ({**SMALL, "left": "{{"}, Code.BAD_TEMPLATE),
        ({**SMALL, "left": "\x00"}, Code.BAD_CHARACTERS),
        ({**SMALL, "left": "x" * 10_000}, Code.TOO_LONG),
        ({**SMALL, "right": [[1]]}, Code.TOO_MANY),
        ({**SMALL, "op": "matches", "right": "("}, Code.BAD_PATTERN),
        ({**SMALL, "op": "matches", "right": 5}, Code.WRONG_TYPE),
        ({"all": {}}, Code.WRONG_TYPE),
        ({"all": [SMALL] * 51}, Code.TOO_MANY),
    ],
)
def test_what_is_no_condition(data: Any, code: Code) -> None:
    condition, wrong = read(data)
    assert code in wrong
    condition.holds({}, [])


def test_conditions_nested_without_end_are_refused() -> None:
    data: Any = SMALL
    for _ in range(5_000):
        data = {"not": data}
    condition, wrong = read(data)
    assert wrong == [Code.TOO_DEEP]
    condition.holds({}, [])


_VALUES = st.recursive(
    st.one_of(
        st.none(), st.booleans(), st.integers(), st.floats(), st.text(), st.builds(Money, st.integers()),
        st.builds(Day, st.dates()), st.builds(Moment, st.datetimes(timezones=st.just(UTC))),
    ),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.text(), inner, max_size=3)),
    max_leaves=5,
)  # fmt: skip


@given(left=_VALUES, right=_VALUES, op=st.sampled_from(sorted(OPERATORS)), exact=st.booleans())
def test_comparing_is_total(left: Any, right: Any, op: str, exact: bool) -> None:
    assert holds(left, op, right, exact=exact) in (True, False, None)


@given(left=st.text(max_size=5_000), pattern=st.text(alphabet="ab()[]{}*+?|^$.\\dws1,:-é", max_size=40))
def test_matching_is_total(left: str, pattern: str) -> None:
    try:
        compiled = compile_pattern(pattern)
    except PatternInvalid:
        return
    compiled.found_in(left)


_BOMBS = (
    "(a+)+$", "(a*)*$", "(a|a)*$", "(a|aa)+$", "(.*a){20}$", "(a?){30}a{30}", "^(([a-z])+.)+[A-Z]([a-z])+$",
    "(x+x+)+y", "(\\w+\\s?)*$", "([a-zA-Z]+)*$", "(a+){10}$", "^(\\d+)*$", "(.+)+b", "((a+)+)+$", "(a{1,100}){1,9}$",
    "(?:a|b|ab)*c$", "(\\s*)*x", "(.|\\n)*z", "a**", "(a+)*b",
)  # fmt: skip
_VICTIMS = ("a", "aA", "x", "ab ", "1", "\n", "é", "aé", " ", "abc1 ")


@pytest.mark.parametrize("bomb", _BOMBS)
def test_patterns_that_explode_elsewhere_do_not_here(bomb: str) -> None:
    for victim in _VICTIMS:
        try:
            compiled = compile_pattern(bomb)
        except PatternInvalid:
            continue
        took = []
        for _ in range(3):  # the best of three: a busy machine may take the processor's caches away
            began = time.process_time()
            compiled.found_in(victim * 10_000 + "!")
            took.append(time.process_time() - began)
        assert min(took) < 0.05


@pytest.mark.parametrize(
    "pattern",
    ["a" * 501, "(", "[", r"(?=a)", r"(a)\1", "((((a{1000}){1000}){1000}))", r"\x{110000}"],
)
def test_what_is_no_pattern(pattern: str) -> None:
    with pytest.raises(PatternInvalid):
        compile_pattern(pattern)
