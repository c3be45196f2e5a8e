"""How is a text said formally, closely or in between?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Final, Literal

from recado.nlu.policies.protecting import kept_parts, touches
from recado.nlu.policies.wording import lines_of

Tone = Literal["neutral", "formal", "close"]
_LAUGHING: Final = re.compile(r"\s*\b(?:k{2,}|(?:rs){1,8}|(?:ha){2,8}h?|(?:he){2,8}h?)\b", re.IGNORECASE)
_SHOUTED: Final = re.compile(r"([!?])\1+")
_DRAWN: Final = re.compile(r"([aeiou])\1{2,}", re.IGNORECASE)
_BLANKS: Final = re.compile(r"[ \t]{2,}")
_BEFORE_SIGN: Final = re.compile(r"[ \t]+(?=[.,;:!?](?:\s|$))")
_LOST_SIGN: Final = re.compile(r",\s*(?=[.!?])|^[ \t]*,\s*", re.MULTILINE)
_OPENS: Final = re.compile(r"(?:^|[.!?\n]\s*)([a-zà-ÿ])")


def toned(text: str, tone: Tone, names: Sequence[str] = ()) -> str:
    """Return `text` in a tone; names, figures, dates and links stay as they are."""
    if tone != "close":
        text = _without_chat(text, names)
    pattern, becomes = _phrases(tone)
    kept = kept_parts(text, names)
    out: list[str] = []
    last = 0
    for found in pattern.finditer(text):
        if touches(found.span(), kept):
            continue
        out += [text[last : found.start()], _cased(becomes[found[0].lower()], found[0])]
        last = found.end()
    return text if not out else _tidied("".join([*out, text[last:]]), text)


def _without_chat(text: str, names: Sequence[str]) -> str:
    """Drop laughter, shouting signs and drawn out vowels."""
    for pattern, instead in ((_LAUGHING, ""), (_SHOUTED, r"\1"), (_DRAWN, r"\1")):
        text = _replaced(text, pattern, instead, names)
    return text


def _replaced(text: str, pattern: re.Pattern[str], instead: str, names: Sequence[str]) -> str:
    kept = kept_parts(text, names)
    return pattern.sub(lambda found: found[0] if touches(found.span(), kept) else found.expand(instead), text)


def _cased(phrase: str, like: str) -> str:
    return phrase[:1].upper() + phrase[1:] if like[0].isupper() else phrase


def _tidied(text: str, was: str) -> str:
    """Mend blanks and commas that a dropped phrase leaves, and the capital of a sentence that now begins otherwise."""
    text = _BLANKS.sub(" ", _BEFORE_SIGN.sub("", _LOST_SIGN.sub("", text))).strip()
    if was[:1].isupper():
        text = text[:1].upper() + text[1:]
    capitals = _OPENS.search(was) is None
    return _OPENS.sub(lambda found: found[0][:-1] + found[1].upper(), text) if capitals else text


@cache
def _phrases(tone: Tone) -> tuple[re.Pattern[str], dict[str, str]]:
    becomes: dict[str, str] = {}
    for line in lines_of("tones.txt"):
        tones, phrase, instead = (part.strip() for part in line.split("|"))
        if tone in tones.split(", "):
            becomes[phrase] = instead
    longest_first = sorted(becomes, key=lambda phrase: (-len(phrase), phrase))
    return re.compile("|".join(map(_bounded, longest_first)), re.IGNORECASE), becomes


def _bounded(phrase: str) -> str:
    first = r"(?<![\w-])" if phrase[0].isalnum() else ""
    last = r"(?![\w-])" if phrase[-1].isalnum() else ""
    return f"{first}{re.escape(phrase)}{last}"
