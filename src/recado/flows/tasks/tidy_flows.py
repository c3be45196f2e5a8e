"""What do flows put in order once an hour: turns into figures, sessions whose person stayed away?"""

from __future__ import annotations

import asyncio
import logging

from recado.flows.service.analytics import catch_up
from recado.flows.service.sessions import end_archived
from recado.flows.store import figures as store
from recado.foundation.clock import Clock, system_clock
from recado.foundation.database import Database
from recado.foundation.identifiers import OrganizationId
from recado.foundation.lanes import retention

_SPELL_S = 1.0
_EXPIRED = 500
_PAUSE_S = 0.05
_log = logging.getLogger(__name__)


async def tidy_flows(database: Database, clock: Clock = system_clock) -> int:
    """Do one round and return how many sessions were closed. One organization's failure is logged and stops no other."""
    closed = 0
    for organization in await retention.list_organizations(database):
        try:
            await _count(database, organization, clock)
            closed += await _close(database, organization)
            closed += await _end_archived(database, organization)
        except Exception:
            _log.exception("flows of one organization could not be tidied", extra={"organization": str(organization)})
    return closed


async def _count(database: Database, organization: OrganizationId, clock: Clock) -> None:
    while not await catch_up(database, organization, clock(), patience_s=_SPELL_S):
        await asyncio.sleep(_PAUSE_S)


async def _close(database: Database, organization: OrganizationId) -> int:
    closed = 0
    while True:
        async with database.transaction(organization) as tx:
            count = await store.close_expired(tx, _EXPIRED)
        closed += count
        if count < _EXPIRED:
            return closed
        await asyncio.sleep(_PAUSE_S)


async def _end_archived(database: Database, organization: OrganizationId) -> int:
    ended = 0
    while True:
        async with database.transaction(organization) as tx:
            count = await end_archived(tx)
        ended += count
        if not count:
            return ended
        await asyncio.sleep(_PAUSE_S)
