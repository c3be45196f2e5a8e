"""What did the person say, what did they take back, and what did they say no to?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from recado.flows.engine.answers.vocabulary import (
    CORRECTIONS,
    EMPTY_PHRASES,
    NEGATIONS,
    REFUSING,
    TURNS,
    WISHES,
)
from recado.flows.engine.folding import fold, words

_LONGEST = 500
_BREAKS = re.compile(r"[,;!?\n…()]+|\.{2,}|[.:](?=\s|$)|\s[-–—]+\s")
_GLUED = re.compile(r"(?<=\d)(?=[a-z])|(?<=[a-z])(?=\d)")
_RUN = re.compile(r"([a-z])\1{2,}")
_LEADING = re.compile(r"^0+(?=\d)")
_ORDINAL = re.compile(r"(\d)\s?[ºª°]")
_ALTERNATIVE = re.compile(r"\bou\b")
_NEAR = 2
"""Words after a no up to which a wish belongs to it: "não quero banho"."""


@dataclass(frozen=True, slots=True)
class Part:
    """Words between two breaths, and for each whether a no lies on it."""

    words: tuple[str, ...]
    denied: tuple[bool, ...]

    @property
    def kept(self) -> tuple[str, ...]:
        """The words that nothing denies."""
        return tuple(word for word, denied in zip(self.words, self.denied, strict=True) if not denied)


@dataclass(frozen=True, slots=True)
class Utterance:
    """A message taken apart; what the person corrected is gone."""

    parts: tuple[Part, ...]

    @property
    def words(self) -> tuple[str, ...]:
        """All words."""
        return tuple(word for part in self.parts for word in part.words)

    @property
    def kept(self) -> tuple[str, ...]:
        """The words that nothing denies."""
        return tuple(word for part in self.parts for word in part.kept)


@lru_cache(maxsize=1_024)
def read(text: str) -> Utterance:
    """Take a message apart: parts between breaths, without empty phrases and without what was taken back."""
    parts = [_words(part) for part in _BREAKS.split(_ORDINAL.sub(r"\1", text[:_LONGEST]))]
    parts = [part for part in (_without(part, EMPTY_PHRASES) for part in parts) if part]
    parts = _after_correction(parts)
    return Utterance(tuple(Part(tuple(part), tuple(_denied(part))) for part in parts))


def alternatives(text: str) -> list[str]:
    """The message cut at each "ou" that offers another thing: "banho ou tosa"; "ou melhor" takes back instead."""
    folded = fold(text[:_LONGEST])
    for phrase in ("ou melhor", "mais ou menos", "ou seja"):
        folded = folded.replace(phrase, phrase.replace("ou", "0u"))
    return [part.replace("0u", "ou") for part in _ALTERNATIVE.split(folded)]


def _words(text: str) -> list[str]:
    return [
        _LEADING.sub("", _RUN.sub(r"\1", one))
        for word in words(text)
        for one in (_GLUED.split(word) if not word.isalpha() else (word,))
    ]


def _without(said: list[str], phrases: Iterable[tuple[str, ...]]) -> list[str]:
    for phrase in phrases:
        at = _find(said, phrase)
        while at >= 0:
            said = said[:at] + said[at + len(phrase) :]
            at = _find(said, phrase)
    return said


def _after_correction(parts: list[list[str]]) -> list[list[str]]:
    """What stands behind the last correction; all of it where nothing does."""
    for number in range(len(parts) - 1, -1, -1):
        if 0 < number < len(parts) - 1 and set(parts[number]) == {"nao"}:
            return parts[number + 1 :]  # "banho… não, tosa"
        for phrase in CORRECTIONS:
            at = _find(parts[number], phrase)
            if at < 0:
                continue
            behind = [parts[number][at + len(phrase) :], *parts[number + 1 :]]
            behind = [part for part in behind if part]
            return behind or [*parts[:number], parts[number][:at]]
    return parts


def _find(said: Sequence[str], phrase: Sequence[str]) -> int:
    if phrase[0] not in said:
        return -1
    length = len(phrase)
    return next((at for at in range(len(said) - length + 1) if tuple(said[at : at + length]) == tuple(phrase)), -1)


def _denied(said: Sequence[str]) -> list[bool]:
    """A no lies on what follows it, up to a turn ("mas", "e sim") or a new wish; where only refusing follows, on all."""
    denied = [False] * len(said)
    since = -1
    for at, word in enumerate(said):
        if word in NEGATIONS:
            since = 0
            denied[at] = True
            continue
        if since >= 0:
            since += 1
            if word in TURNS or (word in WISHES and since > _NEAR):
                since = -1
        denied[at] = since >= 0
    first = next((at for at, word in enumerate(said) if word in NEGATIONS), len(said))
    # "banho não", "de manhã não posso"
    return [True] * len(said) if 0 < first < len(said) and REFUSING.issuperset(said[first + 1 :]) else denied
