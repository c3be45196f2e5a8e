"""Which value does an unquoted word of YAML stand for, and when must a text be quoted?

Fewer words have a meaning than in YAML 1.1: `não`, `no`, `sim`, `on`, `21:30`, `007` and `2026-12-25` are texts, as the
person who wrote them meant; only numbers, `true`, `false` and `null` are not.
"""

from __future__ import annotations

import json
import math
import re

Scalar = str | int | float | bool | None

_WORDS: dict[str, Scalar] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip
_INTEGER = re.compile(r"[-+]?(?:0|[1-9]\d*)", re.ASCII)
_FLOAT = re.compile(r"[-+]?(?:(?:0|[1-9]\d*)?\.\d+(?:[eE][-+]?\d+)?|[1-9]\d*[eE][-+]?\d+)", re.ASCII)
_LONGEST_NUMBER = 40
_OTHERS = re.compile(
    # What other readers of YAML take for something else than text; quoted, it is text for all of them.
    r"y|n|yes|no|on|off|true|false|null|~|=|<<"
    r"|[-+]?\.?\d[\d_.,:]*(?:e[-+]?\d*)?|[-+]?0[box][\da-f_]*|[-+]?\.(?:inf|nan)|\d+-\d+-\d+(?:[t ].*)?",
    re.IGNORECASE | re.ASCII,
)
_PLAIN = re.compile(r"[^\W_][^\n\t]*|_\w+")
_HIDDEN = re.compile(
    # Controls, blanks that look like others, marks of order and direction: in a review they must be seen.
    "[\x00-\x08\x0b-\x1f\x7f-\xa0\xad\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff\ufffe\uffff]"
)
_ESCAPED = re.compile("[\x7f-\xa0\xad\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff\ufffe\uffff]")


def resolve(word: str) -> Scalar:
    """The value of an unquoted word."""
    if word in _WORDS:
        return _WORDS[word]
    if len(word) <= _LONGEST_NUMBER:
        if _INTEGER.fullmatch(word):
            return int(word)
        if _FLOAT.fullmatch(word) and math.isfinite(number := float(word)):
            return number
    return word


def written(value: Scalar, *, inside_flow: bool) -> str:
    """A scalar on one line; quoted where it would be read as something else. `inside_flow`: between `{}` or `[]`."""
    if isinstance(value, str):
        return value if is_plain(value, inside_flow=inside_flow) else quoted(value)
    if value is None:
        return "null"
    return str(value).lower() if isinstance(value, bool) else repr(value)


def is_plain(text: str, *, inside_flow: bool) -> bool:
    """May the text stand without quotes, for this reader and any other?"""
    if not _PLAIN.fullmatch(text) or _OTHERS.fullmatch(text) or _HIDDEN.search(text):
        return False
    if text != text.strip() or ": " in text or " #" in text or text.endswith(":"):
        return False
    return not (inside_flow and any(mark in text for mark in ",[]{}:"))


def quoted(text: str) -> str:
    """The text between double quotes, with whatever cannot be seen written as its number."""
    return _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(text, ensure_ascii=False))


def fits_block(text: str) -> bool:
    """May a text of several lines stand as a block, each line on its own, and come back as it was?"""
    if "\n" not in text or text[0].isspace() or text.endswith("\n\n") or _HIDDEN.search(text) or "\t" in text:
        return False
    return all(line == line.rstrip() for line in text.split("\n"))
