"""Where is a text cut that is too long for one message?"""

from __future__ import annotations

from typing import Final

_AT: Final = ("\n\n", "\n", ". ", "! ", "? ", "; ", ", ", " ")
_LEAST: Final = 0.4
"""A cut before this share of the room would leave a stump; the next finer one is taken."""


def cut(text: str, longest: int) -> tuple[str, ...]:
    """Return `text` in parts of at most `longest` characters, cut between paragraphs, lines, sentences or words."""
    parts: list[str] = []
    rest = text.strip()
    while len(rest) > longest:
        at = _place(rest, longest)
        parts.append(rest[:at].strip())
        rest = rest[at:].strip()
    return tuple(part for part in (*parts, rest) if part)


def _place(text: str, longest: int) -> int:
    for sign in _AT:
        at = text.rfind(sign, 0, longest + 1 - len(sign.rstrip()))
        if at >= longest * _LEAST:
            return at + len(sign.rstrip())
    return longest
