"""When does a comparison of the bot hold, in the words of our conditions?"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from recado.flows.engine.limits import MAX_PATTERN
from recado.flows.engine.patterns import PatternInvalid, compile_pattern
from recado.flows.imports.typebot.export import Block, Item, list_of, object_of, text_of
from recado.flows.imports.typebot.templates import names_in, only_name
from recado.flows.imports.typebot.work import Ending, Link, Work

Condition = Mapping[str, Any]
NEVER: Condition = {"any": []}
_MOST_BRANCHES = 20
_MOST_COMPARISONS = 50
_NOTHING = frozenset({"", "null", "undefined"})
_TEXTS = {
    "Contains": "contains", "Does not contain": "not_contains", "Starts with": "starts_with", "Ends with": "ends_with",
}  # fmt: skip
_ORDERS = {
    "Greater than": "greater_than", "Greater or equal to": "at_least",
    "Less than": "less_than", "Less or equal to": "at_most",
}  # fmt: skip
_EQUALS = {"Equal to": "equals", "Not equal": "not_equals"}
_SETS = {"Is set": "is_not_empty", "Is empty": "is_empty"}
_PATTERNS = {"Matches regex": "matches", "Does not match regex": "not_matches"}
_REGEX = re.compile(r"/(.*)/([a-z]*)", re.DOTALL)


def branch(work: Work, block: Block, onward: Link) -> Link:
    """A condition block: the first branch that holds; one that holds and leads nowhere ends the way."""
    if not block.items:
        work.tell(block, "condition_empty")
        return onward
    entry = onward
    parts = [block.items[at : at + _MOST_BRANCHES] for at in range(0, len(block.items), _MOST_BRANCHES)]
    for number in range(len(parts), 0, -1):
        entry = _part(work, block, parts[number - 1], (number - 1) * _MOST_BRANCHES, entry)
    return entry


def _part(work: Work, block: Block, items: tuple[Item, ...], before: int, otherwise: Link) -> Link:
    branches: list[dict[str, Any]] = []
    exits: dict[str, Link] = {}
    for number, item in enumerate(items, before + 1):
        id = f"caminho_{number}"
        content = object_of(item.raw.get("content"))
        label = describe(work, content)
        branches.append({"id": id, **({"label": label} if label else {}), "when": condition_of(work, block, content)})
        exits[id] = work.edge(block, item.edge) or Ending(block.at.group)
    return work.add(block.at.group, "condition", {"branches": branches}, {**exits, "else": otherwise})


def condition_of(work: Work, block: Block, content: Mapping[str, Any]) -> Condition:
    """A group of comparisons with its `logicalOperator`."""
    raw = [object_of(one) for one in list_of(content.get("comparisons"))]
    if len(raw) > _MOST_COMPARISONS:
        work.tell(block, "too_many_comparisons", count=len(raw), limit=_MOST_COMPARISONS)
    found = [_comparison(work, block, one) for one in raw[:_MOST_COMPARISONS]]
    if not found:
        work.tell(block, "comparison_incomplete")
        return NEVER
    if len(found) == 1:
        return found[0]
    return {"any" if content.get("logicalOperator") == "OR" else "all": found}


def describe(work: Work, content: Mapping[str, Any]) -> str:
    """A condition in words for the canvas: `Idade ≥ 18`."""
    signs = {
        "Equal to": "=", "Not equal": "≠", "Greater than": ">", "Greater or equal to": "≥", "Less than": "<",
        "Less or equal to": "≤", "Contains": "contém", "Does not contain": "não contém", "Starts with": "começa com",
        "Ends with": "termina com", "Is set": "preenchida", "Is empty": "vazia", "Matches regex": "casa com",
        "Does not match regex": "não casa com",
    }  # fmt: skip
    found = [
        " ".join(
            (
                work.names.label(work.names.of(one.get("variableId"))),
                signs.get(text_of(one.get("comparisonOperator")), "?"),
                "" if one.get("comparisonOperator") in _SETS else text_of(one.get("value")),
            )
        ).strip()
        for one in map(object_of, list_of(content.get("comparisons"))[:3])
    ]
    return (" ou " if content.get("logicalOperator") == "OR" else " e ").join(found)[:100]


def _comparison(work: Work, block: Block, raw: Mapping[str, Any]) -> Condition:
    operator = text_of(raw.get("comparisonOperator"))
    variable = work.names.of(raw.get("variableId"))
    if not variable or not operator:
        work.tell(block, "comparison_incomplete")
        return NEVER
    value = text_of(raw.get("value"))
    for known, make in _MAKERS:
        if operator in known:
            return make(work, block, variable, known[operator], value)
    work.tell(block, "unknown_operator", operator=operator)
    return NEVER


def _equal(work: Work, block: Block, variable: str, op: str, value: str) -> Condition:
    left = {"variable": variable}
    if value.strip() in _NOTHING:
        return {"left": left, "op": "is_empty" if op == "equals" else "is_not_empty"}
    return {"left": left, "op": op, "right": _right(work, block, value), "exact": True}


def _text(work: Work, block: Block, variable: str, op: str, value: str) -> Condition:
    return {"left": {"variable": variable}, "op": op, "right": _right(work, block, value.strip())}


def _order(work: Work, block: Block, variable: str, op: str, value: str) -> Condition:
    """Of a list its length is compared."""
    if not value.strip():
        return NEVER
    left: object = {"variable": variable}
    if variable in work.appended:
        left = f'{{% if {variable} and {variable} != "" %}}{{{{ {variable} | split: ", " | size }}}}{{% else %}}0{{% endif %}}'
    elif isinstance(work.names.initial.get(variable), tuple):
        left = f"{{{{ {variable} | size }}}}"
    right = value.strip()
    number = re.fullmatch(r"-?[0-9]{1,12}(\.[0-9]{1,6})?", right)
    typed = float(right) if number and "." in right else int(right) if number else _right(work, block, right)
    return {"left": left, "op": op, "right": typed}


def _set(work: Work, block: Block, variable: str, op: str, value: str) -> Condition:
    return {"left": {"variable": variable}, "op": op}


def _pattern(work: Work, block: Block, variable: str, op: str, value: str) -> Condition:
    """Only in a way that RE2 reads; ours tells no case apart unless the pattern says so."""
    source = pattern_of(value)
    found = _REGEX.fullmatch(value.strip())
    useless = "".join(flag for flag in (found[2] if found else "") if flag in "gyu")
    if useless:
        work.tell(block, "regex_flags", flags=useless, pattern=value)
    try:
        if names_in(value) or not source or len(source) > MAX_PATTERN:
            raise PatternInvalid(value)
        compile_pattern(source)
    except PatternInvalid:
        work.tell(block, "bad_regex", pattern=value or "vazia")
        return NEVER
    return {"left": {"variable": variable}, "op": op, "right": source}


def pattern_of(value: str) -> str:
    """A bare pattern or `/pattern/flags` of JavaScript as one of RE2's."""
    found = _REGEX.fullmatch(value.strip())
    body, flags = (found[1], found[2]) if found else (value, "")
    body = re.sub(r"\\u([0-9A-Fa-f]{4})", lambda code: re.escape(chr(int(code[1], 16))), body).replace(r"\/", "/")
    ours = "".join(flag for flag in flags if flag in "ms")
    tells_case = "i" not in flags and re.search(r"[^\W\d_]", re.sub(r"\\.|\(\?[^:)]*[:)]", "", body)) is not None
    prefix = f"(?{ours}-i)" if tells_case else f"(?{ours})" if ours else ""
    return prefix + body if body else ""


def _right(work: Work, block: Block, value: str) -> object:
    """The other side of a comparison: one name keeps the kind of what it holds."""
    name = only_name(value)
    if name is not None:
        safe = work.texts.variable(name, work.place(block))
        return {"variable": safe} if safe else None
    return work.text(block, value)


_Maker = Callable[[Work, Block, str, str, str], Condition]
_MAKERS: tuple[tuple[Mapping[str, str], _Maker], ...] = (
    (_EQUALS, _equal),
    (_TEXTS, _text),
    (_ORDERS, _order),
    (_SETS, _set),
    (_PATTERNS, _pattern),
)
