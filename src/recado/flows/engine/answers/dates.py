"""Which day did a Brazilian mean: "25/12", "amanhã", "25 de dezembro", "terça que vem"?"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date, timedelta

from recado.flows.engine.answers.numbers import find_numbers
from recado.flows.engine.answers.vocabulary import MONTHS
from recado.flows.engine.folding import fold

_WEEKDAYS = {"segunda": 0, "terca": 1, "quarta": 2, "quinta": 3, "sexta": 4, "sabado": 5, "domingo": 6}
_WEEKDAYS |= {"seg": 0, "ter": 1, "qua": 2, "qui": 3, "sex": 4, "sab": 5, "dom": 6}
_MONTH = {name: at + 1 for at, name in enumerate(MONTHS)} | {name[:3]: at + 1 for at, name in enumerate(MONTHS)}
_WEEK, _LONGEST_MONTH = 7, 31
_ORDINALS = {"primeiro": 1, "1o": 1}

Prefer = str
"""`future` (appointments: a day without a year is the next such day), `past` (births) or `any` (the nearest)."""


def read_iso_date(text: str) -> date | None:
    """A day written `2026-12-25` or `25/12/2026`, nothing freer than that."""
    iso = re.fullmatch(r"\s*(\d{4})-(\d{2})-(\d{2})(?:T.*)?\s*", text[:60])
    if iso:
        return _day(int(iso[1]), int(iso[2]), int(iso[3]))
    brazilian = re.fullmatch(r"\s*(\d{1,2})/(\d{1,2})/(\d{4})\s*", text[:60])
    return _day(int(brazilian[3]), int(brazilian[2]), int(brazilian[1])) if brazilian else None


def read_date(text: str, today: date, prefer: Prefer = "future") -> date | None:
    """The day meant by the text, seen from `today` (of the organization's zone); None where none or two are meant."""
    folded = fold(text[:200])
    for reader in _READERS:
        found = reader(folded, today, prefer)
        if found is not None:
            return found[0] if len(found) == 1 else None
    return None


Found = Sequence[date] | None
"""None: this reader sees no day. An empty list: it sees one that the calendar has not."""


def _written(folded: str, today: date, prefer: Prefer) -> Found:
    """25/12/2026, 25-12-26, 25.12, 2026-12-25."""
    iso = re.search(r"(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)", folded)
    if iso:
        return _known(_day(int(iso[1]), int(iso[2]), int(iso[3])))
    found = re.findall(
        r"(?<![\d/.,-])(\d{1,2})\s?([/.-])\s?(\d{1,2})(?:\s?\2\s?(\d{4}|\d{2}))?(?![\d/]|[.,-]\d)", folded
    )
    if not found:
        return None
    days = [_resolve(int(day), int(month), year, today, prefer) for day, _, month, year in found]
    return sorted({day for day in days if day is not None})


def _compact(folded: str, today: date, prefer: Prefer) -> Found:
    """25122026 and 251226, which people type on a phone's number keys."""
    found = re.fullmatch(r"(\d{2})(\d{2})(\d{4}|\d{2})", folded)
    return _known(_resolve(int(found[1]), int(found[2]), found[3], today, prefer)) if found else None


def _named_month(folded: str, today: date, prefer: Prefer) -> Found:
    """25 de dezembro, 1º de março de 2027, 25 dez, cinco de maio."""
    months = "|".join(sorted(_MONTH, key=len, reverse=True))
    found = re.search(
        rf"(?:(\d{{1,2}})\s*[oaº°]?|\b([a-z]+(?: e [a-z]+)?))\s*(?:de |do |/|-)?\s*\b({months})\b\.?"
        r"(?:\s*(?:de |do |/|,|-)?\s*(\d{4}|\d{2})\b)?",
        folded,
    )
    if not found:
        return None
    day = int(found[1]) if found[1] else _ORDINALS.get(found[2]) or _word_number(found[2])
    if day is None:
        return None
    return _known(_resolve(day, _MONTH[found[3]], found[4] or "", today, prefer))


def _relative(folded: str, today: date, prefer: Prefer) -> Found:
    """hoje, amanhã, depois de amanhã, ontem, daqui a 3 dias, em duas semanas, semana que vem."""
    for phrase, days in _NAMED_DAYS:
        if re.search(rf"\b(?:{phrase})\b", folded):
            return _known(_shift(today, days))
    found = re.search(
        r"\b(daqui(?: a| ha)?|em|dentro de|faz|ha) (?:uns |umas )?([a-z]+(?: e [a-z]+)?|\d{1,3})"
        r" (dia|semana|mes|ano)(?:e?s)?\b"
        r"|\b([a-z]+|\d{1,3}) (dia|semana|mes|ano)(?:e?s)? atras\b",
        folded,
    )
    if not found:
        return None
    count = _word_number(found[2] or found[4])
    if count is None:
        return None
    back = bool(found[4]) or found[1] in ("faz", "ha")
    return _known(_by_units(today, -count if back else count, found[3] or found[5]))


def _weekday(folded: str, today: date, prefer: Prefer) -> Found:
    """sexta, terça-feira que vem, próximo sábado, sábado passado. Today's own weekday means the one in a week."""
    names = "|".join(_WEEKDAYS)
    found = re.findall(
        rf"\b(proxim[ao] |ultim[ao] |nest[ae] |ess[ae] )?({names})(?:[ -]?feira)?\b"
        r"( que vem| da semana que vem| da proxima semana"
        r"| passad[ao]| agora)?",
        folded,
    )
    days = {_on_weekday(before.strip(), _WEEKDAYS[name], after.strip(), today, prefer) for before, name, after in found}
    return sorted(day for day in days if day) if found else None


def _bare_day(folded: str, today: date, prefer: Prefer) -> Found:
    """dia 25, dia 5 do mês que vem, or just 25."""
    found = re.search(r"\bdia ([a-z]+(?: e [a-z]+)?|\d{1,2})\b(?:.{0,12}\b(mes que vem|proximo mes)\b)?", folded)
    found = found or re.fullmatch(r"(\d{1,2})()", folded)
    if not found:
        return None
    day = _ORDINALS.get(found[1]) or _word_number(found[1])
    if day is None or not 1 <= day <= _LONGEST_MONTH:
        return None
    month = _by_months(today.replace(day=1), 1 if found[2] else 0)
    step = -1 if prefer == "past" else 1
    for _ in range(12):
        if month is None:
            return []
        candidate = _day(month.year, month.month, day)
        if candidate and (candidate <= today if step < 0 else candidate >= today):
            return [candidate]
        month = _by_months(month, step)
    return []


_NAMED_DAYS = (
    ("depois de amanha|depois d amanha|dps de amanha", 2),
    ("amanha|amanhaa|amnha|amnh", 1),
    ("anteontem|antes de ontem", -2),
    ("ontem", -1),
    ("hoje|hj|agora", 0),
    ("semana que vem|proxima semana", 7),
)

_READERS: tuple[Callable[[str, date, Prefer], Found], ...] = (
    _written,
    _compact,
    _named_month,
    _weekday,
    _relative,
    _bare_day,
)


def _resolve(day: int, month: int, year: str, today: date, prefer: Prefer) -> date | None:
    """The day of the calendar; without a year the one that `prefer` asks for, with two digits the likely century."""
    if len(year) == len("2026"):
        return _day(int(year), month, day)
    if year:
        century = today.year // 100 * 100
        full = century + int(year)
        return _day(full - 100 if full > today.year + (0 if prefer == "past" else 20) else full, month, day)
    near = [found for shift in range(-4, 5) if (found := _day(today.year + shift, month, day))]
    if prefer == "past":
        return max((found for found in near if found <= today), default=None)
    if prefer == "future":
        return min((found for found in near if found >= today), default=None)
    return min(near, key=lambda found: abs(found - today), default=None)


def _on_weekday(before: str, weekday: int, after: str, today: date, prefer: Prefer) -> date | None:
    ahead = (weekday - today.weekday()) % _WEEK or _WEEK
    if after.startswith("passad") or before.startswith("ultim") or prefer == "past":
        return _shift(today, -((today.weekday() - weekday) % _WEEK or _WEEK))
    if after in ("da semana que vem", "da proxima semana"):
        return _shift(today, _WEEK + weekday - today.weekday())
    return _shift(today, ahead)


def _by_units(today: date, count: int, unit: str) -> date | None:
    if unit in ("dia", "semana"):
        return _shift(today, count * (7 if unit == "semana" else 1))
    return _by_months(today, count * (12 if unit == "ano" else 1))


def _by_months(start: date, months: int) -> date | None:
    """The same day some months away, or the last of that month where it has no such day."""
    at = start.year * 12 + start.month - 1 + months
    for back in range(4):
        found = _day(at // 12, at % 12 + 1, start.day - back)
        if found:
            return found
    return None


def _shift(today: date, days: int) -> date | None:
    try:
        return today + timedelta(days=days)
    except OverflowError:
        return None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _known(day: date | None) -> list[date]:
    return [day] if day else []


def _word_number(text: str) -> int | None:
    found = find_numbers(text)
    return int(found[0].value) if len(found) == 1 and found[0].value == int(found[0].value) else None
