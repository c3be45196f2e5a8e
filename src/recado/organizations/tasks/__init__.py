"""What does access need done in the background: seals within a second, and forgetting what nobody can use?"""

from __future__ import annotations

from datetime import timedelta

from recado.foundation.database import Database
from recado.foundation.identifiers import OrganizationId
from recado.foundation.rounds import in_each
from recado.foundation.secrets import MasterKey
from recado.organizations.service.audit_trail import seal_waiting
from recado.organizations.store import audit as audit_store
from recado.organizations.store import sessions as session_store

_AT_ONCE = 500
_KEEP = timedelta(days=40)


async def seal_once(database: Database, key: MasterKey) -> int:
    """Chain every audit entry that waits and return how many; call it twice a second, as role recado_worker.

    One organization a transaction. Several processes may call it: one of them writes, the others find nothing to do.
    """
    async with database.transaction(None) as tx:
        organizations = await audit_store.unsealed_organizations(tx)

    async def seal(organization: OrganizationId) -> int:
        sealed, more = 0, True
        while more:
            async with database.transaction(organization) as tx:
                count = await seal_waiting(tx, key, limit=_AT_ONCE)
            sealed += count
            more = count == _AT_ONCE
        return sealed

    return await in_each(organizations, seal, what="audit seals")


async def forget_once(database: Database) -> int:
    """Remove sessions, tokens, devices and counters that nobody can use any more; once an hour is plenty."""
    async with database.transaction(None) as tx:
        return await session_store.forget_old(tx, _KEEP)
