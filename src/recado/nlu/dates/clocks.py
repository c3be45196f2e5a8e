"""Which hours and parts of the day are named in a sentence?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from recado.nlu.dates.pieces import Clock, Side
from recado.nlu.dates.words import PARTS
from recado.nlu.numerals import alternatives, value_of

_HOUR: Final = rf"(?:[01]?\d|2[0-4]|{alternatives(1, 23)}|zero\s+hora|meio\s*-?\s*dia|meidia|meia\s*-?\s*noite)"
_MINUTES: Final = rf"(?:meia|tres\s+quartos|(?:um\s+)?quarto|{alternatives(1, 59)}|[0-5]?\d)"
PART_AFTER: Final = (
    r"(?:\s*,?\s*(?:d[ae]|pela|na|a)\s+(?P<part>madrugada|manha(?:zinha)?|tarde(?:zinha)?|noit(?:e|inha)))?"
)
_UNIT: Final = r"(?:h(?:s|rs?|r)?|horas?|horinhas?)\b"
HOUR_CORE: Final = (
    rf"(?P<h>{_HOUR})"
    rf"(?:\s*(?:[:h]|hs|hrs)\s*(?P<m>[0-5]\d)(?!\d)(?:\s*(?:min(?:utos?)?|hs?|hrs)\b)?|\s*(?P<u>{_UNIT}))?"
    rf"(?:\s+e\s+(?P<e>{_MINUTES})(?!\s*(?:{_UNIT}|[:/]|h\d|dias?|as\s))(?:\s*(?P<min>min(?:utos?|utinhos)?)\b)?)?"
    r"(?:\s+em\s+ponto)?"
)
_BEFORE: Final = (
    r"(?:\b(?:as|ass|a\s+partir\s+d[aeo]s?|pelas|umas|por\s+volta\s+d[aeo]s?|la\s+pel[ao]s|depois\s+d[aeo]s?|antes\s+d[aeo]s?|apos\s+as|ate\s+(?:as?|o)|ate|das|"
    r"pras|para\s+as|tipo(?:\s+as)?|la\s+pras|desde\s+as|ao|pro|no|a|@|as:)\s*)"
)
_CLOCK: Final = re.compile(rf"(?P<pre>{_BEFORE})?(?<![\d/.,])\b{HOUR_CORE}(?![\d/]|\.\d){PART_AFTER}")
_COUNTDOWN: Final = re.compile(
    rf"(?<!\bdas )(?<!\bde )(?<!\bda )(?:\bas\s+)?\b(?P<down>{alternatives(1, 59)}|[0-5]?\d|(?:um\s+)?quarto)"
    r"(?:\s*min(?:utos?|utinhos)?)?\s+(?:pr[ao]s?|para\s+(?:as?|o)|p/|pro|pra\s+as|para)\s+"
    rf"(?:as?\s+|o\s+)?(?P<h>{_HOUR})\s*(?:{_UNIT})?(?!\s*(?:pessoas|dias|/)){PART_AFTER}"
)
_LENGTH_BEFORE: Final = re.compile(
    r"(?:dur\w+|demor\w+|lev[ao]\w*|por|durante|cerca\s+de|mais\s+de|menos\s+de|em|ha|faz|daqui\s*(?:a|ha|h[aá])?|dentro\s+de|uns|umas|tem|sao|a\s+cada|cada|de|"
    r"esper\w+|quase|so|apenas|mais|gast\w+|precis\w+\s+de|no\s+maximo|no\s+minimo)\s*(?:uns|umas|so|quase)?\s*$"
)
_AFTER_BARE: Final = re.compile(
    r"\s*(?:$|[.,;:!?)\]}@#]|(?:d[aeo]|n[ao]|hoje|amanha|e|ou|ta|esta|pode|posso|podemos|consigo|para|pra|pro|com|em|por|se|ne|ok|certo|blz|beleza|mesmo|ja|que|mais|tem|da|fica|"
    r"vou|vamos|eu|nao|sim|ate|as|a|o|serve|seria|por\s+favor|pf|pfv|obrigad\w+|em\s+ponto|horas?|min\w*|la|ai|aqui|@\w*|combinado|confirmado|marcad\w+|show|perfeito|"
    r"otimo|quero|queria|gostaria|tb|tambem|tbm|vcs|voces?|vc|depois|antes|bom|entao|por\s+ai|pontual\w*|impreterivelmente)\b)"
)
_LENGTH_AFTER: Final = re.compile(
    r"\s*de\s+(?:duracao|espera|viagem|caminhada|aula|reuniao|consulta|atraso|voo|estrada|atendimento)\b"
)
_WORD_HOURS: Final = re.compile(r"meio|meia|meidia")
_NEXT_DAY: Final = 24
_FURTHEST: Final = 40
"""Minutes; nobody counts down from further away."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the day that was named: its hours `[first, end)`."""

    name: str
    first: int
    end: int
    at: tuple[int, int]


