"""How is a conversation put right that came with a state nobody knows?"""

from __future__ import annotations

from recado.conversations.errors import NothingToRepair
from recado.conversations.models import Actor, ConversationId, State
from recado.conversations.service import verbs
from recado.conversations.service.ports import Ports
from recado.conversations.service.saving import save
from recado.conversations.service.verbs import Viewer
from recado.conversations.store import figures as store
from recado.foundation.database import Transaction


async def repair(
    tx: Transaction, id_: ConversationId, ports: Ports, actor: Actor, viewer: Viewer, *, state: State
) -> None:
    """Give it one of the three states; raise `NothingToRepair` where it is in one that everybody knows."""
    desk, _ = await verbs.lay(tx, id_, ports, viewer)
    if not await store.repaired(tx, id_):
        raise NothingToRepair
    desk.move(id_, state, actor, "repaired")
    await save(tx, desk)
