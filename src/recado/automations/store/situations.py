"""What is there to be seen about a fact: its conversation, message, person, deal?"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from recado.foundation.database import Row, Transaction

CONVERSATION = """
select c.id, c.contact_id, c.state, c.answerer, c.channel_id, c.team_id, c.assignee_id, c.previous_id, c.waiting_since,
       c.unread, c.last_inbound_at, ch.name as channel_name, t.name as team_name, u.name as assignee_name
from conversations c
left join channels ch on ch.organization_id = c.organization_id and ch.id = c.channel_id
left join teams t on t.organization_id = c.organization_id and t.id = c.team_id
left join members u on u.organization_id = c.organization_id and u.id = c.assignee_id
where c.organization_id = $1 and c.id = $2
"""


async def conversation(tx: Transaction, id_: UUID) -> Row | None:
    """Return a conversation with the names of what it refers to."""
    return await tx.fetchrow(CONVERSATION, tx.organization_id, id_)


# The one that goes on, else the one that ended last: identifiers are in the order of time.
LATEST_OF = """
select id from conversations where organization_id = $1 and contact_id = $2
order by (state <> 'archived') desc, id desc limit 1
"""


async def latest_of(tx: Transaction, contact: UUID) -> UUID | None:
    """Return the conversation in which a person would be written to."""
    found: UUID | None = await tx.fetchval(LATEST_OF, tx.organization_id, contact)
    return found


PERSON = """
select c.id, c.opted_out_at, c.fields::text as fields, coalesce(nullif(c.name, ''), nullif(c.given_name, ''), '') as name,
       coalesce((select a.value from contact_addresses a where a.organization_id = $1 and a.contact_id = $2 and a.kind = 'phone'
                 order by a.last_seen_at desc limit 1), '') as phone
from contacts c where c.organization_id = $1 and c.id = $2
"""


async def person(tx: Transaction, id_: UUID) -> Row | None:
    """Return a person with the phone that was seen last."""
    return await tx.fetchrow(PERSON, tx.organization_id, id_)


MESSAGE = """
select m.id, m.text, m.type, m.status, coalesce(m.failure ->> 'code', '') as failure from messages m
where m.organization_id = $1 and m.id = $2
"""


async def message(tx: Transaction, id_: UUID) -> Row | None:
    """Return a message."""
    return await tx.fetchrow(MESSAGE, tx.organization_id, id_)


_DEAL = """
select d.id, d.contact_id, d.conversation_id, d.pipeline_id, d.stage_id, s.kind, s.name as stage_name, p.name as pipeline_name,
       d.value_cents, d.origin, d.owner_id, u.name as owner_name, d.title
from deals d
join pipeline_stages s on s.organization_id = d.organization_id and s.id = d.stage_id
join pipelines p on p.organization_id = d.organization_id and p.id = d.pipeline_id
left join members u on u.organization_id = d.organization_id and u.id = d.owner_id
"""
DEAL = f"{_DEAL} where d.organization_id = $1 and d.id = $2"
# The newest open one, in one pipeline or in any.
OPEN_DEAL = f"""
{_DEAL} where d.organization_id = $1 and d.contact_id = $2 and s.kind = 'open' and ($3::uuid is null or d.pipeline_id = $3)
order by d.id desc limit 1
"""


async def deal(tx: Transaction, id_: UUID) -> Row | None:
    """Return a deal with the names of what it refers to."""
    return await tx.fetchrow(DEAL, tx.organization_id, id_)


async def open_deal(tx: Transaction, contact: UUID, pipeline: UUID | None = None) -> Row | None:
    """Return the newest open deal of a person."""
    return await tx.fetchrow(OPEN_DEAL, tx.organization_id, contact, pipeline)


SINCE = """
select coalesce(bool_or(m.direction = 'out' and m.author in ('person', 'phone', 'flow', 'agent')), false) as answered,
       coalesce(bool_or(m.direction = 'out' and m.author in ('person', 'phone')), false) as person_answered,
       coalesce(bool_or(m.direction = 'in'), false) as wrote
from messages m where m.organization_id = $1 and m.conversation_id = $2 and m.created_at > $3 and m.id is distinct from $4
"""


async def since(tx: Transaction, conversation_id: UUID, at: datetime, but: UUID | None) -> Row | None:
    """Return whether anybody answered, and whether the person wrote, after a moment; `but` is the message of the fact."""
    return await tx.fetchrow(SINCE, tx.organization_id, conversation_id, at, but)


SCORE = "select score, comment from csat_surveys where organization_id = $1 and conversation_id = $2"


async def score(tx: Transaction, conversation_id: UUID) -> Row | None:
    """Return what a person thought of a conversation."""
    return await tx.fetchrow(SCORE, tx.organization_id, conversation_id)
