"""How are dead letters kept, and put back where they came from?"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from recado.foundation.database import Row, Transaction
from recado.foundation.lanes.models import NewInput, partition_of

LIST_DEAD = """
select id, kind, summary, cause, attempts, died_at, state, conversation_id from dead_letters
where organization_id = $1 and state = 'dead' and ($2::timestamptz is null or (died_at, id) < ($2, $3::uuid))
order by died_at desc, id desc limit $4
"""


async def list_dead(tx: Transaction, before: tuple[datetime, UUID] | None, limit: int) -> list[Row]:
    """Return dead letters, the newest first."""
    at, id_ = before or (None, None)
    return await tx.fetch(LIST_DEAD, tx.organization_id, at, id_, limit)


LOCK_DEAD = """
select id, kind, channel_id, payload from dead_letters where organization_id = $1 and id = $2 and state = 'dead' for update
"""


async def lock(tx: Transaction, id_: UUID) -> Row | None:
    """Lock and return a dead letter that nobody has settled."""
    return await tx.fetchrow(LOCK_DEAD, tx.organization_id, id_)


SETTLE = """
update dead_letters set state = $3, settled_at = now(), settled_by = $4 where organization_id = $1 and id = $2
"""


async def settle(tx: Transaction, id_: UUID, state: str, by: UUID | None) -> None:
    """Write down what was done with it, and by whom."""
    await tx.execute(SETTLE, tx.organization_id, id_, state, by)


PUT_BACK = """
insert into inbox (organization_id, partition, channel_id, chat, key, kind, payload)
select $1, * from unnest($2::smallint[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[])
on conflict do nothing
"""


async def put_back(tx: Transaction, channel: UUID, inputs: Sequence[NewInput]) -> None:
    """Put inputs into the inbox again."""
    await tx.execute(
        PUT_BACK, tx.organization_id, [partition_of(tx.organization_id, channel, one.chat) for one in inputs],
        [channel] * len(inputs), [one.chat for one in inputs], [one.key for one in inputs],
        [one.kind for one in inputs], [one.payload for one in inputs],
    )  # fmt: skip
    tx.wake("inbox")


# Where it stood: a campaign's message goes behind replies again, and a refusal of marketing still keeps it back.
SEND_AGAIN = """
with message as (
    update messages set status = 'queued', status_rank = 10, failure = null
    where organization_id = $1 and id = $2 and direction = 'out' and status = 'failed' returning *
)
insert into outbox (organization_id, id, conversation_id, channel_id, lane, class, recipient, body, token, state)
select m.organization_id, m.id, m.conversation_id, m.channel_id, d.lane, d.class, d.recipient, d.body, d.token, 'queued'
from message m join dead_sends d on d.organization_id = m.organization_id and d.id = m.id
returning id
"""


async def send_again(tx: Transaction, message: UUID) -> bool:
    """Queue a failed message anew; False where it is gone or did not fail."""
    tx.wake("outbox")
    return await tx.fetchval(SEND_AGAIN, tx.organization_id, message) is not None


READ_DELIVERY = """
select d.raw, d.channel_id, c.adapter, c.external_id from deliveries d
join channels c on c.organization_id = d.organization_id and c.id = d.channel_id
where d.organization_id = $1 and d.id = $2
"""


async def delivery(tx: Transaction, id_: UUID) -> Row | None:
    """Return the bytes of a delivery, its channel and adapter."""
    return await tx.fetchrow(READ_DELIVERY, tx.organization_id, id_)
