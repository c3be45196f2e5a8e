"""From which hour to which?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from recado.nlu.dates.clocks import HOUR_CORE, PART_AFTER, hour_of, minutes_of, part_of
from recado.nlu.dates.pieces import Clock


def _side(prefix: str) -> str:
    """The pattern of one bound, its groups named apart."""
    return re.sub(r"\(\?P<(\w+)>", lambda name: f"(?P<{prefix}{name[1]}>", HOUR_CORE + PART_AFTER)


_RANGE: Final = re.compile(
    rf"(?P<open>\b(?:entre(?:\s+as?|\s+o)?|das|da|de|do|d[ae]s?\s+as)\s+)?(?<![\d/.,:])\b{_side('a')}\s*(?P<mid>\be\b|\bas\b|\ba\b|\bate\b|\bao\b|-)\s*(?:as\s+|o\s+|a\s+)?{_side('b')}(?![\d/]|\.\d)"
)


@dataclass(frozen=True, slots=True)
class ClockRange:
    """Two hours, `[first, last)`, as they were said."""

    first: Clock
    last: Clock
    at: tuple[int, int]


def read_range(text: str, *, dayed: bool) -> tuple[ClockRange | None, str]:
    """Return the first range of hours and the text without it."""
    for match in _RANGE.finditer(text):
        if _is_range(match, dayed=dayed):
            first, last = _clock(match, "a"), _clock(match, "b")
            return ClockRange(first, last, match.span()), text[: match.start()] + "~" * len(match[0]) + text[
                match.end() :
            ]
    return None, text


def _is_range(match: re.Match[str], *, dayed: bool) -> bool:
    opening, mid = " ".join((match["open"] or "").split()), match["mid"]
    marked = any(match[side + name] for side in "ab" for name in ("m", "u", "part")) or any(
        match[side + "h"].startswith(("mei", "zero")) for side in "ab"
    )
    if mid == "e":
        return opening.startswith("entre") and (marked or dayed)
    if opening.startswith("das") or mid == "as":
        return bool(opening) or marked
    return bool(opening or mid in {"-", "ate", "as"}) and marked


def _clock(match: re.Match[str], side: str) -> Clock:
    minute = minutes_of(match[side + "m"] or match[side + "e"])
    exact = bool(match[side + "m"] or match[side + "e"])
    hour, fixed = hour_of(match[side + "h"])
    return Clock(hour, minute, exact, part_of(match[side + "part"]), match.span(), fixed)
