"""What does JSON look like to the simulator, and how is it read without trusting it?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any, TypeAlias, TypeVar

Json: TypeAlias = dict[str, Any]
T = TypeVar("T")


class BadRequest(Exception):
    """A control request that cannot be understood; the sentence says what to send instead."""

    def __init__(self, sentence: str, *, status: int = 400) -> None:
        super().__init__(sentence)
        self.status = status


def without_none(**pairs: Any) -> Json:
    """Keep only what has a value: Meta leaves a key out rather than sending null."""
    return {key: value for key, value in pairs.items() if value is not None}


def as_object(value: object) -> Json:
    return value if isinstance(value, dict) else {}


def as_list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def as_text(value: object) -> str:
    return value if isinstance(value, str) else ""


def merged(current: T, changes: Mapping[str, object]) -> T:
    """Return the dataclass with some fields replaced, each of the kind the field already has."""
    known = {field.name for field in fields(current)}  # type: ignore[arg-type]
    unknown = sorted(set(changes) - known)
    if unknown:
        raise BadRequest(f"unknown: {', '.join(unknown)}; known: {', '.join(sorted(known))}")
    converted = {name: _like(getattr(current, name), value, name=name) for name, value in changes.items()}
    return replace(current, **converted)  # type: ignore[type-var]


def _like(example: object, value: object, *, name: str) -> object:
    if isinstance(example, bool) and isinstance(value, bool):
        return value
    if isinstance(example, int | float) and not isinstance(example, bool) and _is_number(value):
        return value
    if isinstance(example, tuple) and isinstance(value, list | tuple) and all(_is_number(item) for item in value):
        return tuple(value)
    if isinstance(example, str) and isinstance(value, str):
        return value
    raise BadRequest(f"{name} must look like {example!r}")


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and value >= 0
