"""Where in an author's text do its `{{ }}` and `{% %}` stand?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

_ENDS = {"{{": "}}", "{%": "%}"}


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text: literal, a name (`{{ }}`) or a tag (`{% %}`); `start` is its offset."""

    text: str
    start: int
    is_name: bool = False
    is_tag: bool = False


def pieces_of(source: str) -> Iterator[Piece]:
    """The text in order, cut before and after every `{{ }}` and `{% %}`; together they are the text.

    As the language itself cuts it: the first end that follows ends a name, inside quotes too.
    """
    at = 0
    while at < len(source):
        start = _next_start(source, at)
        end = source.find(_ENDS[source[start : start + 2]], start + 2) if start >= 0 else -1
        if end < 0:
            yield Piece(source[at:], at)
            return
        if start > at:
            yield Piece(source[at:start], at)
        text = source[start : end + 2]
        yield Piece(text, start, is_name=text.startswith("{{"), is_tag=text.startswith("{%"))
        at = end + 2


def _next_start(source: str, at: int) -> int:
    starts = [found for mark in _ENDS if (found := source.find(mark, at)) >= 0]
    return min(starts, default=-1)
