"""What does a message answer to a question of a given kind, or why does it not?"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal

from msgspec import Struct

from recado.flows.engine.answers import sentences
from recado.flows.engine.answers.addresses import read_email, read_phone
from recado.flows.engine.answers.dates import read_date
from recado.flows.engine.answers.documents import read_cnpj, read_cpf
from recado.flows.engine.answers.money import read_money
from recado.flows.engine.answers.names import read_name
from recado.flows.engine.answers.numbers import read_number
from recado.flows.engine.limits import MAX_ANSWER
from recado.flows.engine.patterns import Pattern
from recado.flows.engine.values import Day, Money, Value, brazilian


class Expected(Struct, frozen=True, gc=False):
    """What counts as an answer. `minimum` and `maximum` bound a number, an amount in reais, or a text's length."""

    kind: str
    minimum: float | None = None
    maximum: float | None = None
    when: str = "any"
    pattern: Pattern | None = None
    whole: bool = False


class Understood(Struct, frozen=True, gc=False):
    """The answer as a value."""

    value: Value


class NotUnderstood(Struct, frozen=True, gc=False):
    """Why it is no answer: a code for the figures, and a sentence for the person where the author has none."""

    reason: str
    sentence: str


Reading = Understood | NotUnderstood


def read_answer(text: str, expected: Expected, *, today: date, own_phone: str) -> Reading:
    """Read a text as an answer. Total; at most 4,096 characters are looked at."""
    text = text[:MAX_ANSWER].strip()
    if not text:
        return NotUnderstood("empty", sentences.NOT_UNDERSTOOD[expected.kind])
    found = _READERS[expected.kind](text, expected, today, own_phone)
    return found if found is not None else NotUnderstood("unreadable", sentences.NOT_UNDERSTOOD[expected.kind])


def _text(text: str, expected: Expected, today: date, own: str) -> Reading | None:
    if expected.minimum is not None and len(text) < expected.minimum:
        return NotUnderstood("too_short", sentences.TOO_SHORT)
    if expected.maximum is not None and len(text) > expected.maximum:
        return NotUnderstood("too_long", sentences.TOO_LONG)
    if expected.pattern is not None and not expected.pattern.found_in(text):
        return None
    return Understood(text)


def _number(text: str, expected: Expected, today: date, own: str) -> Reading | None:
    found = read_number(text)
    if found is None or (expected.whole and found != int(found)):
        return None
    return _bounded(found, expected, show=brazilian) or Understood(int(found) if found == int(found) else float(found))


def _money(text: str, expected: Expected, today: date, own: str) -> Reading | None:
    found = read_money(text)
    if found is None:
        return None
    return _bounded(Decimal(found.centavos) / 100, expected, show=_reais) or Understood(found)


def _reais(amount: float) -> str:
    return str(Money(round(amount * 100)))


def _bounded(found: Decimal, expected: Expected, *, show: Callable[[float], str]) -> Reading | None:
    if expected.minimum is not None and found < Decimal(str(expected.minimum)):
        return NotUnderstood("too_small", sentences.TOO_SMALL.replace("{limit}", show(expected.minimum)))
    if expected.maximum is not None and found > Decimal(str(expected.maximum)):
        return NotUnderstood("too_large", sentences.TOO_LARGE.replace("{limit}", show(expected.maximum)))
    return None


def _date(text: str, expected: Expected, today: date, own: str) -> Reading | None:
    found = read_date(text, today, "past" if expected.when == "past" else "future")
    if found is None:
        return None
    if expected.when == "future" and found < today:
        return NotUnderstood("in_the_past", sentences.IN_THE_PAST)
    if expected.when == "past" and found > today:
        return NotUnderstood("in_the_future", sentences.IN_THE_FUTURE)
    return Understood(Day(found))


def _phone(text: str, expected: Expected, today: date, own: str) -> Reading | None:
    return _maybe(read_phone(text, own))


def _maybe(found: str | None) -> Reading | None:
    return None if found is None else Understood(found)


_READERS: Mapping[str, Callable[[str, Expected, date, str], Reading | None]] = {
    "text": _text,
    "name": lambda text, expected, today, own: _maybe(read_name(text)),
    "number": _number,
    "money": _money,
    "email": lambda text, expected, today, own: _maybe(read_email(text)),
    "cpf": lambda text, expected, today, own: _maybe(read_cpf(text)),
    "cnpj": lambda text, expected, today, own: _maybe(read_cnpj(text)),
    "phone": _phone,
    "date": _date,
}
