"""Which half of the day is meant by an hour?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from recado.nlu.dates.values import Clock

_HALF: Final = 12
_AFTERNOON: Final = frozenset({"tarde", "fim_tarde", "almoco", "depois_almoco"})
_EARLY_EVENING: Final = 4
_LAST_OF_AFTERNOON: Final = 6


@dataclass(frozen=True, slots=True)
class Opening:
    """From which hour to which a business is open; people mean hours between them."""

    first: int = 8
    last: int = 18


def minutes_into_day(clock: Clock, part: str, opening: Opening) -> int:
    """Return how many minutes after midnight; 24 * 60 and more lie in the night that follows."""
    hour = clock.hour if clock.fixed else _hour(clock.hour, clock.part or part, opening)
    return hour * 60 + clock.minute


def _hour(hour: int, part: str, opening: Opening) -> int:
    if hour > _HALF:
        return hour
    if part in {"am", "pm"}:
        return hour % _HALF + (_HALF if part == "pm" else 0)
    if part in _AFTERNOON:
        return hour % _HALF + _HALF
    if part == "noite":
        return 24 if hour in {0, _HALF} else hour + (_HALF if hour > _EARLY_EVENING else 24)
    if part in {"manha", "madrugada"}:
        return 0 if hour == _HALF and part == "madrugada" else hour
    return _without_part(hour, opening)


def _without_part(hour: int, opening: Opening) -> int:
    if hour in {0, _HALF}:
        return hour
    if opening.first <= hour < opening.last:
        return hour
    if opening.first <= hour + _HALF <= opening.last:
        return hour + _HALF
    return hour + _HALF if hour <= _LAST_OF_AFTERNOON else hour
