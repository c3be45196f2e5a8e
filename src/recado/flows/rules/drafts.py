"""May this JSON be kept as a draft, and under which name?"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from recado.flows.engine.limits import MAX_NAME
from recado.flows.engine.problems import Problem, Severity
from recado.flows.engine.values import clean_text
from recado.flows.errors import DefinitionRefused

MAX_DEPTH = 40
"""Levels. A condition may nest twelve times inside a node's options; nobody draws deeper."""
MAX_VALUES = 60_000
"""Values of all kinds: five hundred nodes with forty choices each."""
MAX_EXPRESSIONS = 5_000
"""`{{ }}` and `{% %}` of all texts together. Each takes the parser a tenth of a millisecond; ten a node are many."""
UNTITLED = "Fluxo sem nome"
_LARGEST = 2**53


def storable(definition: object) -> dict[str, Any]:
    """Return the definition as the database can keep it: texts without NUL and half surrogates.

    A draft may have any problem that a person can mend on the canvas; what no database or browser keeps is refused with
    `DefinitionRefused`.
    """
    if not isinstance(definition, Mapping):
        raise DefinitionRefused(why="not_an_object")
    left = _Room()
    return {clean_text(str(key)): _kept(value, MAX_DEPTH, left) for key, value in definition.items()}


@dataclass(slots=True)
class _Room:
    """What a definition may still hold."""

    values: int = MAX_VALUES
    expressions: int = MAX_EXPRESSIONS

    def take(self, value: object) -> None:
        self.values -= 1
        if isinstance(value, str):
            self.expressions -= value.count("{{") + value.count("{%")
        if self.values < 0 or self.expressions < 0:
            raise DefinitionRefused(why="too_large")


def _kept(value: Any, depth: int, left: _Room) -> Any:
    left.take(value)
    if depth == 0:
        raise DefinitionRefused(why="too_deep")
    if isinstance(value, str):
        return clean_text(value)
    if isinstance(value, Mapping):
        return {clean_text(str(key)): _kept(inner, depth - 1, left) for key, inner in value.items()}
    if isinstance(value, list):
        return [_kept(inner, depth - 1, left) for inner in value]
    if isinstance(value, int | float) and not isinstance(value, bool) and not _is_safe(value):
        raise DefinitionRefused(why="number")
    return value


def _is_safe(number: int | float) -> bool:
    """A number that a browser reads as it was written."""
    return math.isfinite(number) if isinstance(number, float) else abs(number) <= _LARGEST


def name_of(definition: Mapping[str, Any], given: str | None = None) -> str:
    """Return the name a draft goes by: the one given, else its own."""
    own = definition.get("name")
    name = given if given is not None else own if isinstance(own, str) else ""
    return " ".join(name.split())[:MAX_NAME] or UNTITLED


def counts(problems: Iterable[Problem]) -> tuple[int, int]:
    """Return how many errors and warnings there are."""
    errors = warnings = 0
    for problem in problems:
        if problem.severity is Severity.ERROR:
            errors += 1
        else:
            warnings += 1
    return errors, warnings
