"""How are people at the desk, their teams, and changes of hands kept?"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

from recado.conversations.models import ConversationId
from recado.conversations.teamwork_models import Assignment, Candidate, Colleague, Rule
from recado.foundation.database import Row, Transaction
from recado.foundation.identifiers import new_id

IS_IN_TEAM = "select exists (select from team_members where organization_id = $1 and team_id = $2 and member_id = $3)"


async def is_in_team(tx: Transaction, team: UUID, member: UUID) -> bool:
    """Tell whether somebody belongs to a team."""
    return bool(await tx.fetchval(IS_IN_TEAM, tx.organization_id, team, member))


TEAMS_CALLED = (
    "select id, name from teams where organization_id = $1 and (id = any($2::uuid[]) or lower(name) = any($3::text[]))"
)


async def teams_called(tx: Transaction, *, ids: Collection[UUID] = (), names: Collection[str] = ()) -> list[Row]:
    """Return id and name of teams by id or by name; case does not matter."""
    return await tx.fetch(TEAMS_CALLED, tx.organization_id, list(ids), [name.lower() for name in names])


WHO_MAY_ANSWER = """
select id, name, role from members
where organization_id = $1 and state = 'active' and role in ('org_admin', 'operator', 'agent')
  and ($2::uuid is null or id = $2) order by id limit 1000
"""


async def who_may_answer(tx: Transaction, only: UUID | None = None) -> list[Row]:
    """Return members who may write to customers, or the one asked for."""
    return await tx.fetch(WHO_MAY_ANSWER, tx.organization_id, only)


async def colleagues(tx: Transaction) -> list[tuple[Colleague, str]]:
    """Return who can be called by name, with their role."""
    return [(Colleague(row["id"], row["name"]), row["role"]) for row in await who_may_answer(tx)]


RULE_OF_TEAM = "select assignment from teams where organization_id = $1 and id = $2"


async def rule_of(tx: Transaction, team: UUID) -> Rule:
    """Return how a team's conversations find a person."""
    return Rule(await tx.fetchval(RULE_OF_TEAM, tx.organization_id, team) or Rule.OFF)


SET_RULE = "update teams set assignment = $3 where organization_id = $1 and id = $2"


async def set_rule(tx: Transaction, team: UUID, rule: Rule) -> bool:
    """Change how a team's conversations find a person; False where there is no such team."""
    return await tx.execute(SET_RULE, tx.organization_id, team, rule.value) == "UPDATE 1"


# Sorted, so that two teams with people in common never wait for each other in a circle.
LOCK_DUTIES = """
select d.member_id from duties d join team_members tm on tm.organization_id = $1 and tm.member_id = d.member_id
where d.organization_id = $1 and tm.team_id = $2 order by d.member_id for no key update of d
"""
CANDIDATES = """
select d.member_id, m.name, d.available, d.cap, d.seen_at, d.given_at,
       (select count(*) from conversations c
        where c.organization_id = $1 and c.assignee_id = d.member_id and c.state <> 'archived') as at_hand
from duties d join members m on m.organization_id = $1 and m.id = d.member_id
where d.organization_id = $1 and d.member_id = any($2) and m.state = 'active' and m.role in ('org_admin', 'operator', 'agent')
"""


async def lock_candidates(tx: Transaction, team: UUID) -> list[Candidate]:
    """Lock who could take a conversation of a team, and return them as they are then.

    Two statements: one alone would read with a snapshot older than the locks it waited for, count without the conversation
    that was just given away, and pass the cap.
    """
    locked = [row["member_id"] for row in await tx.fetch(LOCK_DUTIES, tx.organization_id, team)]
    if not locked:
        return []
    return [
        Candidate(
            row["member_id"], row["name"], row["available"], row["cap"], row["at_hand"], row["seen_at"], row["given_at"]
        )
        for row in await tx.fetch(CANDIDATES, tx.organization_id, locked)
    ]


GIVEN = "update duties set given_at = $3 where organization_id = $1 and member_id = $2"


async def note_given(tx: Transaction, member: UUID, at: datetime) -> None:
    """Remember that a rule gave somebody a conversation: it is others' turn now."""
    await tx.execute(GIVEN, tx.organization_id, member, at)


UNASSIGNED = """
select c.id from conversations c join teams t on t.organization_id = $1 and t.id = c.team_id
where c.organization_id = $1 and c.team_id is not null and c.assignee_id is null and c.state <> 'archived'
  and c.answerer = 'person' and t.assignment <> 'off' and not (c.team_id = any($2::uuid[]))
order by c.state_since limit 1
"""


async def next_unassigned(tx: Transaction, passed: Collection[UUID]) -> ConversationId | None:
    """Return which conversation has waited longest for somebody of a team with a rule, but those in `passed` teams."""
    found: ConversationId | None = await tx.fetchval(UNASSIGNED, tx.organization_id, list(passed))
    return found


ADD_ASSIGNMENT = """
insert into assignments (organization_id, id, conversation_id, member_id, team_id, actor, actor_id, actor_name, reason, note, at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
"""


async def add_assignment(tx: Transaction, one: Assignment) -> None:
    """Keep a change of hands."""
    await tx.execute(
        ADD_ASSIGNMENT, tx.organization_id, new_id(), one.conversation, one.member, one.team, one.actor, one.actor_id,
        one.actor_name, one.reason, one.note, one.at,
    )  # fmt: skip


LIST_ASSIGNMENTS = """
select a.id, a.member_id, m.name as member_name, a.team_id, t.name as team_name, a.actor, a.actor_id, a.actor_name, a.reason,
       a.note, a.at, a.seen_at
from assignments a
left join members m on m.organization_id = a.organization_id and m.id = a.member_id
left join teams t on t.organization_id = a.organization_id and t.id = a.team_id
where a.organization_id = $1 and a.conversation_id = $2 order by a.id desc limit 20
"""


async def list_assignments(tx: Transaction, conversation: ConversationId) -> list[Row]:
    """Return through whose hands a conversation went, the newest first."""
    return await tx.fetch(LIST_ASSIGNMENTS, tx.organization_id, conversation)


SEE_ASSIGNMENTS = """
update assignments set seen_at = now()
where organization_id = $1 and conversation_id = $2 and seen_at is null and actor_id is distinct from $3
"""


async def see_assignments(tx: Transaction, conversation: ConversationId, by: UUID | None) -> None:
    """Note that the receiver has read what was said to them; the giver's own look does not count."""
    await tx.execute(SEE_ASSIGNMENTS, tx.organization_id, conversation, by)


PEOPLE = """
select m.id, m.name, m.role, coalesce(d.available, true) as available, coalesce(d.cap, 10) as cap, d.seen_at,
       array(select tm.team_id from team_members tm
             where tm.organization_id = $1 and tm.member_id = m.id order by tm.team_id) as teams,
       (select count(*) from conversations c
        where c.organization_id = $1 and c.assignee_id = m.id and c.state <> 'archived') as at_hand
from members m left join duties d on d.organization_id = $1 and d.member_id = m.id
where m.organization_id = $1 and m.state = 'active' and m.role in ('org_admin', 'operator', 'agent')
order by m.name, m.id limit 500
"""


async def people(tx: Transaction) -> Sequence[Row]:
    """Return who may answer, whether they are there, and how much they have at hand."""
    return await tx.fetch(PEOPLE, tx.organization_id)


TEAMS = "select id, name, assignment from teams where organization_id = $1 order by name limit 500"


async def teams(tx: Transaction) -> Sequence[Row]:
    """Return the teams with their rules."""
    return await tx.fetch(TEAMS, tx.organization_id)
