"""How does a conversation change hands: by a person, or by the rule of its team?"""

from __future__ import annotations

from uuid import UUID

from recado.conversations.errors import ConversationArchived, TakenByOther
from recado.conversations.models import Actor, Answerer, Conversation, ConversationId, State
from recado.conversations.rules import assigning
from recado.conversations.service.desk import Desk, Place
from recado.conversations.service.handing import hand_over
from recado.conversations.service.ports import Ports
from recado.conversations.service.saving import save
from recado.conversations.service.verbs import Viewer, lay
from recado.conversations.store import teamwork as store
from recado.conversations.store import threads
from recado.conversations.store import verbs as verbs_store
from recado.conversations.teamwork_errors import PersonNotFound, TeamNotFound
from recado.conversations.teamwork_models import Chosen, Nobody, Target
from recado.foundation.database import Transaction

RULE = Actor("rule", None, "")


async def give(
    tx: Transaction,
    id_: ConversationId,
    ports: Ports,
    actor: Actor,
    viewer: Viewer,
    *,
    member: UUID | None,
    team: UUID | None,
    seen: UUID | None,
    note: str = "",
) -> None:
    """Give a conversation to a person, a team, or back to nobody; `note` is what the receiver reads first.

    `seen` is whose it was on the giver's screen: where a colleague has taken it meanwhile, `TakenByOther` says who. A team
    with a rule finds its person at once. Raises `ConversationNotFound`, `ConversationArchived`, `PersonNotFound`,
    `TeamNotFound`.
    """
    desk, conversation = await lay(tx, id_, ports, viewer)
    if conversation.state is State.ARCHIVED:
        raise ConversationArchived
    if conversation.assignee not in (None, seen, member):
        raise TakenByOther(name=await verbs_store.member_name(tx, conversation.assignee))
    target = await _target(tx, member, team)
    if not note and _is_there(conversation, target):
        return
    if target.member is not None and target.member == actor.id:
        if note:
            desk.note(id_, note, actor)
        desk.take(id_, actor)
        await save(tx, desk)
        return
    reason = "transfer" if conversation.assignee is not None else "by_hand"
    hand_over(desk, id_, actor, target, reason=reason if target.member or target.team else "released", note=note)
    if target.team is not None and target.member is None:
        await _find_somebody(tx, desk, id_, target.team)
    await save(tx, desk)


async def assign_next(tx: Transaction, ports: Ports, passed: set[UUID]) -> bool:
    """Let the rule of its team find somebody for whoever has waited longest; False where there is none left.

    A team in which nobody has room is added to `passed`: its other conversations need not be asked about in this round.
    """
    id_ = await store.next_unassigned(tx, passed)
    if id_ is None:
        return False
    locked = await threads.lock(tx, [id_])
    if not locked or locked[0].assignee is not None or locked[0].team is None or locked[0].state is State.ARCHIVED:
        return True  # somebody was faster; the next look passes it by
    desk = Desk(ports.clock(), ports.token)
    desk.lay(locked[0], Place(None, opted_out=False))
    found = await _find_somebody(tx, desk, id_, locked[0].team)
    if isinstance(found, Nobody):
        passed.add(locked[0].team)
    await save(tx, desk)
    return True


async def _find_somebody(tx: Transaction, desk: Desk, id_: ConversationId, team: UUID) -> Chosen | Nobody:
    rule = await store.rule_of(tx, team)
    found = assigning.choose(rule, await store.lock_candidates(tx, team) if rule != "off" else (), desk.now)
    if isinstance(found, Chosen):
        await store.note_given(tx, found.member, desk.now)
        hand_over(desk, id_, RULE, Target(member=found.member, member_name=found.name), reason=found.reason)
    return found


async def _target(tx: Transaction, member: UUID | None, team: UUID | None) -> Target:
    people = await store.who_may_answer(tx, member) if member is not None else []
    if member is not None and not people:
        raise PersonNotFound
    teams = await store.teams_called(tx, ids=[team]) if team is not None else []
    if team is not None and not teams:
        raise TeamNotFound
    return Target(
        member=member, member_name=people[0]["name"] if people else "", team=team,
        team_name=teams[0]["name"] if teams else "",
    )  # fmt: skip


def _is_there(conversation: Conversation, target: Target) -> bool:
    if conversation.answerer is not Answerer.PERSON or conversation.assignee != target.member:
        return False
    return target.team == conversation.team or (target.team is None and target.member is not None)
