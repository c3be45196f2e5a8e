"""Where among its neighbours does a deal stand, without touching any of them?

A rank is a number of twelve decimal digits and, where two neighbours leave no number between them, a fraction of digits and
letters behind it. Ranks are compared byte by byte. The ends of a stage take the next number, so that one to whose top
thousands are added keeps short ranks, and a whole stage can be numbered anew in one statement.
"""

from __future__ import annotations

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_BASE = len(_DIGITS)
WIDTH = 12
FIRST = 10**WIDTH // 2
_HALF = _DIGITS[_BASE // 2]


def between(above: str | None, below: str | None) -> str:
    """Return a rank after `above` and before `below`; None stands for the end of the stage."""
    if above is None and below is None:
        return number(FIRST)
    if above is None:
        return number(whole(below or "") - 1)
    if below is None:
        return number(whole(above) + 1)
    if above >= below:
        raise ValueError("the upper rank must be the smaller one")
    low, high = whole(above), whole(below)
    if high - low > 1:
        return number((low + high) // 2)
    if high > low:
        return number(high) if below[WIDTH:] else number(low) + _after(above[WIDTH:])
    return number(low) + _amid(above[WIDTH:], below[WIDTH:])


def behind(last: str | None, count: int) -> list[str]:
    """Return `count` ranks in order, all of them after `last`."""
    first = FIRST if last is None else whole(last) + 1
    return [number(first + at) for at in range(count)]


def whole(rank: str) -> int:
    """Return the number of a rank, without its fraction."""
    return int(rank[:WIDTH])


def number(value: int) -> str:
    """Return the rank of a number."""
    return f"{value:0{WIDTH}d}"


def _after(fraction: str) -> str:
    """The shortest handy fraction above `fraction`."""
    for at, letter in enumerate(fraction):
        digit = _DIGITS.index(letter)
        if digit < _BASE - 1:
            return fraction[:at] + _DIGITS[(digit + _BASE) // 2]
    return fraction + _HALF


def _amid(low: str, high: str) -> str:
    """A fraction strictly between two, the lower of which may be empty; neither ends in the smallest digit."""
    at = 0
    while at < len(high) and (low[at] if at < len(low) else "0") == high[at]:
        at += 1
    shared, low, high = high[:at], low[at:], high[at:]
    lower = _DIGITS.index(low[0]) if low else 0
    upper = _DIGITS.index(high[0])
    if upper - lower > 1:
        return shared + _DIGITS[(lower + upper) // 2]
    if len(high) > 1:
        return shared + high[0]
    return shared + _DIGITS[lower] + _after(low[1:])
