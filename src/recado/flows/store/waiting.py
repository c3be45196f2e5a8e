"""How is what sessions wait for kept, and what is due given back once?"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

from recado.conversations.models import ConversationId
from recado.flows.models import NewAsk, SessionId, Wait
from recado.foundation.database import Row, Transaction
from recado.foundation.identifiers import OrganizationId

# The same key once more is the same wait, wanted anew: what was due under its old id is not looked at any more.
INSERT_WAITS = """
insert into timers (organization_id, id, conversation_id, session_id, kind, key, due_at, payload)
select $1, * from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::timestamptz[], $8::text[])
on conflict (organization_id, conversation_id, kind, key) do update
set id = excluded.id, session_id = excluded.session_id, due_at = excluded.due_at, payload = excluded.payload,
    state = 'waiting', held_since = null, fired_at = null
"""


async def insert(tx: Transaction, waits: Sequence[Wait]) -> None:
    """Store waits; one of the same conversation, kind and key takes the place of the earlier one."""
    if waits:
        await tx.execute(
            INSERT_WAITS, tx.organization_id, [one.id for one in waits], [one.conversation for one in waits],
            [one.session for one in waits], [one.kind for one in waits], [one.key for one in waits],
            [one.due_at for one in waits], [one.payload for one in waits],
        )  # fmt: skip


TALK = "select state, answerer from conversations where organization_id = $1 and id = $2"


async def talk(tx: Transaction, conversation: ConversationId) -> Row | None:
    """Return how a conversation stands."""
    return await tx.fetchrow(TALK, tx.organization_id, conversation)


READ_WAITS = """
select id, conversation_id, session_id, kind, key, due_at, payload, held_since from timers
where organization_id = $1 and id = any($2)
"""


async def read(tx: Transaction, ids: Collection[UUID]) -> dict[UUID, Wait]:
    """Return waits by id; those that were withdrawn or have had their turn are absent."""
    return {row["id"]: _wait(row) for row in await tx.fetch(READ_WAITS, tx.organization_id, list(ids))}


READ_BUBBLES = """
select id, conversation_id, session_id, kind, key, due_at, payload, held_since from timers
where organization_id = $1 and conversation_id = any($2) and kind = 'flow_bubble'
"""


async def bubbles(tx: Transaction, conversations: Collection[ConversationId]) -> dict[ConversationId, Wait]:
    """Return the open bubble of each conversation that has one."""
    rows = await tx.fetch(READ_BUBBLES, tx.organization_id, list(conversations))
    return {row["conversation_id"]: _wait(row) for row in rows}


# As they read now: people mend what they have just written, and take it back.
READ_TEXTS = """
select id, text from messages
where organization_id = $1 and id = any($2) and not coalesce((content -> 'revoked')::boolean, false)
"""


async def texts(tx: Transaction, messages: Collection[UUID]) -> dict[UUID, str]:
    """Return the texts of messages by id; those that were taken back are absent."""
    return {row["id"]: row["text"] for row in await tx.fetch(READ_TEXTS, tx.organization_id, list(messages))}


FINISH_WAITS = "delete from timers where organization_id = $1 and id = any($2)"


async def finish(tx: Transaction, ids: Collection[UUID]) -> None:
    """Remove waits that have had their turn, or shall have none."""
    if ids:
        await tx.execute(FINISH_WAITS, tx.organization_id, list(ids))
        tx.wake("timers")


WITHDRAW = """
delete from timers t using unnest($2::uuid[], $3::text[]) as gone(session_id, key)
where t.organization_id = $1 and t.session_id = gone.session_id and t.key = gone.key
"""


async def withdraw(tx: Transaction, gone: Sequence[tuple[SessionId, str]]) -> None:
    """Remove the waits of (session, key): the session has gone on without them."""
    if gone:
        await tx.execute(WITHDRAW, tx.organization_id, [one[0] for one in gone], [one[1] for one in gone])


WITHDRAW_ALL = "delete from timers where organization_id = $1 and session_id = any($2)"


async def withdraw_all(tx: Transaction, sessions: Collection[SessionId]) -> None:
    """Remove every wait of these sessions."""
    if sessions:
        await tx.execute(WITHDRAW_ALL, tx.organization_id, list(sessions))


HOLD = """
update timers t set state = 'waiting', due_at = held.until, fired_at = null, held_since = coalesce(t.held_since, $4)
from unnest($2::uuid[], $3::timestamptz[]) as held(id, until) where t.organization_id = $1 and t.id = held.id
"""


async def hold(tx: Transaction, held: Sequence[tuple[UUID, datetime]], now: datetime) -> None:
    """Let each (wait, moment) be due again then; since when that goes on is remembered."""
    if held:
        await tx.execute(HOLD, tx.organization_id, [one[0] for one in held], [one[1] for one in held], now)


ORGANIZATIONS_DUE = "select organizations_with_due_timers($1) as id"


async def organizations_due(tx: Transaction, now: datetime) -> list[OrganizationId]:
    """Return the organizations in which something is due; only the workers' role may ask."""
    return [OrganizationId(row["id"]) for row in await tx.fetch(ORGANIZATIONS_DUE, now)]


