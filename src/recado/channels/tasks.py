"""Which templates do providers have now? Asked for on demand, when a webhook names an unknown one, and by the hour."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID

from recado.channels import service as channels
from recado.channels.adapter import Account, AccountUnavailable, Adapter, TemplateAdapter
from recado.channels.errors import ChannelNotFound
from recado.channels.templates import service as templates
from recado.channels.templates import store
from recado.foundation.clock import Clock
from recado.foundation.database import Database, Transaction
from recado.foundation.failpoints import failpoint
from recado.foundation.identifiers import OrganizationId
from recado.foundation.lanes.sweep import is_first_worker
from recado.foundation.secrets import MasterKey

PERIOD_S: Final = 6 * 3600.0
"""Changes come by webhook within seconds; the listing is what mends those that got lost."""
LOOK_S: Final = 15.0
_WITHIN_S: Final = 150.0
_MOST: Final = 16
_AT_ONCE: Final = 4
_log = logging.getLogger("recado.templates")


@dataclass(frozen=True, slots=True)
class SyncTemplates:
    """The handler of `channels.sync_templates {channel_id, asked_at}`, and what a round calls."""

    adapters: Mapping[str, Adapter]
    key: MasterKey
    clock: Clock

    async def __call__(self, database: Database, organization: OrganizationId, data: Mapping[str, Any]) -> None:
        """Ask unless somebody has done so since."""
        asked_at = datetime.fromisoformat(str(data["asked_at"]))
        await self.sync(database, organization, UUID(str(data["channel_id"])), asked_at)

    async def sync(self, database: Database, organization: OrganizationId, channel: UUID, asked_at: datetime) -> bool:
        """Ask for a channel's listing and keep it; False where somebody else does or did, or there is nothing to ask."""
        now = self.clock()
        async with database.transaction(organization) as tx:
            opened = await self._open(tx, channel)
            if opened is None or not await store.claim_sync(tx, channel, now, asked_at):
                return False
        adapter, account = opened
        try:
            listed = await asyncio.wait_for(adapter.list_templates(account), _WITHIN_S)
        except (AccountUnavailable, TimeoutError) as error:
            problem = error.code if isinstance(error, AccountUnavailable) else "network"
            async with database.transaction(organization) as tx:
                await templates.end_sync(tx, channel, self.clock(), problem=problem)
            return True
        failpoint("templates.listed")
        async with database.transaction(organization) as tx:
            await templates.keep_listing(tx, channel, listed, now)
            await templates.end_sync(tx, channel, self.clock(), found=len(listed))
        failpoint("templates.after_commit")
        return True

    async def _open(self, tx: Transaction, channel: UUID) -> tuple[TemplateAdapter, Account] | None:
        try:
            key, account = await channels.open_account(tx, channel, self.key)
        except ChannelNotFound:
            return None
        adapter: object = self.adapters.get(key)
        return (adapter, account) if isinstance(adapter, TemplateAdapter) else None


@dataclass(frozen=True, slots=True)
class TemplateRounds:
    """Asks for the listings that are old; the living worker with the lowest number does it. `number` is this one's own."""

    database: Database
    sync: SyncTemplates
    number: int
    period_s: float = PERIOD_S

    async def run_once(self) -> int:
        """Ask for at most 16 listings, four at a time; 0, so that the next look comes after its pause."""
        able = [key for key, adapter in self.sync.adapters.items() if isinstance(adapter, TemplateAdapter)]
        async with self.database.transaction(None) as tx:
            if not await is_first_worker(tx, self.number):
                return 0
            due = await store.to_sync(tx, able, self.period_s, _MOST)
        room = asyncio.Semaphore(_AT_ONCE)

        async def ask(organization: OrganizationId, channel: UUID) -> None:
            async with room:
                try:
                    await self.sync.sync(self.database, organization, channel, self.sync.clock() + timedelta(seconds=1))
                except Exception as error:
                    _log.warning("templates could not be listed: %s", type(error).__name__)

        await asyncio.gather(*(ask(organization, channel) for organization, channel in due))
        return 0
