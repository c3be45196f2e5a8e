"""What does a filter mean, and is it one that may be asked? (a tree of conditions, from JSON)

`{"all": [{"field": "tag", "op": "is", "value": "VIP"}, {"any": [...]}, {"none": [...]}]}`. Only names of the list below and of
the organization's own fields are understood; what is compared with is a value and stays one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final

from recado.contacts.errors import BadField, BadFilter
from recado.contacts.models import Condition, FieldDefinition, FieldType, Group
from recado.contacts.rules import documents, fields
from recado.foundation.text import fold, words

DEEPEST: Final = 4
MOST_CONDITIONS: Final = 30
MOST_VALUES: Final = 50
JOINTS: Final = ("all", "any", "none")

_TEXTUAL = ("is", "is_not", "contains", "set", "unset")
_ORDERED = ("is", "is_not", "less", "more", "set", "unset")
BUILT_IN: Final[Mapping[str, tuple[str, ...]]] = {
    "name": ("contains", "unset", "set"),
    "phone": ("is", "area", "set", "unset"),
    "email": ("is", "set", "unset"),
    "cpf": ("is", "set", "unset"),
    "cnpj": ("is", "set", "unset"),
    "tag": ("is", "is_not", "set", "unset"),
    "source": ("is", "is_not"),
    "created_at": ("before", "after", "within_days"),
    "opted_out": ("yes", "no"),
}
"""Fields that everybody has, with the comparisons they know."""
BY_TYPE: Final[Mapping[FieldType, tuple[str, ...]]] = {
    FieldType.TEXT: _TEXTUAL,
    FieldType.NUMBER: _ORDERED,
    FieldType.MONEY: _ORDERED,
    FieldType.DATE: _ORDERED,
    FieldType.CHOICE: ("is", "is_not", "set", "unset"),
    FieldType.BOOLEAN: ("is", "set", "unset"),
}
WITHOUT_VALUE: Final = frozenset(("set", "unset", "yes", "no"))
_SOURCES = frozenset(("channel", "person", "import"))
_LONGEST = 200


def parse(given: Any, known: Mapping[str, FieldDefinition]) -> Group:
    """Return the tree of a filter; raise `BadFilter` with a `why` (and the `field` that is meant)."""
    count = _Count()
    return _group(given, known, depth=1, count=count)


@dataclass(slots=True)
class _Count:
    conditions: int = 0

    def add(self) -> None:
        self.conditions += 1
        if self.conditions > MOST_CONDITIONS:
            raise BadFilter(why="too_many_conditions", limit=MOST_CONDITIONS)


def _group(given: Any, known: Mapping[str, FieldDefinition], *, depth: int, count: _Count) -> Group:
    if depth > DEEPEST:
        raise BadFilter(why="too_deep", limit=DEEPEST)
    if not isinstance(given, dict) or len(given) != 1:
        raise BadFilter(why="not_a_group")
    ((joint, parts),) = given.items()
    if joint not in JOINTS or not isinstance(parts, list):
        raise BadFilter(why="not_a_group")
    return Group(joint, tuple(_part(one, known, depth=depth, count=count) for one in parts))


def _part(given: Any, known: Mapping[str, FieldDefinition], *, depth: int, count: _Count) -> Condition | Group:
    count.add()
    if isinstance(given, dict) and "field" in given:
        return _condition(given, known)
    return _group(given, known, depth=depth + 1, count=count)


def _condition(given: Mapping[str, Any], known: Mapping[str, FieldDefinition]) -> Condition:
    name, operator = given["field"], given.get("op")
    if not isinstance(name, str) or not isinstance(operator, str) or given.keys() - {"field", "op", "value"}:
        raise BadFilter(why="not_a_condition")
    value = given.get("value")
    if name.startswith("fields."):
        return _of_field(name, operator, value, known)
    if name not in BUILT_IN:
        raise BadFilter(why="unknown_field", field=name[:80])
    if operator not in BUILT_IN[name]:
        raise BadFilter(why="unknown_operator", field=name)
    if operator in WITHOUT_VALUE:
        return Condition(field=name, operator=operator)
    return Condition(field=name, operator=operator, value=_built_in_value(name, operator, value))


def _of_field(name: str, operator: str, value: Any, known: Mapping[str, FieldDefinition]) -> Condition:
    definition = known.get(name.removeprefix("fields."))
    if definition is None:
        raise BadFilter(why="unknown_field", field=name[:80])
    if operator not in BY_TYPE[definition.type]:
        raise BadFilter(why="unknown_operator", field=name)
    if operator in WITHOUT_VALUE:
        return Condition(field=name, operator=operator, type=definition.type)
    if operator == "contains":
        return Condition(field=name, operator=operator, value=_said(name, value), type=definition.type)
    try:
        read = fields.read(definition, value)
    except BadField:
        raise BadFilter(why="bad_value", field=name) from None
    return Condition(field=name, operator=operator, value=read, type=definition.type)


def _built_in_value(name: str, operator: str, value: Any) -> str | int | datetime | tuple[str, ...]:
    if name == "created_at":
        return _days(value) if operator == "within_days" else _moment(value)
    said = _said(name, value)
    if name == "name":
        found = tuple(words(said)[:8])
        if not found:
            raise BadFilter(why="bad_value", field=name)
        return found
    if operator == "area":
        if not (said.isdigit() and len(said) == 2):  # noqa: PLR2004 - a Brazilian area code
            raise BadFilter(why="bad_value", field=name)
        return said
    if name in ("phone", "email", "cpf", "cnpj"):
        clear = documents.plain(name, said)
        if clear is None:
            raise BadFilter(why="bad_value", field=name)
        return clear
    if name == "source" and said not in _SOURCES:
        raise BadFilter(why="bad_value", field=name)
    return fold(said) if name == "tag" else said


def _said(name: str, value: Any) -> str:
    if not isinstance(value, str) or not value.strip() or len(value) > _LONGEST or "\x00" in value:
        raise BadFilter(why="bad_value", field=name)
    return value.strip()


def _days(value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= 3650:  # noqa: PLR2004 - ten years
        raise BadFilter(why="bad_value", field="created_at")
    return value


def _moment(value: Any) -> datetime:
    try:
        found = datetime.fromisoformat(_said("created_at", value))
    except ValueError:
        raise BadFilter(why="bad_value", field="created_at") from None
    return found if found.tzinfo else found.replace(tzinfo=UTC)
