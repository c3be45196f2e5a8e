"""Which amounts stand in a text, in digits or in words, and how large are they?

Reads numbers only: "60 mil", "1.200,50", "dois mil e trezentos", "meio milhão", "48". What they count (money, kilometres, years)
is told by `units`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import Final

HUNDREDS: Final = {
    "cem": 100, "cento": 100, "duzentos": 200, "duzentas": 200, "trezentos": 300, "trezentas": 300, "quatrocentos": 400,
    "quatrocentas": 400, "quinhentos": 500, "quinhentas": 500, "seiscentos": 600, "seiscentas": 600, "setecentos": 700,
    "setecentas": 700, "oitocentos": 800, "oitocentas": 800, "novecentos": 900, "novecentas": 900, "quinhento": 500,
    "duzento": 200, "trezento": 300, "tresentos": 300, "trescentos": 300, "quatrosentos": 400, "quinentos": 500,
    "seissentos": 600, "seisentos": 600, "setessentos": 700, "oitosentos": 800, "novessentos": 900,
}  # fmt: skip
TENS: Final = {
    "vinte": 20, "trinta": 30, "quarenta": 40, "cinquenta": 50, "sessenta": 60, "setenta": 70, "oitenta": 80, "noventa": 90,
    "cincoenta": 50, "sincoenta": 50, "sinquenta": 50, "sesenta": 60, "quarenda": 40, "vinti": 20,
}  # fmt: skip
UNITS: Final = {
    "um": 1, "uma": 1, "hum": 1, "dois": 2, "duas": 2, "tres": 3, "treis": 3, "quatro": 4, "cinco": 5, "seis": 6, "sete": 7,
    "oito": 8, "nove": 9, "dez": 10, "onze": 11, "doze": 12, "treze": 13, "quatorze": 14, "catorze": 14, "quinze": 15,
    "dezesseis": 16, "dezasseis": 16, "dezeseis": 16, "dezessete": 17, "dezesete": 17, "dezoito": 18, "dezenove": 19,
}  # fmt: skip
SLANG: Final = {
    "dezinho": 10, "dezao": 10, "vintinho": 20, "vintao": 20, "trintinha": 30, "trintao": 30, "quarentinha": 40,
    "quarentao": 40,
    "cinquentinha": 50, "cinquentao": 50, "cinquentin": 50, "sessentinha": 60, "setentinha": 70,
    "oitentinha": 80,
    "noventinha": 90,
    "cenzinho": 100, "cemzinho": 100, "cenzao": 100, "cemzao": 100, "cenzim": 100, "duzentinho": 200, "duzentinhos": 200,
    "duzentao": 200, "trezentinho": 300, "trezentinhos": 300, "trezentao": 300, "quatrocentinhos": 400, "quinhentinho": 500,
    "quinhentinhos": 500, "quinhentao": 500, "oitocentinhos": 800, "milzinho": 1_000, "milzin": 1_000, "milao": 1_000,
    "cincao": 5,
}  # fmt: skip
"""Amounts that are money by their very form."""
SCALES: Final = {
    "mil": 1_000, "mill": 1_000, "k": 1_000, "milzinho": 1_000, "milzinhos": 1_000, "milao": 1_000, "miu": 1_000,
    "kk": 1_000_000,
    "mi": 1_000_000, "milhao": 1_000_000, "milhoes": 1_000_000, "milhaozinho": 1_000_000, "bilhao": 1_000_000_000,
    "bilhoes": 1_000_000_000,
}  # fmt: skip
_ARTICLES: Final = frozenset({"um", "uma", "hum"})
_ALONE: Final = frozenset({"mil"})
_WORDS: Final = "|".join(sorted({*HUNDREDS, *TENS, *UNITS, *SCALES, *SLANG, "meio"}, key=len, reverse=True))
_PIECE: Final = re.compile(
    rf"(?:(?<![^\W_])|(?<=\brs)|(?<=\dx))\d{{1,15}}(?:[.,]\d{{1,9}}){{0,5}}(?!\d)|(?<=\d)(?:mil|k|kk|mi|"
    rf"milhoes|milhao)\b|\b(?:{_WORDS})\b(?<!por cento)"
)
MOST_PIECES: Final = 120
"""Numbers that are read in one text: no message has more, and what has is no message."""
_TIMES_OR_CLOCK: Final = re.compile(
    r"\s*(?:x\b|vezes|parcelas|h\b|hs\b|hrs|horas?\b|dias?\b|mes|anos?\b|%|km|min|[a-z]+s\b)"
)
_AND_SOME: Final = frozenset({"e pouco", "e poucos", "e tantos", "e uns quebrados", "e la vai"})
_OWN_THOUSANDS: Final = re.compile(r"\s+(?:e\s+\w+\s+)?mil\b")
_GROUPED: Final = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?|\d{1,3}(?:,\d{3})+(?:\.\d{2})?")
_LEAST_ADDED_DIGITS: Final = 100


@dataclass(frozen=True, slots=True)
class Amount:
    """A number at `[start, end)`.

    `scale` is the multiplier spoken last (1 where none was), `digits` whether it began with digits, `written` its form: grouped
    ("45.000"), cents ("49,90"), decimal ("1.0"), fraction, plain, slang ("cinquentinha"), or "" for words; `article` says that it
    is only "um" or "uma".
    """

    start: int
    end: int
    value: float
    scale: int = 1
    digits: bool = False
    written: str = ""
    article: bool = False

    @property
    def mantissa(self) -> float:
        return self.value / self.scale

    @property
    def grouped_or_large(self) -> bool:
        """Whether it is written out in full, so that no multiplier said later can be meant for it."""
        return self.written in {"grouped", "cents"} or self.value >= 1_000  # noqa: PLR2004


def tidy(value: float) -> int | float:
    """Return a whole number as such, anything else to two places."""
    return int(value) if value == int(value) else round(value, 2)


def read_amounts(text: str) -> list[Amount]:
    """Return the numbers of a comparable text, in order; "um" and "uma" on their own are marked as articles."""
    found: list[Amount] = []
    open_: _Building | None = None
    for match in islice(_PIECE.finditer(text), MOST_PIECES):
        if open_ is not None and open_.extend(match, text):
            continue
        if open_ is not None:
            found.extend(open_.finished())
        open_ = _Building.begun(match)
    if open_ is not None:
        found.extend(open_.finished())
    return found


@dataclass(slots=True)
class _Building:
    """A number being put together: `total` is what multipliers closed, `group` what the next multiplier will multiply."""

    start: int
    end: int
    total: float
    group: float
    scale: int
    digits: bool
    written: str
    last: str

    @classmethod
    def begun(cls, match: re.Match[str]) -> _Building | None:
        piece = match.group()
        if piece[0].isdigit():
            value, written = _read_digits(piece)
            return None if value is None else cls(*match.span(), 0, value, 1, True, written, piece)
        if piece in SLANG:
            return cls(*match.span(), 0, SLANG[piece], 1, False, "slang", piece)
        if piece in SCALES:
            alone = piece in _ALONE
            return cls(*match.span(), 1_000, 0, 1_000, False, "", piece) if alone else None
        value = 0.5 if piece == "meio" else _word(piece)
        return cls(*match.span(), 0, value, 1, False, "", piece)

    def extend(self, match: re.Match[str], text: str) -> bool:
        """Take the next piece in, or say that it begins another number."""
        piece, gap = match.group(), text[self.end : match.start()]
        joined = gap.strip()
        if joined in _AND_SOME and piece in SCALES:
            return self._scaled(piece, match.end())
        if len(gap) > 4 or joined not in {"", "e"} or "\n" in gap:  # noqa: PLR2004
            return False
        if piece in SLANG and piece not in SCALES:
            return False
        if piece in SCALES:
            return not joined and self._scaled(piece, match.end())
        if piece[0].isdigit():
            return self._plus_digits(piece, joined, match, text)
        if piece == "meio":
            return (
                self._plus(self.scale / 2, piece, match.end())
                if joined and self.scale > 1 and not self.group
                else False
            )
        if self.scale == 1_000 and _OWN_THOUSANDS.match(text, match.end()):  # noqa: PLR2004
            return False
        return self._plus_word(piece, match.end())

    def _scaled(self, piece: str, end: int) -> bool:
        scale = SCALES[piece]
        if not self.group or (self.total and scale >= self.scale) or self.written == "grouped":
            return False
        self.total, self.group = self.total + self.group * scale, 0
        self.scale, self.end, self.last = scale, end, piece
        return True

    def _plus_digits(self, piece: str, joined: str, match: re.Match[str], text: str) -> bool:
        """ "2 mil e 300": digits join what a multiplier closed, unless they count something of their own."""
        value, _ = _read_digits(piece)
        follows = re.compile(r"\s?(?:mil|k|mi)\b").match(text, match.end())
        if value is None or not joined or self.group or self.scale == 1:
            return False
        if follows and self.scale >= 1_000_000:  # noqa: PLR2004
            self.group, self.end, self.last = value, match.end(), piece
            return True
        if follows or not _LEAST_ADDED_DIGITS <= value < self.scale or _TIMES_OR_CLOCK.match(text, match.end()):
            return False
        return self._plus(value, piece, match.end())

    def _plus_word(self, piece: str, end: int) -> bool:
        value = _word(piece)
        if self.digits and self.scale == 1:
            return False
        rest = self.group % 100
        fits = (
            not self.group
            if value >= 100  # noqa: PLR2004
            else rest == 0 and self.last != "meio"
            if value >= 10  # noqa: PLR2004
            else self.group % 10 == 0 and rest != 10  # noqa: PLR2004
        )
        fits = fits and (bool(self.group) or self.scale > 1) and self.group != 0.5  # noqa: PLR2004
        return self._plus(value, piece, end) if fits else False

    def _plus(self, value: float, piece: str, end: int) -> bool:
        self.group += value
        self.end, self.last = end, piece
        return True

    def finished(self) -> Iterator[Amount]:
        if self.last == "meio" and self.scale == 1:
            return
        article = not self.digits and self.total == 0 and self.last in _ARTICLES and self.group == 1
        yield Amount(self.start, self.end, self.total + self.group, self.scale, self.digits, self.written, article)


def _word(piece: str) -> int:
    return UNITS.get(piece) or TENS.get(piece) or HUNDREDS[piece]


def _read_digits(piece: str) -> tuple[float | None, str]:
    """Read digits as Brazilians write them: dots between thousands, a comma before cents."""
    if piece.isdigit():
        return float(piece), "plain"
    if _GROUPED.fullmatch(piece):
        comma = piece.rfind(",") > piece.rfind(".")
        if comma and len(piece) - piece.rfind(",") == 4:  # noqa: PLR2004
            return float(piece.replace(",", "")), "grouped"
        return float(
            piece.replace(".", "").replace(",", ".") if comma or "," not in piece else piece.replace(",", "")
        ), "grouped"
    head, mark, tail = piece.rpartition("," if "," in piece else ".")
    if not head.isdigit() or not tail.isdigit():
        return None, ""
    if mark == "." and len(tail) == 1 and len(head) == 1:
        return float(piece), "decimal"
    return float(f"{head}.{tail}"), "cents" if len(tail) == 2 else "fraction"  # noqa: PLR2004


def scaled_like(amount: Amount, other: Amount) -> Amount:
    """ "de 10 a 20 mil": the multiplier said last holds for both, where the smaller reads as the smaller with it."""
    if amount.scale == 1 and other.scale > 1 and amount.value < other.mantissa and amount.value < 1_000:  # noqa: PLR2004
        return replace(amount, value=amount.value * other.scale, scale=other.scale)
    return amount
