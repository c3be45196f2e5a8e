"""Which phrases may stand for one another, and which say that something is said again?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class Leads:
    """Openings that tell that this has been said, or asked, before."""

    told: tuple[str, ...]
    asked: tuple[str, ...]

    @property
    def all(self) -> tuple[str, ...]:
        return (*self.told, *self.asked)


@dataclass(frozen=True, slots=True)
class Synonyms:
    """`pattern` finds any phrase, the longest first; `others` gives for one in lower case those that may stand for it, `first`
    the first of its group."""

    pattern: re.Pattern[str]
    others: dict[str, tuple[str, ...]]
    first: dict[str, str]


@cache
def leads() -> Leads:
    """Return the openings of the package."""
    rows = [line.split(" ", 1) for line in lines_of("leads.txt")]
    return Leads(tuple(lead for kind, lead in rows if kind == "."), tuple(lead for kind, lead in rows if kind == "?"))


@cache
def synonyms() -> Synonyms:
    """Return the groups of the package; where a phrase stands in two groups, the first wins."""
    others: dict[str, tuple[str, ...]] = {}
    first: dict[str, str] = {}
    for line in lines_of("synonyms.txt"):
        group = [phrase.strip() for phrase in line.split("|")]
        for phrase in group:
            first.setdefault(phrase.lower(), first.get(group[0].lower(), group[0]))
            others.setdefault(phrase.lower(), tuple(other for other in group if other != phrase))
    longest_first = sorted(others, key=lambda phrase: (-len(phrase), phrase))
    return Synonyms(re.compile("|".join(_bounded(phrase) for phrase in longest_first), re.IGNORECASE), others, first)


@cache
def lowered() -> frozenset[str]:
    """Return the words that are surely no names, and so lose their capital where they no longer open a sentence."""
    return frozenset(lines_of("lowered.txt"))


def lines_of(name: str) -> tuple[str, ...]:
    """Return the lines of a file of `data/policies` that say something."""
    text = resources.files("recado.nlu").joinpath("data", "policies", name).read_text("utf-8")
    return tuple(line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#"))


def _bounded(phrase: str) -> str:
    last = r"(?!\w)" if phrase[-1].isalnum() else ""
    return rf"(?<!\w){re.escape(phrase)}{last}"
