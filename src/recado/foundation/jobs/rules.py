"""What becomes of a job whose handler did not succeed?"""

from __future__ import annotations

from dataclasses import dataclass

from recado.foundation.jobs.models import Count, GiveUp, RetryLater

LONGEST_WAIT_S = 900.0
"""Nothing stays in the queue longer: what is due later than that is a row of the module that wants it."""
MOST_FAILURES = 6
"""With the waits below the last one comes about ten minutes after the first."""
_FIRST_WAIT_S = 5.0
_GROWTH = 3.0


@dataclass(frozen=True, slots=True)
class Again:
    """Run it again in `wait_s`. `planned`: the handler asked for it, so it is no failure."""

    wait_s: float
    planned: bool


@dataclass(frozen=True, slots=True)
class Dead:
    """Never again by itself; `cause` is shown on the dead-letter screen."""

    cause: str


def may_begin(count: Count) -> Dead | None:
    """Refuse a job that has failed too often already: those last times its process died with it."""
    return Dead("process_died") if count.failures_before >= MOST_FAILURES else None


def after_error(error: Exception, count: Count, chance: float) -> Again | Dead:
    """Decide what follows `error`. `chance` is uniform between 0 and 1: it spreads jobs that failed together."""
    if isinstance(error, GiveUp):
        return Dead(error.code)
    if isinstance(error, RetryLater):
        wanted = error.wait_s if error.wait_s is not None else backoff_s(count.waits + 1, chance)
        return Again(min(max(wanted, 0.0), LONGEST_WAIT_S), planned=True)
    failures = count.failures_before + 1
    if failures >= MOST_FAILURES:
        return Dead(f"{type(error).__name__}: {error}"[:500])
    return Again(backoff_s(failures, chance), planned=False)


def backoff_s(times: int, chance: float) -> float:
    """Return 5 s, 15 s, 45 s … up to 15 minutes, of which the upper half is left to chance."""
    whole: float = min(_FIRST_WAIT_S * _GROWTH ** min(times - 1, 10), LONGEST_WAIT_S)
    return whole * (0.5 + chance / 2)
