"""What do people do with a transbordo: resolve it, say how urgent it is, set its targets?"""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from recado.channels import service as channels
from recado.conversations import events
from recado.conversations.errors import ConversationNotFound, HandoffNotFound, HandoffOver, NoSuchChannel
from recado.conversations.handoff_models import HandoffSettings, LeadClass
from recado.conversations.models import Actor, ConversationId
from recado.conversations.rules import handoffs as rules
from recado.conversations.service import verbs
from recado.conversations.service.ports import Ports
from recado.conversations.service.saving import save
from recado.conversations.service.verbs import Viewer
from recado.conversations.store import handoffs as store
from recado.foundation import facts
from recado.foundation.database import Row, Transaction
from recado.foundation.facts import Fact


async def resolve(tx: Transaction, id_: UUID, ports: Ports, actor: Actor, viewer: Viewer) -> None:
    """Say that nobody is needed any more; the person who answers goes on answering. Repeating it is refused."""
    row = await _pending(tx, id_, viewer)
    desk, _ = await verbs.lay(tx, ConversationId(row["conversation_id"]), ports, viewer)
    # What was read before the lock may be over by now.
    await _pending(tx, id_, viewer)
    desk.end_handoff(ConversationId(row["conversation_id"]), "resolved", actor)
    await save(tx, desk)


async def change(
    tx: Transaction, id_: UUID, ports: Ports, viewer: Viewer, *, priority: str | None, lead_class: LeadClass | None
) -> None:
    """Say how urgent a transbordo is; its target is counted anew from the moment it was opened."""
    row = await _pending(tx, id_, viewer)
    settings = await store.read_settings(tx)
    now_class = lead_class or LeadClass(row["lead_class"])
    due_at, expires_at = row["due_at"], row["expires_at"]
    if lead_class is not None:
        moments = rules.due(now_class, row["opened_at"], settings.targets)
        due_at, expires_at = moments.due_at, moments.expires_at
    done = await store.change(
        tx, id_, priority=priority or row["priority"], lead_class=now_class, due_at=due_at, expires_at=expires_at,
        now=ports.clock(),
    )  # fmt: skip
    if not done:
        raise HandoffOver
    await facts.publish(tx, [Fact(events.HANDOFF_CHANGED, row["conversation_id"])])


async def change_settings(tx: Transaction, settings: HandoffSettings, ports: Ports) -> HandoffSettings:
    """Write targets and recipients; raise `NoSuchChannel`. What is open keeps the target it was opened with."""
    if settings.channel is not None:
        known = await channels.views(tx, [settings.channel], ports.adapters)
        if settings.channel not in known:
            raise NoSuchChannel
    clean = replace(settings, template_name=settings.template_name.strip())
    await store.save_settings(tx, clean)
    return clean


async def _pending(tx: Transaction, id_: UUID, viewer: Viewer) -> Row:
    row = await store.read_handoff(tx, id_)
    if row is None:
        raise HandoffNotFound
    try:
        await verbs.find_seen(tx, str(row["conversation_id"]), viewer)
    except ConversationNotFound as error:
        raise HandoffNotFound from error
    if row["state"] not in ("open", "taken"):
        raise HandoffOver(state=row["state"])
    return row
