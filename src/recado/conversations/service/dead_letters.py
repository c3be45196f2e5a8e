"""What happens to what could not be handled, when somebody looks at it?"""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from recado.channels import service as channels
from recado.channels.adapter import Adapter, Unreadable
from recado.conversations.errors import CannotRetry, DeadLetterNotFound
from recado.conversations.store import dead_letters as store
from recado.foundation import jobs
from recado.foundation.database import Row, Transaction
from recado.foundation.lanes.models import NewInput


async def dismiss(tx: Transaction, id_: UUID, by: UUID | None) -> None:
    """Take a dead letter off the screen; it stays in the table."""
    await _lock(tx, id_)
    await store.settle(tx, id_, "dismissed", by)


async def retry(tx: Transaction, id_: UUID, by: UUID | None, adapters: Mapping[str, Adapter]) -> None:
    """Put what died back where it came from; raise `DeadLetterNotFound`, `CannotRetry`."""
    letter = await _lock(tx, id_)
    match letter["kind"]:
        case "send":
            if not await store.send_again(tx, UUID(letter["payload"])):
                raise CannotRetry(why="message_gone")
        case "job":
            await jobs.put_back(tx, letter["payload"])
        case "delivery":
            await _read_again(tx, letter, adapters)
        case kind:
            # The chat decides the partition only; an input that comes back is alone, so its own id serves as well.
            again = NewInput(f"again:{letter['id']}", str(letter["id"]), kind, letter["payload"])
            await store.put_back(tx, letter["channel_id"], [again])
    await store.settle(tx, id_, "retried", by)


async def _lock(tx: Transaction, id_: UUID) -> Row:
    letter = await store.lock(tx, id_)
    if letter is None:
        raise DeadLetterNotFound
    return letter


async def _read_again(tx: Transaction, letter: Row, adapters: Mapping[str, Adapter]) -> None:
    found = await store.delivery(tx, UUID(letter["payload"]))
    if found is None or found["adapter"] not in adapters:
        raise CannotRetry(why="delivery_gone")
    try:
        inputs = channels.inputs_of(adapters[found["adapter"]], found["raw"], found["external_id"])
    except Unreadable as unreadable:
        raise CannotRetry(why=str(unreadable)) from unreadable
    await store.put_back(tx, found["channel_id"], inputs)
