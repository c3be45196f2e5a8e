"""How are values written as YAML that reads well in a review, always in the same way?

Short things stand on one line, texts of several lines as blocks, everything else one part a line.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from recado.flows.text.scalars import fits_block, quoted, written

WIDTH = 110
"""Columns up to which a mapping or a list stays on one line."""
_LONGEST_KEY = 900
"""YAML reads a longer one only in its long form."""


class Raw:
    """A line that is already written: a blank one, or a comment."""

    __slots__ = ("text",)

    def __init__(self, text: str) -> None:
        self.text = text


def lines_of(key: str, value: Any, *, indent: int, remark: str = "") -> Iterator[str]:
    """The lines of `key: value`, each with its indent. `remark` stands behind the value where that is one line."""
    blanks = " " * indent
    if len(key) > _LONGEST_KEY:
        yield f"{blanks}? {quoted(key)}"
        yield from _valued(f"{blanks}:", value, indent)
        return
    lead = f"{blanks}{written(key, inside_flow=True)}:"
    body = list(_valued(lead, value, indent))
    if remark and len(body) == 1:
        body[0] += f"  # {remark}"
    yield from body


def item_lines(value: Any, *, indent: int) -> Iterator[str]:
    """The lines of a list's item."""
    lead = " " * indent + "-"
    if isinstance(value, Mapping) and value and (one := _one_line(value, WIDTH - indent - 2)) is None:
        first, *rest = (line for key, part in value.items() for line in lines_of(str(key), part, indent=indent + 2))
        yield f"{lead} {first.lstrip()}"
        yield from rest
        return
    else:
        one = _one_line(value, WIDTH - indent - 2)
    if one is not None:
        yield f"{lead} {one}"
    else:
        yield from _valued(lead, value, indent)


def _valued(lead: str, value: Any, indent: int) -> Iterator[str]:
    """`lead` with the value behind it or below it."""
    if isinstance(value, str) and fits_block(value):
        kept = value.endswith("\n")
        yield f"{lead} |" if kept else f"{lead} |-"
        for line in (value[:-1] if kept else value).split("\n"):
            yield f"{' ' * (indent + 2)}{line}" if line else ""
        return
    if not isinstance(value, Mapping | list | tuple):
        yield f"{lead} {written(value, inside_flow=False)}"
        return
    one = _one_line(value, WIDTH - len(lead) - 1)
    if one is not None and not (isinstance(value, list | tuple) and any(isinstance(part, Mapping) for part in value)):
        yield f"{lead} {one}"
        return
    if not value:
        yield f"{lead} {'{}' if isinstance(value, Mapping) else '[]'}"
        return
    yield lead
    if isinstance(value, Mapping):
        for key, part in value.items():
            yield from lines_of(str(key), part, indent=indent + 2)
    else:
        for part in value:
            yield from item_lines(part, indent=indent + 2)


def _one_line(value: Any, room: int) -> str | None:
    """The value between braces on one line, or None where it is too long or has a text of several lines."""
    if room <= 0:
        return None
    if isinstance(value, Mapping):
        return _joined("{", ((str(key), part) for key, part in value.items()), "}", room)
    if isinstance(value, list | tuple):
        return _joined("[", (("", part) for part in value), "]", room)
    if isinstance(value, str) and fits_block(value):
        return None
    text = written(value, inside_flow=True)
    return text if len(text) <= room else None


def _joined(
    opening: str, parts: Iterator[tuple[str, Any]] | Sequence[tuple[str, Any]], closing: str, room: int
) -> str | None:
    pieces: list[str] = []
    left = room - 2
    for key, part in parts:
        name = f"{written(key, inside_flow=True)}: " if opening == "{" else ""
        piece = _one_line(part, left - len(name))
        if piece is None or len(key) > _LONGEST_KEY:
            return None
        pieces.append(name + piece)
        left -= len(name) + len(piece) + 2
        if left + 2 < 0:
            return None
    return f"{opening}{', '.join(pieces)}{closing}"
