"""What becomes of the deals that a turn wants begun or moved?"""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from recado.contacts.models import ContactId
from recado.conversations.models import ConversationId
from recado.flows.engine.effects import PlaceDeal
from recado.foundation.database import Transaction
from recado.foundation.errors import DomainError
from recado.leads.models import FLOW
from recado.leads.service import by_name


@dataclass(frozen=True, slots=True)
class Wanted:
    """A deal that the turn of a session wants somewhere; `key` is the same however often the turn is run."""

    session: UUID
    conversation: ConversationId
    contact: ContactId
    effect: PlaceDeal
    key: str


async def place(tx: Transaction, one: Wanted) -> dict[str, object] | None:
    """Begin or move it; return the problem of the turn where the pipeline refuses. Nothing of a refused one stands."""
    effect = one.effect
    try:
        async with tx.part():
            await _place(tx, one)
    except DomainError as refused:
        data = {"reason": refused.code, "pipeline": effect.pipeline, "stage": effect.stage}
        return {"code": "deal_refused", "severity": "error", "node": effect.node, "data": data}
    return None


async def _place(tx: Transaction, one: Wanted) -> None:
    effect = one.effect
    if effect.moves:
        await by_name.move(
            tx, FLOW, contact=one.contact, conversation=one.conversation, pipeline=effect.pipeline, stage=effect.stage,
            reason=effect.reason, creates=effect.creates, key=one.key,
        )  # fmt: skip
    else:
        await by_name.begin(
            tx, FLOW, contact=one.contact, conversation=one.conversation, pipeline=effect.pipeline, stage=effect.stage,
            title=effect.title, value_cents=effect.value_cents, key=one.key,
        )  # fmt: skip
