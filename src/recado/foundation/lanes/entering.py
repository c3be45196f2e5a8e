"""How does something that is no webhook get its place in the inbox?"""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from recado.foundation.database import Transaction
from recado.foundation.lanes.models import NewInput, partition_of

PUT_IN = """
insert into inbox (organization_id, partition, channel_id, chat, key, kind, payload)
select $1, * from unnest($2::smallint[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[])
on conflict do nothing
"""


async def put_in(tx: Transaction, inputs: Sequence[tuple[UUID, NewInput]]) -> None:
    """Queue (channel, input) behind what their chats wait for already; one whose key waits there is a repeat."""
    if not inputs:
        return
    await tx.execute(
        PUT_IN, tx.organization_id, [partition_of(tx.organization_id, channel, one.chat) for channel, one in inputs],
        [channel for channel, _ in inputs], [one.chat for _, one in inputs], [one.key for _, one in inputs],
        [one.kind for _, one in inputs], [one.payload for _, one in inputs],
    )  # fmt: skip
    tx.wake("inbox")
