"""What may a flow's author do to a value inside `{{ }}`, and how is each filter kept from growing without bounds?"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from recado.flows.engine.folding import fold
from recado.flows.engine.limits import MAX_RENDERED
from recado.flows.engine.values import Day, Moment, Money, as_text, brazilian

_HUGE = 10**15
_ITEMS = 1_000


class TooCostly(Exception):
    """An expression would give more than its ceiling allows."""


def _text(value: object) -> str:
    text = value if isinstance(value, str) else as_text(value)  # type: ignore[arg-type]
    return _capped(text)


def _capped(text: str) -> str:
    if len(text) > MAX_RENDERED:
        raise TooCostly
    return text


def _whole(value: object, *, default: int = 0) -> int:
    number = _number(value)
    return int(number) if abs(number) < _HUGE else default


def _number(value: object) -> float | int:
    """The number in a value; text is read as a person wrote it, and what is no number counts as 0."""
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, int | float):
        return value if math.isfinite(value) and abs(value) < _HUGE else 0
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, Money):
        return value.centavos / 100
    return _number_in(value) if isinstance(value, str) else 0


def _number_in(text: str) -> float | int:
    text = text.strip()
    if "," in text:
        text = text.replace(".", "").replace(",", ".")
    try:
        number = float(text[:40])
    except ValueError:
        return 0
    if not math.isfinite(number) or abs(number) >= _HUGE:
        return 0
    return int(number) if number.is_integer() and "." not in text else number


def _result(left: object, number: float | int) -> object:
    """Money stays money, and nothing grows past what a float can count."""
    if abs(number) >= _HUGE:
        raise TooCostly
    if isinstance(left, Money):
        return Money(round(number * 100))
    return round(number, 10) if isinstance(number, float) else number


def _plus(left: object, right: object) -> object:
    return _result(left, _number(left) + _number(right))


def _minus(left: object, right: object) -> object:
    return _result(left, _number(left) - _number(right))


def _times(left: object, right: object) -> object:
    return _result(left, _number(left) * _number(right))


def _divided_by(left: object, right: object) -> object:
    divisor = _number(right)
    if not divisor:
        return 0
    number = _number(left) / divisor
    return _result(left, int(number) if number.is_integer() else number)


def _modulo(left: object, right: object) -> object:
    divisor = _number(right)
    return _result(left, _number(left) % divisor) if divisor else 0


def _round(left: object, places: object = 0) -> object:
    digits = max(0, min(_whole(places), 10))
    number = round(_number(left), digits)
    return _result(left, number if digits else int(number))


def _at_least(left: object, right: object) -> object:
    return _result(left, max(_number(left), _number(right)))


def _at_most(left: object, right: object) -> object:
    return _result(left, min(_number(left), _number(right)))


def _replace(left: object, old: object, new: object = "") -> str:
    text, old, new = _text(left), _text(old), _text(new)
    if len(text) + (text.count(old) if old else len(text) + 1) * len(new) > MAX_RENDERED:
        raise TooCostly
    return text.replace(old, new)


def _truncate(left: object, length: object = 50, end: object = "…") -> str:
    text, room, tail = _text(left), max(_whole(length), 0), _text(end)
    return text if len(text) <= room else text[: max(room - len(tail), 0)].rstrip() + tail


def _truncate_words(left: object, count: object = 15, end: object = "…") -> str:
    parts, room = _text(left).split(), max(_whole(count), 1)
    return " ".join(parts) if len(parts) <= room else " ".join(parts[:room]) + _text(end)


def _items(value: object) -> list[Any]:
    if isinstance(value, list | tuple):
        return list(value[:_ITEMS])
    if isinstance(value, Mapping):
        return list(value.values())[:_ITEMS]
    return [] if value is None or value == "" else [value]


def _join(left: object, glue: object = ", ") -> str:
    parts, between = [_text(item) for item in _items(left)], _text(glue)
    if sum(map(len, parts)) + len(between) * len(parts) > MAX_RENDERED:
        raise TooCostly
    return between.join(parts)


def _sentence(left: object, last: object = "e") -> str:
    parts = [_text(item) for item in _items(left)]
    return _capped(", ".join(parts[:-1]) + f" {_text(last)} " + parts[-1] if len(parts) > 1 else "".join(parts))


def _split(left: object, glue: object) -> list[str]:
    text, between = _text(left), _text(glue)
    return text.split(between, _ITEMS)[:_ITEMS] if between else list(text[:_ITEMS])


def _first(left: object) -> object:
    items = _items(left)
    return items[0] if items else ""


def _last(left: object) -> object:
    items = _items(left)
    return items[-1] if items else ""


def _size(left: object) -> int:
    return len(left) if isinstance(left, str | Sequence | Mapping) else len(_text(left))


def _slice(left: object, start: object, length: object = 1) -> str:
    text, begin = _text(left), _whole(start)
    begin = max(len(text) + begin, 0) if begin < 0 else begin
    return text[begin : begin + max(_whole(length), 0)]


def _default(left: object, other: object = "") -> object:
    """The other value where the left one is empty, undefined, nothing or no."""
    empty = left is None or left is False or (isinstance(left, str | Sequence | Mapping) and not left)
    return other if empty else left


def _first_name(left: object) -> str:
    """`MARIA da Silva` → `Maria`; a name in a person's own mixed case stays as it is."""
    name = next((word for word in _text(left).split() if any(map(str.isalpha, word))), "")
    return name.capitalize() if name.islower() or name.isupper() else name


_SMALL_WORDS = frozenset({"da", "de", "di", "do", "das", "dos", "e"})


