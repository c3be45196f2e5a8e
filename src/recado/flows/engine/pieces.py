"""Where in an author's text do its `{{ }}` and `{% %}` stand?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

# A quoted text inside the braces may hold braces; an unfinished one is left to the parser, which refuses it.
_PIECE = re.compile(
    r"""\{\{(?:'[^']*'|"[^"]*"|[^'"}]|\}(?!\}))*+\}\}|\{%(?:'[^']*'|"[^"]*"|[^'"%]|%(?!\}))*+%\}""", re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text: literal, a name (`{{ }}`) or a tag (`{% %}`); `start` is its offset."""

    text: str
    start: int
    is_name: bool = False
    is_tag: bool = False


def pieces_of(source: str) -> Iterator[Piece]:
    """The text in order, cut before and after every `{{ }}` and `{% %}`; together they are the text."""
    at = 0
    for found in _PIECE.finditer(source):
        if found.start() > at:
            yield Piece(source[at : found.start()], at)
        text = found.group()
        yield Piece(text, found.start(), is_name=text.startswith("{{"), is_tag=text.startswith("{%"))
        at = found.end()
    if at < len(source):
        yield Piece(source[at:], at)
