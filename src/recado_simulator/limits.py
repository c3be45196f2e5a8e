"""May this business send one more message now, at the provider's speeds?"""

from __future__ import annotations

from dataclasses import dataclass

from recado_simulator.clock import Clock
from recado_simulator.settings import Limits

_DAY_S = 86400.0
# A pair bucket that has been full for this long says nothing; buckets are dropped in passing.
_MOST_BUCKETS = 50_000


@dataclass(slots=True)
class _Bucket:
    tokens: float
    at: float

    def take(self, now: float, *, capacity: float, per_s: float) -> bool:
        self.tokens = min(capacity, self.tokens + max(0.0, now - self.at) * per_s)
        self.at = now
        if self.tokens < 1:
            return False
        self.tokens -= 1
        return True


class Throttle:
    """Token buckets for the number (80/s), the pair (45 at once, then one per 6 s) and management calls."""

    def __init__(self, clock: Clock, limits: Limits) -> None:
        self.limits = limits
        self._clock = clock
        self._buckets: dict[tuple[str, ...], _Bucket] = {}
        self._approached: dict[str, dict[str, float]] = {}

    def refusal(self, account: str, person: str) -> int | None:
        """The code that refuses one more message to this person (130429, 131056), or None and a token is used."""
        if not self.limits.enabled:
            return None
        rate = self.limits.throughput_per_s
        if rate and not self._take(("number", account), capacity=rate, per_s=rate):
            return 130429
        burst, gap = self.limits.pair_burst, self.limits.pair_interval_s
        if burst and gap and not self._take(("pair", account, person), capacity=burst, per_s=1 / gap):
            return 131056
        return None

    def count_inbound(self, account: str) -> None:
        """The number's throughput is shared by both directions; what a person writes is never refused."""
        rate = self.limits.throughput_per_s
        if self.limits.enabled and rate:
            self._take(("number", account), capacity=rate, per_s=rate)

    def management_is_free(self, app: str, waba: str) -> bool:
        most = self.limits.management_per_hour
        return not (self.limits.enabled and most) or self._take(
            ("management", app, waba), capacity=most, per_s=most / 3600
        )

    def may_approach(self, portfolio: str, person: str) -> bool:
        """Is this person one more than the portfolio may open a conversation with in 24 hours?"""
        most = self.limits.business_initiated_per_day
        if not (self.limits.enabled and most):
            return True
        now = self._clock.now()
        people = {one: at for one, at in self._approached.get(portfolio, {}).items() if at > now - _DAY_S}
        self._approached[portfolio] = people
        if person not in people and len(people) >= most:
            return False
        people[person] = now
        return True

    def clear(self) -> None:
        self._buckets = {}
        self._approached = {}

    def _take(self, key: tuple[str, ...], *, capacity: float, per_s: float) -> bool:
        now = self._clock.steady()
        if len(self._buckets) > _MOST_BUCKETS:
            self._buckets = {one: bucket for one, bucket in self._buckets.items() if bucket.at > now - 300}
        bucket = self._buckets.setdefault(key, _Bucket(capacity, now))
        return bucket.take(now, capacity=capacity, per_s=per_s)