def _title(left: object) -> str:
    """`maria DA silva` → `Maria da Silva`."""
    parts = _text(left).split(" ")
    return " ".join(
        part.lower() if at and part.lower() in _SMALL_WORDS else part.capitalize() for at, part in enumerate(parts)
    )


def _capitalize(left: object) -> str:
    text = _text(left)
    return text[:1].upper() + text[1:]


def _money(left: object) -> str:
    return str(left) if isinstance(left, Money) else str(Money(round(_number(left) * 100)))


def _decimal(left: object, places: object = None) -> str:
    return brazilian(_number(left), places=None if places is None else max(0, min(_whole(places), 10)))


def _digits(left: object) -> str:
    return "".join(re.findall(r"[0-9]", _text(left)))


def _phone(left: object) -> str:
    """`5511987654321` → `(11) 98765-4321`; what is no Brazilian number stays as it is."""
    text = _text(left)
    digits = _digits(text)
    if len(digits) in (12, 13) and digits.startswith("55"):
        digits = digits[2:]
    if len(digits) not in (10, 11):
        return text
    return f"({digits[:2]}) {digits[2:-4]}-{digits[-4:]}"


_WEEKDAYS = ("segunda-feira", "terça-feira", "quarta-feira", "quinta-feira", "sexta-feira", "sábado", "domingo")
_MONTHS = (
    "janeiro", "fevereiro", "março", "abril", "maio", "junho",
    "julho", "agosto", "setembro", "outubro", "novembro", "dezembro",
)  # fmt: skip


def _date(left: object, form: object = "%d/%m/%Y") -> str:
    """Write a day or a moment: `%d %m %Y %y %H %M`, and in Portuguese `%A %a` (weekday) and `%B %b` (month).

    Text is taken as ISO 8601; what is no date stays as it is. It never reads the clock: `now` is the input's moment.
    """
    at = _point(left)
    if at is None:
        return _text(left)
    clock = (at.hour, at.minute, at.second) if isinstance(at, datetime) else (0, 0, 0)
    parts = {
        "d": f"{at.day:02d}", "e": str(at.day), "m": f"{at.month:02d}", "Y": f"{at.year:04d}",
        "y": f"{at.year % 100:02d}",
        "H": f"{clock[0]:02d}", "M": f"{clock[1]:02d}", "S": f"{clock[2]:02d}",
        "A": _WEEKDAYS[at.weekday()], "a": _WEEKDAYS[at.weekday()][:3],
        "B": _MONTHS[at.month - 1], "b": _MONTHS[at.month - 1][:3], "%": "%",
    }  # fmt: skip
    return _capped(re.sub(r"%(.)", lambda found: parts.get(found[1], found[0]), _text(form)[:200]))


def _point(value: object) -> date | None:
    if isinstance(value, Day):
        return value.on
    if isinstance(value, Moment):
        return value.at
    try:
        text = _text(value).strip()
        return date.fromisoformat(text) if len(text) == len("2026-12-25") else datetime.fromisoformat(text)
    except ValueError:
        return None


def _plus_days(left: object, days: object = 1) -> object:
    """The day or the moment so many days later (earlier, if negative); what is no date stays as it is."""
    at = _point(left)
    if at is None:
        return left
    try:
        later = at + timedelta(days=_whole(days))
    except OverflowError as fault:
        raise TooCostly from fault
    return Moment(later) if isinstance(later, datetime) else Day(later)


_UNRESERVED = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")


def _url_encode(left: object) -> str:
    octets = _text(left).encode("utf-8", "replace")
    return _capped("".join(chr(octet) if octet in _UNRESERVED else f"%{octet:02X}" for octet in octets))


def _unique(left: object) -> list[Any]:
    seen: dict[str, Any] = {}
    for item in _items(left):
        seen.setdefault(_text(item), item)
    return list(seen.values())


def _map(left: object, key: object) -> list[Any]:
    name = _text(key)
    return [item.get(name, "") if isinstance(item, Mapping) else "" for item in _items(left)]


FILTERS: Mapping[str, Callable[..., object]] = {
    "abs": lambda left: _result(left, abs(_number(left))),
    "append": lambda left, right: _capped(_text(left) + _text(right)),
    "at_least": _at_least,
    "at_most": _at_most,
    "capitalize": _capitalize,
    "ceil": lambda left: _result(left, math.ceil(_number(left))),
    "date": _date,
    "decimal": _decimal,
    "default": _default,
    "digits": _digits,
    "divided_by": _divided_by,
    "downcase": lambda left: _text(left).lower(),
    "first": _first,
    "first_name": _first_name,
    "floor": lambda left: _result(left, math.floor(_number(left))),
    "fold": lambda left: fold(_text(left)),
    "join": _join,
    "last": _last,
    "map": _map,
    "minus": _minus,
    "modulo": _modulo,
    "money": _money,
    "phone": _phone,
    "plus": _plus,
    "plus_days": _plus_days,
    "prepend": lambda left, right: _capped(_text(right) + _text(left)),
    "remove": _replace,
    "replace": _replace,
    "reverse": lambda left: _items(left)[::-1],
    "round": _round,
    "sentence": _sentence,
    "size": _size,
    "slice": _slice,
    "sort": lambda left: sorted(_items(left), key=lambda item: fold(_text(item))),
    "split": _split,
    "strip": lambda left: _text(left).strip(),
    "times": _times,
    "title": _title,
    "truncate": _truncate,
    "truncatewords": _truncate_words,
    "uniq": _unique,
    "upcase": lambda left: _text(left).upper(),
    "url_encode": _url_encode,
}
"""The whole list: a template with another does not parse. None reads a file, a clock, an attribute or chance."""
