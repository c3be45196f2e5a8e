"""Does a value fit the field it is meant for, and what is it then?"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal, InvalidOperation
from typing import Any

from recado.contacts.errors import BadField
from recado.contacts.models import FieldDefinition, FieldType, Value
from recado.foundation.text import fold

MOST_FIELDS = 100
MOST_CHOICES = 100
LONGEST_TEXT = 2_000
_KEY = re.compile(r"[a-z][a-z0-9_]{0,49}")
_YES = frozenset(("sim", "s", "true", "verdadeiro", "1", "x", "yes"))
_NO = frozenset(("nao", "n", "false", "falso", "0", "no"))
_DATES = ("%Y-%m-%d", "%d/%m/%Y", "%d/%m/%y", "%d-%m-%Y", "%d.%m.%Y", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M:%S")
_FIRST_DAY = date(1899, 12, 30)
"""Day 0 of a spreadsheet, with its mistake about 1900 counted in."""
_LAST_DAY = 80_000
_RESERVED = frozenset(("name",))
"""A flow that sets `name` sets the person's own name."""


def check_definition(definition: FieldDefinition) -> FieldDefinition:
    """Raise `BadField` where a field cannot be made like this."""
    if not _KEY.fullmatch(definition.key) or definition.key in _RESERVED:
        raise BadField(field=definition.key, why="key")
    if (definition.type is FieldType.CHOICE) != bool(definition.choices):
        raise BadField(field=definition.key, why="choices")
    folded = [fold(choice) for choice in definition.choices]
    if len(folded) > MOST_CHOICES or len(set(folded)) != len(folded) or "" in folded:
        raise BadField(field=definition.key, why="choices")
    return definition


def key_of(label: str) -> str:
    """Return a key for a label: `Data de nascimento` is `data_de_nascimento`."""
    key = re.sub(r"[^a-z0-9]+", "_", fold(label)).strip("_")[:50]
    return key if key[:1].isalpha() else f"campo_{key}"[:50]


def read(definition: FieldDefinition, given: Any) -> Value:
    """Return the value as it is stored, from JSON or from what stands in a spreadsheet; raise `BadField`."""
    is_choice = definition.type is FieldType.CHOICE
    found = _choice(given, definition.choices) if is_choice else _READERS[definition.type](given)
    if found is None:
        raise BadField(field=definition.key, why=definition.type.value)
    return found


def _text(given: Any) -> str | None:
    if isinstance(given, bool) or not isinstance(given, str | int | float):
        return None
    text = str(given).replace("\x00", "").strip()
    return text if len(text) <= LONGEST_TEXT else None


def _decimal(given: Any) -> Decimal | None:
    """Read 1.234,56 as Brazilians write it, and 1234.56 as machines do."""
    if isinstance(given, bool) or not isinstance(given, str | int | float):
        return None
    text = str(given).replace("R$", "").replace("\u00a0", "").replace(" ", "")
    if "," in text:
        text = text.replace(".", "").replace(",", ".")
    elif re.fullmatch(r"-?\d{1,3}(\.\d{3})+", text) and isinstance(given, str):
        text = text.replace(".", "")
    try:
        found = Decimal(text)
    except InvalidOperation:
        return None
    return found if found.is_finite() and abs(found) < Decimal(10) ** 15 else None


def _number(given: Any) -> int | float | None:
    found = _decimal(given)
    if found is None:
        return None
    return int(found) if found == found.to_integral_value() else float(found)


def _centavos(given: Any) -> int | None:
    """JSON integers are centavos already; text is reais."""
    if isinstance(given, int) and not isinstance(given, bool):
        return given if abs(given) < 10**15 else None
    found = _decimal(given)
    return None if found is None else int((found * 100).to_integral_value())


def _date(given: Any) -> str | None:
    if isinstance(given, bool) or not isinstance(given, str | int | float):
        return None
    text = str(given).strip()
    if re.fullmatch(r"\d{1,5}(\.\d+)?", text) and 0 < float(text) < _LAST_DAY:
        return (_FIRST_DAY + timedelta(days=int(float(text)))).isoformat()
    for form in _DATES:
        try:
            return datetime.strptime(text, form).date().isoformat()  # noqa: DTZ007 - a day, not a moment
        except ValueError:
            continue
    return None


def _choice(given: Any, choices: tuple[str, ...]) -> str | None:
    folded = fold(str(given))
    return next((choice for choice in choices if fold(choice) == folded), None)


def _boolean(given: Any) -> bool | None:
    if isinstance(given, bool):
        return given
    folded = fold(str(given))
    return True if folded in _YES else False if folded in _NO else None


_READERS: Mapping[FieldType, Callable[[Any], Value | None]] = {
    FieldType.TEXT: _text,
    FieldType.NUMBER: _number,
    FieldType.MONEY: _centavos,
    FieldType.DATE: _date,
    FieldType.BOOLEAN: _boolean,
}
