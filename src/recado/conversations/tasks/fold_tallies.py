"""How do the tallies of conversations stay few?"""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from recado.conversations.store import figures as store
from recado.foundation.clock import Clock, system_clock
from recado.foundation.database import Database
from recado.foundation.identifiers import OrganizationId

_SHOWN: Final = timedelta(days=store.DAYS + 2)
"""What is older than any screen looks back needs no moment of its own: a day more for time zones, and one to spare."""
_FEW: Final = 500


async def fold_tallies(database: Database, organization: OrganizationId, *, clock: Clock = system_clock) -> int:
    """Add up what belongs together, where much has come; return how many rows went. Counts are the same before and after."""
    async with database.transaction(organization) as tx:
        if not await store.has_many_tallies(tx, _FEW):
            return 0
        return await store.fold_tallies(tx, clock() - _SHOWN)
