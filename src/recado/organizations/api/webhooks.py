"""How are addresses outside told of facts, and what became of each telling?"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Request

from recado.foundation.egress.policy import Policy
from recado.organizations.access import AccessOf, Caller
from recado.organizations.models import DeliveryId, WebhookId
from recado.organizations.schemas import webhooks as shapes
from recado.organizations.schemas.base import LARGEST_BODY
from recado.organizations.service import webhooks

router = APIRouter(tags=["webhooks"], max_body_size=LARGEST_BODY)


def facts_of(request: Request) -> Mapping[str, str]:
    """Return the facts that can be told, with their words for people."""
    known: Mapping[str, str] = request.app.state.told_facts
    return known


def policy_of(request: Request) -> Policy:
    """Return the wall that addresses must stand outside of."""
    policy: Policy = request.app.state.way_out_policy
    return policy


KnownFacts = Annotated[Mapping[str, str], Depends(facts_of)]
WayOut = Annotated[Policy, Depends(policy_of)]


@router.get("/webhooks", operation_id="webhooks.list")
async def list_webhooks(scope: Caller, access: AccessOf, known: KnownFacts) -> shapes.WebhooksOutput:
    """List the addresses that are told of facts, and the facts that can be told."""
    async with access.database.transaction(scope.organization) as tx:
        found = await webhooks.list_webhooks(tx)
    return shapes.WebhooksOutput(
        items=[shapes.webhook(one) for one in found],
        available_facts=[shapes.FactOutput(name=name, label=label) for name, label in known.items()],
    )


@router.post("/webhooks", operation_id="webhooks.create", status_code=201)
async def create(
    body: shapes.WebhookInput, scope: Caller, access: AccessOf, known: KnownFacts, policy: WayOut
) -> shapes.NewWebhookOutput:
    """Have an address told from now on; the signing secret is in this answer alone. 422 `bad_webhook`, 409 `name_taken`."""
    async with access.database.transaction(scope.organization) as tx:
        made, secret = await webhooks.create_webhook(
            tx, scope, access.key, name=body.name, url=body.url, facts=body.facts, known=known, policy=policy
        )
    return shapes.NewWebhookOutput(webhook=shapes.webhook(made), secret=secret)


@router.patch("/webhooks/{webhook_id}", operation_id="webhooks.change")
async def change(
    webhook_id: UUID,
    body: shapes.WebhookChangeInput,
    scope: Caller,
    access: AccessOf,
    known: KnownFacts,
    policy: WayOut,
) -> shapes.WebhookOutput:
    """Change an address, pause it, or put it back into service: then it is told what it missed."""
    async with access.database.transaction(scope.organization) as tx:
        changed = await webhooks.change_webhook(
            tx, scope, WebhookId(webhook_id), name=body.name, url=body.url, facts=body.facts, active=body.active,
            known=known, policy=policy,
        )  # fmt: skip
    return shapes.webhook(changed)


@router.post("/webhooks/{webhook_id}/rotate", operation_id="webhooks.rotate")
async def rotate(
    webhook_id: UUID, body: shapes.WebhookRotationInput, scope: Caller, access: AccessOf
) -> shapes.NewWebhookOutput:
    """Make a new signing secret, in this answer alone; for a while deliveries are signed with both."""
    async with access.database.transaction(scope.organization) as tx:
        changed, secret = await webhooks.rotate_webhook(
            tx, scope, access.key, WebhookId(webhook_id),
            keep_previous=timedelta(hours=body.keep_previous_hours), now=access.clock(),
        )  # fmt: skip
    return shapes.NewWebhookOutput(webhook=shapes.webhook(changed), secret=secret)


@router.delete("/webhooks/{webhook_id}", operation_id="webhooks.remove", status_code=204)
async def remove(webhook_id: UUID, scope: Caller, access: AccessOf) -> None:
    """Tell an address nothing more, and forget what it was told."""
    async with access.database.transaction(scope.organization) as tx:
        await webhooks.remove_webhook(tx, scope, WebhookId(webhook_id))


@router.post("/webhooks/{webhook_id}/test", operation_id="webhooks.test", status_code=202)
async def send_test(webhook_id: UUID, scope: Caller, access: AccessOf) -> shapes.TestSentOutput:
    """Tell an address that it is being tried; what became of it stands among its deliveries."""
    async with access.database.transaction(scope.organization) as tx:
        delivery = await webhooks.send_test(tx, WebhookId(webhook_id), now=access.clock())
    return shapes.TestSentOutput(delivery_id=delivery)


@router.get("/webhooks/{webhook_id}/deliveries", operation_id="webhooks.deliveries")
async def list_deliveries(
    webhook_id: UUID,
    scope: Caller,
    access: AccessOf,
    cursor: Annotated[UUID | None, Query()] = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
) -> shapes.WebhookDeliveriesOutput:
    """List what an address was told, the newest first, with attempts and answers; kept for thirty days."""
    before = None if cursor is None else DeliveryId(cursor)
    async with access.database.transaction(scope.organization) as tx:
        found = await webhooks.list_deliveries(tx, WebhookId(webhook_id), before=before, limit=limit + 1)
    page = found[:limit]
    return shapes.WebhookDeliveriesOutput(
        items=[shapes.delivery(one) for one in page], next_cursor=str(page[-1].id) if len(found) > limit else None
    )


@router.post("/webhooks/{webhook_id}/deliveries/{delivery_id}/resend", operation_id="webhooks.resend", status_code=202)
async def resend(webhook_id: UUID, delivery_id: UUID, scope: Caller, access: AccessOf) -> None:
    """Tell it once more: the same body under the same `webhook-id`."""
    async with access.database.transaction(scope.organization) as tx:
        await webhooks.resend(tx, scope, WebhookId(webhook_id), DeliveryId(delivery_id), now=access.clock())
