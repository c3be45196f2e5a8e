"""What does a sentence say about when?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from recado.nlu.dates.choosing import choose, limits_of
from recado.nlu.dates.clocks import Part, read_clocks, read_parts
from recado.nlu.dates.days import read_days
from recado.nlu.dates.halves import Opening, minutes_into_day
from recado.nlu.dates.lengths import read_from_now, read_length
from recado.nlu.dates.masks import masked
from recado.nlu.dates.pieces import ONE_DAY, Clock, Context, Days, Side
from recado.nlu.dates.ranges import ClockRange, read_range
from recado.nlu.dates.words import PAST_VERBS
from recado.nlu.models import NO_TIME, Grain, Kind, When
from recado.nlu.normal import Normal, normalise

_PAST: Final = re.compile(PAST_VERBS)
_DAY_MINUTES: Final = 24 * 60
DEFAULT_OPENING: Final = Opening(8, 18)


@dataclass(frozen=True, slots=True)
class _Scene:
    """Everything that was found in one sentence."""

    now: datetime
    opening: Opening
    past: bool
    days: Days | None
    side: Side | None
    parts: Sequence[Part]

    @property
    def part(self) -> str:
        return self.parts[0].name if self.parts else ""

    def at(self, day: date, minutes: int) -> datetime:
        """The instant `minutes` into a day of the organization."""
        midnight = datetime.combine(day + timedelta(days=minutes // _DAY_MINUTES), datetime.min.time(), self.now.tzinfo)
        return midnight + timedelta(minutes=minutes % _DAY_MINUTES)

    def minutes(self, clock: Clock) -> int:
        return minutes_into_day(clock, self.part, self.opening)

    def day_of(self, minutes: int) -> date:
        """The day named, or the one on which the clock shows this next (last, where the sentence tells of the past)."""
        if self.days is not None:
            return self.days.first
        today = self.now.date()
        ahead = self.at(today, minutes) > self.now
        if self.past:
            return today - ONE_DAY if ahead else today
        return today if ahead else today + ONE_DAY


def read_when(text: str, reference: datetime, opening: Opening = DEFAULT_OPENING) -> When:
    """Read the time that a message names, as people in Brazil mean it.

    `reference` is the moment it was sent, in the organization's time zone; `opening` are the hours between which an hour without
    its half of the day falls. Nothing is raised; a message without a time gives `NO_TIME`.
    """
    normal = normalise(text)
    plain = masked(normal.text)
    past = bool(_PAST.search(plain))
    from_now = read_from_now(plain)
    if from_now is not None:
        value = (reference + from_now.by).replace(second=0, microsecond=0)
        return When(Kind.INSTANT, value=value, grain=Grain.MINUTE, spans=(normal.span(*from_now.at),))
    named, rest = read_days(plain, Context(reference.date(), past))
    hours, rest = read_range(rest, dayed=bool(named))
    parts_known = bool(re.search(r"\b(?:manha|tarde|noite|cedo)\b", rest))
    clocks, rest = read_clocks(rest, dayed=bool(named) or parts_known)
    parts, rest = read_parts(rest)
    days = choose(named, plain)
    side = None if days is None else limits_of(days, plain)
    scene = _Scene(reference, opening, past, days, side, parts)
    spans = tuple(normal.span(*one.at) for one in (days, hours, *clocks[:1], *parts[:1]) if one is not None)
    found = _decide(scene, hours, clocks)
    if found is None:
        return _length(rest, plain, normal)
    repeats = days.repeats if days is not None else ""
    return When(found.kind, found.value, found.start, found.end, "", found.grain, spans, repeats)


def _decide(scene: _Scene, hours: ClockRange | None, clocks: Sequence[Clock]) -> When | None:
    wide = scene.days is not None and not scene.days.single
    if hours is not None and not wide:
        return _between(scene, hours)
    if clocks and not wide:
        return _clock(scene, _beside(scene.days, clocks))
    if scene.parts and not wide:
        return _part(scene)
    return _days(scene) if scene.days is not None else None


def _beside(days: Days | None, clocks: Sequence[Clock]) -> Clock:
    """The hour that goes with the day: the one said after it, else the first of all."""
    later = [one for one in clocks if days is not None and one.at > days.at]
    return (later or list(clocks))[0]


def _length(rest: str, plain: str, normal: Normal) -> When:
    length = read_length(plain if "@" not in rest else rest)
    return NO_TIME if length is None else When(Kind.DURATION, duration=length.iso, spans=(normal.span(*length.at),))


def _between(scene: _Scene, hours: ClockRange) -> When:
    first, last = _with_shared_part(hours)
    start, end = scene.minutes(first), scene.minutes(last)
    if end <= start and not last.part and end + 12 * 60 <= _DAY_MINUTES:
        end += 12 * 60
    elif end <= start:
        end += _DAY_MINUTES
    day = scene.day_of(end) if scene.days is None and not scene.past else scene.day_of(start)
    grain = Grain.MINUTE if first.exact or last.exact else Grain.HOUR
    return When(Kind.INTERVAL, start=scene.at(day, start), end=scene.at(day, end), grain=grain)


def _with_shared_part(hours: ClockRange) -> tuple[Clock, Clock]:
    """ "entre 2 e 4 da tarde": what is said at the end holds for both, where the first hour can lie in it."""
    first, last = hours.first, hours.last
    if last.part and not first.part and not first.fixed and first.hour <= 12:  # noqa: PLR2004
        shared = "manha" if last.part == "tarde" and first.hour > last.hour and first.hour != 12 else last.part  # noqa: PLR2004
        first = Clock(first.hour, first.minute, first.exact, shared, first.at, first.fixed)
    return first, last


def _clock(scene: _Scene, clock: Clock) -> When:
    minutes = scene.minutes(clock)
    side = clock.side or scene.side
    if side is None:
        value = scene.at(scene.day_of(minutes), minutes)
        return When(Kind.INSTANT, value=value, grain=clock.grain)
    if side in {Side.UNTIL, Side.BEFORE}:
        day = scene.day_of(minutes)
        return When(Kind.INTERVAL, start=scene.at(day, 0), end=scene.at(day, minutes), grain=clock.grain)
    day = scene.day_of(_DAY_MINUTES)
    return When(Kind.INTERVAL, start=scene.at(day, minutes), end=scene.at(day, _DAY_MINUTES), grain=clock.grain)


def _part(scene: _Scene) -> When:
    part = scene.parts[0]
    day = scene.days.first if scene.days is not None else scene.now.date()
    if scene.days is None and not scene.past and scene.at(day, part.end * 60) <= scene.now:
        day += ONE_DAY
    return When(Kind.INTERVAL, start=scene.at(day, part.first * 60), end=scene.at(day, part.end * 60), grain=Grain.HOUR)


def _days(scene: _Scene) -> When:
    days = scene.days
    if days is None:
        return NO_TIME
    start, end = scene.at(days.first, 0), scene.at(days.end, 0)
    match scene.side:
        case Side.UNTIL:
            return When(Kind.INTERVAL, end=end, grain=days.grain)
        case Side.BEFORE:
            return When(Kind.INTERVAL, end=start, grain=days.grain)
        case Side.SINCE:
            return When(Kind.INTERVAL, start=start, grain=days.grain)
        case Side.AFTER:
            return When(Kind.INTERVAL, start=end, grain=days.grain)
    if days.single:
        return When(Kind.INSTANT, value=start, grain=Grain.DAY)
    return When(Kind.INTERVAL, start=start, end=end, grain=days.grain)
