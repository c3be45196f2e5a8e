"""How long did somebody wait for a person, and how long did a conversation take? The one definition of each.

- *First response*: from when a person was needed to the first message of a person that was not refused. A person is needed
  when the conversation begins to wait for one; where a person answers before that, when the customer first wrote.
- *Resolution*: from the opening of a conversation to its archiving.
- *Contained*: archived, the customer had written, and no person was needed nor answered.

Each by the clock, and counting only while the organization was open (by its hours as they are when it is measured).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

OpenSeconds = Callable[[datetime, datetime], int]


@dataclass(frozen=True, slots=True)
class Took:
    """Seconds by the clock, and those of them in which the organization was open."""

    clock_s: int
    open_s: int


def response(
    heard_at: datetime | None, waited_at: datetime | None, answered_at: datetime | None, open_seconds: OpenSeconds
) -> Took | None:
    """The first response; None where no person answered, or who wrote first was a person."""
    if answered_at is None:
        return None
    begun = waited_at if waited_at is not None and waited_at <= answered_at else heard_at
    if begun is None or begun > answered_at:
        return None
    return _took(begun, answered_at, open_seconds)


def resolution(opened_at: datetime, closed_at: datetime | None, open_seconds: OpenSeconds) -> Took | None:
    """The resolution; None while the conversation is open."""
    return None if closed_at is None else _took(min(opened_at, closed_at), closed_at, open_seconds)


def _took(begin: datetime, end: datetime, open_seconds: OpenSeconds) -> Took:
    return Took(round((end - begin).total_seconds()), open_seconds(begin, end))
