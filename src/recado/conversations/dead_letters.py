"""What could not be handled, and what happens when somebody tries again?"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from recado.channels.adapter import Adapter, Unreadable
from recado.channels.webhooks.inputs import input_of
from recado.foundation import jobs
from recado.foundation.database import Row, Transaction
from recado.foundation.errors import DomainError, Kind, NotFound
from recado.foundation.lanes.models import NewInput, partition_of


class DeadLetterNotFound(NotFound):
    """No dead letter of this organization has that id, or it was settled already."""

    code: ClassVar[str] = "dead_letter_not_found"


class CannotRetry(DomainError):
    """What it was about is gone, or would fail the same way again. `why` says which."""

    kind = Kind.CONFLICT
    code = "cannot_retry"


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

SETTLE = """
update dead_letters set state = $3, settled_at = now(), settled_by = $4 where organization_id = $1 and id = $2
"""


async def dismiss(tx: Transaction, id_: UUID, by: UUID | None) -> None:
    """Take a dead letter off the screen; it stays in the table."""
    await _lock(tx, id_)
    await tx.execute(SETTLE, tx.organization_id, id_, "dismissed", by)


async def retry(tx: Transaction, id_: UUID, by: UUID | None, adapters: Mapping[str, Adapter]) -> None:
    """Put what died back where it came from; raise `DeadLetterNotFound`, `CannotRetry`."""
    letter = await _lock(tx, id_)
    match letter["kind"]:
        case "send":
            await _send_again(tx, UUID(letter["payload"]))
        case "job":
            await jobs.put_back(tx, letter["payload"])
        case "delivery":
            await _read_again(tx, letter, adapters)
        case kind:
            await _put_back(tx, letter["channel_id"], [_input(tx, letter, kind)])
    await tx.execute(SETTLE, tx.organization_id, id_, "retried", by)


async def _lock(tx: Transaction, id_: UUID) -> Row:
    letter = await tx.fetchrow(LOCK_DEAD, tx.organization_id, id_)
    if letter is None:
        raise DeadLetterNotFound
    return letter


PUT_BACK = """
insert into inbox (organization_id, partition, channel_id, chat, key, kind, payload)
select $1, * from unnest($2::smallint[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[])
on conflict do nothing
"""


async def _put_back(tx: Transaction, channel: UUID, inputs: list[NewInput]) -> None:
    await tx.execute(
        PUT_BACK, tx.organization_id, [partition_of(tx.organization_id, channel, one.chat) for one in inputs],
        [channel] * len(inputs), [one.chat for one in inputs], [one.key for one in inputs],
        [one.kind for one in inputs], [one.payload for one in inputs],
    )  # fmt: skip
    tx.wake("inbox")


def _input(tx: Transaction, letter: Row, kind: str) -> NewInput:
    # The chat decides the partition only; an input that comes back is alone, so its own id serves as well.
    return NewInput(f"again:{letter['id']}", str(letter["id"]), kind, letter["payload"])


SEND_AGAIN = """
with message as (
    update messages set status = 'queued', status_rank = 10, failure = null
    where organization_id = $1 and id = $2 and direction = 'out' and status = 'failed' returning *
)
insert into outbox (organization_id, id, conversation_id, channel_id, lane, class, recipient, body, token, state)
select m.organization_id, m.id, m.conversation_id, m.channel_id, 0, 'reply', d.recipient, d.body, d.token, 'queued'
from message m join dead_sends d on d.organization_id = m.organization_id and d.id = m.id
returning id
"""


async def _send_again(tx: Transaction, message: UUID) -> None:
    if await tx.fetchval(SEND_AGAIN, tx.organization_id, message) is None:
        raise CannotRetry(why="message_gone")
    tx.wake("outbox")


READ_DELIVERY = """
select d.raw, d.channel_id, c.adapter from deliveries d
join channels c on c.organization_id = d.organization_id and c.id = d.channel_id
where d.organization_id = $1 and d.id = $2
"""


async def _read_again(tx: Transaction, letter: Row, adapters: Mapping[str, Adapter]) -> None:
    found = await tx.fetchrow(READ_DELIVERY, tx.organization_id, UUID(letter["payload"]))
    if found is None or found["adapter"] not in adapters:
        raise CannotRetry(why="delivery_gone")
    try:
        readings = adapters[found["adapter"]].read(found["raw"])
    except Unreadable as unreadable:
        raise CannotRetry(why=str(unreadable)) from unreadable
    await _put_back(tx, found["channel_id"], [input_of(reading.arrival) for reading in readings])
