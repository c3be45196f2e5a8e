"""Who is at the desk, and what do they have at hand?"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from recado.conversations import events
from recado.conversations.service.handing import topic_of
from recado.conversations.store import duties as store
from recado.conversations.store import teamwork
from recado.conversations.teamwork_errors import PersonNotFound, TeamNotFound
from recado.conversations.teamwork_models import PRESENT_FOR, Rule
from recado.foundation import facts
from recado.foundation.database import Transaction
from recado.foundation.facts import Fact


async def note_seen(tx: Transaction, member: UUID, at: datetime) -> None:
    """Write down that somebody's live stream is open; where they come back, rules may give them something."""
    before = await store.note_seen(tx, member, at)
    if before is None or at - before >= PRESENT_FOR:
        await facts.publish(tx, [Fact(events.DUTY_CHANGED, None, {"member_id": str(member)})])
        tx.wake(topic_of(tx.organization_id))


async def set_available(tx: Transaction, member: UUID, *, available: bool, at: datetime) -> None:
    """Say that one takes what comes, or not now; raise `PersonNotFound`."""
    if not await store.set_available(tx, member, available=available, at=at):
        raise PersonNotFound
    await _tell(tx, member)


async def set_cap(tx: Transaction, member: UUID, cap: int) -> None:
    """Say how many conversations a rule gives somebody at most; raise `PersonNotFound`."""
    if not await store.set_cap(tx, member, cap):
        raise PersonNotFound
    await _tell(tx, member)


async def set_rule(tx: Transaction, team: UUID, rule: Rule) -> None:
    """Say how a team's conversations find a person; raise `TeamNotFound`."""
    if not await teamwork.set_rule(tx, team, rule):
        raise TeamNotFound
    await facts.publish(tx, [Fact(events.DUTY_CHANGED, None, {"team_id": str(team)})])
    tx.wake(topic_of(tx.organization_id))


async def _tell(tx: Transaction, member: UUID) -> None:
    await facts.publish(tx, [Fact(events.DUTY_CHANGED, None, {"member_id": str(member)})])
    tx.wake(topic_of(tx.organization_id))
