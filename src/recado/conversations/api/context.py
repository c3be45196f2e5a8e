"""What do the desk's routes share?"""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from fastapi import Depends, Request

from recado.conversations.errors import ConversationNotFound
from recado.conversations.models import Actor, ConversationId
from recado.conversations.schemas import conversations as shapes
from recado.conversations.schemas import wording
from recado.conversations.service.ports import Ports
from recado.conversations.service.seeing import sees
from recado.conversations.store import reading
from recado.foundation.database import Transaction
from recado.organizations.models import Scope


def ports_of(request: Request) -> Ports:
    """Return what conversations of this process work with."""
    ports: Ports = request.app.state.ports
    return ports


PortsOf = Annotated[Ports, Depends(ports_of)]


def viewer_of(scope: Scope) -> UUID | None:
    """Return whose conversations this caller may see beside nobody's of their teams; None for those who see all."""
    return None if scope.may("conversations:all") else scope.actor.id


def actor_of(scope: Scope) -> Actor:
    """Return the caller as threads name them."""
    return Actor("person", scope.actor.id, scope.actor.name)


async def shown(
    tx: Transaction, id_: ConversationId, ports: Ports, scope: Scope, *, given_away: bool = False
) -> shapes.ConversationOutput:
    """Return a conversation as the caller may see it, or has just given it away; raise `ConversationNotFound`."""
    row = await reading.read_conversation(tx, id_)
    viewer = None if given_away else viewer_of(scope)
    if row is None or not await sees(tx, viewer, assignee=row["assignee_id"], team=row["team_id"]):
        raise ConversationNotFound
    return wording.conversation(row, ports.adapters, ports.clock())
