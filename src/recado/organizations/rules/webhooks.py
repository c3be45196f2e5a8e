"""To which address may facts be told, and what follows when it does not take one?"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from recado.foundation.egress.models import Failure, Response
from recado.foundation.egress.policy import AddressRefused, Policy
from recado.foundation.egress.urls import UrlRefused, read_url
from recado.organizations.errors import BadWebhook

MOST: Final = 20
LONGEST_OVERLAP: Final = timedelta(days=30)
# What Standard Webhooks recommends: half a minute of trouble is over soon, and a day off loses nothing.
WAITS: Final = (
    timedelta(seconds=5), timedelta(seconds=30), timedelta(minutes=5), timedelta(minutes=30), timedelta(hours=2),
    timedelta(hours=5), timedelta(hours=10), timedelta(hours=10),
)  # fmt: skip
MOST_ATTEMPTS: Final = len(WAITS) + 1
DISABLED_AFTER: Final = timedelta(hours=24)
"""An address that took nothing for a day, and let one delivery use up its attempts, is told nothing more."""
_GONE: Final = 410


@dataclass(frozen=True, slots=True)
class Delivered:
    """It was taken (2xx)."""


@dataclass(frozen=True, slots=True)
class Later:
    """Another attempt at `at`."""

    at: datetime


@dataclass(frozen=True, slots=True)
class GivenUp:
    """No further attempt; `disable` is the reason for which the address is told nothing more, or empty."""

    disable: str = ""


def check_url(url: str, policy: Policy) -> str:
    """The address without blanks around it; raises `BadWebhook`. Its IP addresses are tested at each call."""
    trimmed = url.strip()
    try:
        policy.check(read_url(trimmed))
    except (UrlRefused, AddressRefused) as fault:
        raise BadWebhook(reason="url", detail=fault.reason) from None
    return trimmed


def check_facts(wanted: Sequence[str], known: Collection[str]) -> tuple[str, ...]:
    """The names once each, in order; raises `BadWebhook` with those that nobody publishes."""
    unknown = sorted(set(wanted) - set(known))
    if unknown or not wanted:
        raise BadWebhook(reason="facts", unknown=unknown[:10])
    return tuple(sorted(set(wanted)))


def after_attempt(
    answer: Response | Failure, *, attempts: int, now: datetime, failing_since: datetime | None, chance: float
) -> Delivered | Later | GivenUp:
    """Decide what follows attempt number `attempts`. `chance` is uniform between 0 and 1: it spreads what failed together."""
    if isinstance(answer, Response) and answer.ok:
        return Delivered()
    if isinstance(answer, Response) and answer.status == _GONE:
        return GivenUp("gone")
    if attempts >= MOST_ATTEMPTS:
        long_enough = failing_since is not None and now - failing_since >= DISABLED_AFTER
        return GivenUp("failing" if long_enough else "")
    return Later(now + WAITS[attempts - 1] * (1 + 0.2 * chance))
