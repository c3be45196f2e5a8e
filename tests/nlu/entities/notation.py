"""The tables of cases: one text a line, what it names behind an arrow."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from recado.nlu.models import Entity

CASES = Path(__file__).parent / "cases"
_RANGES = frozenset({"money", "car_year", "mileage"})
_NUMBERS = frozenset({"number", "ordinal", "pet_age"})


def rows(name: str) -> list[tuple[str, list[str]]]:
    """Return a table: texts, and what each names as "type value", sorted."""
    found: list[tuple[str, list[str]]] = []
    for line in (CASES / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            text, _, named = line.rpartition("=>")
            found.append(
                (text.rstrip(" ").replace("\\n", "\n"), sorted(one.strip() for one in named.split(";") if one.strip()))
            )
    return found


def written(entities: Iterable[Entity]) -> list[str]:
    """Return entities as the tables write them, sorted."""
    return sorted(f"{one.type} {_value(one.type, one.value)}" for one in entities)


def _value(type_: str, value: Any) -> str:
    if type_ in _RANGES:
        if "value" in value:
            return _plain(value["value"])
        return f"{_plain(value['min'])}..{_plain(value['max'])}"
    return _plain(value) if type_ in _NUMBERS else str(value)


def _plain(value: float | None) -> str:
    return "" if value is None else f"{value:g}" if value < 1_000_000 else str(value)
