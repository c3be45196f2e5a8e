"""What options does a kind of node have: how are they read, written, and drawn as a form?

Each function gives a dataclass field whose metadata say all three, so that a node type states its options once.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Mapping
from dataclasses import MISSING, dataclass
from functools import lru_cache
from typing import Any

from recado.flows.engine.condition_format import read_condition, read_literal, write_condition, write_literal
from recado.flows.engine.conditions import Operand
from recado.flows.engine.expressions import Template, TemplateInvalid
from recado.flows.engine.limits import MAX_ID, MAX_NAME, MAX_TEXT_OPTION
from recado.flows.engine.patterns import PatternInvalid, compile_pattern
from recado.flows.engine.problems import Code
from recado.flows.engine.reading import Reading
from recado.flows.engine.values import clean_text

_SPEC = "recado.field"
RESERVED = frozenset(
    {"contact", "message", "trigger", "now", "today", "bot", "forloop", "true", "false", "nil", "empty"}
)
"""Names that templates read from the input; a variable of that name would hide or be hidden."""
_VARIABLE = re.compile(r"[^\W\d]\w{0,59}")
_IDENTIFIER = re.compile(r"[\w.:-]+")
_SECRET = re.compile(r"[a-z0-9][a-z0-9_.-]{0,59}")


@dataclass(frozen=True, slots=True)
class Spec:
    """One option: its JSON schema with layout hints, and how it is read and written. None means: refused, with a
    problem noted."""

    schema: Mapping[str, Any]
    read: Callable[[Any, Reading], Any]
    write: Callable[[Any], Any]
    required: bool
    key: str = ""
    """Its name in JSON, where that is a word of Python."""


def text(
    *,
    label: str,
    help: str = "",
    max_length: int = MAX_NAME,
    required: bool = False,
    pattern: re.Pattern[str] | None = None,
    default: str = "",
    widget: str = "text",
) -> Any:
    """Plain text without `{{ }}`."""

    def read(value: Any, reading: Reading) -> Any:
        found = _text_within(value, reading, max_length=max_length, required=required)
        if found and pattern and not pattern.fullmatch(found):
            reading.wrong(Code.BAD_NAME, name=found[:80])
        return found

    schema = {"type": "string", "maxLength": max_length, "widget": widget}
    return _field(schema, read, lambda value: value, label=label, help=help, required=required, default=default)


def identifier(*, label: str = "Identificador") -> Any:
    """A key that links and taps are known by: letters, digits, `_ . : -`. Required."""
    return text(label=label, max_length=MAX_ID, required=True, pattern=_IDENTIFIER)


def secret(*, label: str, help: str = "") -> Any:
    """The name of one of the organization's secrets, or nothing. Plain: no text of a customer can ever choose one."""

    def read(value: Any, reading: Reading) -> Any:
        found = _text_within(value, reading, max_length=60, required=False)
        if found and not _SECRET.fullmatch(found):
            reading.wrong(Code.BAD_NAME, name=found[:80])
        return found

    schema = {"type": "string", "maxLength": 60, "widget": "secret"}
    return _field(schema, read, lambda value: value, label=label, help=help, required=False, default="")


def flow(*, label: str, help: str = "") -> Any:
    """The id of another flow. Required."""
    return text(label=label, help=help, max_length=MAX_ID, required=True, pattern=_IDENTIFIER, widget="flow")


def variable(*, label: str, help: str = "", required: bool = False, key: str = "") -> Any:
    """The name of a variable: a letter, then letters, digits and `_`, at most 60, not a reserved word."""

    def read(value: Any, reading: Reading) -> Any:
        found = _text_within(value, reading, max_length=60, required=required)
        return variable_name(found, reading) if found else found

    schema = {"type": "string", "maxLength": 60, "widget": "variable"}
    return _field(schema, read, lambda value: value, label=label, help=help, required=required, default="", key=key)


def variable_name(name: str, reading: Reading) -> str:
    """The same name, with a problem noted where it cannot be one."""
    if not _VARIABLE.fullmatch(name):
        reading.wrong(Code.BAD_NAME, name=name[:80])
    elif name in RESERVED:
        reading.wrong(Code.RESERVED_NAME, name=name)
    return name


def template(
    *,
    label: str,
    help: str = "",
    max_length: int = MAX_TEXT_OPTION,
    required: bool = False,
    rows: int = 1,
    default: str = "",
) -> Any:
    """Text with `{{ }}`. `rows` is the height of its box."""

    def read(value: Any, reading: Reading) -> Any:
        found = _text_within(value, reading, max_length=max_length, required=required)
        try:
            return Template(found or "")
        except TemplateInvalid as fault:
            reading.wrong(Code.BAD_TEMPLATE, fault=str(fault))
            return Template("")

    schema = {"type": "string", "maxLength": max_length, "widget": "template", "rows": rows}
    return _field(
        schema, read, lambda value: value.source, label=label, help=help, required=required, default=Template(default)
    )


