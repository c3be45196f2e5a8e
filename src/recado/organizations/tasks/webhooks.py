"""Who tells addresses outside what has happened?

A round makes deliveries of facts and queues those that are due; a job makes one attempt. At least once: an attempt whose
outcome was not written down is made again under the same `webhook-id`.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID

from recado.foundation.clock import Clock, monotonic
from recado.foundation.database import Database
from recado.foundation.egress.client import Egress
from recado.foundation.failpoints import failpoint
from recado.foundation.identifiers import OrganizationId
from recado.foundation.jobs import RetryLater
from recado.foundation.lanes.retention import list_organizations
from recado.foundation.rounds import in_each
from recado.foundation.secrets import MasterKey
from recado.organizations.models import DeliveryId
from recado.organizations.service import telling
from recado.organizations.service.webhooks import TOPIC
from recado.organizations.store import webhook_deliveries

AT_ONCE: Final = 8
OF_ONE_ORGANIZATION: Final = 4
"""Calls of one organization in one worker: an address that never answers holds up nobody else's."""
_SWEEP_S: Final = 60.0
_KEEP: Final = timedelta(days=30)
_BATCH: Final = 2_000


@dataclass(slots=True)
class WebhookRounds:
    """Visits organizations in which something has happened or is due; now and then all of them, for a wake can be lost."""

    database: Database
    clock: Clock
    _dirty: set[OrganizationId] = field(default_factory=set)
    _due: dict[OrganizationId, datetime] = field(default_factory=dict)
    _swept: float = float("-inf")

    def hear(self, topic: str) -> None:
        """Note an organization in which something has happened."""
        kind, _, organization = topic.partition("/")
        if kind in ("facts", TOPIC) and organization:
            self._dirty.add(OrganizationId(UUID(organization)))

    async def run_once(self) -> int:
        """Make and queue what is to be told now; return how many facts were read and jobs queued."""
        if monotonic() - self._swept > _SWEEP_S:
            self._dirty |= set(await list_organizations(self.database))
            self._swept = monotonic()
        now = self.clock()
        visited = self._dirty | {one for one, at in self._due.items() if at <= now}
        self._dirty = set()
        return await in_each(sorted(visited), self._visit, what="webhooks")

    async def _visit(self, organization: OrganizationId) -> int:
        now = self.clock()
        async with self.database.transaction(organization) as tx:
            read = await telling.gather(tx, now)
            queued, next_due = await telling.queue_due(tx, now)
            failpoint("webhooks.before_commit")
        self._due.pop(organization, None)
        if next_due is not None:
            self._due[organization] = next_due
        if read or queued:
            self._dirty.add(organization)  # there may be more than one page
        return read + queued


@dataclass(frozen=True, slots=True)
class DeliverWebhook:
    """The job: makes one attempt at one delivery."""

    egress: Egress
    clock: Clock
    key: MasterKey
    _under_way: Counter[OrganizationId] = field(default_factory=Counter)

    async def __call__(self, database: Database, organization: OrganizationId, data: Mapping[str, Any]) -> None:
        """Tell `delivery_id` to its address; one that is settled costs nothing."""
        if self._under_way[organization] >= OF_ONE_ORGANIZATION:
            raise RetryLater(random.uniform(0.5, 2.0))  # noqa: S311 - spreads what was put off together
        self._under_way[organization] += 1
        try:
            await self._attempt(database, organization, DeliveryId(UUID(data["delivery_id"])))
        finally:
            self._under_way[organization] -= 1
            if not self._under_way[organization]:
                del self._under_way[organization]

    async def _attempt(self, database: Database, organization: OrganizationId, id_: DeliveryId) -> None:
        async with database.transaction(organization) as tx:
            begun = await telling.begin(tx, self.key, id_, self.clock())
        if begun is None:
            return
        failpoint("webhooks.begun")
        answer = await self.egress.call(begun.request)
        failpoint("webhooks.called")
        async with database.transaction(organization) as tx:
            chance = random.random()  # noqa: S311 - jitter
            await telling.settle(tx, begun, answer, now=self.clock(), chance=chance)
            tx.wake(f"{TOPIC}/{organization}")


async def forget_deliveries(database: Database, organization: OrganizationId, now: datetime) -> int:
    """Remove what was settled a month ago, a batch at a time; return how many."""
    total, more = 0, True
    while more:
        async with database.transaction(organization) as tx:
            count = await webhook_deliveries.forget(tx, now - _KEEP, _BATCH)
        total += count
        more = count == _BATCH
    return total
