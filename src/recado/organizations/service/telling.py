"""How do facts become deliveries, and how is one attempt begun and settled?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

import msgspec

from recado.foundation import facts as all_facts
from recado.foundation.database import Transaction
from recado.foundation.egress.models import Failure, Header, Request, Response, Secret
from recado.foundation.egress.urls import read_url
from recado.foundation.facts import Fact
from recado.foundation.identifiers import new_ids
from recado.foundation.jobs import defer_many
from recado.foundation.secrets import MasterKey
from recado.organizations.models import SYSTEM, DeliveryId, WebhookId
from recado.organizations.rules.webhooks import Delivered, GivenUp, Later, after_attempt
from recado.organizations.service.audit_trail import audit
from recado.organizations.service.webhooks import seal_context, written
from recado.organizations.store import webhook_deliveries, webhooks

DELIVER = "organizations.deliver_webhook"
WEBHOOK_DISABLED = "organizations.webhook_disabled"
_AT_ONCE: Final = 500
_LEASE: Final = timedelta(minutes=2)
"""Longer than a call may take with the queue before it; a delivery that was lost with its process comes again then."""


@dataclass(frozen=True, slots=True)
class Begun:
    """An attempt that is counted and about to be made."""

    delivery: DeliveryId
    webhook: WebhookId
    attempt: int
    failing_since: datetime | None
    request: Request


async def gather(tx: Transaction, now: datetime) -> int:
    """Make deliveries of what has happened since the last time; return how many facts were read."""
    cursor = await webhook_deliveries.take_cursor(tx)
    if cursor is None:
        return 0
    found = await webhook_deliveries.read_facts(tx, cursor, _AT_ONCE)
    if not found:
        return 0
    listening = await webhook_deliveries.listening(tx)
    wanted = [(row, id_) for row in found for id_, names in listening if row["name"] in names]
    items = [
        (delivery, id_, row["name"], written(row["name"], row["at"], _told(tx, row)))
        for delivery, (row, id_) in zip(new_ids(len(wanted)), wanted, strict=True)
    ]
    await webhook_deliveries.add(tx, items, now)
    await webhook_deliveries.move_cursor(tx, (found[-1]["xid"], found[-1]["seq"]))
    return len(found)


async def queue_due(tx: Transaction, now: datetime) -> tuple[int, datetime | None]:
    """Queue a job for each delivery that is due; return how many, and when the next one will be."""
    ids = await webhook_deliveries.take_due(tx, now, until=now + _LEASE, limit=_AT_ONCE)
    await defer_many(tx, DELIVER, [{"delivery_id": str(id_)} for id_ in ids])
    return len(ids), await webhook_deliveries.next_due(tx)


async def begin(tx: Transaction, key: MasterKey, id_: DeliveryId, now: datetime) -> Begun | None:
    """Count an attempt and return what to send; None where nothing is to be sent any more."""
    row = await webhook_deliveries.begin(tx, id_, now, now + _LEASE)
    if row is None:
        return None
    context = seal_context(tx, row["subscription_id"])
    secret = Secret(
        name="webhook",
        value=key.open(row["sealed"], context=context).decode(),
        origins=frozenset({read_url(row["url"]).origin}),
        previous=key.open(row["previous"], context=context).decode() if row["previous"] else "",
    )
    request = Request(
        method="POST", url=row["url"], headers=(Header("Content-Type", "application/json"),), body=row["body"].encode(),
        signed_by=secret, signed_id=str(id_),
    )  # fmt: skip
    return Begun(id_, row["subscription_id"], row["attempts"], row["failing_since"], request)


async def settle(tx: Transaction, begun: Begun, answer: Response | Failure, *, now: datetime, chance: float) -> None:
    """Write down what came of an attempt, and put an address out of service that takes nothing any more."""
    decided = after_attempt(answer, attempts=begun.attempt, now=now, failing_since=begun.failing_since, chance=chance)
    state = {Delivered: "delivered", Later: "pending", GivenUp: "failed"}[type(decided)]
    kept = await webhook_deliveries.settle(
        tx, begun.delivery, begun.attempt, state=state, next_at=decided.at if isinstance(decided, Later) else now,
        status=answer.status if isinstance(answer, Response) else None,
        error="" if isinstance(answer, Response) else f"{answer.code}: {answer.detail}".strip(": ")[:200],
        ms=answer.ms, now=now,
    )  # fmt: skip
    if not kept:
        return
    if isinstance(decided, Delivered):
        await webhooks.note_success(tx, begun.webhook)
        return
    await webhooks.note_failure(tx, begun.webhook, now)
    if isinstance(decided, GivenUp) and decided.disable and await webhooks.disable(tx, begun.webhook, decided.disable):
        await audit(
            tx, SYSTEM, "webhooks.disabled", subject=("webhook", begun.webhook), detail={"reason": decided.disable}
        )
        about = {"webhook_id": str(begun.webhook), "reason": decided.disable}
        await all_facts.publish(tx, [Fact(WEBHOOK_DISABLED, None, about)])


def _told(tx: Transaction, row: Any) -> dict[str, Any]:
    """Ids only: whoever may know more asks the API with a key of its own."""
    about: dict[str, Any] = {"organization_id": str(tx.organization_id), **msgspec.json.decode(row["data"])}
    return {**about, "conversation_id": str(row["conversation_id"])} if row["conversation_id"] else about
