"""What can a variable hold, how does it read to a person, and how is it stored?"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeAlias

Value: TypeAlias = "bool | int | float | str | Money | Day | Moment | list[Value] | dict[str, Value] | None"
Stored: TypeAlias = "bool | int | float | str | list[Stored] | dict[str, Stored] | None"

_DEPTH = 6
_SURROGATE = re.compile("[\ud800-\udfff]")
_SAFE_INTEGER = 2**53
_HUGE = 10**60


@dataclass(frozen=True, slots=True, order=True)
class Money:
    """An amount of Brazilian money in integer centavos. As text: `R$ 1.234,56`."""

    centavos: int

    def __str__(self) -> str:
        sign = "-" if self.centavos < 0 else ""
        reais, centavos = divmod(abs(self.centavos), 100)
        return f"{sign}R$ {brazilian(reais)},{centavos:02d}"


@dataclass(frozen=True, slots=True, order=True)
class Day:
    """A day of the calendar. As text: `25/12/2026`."""

    on: date

    def __str__(self) -> str:
        return self.on.strftime("%d/%m/%Y")


@dataclass(frozen=True, slots=True, order=True)
class Moment:
    """A point in time, kept in the zone it is read in. As text: `25/12/2026 18:30`."""

    at: datetime

    def __str__(self) -> str:
        return self.at.strftime("%d/%m/%Y %H:%M")


def brazilian(number: int | float, *, places: int | None = None) -> str:
    """A number as Brazilians write it: `1.234,5`. `places` fixes the decimals; without it needless zeros go."""
    if isinstance(number, float) and number.is_integer() and places is None:
        number = int(number)
    text = f"{number:,.{places}f}" if places is not None else f"{number:,}"
    return text.translate(_SWAP)


_SWAP = str.maketrans({",": ".", ".": ","})


def as_text(value: Value) -> str:
    """How a person reads a value inside a sentence. Never raises."""
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "sim" if value else "não"
    if isinstance(value, float):
        return brazilian(round(value, 6)).replace(".", "")
    if isinstance(value, list):
        return ", ".join(as_text(item) for item in value)
    if isinstance(value, dict):
        return ", ".join(f"{key}: {as_text(item)}" for key, item in value.items())
    return str(value)


def clean_text(text: str) -> str:
    """The same text without what a database or an encoder refuses: NUL goes, a half surrogate becomes U+FFFD."""
    if "\x00" in text:
        text = text.replace("\x00", "")
    if not text.isascii() and _SURROGATE.search(text):
        # UTF-16 joins two halves that belong together.
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def clean(value: object, *, depth: int = _DEPTH) -> Value:
    """Make anything from outside a value that is safe to keep: what is unknown or not a number becomes None."""
    if isinstance(value, str):
        return clean_text(value)
    if value is None or isinstance(value, bool | Money | Day | Moment):
        return value
    if isinstance(value, int | float):
        return _clean_number(value)
    return _clean_other(value, depth) if depth > 0 else None


def _clean_number(value: int | float) -> Value:
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    # JSON readers elsewhere lose digits beyond 2^53; as text they stay.
    return value if abs(value) <= _SAFE_INTEGER else str(value) if abs(value) < _HUGE else None


def _clean_other(value: object, depth: int) -> Value:
    if isinstance(value, Mapping):
        return {clean_text(str(key)): clean(item, depth=depth - 1) for key, item in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [clean(item, depth=depth - 1) for item in value]
    if isinstance(value, datetime):
        return Moment(value)
    if isinstance(value, date):
        return Day(value)
    return None


def size_of(value: Value) -> int:
    """Roughly how many characters a value takes when stored."""
    if isinstance(value, str):
        return len(value) + 2
    if isinstance(value, list):
        return 2 + sum(map(size_of, value))
    if isinstance(value, dict):
        return 2 + sum(len(key) + 4 + size_of(item) for key, item in value.items())
    return 16


def store_value(value: Value) -> Stored:
    """A value as JSON. What JSON has no word for becomes an object with one `$` key; `read_value` undoes it."""
    if isinstance(value, Money):
        return {"$money": value.centavos}
    if isinstance(value, Day):
        return {"$day": value.on.isoformat()}
    if isinstance(value, Moment):
        return {"$moment": value.at.isoformat()}
    if isinstance(value, list):
        return [store_value(item) for item in value]
    if isinstance(value, dict):
        stored: dict[str, Stored] = {key: store_value(item) for key, item in value.items()}
        # A person's own object that looks like one of ours must come back as it went.
        return {"$object": stored} if len(stored) == 1 and next(iter(stored)).startswith("$") else stored
    return value


def read_value(stored: object) -> Value:
    """The value that `store_value` wrote. Raises ValueError, TypeError or KeyError on anything else."""
    if stored is None or isinstance(stored, bool | int | float | str):
        return stored
    if isinstance(stored, list):
        return [read_value(item) for item in stored]
    if not isinstance(stored, dict):
        raise TypeError(type(stored).__name__)
    if len(stored) == 1:
        ((key, inner),) = stored.items()
        if isinstance(key, str) and key.startswith("$"):
            return _read_tagged(key, inner)
    return {str(key): read_value(item) for key, item in stored.items()}


def _read_tagged(key: str, inner: object) -> Value:
    if key == "$object" and isinstance(inner, dict):
        return {str(name): read_value(item) for name, item in inner.items()}
    if key == "$money" and isinstance(inner, int):
        return Money(inner)
    if key == "$day" and isinstance(inner, str):
        return Day(date.fromisoformat(inner))
    if key == "$moment" and isinstance(inner, str):
        return Moment(datetime.fromisoformat(inner))
    raise ValueError(key)