# Only so many lie in the inbox at a time: what a person writes this moment must not stand behind a thousand that were
# promised for nine o'clock. One whose turn has died is not counted for ever. By place, row by row: the planner, who cannot know
# the limit, would rather read the whole table.
FIRE = """
with due as (
    select ctid as at from timers where organization_id = $1 and state = 'waiting' and due_at <= $2
    order by due_at, id
    limit greatest(0, $3 - (select count(*) from timers
                            where organization_id = $1 and state = 'due' and fired_at > $2 - interval '5 minutes'))
    for update skip locked
), fired as (
    update timers set state = 'due', fired_at = $2 where organization_id = $1 and ctid = any (array(select at from due))
    returning id, conversation_id, kind, due_at
)
select f.id, f.conversation_id, f.kind, c.channel_id, coalesce(nullif(c.reply_bsuid, ''), c.reply_wa_id) as chat
from fired f join conversations c on c.organization_id = $1 and c.id = f.conversation_id
order by f.due_at, f.id
"""


async def fire(tx: Transaction, now: datetime, most: int) -> list[Row]:
    """Mark what is due, the oldest first, so that at most `most` are under way; return each with its chat."""
    return await tx.fetch(FIRE, tx.organization_id, now, most)


ANSWER_WAIT = """
with answered as (
    update timers set state = 'due', fired_at = $3, payload = $4 where organization_id = $1 and id = $2 and state = 'waiting'
    returning conversation_id
)
select a.conversation_id, c.channel_id, coalesce(nullif(c.reply_bsuid, ''), c.reply_wa_id) as chat
from answered a join conversations c on c.organization_id = $1 and c.id = a.conversation_id
"""


async def answer(tx: Transaction, id_: UUID, payload: str, now: datetime) -> Row | None:
    """Give a wait its answer and return its conversation, channel and chat; None where nobody waits for it any more."""
    return await tx.fetchrow(ANSWER_WAIT, tx.organization_id, id_, now, payload)


INSERT_ASKS = """
insert into asks (organization_id, id, kind, request) select $1, * from unnest($2::uuid[], $3::text[], $4::text[])
"""


async def insert_asks(tx: Transaction, asks: Sequence[NewAsk]) -> None:
    """Store questions, each beside the wait of its answer."""
    if asks:
        columns = [one.id for one in asks], [one.kind for one in asks], [one.request for one in asks]
        await tx.execute(INSERT_ASKS, tx.organization_id, *columns)


LOCK_ASK = "select kind, request, state, attempts from asks where organization_id = $1 and id = $2 for no key update"


async def lock_ask(tx: Transaction, id_: UUID) -> Row | None:
    """Lock and return a question; None where nobody waits for its answer any more."""
    return await tx.fetchrow(LOCK_ASK, tx.organization_id, id_)


BEGIN_CALL = "update asks set state = 'calling', attempts = attempts + 1 where organization_id = $1 and id = $2"


async def begin_call(tx: Transaction, id_: UUID) -> None:
    """Count a call that is about to be made."""
    await tx.execute(BEGIN_CALL, tx.organization_id, id_)


SET_ASK = "update asks set state = $3 where organization_id = $1 and id = $2"


async def set_ask(tx: Transaction, id_: UUID, state: str) -> None:
    """Say how far a question has come."""
    await tx.execute(SET_ASK, tx.organization_id, id_, state)


def _wait(row: Row) -> Wait:
    return Wait(
        row["id"], row["conversation_id"], row["session_id"], row["kind"], row["key"], row["due_at"], row["payload"],
        row["held_since"],
    )  # fmt: skip
