"""How is JSON built from an author's text with `{{ }}`, so that no value can break out of its place in it?

The author's text is read as JSON once, with every `{{ }}` as one opaque value; values are put into the finished structure.
Inside quotes a name gives its text; outside of them (`{"age": {{ age }}}`) the value with its kind: a number, a list, null.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from recado.flows.engine.expressions import Template, TemplateInvalid
from recado.flows.engine.pieces import Piece, pieces_of
from recado.flows.engine.values import Day, Moment, Money, Value, as_text

_QUOTED, _BARE, _END = "\ue000", "\ue001", "\ue002"
"""Mark a name's place while the text is read; characters that no keyboard types, refused in the author's own text."""
_MARK = re.compile(f"({_QUOTED}|{_BARE})([0-9]+){_END}")
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,10})?")
_DEPTH = 32


class JsonBodyUnreadable(ValueError):
    """The author's text is no JSON: what the parser says, with the line and column of the text."""


@dataclass(frozen=True, slots=True)
class _Text:
    """A text with names in it."""

    parts: tuple[str | Template, ...]


@dataclass(frozen=True, slots=True)
class JsonBody:
    """An author's JSON, read once."""

    _shape: Any

    def render(self, value: Callable[[Template], Value], text: Callable[[Template], str]) -> str:
        """Compact JSON with every name filled in: `value` gives what a name holds, `text` how it reads."""
        return json.dumps(_fill(self._shape, value, text), ensure_ascii=False, separators=(",", ":"), allow_nan=False)


@lru_cache(maxsize=512)
def read_json_body(source: str) -> JsonBody:
    """Read an author's JSON; raises `JsonBodyUnreadable`."""
    names: list[Template] = []
    marked = _mark(source, names)
    try:
        found = json.loads(marked, parse_constant=_no_constant)
        return JsonBody(_shape(found, names, _DEPTH))
    except json.JSONDecodeError as fault:
        raise JsonBodyUnreadable(f"{fault.msg} (linha {fault.lineno})") from fault
    except (RecursionError, ValueError) as fault:
        raise JsonBodyUnreadable(str(fault)[:200]) from fault


def as_json(value: Value) -> Any:
    """A value as other programmes read it: money in reais as a number, days and moments in ISO 8601."""
    if isinstance(value, Money):
        return value.centavos / 100
    if isinstance(value, Day):
        return value.on.isoformat()
    if isinstance(value, Moment):
        return value.at.isoformat()
    if isinstance(value, list):
        return [as_json(item) for item in value]
    if isinstance(value, dict):
        return {key: as_json(item) for key, item in value.items()}
    return value


def _mark(source: str, names: list[Template]) -> str:
    if any(mark in source for mark in (_QUOTED, _BARE, _END)):
        raise JsonBodyUnreadable("private characters")
    marked: list[str] = []
    quoted = False
    for piece in pieces_of(source):
        if not piece.is_name and not piece.is_tag:
            quoted = _ends_quoted(piece.text, quoted)
            marked.append(piece.text)
            continue
        if piece.is_tag:
            raise JsonBodyUnreadable("tags ({% %}) have no place in JSON: set a variable before")
        mark = _QUOTED if quoted else f'"{_BARE}'
        marked.append(f"{mark}{len(names)}{_END}" + ("" if quoted else '"'))
        names.append(_template(piece))
    return "".join(marked)


def _template(piece: Piece) -> Template:
    try:
        return Template(piece.text)
    except TemplateInvalid as fault:
        raise JsonBodyUnreadable(str(fault)[:200]) from fault


def _ends_quoted(text: str, quoted: bool) -> bool:
    """Is the place behind this stretch inside a JSON string?"""
    escaped = False
    for character in text:
        if escaped:
            escaped = False
        elif character == "\\" and quoted:
            escaped = True
        elif character == '"':
            quoted = not quoted
    return quoted


def _shape(found: Any, names: list[Template], depth: int) -> Any:
    """The same structure with templates where marks stood; what holds none stays as it is."""
    if depth <= 0:
        raise JsonBodyUnreadable("too deep")
    if isinstance(found, str):
        return _texts(found, names)
    if isinstance(found, list):
        return [_shape(item, names, depth - 1) for item in found]
    if isinstance(found, dict):
        return _Object(tuple((_texts(key, names), _shape(item, names, depth - 1)) for key, item in found.items()))
    return found


@dataclass(frozen=True, slots=True)
class _Object:
    members: tuple[tuple[Any, Any], ...]


def _texts(found: str, names: list[Template]) -> Any:
    bare = _MARK.fullmatch(found)
    if bare and bare.group(1) == _BARE:
        return names[int(bare.group(2))]
    parts: list[str | Template] = []
    at = 0
    for mark in _MARK.finditer(found):
        parts.extend((found[at : mark.start()], names[int(mark.group(2))]))
        at = mark.end()
    return _Text((*parts, found[at:])) if parts else found


def _fill(shape: Any, value: Callable[[Template], Value], text: Callable[[Template], str]) -> Any:
    if isinstance(shape, Template):
        return _typed(value(shape), shape)
    if isinstance(shape, _Text):
        return "".join(part if isinstance(part, str) else text(part) for part in shape.parts)
    if isinstance(shape, list):
        return [_fill(item, value, text) for item in shape]
    if isinstance(shape, _Object):
        return {as_text(_fill(key, value, text)): _fill(item, value, text) for key, item in shape.members}
    return shape


def _typed(value: Value, template: Template) -> Any:
    """A filter gives text; where an author wrote `{{ age | plus: 1 }}` without quotes, a number is meant."""
    if isinstance(value, str) and "|" in template.source and _NUMBER.fullmatch(value):
        return json.loads(value)
    return as_json(value)


def _no_constant(_: str) -> Any:
    raise ValueError("NaN and Infinity are not JSON")
