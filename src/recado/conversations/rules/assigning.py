"""Who of a team gets a conversation, and why that one?"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from recado.conversations.teamwork_models import Candidate, Chosen, Nobody, Rule


def choose(rule: Rule, candidates: Sequence[Candidate], now: datetime) -> Chosen | Nobody:
    """Choose who gets the next conversation of a team: only people who are there and have room.

    Round robin gives it to whoever was given one longest ago; the least loaded is whoever has fewest at hand, and among
    equals again whoever waits longest.
    """
    if rule is Rule.OFF:
        return Nobody("off")
    if not candidates:
        return Nobody("empty_team")
    present = [one for one in candidates if one.is_present(now)]
    if not present:
        return Nobody("nobody_present")
    free = [one for one in present if one.at_hand < one.cap]
    if not free:
        return Nobody("all_full")
    first = min(free, key=lambda one: (one.at_hand if rule is Rule.LEAST_LOADED else 0, *_turn(one)))
    return Chosen(first.member, first.name, rule.value, first.at_hand)


def _turn(one: Candidate) -> tuple[bool, float, UUID]:
    return one.given_at is not None, one.given_at.timestamp() if one.given_at else 0.0, one.member
