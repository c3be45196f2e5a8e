"""Which words and figures does a message consist of, as far as times are concerned?"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import Any, Final

from recado.nlu.dates import lexicon, typos
from recado.nlu.dates.holidays import named_in
from recado.nlu.dates.items import Item
from recado.nlu.dates.tags import TAG, tags
from recado.nlu.normal import Normal

_SHORT: Final = "seg|ter|qua|qui|sex|sab|dom|jan|fev|mar|abr|mai|jun|jul|ago|set|out|nov|dez|min|hrs|prox"
_GLUED: Final = rf"min|mins|minutos?|m|horas?|dias?|semanas?|mes|meses|anos?|am|pm|[ap]\.m|segundos?|{_SHORT}"
_TOKEN: Final = re.compile(
    r"(?P<ymd>(?:19|20)\d{2}([-/.])\d{1,2}\2\d{1,2})(?:t(?=\d)|(?!\d))"
    r"|(?P<dmy>\d{1,2}\s?([-/.])\s?\d{1,2}\s?\4\s?(?:\d{4}|\d{2}))(?![\d:]|[-/.]\d)"
    r"|(?P<my>(?:0?[1-9]|1[0-2])/(?:19|20)\d{2})(?![\d/])"
    r"|(?P<dm>\d{1,2}\s?/\s?\d{1,2})(?!\d|/\d|\s?%)"
    r"|(?P<clk>\d{1,2}(?:hrs|hs|hr|h:|h\.|h|:)[0-5]\d(?::[0-5]\d(?:z\b|[+-]\d{2}:\d{2}\b)?)?|\d{1,2};[0-5]\d)(?!\d|[:/]\d)"
    r"(?:\s?(?:hrs|hs|hr|h|horas|minutos|mins|min|m)\b)?"
    # "as 1530": four figures are an hour where nothing is counted by them.
    r"|(?P<plain>(?<=\bas )(?:[01]\d|2[0-3])[0-5]\d)(?=(?:h|hs|hrs)?\s*(?:$|[.,;!?)]"
    r"|(?:d[ao]|na|no|pra|pro|por|pf|pfv|ok|com|e|ta|pode|tem|blz)\b|de\s(?:hoje|amanha|segun|ter|quar|quin|sex|sab|dom)))"
    r"(?:hrs|hs|h)?"
    r"|(?P<clkh>\d{1,2})\s?(?:hrs|hras|hr|hs|h)\b\.?"
    r"|(?P<dots>\d{1,2}\.[0-5]\d)(?!\d|[.,]\d|\s?(?:mil|k|reais|km|%))(?:\s?(?:hs|h)\b)?"
    r"|(?P<ord>\d{1,2}[oa]|[2-6](?=f\b))(?=[\s,.!?)-]|$|f\b)"
    r"|(?P<dec>\d+(?:[.,]\d+)+)"
    rf"|(?P<num>\d+)(?![\da-z])|(?P<unit>\d+)(?=(?:{_GLUED})(?![a-z]))|(?P<glued>\d+[a-z]\w*)"
    r"|(?P<now>(?:neste|nesse|este|esse)\s+(?:exato\s+)?(?:momento|instante)\b)|(?P<noon>meio\s*-?\s*dia\b)|"
    r"(?P<midnight>meia\s*-?\s*noite\b)"
    rf"|(?P<ampm>[ap]\.\s?m\b\.?)|(?P<word>(?:{_SHORT})\b\.?|p/|[a-z]+)|(?P<money>r\$|us\$|\$|€)|(?P<mark>[.,;:!?/\-%()@])"
)
_WORD: Final = re.compile(r"[a-z]+")
_MARKS: Final = {
    ".": "STOP", "!": "STOP", "?": "STOP", ";": "STOP", ",": "COMMA", "-": "DASH", "/": "SLASH", ":": "COLON",
    "%": "PCT", "(": "COMMA", ")": "COMMA", "@": "AS",
}  # fmt: skip
_FEIRAS: Final = ("segunda", "terca", "quarta", "quinta", "sexta")
_FEIRA: Final = re.compile(r"\s*-?\s*f(?:eira|era|ra)s?\b")
_THOUSAND: Final = 1_000
_MOST: Final = 400
"""Words and figures: as many as the longest text that is searched holds, if they are words."""


def items_of(normal: Normal, masked: str) -> list[Item]:
    """Return the items of a message. `masked` is its normalised text, what is no time made unreadable."""
    found = _with_numbers(list(islice(_raw(normal, masked), _MOST)))
    return _with_tenses([_after_number(found, at) for at in range(len(found))])


def _after_number(items: list[Item], at: int) -> Item:
    """ "30 seg" and "um segundo" are seconds, where the words by themselves are Monday and an ordinal."""
    item = items[at]
    if at and item.word in {"seg", "segundo"} and items[at - 1].tag in tags("COUNT"):
        after = items[at + 1].tag if at + 1 < len(items) else TAG["STOP"]
        if item.word == "seg" or after in tags("STOP", "COMMA", "ATRAS", "ANTES", "DEPOIS", "E"):
            return item._replace(tag=TAG["SEC"], value=None)
    return item


def number_tag(number: int, *, figures: int = 0) -> str:
    """Return the kind of a number by how large it is, so that rules can ask for an hour or a day."""
    for most, name in ((0, "N0"), (12, "N12"), (24, "N24"), (31, "N31"), (59, "N59"), (99, "N99"), (999, "N999")):
        if number <= most:
            return TAG[name]
    return TAG["YEAR" if 1900 <= number <= 2099 and figures in {0, 4} else "BIG"]  # noqa: PLR2004


def _raw(normal: Normal, text: str) -> Iterator[Item]:
    holidays = named_in(text, _WORD.findall(text))
    at = 0
    while at < len(text):
        holiday = holidays.get(at)
        if holiday is not None:
            yield Item(TAG["HOL"], holiday[1], at, holiday[0], text[at : holiday[0]])
            at = holiday[0]
            continue
        match = _TOKEN.match(text, at)
        if match is None:
            if text[at] == "#" and not text.startswith("##", at - 1):
                yield Item(TAG["X"], None, at, at + 1)
            at += 1
            continue
        yield _item(normal, text, match)
        at = match.end()


def _item(normal: Normal, text: str, match: re.Match[str]) -> Item:
    kind = match.lastgroup or ""
    start, end = match.span()
    if kind == "word":
        return _word(normal, text, match)
    if kind == "mark":
        return Item(TAG[_MARKS[match[0]]], None, start, end, match[0])
    figures = match[kind]
    tag, value = _FIGURES[kind](figures)
    return Item(tag, value, start, end, figures)


def _word(normal: Normal, text: str, match: re.Match[str]) -> Item:
    word, (start, end) = match["word"].rstrip("./"), match.span()
    if word.endswith("feira") and word.removesuffix("feira") in _FEIRAS:  # "segundafeira"
        word = word.removesuffix("feira")
    if _FEIRA.match(text, end) and word not in lexicon.VALUES:
        close = difflib.get_close_matches(word, _FEIRAS, 1, 0.6)
        word = close[0] if close else word
    known = _dictionary().get(word)
    if known is None:
        if text[end : end + 1].isdigit():
            return Item(TAG["X"], None, start, end, word)
        word = typos.meant(word) or word
        known = _dictionary().get(word)
    if known is None:
        return Item(_unknown(word), None, start, end, word)
    if word == "domingos" and start and normal.original[normal.places[start]].isupper():
        return Item(TAG["X"], None, start, end, word)
    if word == "maio" and normal.had(start + 3, "ôÔ"):
        return Item(TAG["X"], None, start, end, word)
    return Item(known[0], known[1], start, end, _accented(normal, start, word))


_PAST: Final = re.compile(r"\w{3,}(?<!ar)(?<!er)(?<!ir)ei|\w{3,}(?:ou|aram|eram|iram)|\w{4,}eu|\w{2,}iu")
_NO_VERB: Final = lexicon.words(
    "museu europeu judeu trofeu ateu plebeu liceu camafeu fechou demorou rolou partiu sextou ficou bateu combinou"
)


def _unknown(word: str) -> str:
    """The kind of a word that is in no list: a verb of the past by its ending ("retirei", "consultou"), else any word."""
    return TAG["VP" if _PAST.fullmatch(word) and word not in _NO_VERB else "X"]


def _accented(normal: Normal, start: int, word: str) -> str:
    """Keep the accent where it tells "às" from "as", "à" from "a" and March from a man called Marco."""
    if word == "e" and normal.had(start, "éÉ"):
        return "é"
    if word == "marco" and normal.had(start + 3, "çÇ"):
        return "março"
    return "à" + word[1:] if word in {"a", "as"} and normal.had(start, "àÀáÁ") else word


@cache
def _dictionary() -> dict[str, tuple[str, Any]]:
    found: dict[str, tuple[str, Any]] = {}
    for name, words in lexicon.KINDS.items():
        for word in words.split():
            found[word] = (TAG[name], lexicon.VALUES.get(word))
    for word, number in lexicon.ORDINALS.items():
        found[word] = (TAG["ORD"], number)
    for word, number in lexicon.NUMBERS.items():
        found[word] = (TAG["UM"] if number == 1 else TAG["DEZ"] if number == 10 else number_tag(number), number)  # noqa: PLR2004
    return found


def _date(figures: str) -> tuple[str, tuple[int, int, int | None]]:
    parts = [int(part) for part in re.split(r"\s?[-/.]\s?", figures)]
    year = parts[2] if len(parts) > 2 else None  # noqa: PLR2004
    return TAG["DMY"], (parts[0], parts[1], year)


def _year_first(figures: str) -> tuple[str, tuple[int, int, int | None]]:
    year, month, day = (int(part) for part in re.split(r"[-/.]", figures))
    return TAG["DMY"], (day, month, year)


def _month_and_year(figures: str) -> tuple[str, tuple[int, int]]:
    month, year = figures.split("/")
    return TAG["MY"], (int(month), int(year))


def _clock(figures: str) -> tuple[str, tuple[int, int, int]]:
    parts = [int(part) for part in re.findall(r"\d+", re.split("[+-]", figures)[0])]
    return TAG["CLK" if parts[0] <= 24 else "X"], (parts[0], parts[1], parts[2] if len(parts) > 2 else 0)  # noqa: PLR2004


def _hour(figures: str) -> tuple[str, int]:
    return TAG["CLKH"], int(figures)


def _dotted(figures: str) -> tuple[str, tuple[int, int, int]]:
    hour, minute = figures.split(".")
    return TAG["DOTS" if int(hour) <= 24 else "DEC"], (int(hour), int(minute), 0)  # noqa: PLR2004


def _ordinal(figures: str) -> tuple[str, int]:
    number = int(figures.rstrip("oa"))
    if not figures.endswith("o") and 2 <= number <= 6:  # noqa: PLR2004
        return TAG["OA"], number - 2
    return TAG["ORD"], number


def _decimal(figures: str) -> tuple[str, float | None]:
    plain = figures.replace(",", ".")
    return (TAG["DEC"], float(plain)) if plain.count(".") == 1 and len(plain) <= 8 else (TAG["X"], None)  # noqa: PLR2004


def _number(figures: str) -> tuple[str, int | None]:
    if len(figures) > 5:  # noqa: PLR2004
        return TAG["X"], None
    number = int(figures)
    return number_tag(number, figures=len(figures)), number


def _nothing(_: str) -> tuple[str, None]:
    return TAG["X"], None


def _plain_clock(figures: str) -> tuple[str, tuple[int, int, int]]:
    return TAG["CLK"], (int(figures[:2]), int(figures[2:]), 0)


def _half_of_day(letters: str) -> tuple[str, int]:
    return TAG["AMPM"], 12 if letters[0] == "p" else 0


def _currency(_: str) -> tuple[str, None]:
    return TAG["CUR"], None


def _noon(_: str) -> tuple[str, int]:
    return TAG["MEIODIA"], 12


def _now(_: str) -> tuple[str, None]:
    return TAG["AGORA"], None


def _midnight(_: str) -> tuple[str, int]:
    return TAG["MEIANOITE"], 24


_FIGURES: Final = {
    "ymd": _year_first, "dmy": _date, "my": _month_and_year, "dm": _date, "clk": _clock, "plain": _plain_clock,
    "clkh": _hour, "dots": _dotted, "ord": _ordinal, "dec": _decimal, "num": _number, "unit": _number, "glued": _nothing,
    "ampm": _half_of_day, "money": _currency, "noon": _noon, "now": _now, "midnight": _midnight,
}  # fmt: skip


def _with_numbers(items: list[Item]) -> list[Item]:
    """Join what is one number in several words: "vinte e três", "dois mil e dezesseis", "mil novecentos e noventa"."""
    out: list[Item] = []
    at = 0
    while at < len(items):
        end, number = _spoken(items, at)
        if end - at > 1:
            out.append(Item(number_tag(number), number, items[at].start, items[end - 1].end, "#"))
        else:
            out.append(items[at])
        at = end
    return out


def _spoken(items: list[Item], at: int) -> tuple[int, int]:
    """Return where the number that begins at `at` ends, and what it is."""
    whole = rest = 0
    end, least = at, 1_000
    while end < len(items):
        joined = end + 1 if end > at and items[end].word == "e" else end
        value = _word_value(items[joined]) if joined < len(items) else None
        if value is None or (value >= least and value != _THOUSAND) or (value == _THOUSAND and whole):
            break
        if value == _THOUSAND:
            whole, rest, least = (rest or 1) * value, 0, value
        else:
            rest += value
            # After the hundreds come tens, after the tens what is less than ten: "vinte e quinze" are two numbers.
            least = 100 if value >= 100 else 10 if value >= 20 else 1  # noqa: PLR2004
        end = joined + 1
    return max(end, at + 1), whole + rest


def _word_value(item: Item) -> int | None:
    return _THOUSAND if item.word == "mil" else lexicon.NUMBERS.get(item.word) or None


def _with_tenses(items: list[Item]) -> list[Item]:
    """Mark the items whose verb tells of the past: the nearest one before in the sentence, else the nearest after."""
    past, present, stop = TAG["VP"], tags("VN", "TEM", "MOVE"), TAG["STOP"]
    if not any(item.tag == past for item in items):
        return items
    marks: list[bool | None] = []
    now: bool | None = None
    for item in items:
        now = (
            None
            if item.tag == stop
            else False
            if item.word == "é"
            else True
            if item.tag == past
            else False
            if item.tag in present
            else now
        )
        marks.append(now)
    ahead: bool | None = None
    stops = tags("STOP", "QUE")
    for at in range(len(items) - 1, -1, -1):
        tag = items[at].tag
        done = at > 0 and items[at - 1].word == "ja"
        ahead = (
            None
            if tag in stops or (tag == past and done)
            else True
            if tag == past
            else False
            if tag in present
            else ahead
        )
        if marks[at] is None:
            marks[at] = ahead
    return [item._replace(past=True) if mark else item for item, mark in zip(items, marks, strict=True)]
