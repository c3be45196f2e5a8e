"""How does everything on the desk reach the database, one statement a table?"""

from __future__ import annotations

from recado.conversations.service import asking, handing, handoffs
from recado.conversations.service.desk import Desk
from recado.conversations.store import handoffs as handoffs_store
from recado.conversations.store import people
from recado.conversations.store import threads as store
from recado.foundation import facts, jobs
from recado.foundation.database import Transaction
from recado.foundation.failpoints import failpoint
from recado.foundation.lanes import outbox

FETCH_MEDIA = "conversations.fetch_media"


class PersonMoved(Exception):
    """A merge overtook this transaction: run again, it finds the person that stayed."""


async def save(tx: Transaction, desk: Desk) -> None:
    """Write what changed on the desk; the order is that of the foreign keys."""
    await asking.ask(tx, desk)
    await handing.route_handoffs(tx, desk)
    await store.insert_conversations(tx, [desk.conversations[id_] for id_ in sorted(desk.opened)])
    # The foreign key has waited for a merge that was under way; whoever is gone by it has another row, and another thread.
    if desk.opened and await people.strayed(tx, [desk.conversations[id_].contact for id_ in desk.opened]):
        raise PersonMoved
    await store.update_conversations(tx, [desk.conversations[id_] for id_ in sorted(desk.changed | desk.opened)])
    await store.insert_messages(tx, desk.messages, dict(desk.refused))
    await store.insert_media(tx, desk.media)
    for media in desk.media:
        if not media.failure:
            await jobs.defer(tx, FETCH_MEDIA, {"media_id": str(media.id)})
    await store.insert_moves(tx, desk.moves)
    await handoffs_store.end_handoffs(tx, desk.handoffs_ended, desk.now)
    await handoffs.open_all(tx, desk.handoffs, desk.now)
    await outbox.enqueue(tx, desk.outgoing)
    await facts.publish(tx, desk.facts)
    for write in desk.afterwards:
        await write(tx)
    handing.wake_rules(tx, desk)
    failpoint("desk.before_commit")
