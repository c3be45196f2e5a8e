"""What does access need done in the background: seals within a second, and forgetting what nobody can use?"""

from __future__ import annotations

import asyncio
import logging
from datetime import timedelta

from recado.foundation.database import Database
from recado.foundation.secrets import MasterKey
from recado.organizations.service.audit_trail import seal_waiting
from recado.organizations.store import audit as audit_store
from recado.organizations.store import sessions as session_store

PAUSE_S = 0.5
_AT_ONCE = 500
_KEEP = timedelta(days=40)
_log = logging.getLogger("recado.organizations")


async def seal_once(database: Database, key: MasterKey) -> int:
    """Chain every audit entry that waits, one organization a transaction; return how many. Only one process does it at a time."""
    async with database.transaction(None) as tx:
        organizations = await audit_store.unsealed_organizations(tx)
    sealed = 0
    for organization in organizations:
        more = True
        while more:
            async with database.transaction(organization) as tx:
                count = await seal_waiting(tx, key, limit=_AT_ONCE)
            sealed += count
            more = count == _AT_ONCE
    return sealed


async def keep_sealing(database: Database, key: MasterKey, stopping: asyncio.Event) -> None:
    """Seal twice a second until `stopping` is set; a failed round is logged and the next one tries again."""
    while not stopping.is_set():
        try:
            await seal_once(database, key)
        except Exception:
            # The chain waits, nothing is lost; a worker must not die of a database that restarts.
            _log.exception("sealing the audit trail failed")
        try:
            await asyncio.wait_for(stopping.wait(), PAUSE_S)
        except TimeoutError:
            continue


async def forget_once(database: Database) -> int:
    """Remove sessions, tokens, devices and counters that nobody can use any more; once an hour is plenty."""
    async with database.transaction(None) as tx:
        return await session_store.forget_old(tx, _KEEP)
