"""Does a condition hold in a situation, and what was seen of each part of it?"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from recado.automations.models import Group, Seen, SeenGroup, Situation, Test, Value
from recado.automations.rules.catalogue import NEEDS_NOTHING
from recado.foundation.text import fold, words

_SHOWN = 200
_NEGATIVE: Final = frozenset({"is_not", "not_contains", "has_not", "empty"})
"""What holds of something that is not there at all: whoever has no deal has none of that origin."""


def look(group: Group, situation: Situation) -> SeenGroup:
    """Hold a group against a situation; every part is looked at, so that the log tells all that is missing."""
    parts = tuple(
        look(one, situation) if isinstance(one, Group) else _compare(one, situation) for one in group.tests
    )  # fmt: skip
    held = [one.held for one in parts]
    if group.join == "any":
        return SeenGroup("any", not held or any(held), parts)
    if group.join == "none":
        return SeenGroup("none", not any(held), parts)
    return SeenGroup("all", all(held), parts)


def fields_of(group: Group) -> set[str]:
    """Return the keys of all fields that a group looks at."""
    found: set[str] = set()
    for one in group.tests:
        found |= fields_of(one) if isinstance(one, Group) else {one.field}
    return found


def _compare(test: Test, situation: Situation) -> Seen:
    known = test.field in situation.values
    seen = situation.values.get(test.field)
    held = test.op in _NEGATIVE if not known or _is_empty(seen) else _OPS[test.op](seen, test.value)
    if (test.op == "filled") and (not known or _is_empty(seen)):
        held = False
    return Seen(test.field, test.op, test.value, held, _clipped(seen), known, _named(seen, situation.names))


def _is_empty(value: Value) -> bool:
    return value is None or value in ("", [])


def _clipped(value: Value) -> Value:
    """What a person wrote stands in the thread; the log keeps its beginning."""
    return value[:_SHOWN] if isinstance(value, str | list) else value


def _named(value: Value, names: Mapping[str, str]) -> str:
    return names.get(value, "") if isinstance(value, str) else ""


def _any(value: Value) -> list[str]:
    return [str(one) for one in value] if isinstance(value, list) else [str(value)]


def _number(value: Value) -> float | None:
    try:
        return float(str(value).replace(",", "."))
    except ValueError:
        return None


def _ordered(check: Callable[[float, float], bool]) -> Callable[[Value, Value], bool]:
    def held(seen: Value, wanted: Value) -> bool:
        left, right = _number(seen), _number(wanted)
        return left is not None and right is not None and check(left, right)

    return held


def _is(seen: Value, wanted: Value) -> bool:
    if isinstance(seen, bool):
        return seen == (str(wanted).lower() == "true")
    return fold(str(seen)) in {fold(one) for one in _any(wanted)}


def _contains(seen: Value, wanted: Value) -> bool:
    text = fold(str(seen))
    return any(part in text for one in _any(wanted) if (part := fold(one)))


def _word(seen: Value, wanted: Value) -> bool:
    said = words(str(seen))
    sought = [found for one in _any(wanted) if (found := words(one))]
    return any(
        said[at : at + len(one)] == one for one in sought for at in range(len(said) - len(one) + 1)
    )  # fmt: skip


def _starts(seen: Value, wanted: Value) -> bool:
    return any(fold(str(seen)).startswith(part) for one in _any(wanted) if (part := fold(one)))


def _has(seen: Value, wanted: Value) -> bool:
    return bool({fold(one) for one in _any(seen)} & {fold(one) for one in _any(wanted)})


def _not(check: Callable[[Value, Value], bool]) -> Callable[[Value, Value], bool]:
    return lambda seen, wanted: not check(seen, wanted)


_OPS: Final[Mapping[str, Callable[[Value, Value], bool]]] = {
    "is": _is,
    "is_not": _not(_is),
    "contains": _contains,
    "not_contains": _not(_contains),
    "word": _word,
    "starts": _starts,
    "has": _has,
    "has_not": _not(_has),
    "eq": _ordered(lambda left, right: left == right),
    "gt": _ordered(lambda left, right: left > right),
    "gte": _ordered(lambda left, right: left >= right),
    "lt": _ordered(lambda left, right: left < right),
    "lte": _ordered(lambda left, right: left <= right),
    **dict.fromkeys(NEEDS_NOTHING - {"empty"}, lambda _seen, _wanted: True),
    "empty": lambda _seen, _wanted: False,
}
