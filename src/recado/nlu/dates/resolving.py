"""Which instants does a time mean?"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Final

from recado.nlu.dates.halves import Opening, minutes_into_day
from recado.nlu.dates.values import ONE_DAY, Clock, Every, Hours, Length, Side, Time
from recado.nlu.models import Grain, Kind, When

_DAY_MINUTES: Final = 24 * 60
_OTHER_SIDE: Final = {Side.BEFORE: Side.SINCE, Side.UNTIL: Side.AFTER, Side.AFTER: Side.UNTIL, Side.SINCE: Side.BEFORE}
_HALF_DAY: Final = 12 * 60


@dataclass(frozen=True, slots=True)
class Resolver:
    """Turns what was said into instants, seen from a moment, in the hours of an organization."""

    now: datetime
    opening: Opening

    def when(self, time: Time) -> When:
        """Return the time that is meant; its alternatives where usage differs."""
        found = self._read(time)
        repeats = self._repeats(time)
        return replace(found, repeats=repeats, excludes=time.without, alternatives=self._others(time, found))

    def _repeats(self, time: Time) -> str:
        if time.every is not None:
            return time.every.rule
        if time.days is not None and time.days.repeats:
            return time.days.repeats
        return "FREQ=DAILY" if time.part is not None and time.part.repeats and time.days is None else ""

    def _others(self, time: Time, found: When) -> tuple[When, ...]:
        if time.denied and time.side is not None:
            return (self._read(replace(time, side=_OTHER_SIDE[time.side])),)
        if time.days is not None and time.days.other is not None:
            return (self._read(replace(time, days=time.days.moved_to(time.days.other))),)
        if (
            found.kind is Kind.INSTANT
            and time.clock is not None
            and found.value is not None
            and self._of_either_half(time, time.clock)
        ):
            return (replace(found, value=found.value + timedelta(hours=12 if found.value.hour < 12 else -12)),)  # noqa: PLR2004
        return ()

    def _of_either_half(self, time: Time, clock: Clock) -> bool:
        """Whether an hour without its half could as well be the evening's: 7 o'clock, where the shop is still open then."""
        if clock.part or time.part or clock.fixed or not 1 <= clock.hour < 12:  # noqa: PLR2004
            return False
        return (
            self.opening.first <= clock.hour < self.opening.last
            and self.opening.first <= clock.hour + 12 < self.opening.last
        )

    def _read(self, time: Time) -> When:
        if time.moment is not None:
            return self._limited(time, When(Kind.INSTANT, value=time.moment, grain=Grain.MINUTE))
        if time.stretch is not None:
            return When(Kind.INTERVAL, start=time.stretch.start, end=time.stretch.end, grain=time.stretch.grain)
        if time.until is not None:
            return self._through(time, time.until)
        wide = time.days is not None and not time.days.single
        if wide or not time.of_day:
            return self._days(time)
        if time.hours is not None:
            return self._between(time, time.hours)
        if time.clock is not None:
            return self._clock(time, time.clock)
        return self._part(time)

    def _limited(self, time: Time, found: When) -> When:
        if time.side in {Side.UNTIL, Side.BEFORE}:
            return When(Kind.INTERVAL, end=found.value, grain=found.grain)
        if time.side in {Side.SINCE, Side.AFTER}:
            return When(Kind.INTERVAL, start=found.value, grain=found.grain)
        return found

    def at(self, day: date, minutes: int, second: int = 0) -> datetime:
        """Return the instant so many minutes into a day of the organization."""
        more, minutes = divmod(minutes, _DAY_MINUTES)
        midnight = datetime.combine(day + more * ONE_DAY, datetime.min.time(), self.now.tzinfo)
        return midnight.replace(hour=minutes // 60, minute=minutes % 60, second=second)

    def _minutes(self, clock: Clock, time: Time) -> int:
        return minutes_into_day(clock, time.part.name if time.part is not None else "", self.opening)

    def _day_of(self, time: Time, minutes: int) -> date:
        """The day named, or the one on which the clock shows this next (last, where the sentence tells of the past)."""
        if time.days is not None:
            return time.days.first
        today = self.now.date()
        ahead = self.at(today, minutes) > self.now
        if time.past:
            return today - ONE_DAY if ahead else today
        return today if ahead else today + ONE_DAY

    def _clock(self, time: Time, clock: Clock) -> When:
        minutes = self._minutes(clock, time)
        if time.side is None:
            value = self.at(self._day_of(time, minutes), minutes, clock.second)
            return When(Kind.INSTANT, value=value, grain=clock.grain)
        if time.side in {Side.UNTIL, Side.BEFORE}:
            day = self._day_of(time, minutes)
            return When(Kind.INTERVAL, start=self.at(day, 0), end=self.at(day, minutes), grain=clock.grain)
        day = self._day_of(replace(time, past=False), _DAY_MINUTES)
        if minutes >= _DAY_MINUTES:
            # "Depois da meia-noite" lasts through the day that begins then.
            return When(
                Kind.INTERVAL, start=self.at(day, minutes), end=self.at(day, 2 * _DAY_MINUTES), grain=clock.grain
            )
        return When(Kind.INTERVAL, start=self.at(day, minutes), end=self.at(day, _DAY_MINUTES), grain=clock.grain)

    def _between(self, time: Time, hours: Hours) -> When:
        first, last = _with_shared_part(hours)
        start, end = self._minutes(first, time), self._minutes(last, time)
        if end <= start and not last.part and end + _HALF_DAY <= _DAY_MINUTES and end + _HALF_DAY > start:
            end += _HALF_DAY
        elif end <= start:
            end += _DAY_MINUTES
        day = self._day_of(time, end if not time.past else start)
        grain = Grain.MINUTE if first.exact or last.exact else Grain.HOUR
        return When(
            Kind.INTERVAL, start=self.at(day, start, first.second), end=self.at(day, end, last.second), grain=grain
        )

    def _part(self, time: Time) -> When:
        part = time.part
        if part is None:
            return self._days(time)
        today = self.now.date()
        day = time.days.first if time.days is not None else today
        if time.days is None and not time.past and self.at(day, part.end * 60) <= self.now:
            day += ONE_DAY
        elif time.days is None and time.past and self.at(day, part.first * 60) > self.now:
            day -= ONE_DAY
        start, end = self.at(day, part.first * 60), self.at(day, part.end * 60)
        return _with_side(time, start, end, Grain.HOUR, self.at(day, 0), self.at(day, _DAY_MINUTES))

    def _days(self, time: Time) -> When:
        days = time.days
        if days is None:
            return _repeated(time.every) if time.every is not None else When(Kind.NONE)
        start, end = self.at(days.first, 0), self.at(days.end, 0)
        match time.side:
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

    def _through(self, first: Time, last: Time) -> When:
        """From the beginning of the first to the end of the last; a clock is a moment, a day or a part of it ends with itself."""
        one, other = self._read(replace(first, until=None)), self._read(last)
        start = one.value or one.start
        if last.clock is not None and last.days is not None and last.days.single:
            end = other.value
        elif other.kind is Kind.INSTANT and other.value is not None:
            end = other.value + ONE_DAY
        else:
            end = other.end
        if last.hours is not None and last.days is not None:
            end = self.at(last.days.end, 0)
        return When(Kind.INTERVAL, start=start, end=end, grain=_coarser(one, other))


def _coarser(one: When, other: When) -> Grain:
    grains = {one.grain, other.grain}
    if len(grains) == 1:
        return one.grain or Grain.DAY
    for grain in (Grain.MINUTE, Grain.HOUR):
        if grain in grains:
            return grain
    return Grain.DAY


def _with_side(time: Time, start: datetime, end: datetime, grain: Grain, opens: datetime, closes: datetime) -> When:
    """Limits of parts close at the edge of their day, unless a day was named: then they limit days."""
    bounded = time.days is None
    match time.side:
        case Side.UNTIL:
            return When(Kind.INTERVAL, start=opens if bounded else None, end=end, grain=grain)
        case Side.BEFORE:
            return When(Kind.INTERVAL, start=opens if bounded else None, end=start, grain=grain)
        case Side.SINCE:
            return When(Kind.INTERVAL, start=start, end=closes if bounded else None, grain=grain)
        case Side.AFTER:
            return When(Kind.INTERVAL, start=end, end=closes if bounded else None, grain=grain)
    return When(Kind.INTERVAL, start=start, end=end, grain=grain)


def _with_shared_part(hours: Hours) -> tuple[Clock, Clock]:
    """ "entre 2 e 4 da tarde": what is said at the end holds for both, where the first hour can lie in it."""
    first, last = hours.first, hours.last
    if last.part and not first.part and not first.fixed and first.hour <= 12:  # noqa: PLR2004
        earlier = {"tarde": "manha", "noite": "tarde", "pm": "am"}.get(last.part, "")
        shared = earlier if earlier and first.hour > last.hour and first.hour != 12 else last.part  # noqa: PLR2004
        first = replace(first, part=shared)
    return first, last


def _repeated(every: Every) -> When:
    return When(Kind.DURATION, duration=iso_of(every.length))


def read_length(length: Length) -> When:
    """Return a length as the answer it is when nothing places it on the calendar."""
    return When(Kind.DURATION, duration=iso_of(length))


def iso_of(length: Length) -> str:
    """Return the ISO 8601 duration of a length."""
    seconds = length.seconds
    days, seconds = int(seconds // 86_400), seconds % 86_400
    if length.finest is Grain.MINUTE and not length.months:
        # "48 horas" stay hours.
        days, seconds = 0, length.seconds
    hours, minutes, rest = int(seconds // 3_600), int(seconds % 3_600 // 60), seconds % 60
    date_part = _figures(divmod(length.months, 12), "YM") + (
        _figures((days,), "D") if days % 7 or not days else f"{days // 7}W"
    )
    if days and (length.months or hours or minutes or rest):
        date_part = _figures(divmod(length.months, 12), "YM") + f"{days}D"
    clock = _figures((hours, minutes), "HM") + (f"{rest:g}S" if rest else "")
    return "P" + date_part + (f"T{clock}" if clock else "") if date_part or clock else "PT0S"


def _figures(numbers: tuple[int, ...], units: str) -> str:
    return "".join(f"{number}{unit}" for number, unit in zip(numbers, units, strict=True) if number)
