"""How does a filter become SQL? Every piece of text stands here; everything from outside is a numbered parameter.

Names of fields, too, are parameters (`fields ->> $4`): not one character of a filter enters the statement (T78).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from recado.contacts.models import Condition, FieldType, Group

Blind = Callable[[str, str], str]
"""From kind and clear form of a sealed identifier to the keyed hash under which it lies."""


@dataclass(slots=True)
class Bound:
    """A statement's parameters as they are found; `$1` is the organization."""

    blind: Blind
    values: list[Any] = field(default_factory=list)

    def add(self, value: Any) -> str:
        """Remember a value and return its place in the statement."""
        self.values.append(value)
        return f"${len(self.values)}"


def where(group: Group, bound: Bound) -> str:
    """Return a condition on `contacts c` for `group`; what it compares with goes to `bound`."""
    pieces = [where(part, bound) if isinstance(part, Group) else _condition(part, bound) for part in group.parts]
    if not pieces:
        return "true"
    joined = (" and " if group.joint == "all" else " or ").join(f"({piece})" for piece in pieces)
    return f"not ({joined})" if group.joint == "none" else joined


_ADDRESS = """exists (
    select from contact_addresses a where a.organization_id = $1 and a.contact_id = c.id and a.kind = {kind}{more})"""
_TAG = """exists (
    select from contact_tags t join tags g on g.organization_id = t.organization_id and g.id = t.tag_id
    where t.organization_id = $1 and t.contact_id = c.id{more})"""
_WORD = """exists (
    select from contact_words w
    where w.organization_id = $1 and w.contact_id = c.id and w.word >= {least} and w.word < {most})"""


def _condition(one: Condition, bound: Bound) -> str:
    if one.field.startswith("fields."):
        return _field(one, bound)
    match one.field:
        case "phone" | "email" | "cpf" | "cnpj":
            return _address(one, bound)
        case "tag":
            return _tag(one, bound)
        case "name":
            return _name(one, bound)
        case "created_at":
            return _created(one, bound)
        case "opted_out":
            return f"c.opted_out_at is {'not null' if one.operator == 'yes' else 'null'}"
        case _:
            return f"c.source {'=' if one.operator == 'is' else '<>'} {bound.add(one.value)}::text"


def _address(one: Condition, bound: Bound) -> str:
    kind = f"{bound.add(one.field)}::text"
    if one.operator in ("set", "unset"):
        found = _ADDRESS.format(kind=kind, more="")
        return found if one.operator == "set" else f"not {found}"
    if one.operator == "area":
        return _ADDRESS.format(
            kind=kind, more=f" and starts_with(a.match_key, {bound.add('55' + str(one.value))}::text)"
        )
    key = bound.blind(one.field, str(one.value))
    return _ADDRESS.format(kind=kind, more=f" and a.match_key = {bound.add(key)}::text")


def _tag(one: Condition, bound: Bound) -> str:
    if one.operator in ("set", "unset"):
        found = _TAG.format(more="")
    else:
        found = _TAG.format(more=f" and g.key = {bound.add(one.value)}::text")
    return found if one.operator in ("is", "set") else f"not {found}"


def _name(one: Condition, bound: Bound) -> str:
    if one.operator in ("set", "unset"):
        return f"(c.name <> '' or c.given_name <> '') = {'true' if one.operator == 'set' else 'false'}"
    said = one.value if isinstance(one.value, tuple) else ()
    return " and ".join(
        _WORD.format(least=f"{bound.add(word)}::text", most=f"{bound.add(str(word) + chr(0x10FFFF))}::text")
        for word in said
    )


def _created(one: Condition, bound: Bound) -> str:
    if one.operator == "within_days":
        return f"c.created_at > now() - make_interval(days => {bound.add(one.value)}::int)"
    return f"c.created_at {'<' if one.operator == 'before' else '>='} {bound.add(one.value)}::timestamptz"


_COMPARED: Mapping[str, str] = {"is": "=", "is_not": "is distinct from", "less": "<", "more": ">"}


def _field(one: Condition, bound: Bound) -> str:
    key = f"{bound.add(one.field.removeprefix('fields.'))}::text"
    stored = f"(c.fields ->> {key})"
    if one.operator in ("set", "unset"):
        return f"coalesce({stored}, '') {'<>' if one.operator == 'set' else '='} ''"
    if one.operator == "contains":
        return f"position(lower({bound.add(one.value)}::text) in lower({stored})) > 0"
    if one.type in (FieldType.NUMBER, FieldType.MONEY):
        # A flow may have put words there: what is no number is less and more than nothing.
        number = f"case when jsonb_typeof(c.fields -> {key}) = 'number' then {stored}::numeric end"
        return f"({number}) {_COMPARED[one.operator]} {bound.add(str(one.value))}::text::numeric"
    value = str(one.value).lower() if isinstance(one.value, bool) else str(one.value)
    return f"{stored} {_COMPARED[one.operator]} {bound.add(value)}::text"
