"""Which of several questions is asked now?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from recado.nlu.emoji import without_emoji
from recado.nlu.normal import normalise

_END: Final = re.compile(r"[.!?]+(?=\s|$)[ \t]*\n?|\n")
_NUMBER: Final = re.compile(r"(?:^|\s)\d{1,2}\.$", re.MULTILINE)
_LISTED: Final = re.compile(r"^\s*(?:[-•*]\s|\d{1,2}[.)]\s|\d\ufe0f?\u20e3)")
# Courtesies and tags that end in a question mark and ask nothing.
_COURTEOUS: Final = re.compile(
    r"(?:oi|ola|opa|e ai|bom dia|boa tarde|boa noite)?[ ,!]*(?:\w+[ ,!]+)?"
    r"(?:tudo (?:bem|bom|certo|joia)|como vai|como (?:voce )?esta|beleza)(?: (?:com (?:voce|vc)|por ai|ai))?\?+"
    r"|(?:.{0,80}[, ])?(?:ok|certo|combinado|ta|ta bom|tudo bem|ne|beleza|pode ser)\?+"
)
_CLOSING: Final = re.compile(
    r".*\b(?:algo mais|mais alguma coisa|mais alguma duvida|alguma duvida|outra coisa|ajudar em mais|ajudo em mais)\b.*"
)
_CHOICE: Final = re.compile(r".{0,60}\bou\b.{0,60}\?+")
_SHORT: Final = 8


@dataclass(frozen=True, slots=True)
class Asked:
    """A text with one question, and those that were held back for later."""

    text: str
    held: tuple[str, ...]


def one_at_a_time(text: str) -> Asked:
    """Keep the first question that asks something; "Manhã ou tarde?" right after it belongs to it.

    Statements, courtesies ("tudo bem?") and lists stay. An offer of further help gives way to any other question.
    """
    pieces = _sentences(text)
    asking = [index for index, piece in enumerate(pieces) if _asks(piece)]
    if len(asking) <= 1:
        return Asked(text, ())
    real = [index for index in asking if not _CLOSING.fullmatch(_plain(pieces[index]))] or asking
    kept = {real[0]}
    following = real[0] + 1
    if (
        following in asking
        and _CHOICE.fullmatch(_plain(pieces[following]))
        and len(pieces[following].split()) <= _SHORT
    ):
        kept.add(following)
    dropped = [index for index in asking if index not in kept]
    if not dropped:
        return Asked(text, ())
    left = "".join(_break_of(piece) if index in dropped else piece for index, piece in enumerate(pieces))
    return Asked(re.sub(r"\n{3,}", "\n\n", left).strip(), tuple(pieces[index].strip() for index in dropped))


def _sentences(text: str) -> list[str]:
    """The text in pieces, each up to the signs that end a sentence; the number of a list opens its piece."""
    ends = [
        found.end()
        for found in _END.finditer(text)
        if not _NUMBER.search(text, max(0, found.start() - 3), found.start() + 1)
    ]
    bounds = [0, *ends, len(text)]
    return [text[start:end] for start, end in pairwise(bounds) if end > start]


def _break_of(piece: str) -> str:
    return "\n" if piece.endswith("\n") else ""


def _plain(piece: str) -> str:
    return " ".join(normalise(without_emoji(piece).strip(" *_\n")).text.split())


def _asks(piece: str) -> bool:
    if "?" not in piece or _LISTED.match(piece) or "http" in piece:
        return False
    plain = _plain(piece)
    return plain.endswith("?") and not _COURTEOUS.fullmatch(plain)
