"""Which bot answers a message that begins a conversation?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from recado.flows.engine.folding import words


@dataclass(frozen=True, slots=True)
class Candidate:
    """A bot as routing sees it: its id and the words that call it. A paused one is never chosen."""

    id: str
    keywords: tuple[str, ...] = ()
    active: bool = True


@dataclass(frozen=True, slots=True)
class Chosen:
    """The bot that answers and why: a keyword (which one), the number's default, the organization's fallback.

    `bot` is empty where none of them is there: a person answers.
    """

    bot: str
    reason: Literal["keyword", "default", "fallback", "none"]
    keyword: str = ""


def choose_bot(bots: Sequence[Candidate], text: str, *, default: str, fallback: str) -> Chosen:
    """Choose by keyword, else the number's default, else the organization's fallback; empty names mean none.

    A keyword calls where its words stand in the text in a row, whatever the case and accents. The longest one wins,
    then the one that stands first in the text, then the bot that stands first in the list.
    """
    active = {bot.id for bot in bots if bot.active}
    called = _by_keyword((bot for bot in bots if bot.active), words(text[:4_096]))
    if called is not None:
        return called
    if default in active:
        return Chosen(default, "default")
    if fallback in active:
        return Chosen(fallback, "fallback")
    return Chosen("", "none")


def _by_keyword(bots: Iterable[Candidate], said: list[str]) -> Chosen | None:
    best: tuple[tuple[int, int], Chosen] | None = None
    for bot in bots:
        for keyword in bot.keywords:
            sought = words(keyword)
            at = _position(sought, said)
            if at >= 0 and (best is None or (len(sought), -at) > best[0]):
                best = ((len(sought), -at), Chosen(bot.id, "keyword", keyword))
    return best[1] if best else None


def _position(sought: list[str], said: list[str]) -> int:
    """Where the words begin in the text; -1 where they do not stand in a row."""
    if not sought:
        return -1
    return next((at for at in range(len(said) - len(sought) + 1) if said[at : at + len(sought)] == sought), -1)