def pattern(*, label: str, help: str = "") -> Any:
    """A regular expression for RE2, or nothing."""

    def read(value: Any, reading: Reading) -> Any:
        found = _text_within(value, reading, max_length=MAX_TEXT_OPTION, required=False)
        if not found:
            return None
        try:
            return compile_pattern(found)
        except PatternInvalid as fault:
            reading.wrong(Code.BAD_PATTERN, fault=str(fault))
            return None

    schema = {"type": "string", "maxLength": 500, "widget": "pattern"}
    return _field(schema, read, lambda value: value.source, label=label, help=help, required=False, default=None)


def whole(*, label: str, minimum: int, maximum: int, help: str = "", default: int) -> Any:
    """A whole number within bounds."""
    schema = {"type": "integer", "minimum": minimum, "maximum": maximum, "widget": "number"}
    return _field(
        schema,
        _number_reader(int, minimum, maximum),
        lambda value: value,
        label=label,
        help=help,
        required=False,
        default=default,
    )


def number(*, label: str, help: str = "", minimum: float = -1e12, maximum: float = 1e12) -> Any:
    """A number, or nothing."""
    schema = {"type": "number", "minimum": minimum, "maximum": maximum, "widget": "number"}
    return _field(
        schema,
        _number_reader(float, minimum, maximum),
        lambda value: value,
        label=label,
        help=help,
        required=False,
        default=None,
    )


def flag(*, label: str, help: str = "", default: bool = False) -> Any:
    """Yes or no."""

    def read(value: Any, reading: Reading) -> Any:
        if not isinstance(value, bool):
            reading.wrong(Code.WRONG_TYPE, expected="boolean")
        return bool(value)

    schema = {"type": "boolean", "widget": "switch"}
    return _field(schema, read, lambda value: value, label=label, help=help, required=False, default=default)


def one_of(words: Mapping[str, str], *, label: str, help: str = "", default: str) -> Any:
    """One of several words; `words` maps each to its label. Upper case is accepted."""

    def read(value: Any, reading: Reading) -> Any:
        if isinstance(value, str) and value.lower() in words:
            return value.lower()
        reading.wrong(Code.UNKNOWN_OPTION, value=str(value)[:80], known=", ".join(words))
        return default

    schema = {"type": "string", "enum": list(words), "enumLabels": list(words.values()), "widget": "select"}
    return _field(schema, read, lambda value: value, label=label, help=help, required=False, default=default)


def several_of(words: Mapping[str, str], *, label: str, help: str = "") -> Any:
    """Any number of several words, kept in the order of `words`, each once. Upper case is accepted."""

    def read(value: Any, reading: Reading) -> Any:
        if not isinstance(value, list):
            reading.wrong(Code.WRONG_TYPE, expected="list")
            return ()
        chosen = {str(one).lower() for one in value[: len(words) * 2]}
        for unknown in sorted(chosen - set(words)):
            reading.wrong(Code.UNKNOWN_OPTION, value=unknown[:80], known=", ".join(words))
        return tuple(word for word in words if word in chosen)

    allowed = {"type": "string", "enum": list(words), "enumLabels": list(words.values())}
    schema = {"type": "array", "items": allowed, "uniqueItems": True, "widget": "checks"}
    return _field(schema, read, list, label=label, help=help, required=False, default=())


def items(of: type, *, label: str, help: str = "", minimum: int = 0, maximum: int) -> Any:
    """A list of objects, each with the options of the dataclass `of`."""

    def read(value: Any, reading: Reading) -> Any:
        if not isinstance(value, list):
            reading.wrong(Code.WRONG_TYPE, expected="list")
            return ()
        if len(value) > maximum:
            reading.wrong(Code.TOO_MANY, count=len(value), limit=maximum)
        elif len(value) < minimum:
            reading.wrong(Code.TOO_FEW, count=len(value), limit=minimum)
        return tuple(read_options(of, item, reading.into(place)) for place, item in enumerate(value[:maximum]))

    schema = {"type": "array", "items": describe(of), "minItems": minimum, "maxItems": maximum, "widget": "items"}
    return _field(
        schema,
        read,
        lambda value: [write_options(item) for item in value],
        label=label,
        help=help,
        required=minimum > 0,
        default=(),
    )


