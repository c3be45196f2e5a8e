"""Which files does nobody need any more?"""

from __future__ import annotations

from recado.conversations.store import media as store
from recado.foundation.database import Database
from recado.foundation.files import Files
from recado.foundation.identifiers import OrganizationId

_BATCH = 200


async def tidy_media(database: Database, files: Files, organization: OrganizationId) -> int:
    """Remove uploads that no message took within a day, and ids that providers have forgotten; return how many uploads.

    The files go before the commit: where that fails, the rows are still there and the next round goes on.
    """
    removed = 0
    while True:
        async with database.transaction(organization) as tx:
            keys = await store.forget_old_uploads(tx, _BATCH)
            for key in keys:
                await files.remove(key)
            await store.forget_expired_provider_ids(tx)
        removed += len(keys)
        if len(keys) < _BATCH:
            return removed
