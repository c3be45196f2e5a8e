"""How does an organization have an address outside told of what happens, and see what became of it?"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

import msgspec

from recado.foundation.database import Transaction
from recado.foundation.egress.policy import Policy
from recado.foundation.egress.signatures import new_signing_secret
from recado.foundation.errors import NotFound
from recado.foundation.identifiers import new_id
from recado.foundation.secrets import MasterKey
from recado.organizations.errors import NameTaken, TooManyWebhooks
from recado.organizations.models import DeliveryId, Scope, Webhook, WebhookDelivery, WebhookId
from recado.organizations.rules import webhooks as rules
from recado.organizations.service.audit_trail import audit
from recado.organizations.store import webhook_deliveries, webhooks

TOPIC = "webhooks"
TEST_FACT = "webhooks.test"


def seal_context(tx: Transaction, id_: WebhookId) -> str:
    """What a signing secret is sealed for: this organization's address and no other row."""
    return f"webhook_subscriptions.sealed/{tx.organization_id}/{id_}"


async def list_webhooks(tx: Transaction) -> list[Webhook]:
    """Return the addresses of the organization at hand by name."""
    return await webhooks.list_all(tx)


async def create_webhook(
    tx: Transaction,
    scope: Scope,
    key: MasterKey,
    *,
    name: str,
    url: str,
    facts: Sequence[str],
    known: Collection[str],
    policy: Policy,
) -> tuple[Webhook, str]:
    """Have an address told of `facts` from now on; return it and its signing secret, shown now and never again.

    Raises `BadWebhook`, `NameTaken`, `TooManyWebhooks`.
    """
    checked, wanted = rules.check_url(url, policy), rules.check_facts(facts, known)
    if await webhooks.count(tx) >= rules.MOST:
        raise TooManyWebhooks(limit=rules.MOST)
    id_, clear = WebhookId(new_id()), new_signing_secret()
    sealed = key.seal(clear.encode(), context=seal_context(tx, id_))
    if not await webhooks.add(tx, id_, name=name, url=checked, facts=wanted, sealed=sealed):
        raise NameTaken
    await webhook_deliveries.begin_listening(tx)
    await audit(tx, scope, "webhooks.created", subject=("webhook", id_), detail={"url": checked, "facts": list(wanted)})
    return await _get(tx, id_), clear


async def change_webhook(
    tx: Transaction,
    scope: Scope,
    id_: WebhookId,
    *,
    name: str | None,
    url: str | None,
    facts: Sequence[str] | None,
    active: bool | None,
    known: Collection[str],
    policy: Policy,
) -> Webhook:
    """Change what is given. Put back into service, an address is told what it missed. Raises as `create_webhook`."""
    before = await _get(tx, id_)
    state = before.state if active is None else ("active" if active else "paused")
    wanted = replace(
        before,
        name=before.name if name is None else name,
        url=before.url if url is None else rules.check_url(url, policy),
        facts=before.facts if facts is None else rules.check_facts(facts, known),
        state=state,
    )
    if not await webhooks.change(tx, wanted):
        raise NameTaken
    detail = {"url": wanted.url, "facts": list(wanted.facts), "state": wanted.state}
    await audit(tx, scope, "webhooks.changed", subject=("webhook", id_), detail=detail)
    tx.wake(f"{TOPIC}/{tx.organization_id}")
    return await _get(tx, id_)


async def rotate_webhook(
    tx: Transaction, scope: Scope, key: MasterKey, id_: WebhookId, *, keep_previous: timedelta, now: datetime
) -> tuple[Webhook, str]:
    """Make a new signing secret, shown now and never again; for `keep_previous` both sign. Raises `NotFound`."""
    clear = new_signing_secret()
    overlap = min(keep_previous, rules.LONGEST_OVERLAP)
    until = now + overlap if overlap > timedelta(0) else None
    if not await webhooks.rotate(tx, id_, key.seal(clear.encode(), context=seal_context(tx, id_)), until):
        raise NotFound
    await audit(tx, scope, "webhooks.rotated", subject=("webhook", id_))
    return await _get(tx, id_), clear


async def remove_webhook(tx: Transaction, scope: Scope, id_: WebhookId) -> None:
    """Tell an address nothing more and forget it with its deliveries. Raises `NotFound`."""
    name = await webhooks.remove(tx, id_)
    if name is None:
        raise NotFound
    if not await webhooks.count(tx):
        await webhook_deliveries.stop_listening(tx)
    await audit(tx, scope, "webhooks.removed", subject=("webhook", id_), detail={"name": name})


async def list_deliveries(
    tx: Transaction, id_: WebhookId, *, before: DeliveryId | None, limit: int
) -> list[WebhookDelivery]:
    """Return what was told to an address, the newest first; raises `NotFound`."""
    await _get(tx, id_)
    return await webhook_deliveries.list_page(tx, id_, before=before, limit=limit)


async def resend(tx: Transaction, scope: Scope, id_: WebhookId, delivery: DeliveryId, *, now: datetime) -> None:
    """Tell it once more, the same under the same id. Raises `NotFound`."""
    if not await webhook_deliveries.resend(tx, id_, delivery, now):
        raise NotFound
    await audit(tx, scope, "webhooks.resent", subject=("webhook_delivery", delivery))
    tx.wake(f"{TOPIC}/{tx.organization_id}")


async def send_test(tx: Transaction, id_: WebhookId, *, now: datetime) -> DeliveryId:
    """Tell an address that it is being tried; raises `NotFound`."""
    await _get(tx, id_)
    delivery = DeliveryId(new_id())
    body = written(TEST_FACT, now, {"organization_id": str(tx.organization_id)})
    await webhook_deliveries.add(tx, [(delivery, id_, TEST_FACT, body)], now)
    tx.wake(f"{TOPIC}/{tx.organization_id}")
    return delivery


async def tell_one(
    tx: Transaction, id_: WebhookId, fact: str, data: Mapping[str, object], *, now: datetime
) -> DeliveryId:
    """Tell one address something by its own name, whatever facts it wants; raises `NotFound` where it is not in service."""
    if (await _get(tx, id_)).state != "active":
        raise NotFound
    delivery = DeliveryId(new_id())
    body = written(fact, now, {"organization_id": str(tx.organization_id), **data})
    await webhook_deliveries.add(tx, [(delivery, id_, fact, body)], now)
    tx.wake(f"{TOPIC}/{tx.organization_id}")
    return delivery


def written(fact: str, at: datetime, data: object) -> str:
    """The body that is sent: name, moment and ids of what happened (the shape of Standard Webhooks)."""
    return msgspec.json.encode({"type": fact, "timestamp": at, "data": data}).decode()


async def _get(tx: Transaction, id_: WebhookId) -> Webhook:
    found = await webhooks.get(tx, id_)
    if found is None:
        raise NotFound
    return found
