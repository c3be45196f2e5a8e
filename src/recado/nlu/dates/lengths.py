"""How long, and how far from now in hours and minutes?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from recado.nlu.dates.words import NUMBER
from recado.nlu.numerals import value_of

_HOURS: Final = r"(?:h(?:s|rs?|r)?|horas?|horinhas?)\b"
_MINUTES: Final = r"(?:min(?:uto|utinho|utim)?s?|m)\b"
_TIME: Final = (
    rf"(?:(?P<half>meia\s+(?:hora|horinha|h)\b)|(?P<ehalf>(?:uma\s+)?hora\s+e\s+meia)|"
    rf"(?P<h>{NUMBER})\s*{_HOURS}(?:\s*(?:e\s+)?(?P<hm>meia|{NUMBER})(?:\s*{_MINUTES})?(?!\s*(?:dias?|h|/)))?|(?P<c>\d{{1,2}})\s*h\s*(?P<cm>[0-5]\d)\b(?:\s*min)?|(?P<q>tres\s+quartos\s+de\s+hora|um\s+quarto\s+de\s+hora)|(?P<m>{NUMBER})\s*{_MINUTES})"
)
_ABOUT: Final = r"(?:uns|umas|mais\s+ou\s+menos|cerca\s+de|so|quase|apenas)?\s*"
_AHEAD: Final = re.compile(rf"\b(?:daqui\s*(?:a|ha|h[aá]|em|uns|umas)?|dentro\s+de|em)\s*{_ABOUT}{_TIME}(?!\s+de\s+\w)")
_AGO: Final = re.compile(
    rf"\b(?:ha|faz|tem)\s+{_ABOUT}{_TIME}(?!\s+que\s+n)|\b{_TIME.replace('?P<', '?P<b_')}\s+atras\b"
)
_LENGTH: Final = re.compile(rf"\b{_TIME}")
_CALENDAR: Final = re.compile(
    rf"\b(?P<n>{NUMBER}|um|uma|meio)\s+(?P<unit>dias?|diazinhos|semanas?|semaninhas?|mes(?:es)?|anos?)\b(?P<half>\s+e\s+mei[oa])?(?:\s+uteis)?"
)


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time as it was said; `iso` is its ISO 8601 duration."""

    iso: str
    at: tuple[int, int]


@dataclass(frozen=True, slots=True)
class FromNow:
    """A moment counted from now."""

    by: timedelta
    at: tuple[int, int]


def read_from_now(text: str) -> FromNow | None:
    """ "daqui a meia hora", "há duas horas", "40 minutos atrás"; None where nothing is counted from now."""
    for pattern, sign in ((_AHEAD, 1), (_AGO, -1)):
        match = pattern.search(text)
        if match:
            named = {name.removeprefix("b_"): value for name, value in match.groupdict().items() if value}
            return FromNow(sign * timedelta(minutes=_in_minutes(named)), match.span())
    return None


def read_length(text: str) -> Length | None:
    """Return the first length of time; None where there is none."""
    clock, days = _LENGTH.search(text), _CALENDAR.search(text)
    if clock and not (days and days.start() < clock.start()):
        named = {name: value for name, value in clock.groupdict().items() if value}
        return Length(_iso_of_minutes(_in_minutes(named)), clock.span())
    return Length(_iso_of_days(days), days.span()) if days else None


def _in_minutes(named: dict[str, str]) -> int:
    if "half" in named:
        return 30
    if "ehalf" in named:
        return 90
    if "q" in named:
        return 45 if named["q"].startswith("tres") else 15
    if "c" in named:
        return int(named["c"]) * 60 + int(named["cm"])
    if "h" in named:
        more = named.get("hm", "")
        return _count(named["h"]) * 60 + (30 if more == "meia" else _count(more) if more else 0)
    return _count(named.get("m", "0"))


def _count(word: str) -> int:
    return 1 if word in {"um", "uma"} else value_of(word) or 0


def _iso_of_minutes(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    return "PT" + (f"{hours}H" if hours else "") + (f"{rest}M" if rest or not hours else "")


def _iso_of_days(match: re.Match[str]) -> str:
    unit, half = match["unit"][0], bool(match["half"])
    if match["n"] == "meio":
        return {"d": "PT12H", "m": "P15D", "a": "P6M"}.get(unit, "P3D")
    count = _count(match["n"])
    if half:
        whole = {"d": f"P{count}DT12H", "s": f"P{count * 7 + 3}DT12H", "m": f"P{count}M15D", "a": f"P{count * 12 + 6}M"}
        return whole[unit]
    return f"P{count}" + {"d": "D", "s": "W", "m": "M", "a": "Y"}[unit]