def read_clocks(text: str, *, dayed: bool) -> tuple[list[Clock], str]:
    """Return the hours that are named and the text without them. `dayed`: a day is named too, so a bare "10 horas" is an hour."""
    found: list[Clock] = []
    for match in list(_COUNTDOWN.finditer(text)):
        clock = _counted_down(match)
        if clock is not None:
            found.append(clock)
            text = _without(text, match)
    for match in list(_CLOCK.finditer(text)):
        if _is_hour(text, match, dayed=dayed):
            found.append(_clock(match))
            text = _without(text, match)
    return sorted(found, key=lambda one: one.at), text


def read_parts(text: str) -> tuple[list[Part], str]:
    """Return the parts of the day that are named and the text without them."""
    found: list[Part] = []
    for pattern, name, (first, end) in _PARTS:
        for match in list(pattern.finditer(text)):
            if name:
                found.append(Part(name, first, end, match.span()))
            text = _without(text, match)
    return sorted(found, key=lambda one: one.at), text


def _without(text: str, match: re.Match[str]) -> str:
    return text[: match.start()] + "~" * (match.end() - match.start()) + text[match.end() :]


def _clock(match: re.Match[str]) -> Clock:
    word = match["h"]
    minute = minutes_of(match["m"] or match["e"])
    exact = bool(match["m"] or match["e"])
    part = part_of(match["part"])
    hour, fixed = hour_of(word)
    return Clock(hour, minute, exact, part, match.span(), fixed, _side(match["pre"] or ""))


def _side(preposition: str) -> Side | None:
    for side, start in (
        (Side.UNTIL, "ate"),
        (Side.BEFORE, "antes"),
        (Side.SINCE, "a partir"),
        (Side.SINCE, "desde"),
        (Side.AFTER, "depois"),
        (Side.AFTER, "apos"),
    ):
        if preposition.lstrip().startswith(start):
            return side
    return None


def _counted_down(match: re.Match[str]) -> Clock | None:
    minutes = minutes_of(match["down"])
    hour, fixed = hour_of(match["h"])
    if not 1 <= minutes <= _FURTHEST or (hour == 0 and not fixed):
        return None
    return Clock(hour, -minutes, True, part_of(match["part"]), match.span(), fixed)


def hour_of(word: str) -> tuple[int, bool]:
    """Return the hour that a word or digits name, and whether it is one of a 24-hour clock."""
    if _WORD_HOURS.match(word):
        return (_NEXT_DAY if "noite" in word else 12), True
    if word.startswith("zero"):
        return 0, True
    return value_of(word) or 0, False


def minutes_of(word: str | None) -> int:
    """Return the minutes that a word or digits name; 0 for none."""
    if not word:
        return 0
    if word == "meia":
        return 30
    if "quarto" in word:
        return 45 if word.startswith("tres") else 15
    return value_of(word) or 0


def part_of(word: str | None) -> str:
    """Return the name of the part of the day beside an hour; "" for none."""
    if not word:
        return ""
    return next(name for name in ("madrugada", "manha", "tarde", "noite") if word.startswith(name[:4]))


def _is_hour(text: str, match: re.Match[str], *, dayed: bool) -> bool:
    word = match["h"]
    if _LENGTH_AFTER.match(text[match.end() :]):
        return False
    if _WORD_HOURS.match(word) or match["part"] or _is_all(text, match):
        return True
    preposition = (match["pre"] or "").strip()
    before = text[: match.start("h")]
    if match["m"]:
        return not (
            ":" not in match[0] and _LENGTH_BEFORE.search(text[: match.start()]) and not preposition and not dayed
        )
    if match["u"]:
        return _is_hour_with_unit(text, match, preposition, dayed=dayed)
    if preposition in {"", "a", "ao", "pro", "no", "ate", "tipo", "umas"}:
        if match["e"] == "meia" or match["min"]:
            return not _LENGTH_BEFORE.search(text[: match.start()] if preposition == "umas" else before)
        if not (dayed and preposition in {"ate", "tipo", "umas"}):
            return False
    return bool(_AFTER_BARE.match(text[match.end() :]))


def _is_all(text: str, match: re.Match[str]) -> bool:
    """Whether hours and minutes in words are the whole message: the answer to "what time?"."""
    return bool(match["e"]) and not text.replace(match[0], "").strip(" .!?,;")


def _is_hour_with_unit(text: str, match: re.Match[str], preposition: str, *, dayed: bool) -> bool:
    if preposition and preposition not in {"a", "no", "umas", "tipo"}:
        return True
    if _LENGTH_BEFORE.search(text[: match.start()]) or preposition == "umas":
        return False
    # "10h" is an hour of the clock more often than a length; "2 horas" only where a day or the question says so.
    compact = not (match["u"] or "").startswith("hor")
    return compact or dayed or (value_of(match["h"]) or 0) >= 7  # noqa: PLR2004


_PARTS: Final = tuple((re.compile(rf"\b(?:{pattern})"), name, hours) for pattern, name, hours in PARTS)
