"""How does a Set variable block give a variable its value here?"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from recado.flows.imports.typebot import formulas
from recado.flows.imports.typebot.export import Block, object_of, text_of
from recado.flows.imports.typebot.formulas import Applied, Code, Items, Name, Number, Quoted, Sum, Written
from recado.flows.imports.typebot.placeholders import hold_place
from recado.flows.imports.typebot.templates import plain
from recado.flows.imports.typebot.work import Link, Work

_HOUR = '{% assign _h = now | date: "%H" | plus: 0 %}'
_ID = '{{ now | date: "%Y%m%d%H%M%S" }}{{ contact.phone | slice: -4, 4 }}'
_LEFT = object()
"""The variable stays as it was."""

Kind = Callable[[Work, Block, str], Any]


def set_variable(work: Work, block: Block, onward: Link) -> Link:
    """One assignment; a list that gives an item away takes two."""
    variable = work.variable(block, block.options.get("variableId"))
    kind = text_of(block.options.get("type")) or "Custom"
    if block.options.get("saveErrorInVariableId"):
        work.tell(block, "error_variable")
    if kind in ("Pop", "Shift"):
        return _take(work, block, onward, variable, kind)
    if not variable:
        work.tell(block, "set_without_variable")
        return onward
    value = _VALUES.get(kind, _unknown)(work, block, variable)
    if value is _LEFT:
        return hold_place(work, block, onward, f"Refazer: {work.names.label(variable)}", [block.options["variableId"]])
    return work.assign(block.at.group, {variable: value}, onward)


def _custom(work: Work, block: Block, variable: str) -> Any:
    source = text_of(block.options.get("expressionToEvaluate"))
    if not source.strip():
        return None
    found = formulas.read_expression(source, is_code=block.options.get("isCode") is True)
    if isinstance(found, Code):
        work.tell(block, "code_left", name=work.names.label(variable), source=source)
        return _LEFT
    if isinstance(found, Written):
        return _written(work, block, found.text)
    if isinstance(found, Items):
        return [work.text(block, item) for item in found.items]
    return _expression(work, block, source, found)


def _written(work: Work, block: Block, text: str) -> Any:
    """A text; the words that are values of their own in JavaScript are these."""
    word = text.strip()
    if word in ("null", "undefined"):
        return None
    return word if word in ("true", "false") else work.text(block, text)


def _expression(work: Work, block: Block, source: str, found: formulas.Expression) -> Any:
    if isinstance(found, Number):
        return float(found.source) if "." in found.source else int(found.source)
    if isinstance(found, Quoted):
        return work.text(block, found.text)
    if isinstance(found, Name):
        safe = work.texts.variable(found.name, work.place(block))
        return plain(safe) if safe else None
    if isinstance(found, Sum) and (formulas.joins_texts(found) or _are_words(work, found)):
        if formulas.only_adds(found):
            return _joined(work, block, found)
        if not formulas.joins_texts(found):
            return work.text(block, source)
        work.tell(block, "code_left", name=work.names.label(work.names.of(block.options["variableId"])), source=source)
        return _LEFT
    if not (isinstance(found, Sum) and isinstance(found.left, Name) and isinstance(found.right, Number)):
        work.tell(block, "formula", source=source)
    return _worked_out(work, block, found)


def _worked_out(work: Work, block: Block, found: formulas.Expression) -> str:
    known = {name: work.texts.variable(name, work.place(block)) for name in formulas.names_of(found)}
    return formulas.worked_out(found, known)


def _joined(work: Work, block: Block, found: formulas.Expression) -> str:
    if isinstance(found, Sum):
        return _joined(work, block, found.left) + _joined(work, block, found.right)
    if isinstance(found, Quoted):
        return work.text(block, found.text)
    if isinstance(found, Applied):
        return _worked_out(work, block, found)
    return found.source if isinstance(found, Number) else work.text(block, f"{{{{{found.name}}}}}")


def _are_words(work: Work, found: formulas.Expression) -> bool:
    """Do only variables stand in it that hold words, and none that counts? Then it is a text, whatever its signs."""
    names = {work.names.by_name.get(name, "") for name in formulas.names_of(found)}
    return bool(names & work.wordy) and not names & work.counting and not formulas.holds_numbers(found)


def _append(work: Work, block: Block, variable: str) -> Any:
    """A list is kept as text: it reads the same, and an item can be looked for in it."""
    work.tell(block, "set_list", name=work.names.label(variable))
    item = work.text(block, block.options.get("item"))
    return f'{{% if {variable} and {variable} != "" %}}{{{{ {variable} }}}}, {{% endif %}}{item}'


def _take(work: Work, block: Block, onward: Link, variable: str, kind: str) -> Link:
    """The last or first item leaves the list, and is kept if wanted."""
    if not variable:
        work.tell(block, "set_without_variable")
        return onward
    work.tell(block, "set_list", name=work.names.label(variable))
    saved = work.variable(block, block.options.get("saveItemInVariableId"))
    end = "last" if kind == "Pop" else "first"
    items = f'{{% assign _l = {variable} | split: ", " %}}'
    rest = (
        f"{items}{{% capture _r %}}{{% for _i in _l %}}{{% unless forloop.{end} %}}, {{{{ _i }}}}{{% endunless %}}"
        "{% endfor %}{% endcapture %}{{ _r | slice: 2, 9999 }}"
    )
    taken = {saved: f"{items}{{{{ _l | {end} }}}}"} if saved and saved != variable else {}
    return work.assign(block.at.group, {**taken, variable: rest}, onward)


def _same_place(work: Work, block: Block, variable: str) -> Any:
    """The item of one list at the place where another list holds a value."""
    params = object_of(block.options.get("mapListItemParams"))
    keys = ("baseItemVariableId", "baseListVariableId", "targetListVariableId")
    item, base, target = (work.names.of(params.get(key)) for key in keys)
    if not (item and base and target):
        work.tell(block, "unknown_variable_id")
        return None
    parts = {name: f'{name} | split: ", "' if name in work.appended else name for name in (base, target)}
    return (
        f"{{% assign _b = {parts[base]} %}}{{% assign _t = {parts[target]} %}}{{% capture _v %}}{{{{ {item} }}}}"
        "{% endcapture %}{% for _i in _b %}{% capture _w %}{{ _i }}{% endcapture %}{% if _w == _v %}"
        "{{ _t[forloop.index0] }}{% break %}{% endif %}{% endfor %}"
    )


def _now(work: Work, block: Block, variable: str) -> Any:
    zone = text_of(block.options.get("timeZone"))
    other = f" (o original usava {zone})" if zone else ""
    work.tell(block, "set_moment", name=work.names.label(variable), zone=other)
    return "{{ now }}"


def _another_day(days: int) -> Kind:
    """The same time of another day, as ISO text, which comparisons and other systems read."""

    def value(work: Work, block: Block, variable: str) -> Any:
        work.tell(block, "set_iso", name=work.names.label(variable))
        return f'{{{{ now | plus_days: {days} | date: "%Y-%m-%dT%H:%M:%S" }}}}'

    return value


def _random_id(work: Work, block: Block, variable: str) -> Any:
    work.tell(block, "set_id", name=work.names.label(variable))
    return _ID


def _result_id(work: Work, block: Block, variable: str) -> Any:
    work.tell(block, "set_result_id", name=work.names.label(variable))
    return "{{ contact.phone }}"


def _not_here(work: Work, block: Block, variable: str) -> Any:
    work.tell(block, "set_kind", kind=text_of(block.options.get("type")), name=work.names.label(variable))
    return None


def _unknown(work: Work, block: Block, variable: str) -> Any:
    work.tell(block, "set_unknown", kind=text_of(block.options.get("type")), name=work.names.label(variable))
    return _LEFT


def _always(value: Any) -> Kind:
    return lambda work, block, variable: value


_VALUES: Mapping[str, Kind] = {
    "Custom": _custom,
    "Empty": _always(None),
    "Append value(s)": _append,
    "Map item with same index": _same_place,
    "Now": _now,
    "Today": _now,
    "Yesterday": _another_day(-1),
    "Tomorrow": _another_day(1),
    "Random ID": _random_id,
    "Result ID": _result_id,
    "User ID": _result_id,
    "Phone number": _always("{{ contact.phone }}"),
    "Contact name": _always("{{ contact.name }}"),
    "Referral Click ID": _not_here,
    "Referral Source ID": _not_here,
    "Environment name": _always("whatsapp"),
    "Moment of the day": _always(
        _HOUR + "{% if _h < 12 %}morning{% elsif _h < 18 %}afternoon{% else %}evening{% endif %}"
    ),
    "Device type": _not_here,
    "Transcript": _not_here,
}
