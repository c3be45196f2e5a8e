"""How is a transbordo opened, with its target and the people who are told of it?"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from recado.conversations.handoff_models import HandoffSettings, NewHandoff, NewNotice, NoticeKind
from recado.conversations.models import Handoff
from recado.conversations.rules import handoffs as rules
from recado.conversations.store import handoffs as store
from recado.conversations.store import notices as notices_store
from recado.foundation import jobs
from recado.foundation.database import Transaction
from recado.foundation.identifiers import new_id, new_ids

NOTIFY = "conversations.notify_handoff"


async def open_all(tx: Transaction, handoffs: Sequence[Handoff], now: datetime) -> None:
    """Open a transbordo for each that has none open, and see to it that colleagues are told; see `rules.due`."""
    if not handoffs:
        return
    settings = await store.read_settings(tx)
    known = await store.fields_of(tx, {one.conversation for one in handoffs})
    new = []
    for one in handoffs:
        lead_class = rules.lead_class_of(known.get(one.conversation, {}))
        new.append(
            NewHandoff(
                new_id(), one.conversation, one.reason, one.priority, one.team, one.summary, lead_class,
                rules.due(lead_class, now, settings.targets),
            )
        )  # fmt: skip
    await tell(tx, await store.insert_handoffs(tx, new, now), NoticeKind.OPENED, settings)


async def tell(tx: Transaction, handoffs: Sequence[UUID], kind: NoticeKind, settings: HandoffSettings) -> None:
    """Have colleagues told of transbordos, each of them once; the telling itself is a job's, outside this transaction."""
    whom = rules.recipients(settings, kind)
    pairs = [(handoff, medium, recipient) for handoff in handoffs for medium, recipient in whom]
    if not pairs:
        return
    new = [
        NewNotice(id_, handoff, kind, medium, recipient)
        for id_, (handoff, medium, recipient) in zip(new_ids(len(pairs)), pairs, strict=True)
    ]
    fresh = await notices_store.insert_notices(tx, new)
    await jobs.defer_many(tx, NOTIFY, [{"notice_id": str(id_)} for id_ in fresh])
