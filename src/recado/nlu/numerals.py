"""Which number does a word say?"""

from __future__ import annotations

from typing import Final

UNITS: Final = {
    "zero": 0, "um": 1, "uma": 1, "dois": 2, "duas": 2, "tres": 3, "quatro": 4, "cinco": 5, "seis": 6, "sete": 7, "oito": 8,
    "nove": 9, "dez": 10, "onze": 11, "doze": 12, "treze": 13, "quatorze": 14, "catorze": 14, "quinze": 15, "dezesseis": 16,
    "dezasseis": 16, "dezessete": 17, "dezoito": 18, "dezenove": 19,
}  # fmt: skip
TENS: Final = {
    "vinte": 20,
    "trinta": 30,
    "quarenta": 40,
    "cinquenta": 50,
    "sessenta": 60,
    "setenta": 70,
    "oitenta": 80,
    "noventa": 90,
}
WORDS: Final = {
    **UNITS,
    **TENS,
    **{f"{ten} e {unit}": value + more for ten, value in TENS.items() for unit, more in UNITS.items() if 0 < more < 10},  # noqa: PLR2004
    "cem": 100,
}
"""Every number up to a hundred, as it stands after normalising."""


def alternatives(least: int, most: int) -> str:
    """Return a pattern of the words from `least` to `most`, the longest first."""
    found = [word for word, value in WORDS.items() if least <= value <= most]
    return "|".join(sorted((word.replace(" ", r"\s+") for word in found), key=len, reverse=True))


def value_of(text: str) -> int | None:
    """Return the number that digits or a word say; None for anything else."""
    stripped = " ".join(text.split())
    return int(stripped) if stripped.isascii() and stripped.isdigit() else WORDS.get(stripped)