def group(of: type, *, label: str, help: str = "") -> Any:
    """One object with the options of the dataclass `of`, or nothing."""

    def read(value: Any, reading: Reading) -> Any:
        return None if value is None else read_options(of, value, reading)

    schema = {**describe(of), "widget": "group"}
    return _field(schema, read, write_options, label=label, help=help, required=False, default=None)


def condition(*, label: str, help: str = "") -> Any:
    """A structured condition. Required."""
    schema = {"type": "object", "widget": "condition"}
    return _field(schema, read_condition, write_condition, label=label, help=help, required=True, default=None)


def literal(*, label: str, help: str = "", default: Operand | None = None) -> Any:
    """Any value: text with `{{ }}`, a number, yes or no, a list, nothing. Required where there is no default."""
    schema = {"widget": "value"}
    required = default is None
    return _field(schema, read_literal, write_literal, label=label, help=help, required=required, default=default)


def is_secret(field: dataclasses.Field[Any]) -> bool:
    """Does this option name a secret of the organization?"""
    spec = field.metadata.get(_SPEC)
    return isinstance(spec, Spec) and spec.schema.get("widget") == "secret"


def read_options(of: type, value: Any, reading: Reading) -> Any:
    """An instance of the options dataclass `of` from a JSON object; every problem is noted in `reading`."""
    if not isinstance(value, Mapping):
        reading.wrong(Code.WRONG_TYPE, expected="object")
        value = {}
    specs = _specs(of)
    for key in value:
        if key not in specs:
            reading.into(str(key)[:80]).wrong(Code.UNKNOWN_KEY, key=str(key)[:80])
    given = {}
    for key, (name, spec) in specs.items():
        if key in value:
            given[name] = spec.read(value[key], reading.into(key))
        elif spec.required:
            reading.into(key).wrong(Code.MISSING_KEY, key=key)
            given[name] = None
    return of(**given)


def write_options(options: Any) -> dict[str, Any]:
    """The JSON object of options, without what stands at its default; `read_options` gives an equal instance back."""
    written = {}
    for found in dataclasses.fields(options):
        spec: Spec = found.metadata[_SPEC]
        value = getattr(options, found.name)
        if spec.required or value != found.default:
            written[spec.key or found.name] = spec.write(value)
    return written


def describe(of: type) -> dict[str, Any]:
    """The options dataclass as a JSON schema with layout hints (`widget`, `rows`, `enumLabels`, `order`)."""
    specs = {key: spec for key, (_, spec) in _specs(of).items()}
    return {
        "type": "object",
        "properties": {key: dict(spec.schema) for key, spec in specs.items()},
        "required": [key for key, spec in specs.items() if spec.required],
        "order": list(specs),
        "additionalProperties": False,
    }


@lru_cache(maxsize=256)
def _specs(of: type) -> dict[str, tuple[str, Spec]]:
    """Each option by its key in JSON: the attribute that holds it, and its spec."""
    found = ((one.name, one.metadata[_SPEC]) for one in dataclasses.fields(of))
    return {spec.key or name: (name, spec) for name, spec in found}


def _field(
    schema: Mapping[str, Any],
    read: Callable[[Any, Reading], Any],
    write: Callable[[Any], Any],
    *,
    label: str,
    help: str,
    required: bool,
    default: Any,
    key: str = "",
) -> Any:
    drawn = {**schema, "title": label, **({"description": help} if help else {})}
    # A form shows what stands where nothing was set.
    if not required and default not in (None, (), Template("")):
        drawn["default"] = write(default)
    spec = Spec(drawn, read, write, required, key)
    return dataclasses.field(default=MISSING if required else default, metadata={_SPEC: spec})


def _text_within(value: Any, reading: Reading, *, max_length: int, required: bool) -> str:
    if not isinstance(value, str):
        reading.wrong(Code.WRONG_TYPE, expected="text")
        return ""
    if len(value) > max_length:
        reading.wrong(Code.TOO_LONG, length=len(value), limit=max_length)
        return ""
    if clean_text(value) != value:
        reading.wrong(Code.BAD_CHARACTERS)
    if required and not value.strip():
        reading.wrong(Code.MISSING_KEY, key="")
    return value


def _number_reader(kind: type[int] | type[float], minimum: float, maximum: float) -> Callable[[Any, Reading], Any]:
    def read(value: Any, reading: Reading) -> Any:
        if value is None and kind is float:
            return None
        if isinstance(value, bool) or not (isinstance(value, int) or (kind is float and isinstance(value, float))):
            reading.wrong(Code.WRONG_TYPE, expected="number")
        elif not minimum <= value <= maximum:
            reading.wrong(Code.OUT_OF_RANGE, minimum=minimum, maximum=maximum)
        else:
            return value
        return minimum

    return read
