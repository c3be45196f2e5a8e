"""Is a structured comparison true in this session?

A total function over values: no code of the author's is run, nothing raises, and what cannot be compared is false
with a problem beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TypeAlias

from recado.flows.engine.answers.dates import read_iso_date
from recado.flows.engine.answers.numbers import read_number
from recado.flows.engine.expressions import Template
from recado.flows.engine.folding import fold
from recado.flows.engine.patterns import Pattern
from recado.flows.engine.problems import Code, Problem, warning
from recado.flows.engine.values import Day, Moment, Money, Value, as_text

Scope: TypeAlias = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Variable:
    """The value of a variable, dots for what is inside it (`contact.name`); nothing if it is not set."""

    name: str

    def value(self, scope: Scope, problems: list[Problem]) -> Value:
        found: object = scope
        for segment in self.name.split("."):
            if not isinstance(found, Mapping):
                return None
            try:
                found = found[segment]
            except KeyError:
                return None
        return found  # type: ignore[return-value]


@dataclass(frozen=True, slots=True)
class Literal:
    """A value that the author wrote down."""

    literal: Value

    def value(self, scope: Scope, problems: list[Problem]) -> Value:
        return self.literal


@dataclass(frozen=True, slots=True)
class Several:
    """A list of operands, for `in` and `between`."""

    items: tuple[Operand, ...]

    def value(self, scope: Scope, problems: list[Problem]) -> Value:
        return [item.value(scope, problems) for item in self.items]


Operand: TypeAlias = Template | Variable | Literal | Several


@dataclass(frozen=True, slots=True)
class Comparison:
    """`left op right`. Text is compared without regard to case and accents unless `exact`."""

    left: Operand
    op: str
    right: Operand | Pattern
    exact: bool = False

    def holds(self, scope: Scope, problems: list[Problem]) -> bool:
        left = self.left.value(scope, problems)
        if isinstance(self.right, Pattern):
            return self.right.found_in(as_text(left)) is (self.op == "matches")
        right = self.right.value(scope, problems)
        outcome = OPERATORS[self.op](left, right, self.exact)
        if outcome is None:
            problems.append(
                warning(Code.NOT_COMPARABLE, left=as_text(left)[:80], op=self.op, right=as_text(right)[:80])
            )
        return bool(outcome)


@dataclass(frozen=True, slots=True)
class All:
    """Every one holds; none at all holds too."""

    conditions: tuple[Condition, ...]

    def holds(self, scope: Scope, problems: list[Problem]) -> bool:
        return all(condition.holds(scope, problems) for condition in self.conditions)


@dataclass(frozen=True, slots=True)
class Any:
    """At least one holds."""

    conditions: tuple[Condition, ...]

    def holds(self, scope: Scope, problems: list[Problem]) -> bool:
        return any(condition.holds(scope, problems) for condition in self.conditions)


@dataclass(frozen=True, slots=True)
class Not:
    """It does not hold."""

    condition: Condition

    def holds(self, scope: Scope, problems: list[Problem]) -> bool:
        return not self.condition.holds(scope, problems)


Condition: TypeAlias = Comparison | All | Any | Not
Outcome: TypeAlias = bool | None
"""None: these two cannot be compared."""


def _equals(left: Value, right: Value, exact: bool) -> bool:
    numbers = _both_numbers(left, right)
    if numbers is not None:
        return numbers[0] == numbers[1]
    days = _both_days(left, right)
    if days is not None:
        return days[0] == days[1]
    return _form(left, exact) == _form(right, exact)


def _contains(left: Value, right: Value, exact: bool) -> bool:
    if isinstance(left, list):
        return any(_equals(item, right, exact) for item in left)
    needle = _form(right, exact)
    return bool(needle) and needle in _form(left, exact)


def _starts_with(left: Value, right: Value, exact: bool) -> bool:
    start = _form(right, exact)
    return bool(start) and _form(left, exact).startswith(start)


def _ends_with(left: Value, right: Value, exact: bool) -> bool:
    end = _form(right, exact)
    return bool(end) and _form(left, exact).endswith(end)


def _is_in(left: Value, right: Value, exact: bool) -> bool:
    if isinstance(right, list):
        return any(_equals(left, item, exact) for item in right)
    return bool(_form(left, exact)) and any(_equals(left, part, exact) for part in as_text(right).split(","))


def _between(left: Value, right: Value, exact: bool) -> Outcome:
    if not isinstance(right, list):
        return None
    order = [_order(left, bound) for bound in right]
    match order:
        case [int(low), int(high)]:
            return low >= 0 >= high
        case _:
            return None


def _is_empty(left: Value, right: Value, exact: bool) -> bool:
    return left is None or (isinstance(left, list | dict) and not left) or (isinstance(left, str) and not left.strip())


def _is_true(left: Value, right: Value, exact: bool) -> bool:
    return left is True or fold(as_text(left)) in {"sim", "s", "true", "verdadeiro", "1"}


def _ordered(test: Callable[[int], bool]) -> Callable[[Value, Value, bool], Outcome]:
    def compare(left: Value, right: Value, exact: bool) -> Outcome:
        order = _order(left, right)
        return None if order is None else test(order)

    return compare


def _negated(test: Callable[[Value, Value, bool], bool]) -> Callable[[Value, Value, bool], Outcome]:
    return lambda left, right, exact: not test(left, right, exact)


OPERATORS: Mapping[str, Callable[[Value, Value, bool], Outcome]] = {
    "equals": _equals,
    "not_equals": _negated(_equals),
    "contains": _contains,
    "not_contains": _negated(_contains),
    "starts_with": _starts_with,
    "ends_with": _ends_with,
    "greater_than": _ordered(lambda order: order > 0),
    "at_least": _ordered(lambda order: order >= 0),
    "less_than": _ordered(lambda order: order < 0),
    "at_most": _ordered(lambda order: order <= 0),
    "between": _between,
    "in": _is_in,
    "not_in": _negated(_is_in),
    "is_empty": _is_empty,
    "is_not_empty": _negated(_is_empty),
    "is_true": _is_true,
    "is_false": _negated(_is_true),
}
PATTERN_OPERATORS = ("matches", "not_matches")
UNARY_OPERATORS = frozenset({"is_empty", "is_not_empty", "is_true", "is_false"})


def _form(value: Value, exact: bool) -> str:
    text = as_text(value)
    return text if exact else fold(text)


def _order(left: Value, right: Value) -> int | None:
    """-1, 0 or 1: left before, at, or after right. Numbers, money and days; text only as numbers or ISO days."""
    numbers = _both_numbers(left, right, read_words=True)
    if numbers is not None:
        return (numbers[0] > numbers[1]) - (numbers[0] < numbers[1])
    days = _both_days(left, right)
    if days is not None:
        return (days[0] > days[1]) - (days[0] < days[1])
    return None


def _both_numbers(left: Value, right: Value, *, read_words: bool = False) -> tuple[float, float] | None:
    """Both as numbers (money in reais). Two texts are numbers only if `read_words`: "1.0" and "1" are two texts."""
    if not read_words and isinstance(left, str) and isinstance(right, str):
        return None
    one, other = _number(left), _number(right)
    return None if one is None or other is None else (one, other)


def _number(value: Value) -> float | None:
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return value
    if isinstance(value, Money):
        return value.centavos / 100
    if isinstance(value, str):
        found = read_number(value)
        return None if found is None else float(found)
    return None


def _both_days(left: Value, right: Value) -> tuple[datetime, datetime] | None:
    if not isinstance(left, Day | Moment) and not isinstance(right, Day | Moment):
        return None
    one, other = _day(left), _day(right)
    if one is None or other is None:
        return None
    if isinstance(one, datetime) and isinstance(other, datetime):
        return one, other
    return _midnight(one), _midnight(other)


def _day(value: Value) -> date | None:
    if isinstance(value, Moment):
        return value.at
    if isinstance(value, Day):
        return value.on
    return read_iso_date(value) if isinstance(value, str) else None


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=UTC)
