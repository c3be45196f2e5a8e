"""What may other modules' routes use of the desk's?"""

from __future__ import annotations

from recado.conversations.api.common import PortsOf, shown
from recado.conversations.models import ConversationId
from recado.conversations.ports import Ports
from recado.conversations.service import verbs
from recado.foundation.database import Transaction
from recado.organizations.models import Scope

__all__ = ["PortsOf", "find_shown"]


async def find_shown(tx: Transaction, ref: str, ports: Ports, scope: Scope) -> ConversationId:
    """Return the conversation of `ref` if the caller may see it; raise `ConversationNotFound`."""
    id_ = await verbs.find(tx, ref)
    await shown(tx, id_, ports, scope)
    return id_
