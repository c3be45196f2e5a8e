"""May a call be made once more, and when?

Only the author of a flow can know what a second call does. A method that means the same twice (RFC 9110, 9.2.2) and a
webhook, whose id lets its receiver notice the repeat, may always be repeated; any other only as often as the node says.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

_IDEMPOTENT = frozenset({"GET", "HEAD", "PUT", "DELETE", "OPTIONS"})
_MOST_RETRIES = 5
_CRASHES = 2
"""How many calls may end with their process before it is taken to be the call's doing."""
_FIRST_WAIT_S, _GROWTH, _LONGEST_WAIT_S = 1.0, 3.0, 60.0


@dataclass(frozen=True, slots=True)
class Call:
    """The call is made now."""


@dataclass(frozen=True, slots=True)
class Unknown:
    """No call is made: an earlier one may have done its work, and nobody knows what came of it."""


@dataclass(frozen=True, slots=True)
class Again:
    """The call is made once more in `wait_s` seconds."""

    wait_s: float


@dataclass(frozen=True, slots=True)
class Give:
    """What came of the call goes to the session."""


def may_call(kind: str, request: Mapping[str, object], *, state: str, attempts: int) -> Call | Unknown:
    """Decide before a call. `state` is `calling` where a process ended in the middle of the one before; `attempts` were
    begun so far."""
    if state != "calling":
        return Call()
    if attempts > _retries(request) + _CRASHES:
        return Unknown()
    return Call() if repeats_are_harmless(kind, request) or _retries(request) else Unknown()


def after_call(request: Mapping[str, object], *, again: bool, wait_s: float, attempts: int) -> Again | Give:
    """Decide after a call that was the `attempts`-th. `again`: another may help; `wait_s` is what the other side asked
    us to wait."""
    if not again or attempts > _retries(request) or wait_s > _LONGEST_WAIT_S:
        return Give()
    return Again(max(wait_s, min(_FIRST_WAIT_S * _GROWTH ** (attempts - 1), _LONGEST_WAIT_S)))


def repeats_are_harmless(kind: str, request: Mapping[str, object]) -> bool:
    """Does a second call of this kind do nothing that the first has not done?"""
    return kind == "webhook" or str(request.get("method", "")).upper() in _IDEMPOTENT


def _retries(request: Mapping[str, object]) -> int:
    wanted = request.get("retries")
    return min(max(wanted, 0), _MOST_RETRIES) if isinstance(wanted, int) and not isinstance(wanted, bool) else 0
