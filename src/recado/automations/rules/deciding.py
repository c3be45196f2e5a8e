"""Does an automation act now, and if not, why not?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from recado.automations.models import Automation, Heard, Hours, Opening, Past, SeenGroup, State

DEEPEST: Final = 3
"""So many automations may set one another off; what the last one does sets off nobody."""
MOST_IN_HOUR: Final = 30
"""What all automations together do for one conversation in an hour: more is a circle that nobody meant."""
LATEST: Final = timedelta(hours=6)
"""What lay about for longer, because workers stood still, surprises people more than it helps them."""


@dataclass(frozen=True, slots=True)
class Act:
    """Its actions are done now."""


@dataclass(frozen=True, slots=True)
class Skip:
    """It does nothing, for this reason."""

    reason: str


@dataclass(frozen=True, slots=True)
class Postpone:
    """It looks again at `until`: the organization is closed."""

    until: datetime


Decision = Act | Skip | Postpone


def hears(automation: Automation, heard: Heard) -> Skip | None:
    """Say why an automation takes no notice of a fact that it waits for; None where it does."""
    if automation.enabled_at is None or heard.at < automation.enabled_at:
        return Skip("before_enabled")
    if automation.id in heard.chain:
        return Skip("own_effect")
    if heard.depth >= DEEPEST:
        return Skip("too_deep")
    return None


def decide(
    automation: Automation, seen: SeenGroup, opening: Opening | None, past: Past, *, due_at: datetime, now: datetime
) -> Decision:
    """Decide once its moment has come. `opening` is None where the automation does not ask for hours."""
    rule = automation.rule
    if automation.state is not State.ON:
        return Skip("switched_off")
    if now - due_at > LATEST:
        return Skip("too_late")
    if opening is not None and (closed := _hours(rule.hours, opening)) is not None:
        return closed
    if not seen.held:
        return Skip("conditions")
    return _limits(automation, past, now) or Act()


def _hours(hours: Hours, opening: Opening) -> Skip | Postpone | None:
    if hours is Hours.CLOSED:
        return Skip("open_now") if opening.open else None
    if hours is Hours.ALWAYS or opening.open:
        return None
    if hours is Hours.NEXT_OPENING and opening.changes_at is not None:
        return Postpone(opening.changes_at)
    return Skip("closed_now")


def _limits(automation: Automation, past: Past, now: datetime) -> Skip | None:
    rule = automation.rule
    pause = timedelta(minutes=rule.again_after_minutes)
    if pause and past.last_ran_at is not None and now - past.last_ran_at < pause:
        return Skip("too_soon")
    if rule.per_hour and past.own_in_hour >= rule.per_hour:
        return Skip("hourly_limit")
    if past.all_in_hour >= MOST_IN_HOUR:
        return Skip("conversation_limit")
    return None
