"""How fast may messages leave: per number, per pair, per minute and day?"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from recado.channels.views import Pacing

_NEVER = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Meter:
    """One pacing row: when the next message may leave (GCRA), and how many left since a moment."""

    free_at: datetime = _NEVER
    counted: int = 0
    counted_since: datetime = _NEVER


@dataclass(frozen=True, slots=True)
class Meters:
    """The four meters that a message passes: its number, its pair, its channel's minute and day."""

    number: Meter
    pair: Meter
    minute: Meter
    day: Meter


@dataclass(frozen=True, slots=True)
class Passed:
    """The message may leave; these are the meters after it."""

    meters: Meters


@dataclass(frozen=True, slots=True)
class Wait:
    """The message may leave in `seconds` at the earliest, because of `reason`."""

    seconds: float
    reason: str

    @property
    def may_reserve(self) -> bool:
        """Can it take its place at that moment now? A rate has places in a row; a ceiling only says that it is full."""
        return self.reason in ("number_rate", "pair_rate")


def passes(meters: Meters, pacing: Pacing, now: datetime, local_day: datetime) -> Passed | Wait:
    """Let one message through the meters, or say how long it waits.

    Per number a steady rate with one second of burst; per pair the provider's own: one in six seconds, 45 at once, which
    borrows from the time to come. `local_day` is when the organization's day began.
    """
    per_message = timedelta(seconds=1 / pacing.per_second)
    number_wait = meters.number.free_at - now - timedelta(seconds=1)
    pair_step = timedelta(seconds=pacing.pair_seconds)
    pair_wait = meters.pair.free_at - now - pair_step * (pacing.pair_burst - 1)
    minute = _within(meters.minute, now - timedelta(minutes=1), now)
    day = _within(meters.day, local_day, local_day)
    waits = (
        (number_wait.total_seconds(), "number_rate"),
        (pair_wait.total_seconds(), "pair_rate"),
        (0.0 if minute.counted < pacing.per_minute else _left(minute.counted_since, 60, now), "minute_ceiling"),
        (0.0 if day.counted < pacing.per_day else _left(local_day, 86_400, now), "day_ceiling"),
    )
    seconds, reason = max(waits)
    if seconds > 0:
        return Wait(seconds, reason)
    return Passed(
        Meters(
            Meter(max(meters.number.free_at, now) + per_message),
            Meter(max(meters.pair.free_at, now) + pair_step),
            Meter(counted=minute.counted + 1, counted_since=minute.counted_since),
            Meter(counted=day.counted + 1, counted_since=day.counted_since),
        )
    )


def reserves(meters: Meters, pacing: Pacing, now: datetime, local_day: datetime, wait: Wait) -> Passed | Wait:
    """Give a message that must wait the place that is free next, or say that a ceiling is full by then.

    A place that the pair waits for takes its share of the number's rate at once. Were it taken at the place itself, the
    number would owe nothing before it, and one person who is written to much would hold up everybody else.
    """
    place = now + timedelta(seconds=wait.seconds, milliseconds=1)
    result = passes(meters, pacing, place, local_day)
    if isinstance(result, Wait) or wait.reason == "number_rate":
        return result
    number = Meter(max(meters.number.free_at, now) + timedelta(seconds=1 / pacing.per_second))
    return Passed(replace(result.meters, number=number))


def _within(meter: Meter, earliest: datetime, begin: datetime) -> Meter:
    return meter if meter.counted_since >= earliest else Meter(counted_since=begin)


def _left(since: datetime, seconds: float, now: datetime) -> float:
    return max(0.05, (since + timedelta(seconds=seconds) - now).total_seconds())
