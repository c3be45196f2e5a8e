"""How does everything on the desk reach the database, one statement a table?"""

from __future__ import annotations

from recado.conversations.service.desk import Desk
from recado.conversations.store import threads as store
from recado.foundation import facts, jobs
from recado.foundation.database import Transaction
from recado.foundation.failpoints import failpoint
from recado.foundation.lanes import outbox

FETCH_MEDIA = "conversations.fetch_media"


async def save(tx: Transaction, desk: Desk) -> None:
    """Write what changed on the desk; the order is that of the foreign keys."""
    await store.insert_conversations(tx, [desk.conversations[id_] for id_ in sorted(desk.opened)])
    await store.update_conversations(tx, [desk.conversations[id_] for id_ in sorted(desk.changed | desk.opened)])
    await store.insert_messages(tx, desk.messages, dict(desk.refused))
    await store.insert_media(tx, desk.media)
    for media in desk.media:
        if not media.failure:
            await jobs.defer(tx, FETCH_MEDIA, {"media_id": str(media.id)})
    await store.insert_moves(tx, desk.moves)
    await store.end_handoffs(tx, desk.handoffs_ended)
    await store.insert_handoffs(tx, desk.handoffs)
    await outbox.enqueue(tx, desk.outgoing)
    await facts.publish(tx, desk.facts)
    for write in desk.afterwards:
        await write(tx)
    failpoint("desk.before_commit")
