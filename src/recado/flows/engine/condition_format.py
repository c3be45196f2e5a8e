"""How is a condition written as JSON, and read back?

`{"all": […]}`, `{"any": […]}`, `{"not": {…}}` or `{"left": …, "op": "equals", "right": …, "exact": false}`. An operand
is text with `{{ }}`, `{"variable": "pet"}`, a number, true, false, null or a list of these.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any as AnyJson

from recado.flows.engine.conditions import (
    OPERATORS,
    PATTERN_OPERATORS,
    UNARY_OPERATORS,
    All,
    Any,
    Comparison,
    Condition,
    Literal,
    Not,
    Operand,
    Several,
    Variable,
)
from recado.flows.engine.expressions import Template, TemplateInvalid
from recado.flows.engine.limits import MAX_NESTING, MAX_TEXT_OPTION
from recado.flows.engine.patterns import Pattern, PatternInvalid, compile_pattern
from recado.flows.engine.problems import Code
from recado.flows.engine.reading import Reading
from recado.flows.engine.values import clean_text

_MAX_CONDITIONS = 50
_NEVER = Any(())


def read_condition(value: AnyJson, reading: Reading, depth: int = 0) -> Condition:
    """A condition from JSON; problems are noted in `reading`, and what cannot be read never holds."""
    if depth > MAX_NESTING:
        reading.wrong(Code.TOO_DEEP, limit=MAX_NESTING)
        return _NEVER
    if not isinstance(value, Mapping):
        reading.wrong(Code.BAD_CONDITION)
        return _NEVER
    for word, kind in (("all", All), ("any", Any)):
        if set(value) == {word}:
            return kind(_read_many(value[word], reading.into(word), depth))
    if set(value) == {"not"}:
        return Not(read_condition(value["not"], reading.into("not"), depth + 1))
    return _read_comparison(value, reading)


def _read_many(value: AnyJson, reading: Reading, depth: int) -> tuple[Condition, ...]:
    if not isinstance(value, list):
        reading.wrong(Code.WRONG_TYPE, expected="list")
        return ()
    if len(value) > _MAX_CONDITIONS:
        reading.wrong(Code.TOO_MANY, count=len(value), limit=_MAX_CONDITIONS)
    return tuple(read_condition(item, reading.into(at), depth + 1) for at, item in enumerate(value[:_MAX_CONDITIONS]))


def _read_comparison(value: Mapping[str, AnyJson], reading: Reading) -> Condition:
    for key in set(value) - {"left", "op", "right", "exact"}:
        reading.into(str(key)[:80]).wrong(Code.UNKNOWN_KEY, key=str(key)[:80])
    op = str(value.get("op", "")).lower()
    if op not in OPERATORS and op not in PATTERN_OPERATORS:
        reading.into("op").wrong(Code.UNKNOWN_OPTION, value=op[:80], known=", ".join((*OPERATORS, *PATTERN_OPERATORS)))
        return _NEVER
    if "left" not in value or ("right" not in value and op not in UNARY_OPERATORS):
        reading.wrong(Code.BAD_CONDITION)
        return _NEVER
    left = read_literal(value["left"], reading.into("left"))
    exact = value.get("exact", False)
    if not isinstance(exact, bool):
        reading.into("exact").wrong(Code.WRONG_TYPE, expected="boolean")
    right: Operand | Pattern | None
    if op in PATTERN_OPERATORS:
        right = _read_pattern(value["right"], reading.into("right"))
    else:
        right = read_literal(value.get("right"), reading.into("right"))
    return _NEVER if right is None else Comparison(left, op, right, exact is True)


def _read_pattern(value: AnyJson, reading: Reading) -> Pattern | None:
    try:
        if isinstance(value, str):
            return compile_pattern(value)
        reading.wrong(Code.WRONG_TYPE, expected="text")
    except PatternInvalid as fault:
        reading.wrong(Code.BAD_PATTERN, fault=str(fault))
    return None


def read_literal(value: AnyJson, reading: Reading) -> Operand:
    """An operand from JSON; problems are noted in `reading`."""
    if isinstance(value, str):
        return _read_template(value, reading)
    if isinstance(value, list):
        if len(value) > _MAX_CONDITIONS or any(isinstance(item, list) for item in value):
            reading.wrong(Code.TOO_MANY, count=len(value), limit=_MAX_CONDITIONS)
            return Literal(None)
        return Several(tuple(read_literal(item, reading.into(at)) for at, item in enumerate(value)))
    if isinstance(value, Mapping) and set(value) == {"variable"} and isinstance(value["variable"], str):
        return Variable(value["variable"][:200])
    plain = value is None or isinstance(value, bool | int) or (isinstance(value, float) and math.isfinite(value))
    if not plain or (isinstance(value, int) and abs(value) > 2**53):
        reading.wrong(Code.WRONG_TYPE, expected="value")
        return Literal(None)
    return Literal(value)


def _read_template(value: str, reading: Reading) -> Operand:
    try:
        if len(value) > MAX_TEXT_OPTION:
            reading.wrong(Code.TOO_LONG, length=len(value), limit=MAX_TEXT_OPTION)
        elif clean_text(value) != value:
            reading.wrong(Code.BAD_CHARACTERS)
        else:
            return Template(value)
    except TemplateInvalid as fault:
        reading.wrong(Code.BAD_TEMPLATE, fault=str(fault))
    return Literal(None)


def write_condition(condition: Condition) -> dict[str, AnyJson]:
    """The JSON object of a condition."""
    if isinstance(condition, All):
        return {"all": [write_condition(one) for one in condition.conditions]}
    if isinstance(condition, Any):
        return {"any": [write_condition(one) for one in condition.conditions]}
    if isinstance(condition, Not):
        return {"not": write_condition(condition.condition)}
    written: dict[str, AnyJson] = {"left": write_literal(condition.left), "op": condition.op}
    if isinstance(condition.right, Pattern):
        written["right"] = condition.right.source
    elif condition.op not in UNARY_OPERATORS:
        written["right"] = write_literal(condition.right)
    if condition.exact:
        written["exact"] = True
    return written


def write_literal(operand: Operand) -> AnyJson:
    """The JSON of an operand."""
    if isinstance(operand, Template):
        return operand.source
    if isinstance(operand, Variable):
        return {"variable": operand.name}
    if isinstance(operand, Several):
        return [write_literal(item) for item in operand.items]
    return operand.literal


def names_in(condition: Condition) -> frozenset[str]:
    """The variables a condition reads, by their first segment."""
    if isinstance(condition, All | Any):
        return frozenset().union(*map(names_in, condition.conditions))
    if isinstance(condition, Not):
        return names_in(condition.condition)
    right = condition.right
    return names_in_operand(condition.left) | (frozenset() if isinstance(right, Pattern) else names_in_operand(right))


def names_in_operand(operand: Operand) -> frozenset[str]:
    """The variables an operand reads, by their first segment."""
    if isinstance(operand, Template):
        return operand.names()
    if isinstance(operand, Variable):
        return frozenset({operand.name.split(".")[0]})
    if isinstance(operand, Several):
        return frozenset().union(*map(names_in_operand, operand.items))
    return frozenset()
