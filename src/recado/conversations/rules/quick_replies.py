"""What may a quick reply say of whom it is for, and what does it say when it is used?"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from recado.conversations.teamwork_errors import BrokenVariable, UnknownVariable

VARIABLES = (
    "contact.first_name",
    "contact.name",
    "contact.phone",
    "operator.first_name",
    "operator.name",
    "organization.name",
    "greeting",
)
"""What can stand between braces; `greeting` is the time of day in the organization's zone."""
MOST = 500
"""Quick replies of one owner: more are found by nobody."""
_VARIABLE = re.compile(r"\{\{\s*([^{}]*?)\s*\}\}")
_BRACES = re.compile(r"\{\{|\}\}")
_NEAR = 20
_BEFORE_PUNCTUATION = re.compile(r"[ \t]+(?=[,.!?;:])")
_NOON, _EVENING, _DAWN = 12, 18, 5


@dataclass(frozen=True, slots=True)
class Rendered:
    """The text with everything filled in. `missing` names what was empty: a reader may want to look before it leaves."""

    text: str
    missing: tuple[str, ...]


def check(text: str) -> None:
    """Raise `UnknownVariable` or `BrokenVariable` for a text that could not be filled in."""
    for name in _VARIABLE.findall(text):
        if name not in VARIABLES:
            raise UnknownVariable(name=name[:60], known=list(VARIABLES))
    rest = _VARIABLE.sub(lambda found: " " * len(found.group()), text)
    if (broken := _BRACES.search(rest)) is not None:
        raise BrokenVariable(near=text[max(0, broken.start() - _NEAR) : broken.end() + _NEAR])


def render(text: str, values: Mapping[str, str]) -> Rendered:
    """Fill `values` in. What they hold is never looked into again, whatever braces a customer's name has."""
    missing: dict[str, None] = {}
    parts: list[str] = []
    at = 0
    for found in _VARIABLE.finditer(text):
        value = values.get(found.group(1), "").strip()
        before = text[at : found.start()]
        at = found.end()
        parts += (before, value)
        if not value:
            missing[found.group(1)] = None
            # "Oi {{ contact.first_name }}, tudo bem?" without a name reads "Oi, tudo bem?".
            if _BEFORE_PUNCTUATION.match(before[-1:] + text[at : at + 1]):
                parts[-2] = before.rstrip(" \t")
    parts.append(text[at:])
    return Rendered("".join(parts), tuple(missing))


def first_name(name: str) -> str:
    """Return what one calls somebody by; empty for a name that is a number."""
    first = name.strip().partition(" ")[0]
    return first if any(char.isalpha() for char in first) else ""


def greeting(at: datetime) -> str:
    """Return what one says first at this hour of the organization's day."""
    if at.hour < _DAWN or at.hour >= _EVENING:
        return "Boa noite"
    return "Bom dia" if at.hour < _NOON else "Boa tarde"
