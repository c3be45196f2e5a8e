"""What is a word of a message to the grammar, and what does a rule see of it?"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, NamedTuple

from recado.nlu.dates.halves import Opening
from recado.nlu.dates.tags import TAG, pattern, required, tags
from recado.nlu.dates.values import Clock, Days, Every, Hours, Length, Nothing, Part, Stretch, Time


class Item(NamedTuple):
    """A word, or what a rule made of several: its kind (a character of `tags`), what it stands for, and its place in the
    normalised text. `past` says that the verb beside it tells of the past."""

    tag: str
    value: Any
    start: int
    end: int
    word: str = ""
    past: bool = False


@dataclass(frozen=True, slots=True)
class Scene:
    """What every rule may know: the moment in the organization's zone, its hours, what was asked, and whether the message speaks
    of cars (whose years are no times)."""

    now: datetime
    opening: Opening
    asked: str = ""
    of_cars: bool = False


class Found:
    """What a rule found: the words of its named groups."""

    __slots__ = ("_kinds", "_match", "items")

    def __init__(self, match: re.Match[str], items: Sequence[Item], kinds: frozenset[str]) -> None:
        self._match = match
        self._kinds = kinds
        self.items = items

    def has(self, name: str) -> bool:
        """Whether a group took part."""
        return name in self._match.re.groupindex and self._match.start(name) >= 0

    def among(self, *names: str) -> bool:
        """Whether the message holds anything of these kinds."""
        return any(TAG[name] in self._kinds for name in names)

    def value(self, name: str, default: Any = None) -> Any:
        """Return what the first word of a group stands for."""
        at = self._match.start(name) if name in self._match.re.groupindex else -1
        return default if at < 0 else self.items[at].value

    def word(self, name: str) -> str:
        """Return the first word of a group as it was written; "" where there is none."""
        at = self._match.start(name) if name in self._match.re.groupindex else -1
        return "" if at < 0 else self.items[at].word

    def part(self, name: str) -> Sequence[Item]:
        """Return the words of a group."""
        if name not in self._match.re.groupindex:
            return ()
        start, end = self._match.span(name)
        return self.items[start:end] if start >= 0 else ()

    @property
    def whole(self) -> Sequence[Item]:
        """All words that were found."""
        return self.items[self._match.start() : self._match.end()]

    @property
    def past(self) -> bool:
        """Whether the first of them is told of the past; what something is set "for" is not."""
        return self.items[self._match.start()].past and not self.follows("PRA")

    def follows(self, *names: str, within: int = 2) -> bool:
        """Whether one of these kinds stands just before."""
        start = self._match.start()
        wanted = {TAG[name] for name in names}
        return any(item.tag in wanted for item in self.items[max(0, start - within) : start])

    def before(self, count: int = 1) -> Sequence[Item]:
        """Return the words just before."""
        start = self._match.start()
        return self.items[max(0, start - count) : start]

    def after(self, count: int = 1) -> Sequence[Item]:
        """Return the words just after."""
        end = self._match.end()
        return self.items[end : end + count]

    @property
    def alone(self) -> bool:
        """Whether it is the whole message."""
        return self._match.start() == 0 and self._match.end() == len(self.items)


Make = Callable[[Found, Scene], Any]


@dataclass(frozen=True, slots=True)
class Rule:
    """A sequence of kinds of words, and what it stands for: one of the `values`, or None where it is not what it seems."""

    pattern: re.Pattern[str]
    make: Make
    need: frozenset[str]


@dataclass(frozen=True, slots=True)
class Layer:
    """Rules that are tried together, earlier ones first; none where the message holds no word of the kinds they `need`."""

    need: frozenset[str]
    rules: tuple[Rule, ...]


def rule(text: str, make: Make) -> Rule:
    """Return the rule for a sequence of kinds (see `tags.pattern`); `make` gives one of the `values`, or None."""
    return Rule(pattern(text), make, required(text))


def layer(need: str, *rules: Rule) -> Layer:
    """Return the layer of some rules, each of which needs a word of one of the kinds that `need` names."""
    return Layer(tags(*need.split()), rules)


_KIND_OF: Final[dict[type, str]] = {
    Days: TAG["D"], Clock: TAG["C"], Hours: TAG["H"], Part: TAG["P"], datetime: TAG["I"], Stretch: TAG["V"], Length: TAG["L"],
    Every: TAG["R"], Time: TAG["T"], Nothing: TAG["X"],
}  # fmt: skip


def reduced(items: list[Item], layer: Layer, scene: Scene) -> list[Item]:
    """Return the items with every sequence that a rule knows made one; each rule from left to right."""
    kinds = frozenset([item.tag for item in items])
    rules = (
        []
        if layer.need.isdisjoint(kinds)
        else [one for one in layer.rules if not (one.need and one.need.isdisjoint(kinds))]
    )
    if not rules:
        return items
    line = "".join([item.tag for item in items])
    made: dict[int, tuple[int, Item]] = {}
    for one in rules:
        for match in one.pattern.finditer(line):
            start, end = match.span()
            value = _made(one, Found(match, items, kinds), scene) if start < end else None
            if value is None:
                continue
            tag = _KIND_OF[type(value)]
            made[start] = (end, Item(tag, value, items[start].start, items[end - 1].end, "", items[start].past))
            line = line[:start] + TAG["USED"] * (end - start) + line[end:]
    return _compacted(items, made) if made else items


def _made(one: Rule, found: Found, scene: Scene) -> Any:
    try:
        return one.make(found, scene)
    except (OverflowError, ValueError):
        # The calendar ends with the year 9999; what lies beyond is no time.
        return None


def _compacted(items: list[Item], made: dict[int, tuple[int, Item]]) -> list[Item]:
    out: list[Item] = []
    at = 0
    while at < len(items):
        if at in made:
            at, item = made[at]
            out.append(item)
        else:
            out.append(items[at])
            at += 1
    return out
