"""Which number did a Brazilian write: "1.234,56", "60 mil", "1,5 milhão", "vinte e cinco"?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from recado.flows.engine.answers.vocabulary import HUNDREDS, TENS, UNITS
from recado.flows.engine.folding import fold

_HUNDRED, _TWENTY = 100, 20
_HUGE = Decimal(10) ** 15

_WORDS: dict[str, int] = {
    **{word: number for number, word in enumerate(UNITS)},
    **{word: 20 + 10 * place for place, word in enumerate(TENS)},
    **{word: 100 * (place + 1) for place, word in enumerate(HUNDREDS)},
    **{word[:-2] + "as": 100 * (place + 2) for place, word in enumerate(HUNDREDS[1:])},
    **{"uma": 1, "duas": 2, "catorze": 14, "cento": 100, "dezasseis": 16, "dezassete": 17, "dezanove": 19},
    "meia": 6,
}
_SCALES: dict[str, int] = {
    **{"duzia": 12, "duzias": 12, "mil": 1_000, "k": 1_000},
    **dict.fromkeys(("milhao", "milhoes", "mi", "mm", "kk"), 1_000_000),
    **dict.fromkeys(("bilhao", "bilhoes", "bi"), 1_000_000_000),
}

_TOKEN = re.compile(
    r"""(?P<number>(?<![\w.,])-?\d{1,3}(?:\.\d{3})+(?:,\d+)?(?![\d])   # 1.234,56
        |(?<![\w.,])-?\d{1,3}(?:,\d{3})+(?:\.\d+)(?!\d)                # 1,234.56
        |(?<![\w.,])-?\d{1,3}(?:\ \d{3})+(?:,\d+)?(?![\d])             # 1 234,56
        |-?\d+(?:[.,]\d+)?)                                            # 1234,5 and 1234.5
      | (?P<word>[^\W\d_]+)""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class NumberFound:
    """A number in a text: its value, where it starts and ends in the folded text, and whether digits say it."""

    value: Decimal
    start: int
    end: int
    in_digits: bool


def read_number(text: str) -> Decimal | None:
    """The one number in the text; None where there is none or more than one.

    Words that may be articles count only where no digits stand: "um valor de 300" is 300.
    """
    found = find_numbers(fold(text[:200]))
    digits = [number for number in found if number.in_digits]
    found = digits or found
    return found[0].value if len(found) == 1 else None


def find_numbers(folded: str) -> list[NumberFound]:
    """Every number of a folded text, in its order."""
    found: list[NumberFound] = []
    phrase: _Phrase | None = None
    folded = folded.replace("meia duzia", "seis      ")
    for kind, word, start, end in _tokens(folded):
        if phrase is not None and phrase.joins(kind, word):
            phrase.add(kind, word, end)
            continue
        if phrase is not None:
            found.extend(phrase.found())
        phrase = _Phrase.opened(kind, word, start, end)
    if phrase is not None:
        found.extend(phrase.found())
    return found


def _tokens(folded: str) -> Iterator[tuple[str, str, int, int]]:
    for match in _TOKEN.finditer(folded):
        yield match.lastgroup or "", match[0], match.start(), match.end()


class _Phrase:
    """A number that may still grow by the next word: "dois" – "mil" – "e" – "quinhentos"."""

    __slots__ = ("digits", "end", "open", "scale", "smallest", "start", "sum", "waiting")

    def __init__(self, start: int, end: int) -> None:
        self.start, self.end = start, end
        self.sum = Decimal(0)
        self.open: Decimal | None = None
        self.smallest = Decimal(10) ** 18
        self.scale = 1
        self.digits = False
        self.waiting = False

    @classmethod
    def opened(cls, kind: str, word: str, start: int, end: int) -> _Phrase | None:
        """A phrase that begins with this token, if one can."""
        if kind == "word" and word not in _WORDS and word not in _SCALES and word not in ("meio", "menos"):
            return None
        if word in ("k", "mi", "mm", "kk", "bi"):  # Short forms are numbers only after digits.
            return None
        phrase = cls(start, end)
        phrase.add(kind, word, end)
        return phrase

    def joins(self, kind: str, word: str) -> bool:
        """Does the token go on with this number?"""
        if kind == "number":
            return (self.waiting and self.open is None and self.scale > 1) or self._is_bare_sign()
        if word == "e":
            return not self.waiting
        if word in ("meio", "meia") and self.waiting:
            return True
        if word in _SCALES:
            return (self.open is not None and not self.waiting) or self.waiting
        if word not in _WORDS:
            return False
        return self._is_bare_sign() or (_WORDS[word] < self._room() and not (self.digits and self.open is not None))

    def add(self, kind: str, word: str, end: int) -> None:
        """Take the token in. Only what `joins` allowed comes here."""
        if word in ("e", "menos"):
            self.waiting = word == "e"
            self.smallest = self.smallest if word == "e" else Decimal(-1)
            return
        if word in ("meio", "meia") and (self.waiting or word == "meio"):
            self._add_half(begins=not self.waiting)
        elif word in _SCALES:
            self._multiply(_SCALES[word])
        else:
            self._add_number(kind, word)
        self.end, self.waiting = end, False

    def found(self) -> list[NumberFound]:
        """The number, if the phrase came to one."""
        if self._is_bare_sign() or (self.open is None and self.scale == 1 and not self.sum):
            return []
        value = self.sum + (self.open or 0)
        return [NumberFound(value, self.start, self.end, self.digits)] if abs(value) < _HUGE else []

    def _is_bare_sign(self) -> bool:
        return self.smallest == -1

    def _room(self) -> Decimal:
        """A word must be smaller than the last one's rank: "vinte" takes "cinco", "cinco" takes nothing."""
        if self.open is None:
            return Decimal(self.scale) if self.scale > 1 else Decimal(10) ** 18
        if self.smallest >= _HUNDRED:
            return Decimal(_HUNDRED)
        return Decimal(10) if self.smallest >= _TWENTY else Decimal(0)

    def _add_number(self, kind: str, word: str) -> None:
        sign = -1 if self._is_bare_sign() else 1
        value = _decimal(word) if kind == "number" else Decimal(_WORDS[word])
        self.digits = self.digits or kind == "number"
        self.open = (self.open or Decimal(0)) + sign * value
        self.smallest = Decimal(1) if kind == "number" else value

    def _add_half(self, *, begins: bool) -> None:
        if begins or self.open is not None:
            self.open = (self.open or Decimal(0)) + Decimal("0.5")
            self.smallest = Decimal(1)
        else:
            self.sum += Decimal("0.5") * self.scale

    def _multiply(self, scale: int) -> None:
        base = Decimal(1) if self.open is None else self.open
        self.sum, self.open, self.scale = self.sum + base * scale, None, scale
        self.smallest = Decimal(scale)


def _decimal(written: str) -> Decimal:
    """Digits as Brazilians write them; a dot before exactly three digits parts thousands, unless a lone zero leads."""
    sign, digits = ("-", written[1:]) if written.startswith("-") else ("", written)
    digits = digits.replace(" ", "")
    if "," in digits and "." in digits:
        thousands, point = (".", ",") if digits.rfind(",") > digits.rfind(".") else (",", ".")
        digits = digits.replace(thousands, "").replace(point, ".")
    elif "," in digits:
        digits = digits.replace(",", ".")
    elif digits.count(".") > 1 or (re.fullmatch(r"\d{1,3}\.\d{3}", digits) and not digits.startswith("0")):
        digits = digits.replace(".", "")
    return Decimal(sign + digits)
