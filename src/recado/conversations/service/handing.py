"""What is said and kept when a conversation goes into other hands?"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from uuid import UUID

from recado.conversations import events
from recado.conversations.models import SYSTEM, Actor, Answerer, ConversationId, State
from recado.conversations.service.desk import Desk
from recado.conversations.store import teamwork as store
from recado.conversations.teamwork_models import Assignment, Target
from recado.foundation.database import Transaction
from recado.foundation.facts import Fact
from recado.foundation.identifiers import OrganizationId


def topic_of(organization: OrganizationId) -> str:
    """Return the topic that is woken when a rule may find somebody: a conversation waits in a team, or a person has room."""
    return f"teams/{organization}"


def hand_over(desk: Desk, id_: ConversationId, actor: Actor, target: Target, *, reason: str, note: str = "") -> None:
    """Put a conversation on the desk into other hands: it waits for them and the bot keeps silent.

    The thread says who did it, whose it is now and why; `note` stands before that.
    """
    conversation = desk.conversations[id_]
    team = target.team if target.team is not None else conversation.team
    if target.member is None and target.team is None:
        team = None
    desk.put(
        replace(conversation, answerer=Answerer.PERSON, assignee=target.member, team=team, bot_silent_since=desk.now)
    )
    desk.move(id_, State.WAITING, actor, reason)
    if note:
        desk.note(id_, note, actor)
    desk.tell(id_, "assigned", actor, to=target.member_name, team=target.team_name, reason=reason)
    desk.facts.append(Fact(events.ANSWERER_CHANGED, id_, {"answerer": "person"}))
    desk.facts.append(
        Fact(
            events.ASSIGNED, id_,
            {"member_id": _text(target.member), "team_id": _text(team), "by": _text(actor.id), "reason": reason},
        )
    )  # fmt: skip
    kept = Assignment(
        conversation=id_, member=target.member, team=team, actor=actor.kind, actor_id=actor.id, actor_name=actor.name,
        reason=reason, note=note, at=desk.now,
    )  # fmt: skip
    desk.afterwards.append(partial(_keep, kept))


async def _keep(one: Assignment, tx: Transaction) -> None:
    await store.add_assignment(tx, one)


def _text(id_: UUID | None) -> str | None:
    return None if id_ is None else str(id_)


async def route_handoffs(tx: Transaction, desk: Desk) -> None:
    """Put conversations whose flow asked for a team into that team; a name that no team has changes nothing."""
    wanted = {one.conversation: one.team.strip() for one in desk.handoffs if one.team.strip()}
    if not wanted:
        return
    found = {row["name"].lower(): row for row in await store.teams_called(tx, names=set(wanted.values()))}
    for id_, name in wanted.items():
        team = found.get(name.lower())
        if team is not None and desk.conversations[id_].team != team["id"]:
            hand_over(desk, id_, SYSTEM, Target(team=team["id"], team_name=team["name"]), reason="called")


_MAKES_ROOM = frozenset({events.ANSWERER_CHANGED, events.STATE_CHANGED, events.ASSIGNED})


def wake_rules(tx: Transaction, desk: Desk) -> None:
    """Let the rules of teams look again: somebody may be wanted, or have room again."""
    if any(fact.name in _MAKES_ROOM for fact in desk.facts):
        tx.wake(topic_of(tx.organization_id))
