"""What becomes of something that is due while a person answers, after the end, or when nobody wants to hear from us?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from recado.conversations.models import Answer, Silence

LOOKS_AGAIN = timedelta(minutes=1)
"""How long after a conversation was handed back the flow goes on, at the latest."""
LONGEST_HOLD = timedelta(days=7)
"""A person who keeps a conversation for longer has dealt with what the flow wanted to say."""


@dataclass(frozen=True, slots=True)
class Take:
    """Its turn is run now."""


@dataclass(frozen=True, slots=True)
class Hold:
    """It is looked at again at `until`: a person answers, and the flow goes on once they are done."""

    until: datetime


@dataclass(frozen=True, slots=True)
class Drop:
    """It has no turn, and the session that waits for it is over: the next message begins anew. `reason` says why."""

    reason: str


def fate_of(decided: Answer | Silence, *, held_since: datetime | None, now: datetime) -> Take | Hold | Drop:
    """Decide by what the conversation says of machines answering there."""
    if isinstance(decided, Answer):
        return Take()
    if decided.reason != "person_answers":
        return Drop(decided.reason)
    if held_since is not None and now - held_since >= LONGEST_HOLD:
        return Drop("held_too_long")
    return Hold(now + LOOKS_AGAIN)
